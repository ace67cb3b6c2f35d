/// A date, perhaps with a time and a zone, as a text states it.
///
/// Every part that is there is valid: `2020-02-30` and `25:10` never become a `PrintedDate`.
public struct PrintedDate: Hashable, Sendable {
    /// The year, 1000–9999.
    public var year: Int
    /// The month, 1–12; `nil` when only a year is stated.
    public var month: Int?
    /// The day of the month; `nil` when only a month is stated.
    public var day: Int?
    /// The time of day; `nil` when only a date is stated.
    public var time: PrintedClockTime?

    /// A date of the parts that a text states.
    public init(year: Int, month: Int? = nil, day: Int? = nil, time: PrintedClockTime? = nil) {
        self.year = year
        self.month = month
        self.day = day
        self.time = time
    }

    /// Whether there is such a day.
    var isPossible: Bool {
        guard (1000...9999).contains(year) else { return false }
        guard let month else { return day == nil }
        guard (1...12).contains(month) else { return false }
        guard let day else { return true }
        return (1...Self.length(of: month, year: year)).contains(day)
    }

    static func length(of month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// A time of day as a text states it.
public struct PrintedClockTime: Hashable, Sendable {
    /// The hour, 0–23.
    public var hour: Int
    /// The minute, 0–59.
    public var minute: Int
    /// The second, 0–60; `nil` when it is not stated.
    public var second: Int?
    /// Minutes east of UTC; `nil` when no zone stands beside the time.
    public var offset: Int?

    /// A time of the parts that a text states.
    public init(hour: Int, minute: Int, second: Int? = nil, offset: Int? = nil) {
        self.hour = hour
        self.minute = minute
        self.second = second
        self.offset = offset
    }

    var isPossible: Bool {
        (0...23).contains(hour) && (0...59).contains(minute) && (0...60).contains(second ?? 0)
            && (-14 * 60...14 * 60).contains(offset ?? 0)
    }
}

/// Which of two numbers is the day in `03/04/2020`.
public enum NumericDateOrder: Hashable, Sendable {
    case dayFirst, monthFirst
}

/// A stretch of text that states a date, or tries to.
public struct PrintedDateFinding: Hashable, Sendable {
    /// What the stretch states.
    public var outcome: PrintedDateOutcome
    /// The stretch, in UTF-8 offsets; its time and zone are in it.
    public var range: Range<Int>
}

/// What a stretch of text that looks like a date states.
public enum PrintedDateOutcome: Hashable, Sendable {
    /// A date that can be.
    case date(PrintedDate)
    /// Two numbers that could be day and month either way round.
    case ambiguous
    /// A date that is not in the calendar, or a time that is on no clock.
    case impossible
}

extension PrintedDate {
    /// The dates in `text` in order, in the spellings of some thirty languages: `19 October 2020, 17:23 GMT`,
    /// `Oct. 19, 2020 5:23 p.m. EDT`, `2020-10-19T17:23:00Z`, `19.10.2020`, `2020年10月19日 17:23`, `le 19 octobre 2020
    /// à 17h23`. A date without a year is none.
    ///
    /// `order` settles `03/04/2020`; without it such a date is `.ambiguous`. Linear in the text; meant for lines.
    public static func findings(in text: String, order: NumericDateOrder? = nil) -> [PrintedDateFinding] {
        let tokens = PrintedDateToken.tokens(of: text)
        guard tokens.contains(where: \.isNumber) else { return [] }
        var scanner = PrintedDateScanner(tokens: tokens, order: order)
        return scanner.findings()
    }

    /// The first date in `text` that can be; `nil` when there is none.
    public static func first(in text: String, order: NumericDateOrder? = nil) -> PrintedDate? {
        for finding in findings(in: text, order: order) {
            if case .date(let date) = finding.outcome { return date }
        }
        return nil
    }
}
