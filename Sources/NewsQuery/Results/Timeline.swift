import NewsModel
import NewsStorage

/// Hits by the date shown.
public struct Timeline: Sendable {
    /// How long a period is.
    public enum Step: String, Hashable, Sendable, CaseIterable {
        /// Of weeks, those of ISO 8601: they begin on Monday and belong to the year of their Thursday.
        case day, week, month, year
    }

    /// A day, week, month or year.
    public struct Period: Hashable, Sendable {
        /// `2024-02-26`, `2024-W09`, `2024-02`, `2024`.
        public let name: String
        /// How many hits.
        public let count: Int
        /// How many articles of the archive.
        public let total: Int
        /// The hits as a share of all articles of the period; `nil` where it has none.
        public var share: Double? { total > 0 ? Double(count) / Double(total) : nil }
    }

    /// Empty periods in a row that are left out.
    public struct Gap: Hashable, Sendable {
        /// Before which of `periods`.
        public let index: Int
        /// How many.
        public let count: Int
    }

    /// How long a period is.
    public let step: Step
    /// The periods from the first to the last that has hits or bounds the dates asked for, in order.
    public let periods: [Period]
    /// What is left out between them.
    public let gaps: [Gap]
    /// How many articles match but for dates, and have none.
    public let undated: Int

    /// - Parameters:
    ///   - hits: The days of the hits.
    ///   - totals: The days of all articles.
    ///   - bounds: The first and the last day asked for.
    ///   - longestGap: How many empty periods in a row are kept.
    init(
        by step: Step, hits: RowCounts, totals: RowCounts, bounds: (first: Int?, last: Int?), longestGap: Int,
        undated: Int
    ) {
        self.step = step
        self.undated = undated
        let sums = Dictionary(uniqueKeysWithValues: totals.periods(by: step).map { ($0.number, $0.count) })
        func period(_ number: Int, _ count: Int) -> Period {
            Period(name: step.name(of: number), count: count, total: sums[number] ?? 0)
        }
        var periods: [Period] = []
        var gaps: [Gap] = []
        var next: Int?
        for (number, count) in Self.counts(of: hits, by: step, within: bounds) {
            let empty = (next ?? number)..<number
            if empty.count > longestGap {
                gaps.append(Gap(index: periods.count, count: empty.count))
            } else {
                periods += empty.map { period($0, 0) }
            }
            periods.append(period(number, count))
            next = number + 1
        }
        self.periods = periods
        self.gaps = gaps
    }

    /// What a person should know of articles that dates leave out.
    public static func undatedMessage(_ count: Int) -> String {
        "\(count) more \(count == 1 ? "article has" : "articles have") no date"
    }

    /// The periods that have hits, and those that hold the bounds.
    private static func counts(
        of hits: RowCounts, by step: Step, within bounds: (first: Int?, last: Int?)
    ) -> [(number: Int, count: Int)] {
        var counts = hits.periods(by: step)
        if let first = bounds.first.map(step.number), first != counts.first?.number { counts.insert((first, 0), at: 0) }
        if let last = bounds.last.map(step.number), last != counts.last?.number { counts.append((last, 0)) }
        return counts
    }
}

extension Timeline.Step {
    /// The number of the period that `day` belongs to, counted from 1970-01-01. Periods that follow each other have
    /// numbers that do.
    func number(ofDay day: Int) -> Int {
        switch self {
        case .day: return day
        case .week: return (day + 3 - (((day + 3) % 7) + 7) % 7) / 7  // 1970-01-01 was a Thursday
        case .month:
            let (year, month, _) = Instant.civil(fromDay: day)
            return year * 12 + month - 1
        case .year: return Instant.civil(fromDay: day).year
        }
    }

    /// The period as it is written: `2024-02-26`, `2024-W09`, `2024-02`, `2024`.
    func name(of number: Int) -> String {
        switch self {
        case .day:
            let (year, month, day) = Instant.civil(fromDay: number)
            return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
        case .week:
            let thursday = number * 7
            let year = Instant.civil(fromDay: thursday).year
            let week = (thursday - Instant.daysSinceEpoch(year: year, month: 1, day: 1)) / 7 + 1
            return "\(Self.padded(year, 4))-W\(Self.padded(week, 2))"
        case .month:
            let month = (number % 12 + 12) % 12
            return "\(Self.padded((number - month) / 12, 4))-\(Self.padded(month + 1, 2))"
        case .year: return Self.padded(number, 4)
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(abs(number))
        return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension RowCounts {
    /// The periods that have rows, in order, and how many each has.
    func periods(by step: Timeline.Step) -> [(number: Int, count: Int)] {
        var periods: [(number: Int, count: Int)] = []
        for day in days {
            let number = step.number(ofDay: day.number)
            if periods.last?.number == number {
                periods[periods.count - 1].count += day.count
            } else {
                periods.append((number, day.count))
            }
        }
        return periods
    }
}
