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

    /// The words of a question that tell what it is about, each once with all words of its stem; a word that is said
    /// twice weighs twice.
    func question(_ words: [Query.Words]) throws -> [IndexMatch.Phrase] {
        let tokens = words.flatMap { NewsText.tokens(of: $0.text, isQuery: true).map(\.text) }
        let language = self.language(of: words)
        let telling = tokens.filter { !isStopWord($0, in: language) }
        var phrases: [IndexMatch.Phrase] = []
        var places: [Set<String>: Int] = [:]
        for token in telling.isEmpty ? tokens : telling {
            let group = try forms.forms(of: token, by: .stems)
            if let place = places[Set(group.forms)] {
                phrases[place].weight += 1
                continue
            }
            places[Set(group.forms)] = phrases.count
            phrases.append(
                IndexMatch.Phrase(
                    words: [group.forms], isPrefix: isUnspacedCharacter(token), articles: group.articles))
        }
        return phrases
    }

    private func language(of words: [Query.Words]) -> String {
        let detected = detectedLanguage(of: words.map(\.text).joined(separator: " "))
        let held = forms.languageCodes
        if let detected, held.contains(detected) { return detected }
        return held.contains { $0 == "en" || $0.isEmpty } ? "en" : held.first ?? "en"
    }

    /// What hits are found by, with the columns that hold it; what is excluded is left out.
    func positive(_ query: Query) throws -> [(phrase: IndexMatch.Phrase, columns: [IndexColumn])] {
        switch query {
        case .words(let words): [(try phrase(words), Planner.columns(of: words))]
        case .near(let words, _): try words.map { (try phrase($0), Planner.columns(of: $0)) }
        case .question(let words): try question(words).map { ($0, Planner.usualColumns) }
        case .every(let parts), .any(let parts): try parts.flatMap(positive)
        case .everything, .nothing, .value, .date, .not: []
        }
    }
}

/// Whether `token` is one character of a script without blanks: it stands in the index as the beginning of a pair, or as
/// the end of the last one.
func isUnspacedCharacter(_ token: String) -> Bool {
    guard token.unicodeScalars.count == 1 else { return false }
    return NewsText.tokens(of: token + token, isQuery: false).count > 1
}
