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
        let labels = tagger.labels(of: document)
        let spans = document.sentences.map { sentence in
            Span.all(in: labels[sentence.words]).map { $0.shifted(by: sentence.words.lowerBound) }
        }
        let agreed =
            usesDocumentPass
            ? tagger.vocabulary.profiles.withUnsafeBufferPointer { DocumentPass.agreeing(spans, in: document, $0) } : spans
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
