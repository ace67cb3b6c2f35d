import Glibc

/// Passes over bytes that take eight of them, or more, in a step.
package enum ByteScan {
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// Where the first byte from 0x80 on stands, at `start` or behind it; the end when there is none.
    package static func firstHighByte(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = start
        while position + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) & highBits
            if word != 0 { return position + word.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < raw.count, raw[position] < 0x80 { position += 1 }
        return position
    }

    /// Where the first byte below 0x20 stands, at `start` or behind it; the end when there is none.
    package static func firstControl(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = start
        while position + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // The lowest byte that is found is one; those above it may be there by the borrow.
            let found = (word &- 0x2020_2020_2020_2020) & ~word & highBits
            if found != 0 { return position + found.trailingZeroBitCount / 8 }
            position += 8
        }
        while position < raw.count, raw[position] >= 0x20 { position += 1 }
        return position
    }

    /// Whether `byte` stands in `text`.
    package static func holds(_ byte: UInt8, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { first(byte, in: $0) != nil }
    }

    /// Whether `part` stands in `text`, byte for byte.
    package static func holds(_ part: String, _ text: String) -> Bool {
        var (part, text) = (part, text)
        return text.withUTF8 { bytes in
            part.withUTF8 { part in
                guard let opening = part.first else { return true }
                var position = 0
                while let found = first(opening, in: bytes, from: position), found + part.count <= bytes.count {
                    if bytes[found..<(found + part.count)].elementsEqual(part) { return true }
                    position = found + 1
                }
                return false
            }
        }
    }

    /// Whether `text` has no byte from 0x80 on.
    package static func isASCII(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { firstHighByte(in: $0) == $0.count }
    }

    /// Where `byte` first stands, at `start` or behind it; `nil` when it does not.
    package static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress else { return nil }
        return memchr(base + start, Int32(byte), bytes.count - start).map {
            UnsafeRawPointer($0) - UnsafeRawPointer(base)
        }
    }

    /// How often `byte` stands in `bytes`. Quickest where that is seldom.
    package static func count(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var total = 0
        var position = 0
        while let found = first(byte, in: bytes, from: position) {
            total += 1
            position = found + 1
        }
        return total
    }

    /// The high bit of each byte of `word` that is zero.
    @inline(__always)
    private static func zeros(in word: UInt64) -> UInt64 { ~(((word & ~highBits) &+ ~highBits) | word | ~highBits) }

    /// Whether all bytes are from 0x20 to 0x7E, and no two blanks stand together; a control character or other byte makes
    /// it `false`.
    package static func isPrintedASCIIWithSingleBlanks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var position = 0
        var endsInBlank = false
        while position + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            // Source of the tests: S. E. Anderson, "Bit Twiddling Hacks", "Determine if a word has a zero byte".
            let deleted = word ^ 0x7F7F_7F7F_7F7F_7F7F
            let hasControl = (word &- 0x2020_2020_2020_2020) & ~word & highBits
            let hasDelete = (deleted &- 0x0101_0101_0101_0101) & ~deleted & highBits
            guard word & highBits == 0, hasControl == 0, hasDelete == 0 else { return false }
            let blanks = zeros(in: word ^ 0x2020_2020_2020_2020)
            guard blanks & (blanks << 8) == 0, !(endsInBlank && blanks & 0x80 != 0) else { return false }
            endsInBlank = blanks >> 63 == 1
            position += 8
        }
        while position < raw.count {
            let byte = raw[position]
            guard byte >= 0x20, byte < 0x7F, !(endsInBlank && byte == 0x20) else { return false }
            endsInBlank = byte == 0x20
            position += 1
        }
        return true
    }
}
