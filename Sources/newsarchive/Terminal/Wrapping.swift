/// Text in lines of at most `width` columns, broken at blanks; words that are longer stand alone.
///
/// Characters of scripts that take two columns count twice.
func wrapped(_ text: String, width: Int, indent: String = "") -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        var lines: [String] = []
        var current = ""
        var columns = 0
        for word in line.split(separator: " ") {
            let wordColumns = columnCount(word)
            if columns > 0, columns + 1 + wordColumns > max(20, width - indent.count) {
                lines.append(indent + current)
                current = ""
                columns = 0
            }
            current += (columns > 0 ? " " : "") + word
            columns += wordColumns + (columns > 0 ? 1 : 0)
        }
        lines.append(current.isEmpty ? "" : indent + current)
        return lines.joined(separator: "\n")
    }.joined(separator: "\n")
}

/// How many columns `text` takes on a terminal.
func columnCount(_ text: some StringProtocol) -> Int {
    text.reduce(0) { count, character in
        let value = character.unicodeScalars.first?.value ?? 0
        let isWide =
            (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
            || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
            || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value) || value >= 0x1F300
        return count + (isWide ? 2 : 1)
    }
}
