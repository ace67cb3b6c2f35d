import NewsModel
import NewsText

extension DumpPageReader {
    /// Fields by their codes, or by their places where there are none.
    mutating func readFactiva() {
        let codes = lines.indices.filter { FactivaCode.match(lines[$0].printed[...]) != nil }
        if codes.count >= 3 { readCodes(codes) } else { readPlaces() }
        finish()
    }

    // MARK: Codes

    private mutating func readCodes(_ codes: [Int]) {
        drop(0..<(codes.first ?? 0))
        for (position, start) in codes.enumerated() {
            let end = position + 1 < codes.count ? codes[position + 1] : lines.count
            guard let (code, value) = FactivaCode.match(lines[start].printed[...]) else { continue }
            take(String(code), normalizedText(String(value)), start..<end)
        }
        if let time = clock, let date = page.published, date.precision == .day {
            let seconds = date.instant.seconds + Int64(time.hour * 3_600 + time.minute * 60)
            page.published = PrintedTime(
                Instant(seconds: seconds - Int64(time.offset ?? 0) * 60), precision: .minute,
                zone: time.offset == nil ? .assumed : .printed, source: .page)
        }
    }

    /// The time of day of publication, which has a field of its own.
    private var clock: PrintedClockTime? {
        guard let index = lines.indices.first(where: { FactivaCode.match(lines[$0].printed[...])?.code == "ET" }) else {
            return nil
        }
        let value = FactivaCode.match(lines[index].printed[...])?.value ?? ""
        let text = value.isEmpty && index + 1 < lines.count ? lines[index + 1].text : String(value)
        return PrintedDate.first(in: "2000-01-01 " + text)?.time
    }

    private mutating func take(_ code: String, _ value: String, _ range: Range<Int>) {
        let more = range.dropFirst().map { lines[$0].text }
        let line = ([value] + more).filter { !$0.isEmpty }.joined(separator: " ")
        switch code {
        case "HD": page.headline = line
        case "BY": setByline(line)
        case "PD": if !setPublished(line) { drop(range) }
        case "SN": page.outlet = line
        case "SE": page.section = line
        case "LA": page.language = DeclaredLanguage.code(line)
        case "LP", "TD":
            if !value.isEmpty {
                story.append(PageLine(number: lines[range.lowerBound].number, text: value, blanksBefore: 1))
            }
            for index in range.dropFirst() { tell(index) }
        case "ART": page.captions.append(line)
        case "NS": addTags(withoutCodes(line))
        case "ET": if clock == nil { drop(range) }
        default: drop(range)
        }
    }

    /// `gtrans : Transportation | gcat : Political News` without what stands before the colons.
    private func withoutCodes(_ line: String) -> String {
        line.split(separator: "|").map { part in
            part.firstIndex(of: ":").map { part[part.index(after: $0)...] } ?? part
        }.joined(separator: "|")
    }

    // MARK: Places

    /// Headline, writer, length, date, time, outlet, code, page, language, copyright, one on each line.
    private mutating func readPlaces() {
        guard let length = lines.indices.prefix(12).first(where: { DumpLine.isLength(lines[$0].text) }) else {
            for index in lines.indices { tell(index) }
            return
        }
        drop(length)
        readAbove(0..<length)
        let copyright = lines.indices.dropFirst(length + 1).prefix(12).first { isCopyright($0) }
        let end = copyright ?? min(length + 1, lines.count)
        if let copyright { drop(copyright) }
        readBelow((length + 1)..<max(end, length + 1))
        for index in (copyright.map { $0 + 1 } ?? end)..<lines.count {
            if DumpLine.isAccession(lines[index].text.utf8) { drop(index) } else { tell(index) }
        }
    }

    private func isCopyright(_ index: Int) -> Bool {
        let folded = foldedKey(String(lines[index].text.prefix(30)))
        return folded.hasPrefix("copyright") || folded.hasPrefix("(c)") || folded.hasPrefix("©")
    }

    private mutating func readAbove(_ range: Range<Int>) {
        var rest = Array(range)
        if rest.count > 1, let last = rest.last, isByline(lines[last].text) {
            setByline(lines[last].text)
            rest.removeLast()
        }
        guard let last = rest.popLast() else { return }
        page.headline = lines[last].text
        if let first = rest.first, lines[first].text.utf8.count <= 40 {
            page.section = lines[first].text
            rest.removeFirst()
        }
        drop(rest)
    }

    private func isByline(_ text: String) -> Bool {
        if PhraseBook.general.match(text)?.meaning == .byline { return true }
        let words = text.split(separator: " ")
        return (2...4).contains(words.count) && words.allSatisfy { $0.first?.isUppercase ?? false }
    }

    private mutating func readBelow(_ range: Range<Int>) {
        var hasOutlet = false
        for index in range {
            let text = lines[index].text
            if page.published == nil, setPublished(text) { continue }
            if page.published != nil, !hasOutlet, !text.utf8.contains(UInt8(ascii: ":")) {
                page.outlet = text
                hasOutlet = true
            } else if let language = DeclaredLanguage.code(text), text.utf8.count > 3 {
                page.language = language
            } else {
                drop(index)
            }
        }
    }
}
