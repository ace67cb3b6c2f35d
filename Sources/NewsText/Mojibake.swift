/// Whether `text` holds UTF-8 that was read as windows-1252 or windows-1251: `Ã©`, `â€™`, `Ð¿Ñ€`, `РїСЂ`.
///
/// Looks for characters whose bytes in those sets are valid UTF-8 sequences. One is enough where no language writes such
/// a thing; where it could be (`É»`, Ukrainian `Рі`), several or neighbouring ones are needed. Linear; ASCII is skipped.
func isMojibake(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var western = MojibakeScan()
        var cyrillic = MojibakeScan()
        var position = 0
        while position < bytes.count {
            if bytes[position] < 0x80 {
                if western.isOpen { western.feed(0) }
                if cyrillic.isOpen { cyrillic.feed(0) }
                position += 1
                if !western.isOpen, !cyrillic.isOpen { position = ByteScan.firstHighByte(in: bytes, from: position) }
                continue
            }
            let (scalar, length) = decodedScalar(bytes, at: position)
            position += length
            western.feed(windows1252Byte(scalar))
            cyrillic.feed(windows1251Byte(scalar))
        }
        western.feed(0)
        cyrillic.feed(0)
        // In windows-1251 a lead byte is a capital Р or С, which text has in plenty: only neighbours tell.
        return western.certain > 0 || western.likely >= 2 || western.neighbours > 0 || cyrillic.neighbours >= 2
    }
}

/// Counts valid UTF-8 sequences in a stream of bytes.
private struct MojibakeScan {
    /// Sequences that no text has by chance.
    private(set) var certain = 0
    /// Sequences that text hardly has.
    private(set) var likely = 0
    /// Sequences of letters that directly follow another one.
    private(set) var neighbours = 0
    /// Whether the bytes before matter for the next.
    private(set) var isOpen = false

    private var lead: UInt8 = 0
    private var second: UInt8 = 0
    private var missing = 0
    private var followsSequence = false

    /// Takes the next byte; 0 for a character that has none.
    mutating func feed(_ byte: UInt8) {
        if missing > 0, byte & 0xC0 == 0x80 {
            if second == 0 { second = byte }
            missing -= 1
            if missing == 0 { finish(last: byte) }
            return
        }
        if missing > 0 { followsSequence = false }
        missing = 0
        switch byte {
        case 0xC2...0xDF: start(byte, missing: 1)
        case 0xE0...0xEF: start(byte, missing: 2)
        case 0xF0...0xF4: start(byte, missing: 3)
        default:
            followsSequence = false
            isOpen = false
        }
    }

    private mutating func start(_ byte: UInt8, missing: Int) {
        lead = byte
        second = 0
        self.missing = missing
        isOpen = true
    }

    private mutating func finish(last: UInt8) {
        if followsSequence { neighbours += 1 }
        followsSequence = true
        switch lead {
        case 0xE2 where second == 0x80 || second == 0x82 || second == 0x84: certain += 1
        case 0xC3 where !isPunctuation(last): certain += 1
        case 0xC2 where last == 0xA0 || last == 0xA9 || last == 0xB0 || last == 0xAB || last == 0xBB: likely += 1
        case 0xE3...0xED, 0xEF, 0xF0: likely += 1
        default: break
        }
    }

    /// Whether a windows-1252 byte may follow a capital letter in ordinary text.
    private func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x82, 0x84, 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xA0, 0xAB, 0xAD, 0xAE, 0xB7, 0xBB, 0xBF: true
        default: false
        }
    }
}

/// The byte that a scalar is in windows-1252, its C1 controls included; 0 for other scalars and for ASCII.
private func windows1252Byte(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x100 { return scalar < 0x80 ? 0 : UInt8(scalar) }
    return scalar < 0x3000 ? windows1252Bytes[scalar] ?? 0 : 0
}

private func windows1251Byte(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x410...0x44F: UInt8(scalar - 0x410 + 0xC0)
    case 0x80..<0x3000: windows1251Bytes[scalar] ?? 0
    default: 0
    }
}

private let windows1252Bytes = highBytes(of: "windows-1252")
private let windows1251Bytes = highBytes(of: "windows-1251")

private func highBytes(of name: String) -> [UInt32: UInt8] {
    var bytes: [UInt32: UInt8] = [:]
    guard let table = SingleByteTable.all[name] else { return bytes }
    for byte in UInt8(0x80)...0xFF where table.scalar(byte) != 0xFFFD { bytes[table.scalar(byte)] = byte }
    return bytes
}
