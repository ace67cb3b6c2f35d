import NewsText

/// Which of two numbers is the day in a page's numeric dates.
enum DateOrder {
    /// What the page settles: its edition, a declared language, another of its dates, the date in its address; `nil`
    /// when nothing does. Looks at the short lines at the top and the bottom.
    static func order(of lines: [PageLine], layout: Layout?, language: String?, address: WebAddress?)
        -> NumericDateOrder?
    {
        switch layout?.form.numericDates {
        case .dayFirst: return .dayFirst
        case .monthFirst: return .monthFirst
        case nil: break
        }
        if let language, language != "en" { return .dayFirst }
        let edges = lines.prefix(14) + lines.dropFirst(14).suffix(8)
        var votes: Set<NumericDateOrder> = []
        var hasNumericDate = false
        for line in edges where line.text.utf8.count <= 200 {
            for numbers in numericDates(in: line.text) {
                hasNumericDate = true
                if numbers.first > 12, numbers.second <= 12 { votes.insert(.dayFirst) }
                if numbers.second > 12, numbers.first <= 12 { votes.insert(.monthFirst) }
                if let date = address?.date, date.year == numbers.year, date.month != date.day {
                    if date.month == numbers.second, date.day == numbers.first { votes.insert(.dayFirst) }
                    if date.month == numbers.first, date.day == numbers.second { votes.insert(.monthFirst) }
                }
            }
        }
        if !votes.isEmpty || !hasNumericDate { return votes.count == 1 ? votes.first : nil }
        // Only English is printed both ways.
        let language = language ?? detectedLanguage(of: prose(among: lines))
        return language.map { $0 == "en" ? nil : .dayFirst } ?? nil
    }

    /// The first paragraphs, which are enough to tell the language.
    private static func prose(among lines: [PageLine]) -> String {
        lines.prefix(60).lazy.map(\.text).filter { LineShape.isParagraph($0) && $0.utf8.count <= 4_096 }.prefix(5)
            .joined(separator: "\n")
    }

    /// The numbers of `03/04/2020` and `03-04-2020` in a line.
    private static func numericDates(in text: String) -> [(first: Int, second: Int, year: Int)] {
        guard ByteScan.holds(0x2F, text) || ByteScan.holds(0x2D, text) else { return [] }
        var dates: [(first: Int, second: Int, year: Int)] = []
        for word in text.utf8.split(whereSeparator: { !(0x2D...0x39).contains($0) || $0 == 0x2E }) {
            for sign: UInt8 in [0x2F, 0x2D] {
                let parts = word.split(separator: sign, omittingEmptySubsequences: false).map { Int(String($0) ?? "") }
                if parts.count == 3, let first = parts[0], let second = parts[1], let year = parts[2], year >= 1000 {
                    dates.append((first, second, year))
                }
            }
        }
        return dates
    }
}
