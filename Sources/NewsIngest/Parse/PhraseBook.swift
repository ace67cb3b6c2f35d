import NewsText

/// Phrases that tell what a line is, each folded, so that case, quotes, dashes and diacritics do not count.
///
/// A lookup costs one folding of the line's first bytes and a few dictionary reads, however many phrases there are.
struct PhraseBook: Sendable {
    /// Whole lines, without a colon at the end.
    private(set) var lines: [String: PhraseMeaning] = [:]
    /// What stands before a colon.
    private(set) var labels: [String: PhraseMeaning] = [:]
    /// The first words of a line.
    private(set) var openings: [String: PhraseMeaning] = [:]
    /// The first words of `openings` and `frames`: most lines begin with none of them.
    private var firstWords: Set<String> = []
    /// Chrome whose middle changes: `via … kommentieren`.
    private(set) var frames: [Frame] = []
    /// Chrome phrases without blanks, longest first, for lines of several links glued together.
    private(set) var glued: [[UInt8]] = []

    struct Frame: Sendable {
        let opening: String
        let end: String
    }

    /// A line that was recognized.
    struct Match {
        let meaning: PhraseMeaning
        /// What the line says behind its label or opening; empty for whole lines.
        let rest: Substring
        /// Whether the phrase is a label with its colon, or the whole line.
        let isLabel: Bool
    }

    mutating func addLines(_ meaning: PhraseMeaning, _ phrases: [String]) {
        for phrase in phrases { lines[foldedKey(phrase)] = meaning }
    }

    /// Labels also count as whole lines when they stand alone.
    mutating func addLabels(_ meaning: PhraseMeaning, _ phrases: [String]) {
        for phrase in phrases {
            labels[foldedKey(phrase)] = meaning
            lines[foldedKey(phrase)] = meaning
        }
    }

    mutating func addOpenings(_ meaning: PhraseMeaning, _ phrases: [String]) {
        for phrase in phrases {
            let key = foldedKey(phrase)
            openings[key] = meaning
            firstWords.insert(Self.firstWord(of: key))
        }
    }

    mutating func addFrames(_ frames: [(String, String)]) {
        self.frames += frames.map { Frame(opening: foldedKey($0.0), end: foldedKey($0.1)) }
        for frame in self.frames { firstWords.insert(Self.firstWord(of: frame.opening)) }
    }

    mutating func addGlued(_ phrases: [String]) {
        glued += phrases.map { Array(foldedKey($0).utf8.filter { $0 != 0x20 }) }.filter { !$0.isEmpty }
        glued.sort { $0.count > $1.count }
    }

    /// What `text` is; `nil` when no phrase of the book tells.
    func match(_ text: String) -> Match? {
        let head = Self.head(of: text)
        if head.count == text.utf8.count {
            if let meaning = lines[foldedKey(Self.withoutColon(text))] ?? meaningBeforeCount(text) {
                return Match(meaning: meaning, rest: "", isLabel: true)
            }
        }
        if let colon = Self.colon(in: text), let meaning = labels[foldedKey(String(trimmed(text[..<colon.lowerBound])))]
        {
            return Match(meaning: meaning, rest: trimmed(text[colon.upperBound...]), isLabel: true)
        }
        guard firstWords.contains(foldedKey(Self.firstWord(of: text))) else { return nil }
        return matchedOpening(text) ?? matchedFrame(text)
    }

    /// What a line of the frame with a count behind it is: `Comments (12)`.
    private func meaningBeforeCount(_ text: String) -> PhraseMeaning? {
        guard let phrase = StorylineLine.topic(in: text), let meaning = lines[foldedKey(phrase)] else { return nil }
        return meaning == .chrome || meaning == .closing || meaning == .footer ? meaning : nil
    }

    /// Whether `text` is nothing but several chrome phrases glued together, with or without blanks.
    func isGluedChrome(_ text: String) -> Bool {
        guard text.utf8.count <= 200, !glued.isEmpty else { return false }
        return isGluedChrome(folded: Self.withoutBlanks(text))
    }

    /// The same for a line that is folded and without blanks already, to be asked of many books.
    func isGluedChrome(folded: [UInt8]) -> Bool {
        var rest = folded[...]
        var phrases = 0
        while !rest.isEmpty {
            guard let phrase = glued.first(where: { $0.first == rest.first && rest.starts(with: $0) }) else {
                return false
            }
            rest = rest.dropFirst(phrase.count)
            phrases += 1
        }
        return phrases > 1
    }

    /// `text` folded, its blanks removed.
    static func withoutBlanks(_ text: String) -> [UInt8] {
        var folded = foldedKey(text)
        return folded.withUTF8 { bytes in
            [UInt8](unsafeUninitializedCapacity: bytes.count) { out, count in
                for byte in bytes where byte != 0x20 {
                    out[count] = byte
                    count += 1
                }
            }
        }
    }

    private static func firstWord(of text: String) -> String {
        let bytes = text.utf8
        guard let end = bytes.prefix(64).firstIndex(of: 0x20) else { return bytes.count <= 64 ? text : "" }
        return String(text[..<end])
    }

    private func matchedOpening(_ text: String) -> Match? {
        // Up to four words; the longest phrase wins.
        var found: Match?
        var words = 0
        let bytes = text.utf8
        var index = bytes.startIndex
        var steps = 0
        while words < 5, steps <= 60 {
            if index == bytes.endIndex || bytes[index] == 0x20 {
                words += 1
                if let meaning = openings[foldedKey(Self.withoutStop(text[..<index]))] {
                    found = Match(meaning: meaning, rest: trimmed(text[index...]), isLabel: false)
                }
                if index == bytes.endIndex { break }
            }
            bytes.formIndex(after: &index)
            steps += 1
        }
        return found
    }

    private static func withoutStop(_ text: Substring) -> String {
        let last = text.utf8.last
        return String(last == 0x2E || last == 0x2C || last == 0x21 ? text.dropLast() : text)
    }

    private func matchedFrame(_ text: String) -> Match? {
        guard !frames.isEmpty, text.utf8.count <= 120 else { return nil }
        let folded = foldedKey(text)
        guard frames.contains(where: { folded.hasPrefix($0.opening) && folded.hasSuffix($0.end) }) else { return nil }
        return Match(meaning: .chrome, rest: "", isLabel: true)
    }

    /// The first 100 bytes of `text`; whole lines are looked up only when they are no longer.
    private static func head(of text: String) -> Substring.UTF8View { text.utf8.prefix(100) }

    private static func withoutColon(_ text: String) -> String {
        guard let last = text.unicodeScalars.last, last == ":" || last == "：" else { return text }
        return String(trimmed(Substring(text.unicodeScalars.dropLast())))
    }

    /// The first colon, plain or full-width (EF BC 9A), among the first 80 bytes.
    private static func colon(in text: String) -> Range<String.Index>? {
        var text = text
        let found = text.withUTF8 { bytes -> Range<Int>? in
            let plain = ByteScan.first(0x3A, in: UnsafeBufferPointer(rebasing: bytes.prefix(80)))
            let before = UnsafeBufferPointer(rebasing: bytes.prefix(plain ?? 80))
            var start = ByteScan.firstHighByte(in: before)
            while let wide = ByteScan.first(0xEF, in: before, from: start) {
                if bytes[wide...].starts(with: [0xEF, 0xBC, 0x9A]) { return wide..<(wide + 3) }
                start = wide + 1
            }
            return plain.map { $0..<($0 + 1) }
        }
        guard let found else { return nil }
        let start = text.utf8.startIndex
        return text.utf8.index(start, offsetBy: found.lowerBound)..<text.utf8.index(start, offsetBy: found.upperBound)
    }
}

/// `text` without blanks at its ends.
func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.utf8.first == 0x20 { text.removeFirst() }
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
}

extension Substring {
    /// Lets a trimmed substring of scalars be used where a string's substring is wanted.
    init(_ scalars: String.UnicodeScalarView.SubSequence) {
        self = Substring(String(scalars))
    }
}
