import CSearch

/// How many rows have each value, and how many stand on each day: filled by a pass over the rows.
package final class RowCounts {
    /// What C counts in.
    let counts: UnsafeMutablePointer<csearch_counts>
    /// The values that are counted; days always are.
    package let values: Set<CountedValue>

    /// Nothing counted yet.
    package init(of values: Set<CountedValue> = []) {
        self.values = values
        counts = .allocate(capacity: 1)
        counts.initialize(to: csearch_counts())
        counts.pointee.values = values.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    }

    deinit {
        csearch_release_counts(counts)
        counts.deallocate()
    }

    /// How many rows have no date.
    package var undated: Int { Int(counts.pointee.undated) }

    /// The days that have rows, counted from 1970-01-01, in order, and how many each has.
    package var days: [(number: Int, count: Int)] {
        guard let days = counts.pointee.days else { return [] }
        let (first, last) = (Int(counts.pointee.first_day), Int(counts.pointee.last_day))
        return Self.counted(UnsafeBufferPointer(start: days + first, count: last - first + 1)).map {
            (IndexRow.firstDay + first + $0.number, $0.count)
        }
    }

    /// The numbers of `value` that rows have, in order, and how many have each.
    package func numbers(of value: CountedValue) -> [(number: Int, count: Int)] {
        let all = withUnsafeBytes(of: &counts.pointee.numbers) { bytes in
            let numbers = bytes.bindMemory(to: csearch_numbers.self)[value.rawValue]
            return Self.counted(UnsafeBufferPointer(start: numbers.counts, count: numbers.room))
        }
        return all.first?.number == 0 ? Array(all.dropFirst()) : all
    }

    private static func counted(_ counts: UnsafeBufferPointer<UInt32>) -> [(number: Int, count: Int)] {
        counts.enumerated().compactMap { $1 > 0 ? ($0, Int($1)) : nil }
    }
}
