import NewsModel

/// The names met in an article and what speaks for each of them.
struct NameTable {
    /// A name and its evidence.
    struct Entry {
        /// As printed.
        let text: String
        let words: Int
        /// Stand for the first and last word.
        let firstHash: UInt64
        let lastHash: UInt64
        /// Whether the first word is a demonym.
        let beginsWithDemonym: Bool
        /// Stands for the words after the first.
        let restKey: UInt64
        /// Stands for the words before a company's legal form; `nil` when there is none.
        let companyKey: UInt64?
        /// By kind: person, organization, place, other.
        var votes = SIMD4<Int32>()
        /// Whether it is a name however little else speaks for it.
        var isCertain = false
        /// How often it stands where only a name has a capital.
        var plainCount = 0
        /// One thing known by several names.
        var identity: Int?

        /// The kind most evidence speaks for; `other` only where nothing else does.
        var kind: EntityKind { EntityKind(votes: votes) }
    }

    /// By the joined hashes of the words, as printed.
    private(set) var entries: [UInt64: Entry] = [:]

    /// More names are not taken: no article has them, but hostile text might.
    private static let limit = 1_000

    /// Adds evidence for the name that the words of `range` are.
    mutating func add(
        _ text: TokenizedText, _ range: Range<Int>, kind: EntityKind, weight: Int32, isCertain: Bool = false,
        isPlain: Bool = false, identity: Int? = nil
    ) {
        guard let first = range.first, let last = range.last else { return }
        let key = text.key(range)
        if entries[key] == nil {
            guard entries.count < Self.limit else { return }
            entries[key] = Entry(
                text: text.surface(range), words: range.count, firstHash: text.tokens[first].hash,
                lastHash: text.tokens[last].hash, beginsWithDemonym: text.tokens[first].traits.contains(.demonym),
                restKey: text.key(range.dropFirst()),
                companyKey: range.count > 1 && text.tokens[last].traits.contains(.companyForm)
                    ? text.key(range.dropLast()) : nil)
        }
        entries[key]?.votes[kind.index] += weight
        if isCertain { entries[key]?.isCertain = true }
        if isPlain { entries[key]?.plainCount += 1 }
        if let identity { entries[key]?.identity = identity }
    }

    /// Adds evidence for a name that is there already.
    mutating func vote(_ key: UInt64, kind: EntityKind, weight: Int32) {
        entries[key]?.votes[kind.index] += weight
    }
}

extension TokenizedText {
    /// Stands for the words of `range` joined to a name.
    func key(_ range: Range<Int>) -> UInt64 {
        range.reduce(Lexicon.seed) { Lexicon.join($0, tokens[$1].hash) }
    }
}

extension EntityKind {
    /// Its place among votes.
    var index: Int {
        switch self {
        case .person: 0
        case .organization: 1
        case .place: 2
        case .other: 3
        }
    }

    /// The kind with the most votes; of equal ones organization, then place, then person.
    init(votes: SIMD4<Int32>) {
        let best = max(votes[0], votes[1], votes[2])
        self = best <= 0 ? .other : votes[1] == best ? .organization : votes[2] == best ? .place : .person
    }
}
