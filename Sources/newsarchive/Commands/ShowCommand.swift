import ArgumentParser
import NewsModel
import NewsText
import NewsQuery
import NewsStorage

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Shows one article to read.")

    @OptionGroup var options: ArchiveOptions

    @Argument(help: "The article's number.")
    var id: Int64

    @Flag(help: "Write a capture's bytes exactly as they came.")
    var raw = false

    @Option(help: ArgumentHelp("Which capture, counted from 1, the newest first.", valueName: "n"))
    var capture = 1

    @Flag(help: "Show the lines of the capture that belong to the page's frame and were left out.")
    var dropped = false

    @Option(help: ArgumentHelp("Mark what this query looks for.", valueName: "query"))
    var highlight: String?

    func validate() throws {
        guard capture >= 1 else { throw ValidationError("--capture counts from 1") }
        guard !raw || !dropped else { throw ValidationError("--raw and --dropped are two answers; ask for one") }
    }

    func run() throws {
        let archive = try options.open(.read)
        let article = try archive.existingArticle(id)
        if raw || dropped { return try showCapture(of: article, archive) }
        if options.json {
            try Output.json(article.json)
        } else {
            let marks = try highlight.map { try ArticleSearch(archive).highlighter(for: ParsedQuery($0)) }
            try ArticleText(archived: article, style: options.style, highlighter: marks).write()
        }
    }

    private func showCapture(of article: ArchivedArticle, _ archive: Archive) throws {
        guard article.captures.indices.contains(capture - 1) else {
            let count = article.captures.count
            Output.complain(
                "article \(id) has \(count) \(count == 1 ? "capture" : "captures"); --capture \(capture) is none of them"
            )
            throw CommandLineTool.Status.incomplete
        }
        let chosen = article.captures[capture - 1]
        if raw {
            guard let bytes = try archive.bytes(ofCapture: chosen.id) else {
                Output.complain("the bytes of this capture were not kept (--no-raw); its file was \(chosen.path)")
                throw CommandLineTool.Status.incomplete
            }
            return try Output.write(bytes)
        }
        if options.json {
            return try Output.json(
                .array(chosen.dropped.map { ["line": JSONValue($0.line), "text": .string($0.text)] }))
        }
        for line in chosen.dropped { try Output.line("\(line.line)\t\(Style.plain(line.text))") }
    }
}

extension Archive {
    /// The article `id`; ends the program with status 1 and a message when there is none.
    func existingArticle(_ id: Int64) throws -> ArchivedArticle {
        if let article = try article(ArticleID(id)) { return article }
        complainOfMissing(ArticleID(id))
        throw CommandLineTool.Status.incomplete
    }

    /// Says that there is no article `id`.
    func complainOfMissing(_ id: ArticleID) {
        Output.complain("no article \(id) in \(path); see: newsarchive search")
    }
}

struct RelatedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "related", abstract: "Headlines shown beside an article, and the articles it is shown beside.")

    @OptionGroup var options: ArchiveOptions

    @Argument(help: "The article's number.")
    var id: Int64

    func run() throws {
        let archive = try options.open(.read)
        let article = try archive.existingArticle(id)
        let showing = try archive.articlesShowing(ArticleID(id))
        if options.json {
            return try Output.json([
                "shown": .array(article.relatedJSON),
                "shown_by": .array(
                    showing.map { ["id": .integer($0.id.rawValue), "headline": JSONValue($0.headline)] }),
            ])
        }
        try Output.line(options.style.bold("Headlines shown beside it"))
        for (related, found) in zip(article.article.relatedHeadlines, article.relatedArticles) {
            try Output.line("  \(found.map { "[\($0)]" } ?? "[–]") \(Style.plain(related.headline))")
        }
        try Output.line(options.style.bold("Articles it is shown beside"))
        for other in showing { try Output.line("  [\(other.id)] \(Style.plain(other.headline ?? "(no text)"))") }
    }
}
