import NewsText

/// A line that states when a story was published or changed.
struct DateLine {
    var published: PrintedDate?
    var modified: PrintedDate?
    /// The writers named behind the dates: `Posted on March 8, 2017 by Nell Harrow`.
    var byline: String?
    /// What could not be read, for the capture's notes.
    var problem: String?
    /// Whether the line says more than its dates, so that it must be kept among the dropped ones too.
    var saysMore = false

    /// Whether the line states anything.
    var isEmpty: Bool { published == nil && modified == nil && problem == nil }

    /// Reads a line that consists of dates and the words around them; `nil` when it is no such line. A line that says
    /// more than the dates (`This story was corrected on 5 March to …`) is none.
    ///
    /// `meaning` is what the line's opening means, `nil` when it has none: then the first date is that of publication.
    static func read(
        _ text: String, meaning: PhraseMeaning?, rest: Substring, book: PhraseBook, order: NumericDateOrder?
    ) -> DateLine? {
        guard text.utf8.count <= 240 else { return nil }
        let rest = String(rest)
        let findings = PrintedDate.findings(in: rest, order: order)
        guard !findings.isEmpty else { return nil }
        var line = DateLine()
        var current = meaning ?? .published
        var position = 0
        var looseWords = 0
        let bytes = Array(rest.utf8)
        for finding in findings {
            let between = String(decoding: bytes[position..<finding.range.lowerBound], as: UTF8.self)
            if let label = labelMeaning(between, book: book) {
                current = label
            } else {
                looseWords += LineShape.wordCount(between)
                if position > 0, current == .published { current = .modified }
            }
            line.take(finding.outcome, as: current, printed: decode(bytes[finding.range]))
            position = finding.range.upperBound
        }
        let after = String(decoding: bytes[position...], as: UTF8.self)
        line.byline = writers(in: after, book: book)
        if line.byline == nil { looseWords += LineShape.wordCount(after) }
        line.saysMore = looseWords > 3
        // Weekdays, places and "local time" may stand beside the dates, sentences may not.
        if line.isEmpty { return nil }
        if looseWords <= (meaning == nil ? 2 : 4) { return line }
        // `2020-10-19 17:23 Source: Harbor Times`: a date with its time, then labels.
        let first = findings[0]
        guard first.range.lowerBound == 0, case .date(let date) = first.outcome, date.time != nil else { return nil }
        return looseWords <= 10 && isLabelled(after) ? line : nil
    }

    /// The writers that `text` names behind a word such as `by`.
    private static func writers(in text: String, book: PhraseBook) -> String? {
        let scalars = text.unicodeScalars.drop { " |·•,;-–—".unicodeScalars.contains($0) }
        guard let match = book.match(String(scalars)), match.meaning == .byline else { return nil }
        let names = String(match.rest)
        return BylineLine.namesWriters(names, isLabel: match.isLabel) ? names : nil
    }

    /// Whether `text` consists of parts with labels rather than of a sentence.
    private static func isLabelled(_ text: String) -> Bool {
        !LineShape.endsSentence(text) && text.unicodeScalars.contains { $0 == ":" || $0 == "：" || $0 == "|" }
    }

    /// Whether what follows `Published` or `Updated` states a time without a date, or a time ago.
    static func isVague(_ rest: Substring) -> Bool {
        guard !rest.isEmpty, rest.utf8.count <= 48, !LineShape.endsSentence(String(rest)) else { return false }
        let words = LineShape.wordCount(String(rest))
        if rest.utf8.contains(where: { (0x30...0x39).contains($0) }) { return words <= 8 }
        return words <= 2
    }

    /// Whether `rest` says how long ago something was.
    static func saysAgo(_ rest: Substring) -> Bool {
        isVague(rest) && foldedKey(String(rest)).split(separator: " ").contains { agoWords.contains(String($0)) }
    }

    private static let agoWords: Set<String> = Set(
        [
            "ago", "vor", "hace", "fa", "há", "назад", "тому", "temu", "před", "önce", "geleden", "sedan", "siden",
            "sitten",
        ]
        .map { foldedKey($0) })

    private mutating func take(_ outcome: PrintedDateOutcome, as meaning: PhraseMeaning, printed: String) {
        switch outcome {
        case .date(let date):
            if meaning == .modified {
                if modified == nil { modified = date }
            } else if published == nil {
                published = date
            }
        case .ambiguous:
            problem = "the date '\(printed)' could be read two ways and was not taken"
        case .impossible:
            problem = "the date '\(printed)' is not in the calendar and was not taken"
        }
    }

    private static func decode(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    /// What the last words of `text` say of the date behind them.
    private static func labelMeaning(_ text: String, book: PhraseBook) -> PhraseMeaning? {
        let signs: Set<Unicode.Scalar> = [
            " ", "|", "·", "•", ",", ";", "-", "–", "—", "(", ")", "/", ":", "：", ".", "，",
        ]
        var scalars = text.unicodeScalars[...]
        while let first = scalars.first, signs.contains(first) { scalars.removeFirst() }
        while let last = scalars.last, signs.contains(last) { scalars.removeLast() }
        guard !scalars.isEmpty else { return nil }
        let key = foldedKey(String(scalars))
        guard let meaning = book.labels[key] ?? book.openings[key] else { return nil }
        return meaning == .published || meaning == .modified ? meaning : nil
    }
}
