/// A name and its acronym, where a text explains one by the other: `Long Name (LN)` or `LN (Long Name)`.
struct AcronymDefinition {
    /// The words of the name.
    let name: Range<Int>
    /// The word that is the acronym.
    let acronym: Int

    /// The definitions in `text`. An acronym must be the initials of the name; small words may be left out of it.
    static func all(in text: TokenizedText) -> [AcronymDefinition] {
        text.tokens.indices.compactMap { index in
            let token = text.tokens[index]
            guard token.gap == .bracket, index > 0 else { return nil }
            if isAcronym(text, index), text.isFollowed(index, by: ")") {
                return before(index, in: text, skipsSmallWords: true) ?? before(index, in: text, skipsSmallWords: false)
            }
            guard isAcronym(text, index - 1) else { return nil }
            return after(index - 1, in: text, skipsSmallWords: true)
                ?? after(index - 1, in: text, skipsSmallWords: false)
        }
    }

    private static func isAcronym(_ text: TokenizedText, _ index: Int) -> Bool {
        let token = text.tokens[index]
        guard (2...10).contains(token.length), token.shape == .capitals || token.shape == .capitalized else {
            return false
        }
        // "SDF", "DoD", "NGOs": at least two capitals.
        return text.utf8[token.bytes].reduce(0) { $0 + ((0x41...0x5A).contains($1) ? 1 : 0) } >= 2
    }

    /// The name that ends before the bracket around the acronym.
    private static func before(
        _ acronym: Int, in text: TokenizedText, skipsSmallWords: Bool
    ) -> AcronymDefinition? {
        var letters = initials(of: acronym, in: text)
        if letters.last == UInt8(ascii: "s"), letters.count > 2, text.tokens[acronym].shape == .capitalized {
            letters.removeLast()
        }
        var word = acronym - 1
        var capitals = 0
        while !letters.isEmpty, word >= 0, acronym - word <= 14 {
            let token = text.tokens[word]
            if word < acronym - 1, !text.tokens[word + 1].isAttached { return nil }
            let parts = initials(ofPartsOf: token, in: text)
            if skipsSmallWords && isSmall(token) {
                // Left out of the acronym.
            } else if letters.count >= parts.count, letters.suffix(parts.count).elementsEqual(parts) {
                letters.removeLast(parts.count)
                if token.isNameLike { capitals += 1 }
            } else if let first = parts.first, letters.last == first {
                letters.removeLast()
                if token.isNameLike { capitals += 1 }
            } else if !isSmall(token) {
                return nil
            }
            word -= 1
        }
        let name = (word + 1)..<acronym
        guard letters.isEmpty, name.count >= 2, text.tokens[name.lowerBound].isNameLike, capitals * 2 >= name.count
        else {
            return nil
        }
        return AcronymDefinition(name: name, acronym: acronym)
    }

    /// The name in the bracket after the acronym.
    private static func after(
        _ acronym: Int, in text: TokenizedText, skipsSmallWords: Bool
    ) -> AcronymDefinition? {
        let start = acronym + 1
        var end = start
        while end < text.tokens.count, end - start < 14, end == start || text.tokens[end].isAttached {
            end += 1
            if text.isFollowed(end - 1, by: ")") { break }
        }
        guard end > start + 1, text.isFollowed(end - 1, by: ")"), text.tokens[start].isNameLike else { return nil }
        var letters = initials(of: acronym, in: text)[...]
        for word in start..<end {
            let token = text.tokens[word]
            let parts = initials(ofPartsOf: token, in: text)
            if skipsSmallWords && isSmall(token) {
                // Left out of the acronym.
            } else if letters.starts(with: parts) {
                letters = letters.dropFirst(parts.count)
            } else if letters.first == parts.first, !letters.isEmpty {
                letters = letters.dropFirst()
            } else if !isSmall(token) {
                return nil
            }
        }
        return letters.isEmpty ? AcronymDefinition(name: start..<end, acronym: acronym) : nil
    }

    private static func isSmall(_ token: TextToken) -> Bool {
        token.shape == .lower && !token.traits.isDisjoint(with: [.joint, .particle])
    }

    /// The acronym's letters in lower case.
    private static func initials(of index: Int, in text: TokenizedText) -> [UInt8] {
        text.utf8[text.tokens[index].bytes].filter { (0x61...0x7A).contains($0 | 0x20) }.map { $0 | 0x20 }
    }

    /// The first letters of a word's parts, in lower case: `Self-Defense` has two.
    private static func initials(ofPartsOf token: TextToken, in text: TokenizedText) -> [UInt8] {
        var initials: [UInt8] = []
        var isFirst = true
        for byte in text.utf8[token.bytes] {
            if isFirst { initials.append(byte | 0x20) }
            isFirst = byte == UInt8(ascii: "-")
        }
        return initials
    }
}
