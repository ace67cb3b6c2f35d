import NewsModel

/// What a word is in the sequence of a sentence. Raw values are part of a model.
package enum Label: Int, Sendable, CaseIterable {
    case outside
    case beginsPerson, insidePerson
    case beginsOrganization, insideOrganization
    case beginsPlace, insidePlace

    package static let count = 7

    /// The kind of name it belongs to.
    package var kind: EntityKind? {
        switch self {
        case .outside: nil
        case .beginsPerson, .insidePerson: .person
        case .beginsOrganization, .insideOrganization: .organization
        case .beginsPlace, .insidePlace: .place
        }
    }

    /// Whether a name goes on with it.
    package var goesOn: Bool { rawValue > 0 && rawValue.isMultiple(of: 2) }

    /// Whether it may stand after `previous`; `nil` is the beginning of a sentence.
    package func mayFollow(_ previous: Label?) -> Bool {
        !goesOn || previous.map { $0.rawValue == rawValue || $0.rawValue == rawValue - 1 } ?? false
    }
}

/// Words of a sentence that are a name.
package struct Span: Hashable, Sendable {
    package var words: Range<Int>
    package var kind: EntityKind

    package init(words: Range<Int>, kind: EntityKind) {
        self.words = words
        self.kind = kind
    }

    /// The names that a sequence of labels tells of.
    package static func all(in labels: some Sequence<Label>) -> [Span] {
        var spans: [Span] = []
        for (index, label) in labels.enumerated() {
            guard let kind = label.kind else { continue }
            if label.goesOn, let last = spans.last, last.words.upperBound == index, last.kind == kind {
                spans[spans.count - 1].words = last.words.lowerBound..<(index + 1)
            } else {
                spans.append(Span(words: index..<(index + 1), kind: kind))
            }
        }
        return spans
    }
}
