import CSearch
import Foundation
import GRDB

/// What ranking asks about rows of the index: their lengths, and which of two comes first when both fit equally well.
package final class RankingRows {
    private let db: Database
    private let place: Statement
    private var held: [RowBlock.Part: UnsafeMutableBufferPointer<UInt8>] = [:]

    /// Reads rows on the connection `db`.
    package init(_ db: Database) throws {
        self.db = db
        place = try db.makeStatement(sql: "SELECT shown_at, article_id FROM index_rows WHERE row = ?")
    }

    deinit {
        release()
    }

    private func release() {
        for bytes in held.values { bytes.deallocate() }
        held = [:]
    }

    /// Runs `body` with a collector that asks these rows.
    package func withCollector<Value>(_ body: (inout csearch_collector) throws -> Value) rethrows -> Value {
        try withExtendedLifetime(self) {
            var collector = csearch_collector()
            collector.context = Unmanaged.passUnretained(self).toOpaque()
            collector.find_block = { context, row, block in
                guard let context, let block else { return 0 }
                return Unmanaged<RankingRows>.fromOpaque(context).takeUnretainedValue().findBlock(row, into: block)
            }
            collector.is_behind = { context, left, right in
                guard let context else { return 0 }
                let rows = Unmanaged<RankingRows>.fromOpaque(context).takeUnretainedValue()
                return rows.isBehind(IndexRow(left), IndexRow(right)) ? 1 : 0
            }
            return try body(&collector)
        }
    }

    private func findBlock(_ row: Int64, into found: UnsafeMutablePointer<csearch_block>) -> Int32 {
        let number = IndexRow(row).block
        guard let block = try? RowBlock.kept(number, in: db) ?? RowBlock.made(number, in: db) else { return 0 }
        release()
        for (part, data) in block.parts {
            let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: data.count)
            _ = bytes.initialize(from: data)
            held[part] = bytes
        }
        func start(_ part: RowBlock.Part) -> UnsafePointer<UInt8>? {
            held[part].flatMap { UnsafePointer($0.baseAddress) }
        }
        let rows = IndexRow.rows(ofBlock: number)
        found.pointee = csearch_block(
            first: rows.lowerBound, last: rows.upperBound, count: (held[.rows]?.count ?? 0) / 4, rows: start(.rows),
            lengths: start(.lengths))
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
