import GRDB
import NewsModel

extension Archive {
    /// The entities that go by `name`, of `kind` when given, the likeliest first.
    package static func entities(
        named name: String, kind: EntityKind?, in db: Database
    ) throws -> [EntityCandidate] {
        try EntityTables.candidates(named: name, kind: kind, in: db)
    }

    /// The entity with the number `id`, or what it was merged into; `nil` when there is none.
    package static func entity(_ id: Int64, in db: Database) throws -> EntityCandidate? {
        try EntityTables.candidate(id, in: db)
    }

    /// The number of an entity told by kind and name, or of what it was merged into; `nil` when there is none.
    package static func entityID(of name: EntityName, in db: Database) throws -> Int64? {
        let key = EntityKey(name)
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT coalesce(merged_into, id) FROM entities WHERE kind = ? AND folded = ? AND is_rejected = 0
                """, arguments: [key.kind.rawValue, key.folded])
    }

    /// The entities with a name that begins with `beginning`, of `kind` when given.
    package static func entityIDs(
        namedFrom beginning: String, kind: EntityKind?, in db: Database
    ) throws -> [Int64] {
        try EntityTables.ids(namedFrom: beginning, kind: kind, in: db)
    }

    /// What the index may hold in place of the entities `ids`: they themselves and what was merged into them.
    package static func filterTokens(ofEntities ids: [Int64], in db: Database) throws -> [FilterToken] {
        let asked = Set(ids)
        let merged = try entityRedirects(in: db).filter { asked.contains(Int64($0.to)) }.map { Int64($0.from) }
        return (ids + merged).map(FilterToken.entity)
    }

    /// Whether some articles may say that they name an entity although people rejected all that they name.
    package static func hasRejectedEntities(in db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM entities WHERE \(EntityTables.isRejected))
                """) ?? false
    }

    /// Which numbers in the index stand for another entity, 0 for none.
    static func entityRedirects(in db: Database) throws -> [(from: UInt32, to: UInt32)] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, iif(is_rejected, 0, merged_into) FROM entities WHERE merged_into IS NOT NULL
                UNION SELECT id, 0 FROM entities WHERE \(EntityTables.isRejected)
                """)
        var redirects: [(from: UInt32, to: UInt32)] = []
        while let row = try rows.next() {
            redirects.append((UInt32(clamping: row[0] as Int64), UInt32(clamping: row[1] as Int64)))
        }
        return redirects
    }
}

/// A name that an entity goes by.
public struct EntityAlias: Hashable, Sendable {
    /// Why it is one.
    public enum Source: String, Hashable, Sendable {
        /// Articles print it; everyone knows it; people said so.
        case text, known, decision
    }

    /// The name.
    public let name: String
    /// In how many articles it is printed, in any field.
    public let articles: Int
    /// Why it is one.
    public let source: Source
}

extension Archive {
    /// The names that an entity goes by, the most frequent first.
    package static func aliases(of id: Int64, in db: Database) throws -> [EntityAlias] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT a.name, sum(a.articles), min(a.source) FROM entities AS e
                JOIN entity_aliases AS a ON a.entity_id = e.id AND a.split_into IS NULL OR a.split_into = e.id
                WHERE (e.id = ?1 OR e.merged_into = ?1) AND (a.articles > 0 OR a.source <> 'text')
                GROUP BY a.name ORDER BY 2 DESC, 1
                """, arguments: [id]
        ).map { EntityAlias(name: $0[0], articles: $0[1], source: EntityAlias.Source(rawValue: $0[2]) ?? .text) }
    }

    /// The entities that belong to `id` and are not the same, countries first, then those with most articles; of the
    /// others `limit`.
    package static func relatedEntities(
        of id: Int64, limit: Int, in db: Database
    ) throws -> [(entity: EntityCandidate, isCountry: Bool)] {
        let own = "SELECT id FROM entities WHERE id = ?1 OR merged_into = ?1"
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT coalesce(e.merged_into, e.id) AS other, max(r.is_country),
                    sum((SELECT coalesce(max(articles), 0) FROM entity_aliases WHERE entity_id = e.id)) AS articles
                FROM (
                    SELECT other_id AS id, 1 AS is_country FROM entity_relations WHERE entity_id IN (\(own))
                    UNION SELECT entity_id, 0 FROM entity_relations WHERE other_id IN (\(own))
                ) AS r JOIN entities AS e ON e.id = r.id
                WHERE e.is_rejected = 0 GROUP BY other HAVING other <> ?1
                ORDER BY 2 DESC, articles DESC, other LIMIT ?2
                """, arguments: [id, limit])
        return try rows.compactMap { row in try entity(row[0], in: db).map { ($0, row[1]) } }
    }
}

// MARK: - Decisions

extension Archive {
    /// All decisions about entities, in order.
    public func entityDecisions() throws -> [StoredDecision] {
        try read { db in try DecisionTable.fetchAll(in: db) }
    }

    /// Records decisions and brings the archive in line with them; gives their numbers.
    package static func record(_ decisions: some Sequence<EntityDecision>, in db: Database) throws -> [Int64] {
        let ids = try decisions.map { try DecisionTable.insert($0, in: db) }
        try DecisionSettling.settle(in: db)
        return ids
    }

    /// Forgets the decision `id` and takes back what followed from it.
    package static func forgetDecision(_ id: Int64, in db: Database) throws {
        let articles = try ArticleID.fetchSet(
            db, sql: "SELECT article_id FROM entity_exceptions WHERE decision_id = ?", arguments: [id])
        try DecisionTable.delete(id, in: db)
        try DecisionSettling.settle(in: db)
        try ArticleIndex.write(articles, folds: false, in: db)
    }

    /// Records that in `articles` the decision `id` holds, which is limited to a query.
    ///
    /// - Parameters:
    ///   - entity: Whom it is about.
    ///   - other: Who is meant there instead; `nil` for no one.
    package static func except(
        _ articles: [ArticleID], from entity: Int64, as other: EntityName?, decision id: Int64, in db: Database
    ) throws {
        let insert = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO entity_exceptions (article_id, entity_id, decision_id, instead_id) VALUES (?, ?, ?, ?)
                """)
        let instead = try other.map { try EntityTables.id(of: EntityKey($0), name: $0.name, in: db) }
        for member in try EntityTables.members(of: entity, in: db) where member != instead {
            for article in articles { try insert.run([article.rawValue, member, id, instead]) }
        }
        try ArticleIndex.write(Set(articles), folds: false, in: db)
    }

    /// Puts what entities were merged into in their place in the index, and takes rejected ones out of it. Searches give
    /// the same before and after; what is decided later costs more to take back. About a millisecond an article.
    func foldEntities() throws {
        try write { db in
            let decided = try Int64.fetchAll(
                db,
                sql: """
                    SELECT id FROM entities WHERE merged_into IS NOT NULL AND is_guessed = 0
                    UNION SELECT id FROM entities WHERE \(EntityTables.isRejected) AND is_guessed = 0
                    """
            ).map(FilterToken.entity)
            var articles: Set<ArticleID> = []
            for start in stride(from: 0, to: decided.count, by: 500) {
                let tokens = Array(decided[start..<min(start + 500, decided.count)])
                articles.formUnion(try ArticleIndex.articles(with: tokens, in: db))
            }
            guard !articles.isEmpty else { return }
            try ArticleIndex.write(articles, folds: true, in: db)
            try db.execute(
                sql: """
                    UPDATE entities SET folded_into = iif(is_rejected, 0, merged_into)
                    WHERE is_guessed = 0 AND (merged_into IS NOT NULL OR is_rejected = 1)
                    """)
        }
    }
}
