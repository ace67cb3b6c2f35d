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
        let exceptions = try exceptions(of: id, in: db)
        var searched: [Int64: Int] = [:]
        var aliases: Set<Int64> = []
        let insertMention = try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO mentions (article_id, field, item, start, length, alias_id)
                VALUES (?, ?, ?, ?, ?, ?)
                """)
        for entity in entities {
            let entityID = try cache.entityID(of: entity, in: db)
            for mention in entity.mentions {
                guard let surface = fields[mention] else { continue }
                let (aliasID, meant) = try cache.alias(surface, of: entityID, in: db)
                aliases.insert(aliasID)
                if mention.field.isSearched, let meant = exceptions[meant] ?? meant {
                    searched[meant, default: 0] += 1
                }
                try insertMention.run([
                    id.rawValue, mention.field.rawValue, mention.item, mention.start, mention.length, aliasID,
                ])
            }
        }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO article_entities (article_id, entity_id, mentions) VALUES (?, ?, ?)")
        for (entityID, count) in searched.sorted(by: { $0.key < $1.key }) {
            try insert.run([id.rawValue, entityID, count])
        }
        cache.count(aliases, by: 1)
    }

    /// The entities that are another, or none, in article `id`.
    private static func exceptions(of id: ArticleID, in db: Database) throws -> [Int64: Int64?] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: "SELECT entity_id, instead_id FROM entity_exceptions WHERE article_id = ?"),
            arguments: [id.rawValue])
        var exceptions: [Int64: Int64?] = [:]
        while let row = try rows.next() { exceptions[row[0]] = .some(row[1] as Int64?) }
        return exceptions
    }

    /// Writes anew by which entities article `id` is found, from what it mentions and what people decided. It must not be
    /// in the index meanwhile.
    ///
    /// - Parameter folds: Whether entities stand there as what they are merged into, and rejected ones not at all.
    static func settle(_ id: ArticleID, folds: Bool, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM article_entities WHERE article_id = ?").run([id.rawValue])
        try db.cachedStatement(
            sql: """
                INSERT INTO article_entities (article_id, entity_id, mentions)
                SELECT m.article_id, iif(?2 AND e.is_guessed = 0, coalesce(e.merged_into, e.id), e.id), count(*)
                FROM mentions AS m JOIN entity_aliases AS al ON al.id = m.alias_id
                LEFT JOIN entity_exceptions AS x
                    ON x.article_id = m.article_id AND x.entity_id = coalesce(al.split_into, al.entity_id)
                JOIN entities AS e ON e.id = iif(x.entity_id IS NULL, coalesce(al.split_into, al.entity_id), x.instead_id)
                WHERE m.article_id = ?1 AND m.field < ?3 AND NOT (?2 AND e.is_rejected AND e.is_guessed = 0)
                GROUP BY 2
                """
        ).run([id.rawValue, folds, MentionField.related.rawValue])
    }

    static func delete(_ id: ArticleID, cache: EntityCache, in db: Database) throws {
        let aliases = try Int64.fetchAll(
            db.cachedStatement(sql: "SELECT DISTINCT alias_id FROM mentions WHERE article_id = ?"),
            arguments: [id.rawValue])
        cache.count(aliases, by: -1)
        try db.cachedStatement(sql: "DELETE FROM mentions WHERE article_id = ?").run([id.rawValue])
        try db.cachedStatement(sql: "DELETE FROM article_entities WHERE article_id = ?").run([id.rawValue])
    }

    /// The entities of article `id`, most often named first, then by name.
    static func fetch(_ id: ArticleID, in db: Database) throws -> [ArticleEntity] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT entity_id, entity, kind, surface, count(*), max(field NOT IN ('related', 'footnote'))
                    FROM mention_view WHERE article_id = ? GROUP BY entity_id, surface ORDER BY count(*) DESC, surface
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
            entity.isSearched = entity.isSearched || row[5]
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
                WHERE id = ? AND is_named = 0
                """)
        for id in ids { try update.run([id]) }
    }

    /// Forgets names that no article bears, and entities that are left without one, but for what decisions and relations
    /// speak of.
    static func removeUnused(in db: Database) throws {
        // What was taken for an entity must not keep it; what is left is settled anew.
        let guessed = try String.fetchSet(
            db, sql: "SELECT folded FROM entities WHERE merged_into IS NOT NULL AND is_guessed = 1")
        try db.execute(
            sql: """
                UPDATE entities SET merged_into = NULL, is_guessed = 0, is_rejected = 0
                WHERE merged_into IS NOT NULL AND is_guessed = 1;
                DELETE FROM entity_aliases WHERE articles = 0 AND source = 'text';
                DELETE FROM entity_relations WHERE entity_id NOT IN (SELECT entity_id FROM entity_aliases WHERE articles > 0);
                CREATE TEMP TABLE unused_entities AS SELECT id FROM entities WHERE merged_into IS NULL
                    AND is_rejected + is_named = 0
                    AND id NOT IN (SELECT entity_id FROM entity_aliases WHERE articles > 0 OR source = 'decision')
                    AND id NOT IN (SELECT merged_into FROM entities WHERE merged_into IS NOT NULL)
                    AND id NOT IN (SELECT entity_id FROM entity_splits UNION SELECT split_into FROM entity_splits)
                    AND id NOT IN (SELECT entity_id FROM entity_exceptions
                        UNION SELECT instead_id FROM entity_exceptions WHERE instead_id IS NOT NULL)
                    AND id NOT IN (SELECT other_id FROM entity_relations);
                DELETE FROM entity_aliases WHERE entity_id IN (SELECT id FROM unused_entities);
                DELETE FROM entities WHERE id IN (SELECT id FROM unused_entities);
                DROP TABLE unused_entities;
                """)
        try UnclearKinds.settle(guessed, in: db)
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

    static func mentions(in new: NewArticle) -> Set<Stored> { mentions(new.entities, of: new.article) }

    static func mentions(_ entities: [RecognizedEntity], of article: Article) -> Set<Stored> {
        guard !entities.isEmpty else { return [] }
        let text = MentionText(article)
        return Set(
            entities.flatMap { entity in
                entity.mentions.compactMap { mention in
                    text[mention].map {
                        Stored(mention: mention, surface: $0, kind: entity.kind, folded: foldedKey(entity.name))
                    }
                }
            })
    }
}
