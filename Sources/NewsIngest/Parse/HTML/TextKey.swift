import NewsText

/// The letters and digits of `text`, folded, with one blank between words: equal for lines that say the same, whatever
/// their signs.
func textKey(_ text: String) -> String {
    var folded = foldedKey(text)
    return folded.withUTF8 { bytes in
        String(unsafeUninitializedCapacity: bytes.count) { out in
            var count = 0
            var index = 0
            while index < bytes.count {
                let width = signWidth(at: index, in: bytes)
                if width > 0 {
                    if count > 0, out[count - 1] != 0x20 {
                        out[count] = 0x20
                        count += 1
                    }
                    index += width
                } else {
                    out[count] = bytes[index]
                    count += 1
                    index += 1
                }
            }
            if count > 0, out[count - 1] == 0x20 { count -= 1 }
            return count
        }
    }
}

/// How many bytes the sign at `index` has; 0 for a letter or digit. Signs are those of ASCII, Latin-1, general
/// punctuation and the punctuation of Chinese and Japanese.
func signWidth(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
        let isWord = (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41
        return isWord ? 0 : 1
    }
    guard index + 1 < bytes.count else { return 0 }
    if byte == 0xC2 { return bytes[index + 1] == 0xAA || bytes[index + 1] == 0xBA || bytes[index + 1] == 0xB5 ? 0 : 2 }
    guard index + 2 < bytes.count else { return 0 }
    if byte == 0xE2, bytes[index + 1] <= 0x81 || bytes[index + 1] >= 0x86 { return 3 }
    if byte == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] <= 0xA0 { return 3 }
    if byte == 0xEF, bytes[index + 1] == 0xBC, bytes[index + 2] <= 0x8F || (0x9A...0xA0).contains(bytes[index + 2]) {
        return 3
    }
    return 0
}

/// The runs of four words of a text, each as one number: what decides how much of one text stands in another.
struct Shingles {
    /// In order; a text of fewer words than asked for is one run. Empty for a text without words.
    let runs: [UInt64]

    init(_ text: String, length: Int = 4) {
        var text = text
        let words = text.withUTF8 { Self.words(of: $0) }
        guard !words.isEmpty else {
            runs = []
            return
        }
        guard words.count > length else {
            runs = [Self.joined(words[...])]
            return
        }
        runs = (0...(words.count - length)).map { Self.joined(words[$0..<($0 + length)]) }
    }

    private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        var hash: UInt64 = FNV.offset
        var isInside = false
        var index = 0
        while index < bytes.count {
            let width = bytes[index] == 0x5F ? 0 : signWidth(at: index, in: bytes)
            if width == 0 {
                hash = FNV.adding(bytes[index], to: hash)
                isInside = true
                index += 1
            } else {
                if isInside { words.append(hash) }
                hash = FNV.offset
                isInside = false
                index += width
            }
        }
        if isInside { words.append(hash) }
        return words
    }

    private static func joined(_ words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(0x9E37_79B9_7F4A_7C15) { ($0 ^ $1) &* FNV.prime &+ 0x1F }
    }
}
