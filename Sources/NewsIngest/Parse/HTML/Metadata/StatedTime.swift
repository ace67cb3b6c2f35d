import NewsModel
import NewsText

/// Reads the times of metadata: W3C and ISO 8601 in the forms that are met, seconds and milliseconds since 1970, else
/// any date that `PrintedDate` reads.
enum StatedTime {
    /// The date in `text`, which has a day; `nil` when it states none, and for a date that stands for none (1970-01-01).
    static func date(in text: String, order: NumericDateOrder) -> PrintedDate? {
        let bytes = Array(text.utf8.prefix(400))[...]
        let date =
            epoch(bytes) ?? basic(bytes) ?? extended(bytes)
            ?? PrintedDate.first(in: String(decoding: bytes, as: UTF8.self), order: order)
        guard let date, date.day != nil, (1800...2100).contains(date.year) else { return nil }
        guard date.year != 1970 || date.month != 1 || date.day != 1 else { return nil }
        return date
    }

    /// `1682640000`, `1682640000000`.
    private static func epoch(_ bytes: ArraySlice<UInt8>) -> PrintedDate? {
        let digits = bytes.drop { $0 <= 0x20 }.prefix { isDigit($0) }
        guard digits.count == 10 || digits.count == 13, digits.first == 0x31, digits.endIndex == bytes.endIndex,
            let value = number(digits)
        else { return nil }
        let instant = Instant(seconds: Int64(digits.count == 13 ? value / 1_000 : value))
        let (year, month, day) = instant.civil
        let second = Int(instant.seconds - Int64(instant.day) * 86_400)
        return PrintedDate(
            year: year, month: month, day: day,
            time: PrintedClockTime(hour: second / 3_600, minute: second / 60 % 60, second: second % 60, offset: 0))
    }

    /// `20230428`, `20230428T100000Z`, `202304281000`.
    private static func basic(_ bytes: ArraySlice<UInt8>) -> PrintedDate? {
        var rest = bytes.drop { $0 <= 0x20 }
        let digits = rest.prefix { isDigit($0) }
        guard [8, 12, 14].contains(digits.count), digits.first == 0x31 || digits.first == 0x32,
            let day = number(digits.prefix(8)), var date = possible(day / 10_000, day / 100 % 100, day % 100)
        else { return nil }
        rest = rest.dropFirst(digits.count)
        var clock = digits.dropFirst(8)
        if clock.isEmpty, let sign = rest.first, sign | 0x20 == UInt8(ascii: "t") {
            clock = rest.dropFirst().prefix { isDigit($0) }
            rest = rest.dropFirst(1 + clock.count)
        }
        if clock.count == 4 || clock.count == 6, let value = number(clock) {
            let parts =
                clock.count == 6 ? (value / 10_000, value / 100 % 100, value % 100) : (value / 100, value % 100, -1)
            date.time = time(parts.0, parts.1, parts.2 < 0 ? nil : parts.2, zone: offset(rest))
        }
        return date
    }

    /// `2023-04-28`, `2023-04-28T10:00:00.123+02:00`, `2023-4-28 10:00 +0200`, wherever it stands.
    private static func extended(_ bytes: ArraySlice<UInt8>) -> PrintedDate? {
        var index = bytes.startIndex
        while let dash = bytes[index...].firstIndex(of: 0x2D) {
            index = dash + 1
            let year = bytes[..<dash].suffix(4)
            let before = bytes[..<year.startIndex].last
            guard year.count == 4, before.map(isDigit) != true, let yearNumber = number(year) else { continue }
            var rest = bytes[index...]
            guard let month = take(&rest, 1...2), skip(&rest, 0x2D), let day = take(&rest, 1...2),
                var date = possible(yearNumber, month, day)
            else { continue }
            date.time = clock(rest)
            return date
        }
        return nil
    }

    /// The time behind a date: `T10:00:00.123+02:00`, ` 10:00 Z`.
    private static func clock(_ bytes: ArraySlice<UInt8>) -> PrintedClockTime? {
        var rest = bytes
        guard let first = rest.first, first | 0x20 == UInt8(ascii: "t") || first == 0x20 else { return nil }
        rest = rest.dropFirst().drop { $0 == 0x20 }
        guard let hour = take(&rest, 1...2) else { return nil }
        if !skip(&rest, 0x3A), rest.first.map(isDigit) != true { return nil }
        guard let minute = take(&rest, 2...2) else { return nil }
        var second: Int?
        if skip(&rest, 0x3A) || rest.first.map(isDigit) == true { second = take(&rest, 2...2) }
        if let sign = rest.first, sign == 0x2E || sign == 0x2C { rest = rest.dropFirst().drop { isDigit($0) } }
        return time(hour, minute, second, zone: offset(rest))
    }

    private static func time(_ hour: Int, _ minute: Int, _ second: Int?, zone: Int?) -> PrintedClockTime? {
        guard hour < 24, minute < 60, (second ?? 0) <= 60 else { return nil }
        return PrintedClockTime(hour: hour, minute: minute, second: second, offset: zone)
    }

    /// Minutes east of UTC: `Z`, `UTC`, `GMT`, `+02:00`, `+0200`, `+02`, ` GMT+2`.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes.drop { $0 == 0x20 }
        let name = rest.prefix { (0x61...0x7A).contains($0 | 0x20) }
        let isUTC = ["z", "utc", "gmt"].contains { name.lazy.map { $0 | 0x20 }.elementsEqual($0.utf8) }
        guard name.isEmpty || isUTC else { return nil }
        rest = rest.dropFirst(name.count)
        guard let sign = rest.first, sign == 0x2B || sign == 0x2D else { return isUTC ? 0 : nil }
        rest = rest.dropFirst()
        guard let hours = take(&rest, 1...2) else { return isUTC ? 0 : nil }
        _ = skip(&rest, 0x3A)
        let minutes = take(&rest, 2...2) ?? 0
        guard hours <= 14, minutes < 60 else { return nil }
        return (sign == 0x2D ? -1 : 1) * (hours * 60 + minutes)
    }

    // MARK: Bytes

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.count < 18, digits.allSatisfy(isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func take(_ rest: inout ArraySlice<UInt8>, _ width: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(width.upperBound).prefix { isDigit($0) }
        guard width.contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return number(digits)
    }

    private static func skip(_ rest: inout ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest = rest.dropFirst()
        return true
    }

    private static func possible(_ year: Int, _ month: Int, _ day: Int) -> PrintedDate? {
        Instant(year: year, month: month, day: day) == nil ? nil : PrintedDate(year: year, month: month, day: day)
    }
}
