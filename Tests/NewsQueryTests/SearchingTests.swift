import NewsModel
@testable import NewsQuery
import NewsStorage
import TestSupport
import Testing

@Suite("Searching")
final class SearchingTests {
    private let test: TestArchive
    private let search: ArticleSearch
    private let reference: ReferenceMatcher

    init() throws {
        let sample = SampleArticles()
        test = try sample.archive()
        search = ArticleSearch(test.archive)
        reference = ReferenceMatcher(sample)
    }

    /// All hits in order, without reading the articles.
    private func ids(_ query: Query, order: SearchOrder) throws -> [ArticleID] {
        try test.archive.read { db in
            var ids: [ArticleID] = []
            let finder = HitFinder(db: db, plan: try Planner(db: db).plan(query))
            try finder.forEach(order: finder.order(order)) { place in
                ids.append(place.id)
                return true
            }
            return ids
        }
    }

    @Test("A random query finds what reading every article finds, in the same order")
    func randomQueries() throws {
        var random = RandomQueries(seed: 3)
        var found = 0
        for number in 0..<(runsFullTests ? 30_000 : 1_000) {
            let query = random.query(depth: number % 4)
            let text = query.description
            let expected = reference.ids(matching: query, order: .newest)
            found += expected.isEmpty ? 0 : 1
            let parsed = ParsedQuery(text, today: testDay)
            #expect(try ids(parsed.query, order: .newest) == expected, "newest: \(text)")
            #expect(
                try ids(parsed.query, order: .oldest) == reference.ids(matching: query, order: .oldest),
                "oldest: \(text)")
            #expect(try Set(ids(parsed.query, order: .relevance)) == Set(expected), "relevance: \(text)")
            #expect(try search.count(parsed) == expected.count, "count: \(text)")
        }
        #expect(found > 300)
    }

    @Test("Pages by cursor and by offset give the whole, without repeating or skipping")
    func paging() throws {
        var random = RandomQueries(seed: 4)
        for _ in 0..<(runsFullTests ? 500 : 25) {
            let parsed = ParsedQuery(random.query(depth: 2).description, today: testDay)
            for order in SearchOrder.allCases {
                let whole = try ids(parsed.query, order: order)
                let size = Int.random(in: max(1, whole.count / 8)...max(1, whole.count / 3), using: &random.random)
                #expect(try pagesByCursor(parsed, order: order, size: size) == whole, "\(order): \(parsed.text)")
                #expect(try pagesByOffset(parsed, order: order, size: size) == whole, "\(order): \(parsed.text)")
                #expect(try ids(parsed.query, order: order) == whole, "\(order): \(parsed.text)")
            }
        }
    }

    private func pagesByCursor(_ query: ParsedQuery, order: SearchOrder, size: Int) throws -> [ArticleID] {
        var found: [ArticleID] = []
        var after: Cursor?
        repeat {
            let answer = try search.answer(SearchRequest(query, order: order, limit: size, after: after))
            found += answer.hits.map(\.id)
            after = try answer.next.map { try #require(Cursor($0.description)) }
        } while after != nil && found.count <= SampleArticles.count
        return found
    }

    private func pagesByOffset(_ query: ParsedQuery, order: SearchOrder, size: Int) throws -> [ArticleID] {
        var found: [ArticleID] = []
        while found.count <= SampleArticles.count {
            let answer = try search.answer(SearchRequest(query, order: order, limit: size, offset: found.count))
            found += answer.hits.map(\.id)
            if answer.next == nil { break }
        }
        return found
    }

    @Test("A stream of all hits is the whole in order, and can begin and end anywhere")
    func streaming() throws {
        let query = ParsedQuery("the OR a", today: testDay)
        for order in SearchOrder.allCases {
            let whole = try ids(query.query, order: order)
            var streamed: [ArticleID] = []
            #expect(try search.forEachHit(of: query, order: order) { streamed.append($0.id) } == whole.count)
            #expect(streamed == whole)
            streamed = []
            #expect(
                try search.forEachHit(of: query, order: order, offset: 5, limit: 10) { streamed.append($0.id) } == 10)
            #expect(streamed == Array(whole[5..<15]))
        }
        #expect(try search.forEachHit(of: query, order: .newest, limit: 0) { _ in } == 0)
        #expect(try search.forEachHit(of: query, order: .newest, offset: 10_000) { _ in } == 0)
    }

    @Test("No text makes a search fail")
    func hostileText() throws {
        var hostile = HostileText(seed: 5)
        for _ in 0..<(runsFullTests ? 200_000 : 2_000) {
            let text = hostile.next()
            let query = ParsedQuery(text, today: testDay)
            #expect(throws: Never.self, "\(text.debugDescription)") {
                let answer = try search.answer(SearchRequest(query, limit: 2))
                #expect(answer.total >= answer.hits.count)
            }
        }
    }

    private static func nested(_ opening: String, _ closing: String, times: Int) -> String {
        String(repeating: opening, count: times) + "x" + String(repeating: closing, count: times)
    }

    private static func numbered(_ last: Int, joined separator: String, _ term: (Int) -> String) -> String {
        (1...last).map(term).joined(separator: separator)
    }

    private static let largeQueries: [String] = [
        nested("(the OR -(a ", "))", times: 6),
        nested("(the a OR -(", "))", times: 6),
        nested("(the OR (a ", "))", times: 6),
        nested("-(the a OR x -", ")", times: 12),
        nested("(the -a OR -x b OR -", ")", times: 12),
        nested("headline:(the -tag:a OR -x b NEAR c OR -", ")", times: 12),
        nested("url:x OR has:tags -(", ")", times: 12),
        nested("-(url:x date:2024 OR has:tags -", ")", times: 12),
        nested("-(captured:2024 OR a -", ")", times: 12),
        nested("a url:x OR b related:y (", ")", times: 12),
        numbered(64, joined: " OR ") { "w\($0)" },
        numbered(64, joined: " OR ") { "-w\($0)" },
        numbered(32, joined: " ") { "-w\($0) OR tag:t\($0)" },
        numbered(32, joined: " OR ") { "date:2024-01-\($0 % 28 + 1) -x" },
        "(a OR b OR c OR d OR e OR f OR g OR h) NEAR (a OR b OR c OR d OR e OR f OR g OR h)",
        "\"" + String(repeating: "a ", count: 1_500) + "\"",
        "\"" + String(repeating: "a ", count: 1_500) + "\"~3",
    ]

    @Test("Every depth and width that the language allows can be looked up")
    func limits() throws {
        for text in Self.largeQueries {
            let query = ParsedQuery(text, today: testDay)
            #expect(throws: Never.self, "\(text)") { try search.answer(SearchRequest(query, limit: 1)) }
        }
    }

    @Test("Limits and offsets of any size are answered")
    func extremeRequests() throws {
        let query = ParsedQuery("the", today: testDay)
        let total = try search.count(query)
        for order in SearchOrder.allCases {
            #expect(try search.answer(SearchRequest(query, order: order, limit: .max, offset: .max)).hits.isEmpty)
            #expect(try search.answer(SearchRequest(query, order: order, limit: .max)).hits.count == total)
            #expect(try search.answer(SearchRequest(query, order: order, limit: 0)).total == total)
            #expect(try search.answer(SearchRequest(query, order: order, limit: -1, offset: -1)).hits.isEmpty)
        }
    }

    @Test("A cursor of another order is refused")
    func cursorOfAnotherOrder() throws {
        let query = ParsedQuery("the", today: testDay)
        let next = try #require(try search.answer(SearchRequest(query, order: .newest, limit: 1)).next)
        #expect(throws: Cursor.Mismatch.self) {
            try search.answer(SearchRequest(query, order: .relevance, limit: 1, after: next))
        }
        for text in ["d.1y2p0ij32e8e7.1.1", "d.-1y2p0ij32e8e8..1", "s.0.1y2p0ij32e8e7"] {
            let after = try #require(Cursor(text))
            let order = text.hasPrefix("s") ? SearchOrder.relevance : .newest
            #expect(throws: Never.self) {
                try search.answer(SearchRequest(query, order: order, limit: 1, after: after))
            }
        }
    }

    @Test(
        "A beginning of thousands of values is looked for",
        arguments: [
            ("tag:t*", 30), ("-tag:t*", 1), ("tag:t* w1", 1), ("tag:t1*", 12), ("tag:t* OR tag:other", 31),
        ])
    func manyValues(text: String, count: Int) throws {
        var articles = (0..<30).map { number in
            var article = Article()
            article.paragraphs = ["w\(number)"]
            article.tags = (0..<100).map { "t\(number * 100 + $0)" }
            return article
        }
        articles.append(Article())
        articles[30].tags = ["other"]
        let test = try TestArchive(articles)
        #expect(try ArticleSearch(test.archive).count(ParsedQuery(text)) == count)
    }

    @Test("Hits of one score stand by the date shown, then by id, whenever they came")
    func ties() throws {
        let articles = [5, 9, 9, 1, nil, 7, nil].map { (second: Int64?) in
            var article = Article()
            article.paragraphs = ["the same words"]
            article.published = second.map {
                PrintedTime(Instant(seconds: $0), precision: .second, zone: .printed, source: .page)
            }
            return article
        }
        let test = try TestArchive()
        for article in articles { try test.add([article]) }
        let hits = try ArticleSearch(test.archive).articles(matching: "same")
        #expect(hits.map(\.id.rawValue) == [3, 2, 6, 1, 4, 7, 5])
        #expect(Set(hits.map(\.score)).count == 1)
        #expect(try ArticleSearch(test.archive).articles(matching: "same", limit: 2).map(\.id.rawValue) == [3, 2])
    }

    @Test("A search that is out of time says so, and harms no other")
    func timeLimit() throws {
        let query = ParsedQuery("the OR a OR market OR elect*", today: testDay)
        let total = try search.count(query)
        for _ in 0..<50 {
            do {
                _ = try ArticleSearch(test.archive, timeLimit: 0.000_1).answer(SearchRequest(query, limit: 300))
            } catch let error as ArticleSearch.TimedOut {
                #expect(error.description.hasPrefix("the search was stopped after 0.0001 s"))
            }
            #expect(try search.count(query) == total)
        }
    }

    @Test("A range of dates says how many hits have no date")
    func undated() throws {
        let answer = try search.answer(SearchRequest(ParsedQuery("the date:2024", today: testDay)))
        let undated = reference.ids(matching: ParsedQuery("the -has:date").query, order: .newest).count
        #expect(answer.notices.map(\.code) == [.undated])
        #expect(answer.notices.first?.message == "\(undated) more articles have no date")
    }
}

@Suite("Cursors")
struct CursorTests {
    @Test(
        "A cursor reads back equal",
        arguments: [
            Cursor(.score(1.5, row: 12)), Cursor(.score(1e-300, row: -9)),
            Cursor(.date(row: 77, shownAt: -5, id: ArticleID(3))),
            Cursor(.date(row: -4, shownAt: nil, id: ArticleID(3))),
        ])
    func roundTrip(cursor: Cursor) {
        #expect(Cursor(cursor.description) == cursor)
    }

    @Test(
        "A made-up cursor is none",
        arguments: [
            "", "s", "s.x.1", "s.7ff0000000000000.1", "d.1.2", "d.zz.1.1.1", "d.-1.5.1", "d.5..1", "d.5.!.1", "x.1.1",
        ])
    func madeUp(text: String) {
        #expect(Cursor(text) == nil)
    }
}
