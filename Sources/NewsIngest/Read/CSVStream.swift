import NewsModel
import NewsStorage
import NewsText

/// The records of CSV and its kin (`;`, tab or `|` between the cells), of which the first line names the columns.
///
/// A capture is the header with one record, both as they stand in the file. Only one record is held. Rows that do not fit
/// the header are rejected with their line.
final class CSVStream: CaptureStream {
    private let path: String
    private let hints: CaptureHints
    private let text: TextBytes
    private var window: ByteWindow { text.window }
    private var position = 0
    private var line = 1
    private var header: (bytes: [UInt8], count: Int)?
    private var separator = UInt8(ascii: ",")
    private var pending: [FoundCapture] = []
    private var isFinished = false
    private var count = 0
    private var unclosed = 0

    private static let headerLimit = 1 << 20
    private static let unclosedLimit = 100
    /// When so many rows one after another do not fit the header, none behind them is read.
    private static let misfitLimit = 10_000
    private var misfits = 0

    /// The records in `source`; `hints` is what is known of all of them.
    init(_ source: any ByteSource, path: String, hints: CaptureHints) {
        self.path = path
        text = TextBytes(source, declared: hints.charset)
        self.hints = hints.ofEntries(charset: text.charset)
        if window.matches("\u{FEFF}", at: 0) { position = 3 }
    }

    func next() -> FoundCapture? {
        while pending.isEmpty, !isFinished {
            if header == nil { readHeader() } else { readRecord() }
        }
        return pending.isEmpty ? nil : pending.removeFirst()
    }

    private func reject(_ line: Int?, _ reason: String) {
        pending.append(.rejected(Rejection(path: path, position: line.map { "line \($0)" }, reason: reason)))
    }

    // MARK: The header

    private func readHeader() {
        if window.matches("sep=", at: position), let end = window.index(of: 0x0A, from: position, limit: 16) {
            // The first line of Excel's own.
            position = end + 1
            line += 1
        }
        let firstLine = window.index(of: 0x0A, from: position, limit: position + Self.headerLimit) ?? window.end
        separator = CSVReader.separator(ofHeader: window.slice(position..<firstLine))
        let start = position
        guard let row = record(limit: Self.headerLimit) else {
            isFinished = true
            return reject(nil, text.damage?.reason ?? "no line that names the columns")
        }
        let names = row.cells.map { normalizedText($0) }
        guard RecordNames.holdStory(names, map: hints.map) else {
            isFinished = true
            let shown = names.prefix(8).joined(separator: ", ")
            return reject(
                row.line, "no column is known to hold a story: \(shown); say which does with --map text=COLUMN")
        }
        header = (text.slice(start..<position), names.count)
    }

    // MARK: Records

    private func readRecord() {
        window.drop(to: position)
        guard window.byte(at: position) != nil, let header else { return finish() }
        let start = position
        guard let row = record(limit: CaptureRejection.longest) else {
            if position > start, window.byte(at: position) != nil { return rejectUnclosed(from: start) }
            return position > start && line > 0 && window.slice(start..<position).contains(where: { $0 > 0x20 })
                ? rejectUnclosed(from: start) : finish()
        }
        count += 1
        guard row.count == header.count else {
            misfits += 1
            isFinished = misfits >= Self.misfitLimit
            let more = isFinished ? "; as \(misfits) rows before it, so nothing behind it is read" : ""
            let reason =
                "\(row.count) cells where the header has \(header.count); put cells with separators in quotes" + more
            return reject(row.line, reason)
        }
        misfits = 0
        var bytes = header.bytes
        if bytes.last != 0x0A, bytes.last != 0x0D, bytes.last != 0 { bytes.append(0x0A) }
        let capture = Capture(
            bytes: bytes + text.slice(start..<position), path: path, position: "line \(row.line)", format: .csv,
            hints: hints)
        pending.append(.capture(capture))
    }

    /// The record at the current position, which moves behind it; `nil` at the end and when it is not closed.
    private func record(limit: Int) -> (line: Int, cells: [String], count: Int)? {
        // Below the header cells are counted, not held; the record's reader splits it again.
        let isCounting = header != nil
        var scanner = CSVScanner(separator: separator, mostCells: isCounting ? 0 : limit)
        let start = position
        while let byte = window.byte(at: position), position - start < limit {
            if isCounting, scanner.isQuoted, byte != UInt8(ascii: "\"") {
                let quote = window.index(of: UInt8(ascii: "\""), from: position, limit: start + limit)
                position = quote ?? min(window.end, start + limit)
                continue
            }
            position += 1
            guard let row = scanner.read(byte) else { continue }
            if byte == 0x0D, window.byte(at: position) == 0x0A { position += 1 }
            defer { line += lineEnds(in: start..<position) }
            return (line + row.line - 1, row.cells, row.cells.count + scanner.cellsLeftOut)
        }
        guard position - start < limit, !scanner.isQuoted, let row = scanner.finish() else { return nil }
        defer { line += lineEnds(in: start..<position) }
        return (line + row.line - 1, row.cells, row.cells.count + scanner.cellsLeftOut)
    }

    /// How many lines end in `range`, by whichever sign.
    private func lineEnds(in range: Range<Int>) -> Int {
        let feeds = window.lineEnds(in: range)
        return feeds > 0 ? feeds : window.slice(range).contains(0x0D) ? 1 : 0
    }

    /// Rejects a record whose quote is never closed, and goes on with the next line.
    private func rejectUnclosed(from start: Int) {
        unclosed += 1
        let isLast = unclosed >= Self.unclosedLimit
        let more = isLast ? "; nothing behind it is read" : ""
        reject(
            line, "a quote that is never closed, or a record of more than \(CaptureRejection.longest >> 20) MB" + more)
        guard !isLast, let end = window.index(of: 0x0A, from: start) else {
            isFinished = true
            return
        }
        position = end + 1
        line += 1
    }

    private func finish() {
        isFinished = true
        if let failure = text.damage { return reject(line, failure.reason) }
        if count == 0 { reject(nil, "column names without a record below them") }
    }
}
