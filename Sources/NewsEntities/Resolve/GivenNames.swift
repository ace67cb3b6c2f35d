import NewsModel

/// Names that stand fast, whatever a model makes of them, and where they stand in texts.
struct GivenNames: Sendable {
    private struct Given: Sendable {
        let words: [UInt64]
        let kind: EntityKind
    }

    private var byFirst: [UInt64: [Given]] = [:]
    private var count = 0
    /// More names are not taken: no article has them, but hostile text might.
    private let limit: Int
    /// More names with one first word are not tried.
    private static let limitByFirst = 16

    init(limit: Int = 1_000) {
        self.limit = limit
    }

    /// Takes the words of `range` as a name.
    mutating func add(_ text: TextTokens, _ range: Range<Int>, _ kind: EntityKind) {
        let words = range.map { Fingerprint.text(text.bytes($0)) }
        guard let first = words.first, count < limit, range.count <= 16 else { return }
        let there = byFirst[first] ?? []
        guard there.count < Self.limitByFirst, !there.contains(where: { $0.words == words }) else { return }
        count += 1
        byFirst[first] = (there + [Given(words: words, kind: kind)]).sorted { $0.words.count > $1.words.count }
    }

    /// `spans` of `text` with these names; where they overlap, the longer name stays, and of equal ones the given unless
    /// `keepsKinds`.
    func added(to spans: [Span], in text: TextTokens, keepsKinds: Bool = false) -> [Span] {
        guard !byFirst.isEmpty else { return spans }
        var given: [Span] = []
        var index = 0
        while index < text.tokens.count {
            guard text.isNameLike(index), let found = match(text, at: index) else {
                index += 1
                continue
            }
            given.append(found)
            index = found.words.upperBound
        }
        guard !given.isEmpty else { return spans }
        return merged(given, spans, keepsKinds)
    }

    /// `spans` of `text` with these names where nothing else was found.
    func filled(into spans: [Span], in text: TextTokens) -> [Span] {
        var added: [Span] = []
        var rest = spans[...]
        var index = 0
        while index < text.tokens.count {
            while let next = rest.first, next.words.upperBound <= index { rest = rest.dropFirst() }
            if let next = rest.first, next.words.contains(index) {
                index = next.words.upperBound
            } else if text.isNameLike(index), let found = match(text, at: index),
                rest.first.map({ found.words.upperBound <= $0.words.lowerBound }) ?? true
            {
                added.append(found)
                index = found.words.upperBound
            } else {
                index += 1
            }
        }
        return added.isEmpty ? spans : (spans + added).sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private func match(_ text: TextTokens, at index: Int) -> Span? {
        guard let candidates = byFirst[Fingerprint.text(text.bytes(index))] else { return nil }
        for name in candidates where index + name.words.count <= text.tokens.count {
            let words = index..<(index + name.words.count)
            if zip(words, name.words).allSatisfy({ Fingerprint.text(text.bytes($0)) == $1 }) {
                return Span(words: words, kind: name.kind)
            }
        }
        return nil
    }

    private func merged(_ given: [Span], _ spans: [Span], _ keepsKinds: Bool) -> [Span] {
        var result: [Span] = []
        var rest = spans[...]
        for name in given {
            while let next = rest.first, next.words.upperBound <= name.words.lowerBound {
                result.append(next)
                rest = rest.dropFirst()
            }
            var overlapping: [Span] = []
            while let next = rest.first, next.words.lowerBound < name.words.upperBound {
                overlapping.append(next)
                rest = rest.dropFirst()
            }
            let longer = overlapping.first { $0.words.count > name.words.count || keepsKinds && $0.words == name.words }
            if let longer {
                result.append(longer)
            } else if result.last.map({ $0.words.upperBound <= name.words.lowerBound }) ?? true {
                result.append(name)
            }
        }
        return result + rest
    }
}
