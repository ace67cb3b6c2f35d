import ArgumentParser
import Foundation
import NewsQuery
import NewsStorage
import Synchronization

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes all articles that a query finds as CSV or JSON Lines.")

    @OptionGroup var options: ArchiveOptions
    @OptionGroup var query: QueryOptions

    @Option(help: "csv, tsv, jsonl (lossless) or json.")
    var format: Exporter.Format?

    @Option(help: ArgumentHelp("Write to this file; it appears when it is complete.", valueName: "path"))
    var output: String?

    @Option(help: ArgumentHelp("Columns of the table, separated by commas.", valueName: "names"))
    var columns: String?

    @Option(help: ArgumentHelp("Write so many articles at the most.", valueName: "n"))
    var limit: Int?

    @Flag(help: "Exit with status 1 when nothing is found.")
    var exitCode = false

    @Flag(help: "For Excel: a byte order mark, lines end with CR LF.")
    var excel = false

    @Flag(help: "Leave cells that a spreadsheet would run as they are.")
    var rawCells = false

    func validate() throws {
        guard limit ?? 0 >= 0 else { throw ValidationError("--limit wants 0 or more") }
        if options.json, let format, format != .json {
            throw ValidationError("--json and --format \(format.rawValue) contradict each other; leave one out")
        }
        if let output, FileOutput.isSameFile(output, options.path) {
            throw ValidationError("\(output) is the archive itself; name another file")
        }
        _ = try columnList()
    }

    func run() throws {
        var exporter = Exporter()
        exporter.format = format ?? (options.json ? .json : .csv)
        exporter.columns = try columnList()
        exporter.form.isForExcel = excel
        exporter.form.isRaw = rawCells
        let typed = try query.parsed()
        let search = ArticleSearch(try options.open(.read), timeLimit: query.timeout)
        let parsed = try query.expanded(typed, by: search)
        let count = try write(parsed, with: exporter, from: search)
        Output.tell("wrote \(count) \(count == 1 ? "row" : "rows")" + (output.map { " to \($0)" } ?? ""))
        if exitCode && count == 0 { throw CommandLineTool.Status.incomplete }
    }

    private func write(_ parsed: ParsedQuery, with exporter: Exporter, from search: ArticleSearch) throws -> Int {
        func export(to sink: ([UInt8]) throws -> Void) throws -> Int {
            try exporter.export(
                parsed, order: query.sort ?? parsed.order ?? .oldest, offset: query.offset, limit: limit, from: search,
                to: sink)
        }
        guard let output, output != "-" else {
            let count = try export(to: Output.write)
            try Output.flush()
            return count
        }
        let begun = Begun()
        let interruption = Interruption(beforeExit: { begun.file.withLock { $0?.discard() } })
        defer { interruption.end() }
        let file = try begun.file.withLock { begun in
            let file = try FileOutput(output)
            begun = file
            return file
        }
        do {
            let count = try export { try file.write($0) }
            try file.finish()
            return count
        } catch {
            file.discard()
            throw error
        }
    }

    /// The file being written, for a signal to find; locked while it is made, so that none is missed.
    private final class Begun: Sendable {
        let file = Mutex<FileOutput?>(nil)
    }

    private func columnList() throws -> [ExportColumn] {
        guard let columns else { return ExportColumn.usual }
        let known = ExportColumn.allCases.map(\.rawValue).joined(separator: ", ")
        let chosen = try columns.split(separator: ",").map { name in
            guard let column = ExportColumn(rawValue: name.trimmingCharacters(in: .whitespaces)) else {
                throw ValidationError("no column '\(name)'; there are \(known)")
            }
            return column
        }
        guard !chosen.isEmpty else { throw ValidationError("--columns names no column; there are \(known)") }
        return chosen
    }
}

extension Exporter.Format: ExpressibleByArgument {}
