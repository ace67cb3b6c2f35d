import NewsModel
import NewsQuery
import NewsStorage
import TestSupport
import Testing

@Suite("Forms of words")
struct WordFormTests {
    private static func archive(_ texts: [(language: String?, text: String)]) throws -> TestArchive {
        try TestArchive(
            texts.map { language, text in
                var article = Article()
                article.paragraphs = [text]
                article.language = language
                article.languageSource = language == nil ? nil : .given
                return article
            })
    }

    private static func ids(_ query: String, in test: TestArchive) throws -> [Int64] {
        try ArticleSearch(test.archive).articles(matching: query, limit: 100).map(\.id.rawValue).sorted()
    }

    private static let english: [(language: String?, text: String)] = [
        ("en", "The election was held."), ("en", "Elections were held in two cities."),
        (nil, "They elect a city council."),
        ("en", "An organ and a universe."), ("en", "The organization of universities stopped sharing."),
        ("en", "A bank share fell."), ("en", "The banks shared it."),
    ]

    @Test(
        "A word finds its inflections, alone, in phrases and near others; the printed form alone with =",
        arguments: [
            ("election", [1, 2]), ("elections", [1, 2]), ("=election", [1]), ("=elections", [2]), ("city", [2, 3]),
            ("organ", [4]), ("universe", [4]), ("university", [5]), ("stop", [5]), ("share", [5, 6, 7]),
            ("\"bank share\"", [6, 7]), ("=\"bank share\"", [6]), ("bank NEAR/0 shares", [6, 7]),
            ("=bank NEAR/0 share", [6]), ("body:cities", [2, 3]), ("elect*", [1, 2, 3]), ("elections*", [2]),
            ("election -elections", []), ("election -=elections", [1]), ("\"city counc\"*", [3]),
            ("\"cities council\"", [3]), ("\"election held\"~1", [1, 2]), ("=\"election held\"~1", [1]),
        ] as [(String, [Int64])])
    func inflections(query: String, expected: [Int64]) throws {
        #expect(try Self.ids(query, in: Self.archive(Self.english)) == expected)
    }

    @Test("A word brings in the forms of the languages that the archive holds, each by its own rules")
    func languages() throws {
        let test = try Self.archive([
            ("de", "Die Wahlen waren frei."), ("de", "Die Wahl war frei."), ("fr", "Les années passent."),
            ("fr", "Une année."),
            ("ru", "Российская газета"), ("ru", "российский"), ("ja", "選挙が行われた"), ("en", "The Wahlen family"),
        ])
        #expect(try Self.ids("Wahl", in: test) == [1, 2, 8])
        #expect(try Self.ids("annee", in: test) == [3, 4])
        #expect(try Self.ids("российские", in: test) == [5, 6])
        #expect(try Self.ids("選挙", in: test) == [7])
        let short = try Self.archive([("hu", "A híd zárva."), ("en", "It was a hit."), ("hu", "Hidak.")])
        #expect(try Self.ids("hit", in: short) == [2])
    }

    @Test("Forms of words that came, changed and went are those of an archive made anew")
    func changing() throws {
        let test = try Self.archive([("en", "One tram.")])
        #expect(try Self.ids("tram", in: test) == [1])
        var article = Article()
        article.paragraphs = ["Two trams."]
        _ = try test.add([article])
        #expect(try Self.ids("tram", in: test) == [1, 2])
        article.paragraphs = ["Trammed."]
        try test.replace(ArticleID(2), with: article)
        #expect(try Self.ids("tram", in: test) == [1, 2])
        try test.remove(ArticleID(2))
        #expect(try Self.ids("trams", in: test) == [1])
        try test.archive.optimize(rebuilds: true)
        #expect(try Self.ids("trams", in: test) == [1])
        #expect(try Self.ids("trammed", in: test) == [1])
    }

    @Test("All forms of a word are one term: they are counted together, and all are marked")
    func terms() throws {
        let test = try Self.archive([
            ("en", "Storms and a storm, storming."), ("en", "Storm, storm and one storm."),
            ("en", "A storm in a quiet place."),
        ])
        let hits = try ArticleSearch(test.archive).articles(matching: "storm")
        let scores = hits.reduce(into: [:]) { $0[$1.id.rawValue] = $1.score }
        #expect(scores[1] == scores[2])
        #expect(hits.first { $0.id.rawValue == 1 }?.snippet?.ranges == [0..<6, 13..<18, 20..<28])
    }
}

@Suite("Words that something else can stand in for")
struct LooseWordTests {
    @Test("Hits that hold them come first, ordered by how well they fit; the others after them, the latest first")
    func order() throws {
        let days: [(text: String, day: Int64)] = [
            ("A storm.", 100), ("Calm.", 300), ("Storm after storm.", 200), ("Quiet.", 310), ("Fog.", 20_000),
        ]
        let test = try TestArchive(
            days.map { text, day in
                var article = Article()
                article.paragraphs = [text]
                article.published = PrintedTime(
                    Instant(seconds: day * 86_400), precision: .day, zone: .printed, source: .page)
                return article
            })
        let search = ArticleSearch(test.archive)
        func ids(_ query: String) throws -> [Int64] { try search.articles(matching: query).map(\.id.rawValue) }
        #expect(try ids("storm OR date:1970") == [3, 1, 4, 2])
        #expect(try ids("storm OR related:nothing") == [3, 1])
        #expect(try ids("(storm OR date:1970) -id:3") == [1, 4, 2])
        #expect(try ids("date:1970 OR url:x") == [4, 2, 3, 1])
    }
}
