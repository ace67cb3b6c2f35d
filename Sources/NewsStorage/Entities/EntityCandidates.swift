import GRDB
import NewsModel
import NewsText

/// An entity that goes by a name.
package struct EntityCandidate: Hashable, Sendable {
    /// Its number.
    package let id: Int64
    /// Its name as shown, and its kind.
    package let name: EntityName
    /// Whether the name asked for is its own.
    package let isOwnName: Bool
    /// Whether any article names it.
    package let isNamed: Bool
}

extension EntityTables {
    /// That something besides merging is decided of an entity: as the index `entities_decided` has it, so that it is used.
    static let isDecided = "is_rejected + is_named + (folded_into IS NOT NULL) > 0"
    /// That it is rejected, found by the same index.
    static let isRejected = "\(isDecided) AND is_rejected = 1"

    /// The entities that go by `name`, of `kind` when given, the likeliest first: what people decided to be called so, then
    /// what most articles call so, then what has no other name.
    static func candidates(named name: String, kind: EntityKind?, in db: Database) throws -> [EntityCandidate] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT k.id, k.kind, k.name, max(k.folded = a.folded),
                        EXISTS (SELECT 1 FROM entities AS m JOIN entity_aliases AS n ON n.entity_id = m.id
                            WHERE (m.id = k.id OR m.merged_into = k.id) AND n.articles > 0)
                    FROM entity_aliases AS a JOIN entities AS e ON e.id = coalesce(a.split_into, a.entity_id)
                    JOIN entities AS k ON k.id = coalesce(e.merged_into, e.id)
                    WHERE a.folded = ?1 AND (a.articles > 0 OR a.source <> 'text') AND e.is_rejected = 0
                        AND (?2 IS NULL OR k.kind = ?2)
                    GROUP BY k.id ORDER BY max(a.source = 'decision') DESC, sum(a.articles) DESC,
                        max(k.folded = a.folded) DESC, k.id
                    """),
            arguments: [foldedKey(name), kind?.rawValue])
        return rows.map { row in
            EntityCandidate(
                id: row[0], name: EntityName(EntityKind(rawValue: row[1]) ?? .other, row[2]), isOwnName: row[3],
                isNamed: row[4])
        }
    }

    /// The entities with a name that begins with `beginning`, of `kind` when given.
    static func ids(namedFrom beginning: String, kind: EntityKind?, in db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db,
            sql: """
                SELECT DISTINCT k.id FROM entity_aliases AS a JOIN entities AS e ON e.id = coalesce(a.split_into, a.entity_id)
                JOIN entities AS k ON k.id = coalesce(e.merged_into, e.id)
                WHERE a.folded >= ?1 AND a.folded < ?1 || char(1114111) AND (a.articles > 0 OR a.source <> 'text')
                    AND e.is_rejected = 0 AND (?2 IS NULL OR k.kind = ?2) ORDER BY k.id
                """, arguments: [foldedKey(beginning), kind?.rawValue])
    }

    /// The entity with the number `id` as decided, if it is one.
    static func candidate(_ id: Int64, in db: Database) throws -> EntityCandidate? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT k.id, k.kind, k.name FROM entities AS e JOIN entities AS k ON k.id = coalesce(e.merged_into, e.id)
                WHERE e.id = ? AND e.is_rejected = 0
                """, arguments: [id])
        return row.map { row in
            EntityCandidate(
                id: row[0], name: EntityName(EntityKind(rawValue: row[1]) ?? .other, row[2]), isOwnName: true,
                isNamed: true)
        }
    }
}
