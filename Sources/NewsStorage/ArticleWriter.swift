import Foundation
import GRDB
import NewsModel
import NewsText

/// Writes articles and captures inside one transaction.
///
/// An article leaves the index before anything of it changes and comes back in `finish`, all of a batch in the order
/// of the index: index and tables are written symmetrically, and never apart.
package struct ArticleWriter {
    private let db: Database
    private let caches: WriterCaches
    private let run: Int64?

    init(_ db: Database, caches: WriterCaches, run: Int64?) {
        self.db = db
        self.caches = caches
        self.run = run
    }

    // MARK: Looking up

    /// The capture with `key`; `nil` when it is not archived.
    package func capture(withKey key: SHA256Digest) throws -> KnownCapture? {
        try CaptureTable.find(key: key, in: db)
    }

    /// A capture of the page at a canonical address, saved at the time given or with bytes of that SHA-1 (base 32); `nil`
    /// when there is none.
    package func capture(
        ofAddress address: String, capturedAt time: Instant?, bodyDigest: String?
    ) throws -> KnownCapture? {
        try CaptureTable.find(address: address, capturedAt: time, bodyDigest: bodyDigest, in: db)
    }

    /// The article that captures with `identity` are copies of.
    package func article(withIdentity identity: SHA256Digest) throws -> ArticleID? {
        let find = try db.cachedStatement(sql: "SELECT id FROM articles WHERE identity = ?")
        return try ArticleID.fetchOne(find, arguments: [identity.data])
    }

    /// The highest rank among the captures of `article` but for `capture`, and whose it is.
    package func leader(
        of article: ArticleID, except capture: Int64? = nil
    ) throws -> (id: Int64, rank: CaptureRank)? {
        try CaptureTable.leader(of: article, except: capture, in: db)
    }

    // MARK: Writing

    /// Adds an article.
    package func insert(_ new: NewArticle) throws -> ArticleID {
        let id = try ArticleTable.insert(new, labels: labels(of: new.article), in: db)
        try insertLists(new, id: id)
        caches.pending[id] = new.postings
        return id
    }

    /// Gives article `id` the fields of `new`; `false` when it has them already. The identity stays.
    package func replace(_ id: ArticleID, with new: NewArticle) throws -> Bool {
        guard try !isEqual(new, toArticle: id) else { return false }
        try ArticleIndex.remove(id, words: caches.words, in: db)
        try deleteLists(id)
        try ArticleTable.update(id, to: new, labels: labels(of: new.article), in: db)
        try insertLists(new, id: id)
        caches.pending[id] = new.postings
        return true
    }

    /// Gives article `id` the entities that `recognizer` found in `article`; `false` when it has them already, or is another
    /// by now.
    package func recognize(
        _ entities: [RecognizedEntity], in article: Article, id: ArticleID, recognizer: Int64
    ) throws -> Bool {
        guard try stored(id) == article else { return false }
        try ArticleTable.setRecognizer(recognizer, of: id, in: db)
        guard try EntityTables.mentions(of: id, in: db) != EntityTables.mentions(entities, of: article) else {
            return false
        }
        try ArticleIndex.remove(id, words: caches.words, in: db)
        try EntityTables.delete(id, cache: caches.entities, in: db)
        try EntityTables.insert(entities, of: article, id: id, cache: caches.entities, in: db)
        caches.pending[id] = .some(nil)
        return true
    }

    /// Adds a capture of `article`.
    package func insert(_ capture: NewCapture, of article: ArticleID) throws {
        try CaptureTable.insert(capture, article: article, run: run, in: db)
    }

    /// Records how a capture reads now.
    package func update(_ capture: Int64, reading: CaptureReading, hints: CaptureHints) throws {
        try CaptureTable.update(capture, reading: reading, hints: hints, in: db)
    }

    /// Records what a person should know of the reading of a capture.
    package func setNotes(_ capture: Int64, _ notes: [String]) throws {
        try CaptureTable.setNotes(capture, notes, in: db)
    }

    /// Keeps the bytes of a capture that was archived without them.
    package func setBytes(_ capture: Int64, packed: Data) throws {
        try CaptureTable.setBytes(capture, packed: packed, in: db)
    }

    /// Records where a capture was met.
    package func setPlace(_ capture: Int64, path: String, position: String?) throws {
        try CaptureTable.setPlace(capture, path: path, position: position, in: db)
    }

    /// Takes an article out with its captures; `false` when there is none.
    package func remove(_ id: ArticleID) throws -> Bool {
        try ArticleIndex.remove(id, words: caches.words, in: db)
        try EntityTables.delete(id, cache: caches.entities, in: db)
        try db.cachedStatement(sql: "DELETE FROM articles WHERE id = ?").run([id.rawValue])
        caches.pending[id] = nil
        return db.changesCount > 0
    }

    /// Records an input that could not be read.
    package func reject(_ rejection: Rejection) throws {
        if let run { try RunTable.reject(rejection, run: run, in: db) }
    }

    /// Brings what was written into the index.
    func finish() throws {
        try caches.entities.store(in: db)
        let known = caches.pending.compactMapValues(\.self)
        try ArticleIndex.add(caches.pending.keys, words: caches.words, known: known, in: db)
        caches.pending = [:]
    }

    private func labels(of article: Article) throws -> ArticleTable.Labels {
        func id(_ name: String?, _ table: LabelTable) throws -> Int64? {
            try name.map { try caches.labels.id(of: $0, in: table, db) }
        }
        return ArticleTable.Labels(
            outlet: try id(article.outlet, .outlets), section: try id(article.section, .sections),
            storyline: try id(article.storyline, .storylines))
    }

    private func insertLists(_ new: NewArticle, id: ArticleID) throws {
        try ListTables.insert(new, id: id, labels: caches.labels, in: db)
        try EntityTables.insert(new.entities, of: new.article, id: id, cache: caches.entities, in: db)
    }

    private func deleteLists(_ id: ArticleID) throws {
        try ListTables.delete(id, in: db)
        try EntityTables.delete(id, cache: caches.entities, in: db)
    }

    /// Article `id` as it is; `nil` when there is none.
    private func stored(_ id: ArticleID) throws -> Article? {
        guard var article = try ArticleTable.fetch(id, in: db)?.article else { return nil }
        _ = try ListTables.fetch(into: &article, id: id, in: db)
        return article
    }

    /// Whether the article has the fields of `new` and its entities, if these were looked for.
    private func isEqual(_ new: NewArticle, toArticle id: ArticleID) throws -> Bool {
        guard try stored(id) == new.article else { return false }
        guard let recognizer = new.recognizer else { return true }
        guard try EntityTables.mentions(of: id, in: db) == EntityTables.mentions(in: new) else { return false }
        try ArticleTable.setRecognizer(recognizer, of: id, in: db)
        return true
    }
}

/// What a writer remembers between batches.
package final class WriterCaches {
    let labels = LabelCache()
    let entities = EntityCache()
    let words = WordCollector()
    /// Articles that were written in this batch and are not in the index yet, with their words where these are known.
    var pending: [ArticleID: ArticlePostings?] = [:]
    /// Is another one after anything else wrote, in this program or in another.
    private var state: [Int] = []

    /// Nothing remembered.
    package init() {}

    /// To be called at the beginning of a transaction: what something else changed in between is looked up again.
    func begin(in db: Database) throws {
        guard try state != Self.state(of: db) else { return }
        labels.forget()
        entities.forget()
    }

    /// To be called when everything is written.
    func end(in db: Database) throws {
        state = try Self.state(of: db)
    }

    private static func state(of db: Database) throws -> [Int] {
        [try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0, db.totalChangesCount]
    }

    /// To be called after a transaction was rolled back: the rows that were met in it are gone.
    func forget() {
        labels.forget()
        entities.forget()
        words.forget()
        pending = [:]
    }
}

extension Archive {
    /// Runs `body` with a writer in one transaction; all of it is written, or nothing.
    package func writeArticles<Value>(
        _ caches: WriterCaches, run: Int64? = nil, _ body: (ArticleWriter) throws -> Value
    ) throws -> Value {
        do {
            return try write { db in
                try caches.begin(in: db)
                let writer = ArticleWriter(db, caches: caches, run: run)
                let value = try body(writer)
                try writer.finish()
                try caches.end(in: db)
                return value
            }
        } catch {
            caches.forget()
            throw error
        }
    }
}
