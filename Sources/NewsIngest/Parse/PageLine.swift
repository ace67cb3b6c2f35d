import NewsText

/// A line of a capture that holds text.
struct PageLine {
    /// The line in the capture, counted from 1.
    let number: Int
    /// Normalized, never empty.
    let text: String
    /// How many empty lines stand before it.
    let blanksBefore: Int

    /// The lines of `text` that hold any, normalized one by one so that their numbers stay true. Linear.
    static func lines(of text: String) -> [PageLine] {
        var lines: [PageLine] = []
        lines.reserveCapacity(64)
        var text = text
        text.withUTF8 { bytes in
            var number = 0
            var blanks = 0
            var start = 0
            while start < bytes.count {
                let feed = ByteScan.first(0x0A, in: bytes, from: start) ?? bytes.count
                let line = UnsafeBufferPointer(rebasing: bytes[start..<feed])
                var end = ByteScan.first(0x0D, in: line).map { start + $0 } ?? feed
                number += 1
                append(UnsafeBufferPointer(rebasing: bytes[start..<end]), number, &blanks, to: &lines)
                if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { end += 1 }
                start = end + 1
            }
        }
        return lines
    }

    private static func append(
        _ bytes: UnsafeBufferPointer<UInt8>, _ number: Int, _ blanks: inout Int, to lines: inout [PageLine]
    ) {
        var lower = 0
        var upper = bytes.count
        while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
        while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
        guard lower < upper else {
            blanks += 1
            return
        }
        let printed = String(decoding: UnsafeBufferPointer(rebasing: bytes[lower..<upper]), as: UTF8.self)
        let text = normalizedText(printed)
        guard !text.isEmpty else {
            blanks += 1
            return
        }
        // Rare line ends (U+2028, form feeds) become line ends only by normalizing.
        guard ByteScan.holds(0x0A, text) else {
            lines.append(PageLine(number: number, text: text, blanksBefore: blanks))
            blanks = 0
            return
        }
        for part in text.split(separator: "\n") {
            lines.append(PageLine(number: number, text: String(part), blanksBefore: blanks))
            blanks = 0
        }
    }
}
