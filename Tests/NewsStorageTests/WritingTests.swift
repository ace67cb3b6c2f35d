import GRDB
import NewsModel
@testable import NewsStorage
import TestSupport
import Testing

@Suite("Writing articles")
struct WritingTests {
    private static func articles() -> [Article] {
        ["en", "de", nil].enumerated().map { number, language in
            var article = Article()
            article.headline = "Strikes at Łódź – café No. \(number)"
            article.headlineOrigin = .capture
            article.standfirst = "The U.S. markets fell by 1,000 points"
            article.byline = "Anna Müller"
            article.dateline = "Helsinki"
            article.section = "Märkte"
            article.language = language
            article.languageSource = language == nil ? nil : .given
            article.paragraphs = [
                "Märkte fielen, markets fell; 東京都 met.",
                "A strike ended the strikes " + String(repeating: "x", count: 50),
            ]
            article.tags = ["Strike", "Peace talks"]
            article.relatedHeadlines = [RelatedHeadline(headline: "Onlybeside a strike")]
            article.footnotes = [Footnote(marker: "*", text: "Onlybelow", references: [])]
            return article
        }
    }

    private static func words(_ archive: Archive) throws -> [Row] {
        try archive.read { db in try Row.fetchAll(db, sql: "SELECT * FROM word_forms ORDER BY language, stem, form") }
    }

    @Test("The words collected while articles are prepared are those that the index is made anew with")
    func words() throws {
        let test = try TestArchive(Self.articles())
        let written = try Self.words(test.archive)
        try test.archive.write { db in try ArticleIndex.rebuild(db) }
        #expect(try Self.words(test.archive) == written)
        #expect(written.contains { $0["form"] == "onlybeside" && $0["articles"] == 0 })
        #expect(written.contains { $0["form"] == "strikes" && $0["stem"] == "strike" && $0["articles"] == 1 })
    }

    @Test("The words of the body are counted, repeated ones too")
    func bodyLength() throws {
        var article = Article()
        article.paragraphs = ["one two, one", "東京都 two"]
        #expect(ArticleWords(article, body: article.body).bodyLength == 6)
    }

    @Test("The words of many articles are counted in each language", arguments: [1, 31, 32, 33, 40_000])
    func manyWords(count: Int) throws {
        // Spelled with letters: words with digits are not kept.
        let names = (0..<count).map { number in
            "w"
                + String(number, radix: 16).map {
                    String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.hexDigitValue ?? 0)))
                }
                .joined()
        }
        var article = Article()
        article.paragraphs = [names.joined(separator: " ")]
        var german = article
        german.language = "de"
        german.languageSource = .given
        let test = try TestArchive([article, german, article])
        let sums = try test.archive.read { db in
            try Row.fetchAll(
                db, sql: "SELECT language, count(*), min(articles), max(articles) FROM word_forms GROUP BY language")
        }
        #expect(
            sums.map { [$0[0], "\($0[1] as Int)", "\($0[2] as Int)", "\($0[3] as Int)"] } == [
                ["", "\(count)", "2", "2"], ["de", "\(count)", "1", "1"],
            ])
    }

    private static let unsound: [@Sendable (inout Article) -> Void] = [
        { $0.headline = "" }, { $0.headlineOrigin = nil }, { $0.lead = "" }, { $0.standfirst = "" }, { $0.byline = "" },
        { $0.dateline = "" }, { $0.language = "" }, { $0.section = "" }, { $0.tags.append("") },
        { $0.relatedHeadlines[0].headline = "" }, { $0.footnotes[0].marker = "" },
    ]

    @Test("What the schema forbids is refused while much is loaded, too", arguments: unsound.indices)
    func checks(index: Int) throws {
        let test = try TestArchive()
        try test.archive.beginLoad()
        var article = Self.articles()[0]
        #expect(throws: Never.self) { try test.add([article]) }
        Self.unsound[index](&article)
        #expect(throws: DatabaseError.self) { try test.add([article]) }
        try test.archive.endLoad(merges: false) { false }
        #expect(try test.archive.articleCount() == 1)
        let forbidden = "INSERT INTO tags (name, folded, key_id) VALUES ('', '', 1)"
        #expect(throws: DatabaseError.self) { try test.archive.write { db in try db.execute(sql: forbidden) } }
    }
}
