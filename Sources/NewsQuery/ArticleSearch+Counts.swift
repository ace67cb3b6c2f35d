import GRDB
import NewsStorage

extension ArticleSearch {
    /// The values of `facet` over the articles that match `query`, the most frequent first; those that begin with
    /// `prefix`.
    public func values(of facet: Facet, among query: ParsedQuery, startingWith prefix: String = "") throws
        -> [FacetCount]
    {
        try read { db in
            let counts = RowCounts(of: FacetCounter.values(for: [facet]))
            _ = try Collector(db: db, plan: Self.plan(query, in: db), counts: counts).count()
            return try FacetCounter(db: db, counts: counts).count(facet, startingWith: prefix).values
        }
    }

    /// The values of `facet` over the articles that match `query`, the one first that occurs most above expectation among
    /// them, each with its `association`; those that begin with `prefix`.
    public func associations(of facet: Facet, with query: ParsedQuery, startingWith prefix: String = "") throws
        -> [FacetCount]
    {
        try read { db in
            let values = FacetCounter.values(for: [facet])
            let counts = RowCounts(of: values)
            let hits = try Collector(db: db, plan: Self.plan(query, in: db), counts: counts).count()
            let all = RowCounts(of: values)
            let articles = try RankingRows(db, withLengths: false, counts: all).countAll()
            return try FacetCounter(db: db, counts: counts).associated(
                facet, startingWith: prefix, hits: hits, all: all, articles: articles)
        }
    }

    /// How many articles match `query` in each period, from the first to the last that has hits; a range of dates in the
    /// query bounds it instead.
    ///
    /// - Parameter longestGap: More empty periods in a row than this are left out: one article with the date of year 1
    ///   would make a hundred thousands of them.
    public func timeline(of query: ParsedQuery, by step: Timeline.Step, longestGap: Int = 10_000) throws -> Timeline {
        try read { db in
            let planner = try Planner(db: db)
            let asked = try Self.expanded(query, in: db).query
            let plan = try planner.plan(asked)
            let hits = RowCounts()
            _ = try Collector(db: db, plan: plan, counts: hits).count()
            let totals = RowCounts()
            _ = try RankingRows(db, withLengths: false, counts: totals).countAll(within: IndexRow.datedRows)
            let left = try Self.undatedCount(asked, planner)
            return Timeline(
                by: step, hits: hits, totals: totals, bounds: plan.rows.map(IndexRow.days) ?? (nil, nil),
                longestGap: longestGap, undated: hits.undated + left)
        }
    }
}
