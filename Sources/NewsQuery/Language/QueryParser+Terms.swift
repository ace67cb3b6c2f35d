import NewsModel
import NewsText

// Terms and fields: words, phrases, prefixes, values, dates.
extension QueryParser {
    mutating func readFieldOrTerm(field: Field, depth: Int) -> Query? {
        if let (name, end) = fieldName() {
            if let inner = Self.field(named: name) {
                if let query = readFieldValue(inner, name: name, end: end, depth: depth) { return query.value }
            } else if scanner.scalar(at: end) != "/", let nearest = Self.nearestField(to: name) {
                note(
                    .unknownField, scanner.position, name.unicodeScalars.count,
                    "no field '\(name)'; it is looked for as text. Did you mean \(nearest): ?")
            }
        }
        if scanner.current == "#", !scanner.isBoundary(scanner.position + 1), scanner.scalar(at: scanner.position + 1) != "#" {
            scanner.position += 1
            return readTerm(field: .value(.tag))
        }
        return readTerm(field: field)
    }

    /// The name of a field that ends with a colon at the current place, and the place behind the colon.
    private func fieldName() -> (name: String, end: Int)? {
        var end = scanner.position
        while let scalar = scanner.scalar(at: end), scalar.properties.isAlphabetic { end += 1 }
        guard end > scanner.position, scanner.scalar(at: end) == ":" else { return nil }
        return (scanner.text(scanner.position..<end), end + 1)
    }

    /// A wrapped result: `nil` outside means "this is text", `nil` inside "nothing is left of it".
    private struct FieldResult {
        let value: Query?
    }

    private mutating func readFieldValue(_ field: Field, name: String, end: Int, depth: Int) -> FieldResult? {
        let start = scanner.position
        guard !scanner.isBlank(end), scanner.scalar(at: end) != ")" else {
            note(
                .unknownField, start, end - start,
                "'\(name):' is looked for as text; a field's value follows its colon without a blank")
            return nil
        }
        scanner.position = end
        if isDate(field), scanner.current != "(" {
            let text = readDateText()
            if let query = date(text, field: field, from: start) { return FieldResult(value: query) }
            scanner.position = start
            return nil
        }
        return FieldResult(value: readUnary(field: field, depth: depth))
    }

    // MARK: Terms

    private mutating func readTerm(field: Field) -> Query? {
        let start = scanner.position
        let isExact = scanner.current == "=" && !scanner.isBoundary(start + 1)
        if isExact { scanner.position += 1 }
        if let quotation = scanner.readQuotation() {
            if !quotation.isClosed {
                note(.unclosedQuote, start, 1, "the quote opened here is never closed; it ends with the query")
            }
            return phraseTerm(quotation.text, at: start, isExact: isExact, field: field)
        }
        if isDate(field) {
            let text = readDateText()
            return date(text, field: field, from: start)
                ?? wordsTerm(text, at: start, length: scanner.position - start, field: .none)
        }
        var word = scanner.word(from: scanner.position)
        scanner.position += word.unicodeScalars.count
        let length = scanner.position - start
        if scanner.position == start { scanner.position += 1 }  // never stand still
        var isPrefix = false
        if word.hasSuffix("*") {
            word.removeLast()
            isPrefix = true
        }
        word = refuseKindly(word, at: start, length: length)
        if case .value(let valueField) = field {
            return value(word, of: valueField, isPrefix: isPrefix, at: start, length: length)
        }
        if word == "or", field == .none {
            note(.lowercaseOperator, start, 2, "'or' is looked for as a word; did you mean OR?")
        }
        return wordsTerm(word, at: start, length: length, field: field, isPrefix: isPrefix, isExact: isExact)
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
        case .date, .bound:
            return date(text, field: field, from: start) ?? wordsTerm(text, at: start, length: length, field: .none)
        case .none, .words:
            let words = tokens(of: text, isQuery: true)
            guard let distance, words.count > 1 else {
                return wordsTerm(
                    text, at: start, length: length, field: field, isPrefix: isPrefix, isExact: isExact)
            }
            guard countTerm(at: start, length: length) else { return nil }
            return .near(words.map { Query.Words($0.text, in: wordField(field)) }, distance: distance)
        }
    }

    /// The number behind `~`, as in `"a b"~3`.
    private mutating func readTilde() -> Int? {
        guard scanner.current == "~" else { return nil }
        let digits = scanner.word(from: scanner.position + 1)
        guard let number = Int(digits), number >= 0 else { return nil }
        scanner.position += 1 + digits.unicodeScalars.count
        return min(number, Self.longestDistance)
    }

    /// A term of `text`; `nil` with a notice when it holds no word.
    mutating func wordsTerm(
        _ text: String, at start: Int, length: Int, field: Field, isPrefix: Bool = false, isExact: Bool = false
    ) -> Query? {
        let words = tokens(of: text, isQuery: true)
        guard let last = words.last else {
            if text.unicodeScalars.contains(where: { !"-–—&+|/".unicodeScalars.contains($0) }) || isPrefix {
                note(.noWords, start, length, "'\(text)' holds no word to look for and is left out")
            }
            return nil
        }
        guard countTerm(at: start, length: length) else { return nil }
        let isLong = last.text.unicodeScalars.count > 1 || last.text.unicodeScalars.contains { $0.value >= 0x0E00 }
        if isPrefix && !isLong {
            note(.prefix, start, length, "a beginning wants two letters before the '*'; the word itself is looked for")
        }
        return .words(
            Query.Words(
                normalizedText(text), in: wordField(field), isPrefix: isPrefix && isLong, isExact: isExact))
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
        guard countTerm(at: start, length: length) else { return nil }
        let text = normalizedText(text)
        let folded = foldedKey(text)
        switch field {
        case .has where !Self.parts.contains(folded):
            note(.unknownValue, start, length, "nothing is found by has:\(text); try \(Self.parts.joined(separator: ", "))")
            return .nothing
        case .is where !Self.kinds.contains(folded):
            note(.unknownValue, start, length, "nothing is found by is:\(text); try \(Self.kinds.joined(separator: ", "))")
            return .nothing
        case .id where Int64(text) == nil:
            note(.unknownValue, start, length, "nothing is found by id:\(text); an id is a number")
            return .nothing
        case .has, .is, .lang:
            return .value(field, folded, isPrefix: isPrefix)
        default:
            guard !folded.isEmpty else {
                note(.noWords, start, length, "\(field.rawValue): has no value here and is left out")
                return nil
            }
            return .value(field, text, isPrefix: isPrefix)
        }
    }

    static let parts = ["headline", "date", "byline", "tags", "related", "footnotes", "entities"]
    static let kinds = ["summary", "live", "gallery", "video", "updated"]

    private func isDate(_ field: Field) -> Bool {
        switch field {
        case .date, .bound: true
        case .none, .words, .value: false
        }
    }

    /// What stands up to a blank, or to the bracket that closes a range.
    private mutating func readDateText() -> String {
        let start = scanner.position
        if scanner.current == "[", let end = scanner.scalars[start...].firstIndex(of: "]") {
            scanner.position = end + 1
        } else {
            while !scanner.isBoundary(scanner.position) { scanner.position += 1 }
        }
        return scanner.text(start..<scanner.position)
    }

    /// The query for a date; `nil` with a notice when `text` is none.
    private mutating func date(_ text: String, field: Field, from start: Int) -> Query? {
        let length = scanner.position - start
        do throws(DateValue.Failure) {
            let (dateField, value) = try dateValue(text, field: field)
            guard countTerm(at: start, length: length) else { return nil }
            return .date(dateField, from: value.from, through: value.through)
        } catch .impossible {
            note(.impossibleDate, start, length, "there is no such date as \(text); nothing is found by it")
            return .nothing
        } catch {
            note(.notADate, start, length, "'\(text)' is no date and is looked for as text; write 2024-03-05 or 2024-03")
            return nil
        }
    }

    private func dateValue(_ text: String, field: Field) throws(DateValue.Failure) -> (DateField, DateValue) {
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
