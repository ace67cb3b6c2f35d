import NewsModel
import NewsText

extension PrintedTime {
    /// The time that `date` states. A time without a zone takes `pageOffset`, else UTC; a date without a time counts
    /// from midnight UTC, so that it stays the day that is printed. `nil` when there is no such moment.
    init?(_ date: PrintedDate, pageOffset: Int?, source: TimeSource) {
        let time = date.time
        guard
            let local = Instant(
                year: date.year, month: date.month ?? 1, day: date.day ?? 1, hour: time?.hour ?? 0,
                minute: time?.minute ?? 0, second: time?.second ?? 0)
        else { return nil }
        guard let time else {
            let precision: TimePrecision = date.day != nil ? .day : date.month != nil ? .month : .year
            self.init(local, precision: precision, zone: .assumed, source: source)
            return
        }
        let offset = time.offset ?? pageOffset ?? 0
        let zone: TimeZoneSource = time.offset != nil ? .printed : pageOffset != nil ? .page : .assumed
        self.init(
            Instant(seconds: local.seconds - Int64(offset) * 60), precision: time.second == nil ? .minute : .second,
            zone: zone, source: source)
    }
}
