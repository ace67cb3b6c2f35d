import NewsStorage
import NewsText

/// Turns the words of a query into what the index holds of them.
struct PhraseMaker {
    /// Where the other forms of a word are looked up.
    let forms: WordForms

    /// The words of `words` as the index holds them, each with its other forms, unless the printed form is asked for.
    func phrase(_ words: Query.Words) throws -> IndexMatch.Phrase {
        let tokens = tokens(of: words.text, isQuery: true).map(\.text)
        let isPrefix = words.isPrefix || tokens.last.map(isUnspacedCharacter) ?? false
        let alternatives = try tokens.enumerated().map { place, token in
            let isBeginning = isPrefix && place == tokens.count - 1
            return words.isExact || isBeginning ? [token] : try forms.forms(of: token).forms
        }
        var phrase = IndexMatch.Phrase(words: alternatives, isPrefix: isPrefix)
        if words.field == nil, let token = tokens.first, tokens.count == 1, !isPrefix {
            phrase.articles = words.isExact ? try forms.articles(with: token) : try forms.forms(of: token).articles
        }
        return phrase
    }
}

/// Whether `token` is one character of a script without blanks: it stands in the index as the beginning of a pair, or as
/// the end of the last one.
func isUnspacedCharacter(_ token: String) -> Bool {
    guard token.unicodeScalars.count == 1 else { return false }
    return NewsText.tokens(of: token + token, isQuery: false).count > 1
}
