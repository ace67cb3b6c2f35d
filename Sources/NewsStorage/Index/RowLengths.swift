import Foundation
import GRDB

/// The lengths of articles for ranking, packed in blocks of 32 days.
///
/// Blocks are made from FTS5's own sizes at the end of an ingest; a block that is missing is stale, and ranking then
/// asks FTS5 for each length, which is slower and gives the same.
enum RowLengths {
    /// How many bytes an article takes in a block.
    static let entrySize = 6

    /// Marks the block of `row` as stale.
    static func forget(_ row: IndexRow, in db: Database) throws {
        try forget(block: row.block, in: db)
    }

    /// Marks a block as stale.
    static func forget(block: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM index_lengths WHERE block = ?").run([block])
    }

    /// Makes the blocks that are stale. Cost: about 0.3 µs for each article in them.
    static func refresh(_ db: Database) throws {
        let stale = try Int64.fetchAll(
            db,
            sql: """
                WITH RECURSIVE blocks (block) AS (
                    SELECT min(row) >> \(IndexRow.blockBits) FROM index_rows
                    UNION ALL
                    SELECT (SELECT min(row) >> \(IndexRow.blockBits) FROM index_rows
                        WHERE row >= (block + 1) << \(IndexRow.blockBits)) FROM blocks WHERE block IS NOT NULL
                )
                SELECT block FROM blocks WHERE block IS NOT NULL AND block NOT IN (SELECT block FROM index_lengths)
                """)
        for block in stale { try make(block, in: db) }
    }

    /// How many blocks hold other lengths than FTS5's own.
    static func wrongBlocks(_ db: Database) throws -> Int {
        let blocks = try Int64.fetchAll(db, sql: "SELECT block FROM index_lengths")
        return try blocks.count { block in
            try Data.fetchOne(db, sql: "SELECT lengths FROM index_lengths WHERE block = ?", arguments: [block])
                != packed(block, in: db)
        }
    }

    private static func make(_ block: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO index_lengths (block, lengths) VALUES (?, ?)")
            .run([block, try packed(block, in: db)])
    }

    private static func packed(_ block: Int64, in db: Database) throws -> Data {
        let rows = IndexRow.rows(ofBlock: block)
        let sizes = try Row.fetchCursor(
            db, sql: "SELECT id, sz FROM article_fts_docsize WHERE id BETWEEN ? AND ? ORDER BY id",
            arguments: [rows.lowerBound, rows.upperBound])
        var packed = Data()
        while let row = try sizes.next() {
            let key = UInt32(truncatingIfNeeded: (row[0] as Int64) - rows.lowerBound)
            let length = UInt16(clamping: try row.withUnsafeData(atIndex: 1) { textLength($0 ?? Data()) })
            withUnsafeBytes(of: key.littleEndian) { packed.append(contentsOf: $0) }
            withUnsafeBytes(of: length.littleEndian) { packed.append(contentsOf: $0) }
        }
        return packed
    }

    /// The words of the text columns in a row of `article_fts_docsize`: one of SQLite's variable-length integers for
    /// each column. Source: SQLite's file format, "varint".
    private static func textLength(_ sizes: some Collection<UInt8>) -> Int {
        var total = 0
        var value = 0
        var columns = 0
        for byte in sizes {
            value = value << 7 | Int(byte & 0x7F)
            guard byte & 0x80 == 0 else { continue }
            total += value
            value = 0
            columns += 1
            if columns == IndexColumn.textCount { break }
        }
        return total
    }
}
