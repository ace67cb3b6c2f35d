/// Finds the time that stands beside a date.
struct PrintedTimeScanner {
    let tokens: [PrintedDateToken]

    /// A time as printed and the tokens it stands in.
    struct Finding {
        var hour: Int
        var minute: Int
        var second: Int?
        /// What is added to the hour of a twelve-hour clock; `nil` on a 24-hour clock.
        var half: Half?
        var offset: Int?
        /// The winter offset of a US zone that does not say whether it is summer (`ET`).
        var seasonalOffset: Int?
        var tokens: Range<Int>
    }

    enum Half { case morning, afternoon }

    /// The time that starts at `index` or behind a few signs and connecting words.
    func timeAfter(_ index: Int, limit: Int) -> Finding? {
        var next = index
        var steps = 0
        while next < limit, steps < 6 {
            if let finding = time(next, limit: limit) { return finding }
            guard isSkippable(next) else { return nil }
            next += 1
            steps += 1
        }
        return nil
    }

    /// The time that ends at `index` or before a few signs and connecting words.
    func timeBefore(_ index: Int, limit: Int) -> Finding? {
        // The earliest start wins, so that `17:23` is not read as `23`.
        for start in max(limit, index - 14)..<max(limit, index) {
            guard let finding = time(start, limit: index) else { continue }
            if (finding.tokens.upperBound..<index).allSatisfy(isSkippable) { return finding }
        }
        return nil
    }

    private func isSkippable(_ index: Int) -> Bool {
        let token = tokens[index]
        switch token.kind {
        case .mark: return token.isMark(in: ",-–—|·•.;:()/T")
        case .word(let word): return word == "t" || PrintedDateNames.isConnector(word) || weekdaySigns.contains(word)
        case .number: return false
        }
    }

    private var weekdaySigns: Set<String> { ["月", "火", "水", "木", "金", "土", "日", "星", "期", "周", "曜"] }

    private func time(_ index: Int, limit: Int) -> Finding? {
        guard index < limit else { return nil }
        var start = index
        var half = eastAsianHalf(index, limit: limit)
        if let found = half { start = found.end }
        guard start < limit, let hour = tokens[start].number, tokens[start].width <= 2 else { return nil }
        var finding = Finding(hour: hour, minute: 0, tokens: index..<start + 1)
        var next = start + 1
        if next + 1 < limit, tokens[next].isMark(":"), let minute = minutes(next + 1) {
            finding.minute = minute
            next += 2
            if next + 1 < limit, tokens[next].isMark(":"), let second = minutes(next + 1) {
                finding.second = second
                next += 2
                if next + 1 < limit, tokens[next].isMark(in: ".,"), tokens[next + 1].isNumber, !tokens[next + 1].isSpaced {
                    next += 2
                }
            }
        } else if next < limit, let unit = tokens[next].word, ["h", "u", "时", "時", "点", "點", "시"].contains(unit) {
            next += 1
            if next < limit, let minute = minutes(next) {
                finding.minute = minute
                next += 1
                if next < limit, let sign = tokens[next].word, ["分", "분", "min", "mn"].contains(sign) { next += 1 }
            }
        } else if next + 1 < limit, tokens[next].isMark("."), let minute = minutes(next + 1), isClockWord(next + 2, limit)
            || (index > 0 && tokens[index - 1].word.map { ["kl", "klo", "um", "saat"].contains($0) } == true)
        {
            finding.minute = minute
            next += 2
        } else if dayHalf(next, limit: limit) == nil && half == nil {
            return nil
        }
        if half == nil, let found = dayHalf(next, limit: limit) {
            half = found
            next = found.end
        }
        finding.half = half?.half
        if next < limit, isClockWord(next, limit) { next += 1 }
        next = readZone(next, limit: limit, into: &finding)
        finding.tokens = index..<next
        return finding
    }

    private func minutes(_ index: Int) -> Int? {
        guard tokens.indices.contains(index), tokens[index].width == 2, !tokens[index].isSpaced || tokens[index - 1].word != nil
        else { return nil }
        return tokens[index].number
    }

    private func isClockWord(_ index: Int, _ limit: Int) -> Bool {
        guard index < limit, let word = tokens[index].word else { return false }
        return ["uhr", "uur", "hrs", "h", "hours"].contains(word)
    }

    /// `am`, `PM`, `a.m.`, `p. m.` at `index`.
    private func dayHalf(_ index: Int, limit: Int) -> (half: Half, end: Int)? {
        guard index < limit, let word = tokens[index].word else { return nil }
        switch word {
        case "am": return (.morning, index + 1)
        case "pm": return (.afternoon, index + 1)
        case "a", "p":
            guard index + 2 < limit, tokens[index + 1].isMark("."), tokens[index + 2].word == "m" else { return nil }
            let end = index + 3 < limit && tokens[index + 3].isMark(".") ? index + 4 : index + 3
            return (word == "a" ? .morning : .afternoon, end)
        default: return nil
        }
    }

    /// `上午`, `下午`, `午前`, `午後`, `오전`, `오후` at `index`.
    private func eastAsianHalf(_ index: Int, limit: Int) -> (half: Half, end: Int)? {
        guard let word = tokens[index].word else { return nil }
        switch word {
        case foldedKey("오전"): return (.morning, index + 1)
        case foldedKey("오후"): return (.afternoon, index + 1)
        default: break
        }
        guard index + 1 < limit, let second = tokens[index + 1].word else { return nil }
        switch word + second {
        case "上午", "午前": return (.morning, index + 2)
        case "下午", "午後", "午后": return (.afternoon, index + 2)
        default: return nil
        }
    }

    /// Reads `GMT`, `(CET)`, `GMT+3`, `UTC +05:30`, `+0200`, `Z` at `index`; returns the index behind it.
    private func readZone(_ index: Int, limit: Int, into finding: inout Finding) -> Int {
        guard index < limit else { return index }
        let isBracketed = tokens[index].isMark("(")
        var next = isBracketed ? index + 1 : index
        guard next < limit else { return index }
        var isZone = false
        if let word = tokens[next].word {
            if let offset = PrintedDateNames.zone(word) {
                finding.offset = offset
                isZone = true
            } else if let offset = PrintedDateNames.seasonalZone(word) {
                finding.seasonalOffset = offset
                isZone = true
            } else {
                return index
            }
            next += 1
        }
        if let (offset, end) = signedOffset(next, limit: limit, isAfterZone: isZone), !isZone || finding.offset == 0 {
            finding.offset = offset
            isZone = true
            next = end
        }
        guard isZone else { return index }
        if isBracketed, next < limit, tokens[next].isMark(")") { next += 1 }
        return next
    }

    private func signedOffset(_ index: Int, limit: Int, isAfterZone: Bool) -> (Int, Int)? {
        guard index + 1 < limit, tokens[index].isMark(in: "+-"), let value = tokens[index + 1].number,
            !tokens[index + 1].isSpaced
        else { return nil }
        let sign = tokens[index].isMark("-") ? -1 : 1
        if tokens[index + 1].width == 4 { return (sign * (value / 100 * 60 + value % 100), index + 2) }
        guard tokens[index + 1].width <= 2 else { return nil }
        if index + 3 < limit, tokens[index + 2].isMark(":"), let minutes = minutes(index + 3) {
            return (sign * (value * 60 + minutes), index + 4)
        }
        guard isAfterZone || (sign > 0 && !tokens[index].isSpaced) else { return nil }
        return (sign * value * 60, index + 2)
    }
}

extension PrintedTimeScanner.Finding {
    /// The time on `date`; `nil` when no clock shows it.
    func resolved(on date: PrintedDate) -> PrintedClockTime? {
        var hour = hour
        if let half {
            guard (0...12).contains(hour) || (half == .afternoon && hour < 24) else { return nil }
            if half == .afternoon, hour < 12 { hour += 12 }
            if half == .morning, hour == 12 { hour = 0 }
        }
        var offset = offset
        if offset == nil, let seasonalOffset {
            offset = seasonalOffset + (date.isInUSSummerTime(hour: hour) ? 60 : 0)
        }
        let time = PrintedClockTime(hour: hour, minute: minute, second: second, offset: offset)
        return time.isPossible ? time : nil
    }
}

extension PrintedDate {
    /// Whether US clocks show summer time: from the second Sunday of March to the first Sunday of November, 2 a.m.
    func isInUSSummerTime(hour: Int) -> Bool {
        guard let month, let day else { return false }
        switch month {
        case 4...10: return true
        case 3:
            let sunday = Self.firstSunday(year: year, month: 3) + 7
            return day > sunday || (day == sunday && hour >= 2)
        case 11:
            let sunday = Self.firstSunday(year: year, month: 11)
            return day < sunday || (day == sunday && hour < 2)
        default: return false
        }
    }

    /// The day of the first Sunday in a month. Source: Tomohiko Sakamoto's day-of-week method.
    private static func firstSunday(year: Int, month: Int) -> Int {
        let terms = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let shifted = month < 3 ? year - 1 : year
        let weekday = (shifted + shifted / 4 - shifted / 100 + shifted / 400 + terms[month - 1] + 1) % 7
        return weekday == 0 ? 1 : 8 - weekday
    }
}
