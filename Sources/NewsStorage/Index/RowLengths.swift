import CSearch
import Foundation
import GRDB

/// The lengths of articles for ranking, packed in blocks of 32 days.
///
/// Blocks are made from FTS5's own sizes at the end of an ingest; a block that is missing is stale, and ranking then
/// asks FTS5 for each length, which is slower and gives the same.
package final class RowLengths {
    private let statement: Statement
    private var held = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)

    /// Reads blocks on the connection `db`.
    package init(_ db: Database) throws {
        statement = try db.makeStatement(sql: "SELECT lengths FROM index_lengths WHERE block = ?")
    }

    deinit {
        held.deallocate()
    }

    /// Gives `body` a function that finds the block of a row, and the context to call it with.
    package func withFinder<Value>(
        _ body: (csearch_find_lengths, UnsafeMutableRawPointer) throws -> Value
    ) rethrows -> Value {
        try withExtendedLifetime(self) {
            try body(
                { context, row, block in
                    guard let context, let block else { return 0 }
                    return Unmanaged<RowLengths>.fromOpaque(context).takeUnretainedValue().find(row, into: block)
                }, Unmanaged.passUnretained(self).toOpaque())
        }
    }

    private func find(_ row: Int64, into found: UnsafeMutablePointer<csearch_lengths>) -> Int32 {
        let block = IndexRow(row).block
        guard let bytes = try? Data.fetchOne(statement, arguments: [block]) else { return 0 }
        held.deallocate()
        held = .allocate(capacity: bytes.count)
        _ = held.initialize(from: bytes)
        let first = block << IndexRow.blockBits
        found.pointee = csearch_lengths(
            first: first, last: first + (1 << IndexRow.blockBits - 1), entries: held.baseAddress,
            count: held.count / Self.entrySize)
        return 1
    }

    private static let entrySize = 6

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

    private static func make(_ block: Int64, in db: Database) throws {
        let first = block << IndexRow.blockBits
        let sizes = try Row.fetchCursor(
            db, sql: "SELECT id, sz FROM article_fts_docsize WHERE id BETWEEN ? AND ? ORDER BY id",
            arguments: [first, first + (1 << IndexRow.blockBits - 1)])
        var packed = Data()
        while let row = try sizes.next() {
            let key = UInt32(truncatingIfNeeded: (row[0] as Int64) - first)
            let length = UInt16(clamping: try row.withUnsafeData(atIndex: 1) { textLength($0 ?? Data()) })
            withUnsafeBytes(of: key.littleEndian) { packed.append(contentsOf: $0) }
            withUnsafeBytes(of: length.littleEndian) { packed.append(contentsOf: $0) }
        }
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO index_lengths (block, lengths) VALUES (?, ?)")
            .run([block, packed])
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
