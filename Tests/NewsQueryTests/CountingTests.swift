import NewsModel
@testable import NewsQuery
import TestSupport
import Testing

@Suite("Counting")
struct CountingTests {
    /// The days that bound a query whose conjuncts hold a date.
    private static func bounds(of query: Query) -> (from: Int?, through: Int?) {
        let parts: [Query] = if case .every(let parts) = query { parts } else { [query] }
        var (from, through): (Int?, Int?) = (nil, nil)
        for case .date(let field, let low, let high) in parts where field == .date || field == .published {
            from = [from, low].compactMap { $0 }.max()
            through = [through, high].compactMap { $0 }.min()
        }
        if let low = from, let high = through, low > high { return (nil, nil) }
        return (from, through)
    }

    /// The long run takes six minutes when built for release, an hour when not.
    private static let size = runsFullTests ? 100_000 : 400
    /// How many articles are there when an ingest ends, and how many queries are asked. Stale parts of the index are made
    /// again for every question, which takes too long for many articles.
    private static let runs = runsFullTests ? [(size, 500)] : [(0, 20), (size / 2, 40), (size, 40)]

    @Test("Totals, facets and timelines equal a naive count, in fresh and in stale parts of the index", arguments: runs)
    func equalNaiveCount(settled: Int, queries: Int) throws {
        let sample = SampleArticles(seed: 11, count: Self.size, years: 6)
        let test = try sample.archive(settled: settled)
        let search = ArticleSearch(test.archive)
        let reference = ReferenceMatcher(sample)
        let naive = NaiveCounts(sample)
        var random = RandomQueries(seed: UInt64(settled) + 12)
        for _ in 0..<queries {
            let query = random.query(depth: 3)
            var parsed = ParsedQuery("")
            parsed.query = query
            let ids = reference.ids(matching: query, order: .newest)
            let order = random.random.pick(SearchOrder.allCases)
            let answer = try search.answer(SearchRequest(parsed, order: order, limit: 2, facets: Facet.allCases))
            #expect(answer.total == ids.count, "\(query)")
            for facet in Facet.allCases {
                let values = (answer.facets[facet] ?? []).map { value in
                    "\(value.count) \(value.value)" + (value.kind.map { " \($0)" } ?? "")
                }
                #expect(values == naive.values(of: facet, among: ids), "\(facet) of \(query)")
            }
            let (from, through) = Self.bounds(of: query)
            let step = random.random.pick(Timeline.Step.allCases)
            let periods = try search.timeline(of: parsed, by: step).periods
            let expected = naive.periods(of: ids, by: step, from: from, through: through)
            #expect(periods.map { "\($0.name) \($0.count) \($0.total)" } == expected, "\(step) of \(query)")
        }
    }
}
