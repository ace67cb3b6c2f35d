import CStemmer

/// Brings the forms of a word of one language to one stem.
///
/// The algorithms are those of the Snowball project (snowballstem.org), by libstemmer. They are given words as the index
/// holds them, without case and diacritics, so that writing and asking can never disagree. About 1 µs a word.
public final class Stemmer {
    private let stemmer: OpaquePointer

    /// The languages that have a stemmer, as ISO 639-1 codes, and its name.
    private static let algorithms = [
        "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
        "es": "spanish",
        "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
        "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali",
        "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
        "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
    ]

    /// The languages that have a stemmer, as ISO 639-1 codes, in order.
    public static let languages = algorithms.keys.sorted()

    /// A stemmer for `language`; `nil` when there is none.
    public init?(language: String) {
        guard let name = Self.algorithms[language], let made = sb_stemmer_new(name, "UTF_8") else { return nil }
        stemmer = made
    }

    deinit {
        sb_stemmer_delete(stemmer)
    }

    /// Writes the stem of a folded word behind `output`, as bytes.
    public func appendStem(of word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else { return }
        output.append(contentsOf: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }

    /// The stem of a folded word; the word itself when it has no endings that are known.
    public func stem(_ word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else { return "" }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }
}

/// Whether two folded English words of one stem are inflections of one word: number, tense or participle tells them
/// apart, as in city and cities, stop and stopped, share and sharing.
///
/// The stemmer alone goes further and takes organ and organization, university and universe for one; whoever counts
/// articles cannot use that.
public func areEnglishInflections(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    let common = zip(left, right).prefix { $0 == $1 }.count
    // Where both go on from the same letters, the endings may begin earlier: carri-es and carry-ing share "carr".
    return [common, common - 1].contains { length in
        length >= 2 && isInflection(left, from: length) && isInflection(right, from: length)
    }
}

/// What a form may have behind the letters that it shares with the others.
private let englishEndings = Set(
    ["", "e", "s", "es", "ed", "d", "ing", "y", "ies", "ied", "ying"].map { Array($0.utf8) })

private func isInflection(_ word: [UInt8], from length: Int) -> Bool {
    let ending = Array(word[length...])
    if englishEndings.contains(ending) { return true }
    // A consonant that is doubled before the ending: stopped, running.
    guard let first = ending.first, first == word[length - 1], !"aeiou".utf8.contains(first) else { return false }
    return ["ed", "ing", "es"].contains { ending.dropFirst().elementsEqual($0.utf8) }
}
