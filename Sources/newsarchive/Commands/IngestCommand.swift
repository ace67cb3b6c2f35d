import ArgumentParser
import Foundation
import NewsIngest
import NewsModel
import NewsQuery
import NewsStorage

struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest", abstract: "Reads captured pages into the archive, which is made when there is none.")

    @OptionGroup var options: ArchiveOptions

    @Argument(
        help: ArgumentHelp("Files, folders (with all that is in them), or - for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var captures: CaptureOptions

    @Option(help: ArgumentHelp("Read so many captures at a time.", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "Write the id, path and position of every article to this file, tab separated.", valueName: "file"))
    var ids: String?

    @Flag(help: "Say what would happen; the archive stays as it is.")
    var dryRun = false

    @Flag(help: "Do not keep the captures' bytes.")
    var noRaw = false

    @Flag(help: "Do not recognize entities.")
    var noEntities = false

    @Flag(help: "Stop at the first capture that cannot be read.")
    var strict = false

    @Flag(help: "Read all captures of the archive again, with today's layouts.")
    var reread = false

    func validate() throws {
        guard jobs ?? 1 > 0 else { throw ValidationError("--jobs wants 1 or more") }
        guard reread == (paths.isEmpty && captures.manifest == nil) else {
            throw ValidationError(
                reread
                    ? "--reread takes no paths: it reads what the archive holds"
                    : "name files or folders to read, or - for standard input")
        }
    }

    func run() async throws {
        let ingestOptions = try ingestOptions()
        let idList = try ids.map { path throws(FileOutput.Failure) in try FileOutput(path) }
        let rehearsal = try dryRun ? Rehearsal(of: options.path, mustExist: reread) : nil
        defer { rehearsal?.end() }
        let archive = try rehearsal?.archive ?? options.open(reread ? .update : .create)
        let meter = ProgressMeter()
        let (report, signal) = try await IngestRun(archive: archive, options: ingestOptions).run(
            reread ? .reread : .paths(paths), meter: meter)
        meter.end()
        try IngestSummary(report: report, isDryRun: dryRun).write(asJSON: options.json)
        if let idList { try write(report.articles, to: idList) }
        if let signal { throw ExitCode(128 + signal) }
        if report.counts.rejected > 0 { throw CommandLineTool.Status.incomplete }
    }

    private func ingestOptions() throws -> IngestOptions {
        var ingest = try captures.ingestOptions()
        ingest.countsBytes = Output.isErrorTerminal
        ingest.jobs = jobs
        ingest.keepsBytes = !noRaw
        ingest.recognizesEntities = !noEntities
        ingest.isStrict = strict
        ingest.program = CommandLineTool.version
        ingest.listLimit = ids == nil ? IngestReport.listLimit : .max
        return ingest
    }

    private func write(_ articles: [IngestReport.ArchivedPlace], to file: FileOutput) throws {
        var form = TableWriter.Form()
        form.separator = .tab
        form.isRaw = true
        let table = TableWriter(form)
        for place in articles {
            try file.write(Array(table.row(["\(place.id)", place.path, place.position ?? ""]).utf8))
        }
        try file.finish()
    }
}

/// An ingest that ends in good order when the user presses Ctrl-C.
struct IngestRun {
    let archive: Archive
    let options: IngestOptions

    /// What is read.
    enum Work: Sendable {
        /// Files and folders.
        case paths([String])
        /// All captures of the archive again.
        case reread
        /// The entities of archived articles: of those that wait for it, or of all.
        case entities(all: Bool)
    }

    /// Does `work` and what was decided about entities; with the signal that ended it early.
    func run(_ work: Work, meter: ProgressMeter) async throws -> (IngestReport, Int32?) {
        let ingest = Ingest(into: archive, options: options)
        let task = Task {
            switch work {
            case .paths(let paths): try await ingest.run(paths) { meter.show($0) }
            case .reread: try await ingest.reread { meter.show($0) }
            case .entities(let all): try await ingest.recognize(all: all) { meter.show($0) }
            }
        }
        let interruption = Interruption { _ in task.cancel() }
        defer { interruption.end() }
        let report = try await task.value
        try EntityEditor(archive).settle()
        return (report, interruption.received)
    }
}

/// A copy of the archive for `--dry-run`, so that what is said is exactly what would happen.
private final class Rehearsal {
    let archive: Archive
    private let folder: URL

    init(of path: String, mustExist: Bool) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "newsarchive-dry-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let copy = folder.appending(path: "newsarchive.db").path
        do {
            if mustExist || FileManager.default.fileExists(atPath: path) {
                try Archive(path: path, mode: .read).backUp(to: copy)
            }
            archive = try Archive(path: copy, mode: .create)
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    func end() {
        try? archive.close()
        try? FileManager.default.removeItem(at: folder)
    }
}
