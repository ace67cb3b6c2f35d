import NewsModel
@testable import NewsQuery
import NewsStorage
import NewsText
import TestSupport
import Testing

@Suite("Saving and watching")
struct WatchingTests {
    private static func article(_ text: String, day: Int = 0) -> Article {
        var article = Article()
        article.paragraphs = [text]
        article.published = PrintedTime(
            Instant(seconds: Int64(day) * 86_400), precision: .day, zone: .assumed, source: .page)
        return article
    }

    private static func told(_ search: ArticleSearch, _ name: String = "s", limit: Int? = nil) throws -> [Int64] {
        let news = try search.news(of: name, limit: limit)
        var ids: [Int64] = []
        try search.forEachHit(of: news) { ids.append($0.id.rawValue) }
        #expect(news.count == ids.count)
        try search.markTold(news)
        return ids
    }

    @Test("The first time tells all, newest first; then what came, what changed, and what came again")
    func watching() throws {
        let test = try TestArchive([
            Self.article("storm", day: 1), Self.article("storm", day: 3), Self.article("calm", day: 2),
        ])
        let search = ArticleSearch(test.archive)
        try search.save("storm", as: "s")
        #expect(try Self.told(search) == [2, 1])
        #expect(try Self.told(search) == [])
        try test.add([Self.article("storm again", day: 0), Self.article("calm again")])
        #expect(try Self.told(search) == [4])
        try test.replace(ArticleID(3), with: Self.article("a storm after all", day: 2))
        #expect(try Self.told(search) == [3])
        try test.replace(ArticleID(3), with: Self.article("calm once more", day: 2))
        try test.replace(ArticleID(3), with: Self.article("storm once more", day: 2))
        #expect(try Self.told(search) == [])
        try test.remove(ArticleID(1))
        #expect(try Self.told(search) == [])
    }

    @Test("A limit tells of some and leaves the others; nothing is marked before it is told")
    func limit() throws {
        let test = try TestArchive((1...5).map { Self.article("storm", day: $0) })
        let search = ArticleSearch(test.archive)
        try search.save("storm", as: "s", order: .oldest)
        let peeked = try search.news(of: "S", limit: 2)
        #expect(peeked.total == 5 && peeked.count == 2)
        #expect(try Self.told(search, limit: 2) == [1, 2])
        #expect(try Self.told(search, limit: 0) == [])
        #expect(try search.news(of: "s").total == 3)
        #expect(try Self.told(search) == [3, 4, 5])
    }

    @Test("Of two watches at once none loses what came between")
    func twoAtOnce() throws {
        let test = try TestArchive([Self.article("storm", day: 1)])
        let search = ArticleSearch(test.archive)
        try search.save("storm", as: "s")
        let first = try search.news(of: "s")
        try test.add([Self.article("storm", day: 2)])
        let second = try search.news(of: "s", limit: 1)
        #expect(second.total == 2)
        try search.markTold(first)
        #expect(try search.news(of: "s").total == 1)
        try search.markTold(second)
        try search.markTold(first)
        #expect(try Self.told(search) == [])
    }

    @Test("What was told stays told under another order or spelling of the name, not under another query")
    func replacing() throws {
        let test = try TestArchive([Self.article("storm")])
        let search = ArticleSearch(test.archive)
        try search.save("storm", as: "s")
        #expect(try Self.told(search) == [1])
        try search.save("storm", as: "S", order: .oldest, replaces: true)
        #expect(try Self.told(search) == [])
        let news = try search.news(of: "s")
        try search.save("storm*", as: "s", replaces: true)
        try search.markTold(news)
        #expect(try test.archive.savedSearches().map(\.watchedAt) == [nil])
        #expect(try Self.told(search) == [1])
        _ = try test.archive.forgetSearch(named: "S")
        try search.markTold(news)
        #expect(throws: SavedSearchError.unknown(name: "s", nearest: nil)) { try search.news(of: "s") }
    }

    @Test("An article that is removed while it is told of harms nothing")
    func removed() throws {
        let test = try TestArchive([Self.article("storm"), Self.article("storm")])
        let search = ArticleSearch(test.archive)
        try search.save("storm", as: "s")
        let news = try search.news(of: "s")
        try test.remove(ArticleID(1))
        try search.markTold(news)
        #expect(try Self.told(search) == [])
    }

    static let refused: [(name: String, query: String, error: SavedSearchError)] = [
        ("a", "x", .exists(name: "A")), ("á", "x", .exists(name: "A")),
        ("b", "search:b", .circular(names: ["b", "b"])),
        ("b", "x OR -(search:c y)", .circular(names: ["b", "c", "b"])),
        ("b", "search:d", .circular(names: ["b", "d", "c", "b"])),
        ("", "x", .unusableName("")), (" \u{E000}\"", "x", .unusableName(" \u{E000}\"")),
        ("one\ntwo", "x", .unusableName("one\ntwo")),
        (String(repeating: "n", count: 101), "x", .unusableName(String(repeating: "n", count: 101))),
    ]

    @Test("What cannot be saved changes nothing", arguments: refused)
    func refusals(name: String, query: String, error: SavedSearchError) throws {
        let test = try TestArchive()
        let search = ArticleSearch(test.archive)
        try search.save("x", as: "A")
        try search.save("search:b", as: "c")
        try search.save("search:c", as: "d")
        let before = try test.archive.savedSearches()
        #expect(throws: error) { try search.save(query, as: name) }
        #expect(try test.archive.savedSearches() == before)
    }

    @Test("A search of a newer language is not watched, nor one that names it")
    func newer() throws {
        let test = try TestArchive([Self.article("storm")])
        let search = ArticleSearch(test.archive)
        try search.save("search:new", as: "s")
        try test.archive.write { db in
            try SavedSearchTable.save(SavedSearch(name: "new", query: "storm", languageVersion: 99), in: db)
        }
        for name in ["s", "new"] {
            #expect(throws: SavedSearchError.self) { try search.news(of: name) }
        }
        #expect(try search.answer(SearchRequest("search:new")).notices.map(\.code) == [.newerSearch])
    }
}

@Suite("Options as text")
struct FilterTextTests {
    private static func filters(_ change: (inout QueryFilters) -> Void) -> QueryFilters {
        var filters = QueryFilters()
        change(&filters)
        return filters
    }

    @Test("Options become fields, and relative dates stay as typed")
    func joined() throws {
        let filters = Self.filters {
            $0.tags = ["a \"b\"", "x*"]
            $0.entities = ["O’Brien"]
            $0.section = "World & (more)"
            $0.outlet = "-x"
            $0.language = "DE"
            $0.since = "7d"
            $0.until = "today"
        }
        let fields =
            "tag:\"a b\" tag:\"x*\" entity:\"O’Brien\" section:\"World & (more)\" outlet:\"-x\" lang:\"DE\" since:7d "
            + "until:today"
        #expect(try filters.joined(to: "") == fields)
        #expect(try filters.joined(to: "storm -x") == "storm -x \(fields)")
        #expect(try filters.joined(to: "a OR b") == "(a OR b) \(fields)")
        #expect(try QueryFilters().joined(to: "a OR \"b") == "a OR \"b")
    }

    @Test(
        "Joined text asks for what both ask for, or is refused",
        arguments: [
            "x", "OR", "a OR", "OR a", "a AND", "NOT", "a NOT", "x NEAR", "(a", "a)", "a OR b) c", "\"a", "a \"b OR",
            "a:",
            "tag:", "date:", "-", "a -", "headline:(a OR b", "since:7d OR x", "#", "=", "a~", "(", ")",
        ])
    func anything(text: String) throws {
        let filters = Self.filters {
            $0.tags = ["t"]
            $0.on = "2024"
        }
        let typed = ParsedQuery(text, today: testDay)
        guard let joined = try? filters.joined(to: text) else { return }
        let whole = ParsedQuery(joined, today: testDay)
        #expect(whole.query == (try filters.applied(to: typed, today: testDay).query))
        #expect(whole.notices.map(\.code) == typed.notices.map(\.code))
    }

    @Test("What no field can hold is refused")
    func refused() {
        #expect(throws: SavedSearchError.self) { try Self.filters { $0.tags = ["\""] }.joined(to: "x") }
        #expect(throws: SavedSearchError.self) { try Self.filters { $0.on = "soon" }.joined(to: "x") }
        #expect(throws: SavedSearchError.notJoinable) {
            try Self.filters { $0.tags = ["t"] }.joined(to: String(repeating: "x ", count: 64))
        }
    }
}
