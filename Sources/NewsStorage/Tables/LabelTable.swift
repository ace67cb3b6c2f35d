import GRDB
import NewsText

/// The tables of names that articles point to. All have the same columns: a row for each name as printed, and the key
/// that names share which differ only in case, diacritics or quotes.
package enum LabelTable: String, Hashable, Sendable, CaseIterable {
    case outlets, sections, storylines, tags

    /// The row of `name`, made when it is new.
    func id(of name: String, in db: Database) throws -> Int64 {
        let find = try db.cachedStatement(sql: "SELECT id FROM \(rawValue) WHERE name = ?")
        if let id = try Int64.fetchOne(find, arguments: [name]) { return id }
        let folded = foldedKey(name)
        let key = try keyID(ofFolded: folded, in: db)
        let next = try db.cachedStatement(sql: "SELECT coalesce(max(id), 0) + 1 FROM \(rawValue)")
        let id = try Int64.fetchOne(next) ?? 1
        try db.cachedStatement(sql: "INSERT INTO \(rawValue) (id, name, folded, key_id) VALUES (?, ?, ?, ?)")
            .run([id, name, folded, key ?? id])
        return id
    }

    /// The key of the names that fold to `folded`; `nil` when there is none.
    func keyID(ofFolded folded: String, in db: Database) throws -> Int64? {
        let find = try db.cachedStatement(sql: "SELECT min(key_id) FROM \(rawValue) WHERE folded = ?")
        return try Int64.fetchOne(find, arguments: [folded])
    }

    /// The keys of the values that fold to the same as `value`; with `isPrefix` of those that begin with it.
    package func keys(matching value: String, isPrefix: Bool, in db: Database) throws -> [Int64] {
        let folded = foldedKey(value)
        guard isPrefix else { return try keyID(ofFolded: folded, in: db).map { [$0] } ?? [] }
        return try Int64.fetchAll(
            db,
            sql: "SELECT DISTINCT key_id FROM \(rawValue) WHERE folded >= ? AND folded < ? || char(1114111) ORDER BY 1",
            arguments: [folded, folded])
    }
}
