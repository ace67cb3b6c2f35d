import NewsModel

/// Gathers the names of an article into entities.
struct MentionCollector {
    /// A name and where it stands.
    private struct Found {
        let surface: String
        let kind: EntityKind
        let mention: Mention
    }

    private let tables: WordTables
    private var found: [Found] = []
    /// More entities are not told.
    private static let limit = 1_000

    init(tables: WordTables) {
        self.tables = tables
    }

    /// Adds the names of one text, without articles before and endings behind them.
    mutating func add(_ spans: [Span], of item: ArticleText.Item) {
        for span in spans {
            guard let words = trimmed(span.words, item.text), let last = words.last else { continue }
            let tokens = item.text.tokens
            let start = tokens[words.lowerBound].start
            let mention = Mention(
                field: item.field, item: item.item, start: start,
                length: tokens[last].start + tokens[last].length - start)
            found.append(Found(surface: item.text.surface(words), kind: span.kind, mention: mention))
        }
    }

    private func trimmed(_ words: Range<Int>, _ text: TextTokens) -> Range<Int>? {
        var words = words
        while let first = words.first, words.count > 1,
            text.word(first, is: "the") || text.word(first, is: "The") || text.word(first, is: "\"")
        {
            words = words.dropFirst()
        }
        while let last = words.last, words.count > 1,
            text.word(last, is: "'s") || text.word(last, is: "’s") || text.isApostrophe(last)
                || text.word(last, is: ",")
                || text.word(last, is: ".")
        {
            words = words.dropLast()
        }
        guard let first = words.first, text.isNameLike(first) || words.count > 1 || isLetter(text, first) else {
            return nil
        }
        return words
    }

    private func isLetter(_ text: TextTokens, _ index: Int) -> Bool {
        text.utf8.withUnsafeBufferPointer { isWordScalar(scalar($0, at: text.tokens[index].bytes.lowerBound).value) }
    }

    /// The entities, in order of first mention.
    func entities(definitions: [String: String]) -> [RecognizedEntity] {
        let names = found.map { NameResolver.Name(text: $0.surface, kind: $0.kind) }
        let numbers = NameResolver.entities(of: names, definitions: definitions)
        var order: [Int] = []
        var members: [Int: [Int]] = [:]
        for (index, number) in numbers.enumerated() {
            if members[number] == nil { order.append(number) }
            members[number, default: []].append(index)
        }
        return order.prefix(Self.limit).compactMap { number in members[number].flatMap(entity) }
    }

    /// Whether it is a word like "Council", which names nothing alone.
    private func isGeneric(_ surface: String, _ kind: EntityKind) -> Bool {
        guard !surface.contains(" "), surface.contains(where: \.isLowercase) else { return false }
        let key = Fingerprint.short(Fingerprint.text(surface.lowercased().utf8))
        let lists = GazetteerLists(rawValue: tables.gazetteer[key] ?? 0)
        if kind == .person, lists.contains(.surname) { return false }
        return !lists.isDisjoint(with: [.organizationWord, .placeWord, .title])
            && lists.isDisjoint(with: [.organization, .country, .landscape, .firstName, .knownPerson])
    }

    private func entity(of members: [Int]) -> RecognizedEntity? {
        var votes = SIMD4<Int32>.zero
        var surfaces: [String] = []
        for index in members {
            votes[found[index].kind.index] += 1
            if surfaces.count < 32, !surfaces.contains(found[index].surface) { surfaces.append(found[index].surface) }
        }
        let kind = EntityKind(votes: votes)
        guard !surfaces.allSatisfy({ isGeneric($0, kind) }) else { return nil }
        let known = surfaces.lazy.compactMap { KnownNames.shared.number(ofFolded: NameForm($0).key) }.first
            .map { KnownNames.shared.all[$0] }
        // The fullest name: the most letters; of equal ones the first.
        let fullest = surfaces.dropFirst().reduce(surfaces.first ?? "") { $1.utf8.count > $0.utf8.count ? $1 : $0 }
        let isKnown = known.map { $0.kind == kind || $0.kind == .place } ?? false
        let name = isKnown ? known?.name ?? fullest : fullest
        return RecognizedEntity(
            name: name, kind: isKnown ? known?.kind ?? kind : kind, aliases: surfaces.filter { $0 != name },
            mentions: members.map { found[$0].mention })
    }
}
