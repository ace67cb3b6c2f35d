import NewsModel

/// A question, parsed: a value that knows nothing of SQL.
///
/// `description` writes it in the query language again; parsing that gives an equal query.
public indirect enum Query: Hashable, Sendable {
    /// Every article.
    case everything
    /// No article: a condition that cannot hold, such as `date:2024-13`.
    case nothing
    /// Words that stand one after the other.
    case words(Words)
    /// Any of these words, the articles that hold most of them first: a question in plain words. Each is one word.
    case question([Words])
    /// Words or phrases near each other, in any order, with at most `distance` words between.
    case near([Words], distance: Int)
    /// A value matched as a whole.
    case value(ValueField, String, isPrefix: Bool)
    /// A date within days, both included; counted from 1970-01-01, open where `nil`.
    case date(DateField, from: Int?, through: Int?)
    /// All of them.
    case every([Query])
    /// At least one of them.
    case any([Query])
    /// Not this.
    case not(Query)

    /// One word, or several that stand one after the other.
    public struct Words: Hashable, Sendable {
        /// As typed, without quotes.
        public var text: String
        /// The field they are looked for in; `nil` for the usual ones.
        public var field: WordField?
        /// Whether the last word is only a beginning.
        public var isPrefix = false
        /// Whether only the printed form counts.
        public var isExact = false

        /// Words in `field`.
        public init(_ text: String, in field: WordField? = nil, isPrefix: Bool = false, isExact: Bool = false) {
            self.text = text
            self.field = field
            self.isPrefix = isPrefix
            self.isExact = isExact
        }
    }

    /// These conditions together, without needless nesting.
    static func all(_ parts: [Query]) -> Query {
        let flat = parts.flatMap(\.conjuncts).filter { $0 != .everything }
        return flat.isEmpty ? .everything : flat.count == 1 ? flat[0] : .every(flat)
    }

    /// One of these conditions, without needless nesting.
    static func oneOf(_ parts: [Query]) -> Query {
        let flat = parts.flatMap(\.disjuncts)
        return flat.isEmpty ? .nothing : flat.count == 1 ? flat[0] : .any(flat)
    }

    private var conjuncts: [Query] {
        if case .every(let parts) = self { parts } else { [self] }
    }

    private var disjuncts: [Query] {
        if case .any(let parts) = self { parts } else { [self] }
    }

    /// The opposite of `query`; twice not is not at all.
    static func negation(of query: Query) -> Query {
        switch query {
        case .not(let inner): inner
        case .everything: .nothing
        case .nothing: .everything
        default: .not(query)
        }
    }

    /// The words and phrases that hits are found by, for ranking and marking; what is excluded is left out.
    var positiveWords: [Words] {
        switch self {
        case .words(let words): [words]
        case .near(let words, _), .question(let words): words
        case .every(let parts), .any(let parts): parts.flatMap(\.positiveWords)
        case .everything, .nothing, .value, .date, .not: []
        }
    }

    /// Its parts: what it joins or negates, or itself.
    private var parts: [Query] {
        switch self {
        case .every(let parts), .any(let parts): parts
        case .not(let part): [part]
        case .everything, .nothing, .words, .question, .near, .value, .date: []
        }
    }

    /// How many levels of parts it has; 1 for a single condition. An exclusion is one only where it stands alone.
    var depth: Int {
        func depth(in part: Query) -> Int {
            if case .every = self, case .not(let excluded) = part { excluded.depth } else { part.depth }
        }
        return 1 + (parts.map(depth).max() ?? 0)
    }

    /// How many single conditions it has, each word near others or of a question counted.
    var termCount: Int {
        switch self {
        case .near(let words, _), .question(let words): words.count
        default: parts.isEmpty ? 1 : parts.reduce(0) { $0 + $1.termCount }
        }
    }

    /// The values that it asks for, and those that it excludes.
    var values: [(field: ValueField, value: String, isPrefix: Bool)] {
        if case .value(let field, let value, let isPrefix) = self { return [(field, value, isPrefix)] }
        return parts.flatMap(\.values)
    }

    /// Whether it names saved searches.
    var namesSearches: Bool {
        values.contains { $0.field == .search }
    }
}

/// The fields in which words are looked for.
public enum WordField: String, Hashable, Sendable, CaseIterable {
    case headline, standfirst, body, byline, dateline, related, footnote

    /// Other names of the field.
    public var aliases: [String] {
        switch self {
        case .headline: ["title", "intitle", "hd", "subject"]
        case .byline: ["by", "author"]
        case .standfirst, .body, .dateline, .related, .footnote: []
        }
    }
}

/// The fields whose values are matched as a whole, case and diacritics folded.
public enum ValueField: String, Hashable, Sendable, CaseIterable {
    case tag, section, storyline, outlet, lang, entity, person, org, place, id, url, has, `is`, search

    /// Other names of the field.
    public var aliases: [String] { self == .outlet ? ["site", "source", "domain"] : [] }

    /// Whether its values are entities.
    var isOfEntities: Bool { self == .entity || entityKind != nil }

    /// The kind of entity that the field asks for; `nil` for any.
    public var entityKind: EntityKind? {
        switch self {
        case .person: .person
        case .org: .organization
        case .place: .place
        default: nil
        }
    }
}

/// The dates of an article.
public enum DateField: String, Hashable, Sendable, CaseIterable {
    /// The date shown: published, else captured.
    case date
    case published, captured, modified
}
