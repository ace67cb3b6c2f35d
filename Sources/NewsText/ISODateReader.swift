/// Reads dates as ISO 8601 and W3C have them, with the variants that are met.
struct ISODateReader {
    enum Reading { case date(PrintedDate), impossible }

    let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The date that all bytes state; `nil` when they have another form.
    mutating func read() -> Reading? {
        guard var date = readDate() else { return nil }
        if position < bytes.count {
            guard date.day != nil, skip([UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20]) else { return nil }
            while position < bytes.count, bytes[position] == 0x20 { position += 1 }
            guard let time = readTime(), position == bytes.count else { return nil }
            guard time.isPossible else { return .impossible }
            date.time = date.time ?? time
        }
        return date.isPossible ? .date(date) : .impossible
    }

    /// A year of two digits as one of 1970–2069.
    static func century(_ year: Int) -> Int { year < 70 ? 2000 + year : 1900 + year }

    /// `+02:00`, `-0800`, `+02` in minutes.
    static func offset(_ text: Substring) -> Int? {
        let digits = text.dropFirst()
        let parts = digits.split(separator: ":", omittingEmptySubsequences: false)
        var minutes: Int?
        if parts.count == 2, let hours = Int(parts[0]), let rest = Int(parts[1]), (0...59).contains(rest) {
            minutes = hours * 60 + rest
        } else if parts.count == 1, let value = Int(digits) {
            minutes = digits.utf8.count <= 2 ? value * 60 : value / 100 * 60 + value % 100
        }
        guard let minutes, (0...14 * 60).contains(minutes) else { return nil }
        return text.hasPrefix("-") ? -minutes : minutes
    }

    // MARK: The date

    private mutating func readDate() -> PrintedDate? {
        if bytes.first == UInt8(ascii: "-") { return readCenturylessMonth() }
        let run = digits(at: position)
        switch run {
        case 4: return readFullYear()
        case 8:
            guard let year = number(4), let month = number(2), let day = number(2) else { return nil }
            return PrintedDate(year: year, month: month, day: day)
        case 12, 14:
            guard let year = number(4), let month = number(2), let day = number(2), let hour = number(2),
                let minute = number(2)
            else { return nil }
            let time = PrintedClockTime(hour: hour, minute: minute, second: number(2))
            return time.isPossible ? PrintedDate(year: year, month: month, day: day, time: time) : nil
        case 7:
            guard let year = number(4), let day = number(3) else { return nil }
            return ordinal(year, day)
        case 6:
            guard let year = number(2), let month = number(2), let day = number(2) else { return nil }
            return PrintedDate(year: Self.century(year), month: month, day: day)
        case 5:
            guard let year = number(2), let day = number(3) else { return nil }
            return ordinal(Self.century(year), day)
        case 2:
            guard let year = number(2), skip([UInt8(ascii: "-")]), digits(at: position) == 2, let month = number(2),
                skip([UInt8(ascii: "-")]), digits(at: position) == 2, let day = number(2)
            else { return nil }
            return PrintedDate(year: Self.century(year), month: month, day: day)
        default: return nil
        }
    }

    /// `-0312`, `-03-12`.
    private mutating func readCenturylessMonth() -> PrintedDate? {
        position = 1
        guard let year = number(2) else { return nil }
        _ = skip([UInt8(ascii: "-")])
        guard let month = number(2) else { return nil }
        return PrintedDate(year: Self.century(year), month: month)
    }

    private mutating func readFullYear() -> PrintedDate? {
        guard let year = number(4) else { return nil }
        guard position < bytes.count else { return PrintedDate(year: year) }
        guard skip([UInt8(ascii: "-"), UInt8(ascii: "/")]) else { return nil }
        let run = digits(at: position)
        var month: Int?
        switch run {
        case 1, 2: month = number(run)
        case 3
        where bytes[position] == UInt8(ascii: "0") && position + 3 < bytes.count
            && bytes[position + 3] == UInt8(ascii: "-"):
            position += 1  // `2003-012-31`
            month = number(2)
        case 3: return number(3).flatMap { ordinal(year, $0) }
        case 0: month = monthName()
        default: return nil
        }
        guard let month else { return nil }
        guard skip([UInt8(ascii: "-"), UInt8(ascii: "/")]) else { return PrintedDate(year: year, month: month) }
        let dayRun = digits(at: position)
        guard (1...2).contains(dayRun), let day = number(dayRun) else { return nil }
        return PrintedDate(year: year, month: month, day: day)
    }

    private mutating func monthName() -> Int? {
        let start = position
        while position < bytes.count, bytes[position] >= 0x41 { position += 1 }
        guard position > start else { return nil }
        return PrintedDateNames.month(foldedKey(String(decoding: bytes[start..<position], as: UTF8.self)))
    }

    private func ordinal(_ year: Int, _ day: Int) -> PrintedDate? {
        var month = 1
        var rest = day
        while month <= 12, rest > PrintedDate.length(of: month, year: year) {
            rest -= PrintedDate.length(of: month, year: year)
            month += 1
        }
        return PrintedDate(year: year, month: month, day: rest)
    }

    // MARK: The time

    private mutating func readTime() -> PrintedClockTime? {
        guard let hour = numberOfOneOrTwo() else { return nil }
        var time = PrintedClockTime(hour: hour, minute: 0)
        if skip([UInt8(ascii: ":")]) {
            guard let minute = numberOfOneOrTwo() else { return nil }
            time.minute = minute
            if skip([UInt8(ascii: ":")]) {
                guard let second = numberOfOneOrTwo() else { return nil }
                time.second = second
            }
        } else if digits(at: position) >= 2, let minute = number(2) {
            time.minute = minute
            if digits(at: position) == 2 { time.second = number(2) }
        }
        if time.second != nil, position < bytes.count, bytes[position] == 0x2E || bytes[position] == 0x2C {
            position += 1
            position += digits(at: position)
        }
        while position < bytes.count, bytes[position] == 0x20 { position += 1 }
        return readZone(&time) ? time : nil
    }

    private mutating func readZone(_ time: inout PrintedClockTime) -> Bool {
        guard position < bytes.count else { return true }
        let rest = String(decoding: bytes[position...], as: UTF8.self)
        position = bytes.count
        switch bytes[bytes.count - rest.utf8.count] {
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            time.offset = Self.offset(rest.filter { $0 != " " }[...])
        default:
            time.offset = rest == "Z" || rest == "z" ? 0 : PrintedDateNames.zone(foldedKey(rest))
        }
        return time.offset != nil
    }

    // MARK: Signs

    private func digits(at start: Int) -> Int {
        var end = start
        while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
        return end - start
    }

    private mutating func numberOfOneOrTwo() -> Int? {
        let run = digits(at: position)
        return run == 0 ? nil : number(min(run, 2))
    }

    private mutating func number(_ width: Int) -> Int? {
        guard digits(at: position) >= width else { return nil }
        var value = 0
        for _ in 0..<width {
            value = value * 10 + Int(bytes[position] & 15)
            position += 1
        }
        return value
    }

    private mutating func skip(_ signs: [UInt8]) -> Bool {
        guard position < bytes.count, signs.contains(bytes[position]) else { return false }
        position += 1
        return true
    }
}
