import NewsEntities

/// More sentences out of those that are there, so that a model meets what newspapers print and the labelled texts hardly
/// have: headlines in capitals, hyphens inside words.
struct Augmentation {
    private var random = SplitMix(state: 11)
    private let names: NamePool

    init(names: NamePool) {
        self.names = names
    }

    /// `document` with some sentences written otherwise.
    mutating func vary(_ document: [LabelledSentence]) -> [LabelledSentence] {
        let joinsHyphens = random.chance(0.5)
        var varied: [LabelledSentence] = []
        for sentence in document {
            let sentence = joinsHyphens ? Self.joinedAtHyphens(sentence) : sentence
            varied.append(sentence)
            if sentence.words.count < 4 { continue }
            let hasName = sentence.labels.contains { $0?.kind != nil }
            if random.chance(hasName ? 0.08 : 0.02) { varied.append(Self.inCapitals(sentence)) }
            if sentence.words.count < 15, random.chance(hasName ? 0.1 : 0.02) {
                varied.append(Self.inTitleCase(sentence))
            }
            if hasName, random.chance(0.1) { varied += namesAlone(sentence) }
            if hasName, random.chance(0.25) { varied.append(withOtherNames(sentence)) }
        }
        return varied
    }

    /// Names alone, as they stand in lists of tags.
    private func namesAlone(_ sentence: LabelledSentence) -> [LabelledSentence] {
        guard !sentence.labels.contains(where: { $0 == nil }) else { return [] }
        return Span.all(in: sentence.labels.compactMap { $0 }).prefix(1).map {
            LabelledSentence(words: Array(sentence.words[$0.words]), labels: Array(sentence.labels[$0.words]))
        }
    }

    /// The sentence about other persons and places, so that it is not the names that are learned.
    private mutating func withOtherNames(_ sentence: LabelledSentence) -> LabelledSentence {
        guard !sentence.labels.contains(where: { $0 == nil }) else { return sentence }
        var varied = LabelledSentence(words: [], labels: [])
        var next = 0
        for span in Span.all(in: sentence.labels.compactMap({ $0 })) {
            guard let words = otherName(for: Array(sentence.words[span.words]), span) else { continue }
            varied.words += sentence.words[next..<span.words.lowerBound] + words
            let begins: Label = span.kind == .person ? .beginsPerson : .beginsPlace
            let inside: Label = span.kind == .person ? .insidePerson : .insidePlace
            varied.labels += sentence.labels[next..<span.words.lowerBound]
            varied.labels += words.indices.map { $0 == 0 ? begins : inside }
            next = span.words.upperBound
        }
        varied.words += sentence.words[next...]
        varied.labels += sentence.labels[next...]
        return varied
    }

    private mutating func otherName(for words: [String], _ span: Span) -> [String]? {
        guard words.allSatisfy({ $0.first?.isUppercase ?? false }) else { return nil }
        switch (span.kind, words.count) {
        case (.person, 1): return names.surname(&random)
        case (.person, 2):
            let first = random.chance(0.3) ? names.initial(&random) : names.firstName(&random)
            return [first] + names.surname(&random)
        case (.place, 1): return random.chance(0.7) ? names.city(&random) : names.country(&random)
        default: return nil
        }
    }

    private static let smallWords: Set = [
        "a", "an", "the", "of", "in", "on", "to", "for", "and", "at", "by", "with", "as", "'s",
    ]

    private static func inTitleCase(_ sentence: LabelledSentence) -> LabelledSentence {
        LabelledSentence(
            words: sentence.words.map { smallWords.contains($0) ? $0 : $0.prefix(1).uppercased() + $0.dropFirst() },
            labels: sentence.labels)
    }

    private static func inCapitals(_ sentence: LabelledSentence) -> LabelledSentence {
        LabelledSentence(words: sentence.words.map { $0.uppercased() }, labels: sentence.labels)
    }

    /// `US - led` as `US-led`, `Bailey - Ross` as `Bailey-Ross`: a word is part of a name when both halves are.
    private static func joinedAtHyphens(_ sentence: LabelledSentence) -> LabelledSentence {
        var joined = LabelledSentence(words: [], labels: [])
        var index = 0
        while index < sentence.words.count {
            let isJoint = index + 1 < sentence.words.count && index > 0 && sentence.words[index] == "-"
            if isJoint, let last = joined.words.last, isWord(last), isWord(sentence.words[index + 1]) {
                joined.words[joined.words.count - 1] = last + "-" + sentence.words[index + 1]
                let (before, after) = (sentence.labels[index - 1], sentence.labels[index + 1])
                if before?.kind != after?.kind {
                    joined.labels[joined.labels.count - 1] = before == nil || after == nil ? nil : .outside
                }
                index += 2
                continue
            }
            joined.words.append(sentence.words[index])
            joined.labels.append(sentence.labels[index])
            index += 1
        }
        return mended(joined)
    }

    private static func isWord(_ text: String) -> Bool { text.last?.isLetter ?? false || text.last?.isNumber ?? false }

    /// Names whose beginning is gone begin at their next word.
    private static func mended(_ sentence: LabelledSentence) -> LabelledSentence {
        var sentence = sentence
        var previous: Label? = .outside
        for (index, label) in sentence.labels.enumerated() {
            if let label, label.goesOn, let before = previous, !label.mayFollow(before) {
                sentence.labels[index] = Label(rawValue: label.rawValue - 1)
            }
            previous = sentence.labels[index]
        }
        return sentence
    }
}

/// Pseudo-random numbers that are the same everywhere (SplitMix64).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func chance(_ share: Double) -> Bool { Double(next() >> 11) / Double(1 << 53) < share }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
