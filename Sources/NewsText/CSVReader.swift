/// Reads comma-separated values: RFC 4180, and what is met in practice — line feeds alone, quotes inside plain cells,
/// a byte order mark.
public enum CSVReader {
    /// The rows of `text`, each with its cells and the line it starts on, counted from 1. Empty lines are left out.
    ///
    /// A quote that is never closed runs to the end of the text. Linear.
    public static func rows(of text: String, separator: UInt8 = UInt8(ascii: ",")) -> [(line: Int, cells: [String])] {
        var rows: [(line: Int, cells: [String])] = []
        var scanner = Scanner(separator: separator)
        for byte in text.utf8 {
            if let row = scanner.read(byte) { rows.append(row) }
        }
        if let row = scanner.finish() { rows.append(row) }
        return rows
    }

    private struct Scanner {
        let separator: UInt8
        private var cell: [UInt8] = []
        private var cells: [String] = []
        private var isQuoted = false
        private var closedQuote = false
        private var sawCR = false
        private var line = 1
        private var rowLine = 1

        init(separator: UInt8) {
            self.separator = separator
        }

        mutating func read(_ byte: UInt8) -> (line: Int, cells: [String])? {
            defer { sawCR = byte == UInt8(ascii: "\r") }
            if byte == UInt8(ascii: "\n") && !(sawCR && !isQuoted) || byte == UInt8(ascii: "\r") { line += 1 }
            if isQuoted {
                readQuoted(byte)
                return nil
            }
            switch byte {
            case UInt8(ascii: "\""):
                if closedQuote { cell.append(byte) }
                isQuoted = cell.isEmpty || closedQuote
                if !isQuoted { cell.append(byte) }
                closedQuote = false
            case separator:
                endCell()
            case UInt8(ascii: "\n") where sawCR:
                rowLine = line
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                return endRow()
            default:
                cell.append(byte)
                closedQuote = false
            }
            return nil
        }

        mutating func finish() -> (line: Int, cells: [String])? {
            cell.isEmpty && cells.isEmpty && !closedQuote ? nil : endRow()
        }

        private mutating func readQuoted(_ byte: UInt8) {
            if byte == UInt8(ascii: "\"") {
                isQuoted = false
                closedQuote = true
            } else {
                cell.append(byte)
            }
        }

        private mutating func endCell() {
            cells.append(String(decoding: cell, as: UTF8.self))
            cell = []
            closedQuote = false
        }

        private mutating func endRow() -> (line: Int, cells: [String])? {
            defer { rowLine = line }
            if cell.isEmpty && cells.isEmpty && !closedQuote { return nil }
            endCell()
            defer { cells = [] }
            return (rowLine, cells)
        }
    }
}
