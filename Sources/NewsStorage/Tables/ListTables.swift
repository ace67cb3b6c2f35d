import GRDB
import NewsModel
import NewsText

/// The lists of an article that are tables of their own: tags, related headlines, footnotes.
enum ListTables {
    static func insert(_ new: NewArticle, id: ArticleID, labels: LabelCache, in db: Database) throws {
        try insertTags(new.article.tags, id: id, labels: labels, in: db)
        try insertRelated(new, id: id, in: db)
        try insertFootnotes(new.article.footnotes, id: id, in: db)
    }

    static func delete(_ id: ArticleID, in db: Database) throws {
        for table in ["article_tags", "related_headlines", "footnotes"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article_id = ?").run([id.rawValue])
        }
    }

    /// Fills the lists of `article`; returns the articles that its related headlines are.
    static func fetch(into article: inout Article, id: ArticleID, in db: Database) throws -> [ArticleID?] {
        article.tags = try String.fetchAll(
            db.cachedStatement(sql: "SELECT tag FROM tag_view WHERE article_id = ? ORDER BY position"),
            arguments: [id.rawValue])
        let related = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT headline, url, resolved_id FROM related_view WHERE article_id = ? ORDER BY position"),
            arguments: [id.rawValue])
        article.relatedHeadlines = related.map { RelatedHeadline(headline: $0[0], url: $0[1]) }
        article.footnotes = try footnotes(of: id, in: db)
        return related.map { $0[2] }
    }

    private static func insertTags(_ tags: [String], id: ArticleID, labels: LabelCache, in db: Database) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO article_tags (article_id, position, tag_id) VALUES (?, ?, ?)")
        for (position, tag) in tags.enumerated() {
            try insert.run([id.rawValue, position, try labels.id(of: tag, in: .tags, db)])
        }
    }

    private static func insertRelated(_ new: NewArticle, id: ArticleID, in db: Database) throws {
        let insert = try db.cachedStatement(
            sql: "INSERT INTO related_headlines (article_id, position, headline, url, key) VALUES (?, ?, ?, ?, ?)")
        for (position, related) in zip(new.article.relatedHeadlines, new.relatedKeys).enumerated() {
            try insert.run([id.rawValue, position, related.0.headline, related.0.url, related.1.rawValue])
        }
    }

    private static func insertFootnotes(_ footnotes: [Footnote], id: ArticleID, in db: Database) throws {
        for (position, footnote) in footnotes.enumerated() {
            try db.cachedStatement(
                sql: "INSERT INTO footnotes (article_id, position, marker, text) VALUES (?, ?, ?, ?)"
            ).run([id.rawValue, position, footnote.marker, footnote.text])
            for reference in footnote.references {
                try db.cachedStatement(
                    sql: """
                        INSERT INTO footnote_references (article_id, position, paragraph, scalar) VALUES (?, ?, ?, ?)
                        """
                ).run([id.rawValue, position, reference.paragraph, reference.offset])
            }
        }
    }

    private static func footnotes(of id: ArticleID, in db: Database) throws -> [Footnote] {
        let notes = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT position, marker, text FROM footnotes WHERE article_id = ? ORDER BY position"),
            arguments: [id.rawValue])
        guard !notes.isEmpty else { return [] }
        let references = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT position, paragraph, scalar FROM footnote_references WHERE article_id = ?
                    ORDER BY position, paragraph, scalar
                    """),
            arguments: [id.rawValue])
        return notes.map { note in
            let position: Int = note[0]
            return Footnote(
                marker: note[1], text: note[2],
                references: references.filter { $0[0] == position }.map {
                    FootnoteReference(paragraph: $0[1], offset: $0[2])
                })
        }
    }
}

/// Remembers the rows of names that were met, so that a name is looked up once a run.
///
/// To be forgotten when a transaction is rolled back: its rows are gone then.
final class LabelCache {
    private var ids: [LabelTable: [String: Int64]] = [:]
    /// How many names one table may hold before it is emptied; bounds the memory of a long ingest.
    private let limit = 100_000

    func id(of name: String, in table: LabelTable, _ db: Database) throws -> Int64 {
        if let id = ids[table]?[name] { return id }
        let id = try table.id(of: name, in: db)
        if ids[table, default: [:]].count >= limit { ids[table] = [:] }
        ids[table, default: [:]][name] = id
        return id
    }

    func forget() {
        ids = [:]
    }
}
