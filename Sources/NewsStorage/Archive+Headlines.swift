import GRDB
import NewsText

/// What decides whether two headlines are the same, as a number: the first 8 bytes of the SHA-256 of the folded
/// headline. Among ten million headlines the chance that any two differ and have the same is 3 in a million.
package struct HeadlineKey: Hashable, Sendable {
    let rawValue: Int64

    /// The key of a headline that is folded already.
    package init(folded: String) {
        let digest = SHA256Digest(of: Array(folded.utf8)).bytes
        rawValue = Int64(bitPattern: digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
}

/// The signs that stand between blanks before the name of an outlet behind a headline; the hyphen first, as GLOB wants it.
package let headlineSigns = ["-", "–", "—", "|", "·", "•"]

extension Archive {
    /// The names of all outlets, in no order.
    package func outletNames() throws -> [String] {
        try read { db in try String.fetchAll(db, sql: "SELECT name FROM outlets") }
    }

    /// Computes the keys of headlines again where they may end with an outlet's name. Reads every headline that holds a
    /// dash or a bar: about 1 s for a million articles.
    package func updateHeadlineKeys(_ key: (String) -> HeadlineKey) throws {
        try write { db in
            try Self.updateKeys("articles", column: "headline_key", id: "id, 0", key, in: db)
            try Self.updateKeys("related_headlines", column: "key", id: "article_id, position", key, in: db)
        }
    }

    private static func updateKeys(
        _ table: String, column: String, id: String, _ key: (String) -> HeadlineKey, in db: Database
    ) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT headline, \(column), \(id) FROM \(table) WHERE headline GLOB ?",
            arguments: ["* [\(headlineSigns.joined())] *"])
        var changed: [(key: HeadlineKey, id: Int64, position: Int64)] = []
        while let row = try rows.next() {
            let updated = key(row[0])
            if updated.rawValue != row[1] as Int64 { changed.append((updated, row[2], row[3])) }
        }
        let update = try db.makeStatement(
            sql: "UPDATE \(table) SET \(column) = ? WHERE (\(id)) = (?, ?)")
        for change in changed { try update.run([change.key.rawValue, change.id, change.position]) }
    }
}
