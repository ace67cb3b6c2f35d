/// Which languages have a word among their common ones, and a letter in their alphabet. Languages are bits of a mask.
struct LanguageTable: Sendable {
    /// The only one; built at first use, in under a millisecond.
    static let shared = LanguageTable()

    /// The language of each bit.
    static let codes: [String] = {
        var codes: [String] = []
        for (code, _) in latinLanguageWords + otherLanguageWords where !codes.contains(code) { codes.append(code) }
        precondition(codes.count <= 64, "a mask has 64 bits")
        return codes
    }()
    /// The languages written in Latin letters.
    static let latin = mask(of: latinLanguageWords.map(\.code))
    /// The languages that share one of the other scripts.
    static let other = mask(of: otherLanguageWords.map(\.code))

    private static func mask(of list: [String]) -> UInt64 {
        list.reduce(0) { mask, code in mask | (codes.firstIndex(of: code).map { 1 << UInt64($0) } ?? 0) }
    }

    private var hashes: [UInt64]
    private var wordMasks: [UInt64]
    private var letterMasks: [UInt32: UInt64]
    /// The masks of letters below U+0600, where most are.
    private var lowLetterMasks: [UInt64]

    private init() {
        let size = 8_192
        hashes = [UInt64](repeating: 0, count: size)
        wordMasks = [UInt64](repeating: 0, count: size)
        letterMasks = [:]
        lowLetterMasks = [UInt64](repeating: 0, count: 0x600)
        for (code, words) in latinLanguageWords + otherLanguageWords {
            let mask = Self.mask(of: [code])
            for word in words.split(whereSeparator: \.isWhitespace) { insert(word, mask) }
        }
        for (letters, codes) in languageLetters {
            let mask = Self.mask(of: codes.split(separator: " ").map(String.init))
            for scalar in letters.unicodeScalars {
                if scalar.value < 0x600 {
                    lowLetterMasks[Int(scalar.value)] |= mask
                } else {
                    letterMasks[scalar.value, default: 0] |= mask
                }
            }
        }
    }

    private mutating func insert(_ word: Substring, _ mask: UInt64) {
        let hash = word.unicodeScalars.reduce(Self.seed) { Self.extend($0, by: $1.value) }
        var slot = Int(hash >> 40) & (hashes.count - 1)
        while hashes[slot] != 0 && hashes[slot] != hash { slot = (slot + 1) & (hashes.count - 1) }
        hashes[slot] = hash
        wordMasks[slot] |= mask
    }

    /// The languages that have the word with this hash among their common ones.
    @inline(__always)
    func languages(ofWord hash: UInt64) -> UInt64 {
        var slot = Int(hash >> 40) & (hashes.count - 1)
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return wordMasks[slot] }
            slot = (slot + 1) & (hashes.count - 1)
        }
        return 0
    }

    /// The languages whose alphabet has this lower-case letter; 0 when that tells nothing.
    @inline(__always)
    func languages(ofLetter scalar: UInt32) -> UInt64 {
        scalar < 0x600 ? lowLetterMasks[Int(scalar)] : letterMasks[scalar] ?? 0
    }

    /// Hashing of words, scalar by scalar: Fowler, Noll and Vo's FNV-1a with a final spread by its own multiplications.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func extend(_ hash: UInt64, by scalar: UInt32) -> UInt64 {
        (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3
    }
}

/// Letters that not every language of their script has, and the languages that do.
private let languageLetters: [(letters: String, codes: String)] = [
    ("äö", "de sv fi et tr az sk hu is"),
    ("ä", "de sv fi et sk"),
    ("ü", "de et tr az hu es ca"),
    ("ß", "de"),
    ("é", "fr es it pt hu cs sk ca gl is nl sv af vi"),
    ("è", "fr it ca vi"),
    ("à", "fr it pt ca vi"),
    ("ù", "fr it vi"),
    ("ò", "it ca vi"),
    ("ì", "it vi"),
    ("êô", "fr pt sk vi af"),
    ("â", "fr pt ro tr vi"),
    ("î", "fr ro tr"),
    ("û", "fr tr"),
    ("ç", "fr pt tr az ca sq"),
    ("ë", "nl sq fr af"),
    ("ï", "nl fr ca af"),
    ("œ", "fr"),
    ("ñ", "es gl"),
    ("áíóú", "es pt hu cs sk gl is vi ca"),
    ("ý", "cs sk is vi"),
    ("ãõ", "pt et vi"),
    ("å", "sv no da fi"),
    ("æø", "no da is"),
    ("ąęć", "pl"),
    ("ąę", "pl lt"),
    ("łńśźż", "pl"),
    ("ć", "pl hr sr"),
    ("čšž", "cs sk hr sr sl lt lv et"),
    ("ěřů", "cs"),
    ("ďťň", "cs sk"),
    ("ľĺŕ", "sk"),
    ("đ", "hr sr vi"),
    ("őű", "hu"),
    ("ășțşţ", "ro"),
    ("ş", "tr az ro"),
    ("ğı", "tr az"),
    ("ə", "az"),
    ("ėįų", "lt"),
    ("ū", "lt lv"),
    ("āēīģķļņ", "lv"),
    ("ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹă", "vi"),
    ("ðþ", "is"),
    ("ыэ", "ru be kk"),
    ("и", "ru uk bg sr mk kk"),
    ("ъ", "ru bg kk"),
    ("щ", "ru uk bg kk"),
    ("і", "uk be kk"),
    ("їєґ", "uk"),
    ("ў", "be"),
    ("ё", "ru be"),
    ("ј", "sr mk"),
    ("љњџ", "sr mk"),
    ("ћђ", "sr"),
    ("ѓќѕ", "mk"),
    ("әғқңөұүһ", "kk"),
    ("یکپچژگ", "fa ur"),
    ("ةىيكإأ", "ar"),
    ("ٹڈڑےہھںۓ", "ur"),
]
