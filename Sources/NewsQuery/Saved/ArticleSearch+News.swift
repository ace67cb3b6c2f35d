import NewsModel
import NewsStorage

/// What a saved search finds that was not told of before.
public struct SearchNews: Sendable {
    /// The search.
    public let search: SavedSearch
    /// What it asks for, and what was not understood of it.
    public let parsed: ParsedQuery
    /// How many articles are new, exactly.
    public let total: Int
    /// Where those stand that are to be told of now, in order.
    let places: [HitPlace]

    /// How many of the new ones are to be told of now.
    public var count: Int { places.count }
}

extension ArticleSearch {
    /// What is new since the saved search `name` told last: all that it finds and did not tell of, the first `limit` of
    /// it to be told of now. Newest first, unless it was saved with another order.
    ///
    /// - Throws: `SavedSearchError.unknown`; `newer` when it, or one that it names, was saved in a language that is not
    ///   known here.
    public func news(of name: String, limit: Int? = nil) throws -> SearchNews {
        try read { db in
            guard let search = try SavedSearchTable.find(name, in: db) else {
                throw SavedSearchError.unknown(name: name, nearest: try SearchExpander(db).nearestName(to: name))
            }
            let parsed = try SearchExpander(db).expanded(search)
            let told = try SavedSearchTable.told(of: search, in: db)
            let finder = HitFinder(db: db, plan: try Planner(db: db).plan(parsed.query))
            var places: [HitPlace] = []
            var total = 0
            try finder.forEach(order: finder.order(parsed.order ?? .newest)) { place in
                guard !told.contains(place.id) else { return true }
                total += 1
                if places.count < limit ?? .max { places.append(place) }
                return true
            }
            return SearchNews(search: search, parsed: parsed, total: total, places: places)
        }
    }

    /// Gives the hits that are to be told of to `body`, in order and one at a time.
    ///
    /// - Parameter withCaptures: Whether hits tell of their captures, which takes another look into the archive.
    public func forEachHit(of news: SearchNews, withCaptures: Bool = false, _ body: (Hit) throws -> Void) throws {
        try read { db in
            let snippets = try SnippetMaker(news.parsed.query, phrases: Planner(db: db).phrases)
            for place in news.places {
                if let hit = try Self.hit(place, snippets, withCaptures: withCaptures, in: db) { try body(hit) }
            }
        }
    }

    /// Keeps that `news` was told, so that it is not new any more. To be called when it has been: what is cut off
    /// before is told again.
    public func markTold(_ news: SearchNews) throws {
        try archive.write { db in
            try SavedSearchTable.markTold(of: news.places.lazy.map(\.id), by: news.search, in: db)
        }
    }
}

extension SearchExpander {
    /// What `search` asks for.
    fileprivate func expanded(_ search: SavedSearch) throws(SavedSearchError) -> ParsedQuery {
        let name = Query.value(.search, search.name, isPrefix: false).description
        let expanded = expanded(ParsedQuery(name, today: today))
        if let notice = expanded.notices.first(where: { $0.code == .newerSearch }) {
            throw .newer(message: notice.message)
        }
        return expanded
    }
}
