import NewsStorage
import NewsText

extension ArticleSearch {
    /// How long the name of a saved search may be, in Unicode scalars.
    public static let longestSearchName = 100

    /// `query` with what the saved searches it names ask for, and what is to be said of them.
    public func expanded(_ query: ParsedQuery) throws -> ParsedQuery {
        guard query.query.namesSearches else { return query }
        return try archive.read { db in try SearchExpander(db).expanded(query) }
    }

    /// Keeps `query` under `name`; gives what it says about it, which is not kept.
    ///
    /// - Parameters:
    ///   - text: The query in the query language.
    ///   - matching: How its words are matched.
    ///   - order: The order of its hits; `nil` for the usual one.
    ///   - replaces: Whether it may take the place of another one of that name.
    ///   - accepts: Is shown what is said about the query; what it throws leaves everything as it was.
    /// - Throws: `SavedSearchError`, `ArchiveError`, or what `accepts` throws.
    @discardableResult
    public func save(
        _ text: String, as name: String, matching: Matching = .all, order: SearchOrder? = nil, replaces: Bool = false,
        accepts: ([Notice]) throws -> Void = { _ in }
    ) throws -> SavedSearch {
        let name = try Self.usableName(name)
        var search = SavedSearch(
            name: name, query: text, sort: order?.rawValue, languageVersion: QueryLanguage.version)
        search.matching = matching.rawValue
        return try archive.write { db in
            if let old = try SavedSearchTable.find(name, in: db) {
                guard replaces else { throw SavedSearchError.exists(name: old.name) }
                search.id = old.id
            }
            var expander = try SearchExpander(db)
            expander.searches[search.folded] = search
            let (notices, circle) = expander.examined(search)
            if let circle { throw SavedSearchError.circular(names: circle) }
            try accepts(notices)
            try SavedSearchTable.save(search, in: db)
            return try SavedSearchTable.find(name, in: db) ?? search
        }
    }

    /// The name of a saved search that is near enough to `name` to be meant, if there is one.
    public func nearestSearchName(to name: String) throws -> String? {
        try archive.read { db in try SearchExpander(db).nearestName(to: name) }
    }

    /// `name` as it can be typed behind `search:`.
    private static func usableName(_ name: String) throws(SavedSearchError) -> String {
        let query = ParsedQuery("search:\"\(Query.withoutQuotes(name, putting: nil))\"").query
        guard case .value(.search, let usable, _) = query, usable.unicodeScalars.count <= longestSearchName,
            !usable.contains(where: \.isNewline)
        else { throw .unusableName(name) }
        return usable
    }
}
