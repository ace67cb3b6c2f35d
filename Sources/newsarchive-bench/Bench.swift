import ArgumentParser

/// Makes archives to measure with, and measures.
@main
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsarchive-bench",
        abstract: "Makes captures to measure with, and measures.",
        subcommands: [
            Generate.self, Measure.self, Compare.self, Relevance.self, Extraction.self, CrawlPace.self, Entities.self,
        ])
}
