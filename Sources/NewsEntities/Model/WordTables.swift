/// What is known of words before any text is read.
package struct WordTables: Sendable {
    /// Classes of words that stand in the same company, by the word as printed.
    package let clusters: FingerprintMap<UInt16>
    /// The way down a tree to each class, whose beginnings are wider classes.
    package let paths: [ClusterPath]
    /// How a word is usually written, by its lower-case form.
    package let cases: FingerprintMap<UInt8>
    /// Lists that hold a name, by its lower-case words.
    package let gazetteer: FingerprintMap<UInt16>

    /// Tables of these entries.
    package init(
        clusters: [(UInt32, UInt16)], paths: [ClusterPath], cases: [(UInt32, UInt8)], gazetteer: [(UInt32, UInt16)]
    ) {
        self.clusters = FingerprintMap(clusters, empty: 0)
        self.paths = paths
        self.cases = FingerprintMap(cases, empty: 0)
        self.gazetteer = FingerprintMap(gazetteer, empty: 0)
    }

    /// The key of a name of several words in the gazetteer.
    @inline(__always)
    package static func phrase(_ name: UInt64, followedBy word: UInt64) -> UInt64 { Fingerprint.pair(name, word) }
}

/// The way down the binary tree of word classes, first branch in the highest bit.
package struct ClusterPath: Sendable, Equatable {
    package let bits: UInt32
    package let length: UInt8

    package init(bits: UInt32, length: UInt8) {
        self.bits = bits
        self.length = length
    }

    /// Stands for the first `count` branches.
    @inline(__always)
    func prefix(_ count: UInt8) -> UInt64 {
        let taken = min(count, length)
        return UInt64(taken == 0 ? 0 : bits >> (32 - UInt32(taken))) << 8 | UInt64(taken)
    }
}

/// How a word is usually written inside sentences.
package enum CaseClass {
    /// Of a word that was hardly met.
    package static let unknown: UInt8 = 12

    /// By the share of capitals among `lower` and `capital` occurrences, and whether there are five or more of them.
    package static func of(lower: Int, capital: Int) -> UInt8 {
        let total = lower + capital
        guard total > 0 else { return unknown }
        let share = Double(capital) / Double(total)
        let step: UInt8 = share < 0.02 ? 0 : share < 0.2 ? 1 : share < 0.5 ? 2 : share < 0.8 ? 3 : share < 0.98 ? 4 : 5
        return step * 2 + (total < 5 ? 0 : 1)
    }

    /// Whether the word is mostly written small.
    static func isMostlyLower(_ value: UInt8) -> Bool { value < 6 }

    /// Whether the word is not seldom written small.
    static func isOftenLower(_ value: UInt8) -> Bool { value < 8 }

    /// Whether a capital in a headline says nothing: the word is often met and mostly written small.
    @inline(__always)
    static func isOrdinary(_ value: UInt8) -> Bool { value == 1 || value == 3 || value == 0 }
}

/// The lists of the gazetteer, as bits.
package struct GazetteerLists: OptionSet, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Towns of 100,000 people or more.
    package static let city = GazetteerLists(rawValue: 1 << 0)
    package static let country = GazetteerLists(rawValue: 1 << 1)
    /// Smaller towns.
    package static let town = GazetteerLists(rawValue: 1 << 2)
    /// States, provinces, and what else countries are made of.
    package static let region = GazetteerLists(rawValue: 1 << 3)
    /// Continents, seas, rivers, mountains.
    package static let landscape = GazetteerLists(rawValue: 1 << 4)
    package static let firstName = GazetteerLists(rawValue: 1 << 5)
    /// Surnames of people who made news for long.
    package static let knownPerson = GazetteerLists(rawValue: 1 << 6)
    package static let surname = GazetteerLists(rawValue: 1 << 7)
    package static let rareSurname = GazetteerLists(rawValue: 1 << 8)
    package static let demonym = GazetteerLists(rawValue: 1 << 9)
    /// Words that make a name an organization's: Ministry, Inc.
    package static let organizationWord = GazetteerLists(rawValue: 1 << 10)
    /// What stands before persons: President, Mr.
    package static let title = GazetteerLists(rawValue: 1 << 11)
    /// Words that make a name a place's: River, Province.
    package static let placeWord = GazetteerLists(rawValue: 1 << 12)
    package static let organization = GazetteerLists(rawValue: 1 << 13)
    /// Weekdays and months.
    package static let calendar = GazetteerLists(rawValue: 1 << 14)
    /// Says only that longer names begin with this word.
    package static let beginsLonger = GazetteerLists(rawValue: 1 << 15)
}
