import ArgumentParser
import Foundation
import NewsModel
import NewsQuery
import NewsStorage

/// Times questions of an archive against a plain FTS5 table of the same texts, in one process and one thread.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Times questions of an archive against a plain FTS5 table of the same texts.")

    @Option(help: "The archive.")
    var archive: String

    @Option(help: "Where the plain index is, or is made; without it the archive alone is timed.")
    var plain: String?

    @Option(help: "How often each question is asked; the median counts.")
    var runs = 9

    func run() throws {
        let archive = try Archive(path: archive, mode: .update)
        let search = ArticleSearch(archive)
        let plain = try plain.map { try PlainIndex($0, of: archive.path) }
        let total = try search.count(ParsedQuery(""))
        let tags = try search.values(of: .tag, among: ParsedQuery(""))
        let tag = tags.min { abs($0.count - total / 100) < abs($1.count - total / 100) }?.value ?? ""
        let month = try Self.month(of: search)
        print("\(total) articles; the first 20 hits, medians of \(runs), in ms\n")
        print("| question | hits | plain FTS5 | newsarchive | times faster |\n|---|---|---|---|---|")
        for share in [0.01, 0.15, 0.5] {
            guard let word = try archive.word(inShare: share) else { continue }
            for typed in ["=" + word, word] {
                func compare<Answer>(
                    _ text: String, _ question: PlainIndex.Question, _ ask: (ParsedQuery) throws -> Answer
                ) throws {
                    let parsed = ParsedQuery(text)
                    let theirs = try plain.map { plain in try median { _ = try plain.ask(question) } } ?? .nan
                    let ours = try median { _ = try ask(parsed) }
                    print(
                        "| \(question.title): \(text) | \(try search.count(parsed)) | \(Self.text(theirs)) "
                            + "| \(Self.text(ours)) | \(Self.text((theirs / ours).rounded())) |")
                }
                func best(_ parsed: ParsedQuery) throws -> [ArticleID] { try search.ids(best: 20, of: parsed) }
                try compare(typed, .best(word), best)
                try compare(typed, .newest(word)) { try search.ids(best: 20, of: $0, order: .newest) }
                try compare("\(typed) tag:\"\(tag)\"", .tagged(word, tag: tag), best)
                try compare(
                    "\(typed) date:\(month.text)", .between(word, from: month.from, through: month.through), best)
                try compare(typed, .tags(word)) { try search.values(of: .tag, among: $0) }
            }
        }
    }

    private static func text(_ milliseconds: Double) -> String { String((milliseconds * 1_000).rounded() / 1_000) }

    /// The median of several runs in milliseconds, after one that warms.
    private func median(_ body: () throws -> Void) throws -> Double {
        try body()
        let times = try (0..<runs).map { _ in
            let start = ContinuousClock.now
            try body()
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            return Double(seconds) * 1_000 + Double(attoseconds) / 1e15
        }
        return times.sorted()[runs / 2]
    }

    /// A month in the middle of the archive's dates, as text and in seconds since 1970.
    private static func month(of search: ArticleSearch) throws -> (text: String, from: Int64, through: Int64) {
        let periods = try search.timeline(of: ParsedQuery("has:date"), by: .month).periods
        guard !periods.isEmpty else { return ("2015-06", 0, 0) }
        let text = periods[periods.count / 2].name
        let parts = text.split(separator: "-").compactMap { Int($0) }
        func start(_ year: Int, _ month: Int) -> Int64 {
            var components = DateComponents()
            (components.year, components.month, components.day) = (year, month, 1)
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            return Int64(calendar.date(from: components)?.timeIntervalSince1970 ?? 0)
        }
        return (text, start(parts[0], parts[1]), start(parts[0], parts[1] + 1) - 1)
    }
}
