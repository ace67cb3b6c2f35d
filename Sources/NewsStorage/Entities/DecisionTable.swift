import GRDB
import NewsModel

/// The rows of `entity_decisions`.
package enum DecisionTable {
    /// All decisions, in order.
    package static func fetchAll(in db: Database) throws -> [StoredDecision] {
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM entity_decisions ORDER BY id")
        var decisions: [StoredDecision] = []
        while let row = try rows.next() {
            guard let decision = decision(row) else {
                throw DatabaseError(
                    resultCode: .SQLITE_CORRUPT, message: "decision \(row["id"] as Int64) about an entity is not whole")
            }
            decisions.append(StoredDecision(id: row["id"], decision: decision))
        }
        return decisions
    }

    static func insert(_ decision: EntityDecision, in db: Database) throws -> Int64 {
        let (name, other, alias) = decision.parts
        try db.cachedStatement(
            sql: """
                INSERT INTO entity_decisions (action, kind, name, other_kind, other_name, alias, query, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).run([
            name, decision.entity.kind.rawValue, decision.entity.name, other?.kind.rawValue, other?.name, alias,
            decision.query, decision.decidedAt.seconds,
        ])
        return db.lastInsertedRowID
    }

    /// Forgets the decision `id`, and in which articles it held.
    static func delete(_ id: Int64, in db: Database) throws {
        try db.execute(sql: "DELETE FROM entity_decisions WHERE id = ?", arguments: [id])
    }

    private static func decision(_ row: Row) -> EntityDecision? {
        guard let kind = EntityKind(rawValue: row["kind"]) else { return nil }
        let otherKind = (row["other_kind"] as String?).flatMap(EntityKind.init)
        let other = otherKind.flatMap { kind in (row["other_name"] as String?).map { EntityName(kind, $0) } }
        let action: EntityDecision.Action
        switch (row["action"] as String, other, row["alias"] as String?, row["query"] as String?) {
        case ("alias", let other?, nil, nil): action = .alias(other.name)
        case ("merge", let other?, nil, nil): action = .merge(other)
        case ("split", let other?, let alias?, nil): action = .split(alias: alias, as: other)
        case ("split", let other?, nil, let query?): action = .splitIn(query: query, as: other)
        case ("rename", let other?, nil, nil): action = .rename(other.name)
        case ("kind", let other?, nil, nil): action = .kind(other.kind)
        case ("reject", nil, nil, let query): action = .reject(query: query)
        default: return nil
        }
        return EntityDecision(
            EntityName(kind, row["name"]), action, at: Instant(seconds: row["decided_at"]))
    }
}
