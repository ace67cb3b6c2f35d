import NewsModel
@testable import NewsQuery
import NewsStorage
import NewsText
import TestSupport
import Testing

/// Saved searches as `name: query`.
private func expander(_ searches: KeyValuePairs<String, String>) -> SearchExpander {
    SearchExpander(
        searches.map { SavedSearch(name: $0.key, query: $0.value, languageVersion: QueryLanguage.version) },
        today: testDay)
}

extension SearchExpander {
    fileprivate func expanded(_ text: String) -> ParsedQuery { expanded(ParsedQuery(text, today: testDay)) }
}

@Suite("Saved searches in a query")
struct SavedSearchExpandingTests {
    static let meant: [(text: String, as: String)] = [
        ("search:storms", "storm OR flood"),
        ("search:STÓRMS", "storm OR flood"),
        ("search:\"night trains\" tram", "\"night train\" lang:de since:7d tram"),
        ("search:both", "(storm OR flood) \"night train\" lang:de since:7d"),
        ("search:storms -tag:sport OR search:b", "((storm OR flood) -tag:sport) OR -prize"),
        ("-search:b", "prize"),
        ("-search:storms", "-(storm OR flood)"),
        ("search:storms OR search:storms", "storm OR flood OR storm OR flood"),
        ("search:all x", "x"),
        ("headline:(search:storms x)", "(storm OR flood) headline:x"),
    ]

    @Test("What is saved stands for what it asks, to any depth", arguments: meant)
    func meaning(text: String, meant: String) {
        let expander = expander([
            "Storms": "storm OR flood", "night trains": "\"night train\" lang:de since:7d", "b": "-prize", "all": "",
            "both": "search:storms search:\"Night Trains\"",
        ])
        let expanded = expander.expanded(text)
        #expect(expanded.query == ParsedQuery(meant, today: testDay).query)
        #expect(expanded.notices.allSatisfy { $0.code == .mixedOperators })
        #expect(expanded.text == text)
    }

    static let said: [(text: String, understood: String, notices: [String])] = [
        ("x search:nope", "x AND id:0", ["unknownSearch@9+4"]),
        ("search:nope OR x", "id:0 OR x", ["unknownSearch@7+4"]),
        ("-search:nope", "", ["unknownSearch@8+4"]),
        ("search:self", "id:0", ["circularSearch@7+4"]),
        ("y search:ping", "y AND id:0", ["circularSearch@9+4"]),
        ("y search:round", "y AND (storm OR id:0)", ["circularSearch@9+5"]),
        ("a search:odd", "a AND tag:\"x\" AND y", ["unclosedQuote@9+3"]),
        (
            "search:odd search:outer", "tag:\"x\" AND y AND tag:\"x\" AND y",
            ["unclosedQuote@7+3", "unclosedQuote@18+5"]
        ),
        ("search:unmatched", "id:0", ["unknownSearch@7+9"]),
    ]

    @Test("What cannot be put in finds nothing and is said, where the query names it", arguments: said)
    func notices(text: String, understood: String, notices: [String]) {
        let expander = expander([
            "self": "search:self", "ping": "search:pong", "pong": "search:PING", "round": "storm OR search:round",
            "odd": "tag:x \"y", "outer": "search:odd", "unmatched": "search:gone",
        ])
        let expanded = expander.expanded(text)
        #expect(expanded.query.description == understood)
        #expect(expanded.notices.map { "\($0.code.rawValue)@\($0.position)+\($0.length)" } == notices)
    }

    @Test("A circle is told by its names, a missing one by the nearest there is")
    func messages() {
        let expander = expander(["ping": "search:pong", "pong": "search:ping", "odd": "or \"y"])
        #expect(
            expander.expanded("search:ping").notices.map(\.message) == [
                "the saved search 'ping' looks for itself (ping → pong → ping); nothing is found by it there"
            ])
        #expect(
            expander.expanded("search:pign").notices.map(\.message) == [
                "there is no saved search 'pign'; nothing is found by it; did you mean 'ping'?"
            ])
        #expect(
            expander.expanded("search:odd").notices.map(\.message) == [
                "in the saved search 'odd': 'or' is looked for as a word; did you mean OR?",
                "in the saved search 'odd': the quote opened here is never closed; it ends with the query",
            ])
    }

    @Test("A search alone brings its order along; with anything beside it there is the usual one")
    func order() {
        var search = SavedSearch(name: "storms", query: "storm", sort: "oldest", languageVersion: 1)
        search.id = 1
        let expander = SearchExpander([search], today: testDay)
        #expect(expander.expanded("search:storms").order == .oldest)
        #expect(expander.expanded("search:storms x").order == nil)
        #expect(expander.expanded("storm").order == nil)
    }

    @Test("What is put together without end is left out, in bounded time")
    func limits() {
        let many = (1...64).map { _ in "search:b" }.joined(separator: " OR ")
        var searches = (1...6).map { level in
            SavedSearch(
                name: "l\(level)",
                query: (1...64).map { _ in level == 6 ? "x" : "search:l\(level + 1)" }.joined(separator: " -x OR "),
                languageVersion: 1)
        }
        searches.append(SavedSearch(name: "b", query: many.replacing("b", with: "c"), languageVersion: 1))
        searches.append(SavedSearch(name: "c", query: many.replacing("b", with: "b"), languageVersion: 1))
        let expander = SearchExpander(searches, today: testDay)
        for text in ["search:l1", "search:b", many] {
            var expanded: ParsedQuery?
            #expect(ContinuousClock().measure { expanded = expander.expanded(text) } < .seconds(10))
            #expect(expanded.map { $0.query.termCount <= SearchExpander.termLimit } == true)
            #expect(expanded?.notices.isEmpty == false)
        }
    }

    static let nests = [
        ("(the OR -(a ", "))", 6), ("(the a OR -(", "))", 6), ("-(the a OR x -", ")", 12), ("(the OR (a ", "))", 6),
        ("headline:(the -tag:a OR x -b NEAR c OR -", ")", 12), ("-(has:tags date:2024 OR url:x -", ")", 12),
        ("a date:2024 OR b -(", ")", 12), ("related:a OR url:x (", ")", 12),
    ]

    @Test("Whatever depth and width is put together can be looked up", arguments: nests)
    func nesting(opening: String, closing: String, times: Int) throws {
        let test = try SampleArticles(count: 20).archive()
        let search = ArticleSearch(test.archive)
        let text = { (inner: String) in
            String(repeating: opening, count: times) + inner + String(repeating: closing, count: times)
        }
        try search.save(text("x"), as: "n0")
        for level in 1...8 { try search.save(text("search:n\(level - 1)"), as: "n\(level)") }
        for level in 1...8 {
            try search.save("a -(b search:n0 OR search:n\(level - 1))", as: "n\(level)", replaces: true)
        }
        for level in 0...8 {
            #expect(throws: Never.self) { try search.answer(SearchRequest("search:n\(level)", limit: 1)) }
        }
        let wide = (1...64).map { "w\($0) -v\($0)" }
        try search.save(wide[..<30].joined(separator: " OR "), as: "w0")
        try search.save((1...8).map { "x\($0) search:w0" }.joined(separator: " OR "), as: "w1")
        try search.save("-search:w1", as: "w2")
        for name in ["w0", "w1", "w2"] {
            #expect(throws: Never.self) { try search.answer(SearchRequest("search:\(name) the", limit: 1)) }
        }
    }

    @Test("Random queries find by their names what they find themselves")
    func randomQueries() throws {
        let test = try SampleArticles().archive()
        let search = ArticleSearch(test.archive)
        var random = RandomQueries(seed: 8)
        for number in 0..<(runsFullTests ? 2_000 : 100) {
            let (one, other) = (random.query(depth: number % 3), random.query(depth: 2))
            let either = Query.oneOf([one, other])
            let notOne = Query.negation(of: one)
            try search.save(one.description, as: "One", replaces: true)
            try search.save("search:one OR \(other == .everything ? "-id:0" : "(\(other))")", as: "two", replaces: true)
            for (named, meant) in [
                ("search:one", one), ("-search:One", notOne), ("search:two", either),
                ("search:two -search:one", Query.all([either, notOne])),
            ] {
                let expected = try search.ids(of: ParsedQuery(meant.description))
                #expect(try search.ids(of: ParsedQuery(named)) == expected, "\(named): \(meant)")
                #expect(try search.count(ParsedQuery(named)) == expected.count)
            }
        }
    }

    @Test("A question in plain words stays one, alone, beside another and as an exclusion")
    func questions() throws {
        let test = try TestArchive(
            ["storm flood", "flood quake", "quake fire", "calm"].map { text in
                var article = Article()
                article.paragraphs = [text]
                return article
            })
        let search = ArticleSearch(test.archive)
        try search.save("storm flood", as: "water", matching: .best)
        try search.save("flood quake", as: "ground", matching: .best)
        func ids(_ text: String, _ matching: Matching = .all) throws -> Set<Int64> {
            try Set(search.ids(of: ParsedQuery(text, matching: matching)).map(\.rawValue))
        }
        #expect(try ids("search:water") == [1, 2])
        #expect(try ids("-search:water") == [3, 4])
        #expect(try ids("search:water search:ground") == [1, 2])
        #expect(try ids("search:water quake") == [2])
        #expect(try ids("search:water OR calm") == [1, 2, 4])
        #expect(try ids("storm fire search:ground", .best) == [1, 3])
        #expect(try search.news(of: "water").total == 2)
        try search.save("storm flood", as: "water", replaces: true)
        #expect(try ids("search:water") == [1])
        #expect(try search.answer(SearchRequest("storm quake search:ground")).notices.map(\.code) == [.best])
    }

    @Test("Snippets show what a saved search looks for, and hits are ranked by it")
    func snippets() throws {
        var article = Article()
        article.paragraphs = [String(repeating: "Nothing happened. ", count: 30) + "Then the swan came."]
        let test = try TestArchive([article])
        let search = ArticleSearch(test.archive)
        try search.save("swan*", as: "birds")
        let answer = try search.answer(SearchRequest("search:birds"))
        #expect(answer.hits.first?.snippet?.ranges.isEmpty == false)
        #expect(answer.hits.first?.score != nil)
        #expect(answer.parsed.query.description == "swan*")
        #expect(try search.values(of: .tag, among: ParsedQuery("search:birds")).isEmpty)
    }
}

@Suite("Versions of the query language")
struct QueryLanguageTests {
    private static func expander(
        savedIn version: Int, query: String, changes: [QueryLanguage.Change]
    ) -> SearchExpander {
        var expander = SearchExpander([SavedSearch(name: "s", query: query, languageVersion: version)], today: testDay)
        expander.version = 3
        expander.changes = changes
        return expander
    }

    private static let changes = [
        QueryLanguage.Change(version: 2, what: "a beginning is no word any more") { _, query in
            query.positiveWords.contains(where: \.isPrefix) ? nil : query
        },
        QueryLanguage.Change(version: 3, what: "section: finds storylines too") { text, query in
            text.contains("section:") ? .all([query, .not(.value(.storyline, "x", isPrefix: false))]) : query
        },
    ]

    static let cases: [(version: Int, query: String, understood: String, said: String?)] = [
        (1, "storm", "storm", nil),
        (1, "section:x", "section:\"x\" AND -storyline:\"x\"", nil),
        (2, "section:x", "section:\"x\" AND -storyline:\"x\"", nil),
        (3, "section:x", "section:\"x\"", nil),
        (2, "storm*", "storm*", nil),
        (
            1, "storm*", "storm*",
            "the saved search 's' may find other articles than it did when it was saved: since then a beginning is no "
                + "word any more; look at it and save it again with --replace"
        ),
        (
            4, "storm", "id:0",
            "the saved search 's' was saved by a newer newsarchive (query language 4, this one knows 3); nothing is found "
                + "by it"
        ),
    ]

    @Test("A search means what it meant when it was saved, or says why not", arguments: cases)
    func versions(version: Int, query: String, understood: String, said: String?) {
        let expanded = Self.expander(savedIn: version, query: query, changes: Self.changes).expanded("search:s")
        #expect(expanded.query.description == understood)
        #expect(expanded.notices.map(\.message) == [said].compactMap { $0 })
    }

    @Test("Every change is of a version that there is, in order")
    func changes() {
        let versions = QueryLanguage.changes.map(\.version)
        #expect(versions == versions.sorted())
        #expect(versions.allSatisfy { (2...QueryLanguage.version).contains($0) })
    }
}
