/// A moment in UTC, counted in whole seconds since 1970-01-01T00:00:00Z (proleptic Gregorian calendar).
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since the epoch; negative before 1970.
    public let seconds: Int64

    /// The moment `seconds` after the epoch.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The moment of a civil date and time in UTC; `nil` when there is no such date or time (2024-02-30, 24:00).
    public init?(
        year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0
    ) {
        guard (0...9999).contains(year), (1...12).contains(month),
            (1...Self.daysInMonth(month, year: year)).contains(day),
            (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let days = Self.daysSinceEpoch(year: year, month: month, day: day)
        seconds = Int64(days) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    }

    /// The day it falls on, counted from 1970-01-01 as day 0.
    public var day: Int { Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400) }

    /// Year, month (1–12) and day of month (1–31) in UTC.
    public var civil: (year: Int, month: Int, day: Int) { Self.civil(fromDay: day) }

    /// Whether `left` comes before `right`.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// The number of days in `month` (1–12) of `year`.
    public static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 to a civil date. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    public static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The civil date of a day counted from 1970-01-01. Same source as `daysSinceEpoch`.
    public static func civil(fromDay day: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC: `2020-10-19T17:23:00Z`.
    public var description: String {
        let (year, month, dayOfMonth) = civil
        let time = Int(seconds - Int64(day) * 86_400)
        var text = ""
        text.reserveCapacity(20)
        append(year, width: 4, to: &text)
        text += "-"
        append(month, width: 2, to: &text)
        text += "-"
        append(dayOfMonth, width: 2, to: &text)
        text += "T"
        append(time / 3_600, width: 2, to: &text)
        text += ":"
        append(time / 60 % 60, width: 2, to: &text)
        text += ":"
        append(time % 60, width: 2, to: &text)
        text += "Z"
        return text
    }

    private func append(_ number: Int, width: Int, to text: inout String) {
        let digits = String(number)
        for _ in 0..<max(0, width - digits.utf8.count) { text += "0" }
        text += digits
    }
}

extension Instant: Codable {
    /// Reads the single value that `encode(to:)` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let instant = Instant(rfc3339: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no RFC 3339 time")
        }
        self = instant
    }

    /// Writes a single value that `init(from:)` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Reads `2020-10-19T17:23:00Z`, also with a zone offset, a blank for the `T`, and without seconds; fractions of
    /// a second are cut off. `nil` for anything else.
    public init?(rfc3339 text: String) {
        var rest = Array(text.utf8)[...]
        func number(_ width: Int) -> Int? {
            guard rest.count >= width else { return nil }
            var value = 0
            for byte in rest.prefix(width) {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            rest = rest.dropFirst(width)
            return value
        }
        func skip(_ allowed: String) -> Bool {
            guard let byte = rest.first, allowed.utf8.contains(byte) else { return false }
            rest = rest.dropFirst()
            return true
        }
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2), skip("Tt "),
            let hour = number(2), skip(":"), let minute = number(2)
        else { return nil }
        var second = 0
        if skip(":") {
            guard let value = number(2) else { return nil }
            second = value
            if skip(".") { while number(1) != nil {} }
        }
        guard
            let local = Instant(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        else { return nil }
        if skip("Zz") {
            guard rest.isEmpty else { return nil }
            self = local
            return
        }
        guard let sign = rest.first, sign == 0x2B || sign == 0x2D else { return nil }
        rest = rest.dropFirst()
        guard let hours = number(2) else { return nil }
        _ = skip(":")
        guard let minutes = number(2), rest.isEmpty, hours < 24, minutes < 60 else { return nil }
        let offset = Int64(hours * 3_600 + minutes * 60)
        self.init(seconds: local.seconds + (sign == 0x2D ? offset : -offset))
    }
}
