import ArgumentParser
import Foundation
import NewsModel
import NewsText
import NewsQuery
import NewsStorage

struct StatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "What the archive holds: counts, dates, sizes.")

    @OptionGroup var options: ArchiveOptions

    func run() throws {
        let stats = try options.open(.read).statistics()
        let rows: [(String, JSONValue)] = [
            ("articles", JSONValue(stats.articles)), ("captures", JSONValue(stats.captures)),
            ("outlets", JSONValue(stats.outlets)), ("sections", JSONValue(stats.sections)),
            ("tags", JSONValue(stats.tags)), ("entities", JSONValue(stats.entities)),
            ("related_headlines", JSONValue(stats.relatedHeadlines)),
            ("related_resolved", JSONValue(stats.relatedResolved)), ("footnotes", JSONValue(stats.footnotes)),
            ("without_headline", JSONValue(stats.withoutHeadline)), ("without_date", JSONValue(stats.withoutDate)),
            ("first_date", JSONValue(stats.firstDate?.description)),
            ("last_date", JSONValue(stats.lastDate?.description)),
            ("words", JSONValue(stats.words)), ("rejections", JSONValue(stats.rejections)),
            ("file_bytes", JSONValue(stats.fileBytes)), ("capture_bytes", JSONValue(stats.captureBytes)),
            ("schema_version", JSONValue(stats.schemaVersion)),
        ]
        if options.json {
            return try Output.json(.object(rows.map { JSONValue.Member(name: $0.0, value: $0.1) }))
        }
        for (name, value) in rows {
            let label = name.replacing("_", with: " ")
            let text = if case .string(let text) = value { text } else { value == .null ? "–" : value.text }
            try Output.line("\(label)\(String(repeating: " ", count: 20 - label.count))\(text)")
        }
    }
}

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Takes articles and their captures out of the archive, after asking.")

    @OptionGroup var options: ArchiveOptions

    @Argument(help: "The articles' numbers.")
    var ids: [Int64] = []

    @Option(help: ArgumentHelp("Take out all articles that this query finds.", valueName: "query"))
    var query: String?

    @Flag(help: "Do not ask.")
    var yes = false

    func validate() throws {
        guard ids.isEmpty != (query == nil) else { throw ValidationError("name articles by their numbers, or --query") }
    }

    func run() throws {
        let archive = try options.open(.update)
        let chosen = try ids.map(ArticleID.init) + found(archive)
        if !yes { try confirm(chosen.count) }
        let unknown = try archive.remove(chosen)
        for id in unknown { archive.complainOfMissing(id) }
        let removed = Set(chosen).count - unknown.count
        if options.json {
            try Output.json(["removed": JSONValue(removed), "unknown": .array(unknown.map { .integer($0.rawValue) })])
        } else {
            try Output.line("removed \(removed) \(removed == 1 ? "article" : "articles")")
        }
        if !unknown.isEmpty { throw CommandLineTool.Status.incomplete }
    }

    private func found(_ archive: Archive) throws -> [ArticleID] {
        guard let query else { return [] }
        let search = ArticleSearch(archive)
        let parsed = try search.expanded(ParsedQuery(FreeText.restored(query)))
        if let notice = parsed.notices.first {
            Output.complain("\(notice.message); a query that removes must be wholly understood")
            throw CommandLineTool.Status.usage
        }
        return try search.ids(of: parsed)
    }

    /// Ends the program unless the user agrees.
    private func confirm(_ count: Int) throws {
        let articles = "\(count) \(count == 1 ? "article" : "articles")"
        guard isatty(STDIN_FILENO) == 1 else {
            Output.complain("nobody to ask; add --yes to take out \(articles)")
            throw CommandLineTool.Status.usage
        }
        FileHandle.standardError.write(
            Data("Take out \(articles) with \(count == 1 ? "its" : "their") captures for good? [y/N] ".utf8))
        guard ["y", "yes"].contains((readLine() ?? "").lowercased()) else {
            Output.tell("nothing taken out")
            throw CommandLineTool.Status.incomplete
        }
    }
}

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks that file, tables, captures and index are sound and agree.")

    @OptionGroup var options: ArchiveOptions

    @Flag(help: "Make anew what can be made anew: the index and what is derived from the articles.")
    var repair = false

    func run() throws {
        let archive = try options.open(.update)
        let problems = try archive.check(repairs: repair)
        if options.json {
            try Output.json([
                "ok": .bool(problems.allSatisfy(\.isRepaired)),
                "problems": .array(
                    problems.map {
                        [
                            "kind": .string($0.kind.rawValue), "where": .string($0.place), "what": .string($0.what),
                            "repaired": .bool($0.isRepaired),
                        ]
                    }),
            ])
        } else {
            for problem in problems {
                try Output.line("\(problem.place): \(problem.what)\(problem.isRepaired ? " (repaired)" : "")")
            }
            if problems.isEmpty { try Output.line("\(archive.path) is sound") }
        }
        if !problems.allSatisfy(\.isRepaired) { throw CommandLineTool.Status.incomplete }
    }
}

struct OptimizeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "optimize", abstract: "Makes searching faster and the file smaller.")

    @OptionGroup var options: ArchiveOptions

    @Flag(help: "Make the whole index anew from the articles.")
    var rebuild = false

    func run() throws {
        let archive = try options.open(.update)
        let before = try archive.statistics().fileBytes
        try archive.optimize(rebuilds: rebuild)
        let after = try archive.statistics().fileBytes
        if options.json {
            try Output.json(["bytes_before": JSONValue(before), "bytes_after": JSONValue(after)])
        } else {
            try Output.line("\(before) bytes before, \(after) after")
        }
    }
}

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes a copy of the archive, also while it is being written.")

    @OptionGroup var options: ArchiveOptions

    @Argument(help: "The copy; it appears when it is complete.")
    var dest: String

    func run() throws {
        guard !FileManager.default.fileExists(atPath: dest) else {
            Output.complain("\(dest) is there already; name a new file")
            throw CommandLineTool.Status.usage
        }
        let archive = try options.open(.read)
        let interruption = Interruption { _ in archive.interrupt() }
        defer { interruption.end() }
        do {
            try archive.backUp(to: dest)
        } catch {
            throw interruption.received.map { ExitCode(128 + $0) } ?? error
        }
        if options.json {
            try Output.json(["archive": .string(archive.path), "copy": .string(dest)])
        } else {
            try Output.line("copied \(archive.path) to \(dest)")
        }
    }
}

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings an archive of an earlier version up to date.")

    @OptionGroup var options: ArchiveOptions

    func run() throws {
        let archive = try options.open(.update)
        let version = try archive.statistics().schemaVersion
        if options.json {
            try Output.json(["schema_version": JSONValue(version)])
        } else {
            try Output.line("\(archive.path) is up to date (schema \(version))")
        }
    }
}
