import CSearch
import GRDB
import NewsText

/// The words of a question as the archive's articles hold them: their other forms, and how rare they are.
package final class WordForms {
    /// What counts as a form.
    package enum Kind: Sendable {
        /// Another number, tense or case: what a word alone finds.
        case inflections
        /// Whatever has the same stem: for questions in plain words, where too much is ranked low and too little is lost.
        case stems
    }

    /// A word of the index and its other forms.
    package struct Group: Hashable, Sendable {
        /// The folded word that was asked for, then its other forms in order.
        package var forms: [String]
        /// In how many articles they stand, those with several forms counted for each; `nil` when not known.
        package var articles: Int?
    }

    private let db: Database
    private let languages: [(code: String, stemmer: Stemmer?)]
    private var found: [Kind: [String: Group]] = [:]

    /// A shorter stem says too little of a word that the language does not hold: English hit and Hungarian híd share one.
    private static let shortestStem = 3
    /// The most forms that a word is looked for in.
    private static let limit = 60

    /// Looks up words in the archive open at `db`.
    package init(_ db: Database) throws {
        self.db = db
        let codes = try String.fetchAll(
            db,
            sql: """
                WITH RECURSIVE languages (language) AS (
                    SELECT min(language) FROM word_forms
                    UNION ALL
                    SELECT (SELECT min(language) FROM word_forms WHERE language > languages.language) FROM languages
                    WHERE language IS NOT NULL
                )
                SELECT language FROM languages WHERE language IS NOT NULL
                """)
        languages = codes.map { ($0, WordStems.stemmer(of: $0)) }
    }

    /// The languages that the archive holds; '' for articles whose language is not known.
    package var languageCodes: [String] { languages.map(\.code) }

    /// The folded word `token` and its other forms in the languages that the archive holds.
    package func forms(of token: String, by kind: Kind = .inflections) throws -> Group {
        if let known = found[kind]?[token] { return known }
        var articles: [String: Int] = [:]
        for (language, stemmer) in languages {
            let isEnglish = WordStems.isEnglish(language)
            let stem = stemmer?.stem(token) ?? token
            let words = try words(of: language, withStem: stem)
            guard stem.unicodeScalars.count >= Self.shortestStem || words.contains(where: { $0.0 == token }) else {
                continue
            }
            for (form, count) in words
            where form == token || kind == .stems || !isEnglish || areEnglishInflections(form, token) {
                articles[form, default: 0] += count
            }
        }
        let group = Self.group(token, articles)
        found[kind, default: [:]][token] = group
        return group
    }

    /// The stem of the folded word `token` of an article in `language`.
    package func stem(of token: String, in language: String) -> String {
        languages.first { $0.code == language }?.stemmer?.stem(token) ?? token
    }

    /// How many articles there are in the index.
    package func articleCount() throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM index_rows") ?? 0
    }

    /// In how many articles the folded word `token` itself stands; `nil` when not known.
    package func articles(with token: String) throws -> Int? {
        guard WordStems.isWord(token) else { return nil }
        return try languages.reduce(0) { sum, language in
            let words = try words(of: language.code, withStem: language.stemmer?.stem(token) ?? token)
            return sum + (words.first { $0.0 == token }?.1 ?? 0)
        }
    }

    /// All words of `language` that have the stem `stem`, the one in most articles first.
    package func forms(withStem stem: String, in language: String) throws -> Group {
        let articles = Dictionary(uniqueKeysWithValues: try words(of: language, withStem: stem))
        let first = articles.min { ($1.value, $0.key) < ($0.value, $1.key) }
        return Self.group(first?.key ?? stem, articles)
    }

    private func words(of language: String, withStem stem: String) throws -> [(String, Int)] {
        let select = try db.cachedStatement(
            sql: "SELECT form, articles FROM word_forms WHERE language = ? AND stem = ? LIMIT \(Self.limit * 2)")
        return try Row.fetchAll(select, arguments: [language, stem]).map { ($0[0], $0[1]) }
    }

    private static func group(_ token: String, _ articles: [String: Int]) -> Group {
        let others = articles.keys.filter { $0 != token }.sorted().prefix(limit)
        let isCounted = WordStems.isWord(token)
        return Group(
            forms: [token] + others,
            articles: isCounted ? others.reduce(articles[token] ?? 0) { $0 + (articles[$1] ?? 0) } : nil)
    }
}

extension Archive {
    /// The word whose number of articles is nearest to `share` of all; `nil` for an archive without words. For measuring.
    package func word(inShare share: Double) throws -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT form FROM word_forms GROUP BY form
                    ORDER BY abs(sum(articles) - ? * (SELECT count(*) FROM index_rows)), form LIMIT 1
                    """, arguments: [share])
        }
    }
}

/// Which stemmer reads the words of which articles.
enum WordStems {
    /// Where the language of an article is not known, its words are taken for English.
    static func isEnglish(_ language: String) -> Bool { language == "en" || language.isEmpty }

    static func stemmer(of language: String) -> Stemmer? { Stemmer(language: isEnglish(language) ? "en" : language) }

    /// Whether `word_forms` holds such tokens.
    static func isWord(_ token: String) -> Bool {
        var token = token
        return token.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { csearch_is_word($0.baseAddress, Int32($0.count)) != 0 }
        }
    }
}
