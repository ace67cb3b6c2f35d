import ArgumentParser
import NewsQuery
import NewsStorage

/// What the commands that list values have in common.
struct ValueOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Only values that begin so.", valueName: "prefix"))
    var prefix: [String] = []

    @Option(
        help: ArgumentHelp(
            "Count among the articles that this query finds; what is more frequent there than elsewhere comes first.",
            valueName: "query"))
    var with: String?

    @Option(help: ArgumentHelp("Show so many values.", valueName: "n"))
    var limit: Int?

    func validate() throws {
        guard limit ?? 0 >= 0 else { throw ValidationError("--limit wants 0 or more") }
    }

    /// Prints the values; gives how many there are.
    @discardableResult
    func write(_ facet: Facet, _ options: ArchiveOptions) throws -> Int {
        let search = ArticleSearch(try options.open(.read))
        let parsed = try search.expanded(ParsedQuery(FreeText.restored(with ?? "")))
        QueryOptions.tell(parsed.notices)
        let prefix = FreeText.restored(prefix.joined(separator: " "))
        let all =
            with == nil
            ? try search.values(of: facet, among: parsed, startingWith: prefix)
            : try search.associations(of: facet, with: parsed, startingWith: prefix)
        let counts = all.prefix(limit ?? .max)
        if options.json {
            try Output.json(.array(counts.map(\.json)))
        } else {
            try CountTable.write(counts, style: options.style)
        }
        return all.count
    }
}

struct TagsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags", abstract: "Tags and in how many articles each stands.")

    @OptionGroup var options: ArchiveOptions
    @OptionGroup var values: ValueOptions

    func run() throws { try values.write(.tag, options) }
}

struct SectionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sections", abstract: "Sections and how many articles each has.")

    @OptionGroup var options: ArchiveOptions
    @OptionGroup var values: ValueOptions

    func run() throws { try values.write(.section, options) }
}

struct OutletsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlets", abstract: "Outlets and how many articles each has.")

    @OptionGroup var options: ArchiveOptions
    @OptionGroup var values: ValueOptions

    func run() throws { try values.write(.outlet, options) }
}

struct LayoutsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layouts", abstract: "The outlets whose pages are known, and when they were seen so.")

    @OptionGroup var options: ArchiveOptions

    func run() throws {
        let layouts = KnownLayout.all
        if options.json { return try Output.json(.array(layouts.map(\.json))) }
        for layout in layouts { try Output.line(layout.line) }
    }
}
