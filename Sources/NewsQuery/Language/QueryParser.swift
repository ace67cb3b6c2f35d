import Foundation
import NewsModel
import NewsText

/// A query and what was not understood of it.
public struct ParsedQuery: Hashable, Sendable {
    /// What was typed.
    public let text: String
    /// What it means.
    public internal(set) var query: Query
    /// What was not understood as it stands, in the order of the text.
    public internal(set) var notices: [Notice]
    /// How its words are matched.
    public let matching: Matching
    /// The order that it brings along: of the saved search it consists of; `nil` for the usual one.
    public internal(set) var order: SearchOrder?
    /// Where it names saved searches first, by their folded names, in Unicode scalars.
    let searchPlaces: [String: Range<Int>]

    /// Reads the query language. Total: any text gives a query. Linear in the text, which is cut at 4,000 characters.
    ///
    /// - Parameters:
    ///   - text: What was typed.
    ///   - matching: How its words are matched.
    ///   - today: The day that `7d` and `today` count from, counted from 1970-01-01; `nil` for the clock's in UTC.
    public init(_ text: String, matching: Matching = .all, today: Int? = nil) {
        let day = today ?? Int(Date().timeIntervalSince1970 / 86_400)
        var parser = QueryParser(Self.question(text, matching), matching: matching, today: day)
        self.text = text
        self.matching = matching
        let parsed = parser.parse()
        query = matching == .best ? parsed.asQuestion : parsed
        notices = parser.notices.sorted { ($0.position, $0.length) < ($1.position, $1.length) }
        searchPlaces = parser.searchPlaces
    }

    /// A question typed all in capitals holds no operators: each scalar is put in lower case where it stands.
    private static func question(_ text: String, _ matching: Matching) -> String {
        guard matching == .best, !text.unicodeScalars.contains(where: \.properties.isLowercase) else { return text }
        var lower = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let mapped = scalar.properties.lowercaseMapping.unicodeScalars
            lower.append(mapped.count == 1 ? mapped[mapped.startIndex] : scalar)
        }
        return String(lower)
    }
}

/// Reads the query language by recursive descent; see the grammar in the guide.
struct QueryParser {
    static let termLimit = 64
    /// A question is a sentence or several, and most of its words are dropped.
    static let questionTermLimit = 400
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
    /// Where saved searches are named first, by their folded names.
    var searchPlaces: [String: Range<Int>] = [:]
    let today: Int
    private let matching: Matching
    private var terms = 0

    init(_ text: String, matching: Matching = .all, today: Int) {
        scanner = QueryScanner(text)
        self.matching = matching
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
        readAlternatives(field: .none, depth: 0) ?? .everything
    }

    // MARK: Operators

    /// `or := and ('OR' and)*`; `nil` when there is nothing.
    mutating func readAlternatives(field: Field, depth: Int) -> Query? {
        scanner.skipBlanks()
        let start = scanner.position
        var parts: [Query] = []
        var mixes = false
        while true {
            let conjunction = readConjunction(field: field, depth: depth)
            if !conjunction.isEmpty { parts.append(Query.all(conjunction)) }
            mixes = mixes || conjunction.count > 1
            guard let range = operatorRange("OR") else { break }
            scanner.position = range.upperBound
            if parts.isEmpty && isNothingLeft { return readOperatorAsWord(range, field: field) }
            if parts.isEmpty || isOperandMissing {
                note(
                    .danglingOperator, range.lowerBound, range.count, "OR stands between two terms; this one is ignored"
                )
            }
        }
        guard !parts.isEmpty else { return nil }
        let query = Query.oneOf(parts)
        if parts.count > 1, mixes {
            note(
                .mixedOperators, start, scanner.end(after: start) - start,
                "AND binds tighter than OR; understood as: \(query.description)")
        }
        return query
    }

    /// `and := unary (['AND'] unary)*`: its parts.
    private mutating func readConjunction(field: Field, depth: Int) -> [Query] {
        var parts: [Query] = []
        while true {
            scanner.skipBlanks()
            guard let scalar = scanner.current, operatorRange("OR") == nil else { return parts }
            if scalar == ")" {
                guard depth == 0 else { return parts }
                note(.bracket, scanner.position, 1, "this ')' closes nothing and is ignored")
                scanner.position += 1
            } else if let range = operatorRange("AND") {
                scanner.position = range.upperBound
                if parts.isEmpty && isNothingLeft {
                    return readOperatorAsWord(range, field: field).map { [$0] } ?? []
                }
                if parts.isEmpty || isOperandMissing {
                    note(
                        .danglingOperator, range.lowerBound, range.count,
                        "AND stands between two terms; this one is ignored")
                }
            } else if let part = readUnary(field: field, depth: depth) {
                parts.append(part)
            }
        }
    }

    /// `unary := ('-' | '!' | 'NOT') unary | field ':' unary | '(' or? ')' | near | term`; `nil` when nothing is left of
    /// it. An operand of NEAR is read with `joinsNear` false.
    mutating func readUnary(field: Field, depth: Int, joinsNear: Bool = true) -> Query? {
        var field = field
        var isNegated = false
        while true {
            scanner.skipBlanks()
            if let range = operatorRange("NOT") {
                scanner.position = range.upperBound
                if isBeforeFirstTerm && isNothingLeft { return readOperatorAsWord(range, field: field) }
                if isOperandMissing {
                    note(
                        .danglingOperator, range.lowerBound, range.count,
                        "NOT stands before a term; this one is ignored")
                    return nil
                }
                isNegated.toggle()
            } else if skipMinus() {
                isNegated.toggle()
            } else if let inner = readFieldName() {
                field = inner
            } else {
                break
            }
        }
        var query = readOperand(field: field, depth: depth)
        if joinsNear, let first = query { query = readNear(after: first, field: field, depth: depth) }
        return isNegated ? query.map(Query.negation) : query
    }

    /// Passes over the signs of a negation, which touch what follows; `false` when there are none.
    private mutating func skipMinus() -> Bool {
        var end = scanner.position
        while scanner.scalar(at: end) == "-" || scanner.scalar(at: end) == "!" { end += 1 }
        guard end > scanner.position, !scanner.isBlank(end), scanner.scalar(at: end) != ")" else { return false }
        scanner.position = end
        return true
    }

    private mutating func readOperand(field: Field, depth: Int) -> Query? {
        scanner.current == "(" ? readGroup(field: field, depth: depth) : readTerm(field: field)
    }

    private mutating func readGroup(field: Field, depth: Int) -> Query? {
        let start = scanner.position
        if depth == Self.depthLimit {
            scanner.skipGroup()
            note(
                .tooDeep, start, scanner.position - start,
                "brackets inside \(Self.depthLimit) others are left out with what they hold")
            return nil
        }
        scanner.position += 1
        let found = notices.count
        let query = readAlternatives(field: field, depth: depth + 1)
        if scanner.current == ")" {
            scanner.position += 1
            if query == nil && notices.count == found {
                note(.bracket, start, scanner.position - start, "there is nothing between these brackets")
            }
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
        var ahead = scanner
        ahead.skipBlanks()
        return ahead.isAtEnd || ahead.current == ")"
    }

    /// Whether what comes next is no operand: nothing, or another AND or OR.
    var isOperandMissing: Bool {
        var ahead = self
        ahead.scanner.skipBlanks()
        return isNothingLeft || ahead.operatorRange("OR") != nil || ahead.operatorRange("AND") != nil
    }

    private mutating func readOperatorAsWord(_ range: Range<Int>, field: Field) -> Query? {
        note(.danglingOperator, range.lowerBound, range.count, "an operator alone is looked for as a word")
        return wordsTerm(scanner.text(range), at: range.lowerBound, length: range.count, field: field)
    }

    private var termLimit: Int { matching == .best ? Self.questionTermLimit : Self.termLimit }

    /// Whether more terms may be read.
    var hasRoomForTerms: Bool { terms < termLimit }

    /// Whether no term was read yet.
    var isBeforeFirstTerm: Bool { terms == 0 }

    /// Counts `count` terms that expanding has added; `false` when that is too many.
    mutating func countTerms(_ count: Int) -> Bool {
        guard terms + count <= termLimit else { return false }
        terms += count
        return true
    }

    /// Counts a term; `false` when there are too many.
    mutating func countTerm(at position: Int, length: Int) -> Bool {
        terms += 1
        if terms == termLimit + 1 {
            note(.tooManyTerms, position, length, "only the first \(termLimit) terms are looked for")
        }
        return terms <= termLimit
    }
}
