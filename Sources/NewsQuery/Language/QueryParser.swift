import Foundation
import NewsModel
import NewsText

/// A query and what was not understood of it.
public struct ParsedQuery: Hashable, Sendable {
    /// What was typed.
    public let text: String
    /// What it means.
    public let query: Query
    /// What was not understood as it stands, in the order of the text.
    public let notices: [Notice]

    /// Reads the query language. Total: any text gives a query. Linear in the text, which is cut at 4,000 characters.
    ///
    /// - Parameter today: The day that `7d` and `today` count from, counted from 1970-01-01; `nil` for the clock's in UTC.
    public init(_ text: String, today: Int? = nil) {
        let day = today ?? Int(Date().timeIntervalSince1970 / 86_400)
        var parser = QueryParser(text, today: day)
        self.text = text
        query = parser.parse()
        notices = parser.notices.sorted { ($0.position, $0.length) < ($1.position, $1.length) }
    }
}

/// Reads the query language by recursive descent; see the grammar in the guide.
struct QueryParser {
    static let termLimit = 64
    static let depthLimit = 12

    /// What a term without a field of its own is looked for in.
    enum Field: Hashable {
        case none
        case words(WordField)
        case value(ValueField)
        case date(DateField)
        case bound(String)
    }

    var scanner: QueryScanner
    var notices: [Notice] = []
    let today: Int
    private var terms = 0

    init(_ text: String, today: Int) {
        scanner = QueryScanner(text)
        self.today = today
        let length = text.unicodeScalars.count
        if length > QueryScanner.lengthLimit {
            let rest = length - QueryScanner.lengthLimit
            note(.tooLong, QueryScanner.lengthLimit, rest, "only the first 4,000 characters are read")
        }
    }

    mutating func note(_ code: Notice.Code, _ position: Int, _ length: Int, _ message: String) {
        notices.append(Notice(code, at: position, length: length, message))
    }

    mutating func parse() -> Query {
        var parts: [Query] = []
        repeat {
            if let part = readAlternatives(field: .none, depth: 0) { parts.append(part) }
            if scanner.current == ")" {
                note(.bracket, scanner.position, 1, "this ')' closes nothing and is ignored")
                scanner.position += 1
            }
        } while !scanner.isAtEnd
        return Query.all(parts)
    }

    // MARK: Operators

    /// `or := and ('OR' and)*`; `nil` when there is nothing.
    mutating func readAlternatives(field: Field, depth: Int) -> Query? {
        let start = scanner.position
        var parts: [Query] = []
        var mixes = false
        while true {
            let before = scanner.position
            if let part = readConjunction(field: field, depth: depth) {
                if case .every = part, scanner.scalar(at: before) != "(" { mixes = true }
                parts.append(part)
            }
            scanner.skipBlanks()
            guard let range = operatorRange("OR") else { break }
            scanner.position = range.upperBound
            if !hasOperand(before: range, parts) {
                let isAlone = parts.isEmpty && isNothingLeft
                if isAlone { return readOperatorAsWord(range, field: field) }
                note(.danglingOperator, range.lowerBound, 2, "OR stands between two terms; this one is ignored")
            }
        }
        let query = parts.isEmpty ? nil : Query.oneOf(parts)
        if parts.count > 1, mixes, let query {
            note(
                .mixedOperators, start, scanner.position - start,
                "AND binds tighter than OR; understood as: \(query.description)")
        }
        return query
    }

    /// `and := unary (['AND'] unary)*`; `nil` when there is nothing.
    private mutating func readConjunction(field: Field, depth: Int) -> Query? {
        var parts: [Query] = []
        while true {
            scanner.skipBlanks()
            guard let scalar = scanner.current, scalar != ")", operatorRange("OR") == nil else { break }
            if let range = operatorRange("AND") {
                scanner.position = range.upperBound
                if !hasOperand(before: range, parts) {
                    if parts.isEmpty && isNothingLeft { return readOperatorAsWord(range, field: field) }
                    note(.danglingOperator, range.lowerBound, 3, "AND stands between two terms; this one is ignored")
                }
                continue
            }
            if let part = readUnary(field: field, depth: depth) { parts.append(part) }
        }
        return parts.isEmpty ? nil : Query.all(parts)
    }

    /// `unary := ('-' | '!' | 'NOT') unary | field ':' unary | '(' or? ')' | near | term`; `nil` when nothing is left of
    /// it.
    mutating func readUnary(field: Field, depth: Int) -> Query? {
        scanner.skipBlanks()
        if let range = operatorRange("NOT") {
            scanner.position = range.upperBound
            if isNothingLeft {
                if terms == 0 { return readOperatorAsWord(range, field: field) }
                note(.danglingOperator, range.lowerBound, 3, "NOT stands before a term; this one is ignored")
                return nil
            }
            return readUnary(field: field, depth: depth).map(Query.negation)
        }
        if skipMinus() { return readUnary(field: field, depth: depth).map(Query.negation) }
        let operand = readOperand(field: field, depth: depth)
        return readNear(after: operand, field: field, depth: depth)
    }

    /// Passes over the signs of a negation, which touch what follows; `false` when there are none.
    private mutating func skipMinus() -> Bool {
        var end = scanner.position
        while scanner.scalar(at: end) == "-" || scanner.scalar(at: end) == "!" { end += 1 }
        guard end > scanner.position, !scanner.isBlank(end), scanner.scalar(at: end) != ")" else { return false }
        scanner.position = end
        return true
    }

    mutating func readOperand(field: Field, depth: Int) -> Query? {
        if scanner.current == "(" { return readGroup(field: field, depth: depth) }
        return readFieldOrTerm(field: field, depth: depth)
    }

    private mutating func readGroup(field: Field, depth: Int) -> Query? {
        let start = scanner.position
        scanner.position += 1
        if depth == Self.depthLimit {
            note(.tooDeep, start, 1, "brackets inside more than \(Self.depthLimit) others are ignored")
            return nil
        }
        let query = readAlternatives(field: field, depth: depth + 1)
        if scanner.current == ")" {
            scanner.position += 1
            if query == nil { note(.bracket, start, scanner.position - start, "there is nothing between these brackets") }
        } else {
            note(.bracket, start, 1, "the bracket opened here is never closed; it ends with the query")
        }
        return query
    }

    // MARK: Looking ahead

    /// Where the operator `name` stands, if it does at the current place: in capitals, a word of its own.
    func operatorRange(_ name: String) -> Range<Int>? {
        let end = scanner.position + name.unicodeScalars.count
        guard scanner.isBoundary(end), scanner.text(scanner.position..<end) == name else { return nil }
        return scanner.position..<end
    }

    /// Whether only blanks stand between here and the end or a closing bracket.
    var isNothingLeft: Bool {
        var place = scanner.position
        while let scalar = scanner.scalar(at: place), scalar.properties.isWhitespace { place += 1 }
        return place >= scanner.scalars.count || scanner.scalar(at: place) == ")"
    }

    /// Whether an operator that was just read stands between two operands.
    private func hasOperand(before range: Range<Int>, _ parts: [Query]) -> Bool {
        guard !parts.isEmpty, !isNothingLeft else { return false }
        var ahead = self
        ahead.scanner.skipBlanks()
        return ahead.operatorRange("OR") == nil && ahead.operatorRange("AND") == nil
    }

    private mutating func readOperatorAsWord(_ range: Range<Int>, field: Field) -> Query? {
        note(.danglingOperator, range.lowerBound, range.count, "an operator alone is looked for as a word")
        return wordsTerm(scanner.text(range), at: range.lowerBound, length: range.count, field: field)
    }

    /// Counts a term; `false` when there are too many.
    mutating func countTerm(at position: Int, length: Int) -> Bool {
        terms += 1
        if terms == Self.termLimit + 1 {
            note(.tooManyTerms, position, length, "only the first \(Self.termLimit) terms are looked for")
        }
        return terms <= Self.termLimit
    }
}
