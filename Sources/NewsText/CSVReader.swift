/// Reads comma-separated values: RFC 4180, and what is met in practice — line feeds alone, quotes inside plain cells,
/// a byte order mark.
public enum CSVReader {
    /// The rows of `text`, each with its cells and the line it starts on, counted from 1. Empty lines are left out.
    ///
    /// A quote that is never closed runs to the end of the text. Linear.
    public static func rows(of text: String, separator: UInt8 = UInt8(ascii: ",")) -> [(line: Int, cells: [String])] {
        var rows: [(line: Int, cells: [String])] = []
        var scanner = CSVScanner(separator: separator)
        for byte in text.utf8 {
            if let row = scanner.read(byte) { rows.append(row) }
        }
        if let row = scanner.finish() { rows.append(row) }
        return rows
    }

    /// The sign between the cells of a header: the most frequent of comma, semicolon, tab and bar outside quotes.
    public static func separator(ofHeader header: some Sequence<UInt8>) -> UInt8 {
        let signs = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        var counts = [0, 0, 0, 0]
        var isQuoted = false
        for byte in header {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, let index = signs.firstIndex(of: byte) { counts[index] += 1 }
        }
        // Of equally frequent ones the first.
        let best = counts.indices.max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
        return signs[best]
    }
}

/// Reads comma-separated values byte by byte, and so from files of any length.
public struct CSVScanner: Sendable {
    private let separator: UInt8
    /// The cell so far, where it will be among those that are given, and whether there is anything of it.
    private var cell: [UInt8] = []
    private var cellIsEmpty = true
    private var cells: [String] = []
    /// Whether the last byte read stands within quotes.
    public private(set) var isQuoted = false
    private var closedQuote = false
    private var sawCR = false
    private var line = 1
    private var rowLine = 1
    private let mostCells: Int
    private var leftOut = 0
    /// How many cells of the row read last are not among those that were given.
    public private(set) var cellsLeftOut = 0

    /// Reads values with `separator` between them; of a row with more than `mostCells`, those beyond are only counted.
    public init(separator: UInt8, mostCells: Int = .max) {
        self.separator = separator
        self.mostCells = mostCells
    }

    /// Reads a byte; gives the row that it ends.
    public mutating func read(_ byte: UInt8) -> (line: Int, cells: [String])? {
        defer { sawCR = byte == UInt8(ascii: "\r") }
        if byte == UInt8(ascii: "\n") && !(sawCR && !isQuoted) || byte == UInt8(ascii: "\r") { line += 1 }
        if isQuoted {
            readQuoted(byte)
            return nil
        }
        switch byte {
        case UInt8(ascii: "\""):
            if closedQuote { append(byte) }
            isQuoted = cellIsEmpty || closedQuote
            if !isQuoted { append(byte) }
            closedQuote = false
        case separator:
            endCell()
        case UInt8(ascii: "\n") where sawCR:
            rowLine = line
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            return endRow()
        default:
            append(byte)
            closedQuote = false
        }
        return nil
    }

    /// Gives the row that the end of the text ends.
    public mutating func finish() -> (line: Int, cells: [String])? {
        endRow()
    }

    private mutating func readQuoted(_ byte: UInt8) {
        if byte == UInt8(ascii: "\"") {
            isQuoted = false
            closedQuote = true
        } else {
            append(byte)
        }
    }

    private mutating func append(_ byte: UInt8) {
        cellIsEmpty = false
        if cells.count < mostCells { cell.append(byte) }
    }

    private mutating func endCell() {
        if cells.count < mostCells { cells.append(String(decoding: cell, as: UTF8.self)) } else { leftOut += 1 }
        cell.removeAll(keepingCapacity: true)
        cellIsEmpty = true
        closedQuote = false
    }

    private mutating func endRow() -> (line: Int, cells: [String])? {
        defer { rowLine = line }
        if cellIsEmpty && cells.isEmpty && leftOut == 0 && !closedQuote { return nil }
        endCell()
        (cellsLeftOut, leftOut) = (leftOut, 0)
        defer { cells = [] }
        return (rowLine, cells)
    }
}
