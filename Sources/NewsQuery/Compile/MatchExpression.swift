import NewsStorage

/// A match in FTS5's own language.
///
/// Only quoted words, `*` behind a quote, AND, OR, NOT, NEAR and columns with brackets are written, always with every
/// operator spelled out: whatever was typed cannot become syntax.
struct MatchExpression {
    /// The expression.
    private(set) var text = ""
    /// For each phrase of the expression in its order, the term it is a form of; negative for values.
    private(set) var termOfPhrase: [Int32] = []
    /// What is known of each term.
    private(set) var terms: [Term] = []

    /// What ranking must know of a word or phrase.
    struct Term {
        /// In how many articles it stands; `nil` when that must be counted.
        var articles: Int?
        /// What its score is multiplied by.
        var weight: Double
    }

    init(_ match: IndexMatch) {
        write(match)
    }

    /// Stands before a word that may stand in the place of the word before it, see `csearch_tokenize`.
    private static let otherForm = "\u{E002}"

    private mutating func write(_ match: IndexMatch) {
        switch match {
        case .phrase(let phrase, let columns):
            inColumns(columns) { expression in expression.write(phrase) }
        case .near(let phrases, let distance, let columns):
            inColumns(columns) { expression in
                expression.text += "NEAR("
                for phrase in phrases {
                    expression.writeTogether(phrase)
                    expression.text += " "
                }
                expression.text.removeLast()
                expression.text += ", \(distance))"
            }
        case .filters(let tokens):
            inColumns([.filters]) { expression in
                let words = tokens.isEmpty ? ["\u{E000}"] : tokens.map(\.text)
                expression.text += words.map(Self.quoted).joined(separator: " OR ")
                expression.termOfPhrase += words.map { _ in -1 }
            }
        case .every(let parts): write(parts, joinedBy: " AND ")
        case .any(let parts): write(parts, joinedBy: " OR ")
        case .except(let found, let excluded): write([found, excluded], joinedBy: " NOT ")
        }
    }

    private mutating func write(_ parts: [IndexMatch], joinedBy separator: String) {
        for (place, part) in parts.enumerated() {
            text += place == 0 ? "(" : separator + "("
            write(part)
            text += ")"
        }
    }

    /// The usual columns are not named: they are all that hold printed text, and FTS5 copies the places of each hit where
    /// columns are named, which takes longer than all else.
    private mutating func inColumns(_ columns: [IndexColumn], _ body: (inout MatchExpression) -> Void) {
        guard columns != Planner.usualColumns else { return body(&self) }
        text += "{\(columns.map(\.name).joined(separator: " "))} : ("
        body(&self)
        text += ")"
    }

    /// A word alone is looked for with its forms joined by OR, three times as fast as forms in one place (measured over a
    /// million articles).
    private mutating func write(_ phrase: IndexMatch.Phrase) {
        guard phrase.words.count == 1, phrase.words[0].count > 1 else { return writeTogether(phrase) }
        text += "(" + phrase.words[0].map(Self.quoted).joined(separator: " OR ") + ")"
        termOfPhrase += phrase.words[0].map { _ in Int32(terms.count) }
        terms.append(Term(articles: phrase.articles, weight: phrase.weight))
    }

    private mutating func writeTogether(_ phrase: IndexMatch.Phrase) {
        let places = phrase.words.map { $0.joined(separator: " " + Self.otherForm) }
        text += Self.quoted(places.joined(separator: " ")) + (phrase.isPrefix ? " *" : "")
        termOfPhrase.append(Int32(terms.count))
        terms.append(Term(articles: phrase.articles, weight: phrase.weight))
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text)\""  // a word of the index holds no quote
    }
}
