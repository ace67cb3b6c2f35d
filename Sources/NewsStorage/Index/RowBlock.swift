import Foundation
import GRDB

/// What ranking and counting ask of the rows of 32 days, packed.
///
/// Blocks are made at the end of an ingest and kept; one that is missing is stale and is made again for the asking,
/// which is slower and gives the same.
struct RowBlock: Equatable {
    /// A part of a block, and what it tells of each row in the order of `rows`.
    enum Part: String, CaseIterable {
        /// The rows, each less the first possible one: ascending, 4 bytes.
        case rows
        /// The words of the text columns, 2 bytes.
        case lengths
    }

    /// Each part, little endian.
    var parts: [Part: Data] = [:]

    /// Reads a block as it is kept; `nil` when it is stale.
    static func kept(_ block: Int64, in db: Database) throws -> RowBlock? {
        let select = try db.cachedStatement(sql: "SELECT part, data FROM index_blocks WHERE block = ?")
        var found = RowBlock()
        let rows = try Row.fetchCursor(select, arguments: [block])
        while let row = try rows.next() {
            if let part = Part(rawValue: row[0]) { found.parts[part] = row[1] }
        }
        return found.parts.count == Part.allCases.count ? found : nil
    }

    /// Makes a block from the tables. Cost: about 0.3 µs for each row.
    static func made(_ block: Int64, in db: Database) throws -> RowBlock {
        let range = IndexRow.rows(ofBlock: block)
        let sizes = try Row.fetchCursor(
            db, sql: "SELECT id, sz FROM article_fts_docsize WHERE id BETWEEN ? AND ? ORDER BY id",
            arguments: [range.lowerBound, range.upperBound])
        var rows = Data()
        var lengths = Data()
        while let row = try sizes.next() {
            let key = UInt32(truncatingIfNeeded: (row[0] as Int64) - range.lowerBound)
            let length = UInt16(clamping: try row.withUnsafeData(atIndex: 1) { textLength($0 ?? Data()) })
            withUnsafeBytes(of: key.littleEndian) { rows.append(contentsOf: $0) }
            withUnsafeBytes(of: length.littleEndian) { lengths.append(contentsOf: $0) }
        }
        return RowBlock(parts: [.rows: rows, .lengths: lengths])
    }

    /// The words of the text columns in a row of `article_fts_docsize`: one of SQLite's variable-length integers for
    /// each column. Source: SQLite's file format, "varint".
    private static func textLength(_ sizes: some Collection<UInt8>) -> Int {
        let textColumns = IndexTable.articles.textColumns.count
        var total = 0
        var value = 0
        var columns = 0
        for byte in sizes {
            value = value << 7 | Int(byte & 0x7F)
            guard byte & 0x80 == 0 else { continue }
            total += value
            value = 0
            columns += 1
            if columns == textColumns { break }
        }
        return total
    }
}

// MARK: - Keeping

extension RowBlock {
    /// Marks the block of `row` as stale.
    static func forget(_ row: IndexRow, in db: Database) throws {
        try forget(block: row.block, in: db)
    }

    /// Marks a block as stale.
    static func forget(block: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM index_blocks WHERE block = ?").run([block])
    }

    /// Makes the blocks that are stale.
    static func refresh(_ db: Database) throws {
        let stale = try all(in: db).subtracting(kept(in: db))
        let insert = try db.cachedStatement(sql: "INSERT INTO index_blocks (block, part, data) VALUES (?, ?, ?)")
        for block in stale.sorted() {
            for (part, data) in try made(block, in: db).parts { try insert.run([block, part.rawValue, data]) }
        }
    }

    /// How many kept blocks hold something else than the tables.
    static func wrongBlocks(_ db: Database) throws -> Int {
        try kept(in: db).count { block in try kept(block, in: db) != made(block, in: db) }
    }

    /// The blocks that hold rows.
    private static func all(in db: Database) throws -> Set<Int64> {
        let blocks = try Int64.fetchSet(
            db,
            sql: """
                WITH RECURSIVE blocks (block) AS (
                    SELECT min(row) >> \(IndexRow.blockBits) FROM index_rows
                    UNION ALL
                    SELECT (SELECT min(row) >> \(IndexRow.blockBits) FROM index_rows
                        WHERE row >= (block + 1) << \(IndexRow.blockBits)) FROM blocks WHERE block IS NOT NULL
                )
                SELECT block FROM blocks WHERE block IS NOT NULL
                """)
        return blocks
    }

    private static func kept(in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(db, sql: "SELECT DISTINCT block FROM index_blocks")
    }
}
