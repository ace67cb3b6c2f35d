/// Finds the dates among the tokens of a line. Every form has one function; all of them look at a few tokens only.
struct PrintedDateScanner {
    let tokens: [PrintedDateToken]
    let order: NumericDateOrder?

    private static let vietnameseMonth = foldedKey("tháng")
    private static let vietnameseYear = foldedKey("năm")

    /// A date's parts and the tokens they stand in.
    private struct Parts {
        var outcome: PrintedDateOutcome
        var tokens: Range<Int>
    }

    /// The dates in order, none overlapping another: a time between two dates is that of the first.
    mutating func findings() -> [PrintedDateFinding] {
        var dates: [Parts] = []
        var index = 0
        while index < tokens.count {
            if let parts = date(at: index) {
                dates.append(parts)
                index = parts.tokens.upperBound
            } else {
                index += 1
            }
        }
        var end = 0
        return dates.indices.map { position in
            let after = position + 1 == dates.count ? tokens.count : dates[position + 1].tokens.lowerBound
            let dated = withTime(dates[position], from: end, to: after)
            end = dated.tokens.upperBound
            return PrintedDateFinding(outcome: dated.outcome, range: bytes(dated.tokens))
        }
    }

    // MARK: Dates

    private func date(at index: Int) -> Parts? {
        yearFirst(index) ?? eastAsian(index) ?? numeric(index) ?? vietnamese(index) ?? dayMonthYear(index)
            ?? monthDayYear(index)
    }

    private func token(_ index: Int) -> PrintedDateToken? { tokens.indices.contains(index) ? tokens[index] : nil }
    private func number(_ index: Int, width: ClosedRange<Int>) -> Int? {
        guard let token = token(index), let value = token.number, width.contains(token.width) else { return nil }
        return value
    }
    private func word(_ index: Int) -> String? { token(index)?.word }
    private func year(_ index: Int) -> Int? {
        guard let value = number(index, width: 4...4), (1000...2999).contains(value) else { return nil }
        return value
    }

    private func parts(_ year: Int, _ month: Int, _ day: Int?, _ range: Range<Int>) -> Parts {
        let date = PrintedDate(year: year, month: month, day: day)
        return Parts(outcome: date.isPossible ? .date(date) : .impossible, tokens: range)
    }

    /// `2020-10-19`, `2020/10/19`, `2020. 10. 19.`, `2020. október 19.`, `2020 October 19`, `20201019T172300`.
    private func yearFirst(_ index: Int) -> Parts? {
        guard let year = year(index) else { return nil }
        var next = index + 1
        let sign = token(next)
        let isSeparated = sign?.isMark(in: "-/.") == true
        if isSeparated { next += 1 }
        if isSeparated, let month = number(next, width: 1...2), let second = token(next + 1), second.kind == sign?.kind,
            let day = number(next + 2, width: 1...2)
        {
            return parts(year, month, day, index..<next + 3)
        }
        if let month = word(next).flatMap(PrintedDateNames.month), let day = number(next + 1, width: 1...2),
            token(next + 1)?.isSpaced == true, token(next + 2)?.isNumber != true
        {
            return parts(year, month, day, index..<next + 2)
        }
        return nil
    }

    /// `2020年10月19日`, `2020년 10월 19일`, also without the day.
    private func eastAsian(_ index: Int) -> Parts? {
        guard let year = year(index), let sign = word(index + 1), sign == "年" || sign == "년",
            let month = number(index + 2, width: 1...2), let second = word(index + 3), second == "月" || second == "월"
        else { return nil }
        if let day = number(index + 4, width: 1...2), let third = word(index + 5),
            third == "日" || third == "号" || third == "일"
        {
            return parts(year, month, day, index..<index + 6)
        }
        return parts(year, month, nil, index..<index + 4)
    }

    /// `19.10.2020`, `19/10/2020`, `19-10-2020`, `19. 10. 2020`, `19.10.20`.
    private func numeric(_ index: Int) -> Parts? {
        guard let first = number(index, width: 1...2), let sign = token(index + 1), sign.isMark(in: "./-"),
            !sign.isSpaced, let second = number(index + 2, width: 1...2), let next = token(index + 3),
            next.kind == sign.kind, !next.isSpaced, let last = token(index + 4), let lastValue = last.number
        else { return nil }
        let range = index..<index + 5
        let isDotted = sign.isMark(".")
        let year: Int
        switch last.width {
        case 4 where (1000...2999).contains(lastValue): year = lastValue
        case 2 where isDotted && token(index + 5)?.isMark(".") != true: year = 2000 + lastValue
        default: return nil
        }
        if isDotted { return parts(year, second, first, range) }
        switch order {
        case .dayFirst: return parts(year, second, first, range)
        case .monthFirst: return parts(year, first, second, range)
        case nil: break
        }
        if first == second || first > 12 { return parts(year, second, first, range) }
        if second > 12 { return parts(year, first, second, range) }
        return Parts(outcome: .ambiguous, tokens: range)
    }

    /// `19 tháng 10 năm 2020`, `19 tháng 10, 2020`.
    private func vietnamese(_ index: Int) -> Parts? {
        guard let day = number(index, width: 1...2), word(index + 1) == Self.vietnameseMonth,
            let month = number(index + 2, width: 1...2)
        else { return nil }
        var next = index + 3
        if word(next) == Self.vietnameseYear || token(next)?.isMark(",") == true { next += 1 }
        guard let year = year(next) else { return nil }
        return parts(year, month, day, index..<next + 1)
    }

    /// `19 October 2020`, `19. Oktober 2020`, `19th of October, 2020`, `19 de octubre de 2020`, `1er mai 2020`.
    private func dayMonthYear(_ index: Int) -> Parts? {
        guard let day = number(index, width: 1...2) else { return nil }
        var next = index + 1
        if token(next)?.isMark(in: ".-/º°ª") == true { next += 1 }
        if let suffix = word(next), token(next)?.isSpaced == false,
            ["st", "nd", "rd", "th", "er", "e"].contains(suffix)
        {
            next += 1
        }
        if let connector = word(next), PrintedDateNames.isConnector(connector) { next += 1 }
        if token(next)?.isMark(in: "'’") == true { next += 1 }
        guard let (month, afterMonth) = month(next) else { return nil }
        guard let (year, end) = yearAfterMonth(afterMonth) else { return nil }
        return parts(year, month, day, index..<end)
    }

    /// `October 19, 2020`, `Oct. 19th 2020`, `October 2020`.
    private func monthDayYear(_ index: Int) -> Parts? {
        guard let (month, afterMonth) = month(index) else { return nil }
        if let day = number(afterMonth, width: 1...2) {
            var next = afterMonth + 1
            if let suffix = word(next), ["st", "nd", "rd", "th"].contains(suffix) { next += 1 }
            if let (year, end) = yearAfterMonth(next) { return parts(year, month, day, index..<end) }
            return nil
        }
        guard let (year, end) = yearAfterMonth(afterMonth) else { return nil }
        return parts(year, month, nil, index..<end)
    }

    /// The month named at `index` and the index after it and its full stop.
    private func month(_ index: Int) -> (Int, Int)? {
        guard let name = word(index) else { return nil }
        var next = index + 1
        var number = PrintedDateNames.month(name)
        if number == nil, let second = word(next) {
            number = PrintedDateNames.month(name + " " + second)
            next += 1
        }
        guard let number else { return nil }
        if token(next)?.isMark(".") == true { next += 1 }
        return (number, next)
    }

    /// The year at `index`, behind at most one sign and two connecting words.
    private func yearAfterMonth(_ index: Int) -> (Int, Int)? {
        var next = index
        if token(next)?.isMark(in: ",-/.") == true { next += 1 }
        for _ in 0..<2 {
            if let connector = word(next), PrintedDateNames.isConnector(connector) { next += 1 }
        }
        guard let year = year(next) else { return nil }
        return (year, next + 1)
    }

    // MARK: Date and time together

    /// `parts` with the time that stands between the tokens `from` and `to` beside them.
    private func withTime(_ parts: Parts, from: Int, to: Int) -> Parts {
        guard case .date(var date) = parts.outcome, date.day != nil else { return parts }
        let range = parts.tokens
        let times = PrintedTimeScanner(tokens: tokens)
        guard
            let time = times.timeAfter(range.upperBound, limit: to) ?? times.timeBefore(range.lowerBound, limit: from)
        else { return parts }
        date.time = time.resolved(on: date)
        return Parts(
            outcome: date.time == nil ? .impossible : .date(date),
            tokens: min(range.lowerBound, time.tokens.lowerBound)..<max(range.upperBound, time.tokens.upperBound))
    }

    private func bytes(_ range: Range<Int>) -> Range<Int> {
        tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    }
}
