/// Reads JSON as it is met: numbers that are none (`NaN`) are null, damaged UTF-8 becomes U+FFFD, of equal names the
/// first stands first.
public struct JSONReader {
    /// Why bytes are no JSON: what was found where.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The byte at which it was found.
        public let offset: Int
        /// What is wrong.
        public let reason: String

        /// In one line.
        public var description: String { "\(reason) at byte \(offset + 1)" }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    /// Deeper values are refused, as nothing that tells of articles is nested so.
    public static let deepest = 256

    /// More values are refused, as they would need many times the memory that their bytes do.
    public static let largest = 1_000_000
    private var count = 0

    /// The value that all of `bytes` are.
    public static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, Failure> in
            var reader = JSONReader(bytes: buffer)
            do throws(Failure) {
                let value = try reader.value(depth: 0)
                reader.skipBlanks()
                guard reader.position == buffer.count else { throw reader.failure("something behind the value") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    private func failure(_ reason: String) -> Failure { Failure(offset: position, reason: reason) }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func value(depth: Int) throws(Failure) -> JSONValue {
        skipBlanks()
        guard position < bytes.count else { throw failure("the value is missing") }
        guard depth < Self.deepest else { throw failure("more than \(Self.deepest) levels") }
        count += 1
        guard count <= Self.largest else { throw failure("more than \(Self.largest) values") }
        switch bytes[position] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        default: return try word()
        }
    }

    private mutating func object(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var members: [JSONValue.Member] = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return .object([]) }
        while true {
            skipBlanks()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                throw failure("a name in quotes is missing")
            }
            let name = try string()
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw failure("no colon behind a name") }
            members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "}")) else { throw failure("an object that is not closed") }
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws(Failure) -> JSONValue {
        position += 1
        var values: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return .array([]) }
        while true {
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "]")) else { throw failure("an array that is not closed") }
            return .array(values)
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func word() throws(Failure) -> JSONValue {
        let start = position
        while position < bytes.count, Self.isWordByte(bytes[position]) { position += 1 }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null", "NaN", "Infinity", "-Infinity": return .null
        default: break
        }
        if let integer = Int64(word) { return .integer(integer) }
        if let number = Double(word) { return number.isFinite ? .number(number) : .null }
        position = start
        throw failure("no value")
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    private mutating func string() throws(Failure) -> String {
        position += 1
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
            position += 1
        }
        guard position < bytes.count else { throw failure("a text that is not closed") }
        if bytes[position] == UInt8(ascii: "\"") {
            defer { position += 1 }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        }
        return try escapedString(from: start)
    }

    private mutating func escapedString(from start: Int) throws(Failure) -> String {
        var output = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return String(decoding: output, as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") {
                try escape(into: &output)
            } else {
                output.append(byte)
                position += 1
            }
        }
        throw failure("a text that is not closed")
    }

    private mutating func escape(into output: inout [UInt8]) throws(Failure) {
        guard position + 1 < bytes.count else { throw failure("a text that is not closed") }
        let sign = bytes[position + 1]
        switch sign {
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(sign)
        case UInt8(ascii: "u"):
            output += String(try unicode()).utf8
            return
        default: throw failure("an escape that does not exist")
        }
        position += 2
    }

    /// The character of `\u2019`, or of the two halves of one; a half alone is U+FFFD.
    private mutating func unicode() throws(Failure) -> Unicode.Scalar {
        guard let first = unit(at: position) else { throw failure("an escape without four digits") }
        position += 6
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, let second = unit(at: position), (0xDC00...0xDFFF).contains(second) else {
            return "\u{FFFD}"
        }
        position += 6
        return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    /// The number behind `\u` at `start`.
    private func unit(at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for byte in bytes[start + 2..<start + 6] {
            switch byte {
            case 0x30...0x39: value = value << 4 + UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 + UInt32(byte - 0x37)
            case 0x61...0x66: value = value << 4 + UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value
    }
}
