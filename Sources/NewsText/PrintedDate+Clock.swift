/// What a page's clock line shows.
public enum PageClockReading: Hashable, Sendable {
    /// A date and a time that can be.
    case date(PrintedDate)
    /// The shape of a clock with a date or time that cannot be.
    case impossible
}

extension PrintedDate {
    /// Reads a page's clock: a whole line of time, perhaps a zone, and date, glued or not: `17:23 GMT19 October 2020`,
    /// `21:10 GMT +327 February 2018`, `22:58 30 September 2020`. `nil` when `line` is no clock.
    ///
    /// The last two digits before the month are the day when they can be one; what stands before them is the offset.
    public static func clock(_ line: String) -> PageClockReading? {
        guard line.utf8.count <= 80, let first = line.utf8.first, (0x30...0x39).contains(first) else { return nil }
        let tokens = PrintedDateToken.tokens(of: line)
        var reader = ClockReader(tokens: tokens[...])
        return reader.read()
    }

    /// Reads a first line that is nothing but a date with a time, in any spelling: `17:23 2020年10月19日`. Unlike
    /// `clock(_:)` it cannot tell a clock from a date line; where the line stands must.
    public static func wholeLineClock(_ line: String) -> PrintedDate? {
        guard line.utf8.count <= 80, let first = line.utf8.first, (0x30...0x39).contains(first) else { return nil }
        let findings = findings(in: line, order: .dayFirst)
        guard findings.count == 1, findings[0].range == 0..<line.utf8.count,
            case .date(let date) = findings[0].outcome, date.time != nil
        else { return nil }
        return date
    }

    /// Whether zone and day of `line`, which `clock(_:)` reads, stand without a blank between them, as no date line is
    /// printed.
    public static func isGluedClock(_ line: String) -> Bool {
        let tokens = PrintedDateToken.tokens(of: line)
        return zip(tokens, tokens.dropFirst()).contains { left, right in
            (left.word.flatMap(PrintedDateNames.zone) != nil && right.isNumber && !right.isSpaced)
                || (left.isMark(in: "+-") && right.width > 2)
        }
    }
}

/// Reads the tokens of a clock line from the left.
private struct ClockReader {
    var tokens: ArraySlice<PrintedDateToken>

    mutating func read() -> PageClockReading? {
        guard let hour = number(width: 1...2), skip(":"), var rest = tokens.popFirst(), let minuteDigits = rest.number
        else { return nil }
        var minute = minuteDigits
        if rest.width > 2 {
            // `22:5830 September`: the minutes are the first two digits, the day the rest.
            guard rest.width <= 4 else { return nil }
            let scale = rest.width == 4 ? 100 : 10
            minute = minuteDigits / scale
            rest = PrintedDateToken(
                kind: .number(minuteDigits % scale, width: rest.width - 2), range: rest.range, isSpaced: false)
            tokens = [rest] + tokens
        }
        var zone: Int?
        if let name = tokens.first?.word, let offset = PrintedDateNames.zone(name) {
            zone = offset
            tokens.removeFirst()
        }
        _ = skip(",")
        var day: Int?
        if let sign = tokens.first, sign.isMark(in: "+-") {
            tokens.removeFirst()
            guard let (offset, dayDigits) = offsetAndDay() else { return .impossible }
            zone = (zone ?? 0) + (sign.isMark("-") ? -offset : offset)
            day = dayDigits
        }
        if day == nil { day = number(width: 1...2) }
        _ = skip(".")
        guard let day, var name = tokens.popFirst()?.word else { return nil }
        if PrintedDateNames.isConnector(name), PrintedDateNames.month(name) == nil, let next = tokens.popFirst()?.word {
            name = next
        }
        guard let month = PrintedDateNames.month(name) else { return nil }
        _ = skip(".")
        _ = skip(",")
        if let name = tokens.first?.word, PrintedDateNames.isConnector(name) { tokens.removeFirst() }
        guard let year = number(width: 4...4) else { return nil }
        if let suffix = tokens.first?.word, suffix == "г" || suffix == "r" || suffix == "р" { tokens.removeFirst() }
        _ = skip(".")
        guard tokens.isEmpty else { return nil }
        let time = PrintedClockTime(hour: hour, minute: minute, offset: zone)
        let date = PrintedDate(year: year, month: month, day: day, time: time)
        return date.isPossible && time.isPossible ? .date(date) : .impossible
    }

    /// The offset behind a sign, and the day if its digits are glued to the offset's.
    private mutating func offsetAndDay() -> (Int, Int?)? {
        guard let digits = tokens.popFirst(), let value = digits.number, digits.width <= 4 else { return nil }
        if let colon = tokens.first, colon.isMark(":") {
            // `+5:30` or `+5:3027`.
            tokens.removeFirst()
            guard let minutes = tokens.popFirst(), let value2 = minutes.number else { return nil }
            switch minutes.width {
            case 2: return (value * 60 + value2, nil)
            case 3: return (value * 60 + value2 / 10, value2 % 10)
            case 4: return (value * 60 + value2 / 100, value2 % 100)
            default: return nil
            }
        }
        if tokens.first?.isNumber == true {
            // A blank stands between offset and day.
            return (digits.width == 4 ? value / 100 * 60 + value % 100 : value * 60, nil)
        }
        if digits.width >= 3, (1...31).contains(value % 100) { return (value / 100 * 60, value % 100) }
        if digits.width >= 2, (1...9).contains(value % 10) { return (value / 10 * 60, value % 10) }
        return nil
    }

    private mutating func number(width: ClosedRange<Int>) -> Int? {
        guard let token = tokens.first, let value = token.number, width.contains(token.width) else { return nil }
        tokens.removeFirst()
        return value
    }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard tokens.first?.isMark(sign) == true else { return false }
        tokens.removeFirst()
        return true
    }
}
