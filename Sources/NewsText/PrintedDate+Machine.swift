extension PrintedDate {
    /// The date that a program wrote into a field: W3C and ISO 8601 with their variants, RFC 822 and asctime with
    /// theirs, else the first date in any printed spelling. `nil` when there is none, or none that can be.
    ///
    /// `2020-10-19T17:23:00.5Z`, `20201019`, `03-12-31`, `2003-335`, `Mon, 19 Oct 2020 17:23:00 +0200`, `Sun Jan  4
    /// 16:29:06 2004`, `2004-július-13T9:15-05:00`. A year of two digits is one of 1970–2069.
    public static func machine(_ text: String) -> PrintedDate? {
        var text = text
        return text.withUTF8 { bytes -> PrintedDate? in
            var range = bytes[...]
            while let first = range.first, first <= 0x20 { range = range.dropFirst() }
            while let last = range.last, last <= 0x20 { range = range.dropLast() }
            guard !range.isEmpty, range.count <= 120 else { return nil }
            var reader = ISODateReader(bytes: UnsafeBufferPointer(rebasing: range))
            switch reader.read() {
            case .date(let date): return date
            case .impossible: return nil
            case nil: break
            }
            let text = String(decoding: range, as: UTF8.self)
            return mail(text) ?? printed(text)
        }
    }

    private static func printed(_ text: String) -> PrintedDate? {
        let findings = findings(in: text)
        guard findings.count == 1, case .date(var date) = findings[0].outcome else { return nil }
        // Korean sites write their own time, and never its zone.
        let isKorean = text.contains("년") || text.contains("오전") || text.contains("오후")
        if isKorean, let time = date.time, time.offset == nil { date.time?.offset = 9 * 60 }
        return date
    }

    /// `Mon, 19 Oct 2020 17:23:00 GMT` and kin: words in any order that leaves no doubt.
    private static func mail(_ text: String) -> PrintedDate? {
        var parts = MailDateParts()
        let words = text.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" || $0 == "(" || $0 == ")" }
        guard words.count <= 10 else { return nil }
        for (index, word) in words.enumerated() {
            guard parts.take(word, isFirst: index == 0) else { return nil }
        }
        return parts.date
    }
}

/// What the words of an e-mail date say.
private struct MailDateParts {
    private var year: Int?
    private var month: Int?
    private var day: Int?
    private var time: PrintedClockTime?
    private var half: String?
    private var offset: Int?
    private var seasonalOffset: Int?

    /// Takes a word; `false` when it cannot belong to a date.
    mutating func take(_ word: Substring, isFirst: Bool) -> Bool {
        guard let first = word.utf8.first else { return true }
        if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") { return takeOffset(word) }
        if (0x30...0x39).contains(first) {
            if word.utf8.contains(UInt8(ascii: ":")) { return takeTime(word) }
            if word.utf8.contains(UInt8(ascii: "/")) { return takeSlashes(word) }
            if word.utf8.contains(UInt8(ascii: "-")) {
                // By bytes: a sign with a mark above it is another character, and the word would stay whole for ever.
                return word.utf8.split(separator: UInt8(ascii: "-")).allSatisfy { take(Substring($0), isFirst: false) }
            }
            return takeNumber(word)
        }
        return takeName(word, isFirst: isFirst)
    }

    private mutating func takeName(_ word: Substring, isFirst: Bool) -> Bool {
        let name = foldedKey(String(word.last == "." ? word.dropLast() : word))
        if month == nil, let number = PrintedDateNames.month(name) {
            month = number
            return true
        }
        if name == "am" || name == "pm" {
            half = name
            return time != nil
        }
        if isFirst { return true }  // a day of the week in whatever language
        guard time != nil else { return PrintedDateNames.isWeekday(name) }
        return takeZone(name)
    }

    private mutating func takeZone(_ name: String) -> Bool {
        var name = name
        if let slash = name.lastIndex(of: "/") { name = String(name[name.index(after: slash)...]) }
        if let sign = name.firstIndex(where: { $0 == "+" || $0 == "-" }) { return takeOffset(name[sign...]) }
        if let zone = PrintedDateNames.zone(name) {
            offset = zone
        } else if name == "at" {
            seasonalOffset = -4 * 60
        } else if let zone = PrintedDateNames.seasonalZone(name) {
            seasonalOffset = zone
        } else {
            // A zone that nobody knows leaves the time without one.
            return name.utf8.count <= 5 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        }
        return true
    }

    private mutating func takeNumber(_ word: Substring) -> Bool {
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        let rest = word.dropFirst(digits.count)
        guard let value = Int(digits), rest.isEmpty || ["st", "nd", "rd", "th", "."].contains(rest) else {
            return false
        }
        if digits.utf8.count == 4 || (day != nil && digits.utf8.count == 2) {
            guard year == nil else { return false }
            year = digits.utf8.count == 4 ? value : ISODateReader.century(value)
        } else {
            guard day == nil, digits.utf8.count <= 2 else { return false }
            day = value
        }
        return true
    }

    private mutating func takeTime(_ word: Substring) -> Bool {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false)
        guard time == nil, (2...3).contains(parts.count), let hour = Int(parts[0]), let minute = Int(parts[1]) else {
            return false
        }
        var second: Int?
        if parts.count == 3 {
            guard let value = Int(parts[2].prefix { $0 != "." }) else { return false }
            second = value
        }
        time = PrintedClockTime(hour: hour, minute: minute, second: second)
        return true
    }

    /// `2006/09/15`, the only order with slashes that leaves no doubt.
    private mutating func takeSlashes(_ word: Substring) -> Bool {
        let parts = word.split(separator: "/").map { Int($0) }
        guard parts.count == 3, let first = parts[0], first > 999 else { return false }
        (year, month, day) = (first, parts[1], parts[2])
        return month != nil && day != nil
    }

    private mutating func takeOffset(_ word: Substring) -> Bool {
        guard let minutes = ISODateReader.offset(word) else { return false }
        offset = minutes
        return time != nil
    }

    /// What all words say together.
    var date: PrintedDate? {
        guard let year, let month, day != nil || time == nil else { return nil }
        var date = PrintedDate(year: year, month: month, day: day, time: time)
        guard date.isPossible else { return nil }
        guard var time else { return date }
        if half == "pm", time.hour < 12 { time.hour += 12 }
        if half == "am", time.hour == 12 { time.hour = 0 }
        time.offset = offset ?? seasonalOffset.map { $0 + (date.isInUSSummerTime(hour: time.hour) ? 60 : 0) }
        guard time.isPossible else { return nil }
        date.time = time
        return date
    }
}
