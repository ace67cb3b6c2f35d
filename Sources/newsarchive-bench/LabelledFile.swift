import ArgumentParser
import Foundation
import NewsEntities
import NewsModel

/// A text of two columns: words and their labels.
struct LabelledFile {
    struct Sentence {
        var words: [String] = []
        /// Names the labels tell of.
        var spans: [Span] = []
        /// Words of which nothing is known.
        var unknown: Set<Int> = []
        /// The kind of the last word, while its name may go on.
        fileprivate var open: EntityKind?
    }

    private(set) var documents: [[Sentence]] = []
    private(set) var wordCount = 0

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw ValidationError("cannot read \(path) as UTF-8 text")
        }
        documents = [[]]
        var sentence = Sentence()
        for (number, line) in text.components(separatedBy: "\n").enumerated() {
            let columns = line.split(whereSeparator: { $0 == "\t" || $0 == " " || $0 == "\r" })
            if columns.first == "-DOCSTART-" {
                end(&sentence)
                documents.append([])
            } else if columns.isEmpty {
                end(&sentence)
            } else if columns.count == 1, line.hasPrefix("\t") || line.hasPrefix(" ") {
                // A blank that was taken for a word.
                continue
            } else {
                guard columns.count > 1 else {
                    throw ValidationError("\(path), line \(number + 1): a word without a label")
                }
                sentence.add(String(columns[0]), label: columns[columns.count - 1])
                wordCount += 1
            }
        }
        end(&sentence)
        documents.removeAll { $0.isEmpty }
    }

    private mutating func end(_ sentence: inout Sentence) {
        if !sentence.words.isEmpty { documents[documents.count - 1].append(sentence) }
        sentence = Sentence()
    }
}

extension LabelledFile.Sentence {
    fileprivate mutating func add(_ word: String, label: Substring) {
        let index = words.count
        words.append(word)
        if label == "?" { unknown.insert(index) }
        let kind: EntityKind? =
            switch label.dropFirst(2) {
            case "PER", "PERSON": .person
            case "ORG": .organization
            case "LOC", "GPE": .place
            default: nil
            }
        if let kind, label.hasPrefix("I-"), open == kind {
            spans[spans.count - 1].words = spans[spans.count - 1].words.lowerBound..<(index + 1)
        } else if let kind {
            spans.append(Span(words: index..<(index + 1), kind: kind))
        }
        open = kind
    }
}
