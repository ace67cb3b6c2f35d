@testable import NewsEntities
import NewsModel
import Testing

@Suite("Very long bodies")
struct ArticleOpeningTests {
    @Test("Of a very long body names are looked for at its beginning, which ends with a whole character")
    func namedPart() {
        var article = Article()
        article.paragraphs = ["Ida Brandt came.", "It rained."]
        #expect(article.namedPart == article && article.longBodyNote == nil)
        article.paragraphs += [String(repeating: "ä", count: Article.longestNamed), "Otto Brandt left."]
        #expect(article.longBodyNote != nil)
        #expect(article.namedPart.paragraphs.prefix(2) == article.paragraphs.prefix(2))
        #expect(article.namedPart.paragraphs.count == 3)
        let rest = Article.longestNamed - article.paragraphs[0].utf8.count - article.paragraphs[1].utf8.count
        #expect(article.namedPart.paragraphs[2] == String(repeating: "ä", count: rest / 2))
    }
}
