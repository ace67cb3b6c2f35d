import ArgumentParser
import Foundation
import NewsModel
import NewsQuery
import NewsStorage
import NewsText

/// Measures how well hits are ordered, on test collections with judgments.
///
/// A collection is a folder with `docs.jsonl.gz` or `docs.jsonl` (`id`, `headline`, `body`), `queries.tsv` (number, text)
/// and `qrels.txt` (query, anything, document, judgment; above 0 is relevant), the form of TREC.
struct Relevance: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints MAP, nDCG@10, P@5 and R@100 in percent for each collection, and their means.")

    @Argument(help: "A collection, or a folder of collections.")
    var directory: String

    @Option(help: "How words are matched: best or all.")
    var match: Matching = .best

    func run() throws {
        let collections = try Self.collections(in: directory)
        guard !collections.isEmpty else {
            throw ValidationError("\(directory) holds no queries.tsv, and no folder in it does")
        }
        print("| collection | queries | MAP | nDCG@10 | P@5 | R@100 | ms a query |\n|---|---|---|---|---|---|---|")
        var all: [Scores] = []
        for folder in collections {
            let scores = try measure(folder)
            print(scores.row((folder as NSString).lastPathComponent))
            all.append(scores)
        }
        if all.count > 1 { print(Scores.mean(all).row("mean")) }
    }

    private static func collections(in directory: String) throws -> [String] {
        func isCollection(_ folder: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/queries.tsv") }
        guard !isCollection(directory) else { return [directory] }
        return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
            .map { directory + "/" + $0 }.filter(isCollection)
    }

    private func measure(_ folder: String) throws -> Scores {
        let judgments = try Self.judgments(folder)
        let path = NSTemporaryDirectory() + "relevance-\(UUID().uuidString).db"
        defer { for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ending) } }
        let archive = try Archive(path: path, mode: .create)
        let ids = try Self.fill(archive, from: folder)
        let search = ArticleSearch(archive)
        var scores = Scores()
        for (number, text) in try Self.queries(folder) {
            guard let relevant = judgments[number] else { continue }
            let start = ContinuousClock.now
            let found = try search.ids(best: 1_000, of: ParsedQuery(text, matching: match))
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            scores.add(
                found.compactMap { ids[$0] }, relevant: relevant,
                milliseconds: Double(seconds) * 1_000 + Double(attoseconds) / 1e15)
        }
        try archive.close()
        return scores
    }

    // MARK: Reading

    private static func fill(_ archive: Archive, from folder: String) throws -> [ArticleID: String] {
        var ids: [ArticleID: String] = [:]
        let caches = WriterCaches()
        try archive.beginLoad()
        try archive.writeArticles(caches) { writer in
            for line in try documents(folder) {
                guard let document = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
                    let number = document["id"].map({ "\($0)" })
                else { throw ValidationError("\(folder): a line of the documents is no object with an id") }
                let id = try writer.insert(article(document, number: number))
                ids[id] = number
            }
        }
        try archive.endLoad(merges: true) { false }
        return ids
    }

    private static func documents(_ folder: String) throws -> [[UInt8].SubSequence] {
        let plain = folder + "/docs.jsonl"
        guard !FileManager.default.fileExists(atPath: plain) else {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: plain))).split(separator: UInt8(ascii: "\n"))
        }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", folder + "/docs.jsonl.gz"]
        process.standardOutput = output
        try process.run()
        let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ValidationError("\(folder): docs.jsonl.gz cannot be read") }
        return bytes.split(separator: UInt8(ascii: "\n"))
    }

    private static func article(_ document: [String: Any], number: String) -> NewArticle {
        var article = Article()
        let headline = normalizedText(document["headline"] as? String ?? document["title"] as? String ?? "")
        article.headline = headline.isEmpty ? nil : headline
        article.headlineOrigin = headline.isEmpty ? nil : .metadata
        article.paragraphs = [normalizedText(document["body"] as? String ?? document["text"] as? String ?? "")]
        article.language = detectedLanguage(of: article.body)
        article.languageSource = article.language == nil ? nil : .detected
        return NewArticle(
            article: article, identity: SHA256Digest(of: Array(number.utf8)),
            contentHash: SHA256Digest(of: Array(article.body.utf8)), headlineKey: nil, relatedKeys: [], entities: [],
            recognizer: nil)
    }

    private static func lines(_ path: String) throws -> [Substring] {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self).split(
            whereSeparator: \.isNewline)
    }

    private static func queries(_ folder: String) throws -> [(String, String)] {
        try lines(folder + "/queries.tsv").compactMap { line in
            let parts = line.split(separator: "\t", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
    }

    /// For each query its relevant documents with their judgments.
    private static func judgments(_ folder: String) throws -> [String: Set<String>] {
        var judgments: [String: Set<String>] = [:]
        for line in try lines(folder + "/qrels.txt") {
            let parts = line.split(whereSeparator: \.isWhitespace)
            guard parts.count >= 4, let judgment = Int(parts[3]), judgment > 0 else { continue }
            judgments[String(parts[0]), default: []].insert(String(parts[2]))
        }
        return judgments
    }
}

extension Matching: ExpressibleByArgument {}

/// Sums of measures over queries. Sources: C. D. Manning et al., "Introduction to Information Retrieval", chapter 8;
/// nDCG as K. Järvelin and J. Kekäläinen (2002), every relevant document gaining 1.
private struct Scores {
    var queries = 0
    var averagePrecision = 0.0
    var discountedGain = 0.0
    var precision = 0.0
    var recall = 0.0
    var milliseconds = 0.0

    mutating func add(_ found: [String], relevant: Set<String>, milliseconds: Double) {
        var hits = 0
        var precisions = 0.0
        var gain = 0.0
        for (place, document) in found.enumerated() where relevant.contains(document) {
            hits += 1
            precisions += Double(hits) / Double(place + 1)
            if place < 10 { gain += 1 / log2(Double(place + 2)) }
        }
        let best = (0..<min(10, relevant.count)).reduce(0.0) { $0 + 1 / log2(Double($1 + 2)) }
        queries += 1
        averagePrecision += precisions / Double(relevant.count)
        discountedGain += gain / best
        precision += Double(found.prefix(5).count(where: relevant.contains)) / 5
        recall += Double(found.prefix(100).count(where: relevant.contains)) / Double(relevant.count)
        self.milliseconds += milliseconds
    }

    /// The mean of collections, each counting the same.
    static func mean(_ all: [Scores]) -> Scores {
        var mean = Scores()
        mean.queries = all.count
        for scores in all {
            let queries = Double(scores.queries)
            mean.averagePrecision += scores.averagePrecision / queries
            mean.discountedGain += scores.discountedGain / queries
            mean.precision += scores.precision / queries
            mean.recall += scores.recall / queries
            mean.milliseconds += scores.milliseconds / queries
        }
        return mean
    }

    func row(_ title: String) -> String {
        func percent(_ sum: Double) -> String { String((sum / Double(queries) * 1_000).rounded() / 10) }
        let time = (milliseconds / Double(queries) * 10).rounded() / 10
        return "| \(title) | \(queries) | \(percent(averagePrecision)) | \(percent(discountedGain)) "
            + "| \(percent(precision)) | \(percent(recall)) | \(time) |"
    }
}
