import NewsModel
import NewsText

/// Tells tags that are names from others.
struct TagReader {
    /// Whether tags are written small unless they are names.
    private let caseIsInformative: Bool
    private let tables: WordTables
    /// Words that stand small in the article.
    private let lowerWords: Set<UInt64>

    init(tags: [TextTokens], texts: [TextTokens], tables: WordTables) {
        self.tables = tables
        caseIsInformative = tags.contains { !$0.tokens.isEmpty && !$0.isNameLike(0) }
        var words: Set<UInt64> = []
        let unknown = Set(tags.flatMap { tag in tag.tokens.indices.map { Self.lower(tag, $0) } })
        for text in texts {
            for index in text.tokens.indices where unknown.contains(Fingerprint.text(text.bytes(index))) {
                words.insert(Fingerprint.text(text.bytes(index)))
            }
        }
        lowerWords = words.intersection(unknown)
    }

    /// The kind of thing that a tag names; `nil` when it is no name. `spans` is what the model makes of it.
    func kind(of tag: TextTokens, _ spans: [Span]) -> EntityKind? {
        guard !tag.tokens.isEmpty, tag.tokens.count <= 8, isWrittenAsName(tag) else { return nil }
        let all = tag.tokens.indices
        if let number = KnownNames.shared.number(ofFolded: foldedKey(tag.surface(all))) {
            return KnownNames.shared.all[number].kind
        }
        let profiles = all.map { profile(tag, $0) }
        if profiles.allSatisfy({ isOrdinary($0) }) || profiles.allSatisfy({ $0.lists.contains(.demonym) }) {
            return nil
        }
        if let span = spans.first, span.words == all { return span.kind }
        let isFullName = (2...3).contains(profiles.count) && profiles[0].lists.contains(.firstName)
        if isFullName, profiles.allSatisfy({ $0.isCapital && !isOrdinary($0) }) { return .person }
        if tag.tokens.count > 1 { return caseIsInformative ? .other : nil }
        let isCapitals = !profiles[0].hasLower && profiles[0].length <= 6 && profiles[0].length > 1
        return isCapitals || caseIsInformative ? .other : nil
    }

    private func isWrittenAsName(_ tag: TextTokens) -> Bool {
        tag.isNameLike(0)
            && tag.tokens.indices.allSatisfy { index in
                let first = tag.bytes(index).first ?? 0
                let isCompound =
                    tag.bytes(index).contains(0x2D) && tag.isNameLike(index)
                    && tag.utf8[tag.tokens[index].bytes].split(separator: 0x2D).contains { ($0.first ?? 0) >= 0x61 }
                return (tag.isNameLike(index) && !isCompound) || tag.isSmall(index) || isDigit(UInt32(first))
                    || !isWordScalar(UInt32(first)) && first < 0x80
            }
    }

    private func isOrdinary(_ word: WordProfile) -> Bool {
        CaseClass.isMostlyLower(word.caseClass) || !caseIsInformative && CaseClass.isOftenLower(word.caseClass)
            || lowerWords.contains(word.lower) || word.isJoint || word.length == 0
    }

    private func profile(_ tag: TextTokens, _ index: Int) -> WordProfile {
        tag.utf8.withUnsafeBufferPointer {
            WordProfile(UnsafeBufferPointer(rebasing: $0[tag.tokens[index].bytes]), tables: tables, isRestored: false)
        }
    }

    private static func lower(_ tag: TextTokens, _ index: Int) -> UInt64 {
        Fingerprint.text(tag.bytes(index).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 })
    }
}
