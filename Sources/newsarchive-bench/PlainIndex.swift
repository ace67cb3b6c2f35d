import Foundation
import GRDB
import NewsStorage

/// What most programs do with the same texts: a table of articles, an FTS5 table over it as it comes, a table of tags, and
/// joins.
struct PlainIndex {
    private let queue: DatabaseQueue

    /// Opens the index at `path`, made of the texts, dates and tags of `archive` when there is none.
    init(_ path: String, of archive: String) throws {
        let isMade = FileManager.default.fileExists(atPath: path)
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA cache_size = -65536; PRAGMA mmap_size = 68719476736; PRAGMA temp_store = MEMORY;
                    PRAGMA synchronous = OFF;
                    """)
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        if !isMade { try fill(from: archive) }
    }

    private func fill(from archive: String) throws {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "ATTACH ? AS archive", arguments: [archive])
            try db.execute(
                sql: """
                    BEGIN;
                    CREATE TABLE articles (
                        id INTEGER PRIMARY KEY, date INTEGER, headline TEXT, standfirst TEXT, body TEXT, tags TEXT,
                        section TEXT, byline TEXT);
                    CREATE TABLE article_tags (article_id INTEGER, tag TEXT, PRIMARY KEY (article_id, tag)) WITHOUT ROWID;
                    CREATE VIRTUAL TABLE docs USING fts5 (
                        headline, standfirst, body, tags, section, byline, content = 'articles', content_rowid = 'id');
                    INSERT INTO articles
                        SELECT r.article_id, r.shown_at, i.headline, i.standfirst, i.body, i.tags, i.section, i.byline
                        FROM archive.index_rows AS r JOIN archive.article_index AS i ON i.row = r.row
                        ORDER BY r.article_id;
                    INSERT OR IGNORE INTO article_tags SELECT article_id, tag FROM archive.tag_view;
                    INSERT INTO docs (rowid, headline, standfirst, body, tags, section, byline)
                        SELECT id, headline, standfirst, body, tags, section, byline FROM articles;
                    CREATE INDEX articles_by_date ON articles (date);
                    CREATE INDEX article_tags_by_tag ON article_tags (tag);
                    COMMIT;
                    INSERT INTO docs (docs) VALUES ('optimize');
                    ANALYZE;
                    """)
            try db.execute(sql: "DETACH archive")
        }
    }

    /// A question that both indexes are asked.
    enum Question {
        case best(String)
        case newest(String)
        case tagged(String, tag: String)
        case between(String, from: Int64, through: Int64)
        case tags(String)

        /// What is asked, in words.
        var title: String {
            switch self {
            case .best: "best first"
            case .newest: "newest first"
            case .tagged: "with a tag, best first"
            case .between: "of a month, best first"
            case .tags: "tags of the hits"
            }
        }
    }

    /// Asks for the first 20 hits, or the 10 most frequent tags; gives how many rows came.
    func ask(_ question: Question) throws -> Int {
        try queue.read { db in
            switch question {
            case .best(let match):
                return try rows("SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT 20", [match], db)
            case .newest(let match):
                return try rows(
                    """
                    SELECT docs.rowid FROM docs JOIN articles AS a ON a.id = docs.rowid WHERE docs MATCH ?
                    ORDER BY a.date DESC LIMIT 20
                    """, [match], db)
            case .tagged(let match, let tag):
                return try rows(
                    """
                    SELECT docs.rowid FROM docs JOIN article_tags AS t ON t.article_id = docs.rowid
                    WHERE docs MATCH ? AND t.tag = ? ORDER BY rank LIMIT 20
                    """, [match, tag], db)
            case .between(let match, let from, let through):
                return try rows(
                    """
                    SELECT docs.rowid FROM docs JOIN articles AS a ON a.id = docs.rowid
                    WHERE docs MATCH ? AND a.date BETWEEN ? AND ? ORDER BY rank LIMIT 20
                    """, [match, from, through], db)
            case .tags(let match):
                return try rows(
                    """
                    SELECT t.tag, count(*) FROM docs JOIN article_tags AS t ON t.article_id = docs.rowid
                    WHERE docs MATCH ? GROUP BY t.tag ORDER BY 2 DESC LIMIT 10
                    """, [match], db)
            }
        }
    }

    private func rows(_ sql: String, _ values: [any DatabaseValueConvertible], _ db: Database) throws -> Int {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(values)).count
    }
}
