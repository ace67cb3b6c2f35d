import CSearch
import GRDB
import NewsText

/// Collects the words of articles that come and go, for `word_forms`.
final class WordCollector {
    private let words: OpaquePointer?
    private var numbers: [String: Int32] = [:]
    private var languages: [(code: String, stemmer: Stemmer?)] = []

    init() {
        words = csearch_words_new()
    }

    deinit {
        csearch_words_free(words)
    }

    /// Adds the texts of an article, or takes them away. About 10 µs for 400 words.
    ///
    /// - Parameters:
    ///   - texts: What the index holds of it.
    ///   - language: Its language as an ISO 639-1 code; `nil` when not known.
    ///   - articles: What it adds to the number of articles with its words: 1, -1 or 0.
    func add(_ texts: [String], language: String?, articles: Int) throws {
        csearch_words_begin(words, number(of: language ?? ""), Int32(articles))
        for var text in texts {
            let status = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { csearch_words_add(words, $0.baseAddress, Int32($0.count)) }
            }
            guard status == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
        }
    }

    /// Adds the words of an article that comes. Those of its asides are kept, and count for nothing.
    func add(_ article: ArticlePostings, language: String?) throws {
        let number = number(of: language ?? "")
        for table in IndexTable.allCases {
            csearch_words_begin(words, number, table == .articles ? 1 : 0)
            let packed = article[table].packed
            let status = csearch_words_add_packed(words, packed, packed.count)
            guard status == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
        }
    }

    private func number(of language: String) -> Int32 {
        if let known = numbers[language] { return known }
        let number = Int32(min(languages.count, 255))  // there are 184 codes
        if number == languages.count { languages.append((language, WordStems.stemmer(of: language))) }
        numbers[language] = number
        return number
    }

    /// Writes what was collected since the last time.
    func store(in db: Database) throws {
        var changes = WordChanges()
        withUnsafeMutablePointer(to: &changes) { changes in
            csearch_words_drain(words, changes) { context, language, word, length, articles in
                guard let context, let word else { return }
                let bytes = UnsafeRawBufferPointer(start: word, count: Int(length))
                context.assumingMemoryBound(to: WordChanges.self).pointee.add(
                    bytes, language: Int(language), articles: Int(articles))
            }
        }
        let upsert = try db.cachedStatement(
            sql: """
                INSERT INTO word_forms (language, stem, form, articles) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET articles = articles + excluded.articles
                """)
        let rows = changes.inOrder(languages.map { ($0.code, $0.stemmer) })
        for row in rows {
            try upsert.run([languages[row.language].code, changes.stem(of: row), changes.form(of: row), row.articles])
        }
    }

    /// To be called after a transaction was rolled back: the words that were met in it are not stored.
    func forget() {
        csearch_words_forget(words)
    }
}

// MARK: - Care

extension WordCollector {
    /// How many words are counted in another number of articles than the index holds them in. Cost: reading the index.
    static func wrongCounts(_ db: Database) throws -> Int {
        try db.execute(
            sql: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.index_words USING fts5vocab(main, article_fts, row)")
        let held = try Row.fetchCursor(db, sql: "SELECT term, doc FROM temp.index_words ORDER BY term")
        let counted = try Row.fetchCursor(
            db, sql: "SELECT form, sum(articles) AS n FROM word_forms GROUP BY form HAVING n <> 0 ORDER BY form")
        func next(_ rows: RowCursor) throws -> (word: String, articles: Int)? {
            while let row = try rows.next() {
                let word: String = row[0]
                if WordStems.isWord(word) { return (word, row[1]) }
            }
            return nil
        }
        var left = try next(held)
        var right = try next(counted)
        var wrong = 0
        while left != nil || right != nil {
            if left?.word == right?.word {
                if left?.articles != right?.articles { wrong += 1 }
                (left, right) = (try next(held), try next(counted))
            } else if let word = left?.word, right.map({ word.utf8.lexicographicallyPrecedes($0.word.utf8) }) ?? true {
                wrong += 1
                left = try next(held)
            } else {
                wrong += 1
                right = try next(counted)
            }
        }
        return wrong
    }
}
