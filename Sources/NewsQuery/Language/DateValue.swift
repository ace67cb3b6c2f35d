import NewsModel

/// The days that a date in a query stands for.
struct DateValue: Hashable {
    /// The first day, counted from 1970-01-01; `nil` when open.
    var from: Int?
    /// The last day; `nil` when open.
    var through: Int?

    enum Failure: Error {
        /// It does not look like a date at all.
        case notADate
        /// It looks like one, and there is no such day.
        case impossible
        /// A range in which no day lies, such as one that ends before it begins.
        case empty
    }

    /// The days in `text`: `2024`, `2024-03`, `2024-03-05`, `a..b`, `a/b`, `>=a`, `7d`, `today` … (in UTC).
    init(_ text: String, today: Int) throws(Failure) {
        if let (low, high) = Self.bounds(of: text) {
            from = low.isEmpty || low == "*" ? nil : try Self.period(low, today: today).first
            through = high.isEmpty || high == "*" ? nil : try Self.period(high, today: today).last
            try checkDays()
            return
        }
        for (sign, isLower, isIncluded) in [
            (">=", true, true), ("<=", false, true), (">", true, false), ("<", false, false),
        ] where text.hasPrefix(sign) {
            let period = try Self.period(String(text.dropFirst(sign.count)), today: today)
            if isLower {
                from = isIncluded ? period.first : period.last + 1
            } else {
                through = isIncluded ? period.last : period.first - 1
            }
            try checkDays()
            return
        }
        let period = try Self.period(text, today: today)
        from = period.first
        through = period.last
    }

    private init(from: Int?, through: Int?) throws(Failure) {
        self.from = from
        self.through = through
        try checkDays()
    }

    /// 0000-01-01 and 9999-12-31: there is no way to write another day.
    private static let days =
        Instant.daysSinceEpoch(year: 0, month: 1, day: 1)...Instant.daysSinceEpoch(year: 9999, month: 12, day: 31)

    private func checkDays() throws(Failure) {
        let first = from ?? Self.days.lowerBound
        let last = through ?? Self.days.upperBound
        guard first <= last, Self.days.contains(first), Self.days.contains(last) else { throw .empty }
    }

    /// The days that `since:`, `until:`, `after:`, `before:` or `on:` mean with `text`; `nil` for another word.
    static func bound(_ word: String, _ text: String, today: Int) throws(Failure) -> DateValue? {
        guard ["since", "until", "after", "before", "on"].contains(word) else { return nil }
        let period = try period(text, today: today)
        switch word {
        case "since": return try DateValue(from: period.first, through: nil)
        case "until": return try DateValue(from: nil, through: period.last)
        case "after": return try DateValue(from: period.last + 1, through: nil)
        case "before": return try DateValue(from: nil, through: period.first - 1)
        default: return try DateValue(from: period.first, through: period.last)
        }
    }

    private static func bounds(of text: String) -> (low: String, high: String)? {
        if let dots = text.firstRange(of: "..") {
            return (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        }
        if text.hasPrefix("["), text.hasSuffix("]"), let to = text.firstRange(of: " TO ") {
            return (
                String(text[text.index(after: text.startIndex)..<to.lowerBound]),
                String(text[to.upperBound...].dropLast())
            )
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count >= 4 }) else { return nil }
        return (String(parts[0]), String(parts[1]))
    }

    private typealias Period = (first: Int, last: Int)

    private static func period(_ text: String, today: Int) throws(Failure) -> Period {
        switch text.lowercased() {
        case "today": return (today, today)
        case "yesterday": return (today - 1, today - 1)
        default: break
        }
        if let first = age(text, today: today) { return (first, today) }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = parts.map(\.utf8.count)
        guard (1...3).contains(parts.count), widths[0] == 4, widths.dropFirst().allSatisfy({ (1...2).contains($0) }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { throw .notADate }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count,
            let start = Instant(
                year: numbers[0], month: numbers.count > 1 ? numbers[1] : 1, day: numbers.count > 2 ? numbers[2] : 1)
        else { throw .impossible }
        let last =
            switch numbers.count {
            case 1: Instant.daysSinceEpoch(year: numbers[0], month: 12, day: 31)
            case 2: start.day + Instant.daysInMonth(numbers[1], year: numbers[0]) - 1
            default: start.day
            }
        return (start.day, last)
    }

    /// The first day of a period that ends today: `7d`, `2w`, `3m`, `1y`, `P1W`; `nil` when `text` is none.
    private static func age(_ text: String, today: Int) -> Int? {
        let text = text.lowercased()
        let digits = text.hasPrefix("p") ? text.dropFirst() : text[...]
        guard let unit = digits.last, let number = QueryParser.number(digits.dropLast()) else { return nil }
        let count = min(number, 4_000_000)
        switch unit {
        case "d": return max(days.lowerBound, today - count)
        case "w": return max(days.lowerBound, today - 7 * count)
        case "m", "y":
            let (year, month, day) = Instant.civil(fromDay: today)
            let months = year * 12 + month - 1 - (unit == "y" ? 12 * count : count)
            guard months >= 0 else { return days.lowerBound }
            let start = (year: months / 12, month: months % 12 + 1)
            let lastDay = Instant.daysInMonth(start.month, year: start.year)
            return Instant.daysSinceEpoch(year: start.year, month: start.month, day: min(day, lastDay))
        default: return nil
        }
    }
}
