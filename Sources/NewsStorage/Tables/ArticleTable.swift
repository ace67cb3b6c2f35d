import Foundation
import GRDB
import NewsModel
import NewsText

/// The rows of `articles`: the fields of a story that are single values.
enum ArticleTable {
    private static let columns = [
        "url", "canonical_url", "outlet_id", "section_id", "storyline_id", "kind", "headline", "headline_origin",
        "headline_key", "lead", "standfirst", "byline", "authors", "dateline", "body", "captions", "word_count",
        "language", "language_source", "published_at", "published_precision", "published_zone", "published_source",
        "modified_at", "modified_precision", "modified_zone", "modified_source", "captured_at", "captured_precision",
        "captured_zone", "captured_source", "recognizer",
    ]

    private static let insertSQL = """
        INSERT INTO articles (identity, content_hash, \(columns.joined(separator: ", ")))
        VALUES (\(Array(repeating: "?", count: columns.count + 2).joined(separator: ", ")))
        """
    private static let updateSQL = """
        UPDATE articles SET \(columns.map { $0 + " = ?" }.joined(separator: ", ")),
            content_hash = iif(canonical_url IS NULL, content_hash, ?) WHERE id = ?
        """

    /// The rows of other tables that an article's row points to.
    struct Labels {
        var outlet: Int64?
        var section: Int64?
        var storyline: Int64?
    }

    static func insert(_ article: NewArticle, labels: Labels, in db: Database) throws -> ArticleID {
        try db.cachedStatement(sql: insertSQL)
            .run([article.identity.bytes, article.contentHash.bytes] + values(article, labels: labels))
        return ArticleID(db.lastInsertedRowID)
    }

    /// Gives article `id` the fields of `article`. The content hash of one that has no address is part of its identity
    /// and stays.
    static func update(_ id: ArticleID, to article: NewArticle, labels: Labels, in db: Database) throws {
        try db.cachedStatement(sql: updateSQL)
            .run(values(article, labels: labels) + [article.contentHash.bytes, id])
    }

    /// Records what looked for the entities of article `id`.
    static func setRecognizer(_ version: Int64, of id: ArticleID, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE articles SET recognizer = ?1 WHERE id = ?2 AND recognizer IS NOT ?1")
            .run([version, id.rawValue])
    }

    private static func values(_ new: NewArticle, labels: Labels) -> [any BoundValue] {
        let article = new.article
        let single: [any BoundValue] = [
            article.url, article.canonicalURL, labels.outlet, labels.section, labels.storyline, article.kind.rawValue,
            article.headline, article.headlineOrigin?.rawValue, new.headlineKey?.rawValue, article.lead,
            article.standfirst,
            article.byline, JSON.list(article.authors), article.dateline, new.body, JSON.list(article.captions),
            new.postings.bodyLength, article.language, article.languageSource?.rawValue,
        ]
        return single + values(article.published) + values(article.modified) + values(article.captured) + [
            new.recognizer
        ]
    }

    private static func values(_ time: PrintedTime?) -> [any BoundValue] {
        [time?.instant.seconds, time?.precision.rawValue, time?.zone.rawValue, time?.source.rawValue]
    }

    /// The single values of article `id`, its word count and content hash; lists stay empty. `nil` when there is none.
    static func fetch(_ id: ArticleID, in db: Database) throws -> (article: Article, words: Int, hash: String)? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT a.*, o.name AS outlet, s.name AS section, y.name AS storyline
                FROM articles AS a LEFT JOIN outlets AS o ON o.id = a.outlet_id
                LEFT JOIN sections AS s ON s.id = a.section_id LEFT JOIN storylines AS y ON y.id = a.storyline_id
                WHERE a.id = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else { return nil }
        var article = Article()
        article.url = row["url"]
        article.canonicalURL = row["canonical_url"]
        article.outlet = row["outlet"]
        article.headline = row["headline"]
        article.headlineOrigin = (row["headline_origin"] as String?).flatMap(HeadlineOrigin.init)
        article.lead = row["lead"]
        article.standfirst = row["standfirst"]
        article.byline = row["byline"]
        article.authors = JSON.strings(row["authors"])
        article.dateline = row["dateline"]
        article.section = row["section"]
        article.storyline = row["storyline"]
        article.kind = ArticleKind(rawValue: row["kind"]) ?? .article
        article.language = row["language"]
        article.languageSource = (row["language_source"] as String?).flatMap(LanguageSource.init)
        article.published = time("published", in: row)
        article.modified = time("modified", in: row)
        article.captured = time("captured", in: row)
        article.paragraphs = paragraphs(of: row["body"])
        article.captions = JSON.strings(row["captions"])
        return (article, row["word_count"], SHA256Digest.hexadecimal(row["content_hash"] as Data))
    }

    private static func time(_ name: String, in row: Row) -> PrintedTime? {
        guard let seconds = row["\(name)_at"] as Int64?,
            let precision = (row["\(name)_precision"] as String?).flatMap(TimePrecision.init),
            let zone = (row["\(name)_zone"] as String?).flatMap(TimeZoneSource.init),
            let source = (row["\(name)_source"] as String?).flatMap(TimeSource.init)
        else { return nil }
        return PrintedTime(Instant(seconds: seconds), precision: precision, zone: zone, source: source)
    }

    /// The paragraphs that `Article.body` joined. Goes over bytes: a body may be megabytes long.
    private static func paragraphs(of body: String) -> [String] {
        let bytes = body.utf8
        var paragraphs: [String] = []
        var start = bytes.startIndex
        while start < bytes.endIndex {
            var end = bytes[start...].firstIndex(of: newLine) ?? bytes.endIndex
            while end < bytes.endIndex {
                let next = bytes.index(after: end)
                if next < bytes.endIndex, bytes[next] == newLine { break }
                end = bytes[next...].firstIndex(of: newLine) ?? bytes.endIndex
            }
            paragraphs.append(String(body[start..<end]))
            start = end < bytes.endIndex ? bytes.index(end, offsetBy: 2) : end
        }
        return paragraphs
    }

    private static let newLine = UInt8(ascii: "\n")
}

/// An article on its way into the archive.
package struct NewArticle: Sendable {
    /// The story.
    package let article: Article
    /// What decides whether another capture is of the same story.
    package let identity: SHA256Digest
    /// Of the folded body.
    package let contentHash: SHA256Digest
    /// By which related headlines find it; `nil` when it has no headline.
    package let headlineKey: HeadlineKey?
    /// The keys of its related headlines, in the same order.
    package let relatedKeys: [HeadlineKey]
    /// Whom and what it names.
    package let entities: [RecognizedEntity]
    /// The version of what looked for entities; `nil` when nothing did.
    package let recognizer: Int64?
    /// The story's body and the words of its texts, made here because many articles are prepared at once and one is
    /// written.
    let body: String
    let postings: ArticlePostings

    package init(
        article: Article, identity: SHA256Digest, contentHash: SHA256Digest, headlineKey: HeadlineKey?,
        relatedKeys: [HeadlineKey], entities: [RecognizedEntity], recognizer: Int64?
    ) {
        self.article = article
        self.identity = identity
        self.contentHash = contentHash
        self.headlineKey = headlineKey
        self.relatedKeys = relatedKeys
        self.entities = entities
        self.recognizer = recognizer
        body = article.body
        postings = ArticlePostings(article, body: body)
    }
}
