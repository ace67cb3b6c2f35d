import CSearch

/// How many rows have each value, and how many stand on each day: filled by a pass over the rows.
package final class RowCounts {
    /// What C counts in.
    let counts: UnsafeMutablePointer<csearch_counts>
    /// The values that are counted; days always are.
    package let values: Set<CountedValue>

    /// What is counted in place of an entity, plus 1; 0 for itself.
    private var redirects: UnsafeMutableBufferPointer<UInt32>?

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
        redirects?.deallocate()
    }

    /// Counts entities as what they were merged into, and rejected ones not at all.
    func follow(_ redirected: [(from: UInt32, to: UInt32)]) {
        guard redirects == nil, let last = redirected.flatMap({ [$0.from, $0.to] }).max() else { return }
        let table = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: Int(last) + 1)
        table.initialize(repeating: 0)
        for (from, to) in redirected {
            table[Int(from)] = to + 1
            // What others stand for is counted once with them.
            if to > 0 { table[Int(to)] = to + 1 }
        }
        redirects = table
        counts.pointee.redirects = UnsafePointer(table.baseAddress)
        counts.pointee.redirected = table.count
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
