import Foundation
import NewsText

/// Makes of a page's markup what the parser is given: the same page without what no reader looks at and without what
/// would take the parser beyond all bounds.
///
/// Left out: scripts (but data in JSON and templates), styles, drawings, comments, attributes that are not in
/// `HTMLAttribute`. That is two thirds of a usual page, and the parser is the slowest part of reading one. Bounded:
/// depth, open formatting elements, tags, attributes, each with a note. One pass; linear.
///
/// Held back: running text, for each stretch of which one character of plane 16 stands, see `HeldTexts`. The parser takes
/// every character by itself, which is half of its time.
///
/// Tags are found as the tokenizer of the HTML standard finds them (13.2.5), but for scripts that write scripts inside
/// comments.
struct HTMLSieve {
    /// What a page may hold; what is beyond is left out, its text stays.
    enum Limit {
        static let depth = 400
        static let formatting = 8
        static let tags = 200_000
        static let nodes = 600_000
        static let attributes = 64
        static let attributeLength = 65_536

        // Said of each of perhaps millions, so made once.
        static let depthNote = "elements nested more than \(depth) deep were read as one"
        static let tagsNote = "more than \(tags) elements; the text of the others was read without them"
        static let attributesNote = "an element has more than \(attributes) attributes"
    }

    private let input: UnsafeBufferPointer<UInt8>
    private(set) var output: [UInt8] = []
    private var held: HeldTexts
    /// What was left out because it is beyond a limit.
    private(set) var notes: [String] = []

    private var position = 0
    /// The elements that are open and must be closed.
    private var depth: [ElementName] = []
    /// The formatting that is open, which the end of a block does not close.
    private var formatting: [ElementName] = []
    private var hasUnclosedDrawing = false
    private var tags = 0
    private var nodes = 0
    private var hasDoctype = false

    /// What is left of a page.
    struct Sifted {
        /// For the parser.
        let markup: [UInt8]
        /// What its characters of plane 16 stand for.
        let held: HeldTexts
        /// What was left out because it is beyond a limit.
        let notes: [String]

        /// How long the markup would be with the texts in it.
        var length: Int { markup.count + held.length }
    }

    /// The sifted form of `markup`, which must outlive it; with `holdsTexts` its texts are held back.
    static func sifted(_ markup: UnsafeBufferPointer<UInt8>, holdsTexts: Bool = true) -> Sifted {
        var sieve = HTMLSieve(input: markup, holdsTexts: holdsTexts)
        sieve.run()
        return Sifted(markup: sieve.output, held: sieve.held, notes: sieve.notes)
    }

    private init(input: UnsafeBufferPointer<UInt8>, holdsTexts: Bool) {
        self.input = input
        held = HeldTexts(of: input, holdsAny: holdsTexts)
        output.reserveCapacity(input.count / 4)
    }

    private mutating func run() {
        while position < input.count {
            let start = position
            position = next(0x3C, from: position) ?? input.count
            if !held.holdText(start..<position, to: &output) { copyText(start..<position) }
            guard position + 1 < input.count else {
                if position < input.count { output += "&lt;".utf8 }
                return
            }
            switch input[position + 1] {
            case UInt8(ascii: "!"): skipDeclaration()
            case UInt8(ascii: "?"): position = behind(0x3E, from: position)
            case UInt8(ascii: "/"): readEndTag()
            case let byte where isLetter(byte): readStartTag()
            default:
                output += "&lt;".utf8
                position += 1
            }
        }
    }

    // MARK: Text and declarations

    private mutating func copyText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let text = UnsafeBufferPointer(rebasing: input[range])
        let hasZero = text.baseAddress.map { memchr($0, 0, text.count) != nil } ?? false
        if hasZero { output += text.lazy.filter { $0 != 0 } } else { output.append(contentsOf: text) }
    }

    private mutating func skipDeclaration() {
        let rest = input[(position + 2)...]
        if rest.starts(with: "--".utf8) {
            let start = position + 4
            if rest.dropFirst(2).first == 0x3E {
                position = start + 1
            } else if rest.dropFirst(2).starts(with: "->".utf8) {
                position = start + 2
            } else {
                position = endOfComment(from: start)
            }
        } else {
            let end = behind(0x3E, from: position)
            if !hasDoctype, rest.prefix(7).lazy.map({ $0 | 0x20 }).elementsEqual("doctype".utf8) {
                output.append(contentsOf: input[position..<end])
                hasDoctype = true
            }
            position = end
        }
    }

    /// Behind `-->` or `--!>`; the end of the page where neither stands.
    private func endOfComment(from start: Int) -> Int {
        var index = start
        while let end = next(0x3E, from: index) {
            if end >= start + 2, input[end - 1] == 0x2D, input[end - 2] == 0x2D { return end + 1 }
            if end >= start + 3, input[end - 1] == 0x21, input[end - 2] == 0x2D, input[end - 3] == 0x2D {
                return end + 1
            }
            index = end + 1
        }
        return input.count
    }

    // MARK: Tags

    private mutating func readEndTag() {
        guard position + 2 < input.count, isLetter(input[position + 2]) else {
            position = behind(0x3E, from: position)  // `</>` and `</ …>` are no text
            return
        }
        let name = elementName(from: position + 2)
        var index = name.range.upperBound
        skipAttributes(&index)
        position = index
        switch name.role {
        case .formatting, .anchor:
            guard let open = formatting.lastIndex(of: name) else { return }
            formatting.remove(at: open)
            if let at = depth.lastIndex(of: name) { depth.remove(at: at) }
        case .ordinary:
            guard let at = depth.lastIndex(of: name) else { return }  // closes nothing, or what was left out
            depth.removeSubrange(at...)
        case .unclosed:
            guard takesNode() else { return }
        case .rawText, .drawing, .plaintext:
            return
        }
        output += "</".utf8
        output.append(contentsOf: input[name.range])
        output.append(0x3E)
    }

    private mutating func readStartTag() {
        let name = elementName(from: position + 1)
        let role = name.role
        var index = name.range.upperBound
        let mark = output.count
        output.append(0x3C)
        output.append(contentsOf: input[name.range])
        let tag = readAttributes(&index, isScript: name == Self.script)
        output.append(0x3E)
        position = index
        guard tag.isWhole else {
            output.removeSubrange(mark...)
            return
        }
        switch role {
        case .rawText(let text):
            readRawText(text, keeps: text == "title" || text == "textarea" || tag.holdsData, mark: mark)
        case .drawing:
            output.removeSubrange(mark...)
            if !tag.isClosed { skipDrawing(name) }
        case .plaintext:
            output.removeSubrange(mark...)
        case .ordinary, .unclosed, .formatting, .anchor:
            if !takes(name, role) {
                output.removeSubrange(mark...)
                output.append(0x20)
            }
        }
    }

    private static let script = Array("script".utf8).withUnsafeBufferPointer { ElementName($0, 0..<$0.count) }

    /// Whether another element of this name is within the limits; counts it.
    private mutating func takes(_ name: ElementName, _ role: ElementName.Role) -> Bool {
        guard takesNode() else { return false }
        switch role {
        case .formatting:
            guard formatting.count < Limit.formatting else { return false }
            formatting.append(name)
        case .anchor:
            if let open = formatting.lastIndex(of: name) { formatting.remove(at: open) }
            formatting.append(name)
        case .ordinary: break
        case .unclosed, .rawText, .drawing, .plaintext: return true
        }
        guard depth.count < Limit.depth else {
            note(Limit.depthNote)
            return false
        }
        depth.append(name)
        return true
    }

    /// Whether one more element is within the limits, with the formatting that the parser may open again in it.
    private mutating func takesNode() -> Bool {
        tags += 1
        nodes += 1 + formatting.count
        if tags <= Limit.tags, nodes <= Limit.nodes { return true }
        note(Limit.tagsNote)
        return false
    }

    private mutating func note(_ text: String) {
        if !notes.contains(text) { notes.append(text) }
    }

    /// Elements whose content is text to its end tag, whatever stands in it.
    private mutating func readRawText(_ name: String, keeps: Bool, mark: Int) {
        let start = position
        let end = endTag(of: name, from: start)
        position = end.behind
        guard keeps else {
            output.removeSubrange(mark...)
            return
        }
        if name == "script", let sign = held.sign(of: start..<end.start, isScript: true) {
            output += sign
        } else {
            copyText(start..<end.start)
        }
        output += "</".utf8
        output += name.utf8
        output.append(0x3E)
    }

    /// Where the end tag of `name` starts, and what is behind it; the end of the page where none stands.
    private func endTag(of name: String, from start: Int) -> (start: Int, behind: Int) {
        let wanted = Array(name.utf8)
        var index = start
        while let open = next(0x3C, from: index) {
            let after = open + 2 + wanted.count
            guard after <= input.count else { break }
            if input[open + 1] == 0x2F, zip(input[(open + 2)..<after], wanted).allSatisfy({ $0 | 0x20 == $1 }),
                after == input.count || isBlank(input[after]) || input[after] == 0x3E || input[after] == 0x2F
            {
                return (open, behind(0x3E, from: after))
            }
            index = open + 1
        }
        return (input.count, input.count)
    }

    /// Skips a drawing with the drawings in it; where its end tag is missing, only the tag.
    private mutating func skipDrawing(_ drawing: ElementName) {
        guard !hasUnclosedDrawing else { return }
        var index = position
        var depth = 1
        while let open = next(0x3C, from: index) {
            index = open + 1
            let isEnd = index < input.count && input[index] == 0x2F
            let name = elementName(from: isEnd ? index + 1 : index)
            guard name == drawing else { continue }
            index = behind(0x3E, from: name.range.upperBound)
            if isEnd { depth -= 1 } else if input[index - 2] != 0x2F { depth += 1 }
            if depth == 0 {
                position = index
                return
            }
        }
        hasUnclosedDrawing = true
    }

    // MARK: Attributes

    private struct TagFacts {
        /// Whether its `>` was met before the end of the page.
        var isWhole = false
        var isClosed = false
        var holdsData = false
    }

    /// Copies the attributes that are looked at; `index` is behind the tag afterwards.
    private mutating func readAttributes(_ index: inout Int, isScript: Bool) -> TagFacts {
        var facts = TagFacts()
        var count = 0
        while let attribute = nextAttribute(&index, &facts) {
            count += 1
            guard count <= Limit.attributes, let name = HTMLAttribute.find(input[attribute.name]) else { continue }
            let value = input[attribute.value].prefix(Limit.attributeLength)
            if isScript, name == .type { facts.holdsData = Self.isData(value) }
            write(name, value)
        }
        if count > Limit.attributes { note(Limit.attributesNote) }
        return facts
    }

    private mutating func write(_ name: HTMLAttribute, _ value: Slice<UnsafeBufferPointer<UInt8>>) {
        output.append(0x20)
        output += name.name.utf8
        guard !value.isEmpty else { return }
        output += "=\"".utf8
        let bytes = UnsafeBufferPointer(rebasing: value)
        if ByteScan.first(0x22, in: bytes) == nil, ByteScan.first(0, in: bytes) == nil {
            output.append(contentsOf: bytes)
        } else {
            for byte in bytes {
                switch byte {
                case 0x22: output += "&quot;".utf8
                case 0: output.append(0x20)
                default: output.append(byte)
                }
            }
        }
        output.append(0x22)
    }

    private func skipAttributes(_ index: inout Int) {
        var facts = TagFacts()
        while nextAttribute(&index, &facts) != nil {}
    }

    private static func isData(_ type: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let name = String(decoding: type, as: UTF8.self).lowercased()
        return name.contains("json") || name.contains("template") || name.contains("html")
    }

    /// The next attribute of the tag in hand; `nil` behind its `>` or at the end of the page.
    private func nextAttribute(_ index: inout Int, _ facts: inout TagFacts) -> (name: Range<Int>, value: Range<Int>)? {
        while index < input.count, isBlank(input[index]) || input[index] == 0x2F {
            facts.isClosed = input[index] == 0x2F
            index += 1
        }
        guard index < input.count else { return nil }
        if input[index] == 0x3E {
            facts.isWhole = true
            index += 1
            return nil
        }
        facts.isClosed = false
        let nameStart = index
        index += 1  // a `=` may open a name
        while index < input.count, !isBlank(input[index]), !endsAttributeName(input[index]) { index += 1 }
        let name = nameStart..<index
        while index < input.count, isBlank(input[index]) { index += 1 }
        guard index < input.count, input[index] == 0x3D else { return (name, index..<index) }
        index += 1
        while index < input.count, isBlank(input[index]) { index += 1 }
        guard index < input.count, input[index] != 0x3E else { return (name, index..<index) }
        let quote = input[index]
        if quote == 0x22 || quote == 0x27 {
            let start = index + 1
            let end = next(quote, from: start) ?? input.count
            index = min(end + 1, input.count)
            return (name, start..<end)
        }
        let start = index
        while index < input.count, !isBlank(input[index]), input[index] != 0x3E { index += 1 }
        return (name, start..<index)
    }

    // MARK: Bytes

    private func elementName(from start: Int) -> ElementName {
        var end = start
        while end < input.count, !isBlank(input[end]), input[end] != 0x2F, input[end] != 0x3E { end += 1 }
        return ElementName(input, start..<end)
    }

    private func next(_ byte: UInt8, from start: Int) -> Int? {
        guard start < input.count, let base = input.baseAddress,
            let found = memchr(base + start, Int32(byte), input.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    private func behind(_ byte: UInt8, from start: Int) -> Int { next(byte, from: start).map { $0 + 1 } ?? input.count }

    private func endsAttributeName(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x3E || byte == 0x3D }
    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
