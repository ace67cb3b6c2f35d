import NewsModel

/// What the word lists say of a word.
struct WordTraits: OptionSet, Sendable {
    let rawValue: UInt32

    /// An ordinary word: a capital at a sentence's beginning does not make it a name.
    static let common = WordTraits(rawValue: 1 << 0)
    /// Stands before a person: President, Mr, spokesman.
    static let title = WordTraits(rawValue: 1 << 1)
    /// Makes the name it is part of an organization: Ministry, Bank.
    static let organization = WordTraits(rawValue: 1 << 2)
    /// Makes the name it is part of a place: River, Province.
    static let place = WordTraits(rawValue: 1 << 3)
    /// The name after it is likely a place: in, near.
    static let beforePlace = WordTraits(rawValue: 1 << 4)
    /// The name before it is likely a place: river, area.
    static let afterPlace = WordTraits(rawValue: 1 << 5)
    /// The name before it is likely an organization: fighters, shares.
    static let afterOrganization = WordTraits(rawValue: 1 << 6)
    /// The name before it is likely a person's: said, told.
    static let afterPerson = WordTraits(rawValue: 1 << 7)
    /// A person's first name.
    static let firstName = WordTraits(rawValue: 1 << 8)
    /// A people, its language or what belongs to a country: Iraqi, English.
    static let demonym = WordTraits(rawValue: 1 << 9)
    /// A weekday, month or feast.
    static let calendar = WordTraits(rawValue: 1 << 10)
    /// Joins the parts of a person's or place's name: van, bin, de.
    static let particle = WordTraits(rawValue: 1 << 11)
    /// Joins the parts of an organization's name: of, for, and, the.
    static let joint = WordTraits(rawValue: 1 << 12)
    /// Written with a dot that ends no sentence: Mr, Gen, St.
    static let abbreviation = WordTraits(rawValue: 1 << 13)
    /// A noun of a place before "of" and its name: town, city, province.
    static let placeNoun = WordTraits(rawValue: 1 << 14)
    /// An ordinary adjective that begins names of organizations and places: National, North.
    static let nameAdjective = WordTraits(rawValue: 1 << 15)
    /// A pronoun or a verb, which stand in headings and clauses with capitals but in no name.
    static let clause = WordTraits(rawValue: 1 << 16)
    /// The legal form behind a company's name: Ltd, Inc.
    static let companyForm = WordTraits(rawValue: 1 << 17)
}

/// The word lists; short ones of our own.
struct Lexicon: Sendable {
    /// The only one; built at first use, in about a millisecond.
    static let shared = Lexicon()

    /// A name that is known beforehand.
    struct KnownName: Sendable {
        let kind: EntityKind
        /// The same for all names of one thing: `US`, `United States`.
        let identity: Int
    }

    private var traitsByWord: [UInt64: WordTraits] = [:]
    private var knownNames: [UInt64: KnownName] = [:]
    private var particles: Set<UInt64> = []

    /// The greatest number of words in a known name.
    static let longestKnownName = 4

    private init() {
        for (trait, words) in wordLists {
            for word in words.split(whereSeparator: \.isWhitespace) {
                traitsByWord[Self.hash(word), default: []].insert(trait)
            }
        }
        particles = Set(
            ["al", "el", "ez", "ad", "ar", "as", "at", "ash", "an", "ul", "bin", "ben"].map { Self.hash($0[...]) })
        var identity = 0
        for (kind, names) in knownNameLists {
            for line in names.split(separator: "\n") {
                identity += 1
                for name in line.split(separator: "|") {
                    let words = name.split(separator: " ")
                    guard !words.isEmpty else { continue }
                    let key = words.reduce(Self.seed) { Self.join($0, Self.hash($1)) }
                    knownNames[key] = KnownName(kind: kind, identity: identity)
                }
            }
        }
    }

    /// What the lists say of a word by the hash of its lower-case form.
    @inline(__always)
    func traits(of folded: UInt64) -> WordTraits { traitsByWord[folded] ?? [] }

    /// The known name whose words, as printed, have this joined hash.
    @inline(__always)
    func knownName(_ key: UInt64) -> KnownName? { knownNames[key] }

    /// Whether a word before a hyphen begins names like `al-Assad`.
    func isParticle(_ folded: UInt64) -> Bool { particles.contains(folded) }

    /// Hashes of words that the grammar of names asks for.
    static let of = hash("of")
    static let and = hash("and")
    static let the = hash("the")

    /// Hashing of words, scalar by scalar (FNV-1a), and of words joined to names.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func extend(_ hash: UInt64, by scalar: UInt32) -> UInt64 { (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01B3 }

    @inline(__always)
    static func join(_ name: UInt64, _ word: UInt64) -> UInt64 {
        (name ^ word ^ word >> 29) &* 0x9E37_79B9_7F4A_7C15 &+ 0x632B_E59B_D9B4_E019
    }

    private static func hash(_ word: Substring) -> UInt64 {
        word.unicodeScalars.reduce(seed) { extend($0, by: $1.value) }
    }
}
