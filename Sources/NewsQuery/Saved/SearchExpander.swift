import GRDB
import NewsStorage
import NewsText

/// Puts what saved searches ask for in the place of `search:name`, to any depth.
///
/// Total, as the language is: a name that nothing goes by, a search that looks for itself and what goes beyond the
/// limits find nothing, with a notice.
struct SearchExpander {
    /// How many single conditions there may be in the end.
    static let termLimit = 512
    /// How many levels there may be in the end: as many as typed brackets can make.
    static let depthLimit = 2 * QueryParser.depthLimit + 3

    /// What can be named, by folded names.
    var searches: [String: SavedSearch]
    /// The day that relative dates count from; `nil` for the clock's in UTC.
    var today: Int?
    /// What the language has come to and how.
    var version = QueryLanguage.version
    var changes = QueryLanguage.changes

    init(_ searches: [SavedSearch], today: Int? = nil) {
        self.searches = Dictionary(searches.map { ($0.folded, $0) }) { first, _ in first }
        self.today = today
    }

    /// All that the archive holds.
    init(_ db: Database) throws {
        self.init(try SavedSearchTable.fetchAll(in: db))
    }

    /// `parsed` with what the saved searches it names ask for. One that it consists of brings its order along.
    func expanded(_ parsed: ParsedQuery) -> ParsedQuery {
        guard parsed.query.namesSearches else { return parsed }
        var run = Run(self, parsed, path: [])
        var expanded = parsed
        expanded.query = run.expanded(parsed.query, depth: 0)
        expanded.notices += run.notices
        if case .value(.search, let name, _) = parsed.query {
            expanded.order = searches[foldedKey(name)]?.sort.flatMap(SearchOrder.init)
        }
        return expanded
    }

    /// What is to be said of `search` when it is saved, with places in its text, and the names by which it leads back to
    /// one that it passed, if it does.
    func examined(_ search: SavedSearch) -> (notices: [Notice], circle: [String]?) {
        let parsed = parsed(search)
        var run = Run(self, parsed, path: [search])
        _ = run.expanded(parsed.query, depth: 0)
        return (parsed.notices + run.notices, run.circle)
    }

    /// The query of `search` as typed today.
    private func parsed(_ search: SavedSearch) -> ParsedQuery {
        ParsedQuery(search.query, matching: Matching(rawValue: search.matching) ?? .all, today: today)
    }

    /// The name that goes with `name`, when one is near enough to be meant.
    func nearestName(to name: String) -> String? {
        let folded = foldedKey(name)
        guard folded.unicodeScalars.count <= 100 else { return nil }
        let near = searches.map { (name: $1.name, distance: editDistance(folded, $0)) }
        let best = near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return best.flatMap { $0.distance <= 2 && 2 * $0.distance < folded.unicodeScalars.count ? $0.name : nil }
    }
}

extension SearchExpander {
    /// One query on its way.
    fileprivate struct Run {
        private(set) var notices: [Notice] = []
        /// The names by which a search leads back to itself, if one does.
        private(set) var circle: [String]?
        private let expander: SearchExpander
        private let places: [String: Range<Int>]
        private var terms: Int
        /// The searches being put in, from the query inwards.
        private var path: [SavedSearch]
        /// How many of them stand around the query that is read.
        private let outerCount: Int
        /// Where the query names the first of them.
        private var place = 0..<0

        init(_ expander: SearchExpander, _ parsed: ParsedQuery, path: [SavedSearch]) {
            self.expander = expander
            self.path = path
            outerCount = path.count
            places = parsed.searchPlaces
            terms = parsed.query.termCount
        }

        /// `query`, which stands `depth` levels deep, with what its saved searches ask for.
        mutating func expanded(_ query: Query, depth: Int, isJoined: Bool = false) -> Query {
            switch query {
            case .value(.search, let name, _):
                if path.count == outerCount { place = places[foldedKey(name)] ?? 0..<0 }
                return search(name, depth: depth)
            case .every(let parts): return Query.all(parts.map { expanded($0, depth: depth + 1, isJoined: true) })
            case .any(let parts): return Query.oneOf(parts.map { expanded($0, depth: depth + 1) })
            case .not(let part): return Query.negation(of: expanded(part, depth: isJoined ? depth : depth + 1))
            case .everything, .nothing, .words, .question, .near, .value, .date: return query
            }
        }

        private mutating func search(_ name: String, depth: Int) -> Query {
            guard let search = expander.searches[foldedKey(name)] else {
                let nearest = expander.nearestName(to: name).map { "; did you mean '\($0)'?" } ?? ""
                return nothing(.unknownSearch, "there is no saved search '\(name)'; nothing is found by it\(nearest)")
            }
            if let start = path.firstIndex(where: { $0.folded == search.folded }) {
                let names = path[start...].map(\.name) + [search.name]
                circle = names
                return nothing(
                    .circularSearch,
                    "the saved search '\(search.name)' looks for itself (\(names.joined(separator: " → "))); nothing is "
                        + "found by it there")
            }
            guard search.languageVersion <= expander.version else {
                return nothing(.newerSearch, expander.newer(search) + "; nothing is found by it")
            }
            let parsed = expander.parsed(search)
            terms += parsed.query.termCount
            guard terms <= SearchExpander.termLimit, depth + parsed.query.depth <= SearchExpander.depthLimit else {
                let code: Notice.Code = terms > SearchExpander.termLimit ? .tooManyTerms : .tooDeep
                return nothing(
                    code, "too much is put together by the saved search '\(search.name)'; nothing is found by it here")
            }
            for notice in parsed.notices {
                note(notice.code, "in the saved search '\(search.name)': \(notice.message)")
            }
            path.append(search)
            defer { path.removeLast() }
            return expanded(meaning(of: search, parsed), depth: depth)
        }

        /// What `search` meant in the version of the language it was saved in.
        private mutating func meaning(of search: SavedSearch, _ parsed: ParsedQuery) -> Query {
            var query = parsed.query
            for change in expander.changes where change.version > search.languageVersion {
                if let meant = change.meaning(search.query, query) {
                    query = meant
                } else {
                    note(
                        .changedSearch,
                        "the saved search '\(search.name)' may find other articles than it did when it was saved: since "
                            + "then \(change.what); look at it and save it again with --replace")
                }
            }
            return query
        }

        private mutating func nothing(_ code: Notice.Code, _ message: String) -> Query {
            note(code, message)
            return .nothing
        }

        private mutating func note(_ code: Notice.Code, _ message: String) {
            let notice = Notice(code, at: place.lowerBound, length: place.count, message)
            if !notices.contains(notice) { notices.append(notice) }
        }
    }

    /// Says that `search` was written in a language that is not known here.
    fileprivate func newer(_ search: SavedSearch) -> String {
        "the saved search '\(search.name)' was saved by a newer newsarchive (query language \(search.languageVersion), "
            + "this one knows \(version))"
    }
}
