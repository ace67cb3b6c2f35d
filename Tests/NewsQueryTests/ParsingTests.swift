import NewsQuery
import TestSupport
import Testing

/// What a query is read as, written in the query language again, and its notices as `code@position+length`.
struct ParsingCase: CustomTestStringConvertible {
    let text: String
    let understood: String
    let notices: [String]

    init(_ text: String, _ understood: String, _ notices: String...) {
        self.text = text
        self.understood = understood
        self.notices = notices
    }

    var testDescription: String { text }
}

/// 2024-10-04, the day that the tests take for today.
let testDay = 20_000

@Suite("Parsing")
struct ParsingTests {
    static let words = [
        ParsingCase("", ""),
        ParsingCase("  \n ", ""),
        ParsingCase("iraq", "iraq"),
        ParsingCase("Iraq airstrike", "Iraq AND airstrike"),
        ParsingCase("Iraq AND airstrike", "Iraq AND airstrike"),
        ParsingCase("café東京", "café東京"),
        ParsingCase("COVID-19", "\"COVID-19\""),
        ParsingCase("O’Brien AT&T U.S. 1,000", "\"O’Brien\" AND \"AT&T\" AND \"U.S.\" AND \"1,000\""),
        ParsingCase("why?", "\"why?\""),
        ParsingCase("27\" screen", "27 AND screen"),
        ParsingCase("Syria, Iraq - Report", "\"Syria,\" AND Iraq AND Report"),
        ParsingCase("rock & roll", "rock AND roll"),
        ParsingCase("!!! a", "a", "noWords@0+3"),
        ParsingCase("\"\"", "", "noWords@0+2"),
        ParsingCase("C++ code", "\"C++\" AND code", "lostSigns@0+3"),
        ParsingCase("=election", "=election"),
        ParsingCase("=\"tax cut\"", "=\"tax cut\""),
        ParsingCase("a\u{0}b \u{E000}x", "a AND b AND x"),
        ParsingCase("elect*", "elect*"),
        ParsingCase("e*", "e", "prefix@0+2"),
        ParsingCase("東*", "東*"),
        ParsingCase("\"tax cu\"*", "\"tax cu\"*"),
        ParsingCase("*", "", "noWords@0+1"),
        ParsingCase("https://example.com/a?b=1", "\"https://example.com/a?b=1\""),
    ]

    static let quotes = [
        ParsingCase("\"tax cut\" now", "\"tax cut\" AND now"),
        ParsingCase("“tax cut” „tax cut“ «tax cut»", "\"tax cut\" AND \"tax cut\" AND \"tax cut\""),
        ParsingCase("a \"tax cut", "a AND \"tax cut\"", "unclosedQuote@2+1"),
        ParsingCase("=\"tax", "=tax", "unclosedQuote@1+1"),
        ParsingCase("\"tax  cut\"x", "\"tax cut\" AND x"),
        ParsingCase("«a \"b\" c»", "\"a b c\""),
        ParsingCase("\"x OR y\"", "\"x OR y\""),
    ]

    static let operators = [
        ParsingCase("a OR b", "a OR b"),
        ParsingCase("a b OR c", "(a AND b) OR c", "mixedOperators@0+8"),
        ParsingCase(" a OR b c ", "a OR (b AND c)", "mixedOperators@1+8"),
        ParsingCase("(a b) OR c", "(a AND b) OR c"),
        ParsingCase("c OR (a b)", "c OR (a AND b)"),
        ParsingCase("(a OR b) c", "(a OR b) AND c"),
        ParsingCase("(a b) c OR d", "(a AND b AND c) OR d", "mixedOperators@0+12"),
        ParsingCase("a or b", "a AND or AND b", "lowercaseOperator@2+2"),
        ParsingCase("x OR", "x", "danglingOperator@2+2"),
        ParsingCase("AND x", "x", "danglingOperator@0+3"),
        ParsingCase("OR x", "x", "danglingOperator@0+2"),
        ParsingCase("x AND", "x", "danglingOperator@2+3"),
        ParsingCase("a OR OR b", "a OR b", "danglingOperator@2+2"),
        ParsingCase("a AND OR b", "a OR b", "danglingOperator@2+3"),
        ParsingCase("OR", "\"OR\"", "danglingOperator@0+2"),
        ParsingCase("AND", "\"AND\"", "danglingOperator@0+3"),
        ParsingCase("NOT", "\"NOT\"", "danglingOperator@0+3"),
        ParsingCase("NEAR", "\"NEAR\"", "danglingOperator@0+4"),
        ParsingCase("x NOT", "x", "danglingOperator@2+3"),
        ParsingCase("x NEAR", "x", "danglingOperator@2+4"),
        ParsingCase("NEAR/3 x", "x", "danglingOperator@0+6"),
        ParsingCase("x NEAR OR y", "x OR y", "danglingOperator@2+4"),
        ParsingCase("x NOT OR y", "x OR y", "danglingOperator@2+3"),
        ParsingCase("ORacle ANDy", "ORacle AND ANDy"),
    ]

    static let exclusions = [
        ParsingCase("-prize", "-prize"),
        ParsingCase("a -b", "a AND -b"),
        ParsingCase("a !b", "a AND -b"),
        ParsingCase("a NOT b", "a AND -b"),
        ParsingCase("a OR -b", "a OR -b"),
        ParsingCase("-(a OR b)", "-(a OR b)"),
        ParsingCase("-(a b)", "-(a AND b)"),
        ParsingCase("--x", "-x"),
        ParsingCase("NOT -x", "x"),
        ParsingCase("-(-x)", "x"),
        ParsingCase("NOT NOT x", "x"),
        ParsingCase("-\"a b\"", "-\"a b\""),
        ParsingCase("a- -", "\"a-\""),
        ParsingCase("lang:en -tag:sport", "lang:\"en\" AND -tag:\"sport\""),
        ParsingCase("-headline:x", "-headline:x"),
        ParsingCase("headline:-x", "-headline:x"),
    ]

    static let brackets = [
        ParsingCase("(x", "x", "bracket@0+1"),
        ParsingCase("x)", "x", "bracket@1+1"),
        ParsingCase("x) OR y", "x OR y", "bracket@1+1"),
        ParsingCase("()", "", "bracket@0+2"),
        ParsingCase("a ( ) b", "a AND b", "bracket@2+3"),
        ParsingCase("f(x)", "f AND x"),
        ParsingCase("((a))", "a"),
        ParsingCase(
            "((((((((((((a (b c) d)))))))))))) e", "a AND d AND e", "tooDeep@14+5"),
    ]

    static let nears = [
        ParsingCase("a NEAR b", "a NEAR/10 b"),
        ParsingCase("a NEAR/3 b", "a NEAR/3 b"),
        ParsingCase("a NEAR/0 b c", "a NEAR/0 b AND c"),
        ParsingCase("a NEAR/3 b NEAR/5 c", "a NEAR/3 b NEAR/3 c"),
        ParsingCase("\"a b\" NEAR/3 c", "\"a b\" NEAR/3 c"),
        ParsingCase("\"a b\"~3", "a NEAR/3 b"),
        ParsingCase("\"a\"~3", "a"),
        ParsingCase("(a OR b) NEAR/5 c", "a NEAR/5 c OR b NEAR/5 c"),
        ParsingCase("a NEAR/5 -b", "a AND -b", "distance@1+10"),
        ParsingCase("a NEAR tag:b", "a AND tag:\"b\"", "distance@1+11"),
        ParsingCase("headline:a NEAR b", "headline:a NEAR/10 headline:b"),
        ParsingCase("headline:(a NEAR b NEAR c)", "headline:a NEAR/10 headline:b NEAR/10 headline:c"),
        ParsingCase(
            "headline:a NEAR/2 headline:b NEAR/2 headline:c", "headline:a NEAR/2 headline:b NEAR/2 headline:c"),
        ParsingCase("a NEAR headline:b", "a AND headline:b", "distance@1+16"),
        ParsingCase("a NEAR/500 b", "a NEAR/100 b", "distance@2+8"),
        ParsingCase("a NEAR/99999999999999999999 b", "a NEAR/100 b", "distance@2+25"),
        ParsingCase("a near5 b", "a NEAR/5 b", "distance@2+5"),
        ParsingCase("a w/5 b", "a NEAR/5 b", "distance@2+3"),
        ParsingCase("a near b", "a AND near AND b"),
        ParsingCase("near5 b", "near5 AND b"),
        ParsingCase("a near5", "a AND near5"),
        ParsingCase("-a NEAR/2 b", "-a NEAR/2 b"),
        ParsingCase("a NEAR (b NEAR c)", "a AND b NEAR/10 c", "distance@1+16"),
    ]

    static let fields = [
        ParsingCase(
            "headline:x title:x intitle:x hd:x subject:x", String(repeating: "headline:x AND ", count: 4) + "headline:x"
        ),
        ParsingCase("by:x author:x byline:x", "byline:x AND byline:x AND byline:x"),
        ParsingCase("HEADLINE:x", "headline:x"),
        ParsingCase(
            "standfirst:a body:b dateline:c related:d footnote:e",
            "standfirst:a AND body:b AND dateline:c AND related:d AND footnote:e"),
        ParsingCase("headline:(a OR b)", "headline:a OR headline:b"),
        ParsingCase("headline:(a body:b)", "headline:a AND body:b"),
        ParsingCase("headline:body:x", "body:x"),
        ParsingCase("headline:\"a b\"", "headline:\"a b\""),
        ParsingCase("headline:=a", "headline:=a"),
        ParsingCase("headline:elect*", "headline:elect*"),
        ParsingCase("tag:Iraq #Iraq", "tag:\"Iraq\" AND tag:\"Iraq\""),
        ParsingCase("#\"US-led coalition\"", "tag:\"US-led coalition\""),
        ParsingCase("tag:ir*", "tag:\"ir\"*"),
        ParsingCase("tag:(a OR b)", "tag:\"a\" OR tag:\"b\""),
        ParsingCase(
            "site:x source:x domain:x outlet:x", String(repeating: "outlet:\"x\" AND ", count: 3) + "outlet:\"x\""),
        ParsingCase(
            "entity:SDF person:a org:b place:c", "entity:\"SDF\" AND person:\"a\" AND org:\"b\" AND place:\"c\""),
        ParsingCase("lang:EN", "lang:\"en\""),
        ParsingCase("id:007", "id:\"7\""),
        ParsingCase("id:x", "id:0", "unknownValue@3+1"),
        ParsingCase("has:tags is:live", "has:\"tags\" AND is:\"live\""),
        ParsingCase("has:nothing", "id:0", "unknownValue@4+7"),
        ParsingCase("search:storms", "search:\"storms\""),
        ParsingCase(
            "SEARCH:\"night  trains\" -search:(a OR b)",
            "search:\"night trains\" AND -(search:\"a\" OR search:\"b\")"),
        ParsingCase("headline:(x search:a)", "headline:x AND search:\"a\""),
        ParsingCase("search:storm*", "search:\"storm\"", "prefix@7+6"),
        ParsingCase("search:\"a*\"", "search:\"a*\""),
        ParsingCase("search:a NEAR x", "search:\"a\" AND search:\"x\"", "distance@8+7"),
        ParsingCase("search: parties", "\"search:\" AND parties", "unknownField@0+7"),
        ParsingCase("-has:nothing", "", "unknownValue@5+7"),
        ParsingCase("url:https://example.com/a*", "url:\"https://example.com/a\"*"),
        ParsingCase("tag: Iraq", "\"tag:\" AND Iraq", "unknownField@0+4"),
        ParsingCase("Trump: I will", "\"Trump:\" AND I AND will"),
        ParsingCase("tga:budget", "\"tga:budget\"", "unknownField@0+3"),
        ParsingCase("10:30", "\"10:30\""),
        ParsingCase("tag:\"!\"", "tag:\"!\""),
        ParsingCase("tag:\"'\"", "", "noWords@4+3"),
        ParsingCase("date:(2024 OR soon)", "date:2024-01-01..2024-12-31 OR soon", "notADate@14+4"),
        ParsingCase("tag:x OR date:2024", "tag:\"x\" OR date:2024-01-01..2024-12-31"),
    ]

    static let refusals = [
        ParsingCase("*rob", "rob", "refused@0+4"),
        ParsingCase("w*m", "\"w m\"", "refused@0+3"),
        ParsingCase("word~2", "word", "refused@0+6"),
        ParsingCase("/regex/", "\"/regex/\"", "refused@0+7"),
        ParsingCase("tag:M*A*S*H", "tag:\"M*A*S*H\"", "refused@4+7"),
        ParsingCase("url:https://a.example/~7", "url:\"https://a.example/~7\""),
        ParsingCase("atleast5(word)", "word", "refused@0+8"),
    ]

    @Test(
        "A query is read as the language says, and what was not understood is said",
        arguments: [
            words, quotes, operators, exclusions, brackets, nears, fields, refusals,
        ].flatMap { $0 })
    func parsing(_ expected: ParsingCase) {
        let parsed = ParsedQuery(expected.text, today: testDay)
        #expect(parsed.query.description == expected.understood)
        #expect(parsed.notices.map { "\($0.code.rawValue)@\($0.position)+\($0.length)" } == expected.notices)
        #expect(parsed.text == expected.text)
        #expect(ParsedQuery(parsed.query.description, today: 0).query == parsed.query)
    }

    @Test("Positions count Unicode scalars")
    func positions() {
        let parsed = ParsedQuery("e\u{301}👨‍👩‍👧 (x", today: testDay)
        #expect(parsed.notices.map(\.position) == [8])
    }

    @Test("A mixed query says how it was understood")
    func understood() {
        let notices = ParsedQuery("a b OR c", today: testDay).notices
        #expect(notices.map(\.message) == ["AND binds tighter than OR; understood as: (a AND b) OR c"])
    }

    @Test("An unknown field names the nearest one")
    func nearestField() {
        let notices = ParsedQuery("heading:x", today: testDay).notices
        #expect(notices.map(\.message) == ["no field 'heading'; it is looked for as text. Did you mean headline: ?"])
    }

    @Test("A long query is cut, with a notice")
    func longQuery() {
        let parsed = ParsedQuery(String(repeating: "a", count: 3_999) + " bcd", today: testDay)
        #expect(parsed.query == .words(Query.Words(String(repeating: "a", count: 3_999))))
        #expect(parsed.notices.map(\.code) == [.tooLong])
        #expect(parsed.notices.map(\.position) == [4_000])
        #expect(parsed.notices.map(\.length) == [3])
    }

    @Test("Only the first 64 terms are looked for, with one notice")
    func manyTerms() {
        let parsed = ParsedQuery((1...100).map { "w\($0)" }.joined(separator: " "), today: testDay)
        guard case .every(let parts) = parsed.query else {
            Issue.record("no conjunction")
            return
        }
        #expect(parts.count == 64)
        #expect(parsed.notices.map(\.code) == [.tooManyTerms])
    }

    @Test("A near group counts each of its words as a term")
    func manyNearWords() {
        let words = (1...100).map { "w\($0)" }.joined(separator: " ")
        let parsed = ParsedQuery("\"\(words)\"~3", today: testDay)
        guard case .near(let group, distance: 3) = parsed.query else {
            Issue.record("no group")
            return
        }
        #expect(group.count == 64)
        #expect(parsed.notices.map(\.code) == [.tooManyTerms])
        let either = "(" + (1...8).map { "w\($0)" }.joined(separator: " OR ") + ")"
        #expect(ParsedQuery("\(either) NEAR \(either)", today: testDay).notices.map(\.code) == [.tooManyTerms])
    }

    @Test("Every field goes by its name and its aliases")
    func aliases() {
        for field in WordField.allCases {
            for name in [field.rawValue] + field.aliases {
                #expect(ParsedQuery("\(name):x").query == .words(Query.Words("x", in: field)))
            }
        }
        for field in ValueField.allCases where ![.id, .has, .is].contains(field) {
            for name in [field.rawValue] + field.aliases {
                #expect(ParsedQuery("\(name):x").query == .value(field, "x", isPrefix: false))
            }
        }
    }
}
