import NewsModel
import NewsStorage
import TestSupport
import Testing

@Suite("Other programs", .enabled(if: Python.isInstalled, "python3 is not installed"))
struct StockProgramTests {
    private static func archive() throws -> TestArchive {
        var first = Article()
        first.headline = "Tax cut passes"
        first.headlineOrigin = .capture
        first.outlet = "Example News"
        first.published = PrintedTime(
            Instant(seconds: 1_700_000_000), precision: .second, zone: .printed, source: .page)
        first.paragraphs = ["The government agreed on a tax cut.", "Elections follow in the spring."]
        first.tags = ["taxes", "US-led coalition"]
        var second = Article()
        second.paragraphs = ["A café in Berlin; cutting tax is not on the menu."]
        second.relatedHeadlines = [RelatedHeadline(headline: "Tax cut passes", url: "https://example.com/1")]
        let mention = Mention(field: .body, item: 0, start: 10, length: 6)
        let berlin = RecognizedEntity(name: "Berlin", kind: .place, aliases: [], mentions: [mention])
        let test = try TestArchive([first, second]) { $0.headline == nil ? [berlin] : [] }
        try test.archive.endLoad(merges: true) { false }
        return test
    }

    private static let find = """
        import sqlite3, sys
        db = sqlite3.connect(sys.argv[2])
        table = sys.argv[1]
        rows = db.execute(f'''SELECT article_id FROM {table} JOIN index_rows ON index_rows.row = {table}.rowid
            WHERE {table} MATCH ? ORDER BY article_id''', (sys.argv[3],))
        print(' '.join(str(row[0]) for row in rows))
        """

    @Test(
        "Stock SQLite finds articles in the index",
        arguments: [
            ("tax", "1 2"), ("\"tax cut\"", "1"), ("body : \"tax cut\"", "1"), ("elect*", "1"), ("cafe", "2"),
            ("headline : tax", "1"),
            ("tags : taxes", "1"), ("NEAR(government tax, 5)", "1"),
            ("tax NOT government", "2"), ("\"taxes us\"", ""), ("nothing", ""),
        ])
    func searching(query: String, expected: String) throws {
        let test = try Self.archive()
        #expect(try Python.run(Self.find, "article_fts", test.path, query) == expected + "\n")
    }

    @Test("Stock SQLite finds what only fields ask for")
    func asides() throws {
        let test = try Self.archive()
        #expect(try Python.run(Self.find, "aside_fts", test.path, "related : \"cut passes\"") == "2\n")
    }

    @Test("Stock SQLite shows where words stand in the printed text")
    func snippets() throws {
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            print(db.execute('''SELECT snippet(article_fts, 2, '[', ']', '…', 4) FROM article_fts
                WHERE article_fts MATCH 'cafe' ORDER BY rank''').fetchone()[0])
            """
        let test = try Self.archive()
        #expect(try Python.run(program, test.path) == "A [café] in Berlin…\n")
    }

    @Test("Stock SQLite finds the file whole and reads the views")
    func views() throws {
        let program = """
            import sqlite3, sys
            db = sqlite3.connect(sys.argv[1])
            for sql in sys.argv[2:]:
                for row in db.execute(sql):
                    print('|'.join('' if value is None else str(value) for value in row))
            """
        let test = try Self.archive()
        let printed = try Python.run(
            program, test.path, "PRAGMA integrity_check", "PRAGMA foreign_key_check",
            "SELECT id, headline, headline_source, outlet, date, date_source, tags FROM article_view ORDER BY id",
            "SELECT article_id, position, tag FROM tag_view ORDER BY article_id, position",
            "SELECT article_id, headline, url, resolved_id FROM related_view",
            "SELECT article_id, entity, kind, mentions FROM entity_view",
            "SELECT article_id, field, start, length, surface FROM mention_view",
            "SELECT count(*) FROM capture_view WHERE has_bytes")
        #expect(
            printed == """
                ok
                1|Tax cut passes|capture|Example News|2023-11-14T22:13:20Z|published|taxes; US-led coalition
                2||||||
                1|0|taxes
                1|1|US-led coalition
                2|Tax cut passes|https://example.com/1|1
                2|Berlin|place|1
                2|body|10|6|Berlin
                2

                """)
    }
}
