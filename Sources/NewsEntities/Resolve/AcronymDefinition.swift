/// A name and its acronym, where a text explains one by the other: `Long Name (LN)` or `LN (Long Name)`.
struct AcronymDefinition {
    /// The words of the name.
    let name: Range<Int>
    /// The word that is the acronym.
    let acronym: Int

    /// The definitions in `text`. An acronym must be the initials of the name; small words may be left out of it.
    static func all(in text: TextTokens) -> [AcronymDefinition] {
        text.tokens.indices.flatMap { index -> [AcronymDefinition] in
            guard index > 0, text.word(index, is: "(") else { return [] }
            let inside = index + 1
            if text.word(inside + 1, is: ")"), text.isAcronym(inside) {
                let found = before(index, inside, in: text, true) ?? before(index, inside, in: text, false)
                return found.map { [$0] } ?? []
            }
            guard text.isAcronym(index - 1) else { return [] }
            let found = after(index, in: text, true) ?? after(index, in: text, false)
            return found.map { [$0] } ?? []
        }
    }

    /// More words of a name are not looked at.
    private static let longest = 14

    /// The name that ends before the bracket around the acronym.
    private static func before(
        _ bracket: Int, _ acronym: Int, in text: TextTokens, _ skipsSmallWords: Bool
    ) -> AcronymDefinition? {
        var letters = text.letters(of: acronym)
        if letters.last == 0x73, letters.count > 2, text.bytes(acronym).last == 0x73 { letters.removeLast() }
        var word = bracket - 1
        // "Rowers'": the apostrophe is no word.
        var capitals = 0
        while !letters.isEmpty, word >= 0, bracket - word <= longest {
            defer { word -= 1 }
            if text.isApostrophe(word) { continue }
            let parts = text.initials(ofPartsOf: word)
            guard let first = parts.first else { return nil }
            if skipsSmallWords && text.isSmall(word) { continue }
            if letters.count >= parts.count, letters.suffix(parts.count).elementsEqual(parts) {
                letters.removeLast(parts.count)
            } else if letters.last == first {
                letters.removeLast()
            } else if text.isSmall(word) {
                continue
            } else {
                return nil
            }
            if text.isNameLike(word) { capitals += 1 }
        }
        let name = (word + 1)..<bracket
        guard letters.isEmpty, name.count >= 2, text.isNameLike(name.lowerBound), capitals * 2 >= name.count else {
            return nil
        }
        return AcronymDefinition(name: name, acronym: acronym)
    }

    /// The name in the bracket after the acronym.
    private static func after(_ bracket: Int, in text: TextTokens, _ skipsSmallWords: Bool) -> AcronymDefinition? {
        let start = bracket + 1
        var end = start
        while end < text.tokens.count, end - start < longest, !text.word(end, is: ")") { end += 1 }
        guard end > start + 1, text.word(end, is: ")"), text.isNameLike(start) else { return nil }
        var letters = text.letters(of: bracket - 1)[...]
        for word in start..<end where !text.isApostrophe(word) {
            let parts = text.initials(ofPartsOf: word)
            if skipsSmallWords && text.isSmall(word) { continue }
            if !parts.isEmpty, letters.starts(with: parts) {
                letters = letters.dropFirst(parts.count)
            } else if let first = parts.first, letters.first == first {
                letters = letters.dropFirst()
            } else if !text.isSmall(word) {
                return nil
            }
        }
        return letters.isEmpty ? AcronymDefinition(name: start..<end, acronym: bracket - 1) : nil
    }
}

extension TextTokens {
    /// Whether a word looks like an acronym: `SDF`, `DoD`, `NGOs`.
    fileprivate func isAcronym(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), (2...10).contains(tokens[index].length) else { return false }
        let word = bytes(index)
        let capitals = word.count { (0x41...0x5A).contains($0) }
        return capitals >= 2 && word.allSatisfy { isASCIILetter(UInt32($0)) || $0 == 0x2E }
            && word.first.map { (0x41...0x5A).contains($0) } ?? false
    }

    /// Whether a word may begin or continue a name: `Name`, `al-Name`, `NATO`.
    func isNameLike(_ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        return utf8.withUnsafeBufferPointer { all in
            let word = UnsafeBufferPointer(rebasing: all[tokens[index].bytes])
            guard word.count > 0 else { return false }
            let first = scalar(word, at: 0).value
            if lowercased(first) != first { return true }
            guard isWordScalar(first), let hyphen = word.firstIndex(of: 0x2D), hyphen < 5, hyphen + 1 < word.count
            else {
                return false
            }
            let after = scalar(word, at: hyphen + 1).value
            return lowercased(after) != after
        }
    }

    /// Whether a name is a place's by its last word: `River`, `Province`.
    func endsAsPlace(_ name: Range<Int>) -> Bool {
        name.last.map { Self.placeEndings.contains(Fingerprint.text(bytes($0).map { $0 | 0x20 })) } ?? false
    }

    private static let placeEndings = Set(
        """
        river lake province region republic district county valley island islands mountains mountain sea bay gulf city town
        village airport peninsula strait emirates states kingdom territory desert canal
        """.split(whereSeparator: \.isWhitespace).map { Fingerprint.text($0.utf8) })

    func isApostrophe(_ index: Int) -> Bool { word(index, is: "'") || word(index, is: "’") }

    /// Whether an acronym may leave a word out: of, for, the.
    func isSmall(_ index: Int) -> Bool { Self.smallWords.contains(Fingerprint.text(bytes(index))) }

    private static let smallWords = Set(
        """
        of and for the in on to de la le les del della di da do dos du der die das des den und für von van y e et l' d' & 's ’s
        """.split(whereSeparator: \.isWhitespace).map { Fingerprint.text($0.utf8) })

    /// A word's letters in lower case.
    fileprivate func letters(of index: Int) -> [UInt8] {
        bytes(index).filter { isASCIILetter(UInt32($0)) }.map { $0 | 0x20 }
    }

    /// The first letters of a word's parts, in lower case: `Self-Defense` has two.
    fileprivate func initials(ofPartsOf index: Int) -> [UInt8] {
        var initials: [UInt8] = []
        var isFirst = true
        for byte in bytes(index) {
            if isFirst, isASCIILetter(UInt32(byte)) || byte >= 0x80 || isDigit(UInt32(byte)) {
                initials.append(byte | 0x20)
            }
            isFirst = byte == 0x2D
        }
        return initials
    }
}
