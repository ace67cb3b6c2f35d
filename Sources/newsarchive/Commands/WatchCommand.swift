import ArgumentParser
import NewsQuery
import NewsStorage
import NewsText

struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "What a saved search finds that it did not tell of before.",
        discussion: """
            What is told is marked as told when all of it has been written; what is cut off before is told again the \
            next time. The first time tells everything.
            """)

    @OptionGroup var options: ArchiveOptions

    @Argument(help: "The saved search.")
    var name: String

    @Option(help: ArgumentHelp("Tell of so many; the others wait.", valueName: "n"))
    var limit: Int?

    @Flag(help: "Mark nothing as told.")
    var peek = false

    @Option(help: "text, json, jsonl, csv, atom or jsonfeed.")
    var format: SearchCommand.Format?

    @Flag(help: "Exit with status 1 when nothing is new.")
    var exitCode = false

    func validate() throws {
        guard limit ?? 0 >= 0 else { throw ValidationError("--limit wants 0 or more") }
        if options.json, let format, format != .json {
            throw ValidationError("--json and --format \(format.rawValue) contradict each other; leave one out")
        }
    }

    func run() throws {
        let started = ContinuousClock.now
        let search = ArticleSearch(try options.open(peek ? .read : .update))
        let news = try search.news(of: FreeText.restored(name), limit: limit)
        let output = NewsOutput(news: news, search: search, style: options.style, started: started)
        try output.write(format ?? (options.json ? .json : .text))
        if !peek {
            try Output.deliver()
            try search.markTold(news)
        }
        if exitCode && news.total == 0 { throw CommandLineTool.Status.incomplete }
    }
}
