import GRDB
import NewsModel
import NewsText

/// Entities, the names they go by, and where articles mention them.
enum EntityTables {
    static func insert(
        _ entities: [RecognizedEntity], of article: Article, id: ArticleID, cache: EntityCache, in db: Database
    ) throws {
        guard !entities.isEmpty else { return }
        let fields = MentionText(article)
        var searched: [Int64: Int] = [:]
        var aliases: Set<Int64> = []
        for entity in entities {
            let entityID = try cache.entityID(of: entity, in: db)
            for mention in entity.mentions {
                guard let surface = fields[mention] else { continue }
                let aliasID = try cache.aliasID(of: surface, entity: entityID, in: db)
                aliases.insert(aliasID)
                if mention.field.isSearched { searched[entityID, default: 0] += 1 }
                try db.cachedStatement(
                    sql: """
                        INSERT OR IGNORE INTO mentions (article_id, field, item, start, length, alias_id)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """
                ).run([id.rawValue, mention.field.rawValue, mention.item, mention.start, mention.length, aliasID])
            }
        }
        for (entityID, count) in searched {
            try db.cachedStatement(
                sql: "INSERT INTO article_entities (article_id, entity_id, mentions) VALUES (?, ?, ?)"
            ).run([id.rawValue, entityID, count])
        }
        try count(aliases, by: 1, in: db)
    }

    static func delete(_ id: ArticleID, in db: Database) throws {
        let aliases = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT DISTINCT alias_id FROM mentions WHERE article_id = ?"),
            arguments: [id.rawValue])
        try count(aliases, by: -1, in: db)
        try db.cachedStatement(sql: "DELETE FROM mentions WHERE article_id = ?").run([id.rawValue])
        try db.cachedStatement(sql: "DELETE FROM article_entities WHERE article_id = ?").run([id.rawValue])
    }

    private static func count(_ aliases: some Sequence<Int64>, by change: Int, in db: Database) throws {
        let update = try db.cachedStatement(sql: "UPDATE entity_aliases SET articles = articles + ? WHERE id = ?")
        for alias in aliases { try update.run([change, alias]) }
    }

    /// The entities of article `id`, most often named first, then by name.
    static func fetch(_ id: ArticleID, in db: Database) throws -> [ArticleEntity] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT entity_id, entity, kind, surface, count(*), entity_id IN (
                        SELECT entity_id FROM article_entities WHERE article_id = ?1)
                    FROM mention_view WHERE article_id = ?1 GROUP BY entity_id, surface ORDER BY count(*) DESC, surface
                    """),
            arguments: [id.rawValue])
        var byID: [Int64: ArticleEntity] = [:]
        for row in rows {
            let entityID: Int64 = row[0]
            let kind = EntityKind(rawValue: row[2]) ?? .other
            var entity =
                byID[entityID]
                ?? ArticleEntity(
                    id: entityID, name: row[1], kind: kind, mentions: 0, surface: [], isSearched: row[5])
            entity.mentions += row[4] as Int
            entity.surface.append(row[3])
            byID[entityID] = entity
        }
        return byID.values.sorted { ($1.mentions, $0.name, $0.id) < ($0.mentions, $1.name, $1.id) }
    }

    /// Gives the entities `ids` the greatest of their names that are in use, so that the name shown does not depend on
    /// the order in which articles came.
    static func settleNames(_ ids: some Sequence<Int64>, in db: Database) throws {
        let update = try db.cachedStatement(
            sql: """
                UPDATE entities SET name = coalesce((SELECT max(a.name) FROM entity_aliases AS a
                    WHERE a.entity_id = entities.id AND a.folded = entities.folded AND a.articles > 0), name)
                WHERE id = ?
                """)
        for id in ids { try update.run([id]) }
    }

    /// The entities that go by `name`, of `kind` when given; with `isPrefix` those with a name that begins so.
    static func ids(named name: String, kind: EntityKind?, isPrefix: Bool, in db: Database) throws -> [Int64] {
        let folded = foldedKey(name)
        let test = isPrefix ? "a.folded >= ?1 AND a.folded < ?1 || char(1114111)" : "a.folded = ?1"
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT e.id FROM entity_aliases AS a JOIN entities AS e ON e.id = a.entity_id
                WHERE \(test) AND a.articles > 0 AND (?2 IS NULL OR e.kind = ?2) ORDER BY e.id
                """, arguments: [folded, kind?.rawValue])
    }
}

extension EntityTables {
    /// A mention with the name that stands there and the entity it is; for comparing what is stored with what is new.
    struct Stored: Hashable {
        let mention: Mention
        let surface: String
        let kind: EntityKind
        let folded: String
    }

    static func mentions(of id: ArticleID, in db: Database) throws -> Set<Stored> {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT m.field, m.item, m.start, m.length, al.name, e.kind, e.folded FROM mentions AS m
                    JOIN entity_aliases AS al ON al.id = m.alias_id JOIN entities AS e ON e.id = al.entity_id
                    WHERE m.article_id = ?
                    """),
            arguments: [id.rawValue])
        return Set(
            rows.map { row in
                let field = MentionField(rawValue: row[0]) ?? .body
                return Stored(
                    mention: Mention(field: field, item: row[1], start: row[2], length: row[3]), surface: row[4],
                    kind: EntityKind(rawValue: row[5]) ?? .other, folded: row[6])
            })
    }

    static func mentions(in new: NewArticle) -> Set<Stored> {
        guard !new.entities.isEmpty else { return [] }
        let text = MentionText(new.article)
        return Set(
            new.entities.flatMap { entity in
                entity.mentions.compactMap { mention in
                    text[mention].map {
                        Stored(mention: mention, surface: $0, kind: entity.kind, folded: foldedKey(entity.name))
                    }
                }
            })
    }
}

/// Remembers the rows of entities and names that were met. To be forgotten when a transaction is rolled back.
final class EntityCache {
    private struct Alias: Hashable {
        let name: String
        let entity: Int64
    }
    private struct Key: Hashable {
        let kind: EntityKind
        let folded: String
    }
    private var entities: [Key: Int64] = [:]
    private var aliases: [Alias: Int64] = [:]
    private let limit = 200_000
    /// The entities met since the last `takeTouched`.
    private var touched: Set<Int64> = []

    func entityID(of entity: RecognizedEntity, in db: Database) throws -> Int64 {
        let key = Key(kind: entity.kind, folded: foldedKey(entity.name))
        let id = try entities[key] ?? fetchEntity(key, name: entity.name, in: db)
        if entities.count >= limit { entities = [:] }
        entities[key] = id
        touched.insert(id)
        return id
    }

    func aliasID(of name: String, entity: Int64, in db: Database) throws -> Int64 {
        let alias = Alias(name: name, entity: entity)
        let id = try aliases[alias] ?? fetchAlias(alias, in: db)
        if aliases.count >= limit { aliases = [:] }
        aliases[alias] = id
        return id
    }

    func takeTouched() -> Set<Int64> {
        defer { touched = [] }
        return touched
    }

    func forget() {
        entities = [:]
        aliases = [:]
        touched = []
    }

    private func fetchEntity(_ key: Key, name: String, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT id FROM entities WHERE kind = ? AND folded = ?")
        if let id = try Int64.fetchOne(find, arguments: [key.kind.rawValue, key.folded]) { return id }
        try db.cachedStatement(sql: "INSERT INTO entities (kind, name, folded) VALUES (?, ?, ?)")
            .run([key.kind.rawValue, name, key.folded])
        return db.lastInsertedRowID
    }

    private func fetchAlias(_ alias: Alias, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT id FROM entity_aliases WHERE entity_id = ? AND name = ?")
        if let id = try Int64.fetchOne(find, arguments: [alias.entity, alias.name]) { return id }
        try db.cachedStatement(sql: "INSERT INTO entity_aliases (entity_id, name, folded) VALUES (?, ?, ?)")
            .run([alias.entity, alias.name, foldedKey(alias.name)])
        return db.lastInsertedRowID
    }
}
