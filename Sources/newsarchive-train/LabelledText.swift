import Foundation
import NewsEntities

/// A sentence whose words are labelled; `nil` where any label may be right.
struct LabelledSentence {
    var words: [String]
    var labels: [Label?]
}

/// Documents of labelled sentences.
struct LabelledText {
    let name: String
    var documents: [[LabelledSentence]]

    /// Reads a file of two columns, word and label, with `-DOCSTART-` before each document and an empty line after each
    /// sentence. Labels may begin names with I-; kinds we do not know are outside.
    init(path: String) throws {
        name = (path as NSString).lastPathComponent
        documents = []
        var sentences: [LabelledSentence] = []
        var sentence = LabelledSentence(words: [], labels: [])
        func endSentence() {
            if !sentence.words.isEmpty { sentences.append(sentence) }
            sentence = LabelledSentence(words: [], labels: [])
        }
        for line in try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n") {
            let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " || $0 == "\r" })
            if columns.first == "-DOCSTART-" {
                endSentence()
                if !sentences.isEmpty { documents.append(sentences) }
                sentences = []
            } else if let word = columns.first, let label = columns.last, columns.count > 1 {
                sentence.words.append(String(word))
                sentence.labels.append(label == "?" ? nil : Self.label(label, after: sentence.labels.last ?? .outside))
            } else {
                endSentence()
            }
        }
        endSentence()
        if !sentences.isEmpty { documents.append(sentences) }
    }

    private static func label(_ text: Substring, after previous: Label?) -> Label {
        let begins: Label
        switch text.dropFirst(2) {
        case "PER", "PERSON": begins = .beginsPerson
        case "ORG": begins = .beginsOrganization
        case "LOC", "GPE": begins = .beginsPlace
        default: return .outside
        }
        guard text.hasPrefix("I-"), let inside = Label(rawValue: begins.rawValue + 1), inside.mayFollow(previous)
        else { return begins }
        return inside
    }
}

extension LabelledText {
    /// Mends what is known to be wrong or written otherwise than the recognizer reads it.
    mutating func mend() {
        for index in documents.indices {
            documents[index] = Self.joinedAfterAbbreviations(documents[index]).map { sentence in
                var sentence = Self.withJoinedSigns(sentence)
                if name.hasPrefix("gum-") { Self.freeCutNames(&sentence) }
                if name.hasPrefix("re3d") { Self.dropDescriptions(&sentence) }
                return sentence
            }
        }
    }

    /// `Sen .` at the end of a sentence ends none.
    private static func joinedAfterAbbreviations(_ sentences: [LabelledSentence]) -> [LabelledSentence] {
        var joined: [LabelledSentence] = []
        for sentence in sentences {
            if let last = joined.last, last.words.count > 1, last.words.last == ".",
                isTitle(last.words[last.words.count - 2])
            {
                joined[joined.count - 1].words += sentence.words
                joined[joined.count - 1].labels += sentence.labels
            } else {
                joined.append(sentence)
            }
        }
        return joined
    }

    private static func isTitle(_ word: String) -> Bool {
        ["Sen", "Rep", "Gov", "Gen", "Mr", "Mrs", "Ms", "Dr", "Lt", "Col", "Sens", "Reps"].contains(word)
    }

    /// `' s` is one word, and so are `Sen .` and `S .` before a name.
    private static func withJoinedSigns(_ sentence: LabelledSentence) -> LabelledSentence {
        var joined = LabelledSentence(words: [], labels: [])
        for (word, label) in zip(sentence.words, sentence.labels) {
            if let last = joined.words.last {
                let isEnding = (last == "'" || last == "’") && word == "s"
                let isDotted = word == "." && (Abbreviations.contains(last) || isInitial(last))
                if isEnding || isDotted {
                    joined.words[joined.words.count - 1] = last + word
                    if isTitle(last) { joined.labels[joined.labels.count - 1] = .outside }
                    continue
                }
            }
            joined.words.append(word)
            joined.labels.append(label)
        }
        return joined
    }

    private static func isInitial(_ word: String) -> Bool {
        word.utf8.count == 1 && word.utf8.first.map { (0x41...0x5A).contains($0) } ?? false
    }

    /// Names inside names were cut there: `Durham` `University`, `United` `Kingdom`. Such words may be anything.
    private static func freeCutNames(_ sentence: inout LabelledSentence) {
        let labels = sentence.labels
        for index in labels.indices.dropFirst() {
            guard let label = labels[index], !label.goesOn, let kind = label.kind, let before = labels[index - 1] else {
                continue
            }
            let isCapital = sentence.words[index - 1].first?.isUppercase ?? false
            guard before.kind != nil && before.kind != kind || before.kind == nil && isCapital && kind == .place else {
                continue
            }
            var first = index - 1
            while first > 0, labels[first]?.goesOn ?? false { first -= 1 }
            var end = index + 1
            while end < labels.count, labels[end]?.goesOn ?? false { end += 1 }
            for cut in first..<end { sentence.labels[cut] = nil }
        }
    }

    /// What describes is no name: `he`, `reporters`; of `the northern part of Syria` it is not known where the name is.
    private static func dropDescriptions(_ sentence: inout LabelledSentence) {
        for span in Span.all(in: sentence.labels.map { $0 ?? .outside }) {
            let words = sentence.words[span.words].drop { ["the", "The"].contains($0) }
            let isName = (words.first?.first?.isUppercase ?? false) && (words.last?.first?.isUppercase ?? false)
            let hasCapital = words.contains { $0.first?.isUppercase ?? false }
            guard !isName || span.words.count > 8 || isPronoun(words.first) else { continue }
            for index in span.words { sentence.labels[index] = hasCapital && !isPronoun(words.first) ? nil : .outside }
        }
    }

    private static func isPronoun(_ word: String?) -> Bool {
        ["He", "She", "We", "They", "It", "I", "You", "Our", "His", "Her", "Their", "This", "These"].contains(word)
    }
}
