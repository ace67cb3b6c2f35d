@testable import NewsQuery
import NewsText
import TestSupport

/// Queries of every kind, of the words and values that `SampleArticles` hold.
struct RandomQueries {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A query of at most `depth` levels.
    mutating func query(depth: Int) -> Query {
        guard depth > 0, !random.once(in: 3) else { return condition() }
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: return Query.all(parts(depth: depth))
        case 2, 3: return Query.oneOf(parts(depth: depth))
        default: return Query.negation(of: query(depth: depth - 1))
        }
    }

    private mutating func parts(depth: Int) -> [Query] {
        (0..<Int.random(in: 1...3, using: &random)).map { _ in query(depth: depth - 1) }
    }

    private mutating func condition() -> Query {
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<9: return .words(words(in: field(), longest: 3))
        case 9..<12: return near()
        case 12..<16: return value()
        case 16..<19: return date()
        default: return random.once(in: 2) ? .nothing : .everything
        }
    }

    private mutating func field() -> WordField? {
        random.once(in: 3) ? random.pick(WordField.allCases) : nil
    }

    private mutating func words(in field: WordField?, longest: Int) -> Query.Words {
        let count = random.once(in: 2) ? 1 : Int.random(in: 1...longest, using: &random)
        let text = normalizedText((0..<count).map { _ in random.pick(SampleArticles.words) }.joined(separator: " "))
        if random.once(in: 4) {
            let beginning = String(text.prefix(Int.random(in: 2...8, using: &random)))
            // What can be typed with a star: a query without notices, so that the star is kept.
            if case .words(let typed) = ParsedQuery("\"\(beginning)\"*").query, typed.isPrefix {
                return Query.Words(typed.text, in: field, isPrefix: true)
            }
        }
        return Query.Words(text, in: field, isExact: random.once(in: 6))
    }

    private mutating func near() -> Query {
        let field = field()
        let group = (0..<Int.random(in: 2...3, using: &random)).map { _ in words(in: field, longest: 2) }
        return .near(group, distance: Int.random(in: 0...12, using: &random))
    }

    private mutating func value() -> Query {
        let isPrefix = random.once(in: 4)
        func beginning(_ text: String) -> String { isPrefix ? String(text.prefix(2)) : text }
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1:
            let tag = Query.withoutQuotes(random.pick(SampleArticles.tags), putting: nil)
            return .value(.tag, beginning(tag), isPrefix: isPrefix)
        case 2: return .value(.section, beginning(random.pick(SampleArticles.sections)), isPrefix: isPrefix)
        case 3: return .value(.outlet, beginning(random.pick(SampleArticles.outlets)), isPrefix: isPrefix)
        case 4: return .value(.lang, beginning(random.pick(["en", "de", "ja", "xx"])), isPrefix: isPrefix)
        case 5:
            let field = random.pick([ValueField.entity, .person, .org, .place])
            return .value(field, beginning(random.pick(SampleArticles.names)), isPrefix: isPrefix)
        case 6: return .value(.has, random.pick(QueryParser.parts), isPrefix: false)
        case 7: return .value(.is, random.pick(QueryParser.kinds), isPrefix: false)
        case 8: return .value(.search, random.pick(["nobody saved this", "Märkte", "(a OR", "-b"]), isPrefix: false)
        default:
            let number = Int.random(in: 1...SampleArticles.count, using: &random)
            if random.once(in: 2) { return .value(.id, String(number), isPrefix: false) }
            return .value(.url, SampleArticles.address(isPrefix ? number / 10 : number), isPrefix: isPrefix)
        }
    }

    private mutating func date() -> Query {
        let field = random.pick(DateField.allCases)
        let first = SampleArticles.firstDay + Int.random(in: -2...SampleArticles.days, using: &random)
        let last = first + Int.random(in: 0...SampleArticles.days / 2, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return .date(field, from: first, through: first)
        case 1: return .date(field, from: nil, through: last)
        case 2: return .date(field, from: first, through: nil)
        case 3: return .date(field, from: nil, through: nil)
        default: return .date(field, from: first, through: last)
        }
    }
}
