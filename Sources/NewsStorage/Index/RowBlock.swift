import Foundation
import GRDB

/// What ranking and counting ask of the rows of 32 days, packed.
///
/// Blocks are made at the end of an ingest and kept; one that is missing is stale and is made again for the asking,
/// which is slower and gives the same.
struct RowBlock: Equatable {
    /// A part of a block, and what it tells of each row in the order of `rows`. All numbers are little endian.
    enum Part: String, CaseIterable {
        /// The rows, each less the first possible one: ascending, 4 bytes.
        case rows
        /// The words of the text columns, 2 bytes.
        case lengths
        /// `key_id` of the outlet, `key_id` of the section, the number of the language: 4 bytes, 0 for none.
        case outlets, sections, languages
        /// `key_id` of the tags, and the entities: where the list of each row begins and where the last one ends, then
        /// all lists; 4 bytes a number.
        case tags, entities

        /// Whether `size` bytes can be the part of a block of `count` rows.
        func fits(_ size: Int, rows count: Int) -> Bool {
            switch self {
            case .rows, .outlets, .sections, .languages: size == 4 * count
            case .lengths: size == 2 * count
            case .tags, .entities: size >= 4 * (count + 1) && size.isMultiple(of: 4)
            }
        }
    }

    /// The parts that were asked for, `rows` always among them.
    var parts: [Part: HeldBytes] = [:]

    /// Whether it has `asked`, each in the size that its rows want.
    private func isWhole(_ asked: Set<Part>) -> Bool {
        guard let rows = parts[.rows] else { return false }
        return asked.allSatisfy { part in parts[part].map { part.fits($0.count, rows: rows.count / 4) } ?? false }
    }

    /// Reads `parts` of a block as they are kept; `nil` when it is stale.
    static func kept(_ block: Int64, _ parts: Set<Part> = Set(Part.allCases), in db: Database) throws -> RowBlock? {
        // Part by part: SQLite would read the bytes of all parts, wanted or not.
        let select = try db.cachedStatement(sql: "SELECT data FROM index_blocks WHERE block = ? AND part = ?")
        var found = RowBlock()
        for part in parts.union([.rows]) {
            let rows = try Row.fetchCursor(select, arguments: [block, part.rawValue])
            guard let row = try rows.next() else { return nil }
            found.parts[part] = try row.withUnsafeData(atIndex: 0) { data in
                (data ?? Data()).withUnsafeBytes(HeldBytes.init)
            }
        }
        return found.isWhole(parts) ? found : nil
    }
}

// MARK: - Keeping

extension RowBlock {
    /// Marks the block of `row` as stale.
    static func forget(_ row: IndexRow, in db: Database) throws {
        try forget(block: row.block, in: db)
    }

    /// Marks a block as stale: to be called before anything it tells of its rows changes.
    static func forget(block: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "DELETE FROM index_blocks WHERE block = ?").run([block])
    }

    /// Makes the blocks that are stale.
    static func refresh(_ db: Database) throws {
        let stale = try Set(all(in: db)).subtracting(kept(in: db))
        let insert = try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO index_blocks (block, part, data) VALUES (?, ?, ?)")
        for block in stale.sorted() {
            for (part, bytes) in try made(block, in: db).parts { try insert.run([block, part.rawValue, bytes.data]) }
        }
    }

    /// How many kept blocks hold something else than the tables.
    static func wrongBlocks(_ db: Database) throws -> Int {
        try kept(in: db).count { block in try kept(block, in: db) != made(block, in: db) }
    }

    /// The blocks that hold rows, in order; of those in `rows` when given.
    static func all(within rows: ClosedRange<Int64> = Int64.min...Int64.max, in db: Database) throws
        -> FastDatabaseValueCursor<Int64>
    {
        let bits = IndexRow.blockBits
        return try Int64.fetchCursor(
            db,
            sql: """
                WITH RECURSIVE blocks (block) AS (
                    SELECT min(row) >> \(bits) FROM index_rows WHERE row BETWEEN ?1 AND ?2
                    UNION ALL
                    SELECT (SELECT min(row) >> \(bits) FROM index_rows WHERE row BETWEEN (block + 1) << \(bits) AND ?2)
                    FROM blocks WHERE block IS NOT NULL
                )
                SELECT block FROM blocks WHERE block IS NOT NULL
                """, arguments: [rows.lowerBound, rows.upperBound])
    }

    /// The blocks that are kept with all of their parts.
    private static func kept(in db: Database) throws -> Set<Int64> {
        try Int64.fetchSet(
            db, sql: "SELECT block FROM index_blocks GROUP BY block HAVING count(*) = ?",
            arguments: [Part.allCases.count])
    }
}
