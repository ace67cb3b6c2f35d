import NewsStorage

extension IndexMatch {
    /// The expression in FTS5's own language.
    ///
    /// Only quoted words, `*` behind a quote, AND, OR, NOT, NEAR and columns with brackets are written, always with
    /// every operator spelled out: whatever was typed cannot become syntax.
    var matchText: String {
        switch self {
        case .phrase(let phrase, let columns):
            Self.inColumns(columns, phrase.matchText)
        case .near(let phrases, let distance, let columns):
            Self.inColumns(columns, "NEAR(\(phrases.map(\.matchText).joined(separator: " ")), \(distance))")
        case .filters(let tokens):
            Self.inColumns(
                [.filters],
                (tokens.isEmpty ? ["\u{E000}"] : tokens.map(\.text)).map(Self.quoted).joined(separator: " OR "))
        case .every(let parts): parts.map { "(\($0.matchText))" }.joined(separator: " AND ")
        case .any(let parts): parts.map { "(\($0.matchText))" }.joined(separator: " OR ")
        case .except(let found, let excluded): "(\(found.matchText)) NOT (\(excluded.matchText))"
        }
    }

    /// The usual columns are not named: they are all that hold printed text, and FTS5 copies the places of each hit
    /// where columns are named, which takes longer than all else.
    private static func inColumns(_ columns: [IndexColumn], _ text: String) -> String {
        columns == Planner.usualColumns ? text : "{\(columns.map(\.name).joined(separator: " "))} : (\(text))"
    }

    fileprivate static func quoted(_ text: String) -> String {
        "\"\(text)\""  // a word of the index holds no quote
    }
}

extension IndexMatch.Phrase {
    fileprivate var matchText: String {
        IndexMatch.quoted(tokens.joined(separator: " ")) + (isPrefix ? " *" : "")
    }
}
