/// A word of a text, where it stands and what is known of it.
struct TextToken {
    /// The bytes it takes in the text's UTF-8.
    var bytes: Range<Int>
    /// Where it starts, in Unicode scalars.
    var start: Int
    /// How long it is, in Unicode scalars.
    var length: Int
    /// Stands for the word as printed.
    var hash: UInt64
    /// Stands for the word in lower case.
    var folded: UInt64
    /// How it is capitalized.
    var shape: Shape
    /// What stands between it and the word before.
    var gap: Gap
    /// What the word lists say of it.
    var traits: WordTraits

    enum Shape {
        /// `word`, or a script without capitals.
        case lower
        /// `Word`, `McDonald`, `Al-Monitor`.
        case capitalized
        /// `NATO`, `U.S.`: at least two letters, all capitals.
        case capitals
        /// `J`
        case initial
        /// `al-Assad`, `ez-Zor`: continues and begins names.
        case particled
        /// `US-led`, `Russian-backed`: an adjective made of a name.
        case compound
        case number
    }

    enum Gap {
        /// The beginning of a text or line.
        case start
        /// After the end of a sentence, a colon or an opening quote: the next word is a capital in any case.
        case sentence
        /// One blank, or blanks after an abbreviation's dot.
        case blank
        /// ` & `
        case ampersand
        /// An opening bracket.
        case bracket
        /// Commas, dashes, anything else.
        case other
    }

    /// Whether it may begin or continue a name.
    var isNameLike: Bool {
        switch shape {
        case .capitalized, .capitals, .initial, .particled: true
        case .lower, .compound, .number: false
        }
    }

    /// Whether its capital says nothing.
    var isInitialWord: Bool { gap == .start || gap == .sentence }

    /// Whether it follows the word before it without punctuation.
    var isAttached: Bool { gap == .blank || gap == .ampersand }
}

/// A text cut into words.
struct TokenizedText {
    /// The text's UTF-8.
    let utf8: [UInt8]
    /// Its words in order.
    let tokens: [TextToken]

    /// The words of `text`; linear.
    init(_ text: String, lexicon: Lexicon) {
        utf8 = Array(text.utf8)
        var scanner = TokenScanner(lexicon: lexicon)
        utf8.withUnsafeBufferPointer { scanner.scan($0) }
        tokens = scanner.tokens
    }

    /// The text from the first to the last of `range`'s words.
    func surface(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: utf8[tokens[first].bytes.lowerBound..<tokens[last].bytes.upperBound], as: UTF8.self)
    }

    /// Whether the byte after a word is `byte`.
    func isFollowed(_ index: Int, by byte: Character) -> Bool {
        let end = tokens[index].bytes.upperBound
        return end < utf8.count && utf8[end] == byte.asciiValue
    }

    /// Whether it ends with a full stop, after which quotes and brackets may stand. Headings ask and exclaim too.
    var endsWithFullStop: Bool {
        guard let last = tokens.last else { return false }
        return utf8[last.bytes.upperBound...].contains(0x2E)
    }

    /// Whether most longer words are capitals at their beginning, as in English headlines.
    var isHeadlineStyle: Bool {
        var capitals = 0
        var lower = 0
        for token in tokens where token.length >= 4 {
            if token.shape == .lower { lower += 1 } else if token.shape != .number { capitals += 1 }
        }
        return capitals >= 3 && capitals > lower * 2
    }
}

private struct TokenScanner {
    let lexicon: Lexicon
    var tokens: [TextToken] = []

    private var gap = TextToken.Gap.start
    private var gapHasDot = false
    private var gapBlanks = 0

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
    }

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        tokens.reserveCapacity(bytes.count / 6 + 4)
        var position = 0
        var scalars = 0
        while position < bytes.count {
            let (scalar, length) = Self.scalar(bytes, position)
            if isWordScalar(scalar) {
                readWord(bytes, &position, &scalars)
            } else {
                readGap(scalar)
                position += length
                scalars += 1
            }
        }
    }

    private mutating func readWord(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ scalars: inout Int) {
        var word = WordReader(start: position)
        let firstScalar = scalars
        while position < bytes.count {
            let (scalar, length) = Self.scalar(bytes, position)
            if isWordScalar(scalar) {
                word.add(scalar)
            } else {
                // Hyphens, apostrophes and dots inside a word.
                let next = position + length < bytes.count ? Self.scalar(bytes, position + length).0 : 0
                guard word.mayContinue(over: scalar, before: next) else { break }
                word.addJoint(scalar)
            }
            position += length
            scalars += 1
        }
        // The dot of "U.S." belongs to it.
        if word.isDotted, position < bytes.count, bytes[position] == 0x2E {
            word.addJoint(0x2E)
            position += 1
            scalars += 1
        }
        let isAbbreviated = gapHasDot && (tokens.last.map(isAbbreviation) ?? false) && gapBlanks <= 1
        let traits = lexicon.traits(of: word.folded)
        tokens.append(
            TextToken(
                bytes: word.start..<position, start: firstScalar, length: scalars - firstScalar, hash: word.hash,
                folded: word.folded, shape: word.shape(isParticle: lexicon.isParticle),
                gap: isAbbreviated ? .blank : gap,
                traits: traits))
        gap = .other
        gapHasDot = false
        gapBlanks = 0
        // "Iraq's": the ending is no word.
        if position + 1 < bytes.count {
            let (mark, length) = Self.scalar(bytes, position)
            let after = position + length
            if mark == 0x27 || mark == 0x2019, after < bytes.count, bytes[after] | 0x20 == 0x73 {
                let isEnd = after + 1 >= bytes.count || !isWordScalar(Self.scalar(bytes, after + 1).0)
                if isEnd {
                    position = after + 1
                    scalars += 2
                }
            } else if mark == 0x27 || mark == 0x2019, bytes[position - 1] == 0x73, after < bytes.count,
                bytes[after] == 0x20
            {
                // "Farmers' Union": so is the mark alone.
                position = after
                scalars += 1
            }
        }
    }

    private func isAbbreviation(_ token: TextToken) -> Bool {
        token.shape == .initial || token.traits.contains(.abbreviation)
    }

    private mutating func readGap(_ scalar: UInt32) {
        switch scalar {
        case 0x20, 0xA0:
            gapBlanks += 1
            if gap == .other && gapBlanks == 1 && !gapHasDot { gap = .blank }
        case 0x0A: gap = .start
        case 0x2E:
            gapHasDot = true
            if gap != .start { gap = .sentence }
        case 0x21, 0x3F, 0x3A, 0x2026, 0x22, 0x201C, 0x201E, 0xAB, 0x2018, 0x2022, 0x3B:
            if gap != .start { gap = .sentence }
            gapBlanks += 2
        case 0x26: gap = gap == .blank ? .ampersand : gap
        case 0x28, 0x5B: gap = .bracket
        default:
            if gap == .blank || gap == .other || gap == .ampersand { gap = .other }
            gapBlanks += 2
        }
    }

    @inline(__always)
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> (UInt32, Int) {
        let first = UInt32(bytes[position])
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | UInt32(bytes[position + 1]) & 0x3F, 2) }
        let second = UInt32(bytes[position + 1]) & 0x3F
        let third = UInt32(bytes[position + 2]) & 0x3F
        if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, 3) }
        return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(bytes[position + 3]) & 0x3F, 4)
    }
}

/// What is learned of a word while it is read.
private struct WordReader {
    let start: Int
    private(set) var hash = Lexicon.seed
    private(set) var folded = Lexicon.seed
    private(set) var isDotted = false

    private var letters = 0
    private var capitals = 0
    private var digits = 0
    private var beginsCapital = false
    private var lastIsCapital = false
    private var lettersSinceJoint = 0
    private var partBeginsCapital = false
    private var particleHash: UInt64?

    init(start: Int) {
        self.start = start
    }

    mutating func add(_ scalar: UInt32) {
        let lower = lowercased(scalar)
        hash = Lexicon.extend(hash, by: scalar)
        folded = Lexicon.extend(folded, by: lower)
        if (0x30...0x39).contains(scalar) {
            digits += 1
            return
        }
        let isCapital = lower != scalar
        if letters == 0 && digits == 0 { beginsCapital = isCapital }
        if lettersSinceJoint == 0 { partBeginsCapital = isCapital }
        letters += 1
        lettersSinceJoint += 1
        if isCapital { capitals += 1 }
        lastIsCapital = isCapital
    }

    mutating func addJoint(_ scalar: UInt32) {
        if scalar == 0x2E { isDotted = true }
        if scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011, particleHash == nil { particleHash = folded }
        let plain: UInt32 = scalar == 0x2019 ? 0x27 : scalar == 0x2010 || scalar == 0x2011 ? 0x2D : scalar
        hash = Lexicon.extend(hash, by: plain)
        folded = Lexicon.extend(folded, by: plain)
        lettersSinceJoint = 0
    }

    /// Whether a mark between two letters belongs to the word.
    func mayContinue(over scalar: UInt32, before next: UInt32) -> Bool {
        guard next != 0, isWordScalar(next) else { return false }
        switch scalar {
        case 0x2D, 0x2010, 0x2011: return true
        case 0x27, 0x2019:
            // "O'Brien", "d'Estaing", "L'Oréal"; but "Iraq's" ends before the mark.
            return letters <= 2 && lowercased(next) != next
        case 0x2E:
            // "U.S." and "1.5", not the end of a sentence.
            return lettersSinceJoint == 1 && lastIsCapital && lowercased(next) != next || letters == 0
        case 0x2C: return letters == 0 && (0x30...0x39).contains(next)
        default: return false
        }
    }

    func shape(isParticle: (UInt64) -> Bool) -> TextToken.Shape {
        if letters == 0 { return .number }
        guard beginsCapital else {
            if let particleHash, partBeginsCapital, isParticle(particleHash) { return .particled }
            return .lower
        }
        if particleHash != nil && !partBeginsCapital { return .compound }
        if letters == 1 { return digits == 0 ? .initial : .capitals }
        return capitals == letters ? .capitals : .capitalized
    }
}

@inline(__always)
private func isWordScalar(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x61...0x7A).contains(scalar | 0x20) || (0x30...0x39).contains(scalar) }
    switch scalar {
    case 0..<0xC0: return scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA
    case 0xD7, 0xF7, 0x2000...0x206F, 0x2070...0x2BFF, 0x3000...0x303F, 0xFE00...0xFE6F, 0xFF00...0xFF0F,
        0xFFF0...0xFFFF,
        0x1F000...0x1FAFF, 0x60C, 0x61B, 0x61F, 0x964, 0x965:
        return false
    default: return true
    }
}

/// The lower-case form of a letter that has one.
@inline(__always)
private func lowercased(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) ? scalar + 32 : scalar }
    switch scalar {
    case 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: return scalar + 32
    case 0x400...0x40F: return scalar + 80
    case 0x100...0x137, 0x14A...0x177, 0x1E00...0x1EFF, 0x48A...0x4BF: return scalar | 1
    case 0x139...0x148, 0x179...0x17E: return scalar & 1 == 1 ? scalar + 1 : scalar
    case 0x218, 0x21A: return scalar + 1
    case 0x386, 0x388...0x38F:
        return Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
    default: return scalar
    }
}
