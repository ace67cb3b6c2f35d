import NewsModel

/// Gathers the names of an article into entities.
struct MentionCollector {
    /// A name and where it stands.
    private struct Found {
        let surface: String
        let kind: EntityKind
        let mention: Mention
        /// Whether the next name explains where it lies: `Norhaven, Norway` or `Norhaven (Norway)`.
        var isExplained = false
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
        var end = 0
        for span in spans {
            guard let words = trimmed(span.words, item.text), let last = words.last else { continue }
            let tokens = item.text.tokens
            let start = tokens[words.lowerBound].start
            let mention = Mention(
                field: item.field, item: item.item, start: start,
                length: tokens[last].start + tokens[last].length - start)
            if end > 0, Self.explains(words, nameBefore: end, item.text) { found[found.count - 1].isExplained = true }
            found.append(Found(surface: item.text.surface(words), kind: span.kind, mention: mention))
            end = words.upperBound
        }
    }

    /// Whether `words` may say where the name that ends at `end` lies; names between commas and "and" are a list.
    private static func explains(_ words: Range<Int>, nameBefore end: Int, _ text: TextTokens) -> Bool {
        guard words.lowerBound == end + 1 else { return false }
        if text.word(end, is: "(") { return text.word(words.upperBound, is: ")") }
        return text.word(end, is: ",") && !text.word(words.upperBound, is: "and")
            && !text.word(words.upperBound, is: "or")
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
        let parts = order.prefix(Self.limit).compactMap { number -> (entity: RecognizedEntity, members: [Int])? in
            guard let members = members[number], let entity = entity(of: members) else { return nil }
            return (entity, members)
        }
        return located(parts)
    }

    /// The entities of `parts` with the countries they belong to.
    private func located(_ parts: [(entity: RecognizedEntity, members: [Int])]) -> [RecognizedEntity] {
        guard let places = PlaceTable.shared else { return parts.map(\.entity) }
        let named = parts.filter { part in part.members.contains { found[$0].mention.field.isSearched } }
        let finder = CountryFinder(places: places, named: named.map(\.entity))
        var byIndex: [Int: Int] = [:]
        for (number, part) in parts.enumerated() { for index in part.members { byIndex[index] = number } }
        return parts.map { part in
            let explaining = part.members.filter { found[$0].isExplained }.compactMap { byIndex[$0 + 1] }
            var entity = part.entity
            entity.country = finder.country(of: entity, explainedBy: explaining.map { parts[$0].entity })
            return entity
        }
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
        let known = knownName(among: surfaces)
        // The fullest name: the most letters; of equal ones the first.
        let fullest = surfaces.dropFirst().reduce(surfaces.first ?? "") { $1.utf8.count > $0.utf8.count ? $1 : $0 }
        let isKnown = known.map { $0.kind == kind || $0.kind == .place } ?? false
        let name = isKnown ? known?.name ?? fullest : fullest
        return RecognizedEntity(
            name: name, kind: isKnown ? known?.kind ?? kind : kind, aliases: surfaces.filter { $0 != name },
            knownNames: isKnown ? known.map { [$0.name] + $0.aliases } ?? [] : [],
            mentions: members.map { found[$0].mention })
    }

    /// What everyone knows by the first of `surfaces` that is known at all.
    private func knownName(among surfaces: [String]) -> KnownNames.Known? {
        for surface in surfaces {
            guard let number = KnownNames.shared.number(ofFolded: NameForm(surface).key) else { continue }
            return KnownNames.shared.all[number]
        }
        return nil
    }
}
