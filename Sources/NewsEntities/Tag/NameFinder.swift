/// Finds names in documents by a model and by what documents tell of themselves. For one thread.
package struct NameFinder {
    private var tagger: Tagger
    private var document = TokenDocument()

    package init(model: EntityModel) {
        tagger = Tagger(model: model)
    }

    /// The names in each of `sentences`.
    package mutating func spans(in sentences: [[String]], usesDocumentPass: Bool = true) -> [[Span]] {
        tagger.fill(&document) { document, vocabulary in
            for sentence in sentences { document.append(sentence, in: &vocabulary) }
        }
        return spans(usesDocumentPass: usesDocumentPass)
    }

    /// The names in each of `texts`, which belong to one document.
    mutating func spans(in texts: [TextTokens]) -> [[Span]] {
        tagger.fill(&document) { document, vocabulary in
            for text in texts {
                text.utf8.withUnsafeBufferPointer { bytes in
                    for sentence in text.sentences {
                        document.append(sentenceOf: sentence.count, in: &vocabulary) {
                            UnsafeBufferPointer(rebasing: bytes[text.tokens[sentence.lowerBound + $0].bytes])
                        }
                    }
                }
            }
        }
        var found = spans(usesDocumentPass: true)[...]
        return texts.map { text in
            let names = zip(text.sentences, found).flatMap { sentence, spans in
                spans.map { $0.shifted(by: sentence.lowerBound) }
            }
            found = found.dropFirst(text.sentences.count)
            return names
        }
    }

    private mutating func spans(usesDocumentPass: Bool) -> [[Span]] {
        let labels = tagger.labels(of: document)
        let spans = document.sentences.map { sentence in
            Span.all(in: labels[sentence.words]).map { $0.shifted(by: sentence.words.lowerBound) }
        }
        let agreed =
            usesDocumentPass
            ? tagger.vocabulary.profiles.withUnsafeBufferPointer { DocumentPass.agreeing(spans, in: document, $0) }
            : spans
        return zip(document.sentences, agreed).map { sentence, spans in
            spans.map { $0.shifted(by: -sentence.words.lowerBound) }
        }
    }
}

extension Span {
    /// The same words counted from elsewhere.
    func shifted(by count: Int) -> Span {
        Span(words: (words.lowerBound + count)..<(words.upperBound + count), kind: kind)
    }
}
