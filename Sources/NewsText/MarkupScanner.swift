/// Reads markup piece by piece: XML as feeds have it, well-formed or not, and fragments of HTML.
///
/// Whatever stands in the bytes gives pieces; nothing is an error. A `<` that opens no tag is text. Linear in the bytes.
public struct MarkupScanner: Sendable {
    /// A piece of markup.
    public enum Piece: Hashable, Sendable {
        /// A tag that opens an element; `isClosed` for `<br/>`.
        case start(MarkupTag, isClosed: Bool)
        /// A tag that closes the element of that name, as printed.
        case end(String)
        /// Text with its entities not yet read.
        case text(Range<Int>)
        /// What stands in a CDATA section, where there are no entities.
        case section(Range<Int>)
        /// A comment, a processing instruction or a declaration.
        case other(Range<Int>)
    }

    /// What is read.
    public let bytes: [UInt8]
    /// Where the next piece begins.
    public private(set) var position: Int
    private let end: Int
    /// From here on there is no such sign, so that it is looked for once only.
    private var withoutQuote: [UInt8: Int] = [:]
    private var sawSubset = false

    /// Reads `range` of `bytes`; all of them without one.
    public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        position = range?.lowerBound ?? 0
        end = range?.upperBound ?? bytes.count
    }

    /// The next piece; `nil` at the end.
    public mutating func next() -> Piece? {
        guard position < end else { return nil }
        let start = position
        if bytes[start] == UInt8(ascii: "<"), let piece = markup(at: start) { return piece }
        position = index(of: UInt8(ascii: "<"), from: start + 1) ?? end
        while position < end, !opensMarkup(position) {
            position = index(of: UInt8(ascii: "<"), from: position + 1) ?? end
        }
        return .text(start..<position)
    }

    /// Goes on behind `position`, where the content of an element that is read otherwise ends.
    public mutating func skip(to position: Int) {
        self.position = min(max(position, self.position), end)
    }

    /// Where the tag that closes `name` begins, from the current position on; capitals do not count.
    public func closingTag(of name: String) -> Int? {
        var from = position
        while let at = index(of: UInt8(ascii: "<"), from: from) {
            if matches("</" + name, at: at) { return at }
            from = at + 1
        }
        return nil
    }

    private func opensMarkup(_ at: Int) -> Bool {
        guard at + 1 < end else { return false }
        switch bytes[at + 1] {
        case UInt8(ascii: "?"): return true
        case UInt8(ascii: "!"):
            guard at + 2 < end else { return false }
            return bytes[at + 2] == UInt8(ascii: "-") || bytes[at + 2] == UInt8(ascii: "[")
                || Self.startsName(bytes[at + 2])
        case UInt8(ascii: "/"): return at + 2 < end && Self.startsName(bytes[at + 2])
        default: return Self.startsName(bytes[at + 1])
        }
    }

    private mutating func markup(at start: Int) -> Piece? {
        guard opensMarkup(start) else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "!"):
            if matches("<![cdata[", at: start) {
                let close = find("]]>", from: start + 9)
                position = close.map { $0 + 3 } ?? end
                return .section(start + 9..<(close ?? end))
            }
            if matches("<!--", at: start) {
                position = find("-->", from: start + 4).map { $0 + 3 } ?? end
            } else {
                position = declarationEnd(from: start + 2)
            }
            return .other(start..<position)
        case UInt8(ascii: "?"):
            position = find("?>", from: start + 2).map { $0 + 2 } ?? end
            return .other(start..<position)
        case UInt8(ascii: "/"):
            let name = nameRange(from: start + 2)
            position = index(of: UInt8(ascii: ">"), from: name.upperBound).map { $0 + 1 } ?? end
            return .end(String(decoding: bytes[name], as: UTF8.self))
        default:
            return startTag(at: start)
        }
    }

    private mutating func startTag(at start: Int) -> Piece {
        let name = nameRange(from: start + 1)
        let close = tagEnd(from: name.upperBound)
        position = min(close + 1, end)
        let isClosed = close > name.upperBound && bytes[close - 1] == UInt8(ascii: "/")
        let attributes = name.upperBound..<max(name.upperBound, isClosed ? close - 1 : close)
        let tag = MarkupTag(
            name: String(decoding: bytes[name], as: UTF8.self), range: start..<position,
            attributes: attributes.isEmpty ? [] : MarkupTag.attributes(in: bytes, attributes))
        return .start(tag, isClosed: isClosed)
    }

    /// The `>` that ends a tag, not one within quotes.
    private mutating func tagEnd(from start: Int) -> Int {
        var at = start
        var previous: UInt8 = 0
        while at < end {
            let byte = bytes[at]
            if byte == UInt8(ascii: ">") { return at }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
                if at + 1 < withoutQuote[byte, default: end], let close = index(of: byte, from: at + 1) {
                    at = close
                } else {
                    withoutQuote[byte] = min(at + 1, withoutQuote[byte, default: end])
                }
            }
            if byte > 0x20 { previous = byte }
            at += 1
        }
        return end
    }

    /// Where a `<!DOCTYPE …>` ends: behind its internal subset, of which a document has one.
    private mutating func declarationEnd(from start: Int) -> Int {
        guard let close = index(of: UInt8(ascii: ">"), from: start) else { return end }
        guard !sawSubset, bytes[start..<close].contains(UInt8(ascii: "[")) else { return close + 1 }
        sawSubset = true
        return find("]>", from: start).map { $0 + 2 } ?? close + 1
    }

    private func nameRange(from start: Int) -> Range<Int> {
        var at = start
        while at < end, Self.isNameByte(bytes[at]) { at += 1 }
        return start..<at
    }

    private func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < end else { return nil }
        return bytes[start..<end].firstIndex(of: byte)
    }

    private func find(_ text: String, from start: Int) -> Int? {
        let pattern = Array(text.utf8)
        var from = start
        while let at = index(of: pattern[0], from: from) {
            if at + pattern.count <= end, bytes[at..<at + pattern.count].elementsEqual(pattern) { return at }
            from = at + 1
        }
        return nil
    }

    private func matches(_ text: String, at start: Int) -> Bool {
        var at = start
        for byte in text.utf8 {
            guard at < end, asciiLowercase(bytes[at]) == asciiLowercase(byte) else { return false }
            at += 1
        }
        return true
    }

    static func startsName(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/") && byte != UInt8(ascii: "<")
            && byte != UInt8(ascii: "=") && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "'")
    }
}

/// A tag that opens an element.
public struct MarkupTag: Hashable, Sendable {
    /// An attribute with its entities read.
    public struct Attribute: Hashable, Sendable {
        /// As printed.
        public let name: String
        /// What it says.
        public let value: String
    }

    /// As printed, with its prefix.
    public let name: String
    /// Where the tag stands.
    public let range: Range<Int>
    /// In printed order; of more than 256 the first are read.
    public let attributes: [Attribute]

    /// A tag that opens an element.
    public init(name: String, range: Range<Int>, attributes: [Attribute]) {
        self.name = name
        self.range = range
        self.attributes = attributes
    }

    /// The value of the first attribute of that name; capitals do not count.
    public func value(_ name: String) -> String? {
        attributes.first { $0.name == name }?.value ?? attributes.first { $0.name.lowercased() == name }?.value
    }

    private static let attributeLimit = 256

    static func attributes(in bytes: [UInt8], _ range: Range<Int>) -> [Attribute] {
        var attributes: [Attribute] = []
        var at = range.lowerBound
        let end = range.upperBound
        while at < end, attributes.count < attributeLimit {
            guard MarkupScanner.isNameByte(bytes[at]) else {
                at += 1
                continue
            }
            let nameStart = at
            while at < end, MarkupScanner.isNameByte(bytes[at]) { at += 1 }
            let name = String(decoding: bytes[nameStart..<at], as: UTF8.self)
            while at < end, bytes[at] <= 0x20 { at += 1 }
            guard at < end, bytes[at] == UInt8(ascii: "=") else {
                attributes.append(Attribute(name: name, value: ""))
                continue
            }
            at += 1
            while at < end, bytes[at] <= 0x20 { at += 1 }
            let value = valueRange(in: bytes, from: at, to: end)
            attributes.append(Attribute(name: name, value: MarkupEntities.decoded(bytes[value])))
            at = value.upperBound + 1
        }
        return attributes
    }

    private static func valueRange(in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int> {
        guard start < end else { return end..<end }
        let quote = bytes[start]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let close = bytes[start..<end].firstIndex { $0 <= 0x20 } ?? end
            return start..<close
        }
        return start + 1..<(bytes[start + 1..<end].firstIndex(of: quote) ?? end)
    }
}
