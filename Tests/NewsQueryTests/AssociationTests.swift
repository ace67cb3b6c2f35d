import NewsModel
@testable import NewsQuery
import TestSupport
import Testing

@Suite("What goes with a query")
struct AssociationTests {
    @Test("The score is Dunning's G², as in his table of word pairs")
    func dunning() {
        #expect(abs(Association(count: 110, hits: 2_552, total: 221, articles: 31_777).score - 270.72) < 0.01)
    }

    @Test(
        "What is as frequent as expected scores nothing, what is rarer less",
        arguments: [
            (1, 10, 2, 20, 0), (10, 10, 20, 20, 0), (0, 0, 5, 20, 0), (5, 5, 5, 5, 0), (1, 10, 11, 20, -1),
            (10, 10, 10, 20, 1), (1, 1, 1, 1_000_000, 1),
        ])
    func sign(count: Int, hits: Int, total: Int, articles: Int, sign: Double) {
        let score = Association(count: count, hits: hits, total: total, articles: articles).score
        #expect(score.isFinite)
        #expect(score == 0 ? sign == 0 : score.sign == (sign < 0 ? .minus : .plus) && sign != 0)
    }

    private static func archive() throws -> TestArchive {
        try TestArchive(
            (0..<40).map { number in
                var article = Article()
                article.paragraphs = [number < 10 ? "swans" : "boats"]
                article.tags = ["common"] + (number < 5 || number == 39 ? ["Lake"] : []) + (number > 8 ? ["Sea"] : [])
                article.section = number < 3 ? "Nature" : nil
                return article
            })
    }

    @Test("Values that are more frequent among the hits than elsewhere come first, rarer ones last")
    func order() throws {
        let test = try Self.archive()
        let search = ArticleSearch(test.archive)
        let values = try search.associations(of: .tag, with: ParsedQuery("swans"))
        #expect(values.map(\.value) == ["Lake", "common", "Sea"])
        #expect(values.map(\.count) == [5, 10, 1])
        #expect(values.map { $0.association?.total } == [6, 40, 31])
        #expect(values.map { $0.association?.expected } == [1.5, 10, 7.75])
        #expect(values.map { ($0.association?.score ?? 0).sign } == [.plus, .plus, .minus])
        #expect(
            try search.associations(of: .tag, with: ParsedQuery("swans"), startingWith: "s").map(\.value) == ["Sea"])
        #expect(try search.associations(of: .section, with: ParsedQuery("swans")).map(\.count) == [3])
        #expect(try search.associations(of: .tag, with: ParsedQuery("zzz")).isEmpty)
    }

    @Test("Among all articles everything is as expected, and the most frequent comes first")
    func everything() throws {
        let test = try Self.archive()
        let values = try ArticleSearch(test.archive).associations(of: .tag, with: ParsedQuery(""))
        #expect(values.map(\.value) == ["common", "Sea", "Lake"])
        #expect(values.allSatisfy { $0.association?.score == 0 })
    }
}
