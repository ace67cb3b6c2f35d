import NewsModel
import NewsText

/// Reads the times of metadata: what programs write, seconds and milliseconds since 1970, and any printed date.
enum StatedTime {
    /// The date in `text`, which has a day; `nil` when it states none, and for dates that stand for none (1970-01-01).
    static func date(in text: String, order: NumericDateOrder) -> PrintedDate? {
        let text = String(decoding: text.utf8.drop { $0 <= 0x20 }.prefix(400), as: UTF8.self)
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
        let date =
            epoch(text) ?? (digits == 4 || digits >= 8 ? PrintedDate.machine(text) : nil)
            ?? PrintedDate.first(in: text, order: order)
        guard let date, date.day != nil, (1800...2100).contains(date.year) else { return nil }
        return date.year == 1970 && date.month == 1 && date.day == 1 ? nil : date
    }

    /// `1682640000`, `1682640000000`.
    private static func epoch(_ text: String) -> PrintedDate? {
        let count = text.utf8.count
        guard count == 10 || count == 13, text.utf8.first == 0x31, let value = Int64(text) else { return nil }
        let instant = Instant(seconds: count == 13 ? value / 1_000 : value)
        let (year, month, day) = instant.civil
        let second = Int(instant.seconds - Int64(instant.day) * 86_400)
        return PrintedDate(
            year: year, month: month, day: day,
            time: PrintedClockTime(hour: second / 3_600, minute: second / 60 % 60, second: second % 60, offset: 0))
    }
}
