/// Joins paragraphs that were broken into lines of one width.
enum HardWrap {
    /// `lines` with broken paragraphs joined, each under the number of its first line; `lines` themselves when they
    /// are not broken. Linear.
    ///
    /// A line is continued when the next line's first word would not have fitted on it. Blocks that are no prose
    /// (lists of headlines) are joined only where a line goes on with a small letter.
    static func joined(_ lines: [PageLine]) -> [PageLine] {
        guard lines.count >= 4, let longest = lines.map(\.text.utf8.count).max(), longest <= 400 else { return lines }
        let widths = lines.map { $0.text.unicodeScalars.count }
        guard let width = widths.max(), (40...100).contains(width) else { return lines }
        guard isBroken(lines, widths: widths, width: width) else { return lines }
        var joined: [PageLine] = []
        var start = 0
        while start < lines.count {
            var end = start + 1
            while end < lines.count, lines[end].blanksBefore == 0 { end += 1 }
            append(lines[start..<end], widths: widths[start..<end], width: width, to: &joined)
            start = end
        }
        return joined
    }

    /// Whether most lines that end within a sentence end where the next word would not have fitted.
    private static func isBroken(_ lines: [PageLine], widths: [Int], width: Int) -> Bool {
        var pairs = 0
        var full = 0
        for index in 1..<lines.count where lines[index].blanksBefore == 0 {
            guard !LineShape.endsSentence(lines[index - 1].text), widths[index - 1] > 20 else { continue }
            pairs += 1
            if isFull(widths[index - 1], before: lines[index].text, width: width) { full += 1 }
        }
        return full >= 3 && full * 10 >= pairs * 6
    }

    private static func isFull(_ length: Int, before next: String, width: Int) -> Bool {
        var word = 0
        for scalar in next.unicodeScalars {
            if scalar == " " || word > width { break }
            word += 1
        }
        return length + 1 + word > width
    }

    private static func append(
        _ block: ArraySlice<PageLine>, widths: ArraySlice<Int>, width: Int, to joined: inout [PageLine]
    ) {
        let isProse = block.last.map { LineShape.endsSentence($0.text) } ?? false
        var current: PageLine?
        for index in block.indices {
            let line = block[index]
            if let open = current, index > block.startIndex, isFull(widths[index - 1], before: line.text, width: width),
                isProse || !LineShape.beginsLikeSentence(line.text)
            {
                current = PageLine(
                    number: open.number, text: glue(open.text, line.text), blanksBefore: open.blanksBefore)
            } else {
                if let open = current { joined.append(open) }
                current = line
            }
        }
        if let open = current { joined.append(open) }
    }

    private static func glue(_ left: String, _ right: String) -> String {
        guard let end = left.unicodeScalars.last, let start = right.unicodeScalars.first else { return left + right }
        let needsNoBlank = LineShape.isIdeographic(end) && LineShape.isIdeographic(start)
        if needsNoBlank { return left + right }
        let isHyphenated = end == "-" && start.properties.isLowercase && left.unicodeScalars.dropLast().last != " "
        return isHyphenated ? left + right : left + " " + right
    }
}
