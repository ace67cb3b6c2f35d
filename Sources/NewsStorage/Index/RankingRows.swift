import CSearch
import Foundation
import GRDB

/// What ranking asks about rows of the index: their lengths, and which of two comes first when both fit equally well.
package final class RankingRows {
    private let lengths: Statement
    private let place: Statement
    private var held = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)

    /// Reads rows on the connection `db`.
    package init(_ db: Database) throws {
        lengths = try db.makeStatement(sql: "SELECT lengths FROM index_lengths WHERE block = ?")
        place = try db.makeStatement(sql: "SELECT shown_at, article_id FROM index_rows WHERE row = ?")
    }

    deinit {
        held.deallocate()
    }

    /// Runs `body` with a collector that asks these rows.
    package func withCollector<Value>(_ body: (inout csearch_collector) throws -> Value) rethrows -> Value {
        try withExtendedLifetime(self) {
            var collector = csearch_collector()
            collector.context = Unmanaged.passUnretained(self).toOpaque()
            collector.find_lengths = { context, row, block in
                guard let context, let block else { return 0 }
                return Unmanaged<RankingRows>.fromOpaque(context).takeUnretainedValue().findLengths(row, into: block)
            }
            collector.is_behind = { context, left, right in
                guard let context else { return 0 }
                let rows = Unmanaged<RankingRows>.fromOpaque(context).takeUnretainedValue()
                return rows.isBehind(IndexRow(left), IndexRow(right)) ? 1 : 0
            }
            return try body(&collector)
        }
    }

    private func findLengths(_ row: Int64, into found: UnsafeMutablePointer<csearch_lengths>) -> Int32 {
        let block = IndexRow(row).block
        guard let bytes = try? Data.fetchOne(lengths, arguments: [block]) else { return 0 }
        held.deallocate()
        held = .allocate(capacity: bytes.count)
        _ = held.initialize(from: bytes)
        found.pointee = csearch_lengths(
            first: IndexRow.rows(ofBlock: block).lowerBound, last: IndexRow.rows(ofBlock: block).upperBound,
            entries: held.baseAddress, count: held.count / RowLengths.entrySize)
        return 1
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
