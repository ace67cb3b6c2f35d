import GRDB
import NewsModel
import NewsText

/// A query kept under a name.
public struct SavedSearch: Hashable, Sendable {
    /// Its number in the archive; 0 before it is saved.
    public var id: Int64 = 0
    /// As given.
    public var name: String
    /// In the query language; relative dates as typed.
    public var query: String
    /// `all` of its words, or `best`: any of them, the best first.
    public var matching = "all"
    /// The order of its hits: `relevance`, `newest` or `oldest`; `nil` for the usual one.
    public var sort: String?
    /// The version of the query language it was written in.
    public var languageVersion: Int
    /// When it was saved.
    public var savedAt = Instant(seconds: 0)
    /// When it was last asked for what is new; `nil` for never.
    public var watchedAt: Instant?

    /// A search that is not saved yet.
    public init(name: String, query: String, sort: String? = nil, languageVersion: Int) {
        self.name = name
        self.query = query
        self.sort = sort
        self.languageVersion = languageVersion
    }

    /// By what it is looked up: the name without case, diacritics and quotes.
    public var folded: String { foldedKey(name) }

    /// Whether it asks the same as `other`, if in another order.
    package func asksTheSame(as other: SavedSearch) -> Bool {
        query == other.query && matching == other.matching
    }
}

/// The rows of `saved_searches` and `saved_search_hits`.
package enum SavedSearchTable {
    /// All saved searches, by name.
    package static func fetchAll(in db: Database) throws -> [SavedSearch] {
        try Row.fetchAll(db, sql: "SELECT * FROM saved_searches ORDER BY folded").map(search)
    }

    private static func search(_ row: Row) -> SavedSearch {
        var search = SavedSearch(
            name: row["name"], query: row["query"], sort: row["sort"], languageVersion: row["language_version"])
        search.id = row["id"]
        search.matching = row["matching"]
        search.savedAt = Instant(seconds: row["saved_at"])
        search.watchedAt = (row["watched_at"] as Int64?).map(Instant.init)
        return search
    }

    /// The search that goes by `name`, case, diacritics and quotes aside.
    package static func find(_ name: String, in db: Database) throws -> SavedSearch? {
        try Row.fetchOne(db, sql: "SELECT * FROM saved_searches WHERE folded = ?", arguments: [foldedKey(name)])
            .map(search)
    }

    /// Saves `search` in the place of the one of its name. What was told of stays told when it asks the same.
    package static func save(_ search: SavedSearch, in db: Database) throws {
        if let old = try find(search.name, in: db), !old.asksTheSame(as: search) {
            try db.execute(sql: "DELETE FROM saved_search_hits WHERE search_id = ?", arguments: [old.id])
            try db.execute(sql: "UPDATE saved_searches SET watched_at = NULL WHERE id = ?", arguments: [old.id])
        }
        try db.execute(
            sql: """
                INSERT INTO saved_searches (name, folded, query, matching, sort, language_version, saved_at)
                VALUES (?, ?, ?, ?, ?, ?, unixepoch())
                ON CONFLICT (folded) DO UPDATE SET name = excluded.name, query = excluded.query,
                    matching = excluded.matching, sort = excluded.sort,
                    language_version = excluded.language_version, saved_at = excluded.saved_at
                """,
            arguments: [
                search.name, search.folded, search.query, search.matching, search.sort, search.languageVersion,
            ])
    }

    static func delete(_ id: Int64, in db: Database) throws {
        try db.execute(sql: "DELETE FROM saved_searches WHERE id = ?", arguments: [id])
    }

    /// The articles that watching `search` has told of.
    package static func told(of search: SavedSearch, in db: Database) throws -> Set<ArticleID> {
        try Set(
            ArticleID.fetchAll(
                db, sql: "SELECT article_id FROM saved_search_hits WHERE search_id = ?", arguments: [search.id]))
    }

    /// Keeps that `ids` were told of, for the next time. Articles removed since, and a search that was forgotten or asks
    /// something else by now, are passed over.
    package static func markTold(
        of ids: some Sequence<ArticleID>, by search: SavedSearch, in db: Database
    ) throws {
        guard let now = try find(search.name, in: db), now.id == search.id, now.asksTheSame(as: search) else { return }
        let insert = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO saved_search_hits (search_id, article_id) SELECT ?, id FROM articles WHERE id = ?
                """)
        for id in ids { try insert.run([search.id, id.rawValue]) }
        try db.execute(
            sql: "UPDATE saved_searches SET watched_at = unixepoch() WHERE id = ?", arguments: [search.id])
    }
}
