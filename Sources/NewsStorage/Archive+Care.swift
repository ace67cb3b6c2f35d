import Foundation
import GRDB
import NewsModel
import NewsText

/// What an archive holds, counted exactly.
public struct ArchiveStatistics: Hashable, Sendable {
    /// Stories.
    public let articles: Int
    /// Saved copies.
    public let captures: Int
    /// Outlets with an article.
    public let outlets: Int
    /// Sections with an article.
    public let sections: Int
    /// Tags with an article; those that differ only in case or diacritics are one.
    public let tags: Int
    /// Entities by which an article is found.
    public let entities: Int
    /// Headlines shown beside articles, each place counted.
    public let relatedHeadlines: Int
    /// Of these, those whose article is archived.
    public let relatedResolved: Int
    /// Notes printed with articles.
    public let footnotes: Int
    /// Articles that show their lead.
    public let withoutHeadline: Int
    /// Articles without publication and capture time.
    public let withoutDate: Int
    /// The earliest date shown.
    public let firstDate: Instant?
    /// The latest date shown.
    public let lastDate: Instant?
    /// Words of all bodies.
    public let words: Int
    /// Inputs that ingests could not read.
    public let rejections: Int
    /// The size of the file.
    public let fileBytes: Int
    /// The size of the captures' bytes before compression.
    public let captureBytes: Int
    /// How many migrations the file has.
    public let schemaVersion: Int
}

extension Archive {
    /// Counts, dates and sizes. Reads every article's row.
    public func statistics() throws -> ArchiveStatistics {
        try read { db in
            func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
            func instant(_ sql: String) throws -> Instant? { try Int64.fetchOne(db, sql: sql).map(Instant.init) }
            func labels(_ table: String, _ column: String) throws -> Int {
                try number(
                    "SELECT count(DISTINCT t.key_id) FROM (SELECT DISTINCT \(column) AS id FROM articles) AS a "
                        + "JOIN \(table) AS t ON t.id = a.id")
            }
            return ArchiveStatistics(
                articles: try number("SELECT count(*) FROM articles"),
                captures: try number("SELECT count(*) FROM captures"),
                outlets: try labels("outlets", "outlet_id"), sections: try labels("sections", "section_id"),
                tags: try number(
                    "SELECT count(DISTINCT key_id) FROM tags WHERE id IN (SELECT tag_id FROM article_tags)"),
                entities: try number(
                    """
                    SELECT count(DISTINCT coalesce(merged_into, id)) FROM entities
                    WHERE is_rejected = 0 AND id IN (SELECT entity_id FROM article_entities)
                    """),
                relatedHeadlines: try number("SELECT count(*) FROM related_headlines"),
                relatedResolved: try number("SELECT count(*) FROM related_view WHERE resolved_id IS NOT NULL"),
                footnotes: try number("SELECT count(*) FROM footnotes"),
                withoutHeadline: try number("SELECT count(*) FROM articles WHERE headline IS NULL"),
                withoutDate: try number("SELECT count(*) FROM index_rows WHERE shown_at IS NULL"),
                firstDate: try instant("SELECT min(shown_at) FROM index_rows"),
                lastDate: try instant("SELECT max(shown_at) FROM index_rows"),
                words: try number("SELECT sum(word_count) FROM articles"),
                rejections: try number("SELECT count(*) FROM rejections"),
                fileBytes: try number("PRAGMA page_count") * number("PRAGMA page_size"),
                captureBytes: try number("SELECT sum(size) FROM captures"),
                schemaVersion: try Migrations.version(db))
        }
    }

    /// Takes articles out, with their captures, all or none.
    ///
    /// - Returns: Those of `ids` that are not in the archive.
    public func remove(_ ids: [ArticleID]) throws -> [ArticleID] {
        let caches = WriterCaches()
        let unknown = try writeArticles(caches) { writer in
            try Set(ids).sorted().filter { try !writer.remove($0) }
        }
        try write { db in
            try EntityTables.removeUnused(in: db)
            try RowBlock.refresh(db)
        }
        return unknown
    }

    /// Writes a copy of the archive to `path`, which appears when it is complete. Others may write meanwhile;
    /// `interrupt` ends it and leaves nothing behind.
    public func backUp(to path: String) throws {
        var template = Array((path + ".XXXXXX").utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else {
            throw ArchiveError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        fchmod(file, 0o644)
        Foundation.close(file)
        let temporary = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        do {
            try queue.inDatabase { db in try db.execute(sql: "VACUUM INTO ?", arguments: [temporary]) }
        } catch {
            unlink(temporary)
            throw ArchiveError(error, path: path) ?? error
        }
        guard rename(temporary, path) == 0 else {
            unlink(temporary)
            throw ArchiveError.cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Merges the index into one part and gives unused room back; with `rebuilds`, makes the index anew first. What people
    /// merged and rejected is put in its place in the index, about a millisecond an article.
    public func optimize(rebuilds: Bool) throws {
        try foldEntities()
        try write(EntityTables.removeUnused)
        if rebuilds { try write(ArticleIndex.rebuild) }
        try write(RowBlock.refresh)
        try mergeIndex { false }
        try withoutTransaction { db in
            try db.execute(sql: "VACUUM; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }
}

/// Something wrong with an archive.
public struct ArchiveProblem: Hashable, Sendable {
    /// What sort of trouble.
    public enum Kind: String, Hashable, Sendable {
        /// SQLite finds the file's pages wrong.
        case file
        /// A row points to another that is not there.
        case reference
        /// A capture's bytes do not give their digest.
        case capture
        /// Index and articles do not agree.
        case index
    }

    /// What sort of trouble.
    public let kind: Kind
    /// Where: a table, a capture.
    public let place: String
    /// What is wrong, in one line.
    public let what: String
    /// Whether it was put right.
    public let isRepaired: Bool
}

extension Archive {
    /// Everything that is wrong with the archive; empty when it is sound. Cost: reading and indexing everything once.
    ///
    /// - Parameter repairs: Makes anew what can be made from the articles; captures and articles are never changed.
    public func check(repairs: Bool) throws -> [ArchiveProblem] {
        try fileProblems() + referenceProblems() + captureProblems() + indexProblems(repairs: repairs)
    }

    /// Makes the index anew if it does not agree with the articles. Cost: indexing everything once.
    package func settleIndex() throws {
        _ = try indexProblems(repairs: true)
    }

    private func fileProblems() throws -> [ArchiveProblem] {
        try read { db in
            let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(100)").flatMap { text in
                text.split(separator: "\n").map(String.init)
            }
            return Set(found).subtracting(["ok"]).sorted().map { what in
                ArchiveProblem(kind: .file, place: path, what: what, isRepaired: false)
            }
        }
    }

    private func referenceProblems() throws -> [ArchiveProblem] {
        try read { db in
            try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                ArchiveProblem(
                    kind: .reference, place: "\(row["table"] as String) row \(row["rowid"] as Int64? ?? 0)",
                    what: "points to a row of \(row["parent"] as String) that is not there", isRepaired: false)
            }
        }
    }

    private func captureProblems() throws -> [ArchiveProblem] {
        try read { db in
            var problems: [ArchiveProblem] = []
            let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM captures WHERE bytes IS NOT NULL ORDER BY id")
            while let id = try ids.next() {
                do {
                    _ = try CaptureTable.bytes(id, path: path, in: db)
                } catch ArchiveError.damaged {
                    problems.append(
                        ArchiveProblem(
                            kind: .capture, place: "capture \(id)", what: "its bytes do not match their digest",
                            isRepaired: false))
                }
            }
            return problems
        }
    }

    private func indexProblems(repairs: Bool) throws -> [ArchiveProblem] {
        let found = try write { db in
            var found: [String] = []
            let missing =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM articles WHERE id NOT IN (SELECT article_id FROM index_rows)") ?? 0
            if missing > 0 { found.append("\(missing) articles are not in it") }
            let misplaced = try ArticleIndex.misplaced(db)
            if misplaced > 0 { found.append("\(misplaced) articles stand at the wrong date") }
            if try !ArticleIndex.agrees(db) { found.append("its words are not those of the articles") }
            let words = try WordCollector.wrongCounts(db)
            if words > 0 { found.append("\(words) words are counted in the wrong number of articles") }
            let lengths = try RowBlock.wrongBlocks(db)
            if lengths > 0 { found.append("\(lengths) blocks of lengths are wrong") }
            return found
        }
        guard !found.isEmpty else { return [] }
        if repairs { try write(ArticleIndex.rebuild) }
        return found.map { ArchiveProblem(kind: .index, place: "index", what: $0, isRepaired: repairs) }
    }
}
