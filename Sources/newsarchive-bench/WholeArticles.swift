import ArgumentParser
import Foundation
import NewsEntities
import NewsIngest
import NewsModel

/// How fast the names of articles are recognized, all of it: reading words, labelling them, making the document agree,
/// telling which names are one entity. On one thread.
struct WholeArticles {
    private let name: String
    private let articles: [Article]
    private let recognizer = EntityRecognizer()

    static let head = "| file | articles | tokens | tokens/s, median (least to greatest) |\n|---|---|---|---|"

    /// The documents of a labelled file, five sentences to a paragraph.
    init(_ text: LabelledFile, name: String) {
        self.name = name
        articles = text.documents.map { document in
            var article = Article()
            article.language = "en"
            article.paragraphs = stride(from: 0, to: document.count, by: 5).map { start in
                document[start..<min(start + 5, document.count)].map { $0.words.joined(separator: " ") }
                    .joined(separator: " ")
            }
            return article
        }
    }

    /// The articles in a file that an ingest would read.
    init(captures path: String) throws {
        name = (path as NSString).lastPathComponent
        let reader = CaptureReader()
        articles = FileCaptures(path: path).compactMap { entry in
            guard case .capture(let capture) = entry else { return nil }
            return try? reader.read(capture).article
        }
        guard !articles.isEmpty else { throw ValidationError("\(path) holds no article") }
    }

    /// A row of the table: after one run that warms, the median of `runs`.
    func row(runs: Int) -> String {
        let tokens = articles.reduce(0) { $0 + Self.tokenCount($1) }
        var rates: [Int] = []
        for run in 0...runs {
            let start = ContinuousClock.now
            var found = 0
            for article in articles { found += recognizer.entities(in: article).count }
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            guard run > 0, found >= 0 else { continue }
            rates.append(Int(Double(tokens) / (Double(seconds) + Double(attoseconds) / 1e18)))
        }
        rates.sort()
        return "| \(name) | \(articles.count) | \(tokens) | \(rates[rates.count / 2]) "
            + "(\(rates[0]) to \(rates[rates.count - 1])) |"
    }

    /// Prints what is found, an entity a line: kind, name, country, other names, mentions.
    func list() {
        for (number, article) in articles.enumerated() {
            print("# \(number) \(article.headline ?? article.paragraphs.first.map { String($0.prefix(60)) } ?? "")")
            for entity in recognizer.entities(in: article) {
                let mentions = entity.mentions.map { "\($0.field) \($0.item):\($0.start)+\($0.length)" }
                print(
                    entity.kind, entity.name, entity.country ?? "", entity.aliases.joined(separator: "|"),
                    mentions.joined(separator: " "), separator: "\t")
            }
        }
    }

    private static func tokenCount(_ article: Article) -> Int {
        let texts =
            [article.headline, article.standfirst].compactMap { $0 } + article.paragraphs + article.tags
            + article.relatedHeadlines.map(\.headline) + article.footnotes.map(\.text)
        return texts.reduce(0) { $0 + TextTokens($1).words.reduce(0) { $0 + $1.count } }
    }
}
