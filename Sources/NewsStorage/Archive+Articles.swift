import GRDB
import NewsModel
import NewsText

extension Archive {
    /// Article `id` with everything that hangs from it; `nil` when there is none. About 0.1 ms.
    public func article(_ id: ArticleID) throws -> ArchivedArticle? {
        try read { db in try Self.article(id, in: db) }
    }

    /// Article `id` on the connection of a running read, its captures left out when they are not wanted.
    package static func article(
        _ id: ArticleID, in db: Database, withCaptures: Bool = true
    ) throws -> ArchivedArticle? {
        guard let (single, words, hash) = try ArticleTable.fetch(id, in: db) else { return nil }
        var article = single
        let related = try ListTables.fetch(into: &article, id: id, in: db)
        return ArchivedArticle(
            id: id, article: article, wordCount: words, contentHash: hash, relatedArticles: related,
            entities: try EntityTables.fetch(id, in: db),
            captures: withCaptures ? try CaptureTable.fetch(of: id, in: db) : [])
    }

    /// The articles beside which the headline of article `id` is shown, newest first.
    public func articlesShowing(_ id: ArticleID) throws -> [(id: ArticleID, headline: String?)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT a.id, coalesce(a.headline, a.lead) FROM articles AS own
                    JOIN related_headlines AS rh ON rh.key = own.headline_key
                    JOIN related_view AS v ON v.article_id = rh.article_id AND v.position = rh.position
                    JOIN articles AS a ON a.id = rh.article_id
                    WHERE own.id = ? AND v.resolved_id = own.id
                    ORDER BY coalesce(a.published_at, a.captured_at) DESC, a.id DESC
                    """, arguments: [id.rawValue]
            ).map { ($0[0], $0[1]) }
        }
    }

    /// The bytes of a capture exactly as they came; `nil` when they were not kept.
    public func bytes(ofCapture id: Int64) throws -> [UInt8]? {
        try read { db in try CaptureTable.bytes(id, path: path, in: db) }
    }

    /// The capture with `key`, for finding out whether it need be read at all.
    package func capture(withKey key: SHA256Digest) throws -> KnownCapture? {
        try read { db in try CaptureTable.find(key: key, in: db) }
    }

    /// The ids of all articles, in order: 8 bytes each.
    package func articleIDs() throws -> [ArticleID] {
        try read { db in try ArticleID.fetchAll(db, sql: "SELECT id FROM articles ORDER BY id") }
    }

    /// The ids of the articles whose entities were not looked for by this version, in order.
    package func articleIDs(notRecognizedBy version: Int64) throws -> [ArticleID] {
        try read { db in
            try ArticleID.fetchAll(
                db,
                sql: """
                    SELECT id FROM articles WHERE recognizer IS NULL
                    UNION ALL SELECT id FROM articles WHERE recognizer < ?1
                    UNION ALL SELECT id FROM articles WHERE recognizer > ?1 ORDER BY 1
                    """, arguments: [version])
        }
    }

    /// How many articles there are.
    public func articleCount() throws -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0 }
    }
}
