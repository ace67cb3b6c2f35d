import Foundation
import GRDB
import NewsModel
import NewsQuery
@testable import NewsStorage
import TestSupport
import Testing

@Suite("The index")
struct IndexTests {
    /// Articles of few words, many on one day.
    private static func article(_ random: inout SeededGenerator) -> Article {
        let words = ["air", "strike", "café", "U.S.", "1,000", "東京都", "Łódź", "the", "market", "a"]
        func text(_ length: Int, _ random: inout SeededGenerator) -> String {
            (0..<length).map { _ in random.pick(words) }.joined(separator: " ")
        }
        var article = Article()
        article.headline = random.once(in: 3) ? nil : text(3, &random)
        article.headlineOrigin = article.headline == nil ? nil : .capture
        article.paragraphs = (0..<Int.random(in: 0...3, using: &random)).map { _ in text(12, &random) }
        article.tags = Array(Set((0..<2).map { _ in random.pick(words) })).sorted()
        article.section = random.once(in: 2) ? random.pick(words) : nil
        article.relatedHeadlines = random.once(in: 2) ? [RelatedHeadline(headline: text(2, &random))] : []
        article.footnotes = random.once(in: 3) ? [Footnote(marker: "*", text: text(4, &random), references: [])] : []
        if !random.once(in: 4) {
            let day = Int64.random(in: 19_000..<19_100, using: &random)
            let instant = Instant(seconds: day * 86_400 + Int64.random(in: 0..<3, using: &random))
            article.published = PrintedTime(instant, precision: .second, zone: .printed, source: .page)
        }
        return article
    }

    /// Names the market, where the headline does.
    private static func entities(in article: Article) -> [RecognizedEntity] {
        guard let start = article.headline?.firstRange(of: "market")?.lowerBound else { return [] }
        let place = article.headline?.unicodeScalars.distance(from: article.headline?.startIndex ?? start, to: start)
        let mention = Mention(field: .headline, item: 0, start: place ?? 0, length: 6)
        return [RecognizedEntity(name: "Market", kind: .place, aliases: [], mentions: [mention])]
    }

    /// An archive in which articles came, changed and went in a random order.
    ///
    /// - Parameter settles: Whether an ingest ends now and then.
    private static func busyArchive(seed: UInt64, steps: Int = 250, settles: Bool = false) throws -> TestArchive {
        var random = SeededGenerator(seed: seed)
        let test = try TestArchive((0..<60).map { _ in article(&random) })
        var ids = (1...60).map { ArticleID(Int64($0)) }
        for _ in 0..<steps {
            if settles, random.once(in: 10) { try test.archive.endLoad(merges: false) { false } }
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                let added = (0..<Int.random(in: 1...5, using: &random)).map { _ in article(&random) }
                ids += try test.add(added, entities: entities)
            case 1 where !ids.isEmpty:
                try test.remove(ids.remove(at: Int.random(in: ids.indices, using: &random)))
            default: if !ids.isEmpty { try test.replace(random.pick(ids), with: article(&random)) }
            }
        }
        return test
    }

    private static let questions = [
        "air", "air strike", "air OR market", "\"air strike\"", "air NEAR/3 us", "東京", "caf*", "tag:air -market",
        "-the", "",
        "related:air", "footnote:the", "headline:lodz OR body:1000", "the a market", "date:2022-02 the",
    ]

    private static func answers(_ archive: Archive) throws -> [[String]] {
        try questions.flatMap { question in
            try SearchOrder.allCases.map { order in
                try ArticleSearch(archive).answer(SearchRequest(ParsedQuery(question), order: order, limit: 1_000)).hits
                    .map { "\($0.id) \($0.score ?? 0)" }
            }
        }
    }

    @Test(
        "Index and articles agree after any order of adding, replacing and removing",
        arguments: 1...4 as ClosedRange<UInt64>)
    func agreement(seed: UInt64) throws {
        let test = try Self.busyArchive(seed: seed)
        try test.archive.write { (db) throws in
            #expect(try ArticleIndex.agrees(db))
            #expect(try WordCollector.wrongCounts(db) == 0)
            let articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles")
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM index_rows") == articles)
            #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM article_fts_docsize") == articles)
            #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
            #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
        }
    }

    @Test("A wrong index is found out and healed")
    func healing() throws {
        let test = try Self.busyArchive(seed: 5, steps: 20)
        try test.archive.write { db in
            try db.execute(
                sql:
                    "UPDATE articles SET body = body || ' sabotage' WHERE id = (SELECT max(article_id) FROM index_rows)"
            )
            #expect(try !ArticleIndex.agrees(db))
            try ArticleIndex.rebuild(db)
            #expect(try ArticleIndex.agrees(db))
        }
    }

    @Test("An index made anew gives the same answers, in the same order with the same scores")
    func rebuilding() throws {
        let test = try Self.busyArchive(seed: 6)
        let before = try Self.answers(test.archive)
        try test.archive.write { db in try ArticleIndex.rebuild(db) }
        #expect(try Self.answers(test.archive) == before)
        #expect(try test.archive.write { db in try ArticleIndex.agrees(db) })
    }

    @Test("An index made with other tokens is made anew when the archive is opened")
    func olderTokens() throws {
        let test = try Self.busyArchive(seed: 7, steps: 10)
        let before = try Self.answers(test.archive)
        try test.archive.write { db in
            try db.execute(sql: "UPDATE facts SET value = '0' WHERE name = 'tokenizer'")
            for table in IndexTable.allCases {
                try db.execute(sql: "INSERT INTO \(table.name) (\(table.name)) VALUES ('delete-all')")
            }
        }
        let archive = try Archive(path: test.path, mode: .update)
        #expect(try Self.answers(archive) == before)
    }

    @Test("Lengths for ranking are those of the index, and change no score")
    func lengths() throws {
        let test = try Self.busyArchive(seed: 8)
        try test.archive.write { db in try db.execute(sql: "DELETE FROM index_blocks") }
        let without = try Self.answers(test.archive)
        try test.archive.endLoad(merges: true) { false }
        #expect(try Self.answers(test.archive) == without)
        try test.archive.read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT id, sz FROM article_fts_docsize ORDER BY id")
            #expect(try Self.storedLengths(db) == rows.map { [$0[0], Self.textWords($0[1])] })
        }
    }

    @Test("A block is kept only while it is what the tables give", arguments: 10...12 as ClosedRange<UInt64>)
    func staleBlocks(seed: UInt64) throws {
        let test = try Self.busyArchive(seed: seed, settles: true)
        #expect(try test.archive.read(RowBlock.wrongBlocks) == 0)
        try test.archive.endLoad(merges: false) { false }
        #expect(try test.archive.read(RowBlock.wrongBlocks) == 0)
        try test.archive.read { (db) throws in
            for (part, empty) in [("rows", 0), ("lengths", 0), ("outlets", 0), ("tags", 4), ("entities", 4)] {
                let size = try Int.fetchOne(
                    db, sql: "SELECT max(length(data)) FROM index_blocks WHERE part = ?", arguments: [part])
                #expect(size ?? 0 > empty, "\(part)")
            }
        }
    }

    @Test(
        "A block of the wrong size is stale, and one that leaves out a hit is damage",
        arguments: [("tags", "x'0000'", false), ("sections", "x''", false), ("rows", "zeroblob(length(data))", true)])
    func wrongBlocks(part: String, data: String, isDamage: Bool) throws {
        let test = try Self.busyArchive(seed: 13, steps: 20)
        try test.archive.endLoad(merges: false) { false }
        let search = ArticleSearch(test.archive)
        let request = SearchRequest(ParsedQuery("the"), facets: [.tag, .section])
        let facets = try search.answer(request).facets
        try test.archive.write { db in
            try db.execute(sql: "UPDATE index_blocks SET data = \(data) WHERE part = ?", arguments: [part])
        }
        if isDamage {
            #expect(throws: ArchiveError.self) { try search.answer(request) }
        } else {
            #expect(try search.answer(request).facets == facets)
        }
    }

    @Test("A change makes the lengths of its days stale, and only those")
    func staleLengths() throws {
        var random = SeededGenerator(seed: 9)
        var early = Self.article(&random)
        early.published = PrintedTime(Instant(seconds: 0), precision: .second, zone: .printed, source: .page)
        var late = early
        late.published?.instant = Instant(seconds: 1_700_000_000)
        let test = try TestArchive([early, late])
        try test.archive.endLoad(merges: false) { false }
        try test.remove(ArticleID(1))
        let left = try test.archive.read { db in try Self.storedLengths(db) }
        #expect(left.count == 1)
    }

    /// Rows with their lengths, as the blocks hold them.
    private static func storedLengths(_ db: Database) throws -> [[Int64]] {
        try Int64.fetchAll(db, sql: "SELECT DISTINCT block FROM index_blocks ORDER BY block").flatMap { number in
            let block = try #require(try RowBlock.kept(number, in: db))
            let rows = [UInt8](block.parts[.rows]?.data ?? Data())
            let lengths = [UInt8](block.parts[.lengths]?.data ?? Data())
            return (0..<rows.count / 4).map { at in
                let key = (0..<4).reduce(Int64(0)) { $0 | Int64(rows[at * 4 + $1]) << (8 * $1) }
                return [number << 27 + key, Int64(lengths[at * 2]) | Int64(lengths[at * 2 + 1]) << 8]
            }
        }
    }

    /// The words of the first six columns, of sizes below 128.
    private static func textWords(_ sizes: Data) -> Int64 {
        sizes.prefix(6).reduce(0) { $0 + Int64($1) }
    }
}
