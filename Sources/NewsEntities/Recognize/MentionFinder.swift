import NewsModel

/// Marks accepted names wherever they stand in an article.
struct MentionFinder {
    let names: ResolvedNames

    /// The entities that are mentioned, in order of first mention.
    func entities(in texts: ArticleText) -> [RecognizedEntity] {
        var found: [Int: Found] = [:]
        var order: [Int] = []
        var lastPerson: [UInt64: Int] = [:]
        for item in texts.items {
            var index = 0
            while index < item.text.tokens.count {
                guard item.text.tokens[index].isNameLike, let match = match(item, at: index, lastPerson) else {
                    index += 1
                    continue
                }
                let range = index..<(index + match.words)
                if let surname = names.surname[match.entity] { lastPerson[surname] = match.entity }
                if found[match.entity] == nil { order.append(match.entity) }
                found[match.entity, default: Found()].add(item, range)
                index = range.upperBound
            }
        }
        return order.compactMap { number in
            found[number].map { $0.entity(kind: names.entities[number].kind) }
        }
    }

    /// The longest name that starts at `index`.
    private func match(
        _ item: ArticleText.Item, at index: Int, _ lastPerson: [UInt64: Int]
    ) -> (entity: Int, words: Int)? {
        let tokens = item.text.tokens
        var key = Lexicon.seed
        var longest: (entity: Int, words: Int)?
        for words in 1...names.longest {
            let next = index + words - 1
            guard next < tokens.count, words == 1 || tokens[next].isAttached else { break }
            key = Lexicon.join(key, tokens[next].hash)
            if words == 1 {
                if let person = person(key, lastPerson) {
                    longest = (person, 1)
                } else if let entity = names.byName[key] {
                    longest = (entity, 1)
                }
            } else if let entity = names.byName[key] {
                longest = (entity, words)
            }
        }
        guard let found = longest, found.words == 1 else { return longest }
        let token = tokens[index]
        if token.isInitialWord, token.shape == .capitalized, token.traits.contains(.common) { return nil }
        // A first name before a surname we do not know is not the country of that name.
        if token.traits.contains(.firstName), !item.isHeadlineStyle, index + 1 < tokens.count,
            tokens[index + 1].isAttached, tokens[index + 1].isNameLike, names.entities[found.entity].kind == .place
        {
            return nil
        }
        return found
    }

    /// The person a surname means: the one named in full last, else the only one.
    private func person(_ surname: UInt64, _ lastPerson: [UInt64: Int]) -> Int? {
        guard let persons = names.bySurname[surname] else { return nil }
        return lastPerson[surname] ?? (persons.count == 1 ? persons[0] : nil)
    }

    /// An entity's mentions while they are collected.
    private struct Found {
        var mentions: [Mention] = []
        var surfaces: [String] = []

        mutating func add(_ item: ArticleText.Item, _ range: Range<Int>) {
            let tokens = item.text.tokens
            guard let first = range.first, let last = range.last else { return }
            let start = tokens[first].start
            let length = tokens[last].start + tokens[last].length - start
            mentions.append(Mention(field: item.field, item: item.item, start: start, length: length))
            let surface = item.text.surface(range)
            if surfaces.count < 32, !surfaces.contains(surface) { surfaces.append(surface) }
        }

        func entity(kind: EntityKind) -> RecognizedEntity {
            // The fullest name: the most letters; of equal ones the first.
            let name = surfaces.dropFirst().reduce(surfaces.first ?? "") { $1.utf8.count > $0.utf8.count ? $1 : $0 }
            return RecognizedEntity(name: name, kind: kind, aliases: surfaces.filter { $0 != name }, mentions: mentions)
        }
    }
}
