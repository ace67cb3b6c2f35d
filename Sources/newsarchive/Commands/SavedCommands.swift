import ArgumentParser
import NewsQuery
import NewsStorage
import NewsText

struct SaveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save", abstract: "Keeps a query under a name, for search:NAME and for watch.",
        discussion: """
            Options are kept as fields of the query; dates such as 7d go on counting from the day of the search. A saved \
            search may name others.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: ArgumentHelp("What to call it; with blanks, put it in quotes.", valueName: "name"))
    var name: String

    @OptionGroup var query: QueryOptions

    @Flag(help: "Put it in the place of one of that name.")
    var replace = false

    func validate() throws {
        if query.words.isEmpty && query.filters == QueryFilters() {
            throw ValidationError("say what to look for; all articles are ''")
        }
        if query.offset != 0 { throw ValidationError("--offset is no part of a query; give it to search") }
        if query.timeout != nil { throw ValidationError("--timeout is no part of a query; give it to search") }
    }

    func run() throws {
        _ = try query.filters.applied(to: ParsedQuery(""))
        let text = try query.filters.joined(to: query.text, matching: query.match)
        let search = ArticleSearch(try options.open(.update))
        let saved = try search.save(
            text, as: FreeText.restored(name), matching: query.match, order: query.sort, replaces: replace,
            accepts: accept)
        if options.json {
            try Output.json(saved.json)
        } else {
            try Output.line("saved '\(saved.name)': \(saved.query)")
        }
    }

    private func accept(_ notices: [Notice]) throws {
        try query.refuseIfStrict(notices)
        QueryOptions.tell(notices)
    }
}

struct SavedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "saved", abstract: "The saved searches.")

    @OptionGroup var options: ArchiveOptions

    func run() throws {
        let searches = try options.open(.read).savedSearches()
        if options.json { return try Output.json(.array(searches.map(\.json))) }
        if searches.isEmpty { Output.tell("nothing is saved; see: newsarchive help save") }
        for search in searches {
            let watched = search.watchedAt.map { "watched \($0.description.prefix(10))" } ?? "never watched"
            let match = search.matching == "all" ? nil : "match \(search.matching)"
            let about = [match, search.sort, watched].compactMap { $0 }.joined(separator: ", ")
            try Output.line(options.style.bold(Style.plain(search.name)) + options.style.faint("  (\(about))"))
            try Output.line("    " + (search.query.isEmpty ? "(all articles)" : Style.plain(search.query)))
        }
    }
}

struct ForgetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: "Forgets a saved search and what it told of.")

    @OptionGroup var options: ArchiveOptions

    @Argument(help: "Its name.")
    var name: String

    func run() throws {
        let name = FreeText.restored(name)
        let archive = try options.open(.update)
        guard let search = try archive.forgetSearch(named: name) else {
            let nearest = try ArticleSearch(archive).nearestSearchName(to: name)
            throw SavedSearchError.unknown(name: name, nearest: nearest)
        }
        if options.json {
            try Output.json(["forgotten": .string(search.name)])
        } else {
            try Output.line("forgot '\(search.name)'")
        }
    }
}

extension SavedSearch {
    /// Its members as `saved --json` shows them.
    var json: JSONValue {
        [
            "name": .string(name), "query": .string(query), "match": .string(matching), "sort": JSONValue(sort),
            "language_version": JSONValue(languageVersion), "saved_at": .string(savedAt.description),
            "watched_at": JSONValue(watchedAt?.description),
        ]
    }
}

extension SavedSearchError {
    /// With what the program ends.
    var status: ExitCode {
        switch self {
        case .unusableName, .exists, .circular, .notJoinable, .unusableOption: CommandLineTool.Status.usage
        case .unknown: CommandLineTool.Status.incomplete
        case .newer: CommandLineTool.Status.archive
        }
    }
}
