import GRDB
import NewsModel
import NewsText

/// Remembers the rows of entities and names that were met. To be forgotten when a transaction is rolled back.
final class EntityCache {
    private struct Alias: Hashable {
        let name: String
        let entity: Int64
    }
    private var entities: [EntityKey: Int64] = [:]
    private var aliases: [Alias: (id: Int64, meant: Int64)] = [:]
    private let limit = 200_000
    /// In how many more articles each name stands since the last `store`.
    private var changes: [Int64: Int] = [:]

    func entityID(of entity: RecognizedEntity, in db: Database) throws -> Int64 {
        let key = EntityKey(EntityName(entity.kind, entity.name))
        if let known = entities[key] { return known }
        let id = try EntityTables.id(of: key, name: entity.name, in: db)
        try insertKnown(of: entity, id, in: db)
        if entities.count >= limit { entities = [:] }
        entities[key] = id
        return id
    }

    /// The row of a name of an entity, and the entity that is meant by it.
    func alias(_ name: String, of entity: Int64, in db: Database) throws -> (id: Int64, meant: Int64) {
        let alias = Alias(name: name, entity: entity)
        if let known = aliases[alias] { return known }
        let found = try fetchAlias(alias, in: db)
        if aliases.count >= limit { aliases = [:] }
        aliases[alias] = found
        return found
    }

    /// Notes that names stand in so many articles more, each once for an article.
    func count(_ aliases: some Sequence<Int64>, by change: Int) {
        for alias in aliases { changes[alias, default: 0] += change }
    }

    /// Writes down in how many articles names stand, and what follows for the entities of names that came or went: how they
    /// are shown, and who is meant by those of unclear kind.
    func store(in db: Database) throws {
        // RETURNING would make a table for each row.
        let find = try db.cachedStatement(sql: "SELECT articles, entity_id FROM entity_aliases WHERE id = ?")
        let update = try db.cachedStatement(sql: "UPDATE entity_aliases SET articles = ? WHERE id = ?")
        var entities: Set<Int64> = []
        for (alias, change) in changes.sorted(by: { $0.key < $1.key }) where change != 0 {
            guard let row = try Row.fetchOne(find, arguments: [alias]) else { continue }
            let articles: Int = row[0]
            if articles == 0 || articles + change == 0 { entities.insert(row[1]) }
            try update.run([articles + change, alias])
        }
        changes = [:]
        try EntityTables.settleNames(entities.sorted(), in: db)
        let namesake = try db.cachedStatement(
            sql: """
                SELECT folded FROM entities AS e WHERE id = ? AND EXISTS (SELECT 1 FROM entities
                    WHERE folded = e.folded AND id <> e.id AND (kind = 'other') <> (e.kind = 'other'))
                """)
        let names = try entities.compactMap { try String.fetchOne(namesake, arguments: [$0]) }
        try UnclearKinds.settle(Set(names), in: db)
    }

    func forget() {
        entities = [:]
        aliases = [:]
        changes = [:]
    }

    /// Records by what names everyone knows an entity, and its country.
    private func insertKnown(of entity: RecognizedEntity, _ id: Int64, in db: Database) throws {
        for name in entity.knownNames { try EntityTables.insertAlias(name, of: id, source: .known, in: db) }
        guard let country = entity.country else { return }
        let other = try EntityTables.id(of: EntityKey(EntityName(.place, country)), name: country, in: db)
        guard other != id else { return }
        try EntityTables.insertAlias(country, of: other, source: .known, in: db)
        try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO entity_relations (entity_id, relation, other_id) VALUES (?, 'country', ?)"
        ).run([id, other])
    }

    private func fetchAlias(_ alias: Alias, in db: Database) throws -> (id: Int64, meant: Int64) {
        let find = try db.cachedStatement(
            sql: "SELECT id, coalesce(split_into, entity_id) FROM entity_aliases WHERE entity_id = ? AND name = ?")
        if let row = try Row.fetchOne(find, arguments: [alias.entity, alias.name]) { return (row[0], row[1]) }
        try EntityTables.insertAlias(alias.name, of: alias.entity, source: .text, in: db)
        guard let row = try Row.fetchOne(find, arguments: [alias.entity, alias.name]) else {
            throw DatabaseError(message: "the name '\(alias.name)' of an entity cannot be stored")
        }
        return (row[0], row[1])
    }
}

extension EntityTables {
    /// Lets entity `id` go by `name`, if it does not yet.
    static func insertAlias(_ name: String, of id: Int64, source: EntityAlias.Source, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO entity_aliases (entity_id, name, folded, source, split_into)
                VALUES (?1, ?2, ?3, ?4, (SELECT split_into FROM entity_splits WHERE entity_id = ?1 AND folded = ?3))
                """
        ).run([id, name, foldedKey(name), source.rawValue])
    }

    /// The row of the entity `key`, made when there is none; it is called `name` then.
    static func id(of key: EntityKey, name: String, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT id FROM entities WHERE kind = ? AND folded = ?")
        if let id = try Int64.fetchOne(find, arguments: [key.kind.rawValue, key.folded]) { return id }
        try db.cachedStatement(sql: "INSERT INTO entities (kind, name, folded) VALUES (?, ?, ?)")
            .run([key.kind.rawValue, name, key.folded])
        return db.lastInsertedRowID
    }
}
