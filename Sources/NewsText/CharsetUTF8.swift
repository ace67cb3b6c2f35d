/// How far bytes are UTF-8.
struct UTF8Form {
    /// Valid sequences of more than one byte.
    private(set) var sequences = 0
    /// The same, each counted by how unlikely it is to stand there by chance: longer ones more.
    private(set) var weight = 0
    /// Bytes that belong to no valid sequence.
    private(set) var badBytes = 0
    /// Those of them that are windows-1252 quotes, dashes or dots between ASCII characters.
    private(set) var punctuation = 0
    /// How many bytes at the end began a sequence that was cut off.
    private(set) var cutBytes = 0

    /// Examines all of `bytes`.
    init(of bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { examine($0) }
    }

    /// Whether every byte fits.
    var isValid: Bool { badBytes == 0 }

    /// Whether the bytes are UTF-8 with damage rather than text in another character set.
    var isMostlyUTF8: Bool {
        let bad = badBytes - punctuation - cutBytes
        if weight == 0 { return cutBytes >= 2 && bad == 0 }
        return weight >= 2 * bad
    }

    private mutating func examine(_ bytes: UnsafeBufferPointer<UInt8>) {
        var position = 0
        while position < bytes.count {
            if bytes[position] < 0x80 {
                position += 1
                continue
            }
            let length = sequenceLength(bytes, at: position)
            if length > 1 {
                sequences += 1
                weight += length == 2 ? 1 : length
                position += length
            } else {
                badBytes += 1
                if isForeignPunctuation(bytes, at: position) { punctuation += 1 }
                if length < 0, position - length == bytes.count {
                    cutBytes = -length
                    badBytes += cutBytes - 1
                    break
                }
                position += 1
            }
        }
    }

    /// The text of mostly valid bytes: see `decodedText`.
    func repaired(_ bytes: [UInt8], evidence: CharsetEvidence) -> DecodedText {
        guard punctuation > 0, isMostlyUTF8 || evidence == .bom else {
            return DecodedText(String(decoding: bytes, as: UTF8.self), "utf-8", evidence)
        }
        var repaired: [UInt8] = []
        repaired.reserveCapacity(bytes.count + punctuation * 2)
        bytes.withUnsafeBufferPointer { bytes in
            var position = 0
            while position < bytes.count {
                let length = bytes[position] < 0x80 ? 1 : sequenceLength(bytes, at: position)
                if length >= 1 && (length > 1 || bytes[position] < 0x80) {
                    repaired.append(contentsOf: bytes[position..<(position + length)])
                    position += length
                } else {
                    if isForeignPunctuation(bytes, at: position), let text = windowsPunctuation[bytes[position]] {
                        repaired.append(contentsOf: text.utf8)
                    } else {
                        repaired.append(bytes[position])
                    }
                    position += 1
                }
            }
        }
        let text = String(decoding: repaired, as: UTF8.self)
        return DecodedText(text, "utf-8", evidence, foreignPunctuation: punctuation)
    }
}

/// The windows-1252 bytes that pasted text brings along.
private let windowsPunctuation: [UInt8: String] = [
    0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
]

private func isForeignPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard bytes[position] == 0x85 || (0x91...0x97).contains(bytes[position]) else { return false }
    let isAfterASCII = position == 0 || bytes[position - 1] < 0x80
    return isAfterASCII && (position + 1 == bytes.count || bytes[position + 1] < 0x80)
}

/// The length of the valid sequence of several bytes at `position`; when there is none, the negative number of bytes
/// that could have begun one.
private func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    let first = bytes[position]
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    for offset in 1..<length {
        guard position + offset < bytes.count else { return -offset }
        let byte = bytes[position + offset]
        guard byte & 0xC0 == 0x80 else { return -offset }
        if offset == 1 {
            if first == 0xE0 && byte < 0xA0 || first == 0xED && byte > 0x9F { return -1 }
            if first == 0xF0 && byte < 0x90 || first == 0xF4 && byte > 0x8F { return -1 }
        }
    }
    return length
}
