import NewsStorage

/// What is to be looked up for a query: a value, without SQL, in the terms of the index.
struct SearchPlan: Hashable, Sendable {
    /// Words of which an article must hold one, the more the better; none when there is no such question.
    var question: [IndexMatch.Phrase] = []
    /// Whether the best articles for the question may teach more words: it is nothing but plain words.
    var learns = false
    /// Words that tell how well an article fits and that none must hold.
    var hints: [IndexMatch.Phrase] = []
    /// What a table of the index must hold of an article beside a word of the question; `nil` for every article.
    var rest: IndexMatch?
    /// The rows that come into question: the days asked for.
    var rows: ClosedRange<Int64>?
    /// What else must hold, each.
    var conditions: [RowCondition] = []

    /// What a table of the index must hold of an article; `nil` for every article.
    var match: IndexMatch? {
        guard !question.isEmpty else { return rest }
        let asked = IndexMatch.any((question + hints).map { .phrase($0, columns: Planner.usualColumns) })
        return rest.map { .conjunction([asked, $0]) } ?? asked
    }

    /// The table that `match` asks.
    var table: IndexTable { match?.table ?? .articles }

    /// Whether the pass that finds the hits can order them by how well they fit: it looks for words.
    var ranksItself: Bool { match?.holdsWords ?? false }

    /// Whether hits can be ordered by how well they fit.
    var isRanked: Bool { ranksItself || !conditions.flatMap(\.words).isEmpty }

    /// The hits that hold words for which something else can stand in, as in `storm OR date:2024`; `nil` when there are
    /// no such words.
    var ofLooseWords: SearchPlan? {
        let words = conditions.flatMap(\.words)
        guard !words.isEmpty else { return nil }
        var plan = self
        plan.rest = words.count == 1 ? words[0] : .any(words)
        if let rest { plan.conditions.append(.match(rest)) }
        return plan
    }
}

/// What the index holds of an article, as FTS5 can look for it.
indirect enum IndexMatch: Hashable, Sendable {
    /// Words one after the other in one of the columns.
    case phrase(Phrase, columns: [IndexColumn])
    /// Phrases near each other in one of the columns.
    case near([Phrase], distance: Int, columns: [IndexColumn])
    /// At least one of these values; no article when empty.
    case filters([FilterToken])
    case every([IndexMatch])
    case any([IndexMatch])
    /// The first, and none of the second.
    case except(IndexMatch, IndexMatch)

    /// Words one after the other, as the index holds them.
    struct Phrase: Hashable, Sendable {
        /// Folded words, each with its other forms behind it; neither is ever empty.
        var words: [[String]]
        /// Whether the last is only a beginning.
        var isPrefix = false
        /// In how many articles it stands, for ranking; `nil` when that must be counted.
        var articles: Int?
        /// What its score is multiplied by.
        var weight = 1.0
    }

    /// Every article.
    static let all = IndexMatch.filters([.all])
    /// No article.
    static let none = IndexMatch.filters([])
}

/// What must hold of an index row. Leaves that the index cannot answer are answered from the tables.
indirect enum RowCondition: Hashable, Sendable {
    case match(IndexMatch)
    /// At least one of these values, which are too many to be looked for at once.
    case manyFilters([FilterToken])
    /// The date shown is in these rows' days.
    case rows(ClosedRange<Int64>)
    /// A time stands within these seconds since 1970, both included.
    case time(TimeColumn, ClosedRange<Int64>)
    /// The canonical address is this one, or begins so.
    case address(String)
    /// The article has this id.
    case article(Int64)
    /// It was changed by the outlet, or captured more than once.
    case updated
    /// It names an entity that people did not reject.
    case namesEntities
    case every([RowCondition])
    case any([RowCondition])
    case not(RowCondition)

    /// The times that the rows of the index hold.
    enum TimeColumn: String, Hashable, Sendable {
        case captured = "captured_at"
        case modified = "modified_at"
    }

    /// How many levels of parts it has; 1 for a single condition.
    var depth: Int {
        switch self {
        case .every(let parts), .any(let parts): 1 + (parts.map(\.depth).max() ?? 0)
        case .not(let part): 1 + part.depth
        case .match, .manyFilters, .rows, .time, .address, .article, .updated, .namesEntities: 1
        }
    }

    /// The words of articles that it looks for and does not exclude.
    var words: [IndexMatch] {
        switch self {
        case .match(let match): match.table == .articles && match.holdsWords ? [match] : []
        case .every(let parts), .any(let parts): parts.flatMap(\.words)
        case .manyFilters, .rows, .time, .address, .article, .updated, .namesEntities, .not: []
        }
    }

    /// The same condition for one table of the index alone; `nil` when none can answer it.
    var indexed: IndexMatch? {
        switch self {
        case .match(let match):
            return match
        case .every(let parts):
            return IndexMatch.ofOneTable(parts).map(IndexMatch.conjunction)
        case .any(let parts):
            return IndexMatch.ofOneTable(parts).map(IndexMatch.any)
        case .not(let part):
            return part.indexed.flatMap { $0.table == .articles ? .except(.all, $0) : nil }
        case .manyFilters, .rows, .time, .address, .article, .updated, .namesEntities:
            return nil
        }
    }
}

extension IndexMatch {
    /// Whether it looks for words of text.
    fileprivate var holdsWords: Bool {
        switch self {
        case .phrase(_, let columns), .near(_, _, let columns): columns != [.filters]
        case .filters: false
        case .every(let parts), .any(let parts): parts.contains(where: \.holdsWords)
        case .except(let found, _): found.holdsWords
        }
    }

    /// The table of the index that can answer it; `nil` when it asks more than one, which none can.
    var table: IndexTable? {
        switch self {
        case .phrase(_, let columns), .near(_, _, let columns): columns.first?.table
        case .filters: .articles
        case .every(let parts), .any(let parts): Set(parts.map(\.table)).count == 1 ? parts[0].table : nil
        case .except(let found, let excluded): found.table == excluded.table ? found.table : nil
        }
    }

    /// What the index is asked for each of `parts`; `nil` unless one table can answer all.
    fileprivate static func ofOneTable(_ parts: [RowCondition]) -> [IndexMatch]? {
        let matches = parts.compactMap(\.indexed)
        return matches.count == parts.count && Set(matches.map(\.table)).count == 1 ? matches : nil
    }

    /// All of `parts`; exclusions are taken from what the others find, not from all articles.
    static func conjunction(_ parts: [IndexMatch]) -> IndexMatch {
        var found: [IndexMatch] = []
        var excluded: [IndexMatch] = []
        for part in parts {
            if case .except(.all, let out) = part { excluded.append(out) } else { found.append(part) }
        }
        let base: IndexMatch = found.isEmpty ? .all : found.count == 1 ? found[0] : .every(found)
        guard !excluded.isEmpty else { return base }
        return .except(base, excluded.count == 1 ? excluded[0] : .any(excluded))
    }
}
