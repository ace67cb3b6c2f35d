/// The words and sentences of a document, as numbers of a vocabulary.
package struct TokenDocument {
    /// How the words of a sentence are capitalized.
    package enum Style: UInt8, Sendable {
        case plain
        /// ALL IN CAPITALS
        case capitals
        /// Most Words With Capitals
        case title
    }

    package struct Sentence {
        package let words: Range<Int>
        package let style: Style
    }

    /// The words of all sentences one after the other.
    package private(set) var words: [Int32] = []
    package private(set) var sentences: [Sentence] = []

    package init() {}

    package mutating func removeAll() {
        words.removeAll(keepingCapacity: true)
        sentences.removeAll(keepingCapacity: true)
    }

    /// Adds a sentence, whose words are given by their bytes.
    package mutating func append(
        sentenceOf count: Int, in vocabulary: inout Vocabulary, word: (Int) -> UnsafeBufferPointer<UInt8>
    ) {
        let start = words.count
        var counts = StyleCounts()
        for index in 0..<count {
            let number = vocabulary.number(of: word(index), isRestored: false)
            counts.add(vocabulary.profiles[number])
            words.append(Int32(number))
        }
        let style = counts.style
        if style != .plain {
            for index in 0..<count {
                words[start + index] = Int32(vocabulary.number(of: word(index), isRestored: true))
            }
        }
        sentences.append(Sentence(words: start..<words.count, style: style))
    }

    /// Adds a sentence of these words.
    package mutating func append(_ sentence: [String], in vocabulary: inout Vocabulary) {
        let bytes = sentence.map { Array($0.utf8) }
        let joined = bytes.flatMap { $0 }
        var starts = [0]
        for word in bytes { starts.append(starts[starts.count - 1] + word.count) }
        joined.withUnsafeBufferPointer { buffer in
            append(sentenceOf: bytes.count, in: &vocabulary) {
                UnsafeBufferPointer(rebasing: buffer[starts[$0]..<starts[$0 + 1]])
            }
        }
    }
}

/// Counts how the words of a sentence are capitalized.
private struct StyleCounts {
    private var upper = 0
    private var lower = 0
    private var longCapitalized = 0
    private var longLower = 0

    mutating func add(_ word: WordProfile) {
        if word.hasLower { lower += 1 } else if word.hasUpper { upper += 1 }
        guard word.length >= 4 else { return }
        if word.isCapital { longCapitalized += 1 } else if word.hasLower { longLower += 1 }
    }

    var style: TokenDocument.Style {
        if upper > lower, upper > 1 { return .capitals }
        return longCapitalized >= 3 && longCapitalized > 2 * longLower ? .title : .plain
    }
}
