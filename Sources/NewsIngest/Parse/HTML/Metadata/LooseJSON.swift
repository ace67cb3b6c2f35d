import NewsText

/// Reads the JSON that pages carry: as it is meant, not as it should be written.
///
/// Forgives what stands around values (`<!--`, CDATA, `;`), several values in a row, commas too many or missing, names
/// without quotes, line ends and quotes inside texts, and an end that is missing: what was read until there counts.
/// Linear; nested values beyond `depth` are null, values beyond `limit` are left out.
struct LooseJSON {
    private static let depth = 64
    private static let limit = 200_000

    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var count = 0

    /// The objects and arrays in `bytes`, one after the other.
    static func values(in bytes: ArraySlice<UInt8>) -> [JSONValue] {
        var reader = LooseJSON(bytes: bytes)
        var values: [JSONValue] = []
        while let start = reader.bytes[reader.position...].firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) {
            reader.position = start
            // `<![CDATA[` is no array.
            if reader.bytes[start] == 0x5B, reader.bytes[..<start].suffix(2).elementsEqual("<!".utf8) {
                reader.position = min(start + 7, reader.bytes.endIndex)
                continue
            }
            if reader.bytes[start] == 0x5B, reader.bytes[..<start].suffix(5).elementsEqual("CDATA".utf8) {
                reader.position = start + 1
                continue
            }
            values.append(reader.value(depth: 0))
        }
        return values
    }

    private init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = current {
            if byte <= 0x20 {
                position += 1
            } else if byte == 0xC2, position + 1 < bytes.endIndex, bytes[position + 1] == 0xA0 {
                position += 2
            } else if byte == 0xEF, bytes[position...].starts(with: [0xEF, 0xBB, 0xBF]) {
                position += 3
            } else {
                return
            }
        }
    }

    private mutating func value(depth: Int) -> JSONValue {
        skipBlanks()
        count += 1
        guard let byte = current else { return .null }
        guard count <= Self.limit else {
            position = bytes.endIndex
            return .null
        }
        switch byte {
        case 0x7B, 0x5B:
            guard depth < Self.depth else {
                skipNested()
                return .null
            }
            return byte == 0x7B ? object(depth: depth) : array(depth: depth)
        case 0x22: return .string(string())
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        while let byte = nextItem() {
            if byte == 0x7D {
                position += 1
                break
            }
            let start = position
            let name = byte == 0x22 ? string(isName: true) : bareName()
            skipBlanks()
            guard current == 0x3A, position > start else {
                // No name; go on behind it.
                if position == start { position += 1 }
                continue
            }
            position += 1
            members.append(JSONValue.Member(name: name, value: value(depth: depth + 1)))
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        while let byte = nextItem() {
            if byte == 0x5D {
                position += 1
                break
            }
            if byte == 0x7D { break }
            let start = position
            values.append(value(depth: depth + 1))
            if position == start { position += 1 }
        }
        return .array(values)
    }

    /// The first byte of the next item or the closing bracket, behind blanks and commas.
    private mutating func nextItem() -> UInt8? {
        skipBlanks()
        while current == 0x2C {
            position += 1
            skipBlanks()
        }
        return current
    }

    private mutating func bareName() -> String {
        let start = position
        while let byte = current, byte > 0x20, !Self.isPunctuation(byte) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        [0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D].contains(byte)
    }

    private mutating func word() -> JSONValue {
        let word = bareName()
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "undefined", "": return .null
        default: break
        }
        if let integer = Int64(word) { return .integer(integer) }
        if let number = Double(word), number.isFinite { return .number(number) }
        return .string(word)
    }

    /// Goes behind a nested value without reading it.
    private mutating func skipNested() {
        var open = 0
        while let byte = current {
            switch byte {
            case 0x7B, 0x5B: open += 1
            case 0x7D, 0x5D: open -= 1
            case 0x22:
                _ = string()
                continue
            default: break
            }
            position += 1
            if open == 0 { return }
        }
    }

    // MARK: Texts

    private mutating func string(isName: Bool = false) -> String {
        position += 1
        let start = position
        while let byte = current, byte != 0x22, byte != 0x5C { position += 1 }
        if current == 0x22, isName || closesString() {
            defer { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        var output = Array(bytes[start..<position])
        while let byte = current {
            switch byte {
            case 0x22 where isName || closesString():
                position += 1
                return String(decoding: output, as: UTF8.self)
            case 0x5C: readEscape(into: &output)
            default:
                output.append(byte)
                position += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether the quote in hand ends a text: what follows can only stand behind one.
    private func closesString() -> Bool {
        guard let next = bytes[(position + 1)...].first(where: { $0 > 0x20 }) else { return true }
        return next == 0x2C || next == 0x3A || next == 0x5D || next == 0x7D
    }

    private mutating func readEscape(into output: inout [UInt8]) {
        guard position + 1 < bytes.endIndex else {
            position = bytes.endIndex
            return
        }
        let sign = bytes[position + 1]
        switch sign {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): output.append(0x0A)
        case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(0x20)
        case UInt8(ascii: "u"):
            output += String(unicode()).utf8
            return
        default: output.append(sign)
        }
        position += 2
    }

    /// The character of `\u2019`, or of the two halves of one; what is none is U+FFFD.
    private mutating func unicode() -> Unicode.Scalar {
        guard let first = unit() else {
            position += 2
            return "\u{FFFD}"
        }
        position += 6
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, let second = unit(), (0xDC00...0xDFFF).contains(second) else { return "\u{FFFD}" }
        position += 6
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private func unit() -> UInt32? {
        guard position + 6 <= bytes.endIndex, bytes[position] == 0x5C, bytes[position + 1] | 0x20 == UInt8(ascii: "u")
        else { return nil }
        return UInt32(String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self), radix: 16)
    }
}
