import ArgumentParser
import Foundation

/// Measures the built command on generated captures: ingest, and whole searches as a person starts them.
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Times ingest and searches of the built command on generated captures.")

    @Option(help: "The built command.")
    var program: String

    @Option(help: "How many captures.")
    var articles = 100_000

    @Option(help: "How many pages of HTML, of about 170 KB each.")
    var pages = 1_500

    @Option(help: "A folder to work in; the captures in it are made anew when there are not as many.")
    var folder: String

    @Option(help: "How often each search is started.")
    var runs = 15

    func run() async throws {
        let captures = folder + "/captures-\(articles)"
        let archive = folder + "/bench.db"
        try prepare(captures)
        print("| what | figure |\n|---|---|")
        try measureIngest(captures, into: archive, ["--no-entities"], "without entities")
        try measureIngest(captures, into: archive, [], "with entities")
        let again = try ProcessRun(program, ["ingest", "--archive", archive, captures])
        report("the same again, all unchanged", "\(Int(Double(articles) / again.seconds)) captures/s")
        try measureSearches(archive)
        try measureExport(archive)
        try measurePages()
    }

    /// The ingest of pages of HTML, without entities.
    private func measurePages() throws {
        let folder = "\(folder)/pages-\(pages)"
        if !FileManager.default.fileExists(atPath: folder + "/.complete") {
            try? FileManager.default.removeItem(atPath: folder)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let generator = CaptureGenerator(articles: 50_000)
            for number in 0..<pages {
                let page = CrawledPage(number: number, generator: generator, length: 170_000)
                try Data(page.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(number).html"))
            }
            try Data().write(to: URL(fileURLWithPath: folder + "/.complete"))
        }
        try measureLoads(
            of: folder, into: self.folder + "/pages.db", ["--no-entities"],
            "ingest of \(pages) pages of HTML without entities", count: pages, unit: "pages")
    }

    private func measureIngest(_ captures: String, into archive: String, _ options: [String], _ title: String) throws {
        try measureLoads(
            of: captures, into: archive, options, "ingest of \(articles) text captures \(title)", count: articles,
            unit: "articles")
        report("size of the archive with the captures' bytes", "\(try size(of: archive) >> 20) MB")
    }

    /// Ingests `folder` into a new archive three times: the first run often waits for the disk.
    private func measureLoads(
        of folder: String, into archive: String, _ options: [String], _ title: String, count: Int, unit: String
    ) throws {
        var seconds: [Double] = []
        var memory = 0
        for _ in 0..<3 {
            for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: archive + ending) }
            let run = try ProcessRun(program, ["ingest", "--archive", archive, folder] + options, watchesMemory: true)
            seconds.append(run.seconds)
            memory = max(memory, run.anonymousBytes)
        }
        let rates = seconds.map { Int(Double(count) / $0) }.sorted()
        report(title, "\(rates[1]) \(unit)/s (\(rates[0])–\(rates[2]))")
        report("its peak anonymous memory", "\(memory >> 20) MB")
    }

    private func prepare(_ captures: String) throws {
        guard !FileManager.default.fileExists(atPath: captures + "/.complete") else { return }
        try? FileManager.default.removeItem(atPath: captures)
        let generate = try Generate.parse(["--articles", String(articles), "--out", captures])
        try generate.run()
        try? FileManager.default.removeItem(atPath: captures + "/manifest.csv")
        try Data().write(to: URL(fileURLWithPath: captures + "/.complete"))
    }

    private func measureSearches(_ archive: String) throws {
        let tag = try mostFrequent("tags", archive)
        let entity = try mostFrequent("entities", archive)
        let searches: [(String, [String])] = [
            ("start-up alone (--help)", ["--help"]),
            ("search: a rarer word, best first", ["search", "earthquake"]),
            ("search: a common word, best first", ["search", "government"]),
            ("search: a common word, newest first", ["search", "government", "--sort", "newest"]),
            ("search: two common words", ["search", "government", "minister"]),
            ("search: the most frequent tag", ["search", "--tag", tag]),
            ("search: the most frequent entity", ["search", "--entity", entity]),
            ("search: a month", ["search", "--on", "2015-06"]),
            ("search: a word and a year", ["search", "minister", "--on", "2015"]),
            ("search: a phrase", ["search", "\"prime minister\""]),
        ]
        for (title, arguments) in searches {
            let isSearch = arguments[0] == "search"
            let extra = isSearch ? ["--archive", archive] : []
            let hits = isSearch ? try ProcessRun(program, arguments + extra + ["--count"]).lastLine + " hits" : ""
            let times = try (0..<runs).map { _ in
                try ProcessRun.seconds(program, arguments + extra)
            }.sorted()
            let (least, median, greatest) = (times[0], times[times.count / 2], times[times.count - 1])
            let range = "\(Self.milliseconds(least))–\(Self.milliseconds(greatest))"
            report(hits.isEmpty ? title : "\(title), \(hits)", "\(Self.milliseconds(median)) ms (\(range))")
        }
    }

    private func mostFrequent(_ command: String, _ archive: String) throws -> String {
        let list = try ProcessRun(program, [command, "--archive", archive, "--limit", "1", "--json"]).lastLine
        return list.firstRange(of: "\"value\":\"").map { String(list[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
    }

    private func measureExport(_ archive: String) throws {
        let output = folder + "/bench.csv"
        let run = try ProcessRun(program, ["export", "--archive", archive, "--output", output], watchesMemory: true)
        report("export of all as CSV", "\(Int(Double(articles) / run.seconds)) rows/s, \(run.anonymousBytes >> 20) MB")
    }

    private func report(_ title: String, _ figure: String) {
        print("| \(title) | \(figure) |")
    }

    private static func milliseconds(_ seconds: Double) -> String {
        String((seconds * 10_000).rounded() / 10)
    }

    private func size(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.intValue ?? 0
    }
}
