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
    /// The entities met since the last `takeTouched`.
    private var touched: Set<Int64> = []
    /// The folded names of those that were looked up since the last `takeLookedUp`, new ones among them.
    private var lookedUp: Set<String> = []

    func entityID(of entity: RecognizedEntity, in db: Database) throws -> Int64 {
        let key = EntityKey(EntityName(entity.kind, entity.name))
        let id: Int64
        if let known = entities[key] {
            id = known
        } else {
            id = try EntityTables.id(of: key, name: entity.name, in: db)
            try insertKnown(of: entity, id, in: db)
            if entities.count >= limit { entities = [:] }
            entities[key] = id
            lookedUp.insert(key.folded)
        }
        touched.insert(id)
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

    func takeTouched() -> Set<Int64> {
        defer { touched = [] }
        return touched
    }

    /// To be called when fewer articles name an entity.
    func lookUpAgain(_ key: EntityKey) {
        entities[key] = nil
        lookedUp.insert(key.folded)
    }

    func takeLookedUp() -> Set<String> {
        defer { lookedUp = [] }
        return lookedUp
    }

    func forget() {
        lookedUp = []
        entities = [:]
        aliases = [:]
        touched = []
    }

    /// Records by what names everyone knows an entity, and its country.
    private func insertKnown(of entity: RecognizedEntity, _ id: Int64, in db: Database) throws {
        for name in entity.knownNames { try EntityTables.insertAlias(name, of: id, source: .known, in: db) }
        guard let country = entity.country else { return }
        let other = try EntityTables.id(of: EntityKey(EntityName(.place, country)), name: country, in: db)
        guard other != id else { return }
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
