/// Phrases of one or more words, found in lists of words with one look-up a word, however many phrases there are.
///
/// Words are compared by a hash of 64 bits (FNV-1a).
struct WordPhrases<Meaning: OptionSet & Sendable>: Sendable
where Meaning.RawValue == UInt32, Meaning.Element == Meaning {
    private var entries: [UInt64: [(rest: [UInt64], meaning: Meaning)]] = [:]

    /// Phrases by what they mean: names separated by blanks or line ends, the words of one by `-`.
    init(names: [(Meaning, String)]) {
        for (meaning, list) in names {
            for name in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                add(name.split(separator: "-").map { FNV.hash($0.utf8) }, meaning)
            }
        }
    }

    /// Phrases by what they mean, as they are printed.
    init(printed: [(Meaning, [String])]) {
        for (meaning, phrases) in printed {
            for phrase in phrases { add(Self.words(ofKey: textKey(phrase)), meaning) }
        }
    }

    private mutating func add(_ words: [UInt64], _ meaning: Meaning) {
        guard let first = words.first else { return }
        entries[first, default: []].append((Array(words.dropFirst()), meaning))
    }

    /// What the phrases mean that stand anywhere in `words`.
    func meaning(in words: [UInt64]) -> Meaning {
        var meaning: Meaning = []
        for index in words.indices { meaning.formUnion(self.meaning(at: index, of: words)) }
        return meaning
    }

    /// What the phrases mean that are all of `words`.
    func meaning(ofAll words: [UInt64]) -> Meaning {
        var meaning: Meaning = []
        guard let first = words.first, let found = entries[first] else { return meaning }
        for entry in found where words.dropFirst().elementsEqual(entry.rest) { meaning.formUnion(entry.meaning) }
        return meaning
    }

    /// What the phrases mean that stand at `index` of `words`.
    func meaning(at index: Int, of words: [UInt64]) -> Meaning {
        var meaning: Meaning = []
        guard index < words.count, let found = entries[words[index]] else { return meaning }
        for entry in found where words[(index + 1)...].starts(with: entry.rest) { meaning.formUnion(entry.meaning) }
        return meaning
    }

    /// The words of a text by its `textKey`: one blank stands between two, and none at the ends.
    static func words(ofKey key: String) -> [UInt64] {
        var words: [UInt64] = []
        var hash = FNV.offset
        for byte in key.utf8 {
            if byte == 0x20 {
                words.append(hash)
                hash = FNV.offset
            } else {
                hash = FNV.adding(byte, to: hash)
            }
        }
        if !key.isEmpty { words.append(hash) }
        return words
    }
}

/// The FNV-1a hash of 64 bits (Fowler, Noll, Vo).
enum FNV {
    static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    static let prime: UInt64 = 0x100_0000_01B3

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = offset
        for byte in bytes { hash = adding(byte, to: hash) }
        return hash
    }

    static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 { (hash ^ UInt64(byte)) &* prime }
}
