import CSearch
import Foundation
import GRDB
import NewsModel

/// Segments of the tables of the index, written and merged without FTS5's own inserts.
///
/// FTS5 walks a hash of its own for each word of each article; here words come counted and in order from where articles
/// are prepared. What is written is what FTS5 would write: it reads, checks, merges and deletes it like its own.
enum IndexSegments {
    /// From so many articles on, or so many bytes of counted words, a segment is worth its own pages. FTS5 takes three
    /// times as long for the words of a text of 8 MB, and holds all of them in memory.
    static let (leastArticles, leastBytes) = (200, 1 << 20)
    /// So many segments of one level are merged into one of the next, and while much is loaded so many: each is looked
    /// into by every search. Source of the first: FTS5's default for 'crisismerge'.
    private static let (mostOfLevel, mostWhileLoading) = (16, 64)
    /// FTS5 merges more than so many pages, of 8 kB: in many steps, so that the log stays short.
    private static let mostPages: Int64 = 400_000

    /// An article on its way into the index.
    struct Entry {
        let row: Int64
        let postings: ArticlePostings
    }

    /// Whether `entries` are better written here than by FTS5.
    static func isWorth(_ entries: [Entry], of table: IndexTable) -> Bool {
        entries.count >= leastArticles || entries.reduce(0) { $0 + $1.postings[table].packed.count } >= leastBytes
    }

    /// Adds `entries`, which come in the order of their rows, to `table`; `false`, with nothing written, when the table is of
    /// a form that is not known here.
    static func add(_ entries: [Entry], to table: IndexTable, in db: Database) throws -> Bool {
        try settle(db)
        guard let structure = try structure(of: table, in: db), let totals = try Totals(table, in: db) else {
            return false
        }
        return try change(table, structure, in: db) { segments in
            guard try segments.write(entries, totals: totals) else { return false }
            _ = try segments.mergeFullLevels(mostWhileLoading) { false }
            return true
        }
    }

    /// Makes all segments of `table` one; `false`, with nothing done, when FTS5 must do it.
    ///
    /// - Throws: `DatabaseError` `SQLITE_INTERRUPT` when it was told to stop; then everything must be rolled back.
    static func merge(_ table: IndexTable, in db: Database, shouldStop: () -> Bool) throws -> Bool {
        try settle(db)
        guard let structure = try structure(of: table, in: db), !structure.isBeingMerged,
            structure.pages <= mostPages
        else { return false }
        guard structure.segmentCount > 1 else { return true }
        return try change(table, structure, in: db) {
            try $0.merge(levels: structure.levels.count, shouldStop: shouldStop)
        }
    }

    /// Merges the segments of `table` where there are many of one age. Throws as `merge` does.
    static func thin(_ table: IndexTable, in db: Database, shouldStop: () -> Bool) throws {
        try settle(db)
        guard let structure = try structure(of: table, in: db) else { return }
        _ = try change(table, structure, in: db) { try $0.mergeFullLevels(mostOfLevel, shouldStop: shouldStop) }
    }

    /// Stores what `body` makes of the segments; `false`, with nothing stored, when it does.
    private static func change(
        _ table: IndexTable, _ structure: SegmentStructure, in db: Database,
        _ body: (inout TableSegments) throws -> Bool
    ) throws -> Bool {
        var segments = TableSegments(table, structure, pageSize: try pageSize(of: table, in: db), in: db)
        guard try body(&segments) else { return false }
        try segments.store()
        try forgetStructure(of: table, in: db)
        return true
    }

    /// Has FTS5 write out what it holds in memory, as it does for every savepoint.
    private static func settle(_ db: Database) throws {
        try db.inSavepoint { .commit }
    }

    /// Has FTS5 read the list of segments again: it keeps it until its changes are rolled back.
    private static func forgetStructure(of table: IndexTable, in db: Database) throws {
        try db.inSavepoint {
            try ArticleIndex.setAutomerge(0, of: table, in: db)
            return .rollback
        }
    }

    private static func structure(of table: IndexTable, in db: Database) throws -> SegmentStructure? {
        try TableSegments.block(TableSegments.structureKey, of: table, in: db).flatMap { SegmentStructure($0) }
    }

    /// Source of the default: FTS5's documentation of 'pgsz'.
    private static func pageSize(of table: IndexTable, in db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT v FROM \(table.name)_config WHERE k = 'pgsz'") ?? 4_050
    }
}

/// How many rows a table has, and how many words each of its columns, as its record number 1 holds it.
private struct Totals {
    private var numbers: [UInt64]

    /// `nil` when the record is of a form that is not known here.
    init?(_ table: IndexTable, in db: Database) throws {
        let block = try TableSegments.block(TableSegments.totalsKey, of: table, in: db) ?? []
        var read = VariableNumbers(block[...])
        numbers = []
        while !read.isAtEnd {
            guard let number = read.next() else { return nil }
            numbers.append(number)
        }
        if numbers.isEmpty { numbers = Array(repeating: 0, count: table.columns.count + 1) }
        guard numbers.count == table.columns.count + 1 else { return nil }
    }

    /// Adds a row with so many words in its columns.
    mutating func add(_ sizes: [Int]) {
        numbers[0] &+= 1
        for (column, size) in sizes.enumerated() { numbers[column + 1] &+= UInt64(size) }
    }

    var record: [UInt8] {
        var record: [UInt8] = []
        for number in numbers { VariableNumbers.append(number, to: &record) }
        return record
    }
}

/// The segments of one table while they are changed.
private struct TableSegments {
    /// Source: FTS5_AVERAGES_ROWID and FTS5_STRUCTURE_ROWID.
    static let totalsKey: Int64 = 1
    static let structureKey: Int64 = 10

    private let table: IndexTable
    private let db: Database
    private let pageSize: Int
    private(set) var structure: SegmentStructure

    init(_ table: IndexTable, _ structure: SegmentStructure, pageSize: Int, in db: Database) {
        self.table = table
        self.structure = structure
        self.pageSize = pageSize
        self.db = db
    }

    static func block(_ key: Int64, of table: IndexTable, in db: Database) throws -> [UInt8]? {
        let find = try db.cachedStatement(sql: "SELECT block FROM \(table.name)_data WHERE id = ?")
        return try Row.fetchOne(find, arguments: [key]).map { Array($0[0] as Data) }
    }

    /// Writes `entries` as a new segment, and what the table keeps of each row; `false` when there is no number for it.
    mutating func write(_ entries: [IndexSegments.Entry], totals: Totals) throws -> Bool {
        guard let number = structure.freeNumber else { return false }
        var totals = totals
        let segment = csearch_segment_new()
        let postings = csearch_postings_new()
        defer {
            csearch_segment_free(segment)
            csearch_postings_free(postings)
        }
        let keepSizes = try db.cachedStatement(sql: "INSERT INTO \(table.name)_docsize (id, sz) VALUES (?, ?)")
        for entry in entries {
            let texts = entry.postings[table]
            try check(csearch_segment_add(segment, entry.row, texts.packed, texts.packed.count))
            var sizes = texts.sizes
            if table == .articles {
                let filters = try filters(of: entry.row, after: sizes.count, postings)
                try check(csearch_segment_add(segment, entry.row, filters.packed, filters.packed.count))
                sizes += filters.sizes
            }
            totals.add(sizes)
            var record: [UInt8] = []
            for size in sizes { VariableNumbers.append(UInt64(size), to: &record) }
            try keepSizes.run([entry.row, Data(record)])
        }
        var pages: Int64 = 0
        try check(
            csearch_segment_write(
                segment, try writePage(), try writeWord(), number, pageSize, &pages))
        if pages > 0 { structure.add(.init(number: number, firstPage: 1, lastPage: pages)) }
        try setBlock(Self.totalsKey, totals.record)
        return true
    }

    /// Makes the segments of the first `levels` levels one; `false` when there is no number for it.
    mutating func merge(levels: Int, shouldStop: () -> Bool) throws -> Bool {
        guard let number = structure.freeNumber else { return false }
        let merged = structure.levels[..<levels].reversed().flatMap(\.segments)
        let hasOldest = structure.levels[levels...].allSatisfy(\.segments.isEmpty)
        let readPage = try db.cachedStatement(sql: "SELECT block FROM \(table.name)_data WHERE id = ?")
        let deletePage = try db.cachedStatement(sql: "DELETE FROM \(table.name)_data WHERE id = ?")
        var pages: Int64 = 0
        let (writePage, writeWord) = (try writePage(), try writeWord())
        let status = withoutActuallyEscaping(shouldStop) { shouldStop in
            withUnsafePointer(to: shouldStop) { context in
                csearch_segments_merge(
                    merged.map(\.number), merged.map(\.lastPage), merged.count, hasOldest ? 1 : 0,
                    UnsafeMutableRawPointer(readPage.sqliteStatement),
                    UnsafeMutableRawPointer(deletePage.sqliteStatement), writePage, writeWord, number, pageSize,
                    { $0?.assumingMemoryBound(to: (() -> Bool).self).pointee() == true ? 1 : 0 },
                    UnsafeMutableRawPointer(mutating: context), &pages)
            }
        }
        try check(status)
        for segment in merged {
            let first = segment.number << 37
            try db.cachedStatement(sql: "DELETE FROM \(table.name)_data WHERE id >= ? AND id < ?")
                .run([first, first + 1 << 37])
            try db.cachedStatement(sql: "DELETE FROM \(table.name)_idx WHERE segid = ?").run([segment.number])
        }
        structure.replaceLevels(
            levels, by: pages > 0 ? .init(number: number, firstPage: 1, lastPage: pages) : nil)
        return true
    }

    /// Merges the levels down to the last one that has `most` segments or more; `false` when there is none, or FTS5 is
    /// merging some.
    mutating func mergeFullLevels(_ most: Int, shouldStop: () -> Bool) throws -> Bool {
        guard let full = structure.levels.lastIndex(where: { $0.segments.count >= most }), !structure.isBeingMerged
        else {
            return false
        }
        return try merge(levels: full + 1, shouldStop: shouldStop)
    }

    /// Writes the list of segments.
    func store() throws {
        try setBlock(Self.structureKey, structure.record)
    }

    private func setBlock(_ key: Int64, _ bytes: [UInt8]) throws {
        try db.cachedStatement(sql: "REPLACE INTO \(table.name)_data (id, block) VALUES (?, ?)").run([key, Data(bytes)])
    }

    /// The filter tokens of a row, behind `column` columns of text.
    private func filters(
        of row: Int64, after column: Int, _ postings: OpaquePointer?
    ) throws -> ArticlePostings.TablePostings {
        let find = try db.cachedStatement(sql: "SELECT filters FROM \(table.view) WHERE row = ?")
        guard let text = try String.fetchOne(find, arguments: [row]) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "index row \(row) has no article")
        }
        csearch_postings_clear(postings)
        return ArticlePostings.TablePostings([text], first: column, postings)
    }

    private func writePage() throws -> UnsafeMutableRawPointer {
        let write = try db.cachedStatement(sql: "INSERT INTO \(table.name)_data (id, block) VALUES (?, ?)")
        return UnsafeMutableRawPointer(write.sqliteStatement)
    }

    private func writeWord() throws -> UnsafeMutableRawPointer {
        let write = try db.cachedStatement(sql: "INSERT INTO \(table.name)_idx (segid, term, pgno) VALUES (?, ?, ?)")
        return UnsafeMutableRawPointer(write.sqliteStatement)
    }

    private func check(_ status: Int32) throws {
        guard status == 0 else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: status), message: "a segment of the index cannot be written")
        }
    }
}
