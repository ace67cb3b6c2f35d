/// What can be said of a word without looking at its neighbours.
package struct WordProfile: Sendable {
    /// Stands for the word as printed; in headlines, as it would be printed elsewhere.
    let exact: UInt64
    /// Stands for the word in lower case.
    package let lower: UInt64
    /// Stands for its pattern of capitals, letters, digits and signs, up to three of a kind in a row: `Xxxx`, `dd`.
    let shape: UInt64
    /// The same with one of a kind in a row.
    let outline: UInt64
    /// Stand for its first one to four letters and its last four to one, in lower case; 0 where it is shorter.
    let affixes: SIMD8<UInt64>
    /// Its class among `WordTables.paths`.
    let cluster: ClusterPath
    /// The lists that hold it.
    package let lists: GazetteerLists
    /// How it is usually written.
    let caseClass: UInt8
    /// Whether it begins with a capital that says something.
    package let isCapital: Bool
    /// Whether it has lower-case letters, and whether it has others.
    let hasLower: Bool
    let hasUpper: Bool
    let hasHyphen: Bool
    /// How many letters and digits it has.
    let length: Int
    /// Whether a name may continue over it: of, and, for, de.
    let isJoint: Bool
    /// Its first letter in lower case; 0 when it is none of the Latin alphabet.
    let initial: UInt8

    /// What stands before and after a sentence.
    init(edge: UInt64) {
        exact = edge
        lower = edge
        shape = edge
        outline = edge
        affixes = .zero
        cluster = ClusterPath(bits: 0, length: 0)
        lists = []
        caseClass = CaseClass.unknown
        isCapital = false
        hasLower = false
        hasUpper = false
        hasHyphen = false
        length = 0
        isJoint = false
        initial = 0
    }

    /// Of the word `bytes`. `isRestored`: it stands in a headline, where capitals say nothing, so that it is taken to be
    /// written as it usually is.
    init(_ bytes: UnsafeBufferPointer<UInt8>, tables: WordTables, isRestored: Bool) {
        var reader = WordReader()
        reader.read(bytes)
        let lowerBytes = reader.lower
        let lower = Fingerprint.text(lowerBytes)
        let lowerKey = Fingerprint.short(lower)
        let caseClass = tables.cases[lowerKey] ?? CaseClass.unknown
        let isOrdinary = CaseClass.isOrdinary(caseClass)
        var exact = Fingerprint.text(bytes)
        var cluster = tables.clusters[Fingerprint.short(exact)]
        var isCapital = reader.beginsCapital
        if isRestored {
            let isKnownAcronym = reader.capitals > 1 && !reader.hasLower && cluster != nil && !isOrdinary
            if !isKnownAcronym {
                exact = isOrdinary ? lower : Fingerprint.text(reader.capitalized)
                cluster = tables.clusters[Fingerprint.short(exact)]
            }
            isCapital = isCapital && !isOrdinary
        }
        cluster = cluster ?? tables.clusters[lowerKey]
        self.exact = exact
        self.lower = lower
        self.cluster = cluster.map { tables.paths[Int($0)] } ?? ClusterPath(bits: 0, length: 0)
        // Headlines have patterns of their own: whether the word is often written small decides.
        let style: UInt64 = isRestored ? Fingerprint.pair(reader.hasUpper ? 2 : 1, UInt64(caseClass)) : 0
        shape = isRestored && reader.letters > 0 ? style : reader.shape
        outline = isRestored && reader.letters > 0 ? (isCapital ? 0x52 : 0x72) : reader.outline
        affixes = Self.affixes(lowerBytes)
        lists = GazetteerLists(rawValue: tables.gazetteer[lowerKey] ?? 0)
        self.caseClass = caseClass
        self.isCapital = isCapital
        hasLower = reader.hasLower
        hasUpper = reader.hasUpper
        hasHyphen = reader.hasHyphen
        length = reader.letters + reader.digits
        isJoint = Self.joints.contains(lower)
        initial = lowerBytes.first.map { isASCIILetter(UInt32($0)) ? $0 : 0 } ?? 0
    }

    private static let joints = Set(["of", "and", "&", "for", "de"].map { Fingerprint.text($0.utf8) })

    private static func affixes(_ word: [UInt8]) -> SIMD8<UInt64> {
        var result = SIMD8<UInt64>.zero
        var starts: [Int] = []
        for (index, byte) in word.enumerated() where byte & 0xC0 != 0x80 { starts.append(index) }
        for count in 1...4 where count <= starts.count {
            let end = count == starts.count ? word.count : starts[count]
            result[count - 1] = Fingerprint.text(word[..<end])
            result[8 - count] = Fingerprint.text(word[starts[starts.count - count]...])
        }
        return result
    }

    /// Stands for the last three letters of a word that has more.
    @inline(__always)
    var ending: UInt64 { affixes[4] == 0 ? 0 : affixes[5] }
}

/// Reads the letters of a word.
private struct WordReader {
    private(set) var lower: [UInt8] = []
    private(set) var shape: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var outline: UInt64 = 0xCBF2_9CE4_8422_2325
    private(set) var letters = 0
    private(set) var capitals = 0
    private(set) var digits = 0
    private(set) var hasHyphen = false
    private(set) var beginsCapital = false

    private var lastSign: UInt32 = 0
    private var repeats = 0
    /// More of a word is not looked at.
    private static let limit = 48

    var hasLower: Bool { letters > capitals }
    var hasUpper: Bool { capitals > 0 }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        lower.reserveCapacity(min(bytes.count, Self.limit) + 4)
        var position = 0
        while position < bytes.count, position < Self.limit {
            let (value, length) = scalar(bytes, at: position)
            add(value, isFirst: position == 0)
            position += length
        }
    }

    private mutating func add(_ value: UInt32, isFirst: Bool) {
        let small = lowercased(value)
        var sign = value
        if isDigit(value) {
            digits += 1
            sign = 0x64
        } else if small != value {
            capitals += 1
            letters += 1
            sign = 0x58
            if isFirst { beginsCapital = true }
        } else if isWordScalar(value) {
            letters += 1
            sign = 0x78
        } else if value == 0x2D {
            hasHyphen = true
        }
        append(small)
        repeats = sign == lastSign ? repeats + 1 : 1
        if repeats == 1 { outline = (outline ^ UInt64(sign)) &* 0x0000_0100_0000_01B3 }
        if repeats <= 3 { shape = (shape ^ UInt64(sign)) &* 0x0000_0100_0000_01B3 }
        lastSign = sign
    }

    private mutating func append(_ value: UInt32) {
        if value < 0x80 {
            lower.append(UInt8(value))
        } else if value < 0x800 {
            lower.append(UInt8(0xC0 | value >> 6))
            lower.append(UInt8(0x80 | value & 0x3F))
        } else if value < 0x10000 {
            lower.append(UInt8(0xE0 | value >> 12))
            lower.append(UInt8(0x80 | value >> 6 & 0x3F))
            lower.append(UInt8(0x80 | value & 0x3F))
        } else {
            lower.append(UInt8(0xF0 | value >> 18 & 0x07))
            lower.append(UInt8(0x80 | value >> 12 & 0x3F))
            lower.append(UInt8(0x80 | value >> 6 & 0x3F))
            lower.append(UInt8(0x80 | value & 0x3F))
        }
    }

    /// The word with one capital, at its beginning.
    var capitalized: [UInt8] {
        guard let first = lower.first, isASCIILetter(UInt32(first)) else { return lower }
        return [first - 0x20] + lower.dropFirst()
    }
}
