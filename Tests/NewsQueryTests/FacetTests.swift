import NewsModel
import NewsQuery
import NewsText
import TestSupport
import Testing

@Suite("Facets")
struct FacetTests {
    @Test(
        "Values are counted once for each article that is found",
        arguments: ["", "the", "tag:iraq", "the OR date:2024-09", "zzz"])
    func counts(text: String) throws {
        let sample = SampleArticles()
        let test = try sample.archive()
        let query = ParsedQuery(text, today: testDay)
        let found = ReferenceMatcher(sample).ids(matching: query.query, order: .newest).map {
            sample.articles[Int($0.rawValue) - 1]
        }
        let facets = try ArticleSearch(test.archive).answer(SearchRequest(query, limit: 1, facets: Facet.allCases))
            .facets

        func expect(_ facet: Facet, _ values: (Article) -> [String]) {
            var counts: [String: Int] = [:]
            for article in found { for value in Set(values(article)) { counts[value, default: 0] += 1 } }
            let counted = (facets[facet] ?? []).map { (foldedKey($0.value), $0.count) }
            #expect(Dictionary(counted, uniquingKeysWith: +) == counts, "\(facet)")
        }
        expect(.tag) { $0.tags.map(foldedKey) }
        expect(.section) { $0.section.map { [foldedKey($0)] } ?? [] }
        expect(.outlet) { $0.outlet.map { [foldedKey($0)] } ?? [] }
        expect(.lang) { $0.language.map { [$0] } ?? [] }
        expect(.year) { $0.shownTime.map { [String($0.instant.description.prefix(4))] } ?? [] }
        expect(.month) { $0.shownTime.map { [String($0.instant.description.prefix(7))] } ?? [] }
    }

    @Test("Only values that begin with a prefix are listed")
    func prefix() throws {
        let test = try SampleArticles().archive()
        let values = try ArticleSearch(test.archive).values(of: .tag, among: ParsedQuery(""), startingWith: "IR")
        #expect(values.map { foldedKey($0.value) } == ["iraq"])
    }

    @Test("A limit gives the most frequent values and tells how many there are", arguments: [-1, 0, 1, 3, 100])
    func limit(_ limit: Int) throws {
        let test = try SampleArticles().archive()
        let search = ArticleSearch(test.archive)
        var request = SearchRequest(ParsedQuery("the"), limit: 1, facets: Facet.allCases)
        let all = try search.answer(request).facets
        request.facetLimit = limit
        let answer = try search.answer(request)
        for facet in Facet.allCases {
            #expect(answer.facets[facet] == all[facet].map { Array($0.prefix(max(0, limit))) }, "\(facet)")
            #expect(answer.facetSizes[facet] == all[facet]?.count, "\(facet)")
        }
    }
}
