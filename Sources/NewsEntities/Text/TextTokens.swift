/// A word or sign of a text and where it stands.
struct TextToken {
    /// The bytes it takes in the text's UTF-8.
    let bytes: Range<Int>
    /// Where it starts, in Unicode scalars.
    let start: Int
    /// How long it is, in Unicode scalars.
    let length: Int
}

/// A text cut into sentences, and these into words and signs.
///
/// Words keep their hyphens (`ez-Zor`), abbreviations and initials their dots (`U.S.`, `Gen.`); endings behind an
/// apostrophe are words of their own (`Iraq` `'s`), and so is every other sign. Linear.
package struct TextTokens {
    /// The text's UTF-8.
    let utf8: [UInt8]
    let tokens: [TextToken]
    let sentences: [Range<Int>]

    /// The words of `text`.
    package init(_ text: String) {
        utf8 = Array(text.utf8)
        var scanner = TextScanner()
        utf8.withUnsafeBufferPointer { scanner.scan($0) }
        tokens = scanner.tokens
        sentences = scanner.sentences
    }

    /// The text from the first to the last of `range`'s words.
    func surface(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: utf8[tokens[first].bytes.lowerBound..<tokens[last].bytes.upperBound], as: UTF8.self)
    }

    /// The bytes of a word.
    func bytes(_ index: Int) -> ArraySlice<UInt8> { utf8[tokens[index].bytes] }

    /// Whether a word is just this.
    func word(_ index: Int, is text: StaticString) -> Bool {
        tokens.indices.contains(index) && text.utf8CodeUnitCount == tokens[index].bytes.count
            && text.withUTF8Buffer { $0.elementsEqual(bytes(index)) }
    }

    /// The words of each sentence.
    package var words: [[String]] { sentences.map { $0.map { surface($0..<($0 + 1)) } } }
}

private struct TextScanner {
    private(set) var tokens: [TextToken] = []
    private(set) var sentences: [Range<Int>] = []

    private var sentenceStart = 0
    private var position = 0
    private var scalars = 0
    /// Whether a full stop, question or exclamation mark was read that ends a sentence where a new one may begin.
    private var mayEnd = false

    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
        tokens.reserveCapacity(bytes.count / 5 + 4)
        while position < bytes.count {
            let (value, length) = scalar(bytes, at: position)
            switch value {
            case 0x0A, 0x0D, 0x2028, 0x2029:
                endSentence()
                advance(length)
            case 0...0x20, 0xA0, 0x2000...0x200F, 0x3000, 0xFEFF: advance(length)
            default: readToken(bytes, value)
            }
        }
        endSentence()
    }

    private mutating func advance(_ length: Int) {
        position += length
        scalars += 1
    }

    private mutating func endSentence() {
        if tokens.count > sentenceStart { sentences.append(sentenceStart..<tokens.count) }
        sentenceStart = tokens.count
        mayEnd = false
    }

    private mutating func readToken(_ bytes: UnsafeBufferPointer<UInt8>, _ first: UInt32) {
        let (start, startScalars) = (position, scalars)
        let isTouching = tokens.last?.bytes.upperBound == start
        let isClosing =
            first == 0x22 || first == 0x29 || first == 0x5D || first == 0x27 || first == 0x2019
            || first == 0x201D || first == 0xBB
        if mayEnd, !isTouching || lowercased(first) != first, beginsSentence(bytes) { endSentence() }
        if mayEnd, !isClosing { mayEnd = false }
        if isTouching, isNot(bytes, at: start) {
            for _ in 0..<3 { advance(scalar(bytes, at: position).length) }
        } else if isWordScalar(first) {
            readWord(bytes)
        } else if (first == 0x40 || first == 0x23), isWord(bytes, at: position + 1) {
            advance(1)
            readWord(bytes)
        } else if isApostrophe(first), isTouching, let length = Self.endingLength(bytes, at: position) {
            for _ in 0..<length.scalars { advance(scalar(bytes, at: position).length) }
        } else {
            readSigns(bytes, first)
        }
        append(start, startScalars)
    }

    private mutating func append(_ start: Int, _ startScalars: Int) {
        tokens.append(TextToken(bytes: start..<position, start: startScalars, length: scalars - startScalars))
    }

    /// One sign, or several equal ones in a row.
    private mutating func readSigns(_ bytes: UnsafeBufferPointer<UInt8>, _ first: UInt32) {
        repeat {
            advance(scalar(bytes, at: position).length)
        } while position < bytes.count
            && scalar(bytes, at: position).value == first
        if first == 0x2E || first == 0x21 || first == 0x3F || first == 0x2026 { mayEnd = true }
    }

    /// Whether what stands here may be the first word of a sentence.
    private func beginsSentence(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let value = scalar(bytes, at: position).value
        return lowercased(value) != value || isDigit(value) || !isWordScalar(value) || value > 0x2FF
    }

    private mutating func readWord(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = position
        if Self.isAddress(bytes, at: start) {
            while position < bytes.count, bytes[position] > 0x20 { advance(scalar(bytes, at: position).length) }
            return
        }
        var letters = 0
        var sinceDot = 0
        var lastIsCapital = false
        var isDotted = false
        var hasLongPart = false
        while position < bytes.count {
            let (value, length) = scalar(bytes, at: position)
            if isWordScalar(value) {
                if !isDigit(value) {
                    letters += 1
                    lastIsCapital = lowercased(value) != value
                }
                sinceDot += 1
                hasLongPart = hasLongPart || sinceDot > 1
            } else {
                guard isWord(bytes, at: position + length) else { break }
                let next = scalar(bytes, at: position + length).value
                guard joins(value, next, letters: letters, sinceDot: sinceDot, lastIsCapital) else { break }
                if value == 0x2E {
                    isDotted = true
                    sinceDot = 0
                }
                if value == 0x2D || value == 0x2010 || value == 0x2011 { sinceDot = 2 }
            }
            advance(length)
        }
        splitNot(bytes, from: start)
        readDot(
            bytes, start, isInitial: letters == 1 && lastIsCapital && position - start == 1, isDotted && !hasLongPart)
    }

    /// Whether a sign between two letters belongs to the word.
    private func joins(
        _ sign: UInt32, _ next: UInt32, letters: Int, sinceDot: Int, _ lastIsCapital: Bool
    ) -> Bool {
        switch sign {
        case 0x2D, 0x2010, 0x2011, 0x40: return true
        case 0x26: return lastIsCapital && lowercased(next) != next
        case 0x27, 0x2019: return letters <= 2 && lowercased(next) != next
        case 0x2E: return letters == 0 || sinceDot == 1 && lastIsCapital || (0x61...0x7A).contains(next)
        case 0x2C, 0x3A, 0x2F: return letters == 0 && isDigit(next)
        default: return false
        }
    }

    /// `don't` is `do` and `n't`: the word ends before its last letter.
    private mutating func splitNot(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        guard position - start > 1, isNot(bytes, at: position - 1) else { return }
        position -= 1
        scalars -= 1
    }

    /// Whether `n't` stands here.
    private func isNot(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        guard bytes[position] | 0x20 == 0x6E, position + 1 < bytes.count else { return false }
        let (mark, length) = scalar(bytes, at: position + 1)
        let end = position + 1 + length
        return isApostrophe(mark) && end < bytes.count && bytes[end] | 0x20 == 0x74 && !isWord(bytes, at: end + 1)
    }

    /// The dot of `U.S.`, `J.` and `Gen.` belongs to the word.
    private mutating func readDot(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, isInitial: Bool, _ isDotted: Bool)
    {
        guard position < bytes.count, bytes[position] == 0x2E else { return }
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        guard next != 0x2E else { return }
        if isDotted {
            advance(1)
            // "the U.S. The": a capital may begin a sentence, but mostly continues this one.
        } else if isInitial || Abbreviations.contains(bytes[start..<position]) {
            advance(1)
        }
    }

    private func isWord(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        position < bytes.count && isWordScalar(scalar(bytes, at: position).value)
    }

    private func isApostrophe(_ value: UInt32) -> Bool { value == 0x27 || value == 0x2019 }

    /// The length of an apostrophe with an ending: 's, 're, 've, 'll, 'd, 'm, and n't after its n.
    private static func endingLength(
        _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> (bytes: Int, scalars: Int)? {
        let mark = scalar(bytes, at: position).length
        func letter(_ offset: Int) -> UInt8 {
            let index = position + mark + offset
            return index < bytes.count && isWordScalar(scalar(bytes, at: index).value) ? bytes[index] | 0x20 : 0
        }
        let (first, second, third) = (letter(0), letter(1), letter(2))
        if second == 0, [0x73, 0x64, 0x6D].contains(first) { return (mark + 1, 2) }
        if third == 0, [[0x72, 0x65], [0x76, 0x65], [0x6C, 0x6C]].contains([first, second]) {
            return (mark + 2, 3)
        }
        return nil
    }

    /// Whether an address of the web begins here.
    private static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        func begins(_ text: StaticString) -> Bool {
            position + text.utf8CodeUnitCount <= bytes.count
                && text.withUTF8Buffer { prefix in
                    prefix.indices.allSatisfy { bytes[position + $0] | 0x20 == prefix[$0] | 0x20 }
                }
        }
        return begins("http://") || begins("https://") || begins("www.")
    }
}

/// Words whose dot ends no sentence.
package enum Abbreviations {
    private static let hashes = Set(
        """
        mr mrs ms dr prof st sr jr gen lt col maj capt sgt adm cmdr gov sen rep reps sens rev hon pres messrs mme mlle insp det
        supt cpl pvt brig inc corp co ltd bros vs etc no nos jan feb mar apr jun jul aug sep sept oct nov dec mt ft dept univ
        assn ave blvd ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa
        penn tenn tex vt va wash wis wyo
        """.split(whereSeparator: \.isWhitespace).map { Fingerprint.text($0.utf8) })

    /// Whether a word is one of them; words that may end a sentence only with a capital.
    static func contains(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard (2...6).contains(word.count), let first = word.first, (0x41...0x5A).contains(first),
            word.dropFirst().allSatisfy({ (0x61...0x7A).contains($0) })
        else { return false }
        return hashes.contains(Fingerprint.text(word.lazy.map { $0 | 0x20 }))
    }

    /// Whether a word without its dot is one of them.
    package static func contains(_ word: String) -> Bool {
        hashes.contains(Fingerprint.text(word.lowercased().utf8))
    }
}
