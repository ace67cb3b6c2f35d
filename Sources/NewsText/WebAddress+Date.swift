extension WebAddress {
    /// The calendar date in the path; `nil` when there is none that is certain.
    ///
    /// Read are `/2015/11/16/`, `/2015/nov/16/`, `2015-11-16` and `20151116` as a part of their own (between `/`, `-`,
    /// `_` and `.`), and ids of 18 digits that begin with the date (`201511161030163434`); years 1990–2100, real days
    /// only. Numbers of other lengths are ids, whatever they begin with.
    public var date: (year: Int, month: Int, day: Int)? {
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        for index in segments.indices {
            if let date = dateInSegments(segments[index...]) ?? dateInSegment(segments[index]) { return date }
        }
        return nil
    }

    private typealias Segment = Substring.UTF8View

    /// `2015/11/16` and `2015/nov/16` at the start of `segments`.
    private func dateInSegments(_ segments: ArraySlice<Segment>) -> (year: Int, month: Int, day: Int)? {
        guard segments.count >= 3 else { return nil }
        let (first, second) = (segments.startIndex, segments.startIndex + 1)
        guard segments[first].count == 4, let year = number(segments[first]),
            let month = number(segments[second], digits: 1...2) ?? monthNumber(segments[second])
        else { return nil }
        // The day may carry the story's name: /2015/11/16/slug and /2015/11/16-slug.
        let third = segments[first + 2]
        let digits = third.prefix { (0x30...0x39).contains($0) }
        let next = third.dropFirst(digits.count).first
        guard next == nil || next == UInt8(ascii: "-") || next == UInt8(ascii: "_") || next == UInt8(ascii: "."),
            let day = number(digits, digits: 1...2)
        else { return nil }
        return plausibleDate(year, month, day)
    }

    /// A date that is a part of its own inside `segment`.
    private func dateInSegment(_ segment: Segment) -> (year: Int, month: Int, day: Int)? {
        let parts = segment.split { !(0x30...0x39).contains($0) && !isASCIILetter($0) }
        for index in parts.indices {
            let part = parts[index]
            if part.count == 8 || part.count == 18, let value = number(part.prefix(8)),
                number(part, digits: 8...18) != nil,
                let date = plausibleDate(value / 10_000, value / 100 % 100, value % 100)
            {
                return date
            }
            if part.count == 4, index + 2 < parts.count, parts[index + 1].count == 2, parts[index + 2].count == 2,
                let year = number(part), let month = number(parts[index + 1]), let day = number(parts[index + 2]),
                let date = plausibleDate(year, month, day)
            {
                return date
            }
        }
        return nil
    }

    private func number(_ digits: Segment, digits allowed: ClosedRange<Int> = 1...8) -> Int? {
        guard allowed.contains(digits.count) else { return nil }
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The month that an English name or its first three letters stand for.
    private func monthNumber(_ text: Segment) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        let name = String(decoding: text.map(asciiLowercase), as: UTF8.self)
        guard name.utf8.count >= 3, name != "sept" else { return name == "sept" ? 9 : nil }
        return names.firstIndex { $0 == name || (name.utf8.count == 3 && $0.hasPrefix(name)) }.map { $0 + 1 }
    }

    func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func plausibleDate(_ year: Int, _ month: Int, _ day: Int) -> (year: Int, month: Int, day: Int)? {
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1990...2100).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else {
            return nil
        }
        return (year, month, day)
    }
}
