import GRDB

extension Archive {
    /// The names of all outlets, in no order.
    package func outletNames() throws -> [String] {
        try read { db in try String.fetchAll(db, sql: "SELECT name FROM outlets") }
    }

    /// Computes the keys of headlines again where they may end with an outlet's name. Reads every headline that holds a
    /// dash or a bar: about 1 s for a million articles.
    package func updateHeadlineKeys(_ key: (String) -> String) throws {
        try write { db in
            for (table, column) in [("articles", "headline_key"), ("headlines", "key")] {
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT id, headline, \(column) FROM \(table)
                        WHERE \(column) LIKE '% - %' OR \(column) LIKE '%|%' OR \(column) LIKE '% · %'
                        """)
                var changed: [(id: Int64, key: String)] = []
                while let row = try rows.next() {
                    let updated = key(row[1])
                    if updated != row[2] as String { changed.append((row[0], updated)) }
                }
                let update = try db.cachedStatement(sql: "UPDATE \(table) SET \(column) = ? WHERE id = ?")
                for (id, key) in changed { try update.run([key, id]) }
            }
        }
    }
}
