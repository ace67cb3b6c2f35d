import CSearch
import Foundation
import GRDB

/// What ranking and counting ask about rows of the index: their lengths and values, and which of two comes first when
/// both fit equally well.
package final class RankingRows {
    private let db: Database
    private let counts: RowCounts?
    private let parts: Set<RowBlock.Part>
    private let place: Statement
    private var held: RowBlock?

    /// Reads rows on the connection `db`.
    ///
    /// - Parameters:
    ///   - withLengths: Whether the rows are ranked by the words of the articles' own text.
    ///   - counts: Where rows are counted.
    package init(_ db: Database, withLengths: Bool, counts: RowCounts? = nil) throws {
        self.db = db
        self.counts = counts
        parts = Set((counts?.values ?? []).map(\.part) + (withLengths ? [.lengths] : []))
        if let counts, counts.values.contains(.entity) { counts.follow(try Archive.entityRedirects(in: db)) }
        place = try db.makeStatement(sql: "SELECT shown_at, article_id FROM index_rows WHERE row = ?")
    }

    /// Runs `body` with a collector that asks these rows.
    package func withCollector<Value>(_ body: (inout csearch_collector) throws -> Value) rethrows -> Value {
        try withExtendedLifetime(self) {
            var collector = csearch_collector()
            collector.context = Unmanaged.passUnretained(self).toOpaque()
            collector.counts = counts?.counts
            if !parts.isEmpty { collector.find_block = Self.findBlock }
            collector.is_behind = { context, left, right in
                guard let context else { return 0 }
                let rows = Unmanaged<RankingRows>.fromOpaque(context).takeUnretainedValue()
                return rows.isBehind(IndexRow(left), IndexRow(right)) ? 1 : 0
            }
            return try body(&collector)
        }
    }

    /// Counts all rows, or those in `rows`; gives their number.
    package func countAll(within rows: ClosedRange<Int64>? = nil) throws -> Int {
        let rows = rows ?? Int64.min...Int64.max
        return try withCollector { collector in
            collector.find_block = Self.findBlock
            // The cursor stays open meanwhile, so that an interruption between two blocks is not lost.
            let blocks = try RowBlock.all(within: rows, in: db)
            while let block = try blocks.next() {
                let range = IndexRow.rows(ofBlock: block).clamped(to: rows)
                let status = csearch_count_block(&collector, range.lowerBound, range.upperBound)
                guard status == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
            }
            return Int(collector.count)
        }
    }

    private static let findBlock: csearch_find_block = { context, row, block in
        guard let context, let block else { return ResultCode.SQLITE_MISUSE.rawValue }
        return Unmanaged<RankingRows>.fromOpaque(context).takeUnretainedValue().findBlock(row, into: block)
    }

    /// Gives C the block of `row`; returns an SQLite result code.
    private func findBlock(_ row: Int64, into found: UnsafeMutablePointer<csearch_block>) -> Int32 {
        let number = IndexRow(row).block
        do {
            let block = try RowBlock.kept(number, parts, in: db) ?? RowBlock.made(number, parts, in: db)
            held = block
            let rows = IndexRow.rows(ofBlock: number)
            found.pointee = csearch_block()
            found.pointee.first = rows.lowerBound
            found.pointee.last = rows.upperBound
            found.pointee.count = (block.parts[.rows]?.count ?? 0) / 4
            found.pointee.rows = block.parts[.rows]?.start
            found.pointee.lengths = block.parts[.lengths]?.start
            withUnsafeMutableBytes(of: &found.pointee.values) { bytes in
                let values = bytes.bindMemory(to: csearch_bytes.self)
                for value in CountedValue.allCases {
                    guard let part = block.parts[value.part] else { continue }
                    values[value.rawValue] = csearch_bytes(bytes: part.start, size: part.count)
                }
            }
            return 0
        } catch let error as DatabaseError {
            return error.resultCode.rawValue
        } catch {
            return ResultCode.SQLITE_ERROR.rawValue
        }
    }

    /// The later date shown comes first, then the greater id. Rows tell the day; only those of one day are looked up.
    private func isBehind(_ left: IndexRow, _ right: IndexRow) -> Bool {
        guard let day = left.day, day == right.day, let first = moment(of: left), let second = moment(of: right) else {
            return left < right
        }
        return first < second
    }

    private func moment(of row: IndexRow) -> (shownAt: Int64, id: Int64)? {
        guard let found = try? Row.fetchOne(place, arguments: [row.rawValue]), let shownAt = found[0] as Int64? else {
            return nil
        }
        return (shownAt, found[1])
    }
}
