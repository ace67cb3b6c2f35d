import NewsText

/// How the words of a query are matched.
public enum Matching: String, Hashable, Sendable, CaseIterable {
    /// Every one must be there: counts are exact, and can be cited.
    case all
    /// Any will do, and the articles that fit best come first: for questions in plain words.
    case best
}

extension Query {
    /// The query as a question: its plain words are any of which will do. What was typed with quotes, operators or fields
    /// must hold as it stands.
    var asQuestion: Query {
        let parts: [Query] = if case .every(let parts) = self { parts } else { [self] }
        let words = parts.flatMap(\.plainWords)
        guard !words.isEmpty else { return self }
        return .all([.question(words)] + parts.filter { $0.plainWords.isEmpty })
    }

    /// The words of a term that was typed without quotes, operators or a field; none for any other query.
    private var plainWords: [Words] {
        guard case .words(let words) = self, words.field == nil, !words.isPrefix, !words.isExact,
            !words.text.unicodeScalars.contains(where: \.properties.isWhitespace)
        else { return [] }
        return tokens(of: words.text, isQuery: true).map { Words($0.text) }
    }

    /// The words of the question in it; none when there is none.
    var questionWords: [Words] {
        switch self {
        case .question(let words): words
        case .every(let parts): parts.flatMap(\.questionWords)
        default: []
        }
    }

    /// The query as if no dates were asked for.
    var withoutDates: Query {
        switch self {
        case .date: .everything
        case .every(let parts): .all(parts.map(\.withoutDates))
        case .any(let parts):
            parts.map(\.withoutDates).contains(.everything) ? .everything : .any(parts.map(\.withoutDates))
        case .not(let part): part == part.withoutDates ? self : .everything
        case .everything, .nothing, .words, .question, .near, .value: self
        }
    }

    /// Whether it asks for values or dates and for no words.
    var isFilter: Bool {
        switch self {
        case .value, .date: true
        default: false
        }
    }

    /// Whether it is nothing but plain words.
    var isQuestion: Bool {
        if case .question = self { true } else { false }
    }
}
