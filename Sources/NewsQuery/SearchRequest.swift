import NewsModel

/// What is asked of an archive.
public struct SearchRequest: Sendable {
    /// What the articles must be.
    public var query: ParsedQuery
    /// The order of the hits; `nil` for relevance when there are words to look for, else newest first. Hits that hold none
    /// of the words, as some of `storm OR date:2024`, come last.
    public var order: SearchOrder?
    /// How many hits at the most.
    public var limit: Int
    /// How many hits to leave out at the start.
    public var offset: Int
    /// Where to go on; `nil` for the start.
    public var after: Cursor?
    /// What to count over all hits.
    public var facets: [Facet]
    /// How many values of each facet at the most, the most frequent; `nil` for all.
    public var facetLimit: Int?
    /// Whether hits tell of their captures, which takes another look into the archive.
    public var withCaptures = false

    /// The first `limit` articles that match `query`.
    public init(
        _ query: ParsedQuery, order: SearchOrder? = nil, limit: Int = 20, offset: Int = 0, after: Cursor? = nil,
        facets: [Facet] = []
    ) {
        self.query = query
        self.order = order
        self.limit = limit
        self.offset = offset
        self.after = after
        self.facets = facets
    }

    /// The first `limit` articles that match what was typed.
    public init(_ text: String, limit: Int = 20) {
        self.init(ParsedQuery(text), limit: limit)
    }
}
