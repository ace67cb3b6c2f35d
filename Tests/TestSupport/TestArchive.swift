import Foundation
import NewsModel
import NewsStorage
import NewsText

/// An archive in a temporary folder, which is removed with the value.
package final class TestArchive {
    /// The folder that holds the archive.
    package let folder: TemporaryFolder
    /// The archive, open for writing.
    package let archive: Archive
    private let caches = WriterCaches()
    private var count = 0

    /// The path of the archive.
    package var path: String { archive.path }

    /// An archive of `articles`, which get the ids 1, 2, 3 … in order.
    package init(_ articles: [Article] = [], entities: (Article) -> [RecognizedEntity] = { _ in [] }) throws {
        folder = try TemporaryFolder()
        archive = try Archive(path: folder.path("archive.db"), mode: .create)
        try add(articles, entities: entities)
    }

    deinit {
        try? archive.close()
    }

    /// Adds `articles`, each with a capture, in one transaction.
    @discardableResult
    package func add(
        _ articles: [Article], entities: (Article) -> [RecognizedEntity] = { _ in [] }
    ) throws -> [ArticleID] {
        try archive.writeArticles(caches) { writer in
            try articles.map { article in
                count += 1
                let id = try writer.insert(Self.new(article, entities: entities(article), identity: "article \(count)"))
                try writer.insert(Self.capture(of: article, text: "capture \(count)"), of: id)
                return id
            }
        }
    }

    /// Gives article `id` the fields of `article`.
    @discardableResult
    package func replace(_ id: ArticleID, with article: Article, entities: [RecognizedEntity] = []) throws -> Bool {
        try archive.writeArticles(caches) { writer in
            try writer.replace(id, with: Self.new(article, entities: entities, identity: "replaced"))
        }
    }

    /// Takes article `id` out.
    @discardableResult
    package func remove(_ id: ArticleID) throws -> Bool {
        try archive.writeArticles(caches) { writer in try writer.remove(id) }
    }

    private static func new(_ article: Article, entities: [RecognizedEntity], identity: String) -> NewArticle {
        NewArticle(
            article: article, identity: SHA256Digest(of: Array(identity.utf8)),
            contentHash: SHA256Digest(of: Array(foldedKey(article.body).utf8)),
            headlineKey: article.headline.map { HeadlineKey(folded: foldedKey($0)) },
            relatedKeys: article.relatedHeadlines.map { HeadlineKey(folded: foldedKey($0.headline)) },
            entities: entities, recognizer: 1)
    }

    private static func capture(of article: Article, text: String) -> NewCapture {
        let capture = Capture(bytes: Array(text.utf8), path: "\(text).txt", format: .text)
        let reading = CaptureReading(
            article: article, charset: "utf-8", charsetSource: .valid, layout: "general", notes: [], dropped: [])
        return NewCapture(capture, sha256: SHA256Digest(of: capture.bytes), reading: reading, keepsBytes: true)
    }
}
