import CGumbo
import Foundation
import NewsText

/// Makes trees of pages, as browsers do: by the HTML standard's rules for whatever is written.
///
/// Half of the time of reading a page. Bounded whatever the page is, see `HTMLSieve`.
enum HTMLParser {
    /// How much markup is parsed once scripts, styles and the like are out; a page beyond that is no article.
    static let markupLimit = 8 << 20

    /// The tree of `text`, with notes on what was left out as it is beyond a limit.
    ///
    /// - Parameter holdsTexts: Whether the parser is spared the running text, which gives the same tree in half the time.
    static func tree(
        of text: String, holdsTexts: Bool = true
    ) throws(CaptureRejection) -> (tree: HTMLTree, notes: [String]) {
        var text = text
        let result = text.withUTF8 { input -> Result<(tree: HTMLTree, notes: [String]), CaptureRejection> in
            let sifted = HTMLSieve.sifted(input, holdsTexts: holdsTexts)
            guard sifted.length <= markupLimit else { return .failure(.tooMuchMarkup(bytes: sifted.length)) }
            let arena = HTMLArena()
            let tree = sifted.markup.withUnsafeBufferPointer { bytes in
                withExtendedLifetime(arena) {
                    var builder = HTMLTreeBuilder(held: sifted.held)
                    if let root = arena.parse(bytes)?.pointee.root { builder.build(from: root) }
                    return HTMLTree(builder.parts)
                }
            }
            return .success((tree, sifted.notes))
        }
        return try result.get()
    }
}

/// Copies the parser's nodes into a tree.
private struct HTMLTreeBuilder {
    let held: HeldTexts
    private(set) var parts = HTMLTreeParts()

    init(held: HeldTexts) {
        self.held = held
    }

    mutating func build(from root: UnsafeMutablePointer<GumboNode>) {
        var open: [(node: Int, children: GumboVector, next: Int)] = []
        add(root, parent: -1).map { open.append($0) }
        while let current = open.last {
            guard current.next < Int(current.children.length) else {
                parts.ends[current.node] = Int32(parts.tags.count)
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            guard let child = current.children.data[current.next]?.assumingMemoryBound(to: GumboNode.self) else {
                continue
            }
            if let opened = add(child, parent: Int32(current.node)) { open.append(opened) }
        }
    }

    /// Adds `node`; gives its children where it can have any.
    private mutating func add(
        _ node: UnsafeMutablePointer<GumboNode>, parent: Int32
    ) -> (node: Int, children: GumboVector, next: Int)? {
        let index = parts.tags.count
        switch node.pointee.type {
        case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
            let start = Int32(parts.bytes.count)
            let isVerbatim = parent >= 0 && [.script, .style].contains(parts.tags[Int(parent)])
            appendText(node.pointee.v.text.text, collapsing: !isVerbatim)
            guard parts.bytes.count > Int(start) else { return nil }
            addNode(.text, parent: parent, range: start..<Int32(parts.bytes.count))
            return nil
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
            let element = node.pointee.v.element
            let start = Int32(parts.attributes.count)
            for position in 0..<Int(element.attributes.length) {
                guard
                    let attribute = element.attributes.data[position]?.assumingMemoryBound(to: GumboAttribute.self)
                else { continue }
                add(attribute.pointee)
            }
            addNode(Self.tag(of: element), parent: parent, range: start..<Int32(parts.attributes.count))
            return (index, element.children, 0)
        default:
            return nil
        }
    }

    private mutating func addNode(_ tag: HTMLTag, parent: Int32, range: Range<Int32>) {
        parts.tags.append(tag)
        parts.parents.append(parent)
        parts.ends.append(Int32(parts.tags.count))
        parts.ranges.append(range)
    }

    private mutating func add(_ attribute: GumboAttribute) {
        let name = UnsafeBufferPointer(start: attribute.name, count: strlen(attribute.name)).lazy.map(UInt8.init)
        guard let known = HTMLAttribute.find(name) else { return }
        let start = Int32(parts.bytes.count)
        append(attribute.value)
        parts.attributes.append(HTMLTree.AttributeValue(name: known, range: start..<Int32(parts.bytes.count)))
    }

    private mutating func append(_ value: UnsafePointer<CChar>) {
        let length = strlen(value)
        value.withMemoryRebound(to: UInt8.self, capacity: length) {
            parts.bytes.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
        }
    }

    /// Appends a text with what was held back of it.
    private mutating func appendText(_ text: UnsafePointer<CChar>, collapsing: Bool) {
        let length = strlen(text)
        var endsInBlank = false
        text.withMemoryRebound(to: UInt8.self, capacity: length) { start in
            held.forEachPart(of: UnsafeBufferPointer(start: start, count: length)) { part in
                if collapsing {
                    appendCollapsed(part, behindBlank: &endsInBlank)
                } else {
                    appendVerbatim(part)
                }
            }
        }
    }

    /// Appends the text of a script, its line ends made one kind.
    private mutating func appendVerbatim(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while let end = ByteScan.first(0x0D, in: bytes, from: start) {
            parts.bytes.append(contentsOf: bytes[start..<end])
            parts.bytes.append(0x0A)
            start = end + 1
            if start < bytes.count, bytes[start] == 0x0A { start += 1 }
        }
        parts.bytes.append(contentsOf: bytes[start...])
    }

    /// Appends a text with each run of blanks made one; U+00A0, U+2002–200A, U+3000 and line ends are blanks.
    private mutating func appendCollapsed(_ bytes: UnsafeBufferPointer<UInt8>, behindBlank isBlank: inout Bool) {
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            var length = 1
            var blank = byte <= 0x20
            if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 {
                (blank, length) = (true, 2)
            } else if byte == 0xE2 || byte == 0xE3, index + 2 < bytes.count {
                let isWide = byte == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
                let isSpace =
                    byte == 0xE2 && bytes[index + 1] == 0x80
                    && ((0x80...0x8A).contains(bytes[index + 2]) || [0xA8, 0xA9, 0xAF].contains(bytes[index + 2]))
                if isWide || isSpace { (blank, length) = (true, 3) }
            }
            if blank {
                if !isBlank { parts.bytes.append(0x20) }
            } else {
                parts.bytes.append(byte)
            }
            isBlank = blank
            index += length
        }
    }

    private static func tag(of element: GumboElement) -> HTMLTag {
        if element.tag != GUMBO_TAG_UNKNOWN { return known[Int(element.tag.rawValue)] }
        var name = element.original_tag
        gumbo_tag_from_original_text(&name)
        guard let start = name.data, name.length <= 20 else { return .other }
        let text = start.withMemoryRebound(to: UInt8.self, capacity: name.length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: name.length), as: UTF8.self)
        }
        return HTMLTag(name: text.lowercased())
    }

    private static let known: [HTMLTag] = (0...Int(GUMBO_TAG_LAST.rawValue)).map { number in
        guard number < Int(GUMBO_TAG_UNKNOWN.rawValue),
            let name = gumbo_normalized_tagname(GumboTag(rawValue: UInt32(number)))
        else { return .other }
        return HTMLTag(name: String(cString: name))
    }
}
