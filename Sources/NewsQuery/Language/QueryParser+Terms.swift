import NewsModel
import NewsText

// Terms and fields: words, phrases, prefixes, values, dates.
extension QueryParser {
    /// `term := ['='] word | word'*' | phrase['*'] | '#'(word | phrase)`, or a date where one is asked for.
    mutating func readTerm(field: Field) -> Query? {
        if isDate(field) { return readDate(field: field) }
        if scanner.current == "#", !scanner.isBoundary(scanner.position + 1),
            scanner.scalar(at: scanner.position + 1) != "#", !isEntityNumber(field)
        {
            scanner.position += 1
            return readWordOrPhrase(field: .value(.tag))
        }
        return readWordOrPhrase(field: field)
    }

    /// Whether `#57` stands here, the number of an entity behind a field that asks for one.
    private func isEntityNumber(_ field: Field) -> Bool {
        guard case .value(let valueField) = field, valueField.isOfEntities else { return false }
        return Int64(scanner.word(from: scanner.position + 1)) != nil
    }

    private mutating func readWordOrPhrase(field: Field) -> Query? {
        let start = scanner.position
        let isExact = scanner.current == "=" && !scanner.isBoundary(start + 1)
        if isExact { scanner.position += 1 }
        let opening = scanner.position
        if let quotation = scanner.readQuotation() {
            if !quotation.isClosed {
                note(.unclosedQuote, opening, 1, "the quote opened here is never closed; it ends with the query")
            }
            return phraseTerm(quotation.text, at: start, isExact: isExact, field: field)
        }
        let typed = scanner.word(from: opening)
        scanner.position += max(1, typed.unicodeScalars.count)  // never stand still
        let length = scanner.position - start
        if let operatorWord = readStrayOperator(typed, at: start, length: length, field: field) {
            return operatorWord.query
        }
        let isPrefix = typed.hasSuffix("*")
        let bare = isPrefix ? String(typed.dropLast()) : typed
        if case .value(let valueField) = field {
            if bare.contains("*") {
                note(.refused, start, length, "'*' may only end a value; here it is a sign like any other")
            }
            return value(bare, of: valueField, isPrefix: isPrefix, at: start, length: length)
        }
        let word = refuseKindly(bare, at: start, length: length)
        noteSurprises(in: word, at: start, length: length, field: field)
        return wordsTerm(word, at: start, length: length, field: field, isPrefix: isPrefix, isExact: isExact)
    }

    /// An operator where none can stand, and what is left of it.
    private struct StrayOperator {
        let query: Query?
    }

    /// A NEAR without a term before or behind it, and what other languages write before a bracket: `nil` when `word` is
    /// neither.
    private mutating func readStrayOperator(
        _ word: String, at start: Int, length: Int, field: Field
    ) -> StrayOperator? {
        if isNear(word) {
            guard isBeforeFirstTerm, isNothingLeft else {
                note(.danglingOperator, start, length, "NEAR stands between two terms; this one is ignored")
                return StrayOperator(query: nil)
            }
            note(.danglingOperator, start, length, "an operator alone is looked for as a word")
            return StrayOperator(query: wordsTerm(word, at: start, length: length, field: field))
        }
        if word.lowercased().hasPrefix("atleast"), Self.number(word.dropFirst(7)) != nil, scanner.current == "(" {
            note(.refused, start, length, "how often a word occurs is not asked for; the words are looked for")
            return StrayOperator(query: nil)
        }
        return nil
    }

    /// Says what a person may not expect of a word.
    private mutating func noteSurprises(in word: String, at start: Int, length: Int, field: Field) {
        if word == "or", field == .none {
            note(.lowercaseOperator, start, length, "'or' is looked for as a word; did you mean OR?")
        }
        if let last = word.unicodeScalars.last, "+#".unicodeScalars.contains(last) {
            let kept = tokens(of: word, isQuery: true).map(\.text).joined(separator: " ")
            if !kept.isEmpty {
                note(.lostSigns, start, length, "'\(word)' is looked for as '\(kept)'; signs are no part of a word")
            }
        }
    }

    private mutating func phraseTerm(_ text: String, at start: Int, isExact: Bool, field: Field) -> Query? {
        var isPrefix = false
        if scanner.current == "*" {
            scanner.position += 1
            isPrefix = true
        }
        let distance = readTilde()
        let length = scanner.position - start
        switch field {
        case .value(let valueField):
            return value(text, of: valueField, isPrefix: isPrefix, at: start, length: length)
        case .none, .words, .date, .bound:
            let words = tokens(of: text, isQuery: true)
            guard let distance, words.count > 1 else {
                return wordsTerm(
                    text, at: start, length: length, field: field, isPrefix: isPrefix, isExact: isExact)
            }
            let kept = words.prefix { _ in countTerm(at: start, length: length) }
                .map { Query.Words($0.text, in: wordField(field), isExact: isExact) }
            return kept.count > 1 ? .near(kept, distance: distance) : kept.first.map(Query.words)
        }
    }

    /// The number behind `~`, as in `"a b"~3`.
    private mutating func readTilde() -> Int? {
        guard scanner.current == "~" else { return nil }
        let digits = scanner.word(from: scanner.position + 1)
        guard let number = Self.number(digits[...]) else { return nil }
        scanner.position += 1 + digits.unicodeScalars.count
        if number > Self.longestDistance {
            note(
                .distance, scanner.position - digits.unicodeScalars.count, digits.unicodeScalars.count,
                "at most \(Self.longestDistance) words may stand between; that is taken")
        }
        return min(number, Self.longestDistance)
    }

    /// A term of `text`; `nil` with a notice when it holds no word.
    mutating func wordsTerm(
        _ text: String, at start: Int, length: Int, field: Field, isPrefix: Bool = false, isExact: Bool = false
    ) -> Query? {
        let text = normalizedText(Query.withoutQuotes(text, putting: " "))
        guard let last = tokens(of: text, isQuery: true).last else {
            let isDash = !text.isEmpty && text.unicodeScalars.allSatisfy { "-–—&+|/".unicodeScalars.contains($0) }
            if !isDash || isPrefix {
                let typed = scanner.text(start..<(start + length))
                note(.noWords, start, length, "'\(typed)' holds no word to look for and is left out")
            }
            return nil
        }
        guard countTerm(at: start, length: length) else { return nil }
        let isLong = last.text.unicodeScalars.count > 1 || isUnspacedCharacter(last.text)
        if isPrefix && !isLong {
            note(.prefix, start, length, "a beginning wants two letters before the '*'; the word itself is looked for")
        }
        return .words(Query.Words(text, in: wordField(field), isPrefix: isPrefix && isLong, isExact: isExact))
    }

    private func wordField(_ field: Field) -> WordField? {
        if case .words(let field) = field { field } else { nil }
    }

    /// What other languages allow and this one does not is said, and the words are looked for.
    private mutating func refuseKindly(_ word: String, at start: Int, length: Int) -> String {
        if word.count > 2, word.hasPrefix("/"), word.hasSuffix("/") {
            note(.refused, start, length, "patterns are not looked for; type the words, or a beginning like 'elect*'")
        }
        if word.contains("*") {
            note(.refused, start, length, "'*' may only end a word, as in 'elect*'; it is left out here")
            return word.replacing("*", with: " ")
        }
        if let tilde = word.lastIndex(of: "~"), tilde > word.startIndex, Int(word[word.index(after: tilde)...]) != nil {
            note(.refused, start, length, "similar spellings are not looked for; type each, joined by OR")
            return String(word[..<tilde])
        }
        return word
    }

    // MARK: Values and dates

    private mutating func value(
        _ text: String, of field: ValueField, isPrefix: Bool, at start: Int, length: Int
    ) -> Query? {
        let text = normalizedText(Query.withoutQuotes(text, putting: nil))
        let folded = foldedKey(text)
        guard !folded.isEmpty else {
            note(.noWords, start, length, "\(field.rawValue): has no value here and is left out")
            return nil
        }
        guard countTerm(at: start, length: length) else { return nil }
        switch field {
        case .has: return listed(folded, of: field, in: Self.parts, at: start, length: length)
        case .is: return listed(folded, of: field, in: Self.kinds, at: start, length: length)
        case .id:
            if let id = Int64(text), id > 0 { return .value(field, String(id), isPrefix: false) }
            note(.unknownValue, start, length, "nothing is found by id:\(text); an id is a number from 1")
            return .nothing
        case .lang: return .value(field, folded, isPrefix: isPrefix)
        case .search:
            if isPrefix {
                note(.prefix, start, length, "a saved search is named as a whole; the '*' is left out")
            }
            searchPlaces[folded] = searchPlaces[folded] ?? start..<(start + length)
            return .value(field, text, isPrefix: false)
        case .tag, .section, .storyline, .outlet, .entity, .person, .org, .place, .url:
            return .value(field, text, isPrefix: isPrefix)
        }
    }

    /// A value that must be one of `values`.
    private mutating func listed(
        _ value: String, of field: ValueField, in values: [String], at start: Int, length: Int
    ) -> Query {
        if values.contains(value) { return .value(field, value, isPrefix: false) }
        note(
            .unknownValue, start, length,
            "nothing is found by \(field.rawValue):\(value); try \(values.joined(separator: ", "))")
        return .nothing
    }

    static let parts = ["headline", "date", "byline", "tags", "related", "footnotes", "entities"]
    static let kinds = ["summary", "live", "gallery", "video", "updated"]

    func isDate(_ field: Field) -> Bool {
        switch field {
        case .date, .bound: true
        case .none, .words, .value: false
        }
    }

    /// A date; text when it is none, in a group such as `date:(2024 OR soon)`.
    private mutating func readDate(field: Field) -> Query? {
        let start = scanner.position
        let text = scanner.readDateText()
        let length = scanner.position - start
        do throws(DateValue.Failure) {
            let (dateField, value) = try dateValue(text, field: field)
            guard countTerm(at: start, length: length) else { return nil }
            return .date(dateField, from: value.from, through: value.through)
        } catch .notADate {
            noteNoDate(text, at: start, length: length)
            return wordsTerm(text, at: start, length: length, field: .none)
        } catch .impossible {
            note(.impossibleDate, start, length, "there is no such date as \(text); nothing is found by it")
        } catch {
            note(.impossibleDate, start, length, "no day lies in \(text); nothing is found by it")
        }
        return countTerm(at: start, length: length) ? .nothing : nil
    }

    mutating func noteNoDate(_ text: String, at start: Int, length: Int) {
        note(.notADate, start, length, "'\(text)' is no date and is looked for as text; write 2024-03-05 or 2024-03")
    }

    func dateValue(_ text: String, field: Field) throws(DateValue.Failure) -> (DateField, DateValue) {
        switch field {
        case .date(let dateField):
            return (dateField, try DateValue(text, today: today))
        case .bound(let word):
            guard let value = try DateValue.bound(word, text, today: today) else { throw .notADate }
            return (.date, value)
        case .none, .words, .value:
            throw .notADate
        }
    }
}
