import NewsModel
@testable import NewsQuery
import TestSupport
import Testing

@Suite("Questions in plain words")
struct QuestionTests {
    private static func test() throws -> TestArchive {
        let texts = [
            "A storm sank the ferry.", "Storms are rare here.", "The ferries run on time.", "Nothing of this.",
            "A ferry and a storm and a harbour: the harbour storms.", "The harbour master spoke of organizations.",
        ]
        return try TestArchive(
            texts.map { text in
                var article = Article()
                article.paragraphs = [text]
                article.language = "en"
                article.languageSource = .given
                article.tags = text.contains("harbour") ? ["Harbours"] : []
                return article
            })
    }

    private static func answer(_ text: String, _ test: TestArchive, matching: Matching = .best) throws -> SearchAnswer {
        try ArticleSearch(test.archive).answer(SearchRequest(ParsedQuery(text, matching: matching), limit: 100))
    }

    @Test("Facets count the hits alone, though words that were learned find more", arguments: SearchOrder.allCases)
    func facets(order: SearchOrder) throws {
        let query = ParsedQuery("ferry storm", matching: .best)
        let request = SearchRequest(query, order: order, facets: [.tag, .lang])
        let test = try Self.test()
        let answer = try ArticleSearch(test.archive).answer(request)
        #expect(answer.total == 4)
        #expect(answer.facets[.tag]?.map(\.count) == [1])
        #expect(answer.facets[.lang]?.map(\.count) == [4])
    }

    @Test(
        "Any of the words that tell something will do; what has quotes, signs or a field must hold",
        arguments: [
            ("what storms sank a ferry?", [1, 2, 3, 5]), ("the storm", [1, 2, 5]), ("storm harbour -ferry", [2, 6]),
            ("ferry \"harbour storms\"", [5]), ("storm ferry tag:harbours", [5]), ("storm =ferry", [1, 5]),
            ("the of and", [1, 3, 4, 5, 6]), ("organ", [6]), ("storm-ferry", [1, 2, 3, 5]), ("nothing zebra", [4]),
            ("WHAT STORM OR FERRY AND NOT", [1, 2, 3, 5]), ("zebra", []),
        ] as [(String, [Int64])])
    func anyWord(question: String, expected: [Int64]) throws {
        let answer = try Self.answer(question, Self.test())
        #expect(answer.hits.map(\.id.rawValue).sorted() == expected)
        #expect(answer.total == expected.count)
    }

    @Test("Articles with more of the words come first, and every score is above zero")
    func order() throws {
        let answer = try Self.answer("ferry storm", Self.test())
        #expect(Set(answer.hits.prefix(2).map(\.id.rawValue)) == [1, 5])
        #expect(answer.hits.allSatisfy { ($0.score ?? 0) > 0 })
        let again = try Self.answer("ferry storm", Self.test())
        #expect(again.hits.map(\.score) == answer.hits.map(\.score))
    }

    @Test("Words of the best articles raise others that hold them, and find none that hold no word of the question")
    func learning() throws {
        let best = (0..<10).map { _ in "Ferry, ferry, ferry: harbourmaster." }
        let taught = ["One ferry and harbourmaster."]
        let plain = (0..<14).map { _ in "One ferry and nothing." }
        let others = (0..<40).map { _ in "Some words of another thing." } + ["The harbourmaster alone here."]
        let test = try TestArchive(
            (best + taught + plain + others).map { text in
                var article = Article()
                article.paragraphs = [text]
                article.language = "en"
                article.languageSource = .given
                return article
            })
        let all = try Self.answer("ferry", test, matching: .all)
        let answer = try Self.answer("ferry", test)
        #expect(all.total == 25 && answer.total == 25)
        #expect(all.hits[10].id != ArticleID(11))
        #expect(answer.hits[10].id == ArticleID(11))
        #expect((answer.hits[10].score ?? 0) > (answer.hits[11].score ?? 0))
        #expect(try ArticleSearch(test.archive).count(answer.parsed) == 25)
    }

    @Test("Pages by cursor are the whole")
    func paging() throws {
        let test = try Self.test()
        let whole = try Self.answer("ferry storm harbour", test).hits.map(\.id)
        var found: [ArticleID] = []
        var after: Cursor?
        repeat {
            let page = try ArticleSearch(test.archive).answer(
                SearchRequest(ParsedQuery("ferry storm harbour", matching: .best), limit: 2, after: after))
            found += page.hits.map(\.id)
            after = page.next
        } while after != nil
        #expect(found == whole)
    }

    @Test("A question prints as the words it was understood to ask, and parses to itself")
    func text() {
        let parsed = ParsedQuery("what sank the Ferry-Line tag:x", matching: .best)
        #expect(parsed.query.description == "what sank the ferry line AND tag:\"x\"")
        #expect(ParsedQuery(parsed.query.description, matching: .best).query == parsed.query)
    }

    @Test("Where no article has all the words, it is said how many have some")
    func hint() throws {
        let test = try Self.test()
        let notices = try Self.answer("storm zebra", test, matching: .all).notices
        #expect(notices.map(\.code) == [.best])
        #expect(notices[0].message.contains("3 articles have some of them"))
        #expect(try Self.answer("zebra", test, matching: .all).notices.isEmpty)
        #expect(try Self.answer("storm", test, matching: .all).notices.isEmpty)
        #expect(try Self.answer("\"storm zebra\"", test, matching: .all).notices.isEmpty)
    }

    @Test("A question may be longer than a query")
    func long() throws {
        let words = (0..<150).map { "word\($0)" } + ["storm"]
        let answer = try Self.answer(words.joined(separator: " "), Self.test())
        #expect(answer.hits.map(\.id.rawValue).sorted() == [1, 2, 5])
        #expect(answer.notices.isEmpty)
    }
}

@Suite("Values that want quotes")
struct QuoteSuggestionTests {
    @Test("A value of several words that the archive holds is suggested with quotes, and nothing else is")
    func suggestions() throws {
        var article = Article()
        article.paragraphs = ["Of a coalition."]
        article.tags = ["US-led coalition", "US-led", "night"]
        let test = try TestArchive([article])
        let search = ArticleSearch(test.archive)
        func messages(_ text: String) throws -> [String] {
            try search.answer(SearchRequest(text)).notices.map(\.message)
        }
        let message = "tag:US-led ends at the blank; there is tag:\"US-led coalition\", with quotes"
        #expect(try messages("tag:US-led coalition") == [message])
        #expect(try messages("tag:US-led coalition of") == [message])
        #expect(try messages("tag:\"US-led coalition\"").isEmpty)
        #expect(try messages("tag:night coalition").isEmpty)
        #expect(try messages("coalition tag:US-led").isEmpty)
    }
}

@Suite("Articles that dates leave out")
struct UndatedNoticeTests {
    @Test(
        "Wherever dates stand in a query, it is said how many articles without one they leave out",
        arguments: [
            ("storm date:2024", 1), ("date:(2023 OR 2024)", 2), ("storm (date:2023 OR date:2024)", 1),
            ("published:2024", 2), ("storm date:2024 date:2023", 1), ("storm OR date:2024", 1), ("-date:2024", 0),
            ("storm", 0), ("date:2024 -storm", 1),
        ])
    func count(query: String, expected: Int) throws {
        let articles = ["A storm.", "Calm."].map { text in
            var article = Article()
            article.paragraphs = [text]
            return article
        }
        var dated = articles[0]
        dated.published = PrintedTime(
            Instant(seconds: 1_705_000_000), precision: .day, zone: .printed, source: .page)
        let test = try TestArchive(articles + [dated])
        let search = ArticleSearch(test.archive)
        let message = expected == 0 ? [] : [Timeline.undatedMessage(expected)]
        #expect(try search.answer(SearchRequest(query)).notices.map(\.message) == message)
        #expect(try search.notices(ofCount: ParsedQuery(query)).map(\.message) == message)
    }
}
