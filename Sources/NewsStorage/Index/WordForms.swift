import CSearch
import GRDB
import NewsText

/// The other forms of the words of a question, out of the words that the archive's articles hold.
package final class WordForms {
    /// What counts as a form.
    package enum Kind: Sendable {
        /// Another number, tense or case: what a word alone finds.
        case inflections
        /// Whatever has the same stem: for questions in plain words, where too much is ranked low and too little is lost.
        case stems
    }

    private let db: Database
    private let kind: Kind
    private let stemmers: [(language: String, stemmer: Stemmer)]
    private var found: [String: [String]] = [:]

    /// The most other forms that a word is looked for in.
    private static let limit = 60

    /// Looks up forms in the archive open at `db`.
    package init(_ db: Database, kind: Kind = .inflections) throws {
        self.db = db
        self.kind = kind
        let languages = try String.fetchAll(
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
        stemmers = languages.compactMap { language in Stemmer(language: language).map { (language, $0) } }
    }

    /// The forms of the folded word `token` other than itself, in order; those of every language that the archive holds.
    package func forms(of token: String) throws -> [String] {
        if let known = found[token] { return known }
        var forms: Set<String> = []
        let select = try db.cachedStatement(
            sql: "SELECT form FROM word_forms WHERE language = ? AND stem = ? LIMIT \(Self.limit * 2)")
        for (language, stemmer) in stemmers {
            let others = try String.fetchAll(select, arguments: [language, stemmer.stem(token)])
            forms.formUnion(
                others.filter { language != "en" || kind == .stems || areEnglishInflections($0, token) })
        }
        forms.remove(token)
        let sorted = Array(forms.sorted().prefix(Self.limit))
        found[token] = sorted
        return sorted
    }
}

/// Collects the words of articles that are written, for `word_forms`.
final class WordCollector {
    private let words: OpaquePointer?
    private let numbers: [String: Int32]
    private let stemmers: [Stemmer?]

    init() {
        words = csearch_words_new()
        stemmers = Stemmer.languages.map(Stemmer.init)
        numbers = Dictionary(uniqueKeysWithValues: zip(Stemmer.languages, Int32(0)...))
    }

    deinit {
        csearch_words_free(words)
    }

    /// Adds the words of an article's `text`. Where its language is not known, it is taken for English. About 7 µs for
    /// 400 words.
    func add(_ text: String, language: String?) throws {
        guard let number = numbers[language ?? "en"] else { return }
        var text = text
        let status = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                csearch_words_add(words, number, characters.baseAddress, Int32(characters.count))
            }
        }
        guard status == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
    }

    /// Writes the words that are new.
    func store(in db: Database) throws {
        var new: [(language: Int, word: String)] = []
        withUnsafeMutablePointer(to: &new) { new in
            csearch_words_drain(words, new) { context, language, word, length in
                guard let context, let word else { return }
                let bytes = UnsafeRawBufferPointer(start: word, count: Int(length))
                context.assumingMemoryBound(to: [(language: Int, word: String)].self).pointee
                    .append((Int(language), String(decoding: bytes, as: UTF8.self)))
            }
        }
        var rows = new.compactMap { new in
            stemmers[new.language].map { (Stemmer.languages[new.language], $0.stem(new.word), new.word) }
        }
        rows.sort { $0 < $1 }
        let insert = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO word_forms (language, stem, form) VALUES (?, ?, ?)")
        for row in rows { try insert.run([row.0, row.1, row.2]) }
    }

    /// To be called after a transaction was rolled back: the words that were met in it are not stored.
    func forget() {
        csearch_words_forget(words)
    }
}
