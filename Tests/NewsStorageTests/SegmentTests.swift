import Foundation
import GRDB
import NewsModel
@testable import NewsStorage
import TestSupport
import Testing

@Suite("Segments of the index that loads write")
struct SegmentTests {
    /// Articles with words of every frequency; of one word each article has so many that its list fills many pages.
    private static func article(_ random: inout SeededGenerator) -> Article {
        func text(_ length: Int, _ random: inout SeededGenerator) -> String {
            (0..<length).map { _ in
                let rarity = Int.random(in: 0..<12, using: &random)
                return rarity == 0 ? "rare\(Int.random(in: 0..<4_000, using: &random))" : "w\(rarity)"
            }.joined(separator: " ")
        }
        var article = Article()
        article.headline = random.once(in: 3) ? nil : text(4, &random)
        article.headlineOrigin = article.headline == nil ? nil : .capture
        article.paragraphs = [
            String(repeating: "the ", count: Int.random(in: 50...150, using: &random)) + "東京都", text(40, &random),
        ]
        article.tags = Array(Set((0..<2).map { _ in random.pick(["air", "Łódź", "w1", "U.S."]) })).sorted()
        article.section = random.once(in: 2) ? "w2" : nil
        article.dateline = random.once(in: 2) ? "Łódź" : nil
        article.relatedHeadlines = random.once(in: 2) ? [RelatedHeadline(headline: text(3, &random))] : []
        article.footnotes = random.once(in: 3) ? [Footnote(marker: "*", text: text(4, &random), references: [])] : []
        article.language = random.pick(["en", "de"])
        article.languageSource = .detected
        if !random.once(in: 4) {
            let day = Int64.random(in: 19_000..<19_030, using: &random)
            article.published = PrintedTime(
                Instant(seconds: day * 86_400), precision: .second, zone: .printed, source: .page)
        }
        return article
    }

    private static func segments(of table: IndexTable, in archive: Archive) throws -> SegmentStructure {
        let record = try archive.read { db in
            try Row.fetchOne(db, sql: "SELECT block FROM \(table.name)_data WHERE id = 10").map { Array($0[0] as Data) }
        }
        return try #require(SegmentStructure(record ?? []))
    }

    /// Every place of every word, by article: rows are given anew when the index is.
    private static func places(of table: IndexTable, in archive: Archive) throws -> [String] {
        try archive.write { db in
            try db.execute(
                sql: "CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, \(table.name), instance)")
            defer { try? db.execute(sql: "DROP TABLE temp.places") }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT term, article_id, col, "offset" FROM temp.places JOIN index_rows ON row = doc
                    ORDER BY term, article_id, col, "offset"
                    """
            ).map { "\($0)" }
        }
    }

    private static func expectSound(_ archive: Archive, sourceLocation: SourceLocation = #_sourceLocation) throws {
        try archive.write { (db) throws in
            #expect(try ArticleIndex.agrees(db), sourceLocation: sourceLocation)
            #expect(try WordCollector.wrongCounts(db) == 0, sourceLocation: sourceLocation)
            let articles = try Int.fetchOne(db, sql: "SELECT count(*) FROM articles")
            for table in IndexTable.allCases {
                let sizes = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)_docsize")
                #expect(sizes == articles, sourceLocation: sourceLocation)
            }
        }
    }

    @Test(
        "They agree with the articles, and hold what the index made anew holds, after any order of loads, changes and merges",
        arguments: 1...3 as ClosedRange<UInt64>)
    func agreement(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let test = try TestArchive()
        var ids: [ArticleID] = []
        for _ in 0..<14 {
            switch Int.random(in: 0..<7, using: &random) {
            case 0..<3:
                let count = Int.random(in: IndexSegments.leastArticles...500, using: &random)
                ids += try test.add((0..<count).map { _ in Self.article(&random) })
            case 3:
                for _ in 0..<5 where !ids.isEmpty {
                    try test.remove(ids.remove(at: Int.random(in: ids.indices, using: &random)))
                }
            case 4:
                for _ in 0..<5 where !ids.isEmpty { try test.replace(random.pick(ids), with: Self.article(&random)) }
            case 5: try test.archive.endLoad(merges: random.once(in: 2)) { false }
            default:  // FTS5 begins a merge of its own, and may leave it unfinished
                try test.archive.write { db in
                    _ = try ArticleIndex.merge(.articles, pages: 2, starting: true, in: db)
                }
            }
            try Self.expectSound(test.archive)
        }
        let before = try IndexTable.allCases.map { try Self.places(of: $0, in: test.archive) }
        try test.archive.write(ArticleIndex.rebuild)
        #expect(try IndexTable.allCases.map { try Self.places(of: $0, in: test.archive) } == before)
    }

    @Test("A load is one segment for each table, and merging makes all of them one")
    func merging() throws {
        var random = SeededGenerator(seed: 4)
        let test = try TestArchive()
        for _ in 0..<3 { try test.add((0..<250).map { _ in Self.article(&random) }) }
        try test.remove(ArticleID(3))
        for table in IndexTable.allCases {
            #expect(try Self.segments(of: table, in: test.archive).segmentCount == 4)
        }
        try test.archive.endLoad(merges: true) { true }
        #expect(try Self.segments(of: .articles, in: test.archive).segmentCount == 4)
        try test.archive.endLoad(merges: true) { false }
        for table in IndexTable.allCases {
            #expect(try Self.segments(of: table, in: test.archive).segmentCount == 1)
        }
        try Self.expectSound(test.archive)
        try test.add([Self.article(&random)])
        try test.remove(ArticleID(5))
        try Self.expectSound(test.archive)
    }

    @Test("A text of many words is a segment of its own, which holds what FTS5 makes of it")
    func longText() throws {
        let paragraphs = (0..<1_200).map { paragraph in
            (0..<25).map { "donaudampfschifffahrtsgesellschaft\(25 * paragraph + $0)" }.joined(separator: " ")
        }
        func isWorth(_ paragraphs: ArraySlice<String>) -> Bool {
            let postings = ArticlePostings(Article(), body: paragraphs.joined(separator: "\n\n"))
            return IndexSegments.isWorth([IndexSegments.Entry(row: 1, postings: postings)], of: .articles)
        }
        let (isAllWorth, isThirdWorth) = (isWorth(paragraphs[...]), isWorth(paragraphs.prefix(400)))
        #expect(isAllWorth && !isThirdWorth)

        var article = Article()
        article.paragraphs = paragraphs
        let test = try TestArchive()
        try test.add([article, Article()])
        try Self.expectSound(test.archive)
        let before = try Self.places(of: .articles, in: test.archive)
        try test.archive.write(ArticleIndex.rebuild)
        let isSame = try Self.places(of: .articles, in: test.archive) == before
        #expect(isSame && before.count > 30_000)
    }

    @Test("What is rolled back leaves no trace, and the next load goes on")
    func rollback() throws {
        struct Stop: Error {}
        var random = SeededGenerator(seed: 5)
        let test = try TestArchive()
        try test.add((0..<250).map { _ in Self.article(&random) })
        #expect(throws: Stop.self) {
            try test.archive.write { db in
                _ = try IndexSegments.merge(.articles, in: db) { false }
                throw Stop()
            }
        }
        try test.add((0..<250).map { _ in Self.article(&random) })
        #expect(throws: Stop.self) {
            try test.archive.write { db in
                #expect(try IndexSegments.merge(.articles, in: db) { false })
                throw Stop()
            }
        }
        #expect(try Self.segments(of: .articles, in: test.archive).segmentCount == 2)
        try test.remove(ArticleID(1))
        try Self.expectSound(test.archive)
    }

    @Test("A list of segments is read as it was written; what is of another form is left to FTS5")
    func structure() throws {
        var random = SeededGenerator(seed: 6)
        let test = try TestArchive()
        for _ in 0..<2 { try test.add((0..<250).map { _ in Self.article(&random) }) }
        var record = try Self.segments(of: .articles, in: test.archive).record
        #expect(SegmentStructure(record)?.record == record)
        #expect(SegmentStructure(record.dropLast()) == nil && SegmentStructure(record + [0]) == nil)
        record.insert(contentsOf: [0xFF, 0, 0, 1], at: 4)  // FTS5's second form
        #expect(SegmentStructure(record) == nil && SegmentStructure([]) == nil)
        for number: UInt64 in [0, 1, 127, 128, 16_383, 16_384, 1 << 55, (1 << 56) - 1, 1 << 56, .max] {
            var bytes: [UInt8] = []
            VariableNumbers.append(number, to: &bytes)
            var numbers = VariableNumbers(bytes[...])
            #expect(numbers.next() == number && numbers.isAtEnd)
        }
    }

    @Test("Damaged pages end a merge with an error or are merged as they are, and nothing crashes")
    func damage() throws {
        var random = SeededGenerator(seed: 7)
        let test = try TestArchive()
        for _ in 0..<2 { try test.add((0..<220).map { _ in Self.article(&random) }) }
        let pages = try test.archive.read { db in
            try Row.fetchAll(db, sql: "SELECT id, block FROM article_fts_data WHERE id > 10")
                .map { (id: $0[0] as Int64, bytes: Array($0[1] as Data)) }
        }
        var failures = 0
        for _ in 0..<300 {
            let page = random.pick(pages)
            var bytes = page.bytes
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes[Int.random(in: 0..<4, using: &random)] = UInt8.random(in: 0...255, using: &random)
            default: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
            }
            struct Undo: Error {}
            do {
                try test.archive.write { db in
                    try db.execute(
                        sql: "UPDATE article_fts_data SET block = ? WHERE id = ?", arguments: [Data(bytes), page.id])
                    _ = try IndexSegments.merge(.articles, in: db) { false }
                    throw Undo()
                }
            } catch is Undo {
                continue
            } catch {
                failures += 1
            }
        }
        #expect(failures > 50)
        try Self.expectSound(test.archive)
    }
}
