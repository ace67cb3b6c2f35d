import CSearch
import GRDB
import NewsModel

/// Writing the full-text index. Everything in it comes from the view `article_index` and can be made again from it.
package enum ArticleIndex {
    /// Adds the articles `ids`, which must not be in the index, each at the row of the date it shows.
    ///
    /// Rows are given in the order of date shown and id, so that a whole batch is written in the order of the index.
    ///
    /// - Parameters:
    ///   - words: Collects their words, and those of the articles that were removed; they are stored now.
    ///   - known: The words of those articles that were read for them already.
    static func add(
        _ ids: some Collection<ArticleID>, words: WordCollector, known: [ArticleID: ArticlePostings] = [:],
        in db: Database
    ) throws {
        let places = try places(of: ids, in: db)
        for place in places {
            try db.cachedStatement(
                sql: """
                    INSERT INTO index_rows (row, article_id, shown_at, captured_at, modified_at,
                        outlet_key, section_key, language_id)
                    SELECT ?, id, ?, captured_at, modified_at, (SELECT key_id FROM outlets WHERE id = outlet_id),
                        (SELECT key_id FROM sections WHERE id = section_id), ?
                    FROM articles WHERE id = ?
                    """
            ).run([place.row.rawValue, place.shownAt, place.languageID, place.id.rawValue])
        }
        let entries = places.compactMap { place in
            known[place.id].map { IndexSegments.Entry(row: place.row.rawValue, postings: $0) }
        }
        for table in IndexTable.allCases {
            let isWritten =
                try IndexSegments.isWorth(entries, of: table) && IndexSegments.add(entries, to: table, in: db)
            for place in places {
                let isKnown = known[place.id] != nil
                if !(isKnown && isWritten) { try write(place.row.rawValue, to: table, isDelete: false, in: db) }
                guard !isKnown else { continue }
                let texts = try texts(of: place.row.rawValue, in: table, db)
                try words.add(texts, language: place.language, articles: table == .articles ? 1 : 0)
            }
        }
        for place in places {
            if let article = known[place.id] { try words.add(article, language: place.language) }
        }
        try words.store(in: db)
    }

    /// Takes an article out of the index; call it before anything that the index holds of it changes.
    ///
    /// Does nothing for an article that is not in it.
    ///
    /// - Parameter words: Collects its words; the next `add` stores that they stand in an article less.
    static func remove(_ id: ArticleID, words: WordCollector, in db: Database) throws {
        let find = try db.cachedStatement(
            sql: """
                SELECT r.row, a.language FROM index_rows AS r JOIN articles AS a ON a.id = r.article_id
                WHERE r.article_id = ?
                """)
        guard let place = try Row.fetchOne(find, arguments: [id.rawValue]) else { return }
        let row: Int64 = place[0]
        for table in IndexTable.allCases {
            try write(row, to: table, isDelete: true, in: db)
            if table == .articles {
                try words.add(try texts(of: row, in: table, db), language: place[1], articles: -1)
            }
        }
        try db.cachedStatement(sql: "DELETE FROM index_rows WHERE row = ?").run([row])
        try RowBlock.forget(IndexRow(row), in: db)
    }

    /// Writes what the view gives for `row` into a table of the index, or when it `isDelete` out of it.
    ///
    /// FTS5 writes its memory out whenever SQLite opens a savepoint, as it does inside a transaction for every
    /// `INSERT … SELECT`. So the values are read first and bound then, and nothing else is written in between
    /// (measured: 366 µs an article against 114).
    private static func write(_ row: Int64, to table: IndexTable, isDelete: Bool, in db: Database) throws {
        let sql = table.statements
        let select = try db.cachedStatement(sql: sql.select).sqliteStatement
        let insert = try db.cachedStatement(sql: sql.insert).sqliteStatement
        let status = csearch_copy_row(
            UnsafeMutableRawPointer(select), UnsafeMutableRawPointer(insert), isDelete ? "delete" : nil, row)
        guard status != ResultCode.SQLITE_NOTFOUND.rawValue else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "index row \(row) has no article")
        }
        guard status == 0 else {
            throw DatabaseError(resultCode: ResultCode(rawValue: status), message: db.lastErrorMessage)
        }
    }

    /// The printed texts that the view gives for `row`.
    private static func texts(of row: Int64, in table: IndexTable, _ db: Database) throws -> [String] {
        let select = try db.cachedStatement(sql: table.statements.select)
        let values = try Row.fetchOne(select, arguments: [row]).map { Array($0.databaseValues) } ?? []
        return values.prefix(table.textColumns.count).compactMap(String.fromDatabaseValue)
    }

    /// What the index holds of the article in `row`, by column, and its language; `nil` when there is none.
    package static func texts(
        of row: IndexRow, in db: Database
    ) throws -> (texts: [IndexColumn: String], language: String)? {
        let columns = IndexTable.articles.textColumns
        let select = try db.cachedStatement(
            sql: """
                SELECT \(columns.map { "i.\($0.name)" }.joined(separator: ", ")), coalesce(a.language, '')
                FROM index_rows AS r JOIN articles AS a ON a.id = r.article_id JOIN article_index AS i ON i.row = r.row
                WHERE r.row = ?
                """)
        guard let row = try Row.fetchOne(select, arguments: [row.rawValue]) else { return nil }
        let texts = columns.enumerated().compactMap { place, column in (row[place] as String?).map { (column, $0) } }
        return (Dictionary(uniqueKeysWithValues: texts), row[columns.count])
    }

    private struct Place {
        let id: ArticleID
        let shownAt: Int64?
        let language: String?
        let languageID: Int64?
        var row: IndexRow
    }

    private static func places(of ids: some Collection<ArticleID>, in db: Database) throws -> [Place] {
        let shown = try db.cachedStatement(
            sql: "SELECT coalesce(published_at, captured_at), language FROM articles WHERE id = ?")
        var places: [Place] = []
        places.reserveCapacity(ids.count)
        var languages: [String: Int64] = [:]
        for id in ids.sorted() {  // languages get their numbers in this order
            let row = try Row.fetchOne(shown, arguments: [id.rawValue])
            let language = row?[1] as String?
            var languageID: Int64?
            if let language {
                languageID = try languages[language] ?? Self.languageID(of: language, in: db)
                languages[language] = languageID
            }
            places.append(
                Place(id: id, shownAt: row?[0], language: language, languageID: languageID, row: .undated(id)))
        }
        places.sort { ($0.shownAt ?? .min, $0.id) < ($1.shownAt ?? .min, $1.id) }
        var day: Int?
        var next: Int64 = 0
        for index in places.indices {
            guard let shownAt = places[index].shownAt else { continue }
            let placeDay = Instant(seconds: shownAt).day
            let rows = IndexRow.rows(ofDays: placeDay, through: placeDay)
            if day != placeDay {
                day = placeDay
                next = try firstFree(of: rows, in: db)
            }
            guard rows.contains(next) else {
                throw DatabaseError(message: "more articles on one day than the index has rows for (\(rows.count))")
            }
            places[index].row = IndexRow(next)
            next += 1
        }
        for block in Set(places.map(\.row.block)) { try RowBlock.forget(block: block, in: db) }
        return places.sorted { $0.row < $1.row }
    }

    /// The number of the language `code`, given when it is new.
    private static func languageID(of code: String, in db: Database) throws -> Int64? {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO index_languages (code) VALUES (?)").run([code])
        let find = try db.cachedStatement(sql: "SELECT id FROM index_languages WHERE code = ?")
        return try Int64.fetchOne(find, arguments: [code])
    }

    private static func firstFree(of rows: ClosedRange<Int64>, in db: Database) throws -> Int64 {
        let last = try db.cachedStatement(sql: "SELECT max(row) FROM index_rows WHERE row BETWEEN ? AND ?")
        let row = try Int64.fetchOne(last, arguments: [rows.lowerBound, rows.upperBound])
        return row.map { $0 + 1 } ?? rows.lowerBound
    }
}

// MARK: - Care

extension ArticleIndex {
    private static let currentTokens = String(CSEARCH_TOKENIZER_VERSION)

    private static func storedTokens(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM facts WHERE name = 'tokenizer'")
    }

    /// Whether the index was made with this program's tokens.
    static func isUpToDate(_ db: Database) throws -> Bool { try storedTokens(db) == currentTokens }

    /// Makes the index anew when it was made with other tokens than this program's.
    static func bringUpToDate(_ db: Database) throws {
        let stored = try storedTokens(db)
        guard stored != currentTokens else { return }
        try db.inTransaction(.immediate) {
            if stored != nil { try rebuild(db) }
            try db.execute(
                sql: "INSERT OR REPLACE INTO facts (name, value) VALUES ('tokenizer', ?)", arguments: [currentTokens])
            return .commit
        }
    }

    /// Makes rows, index, words and blocks anew from the articles. Cost: that of indexing every article again.
    static func rebuild(_ db: Database) throws {
        for table in IndexTable.allCases { try command("delete-all", of: table, in: db) }
        for table in ["index_blocks", "index_rows", "index_languages", "word_forms"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        let ids = try ArticleID.fetchAll(
            db, sql: "SELECT id FROM articles ORDER BY coalesce(published_at, captured_at), id")
        let words = WordCollector()
        for start in stride(from: 0, to: ids.count, by: 10_000) {
            try add(ids[start..<min(start + 10_000, ids.count)], words: words, in: db)
        }
        try RowBlock.refresh(db)
    }

    /// Runs one of FTS5's own commands.
    private static func command(
        _ command: String, of table: IndexTable, value: (any DatabaseValueConvertible)? = nil, in db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO \(table.name) (\(table.name), rank) VALUES (?, ?)", arguments: [command, value])
    }

    /// Sets how eagerly FTS5 merges while writing: 0 while much is loaded at once, else its default of 4.
    static func setAutomerge(_ segments: Int, in db: Database) throws {
        for table in IndexTable.allCases { try setAutomerge(segments, of: table, in: db) }
    }

    static func setAutomerge(_ segments: Int, of table: IndexTable, in db: Database) throws {
        try command("automerge", of: table, value: segments, in: db)
    }

    /// Merges the parts of a table of the index by about `pages` pages; whether there is more to merge.
    ///
    /// Source: FTS5's documentation of 'merge': a negative number starts merging everything, and fewer than two changed
    /// rows mean that nothing is left to do.
    static func merge(_ table: IndexTable, pages: Int, starting: Bool, in db: Database) throws -> Bool {
        let before = db.totalChangesCount
        try command("merge", of: table, value: starting ? -pages : pages, in: db)
        return db.totalChangesCount - before >= 2
    }

    /// How many rows stand at another date than their article shows, or tell something else of it.
    static func misplaced(_ db: Database) throws -> Int {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT r.row, r.article_id, r.shown_at, coalesce(a.published_at, a.captured_at), r.captured_at IS a.captured_at
                    AND r.modified_at IS a.modified_at
                    AND r.outlet_key IS (SELECT key_id FROM outlets WHERE id = a.outlet_id)
                    AND r.section_key IS (SELECT key_id FROM sections WHERE id = a.section_id)
                    AND (SELECT code FROM index_languages WHERE id = r.language_id) IS a.language
                FROM index_rows AS r JOIN articles AS a ON a.id = r.article_id
                """)
        var count = 0
        while let row = try rows.next() {
            let shownAt: Int64? = row[3]
            let place = IndexRow(row[0])
            let isPlaced =
                shownAt.map { place.day == Instant(seconds: $0).day } ?? (place == .undated(row[1]))
            if !isPlaced || shownAt != row[2] as Int64? || !(row[4] as Bool) { count += 1 }
        }
        return count
    }

    /// Whether index and articles agree word for word. Cost: about that of indexing.
    static func agrees(_ db: Database) throws -> Bool {
        do {
            for table in IndexTable.allCases { try command("integrity-check", of: table, value: 1, in: db) }
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return false
        }
    }
}
