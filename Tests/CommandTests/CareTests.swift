import Foundation
import TestSupport
import Testing

@Suite("Care of the archive")
struct CareTests {
    @Test("The bytes of a capture come back exactly")
    func raw() throws {
        let workspace = try Workspace.withSamples()
        for article in try workspace.json("export").list {
            for (number, capture) in article["captures"].list.enumerated() {
                let bytes = try workspace.expect(
                    0, "show", "\(article["id"].integer ?? 0)", "--raw", "--capture", "\(number + 1)"
                ).bytes
                let path = try #require(capture["path"].string)
                #expect(try bytes == Data(contentsOf: URL(filePath: path)), "\(path)")
            }
        }
        var odd = Data("Odd Bytes\n\nHere are odd bytes of the harbor office: ".utf8)
        odd.append(contentsOf: [0xFF, 0x00, 0x0D, 0xA0, 0x85, 0x0D, 0x0A, 0xEF, 0xBB, 0xBF])
        odd.append(Data(" and that is all there is to say about the bytes of the office.\r\n".utf8))
        let report = try workspace.json("ingest", "-", input: odd)
        let id = try #require(report["articles"][0]["id"].integer)
        #expect(try workspace.expect(0, "show", "\(id)", "--raw").bytes == odd)
        #expect(!(try workspace.json("show", "\(id)")["body"].string ?? "\0").unicodeScalars.contains("\0"))
    }

    @Test("Dropped lines are shown with their numbers, and what is looked for is marked on a terminal only")
    func droppedAndHighlighted() throws {
        let workspace = try Workspace()
        try workspace.write(
            Captured.sputnik(clock: "17:23 GMT19 October 2020", body: "The ferry of Sundholm is late again."),
            to: "a.txt")
        try workspace.expect(0, "ingest", "a.txt")
        #expect(
            try workspace.expect(0, "show", "1", "--dropped").output.hasPrefix("2\tListen Live\n4\tGet short URL\n"))
        let json = try workspace.json("show", "1", "--dropped")
        #expect(Shape.list(.object(["line": .integer, "text": .string])).faults(in: json) == [])
        #expect(try workspace.expect(0, "show", "1", "--highlight", "ferry").output.contains("The ferry of"))
        guard FileManager.default.fileExists(atPath: "/usr/bin/script") else { return }
        let newsarchive = CommandRun.products.appending(path: "newsarchive").path
        let run = try CommandRun.run(
            program: "/usr/bin/env", ["script", "-qec", "'\(newsarchive)' show 1 --highlight ferry", "/dev/null"],
            in: workspace.url, environment: ["TERM": "xterm"])
        #expect(run.output.contains("The \u{1B}[1mferry\u{1B}[0m of"))
    }

    @Test("Removed articles are gone from tables and index, with what only they used")
    func remove() throws {
        let workspace = try Workspace.withSamples()
        let count = try workspace.articleCount()
        let hits = try workspace.json("search", "ferr*")["results"].list.compactMap { $0["id"].integer }
        try #require(hits.count > 1)
        let answer = try workspace.json("remove", "--yes", "\(hits[0])")
        #expect(answer["removed"].integer == 1 && answer["unknown"] == .array([]))
        try workspace.expect(1, "show", "\(hits[0])")
        try workspace.expectSound()
        #expect(try workspace.json("search", "ferr*")["total"].integer == hits.count - 1)
        let partly = try workspace.json("remove", "--yes", "\(hits[0])", "\(hits[1])", "\(hits[1])", status: 1)
        #expect(partly["removed"].integer == 1 && partly["unknown"].list.map(\.integer) == [hits[0]])
        let rest = try workspace.expect(0, "remove", "--yes", "--query", "ferr*")
        #expect(rest.output == "removed \(hits.count - 2) \(hits.count == 3 ? "article" : "articles")\n")
        #expect(try workspace.json("search", "ferr*")["total"].integer == 0)
        #expect(try workspace.articleCount() == count - hits.count)
        try workspace.expect(0, "remove", "--yes", "--query", "ferr*")
        try workspace.expectSound(besides: [])
        for table in ["captures", "article_tags", "related_headlines", "footnotes", "mentions", "article_entities"] {
            let lost = "SELECT count(*) FROM \(table) WHERE article_id NOT IN (SELECT id FROM articles)"
            #expect(try workspace.sqlite(lost) == "0", "\(table)")
        }
        #expect(
            try workspace.sqlite(
                "SELECT count(*) FROM entities WHERE id NOT IN (SELECT entity_id FROM article_entities UNION SELECT entity_id FROM entity_aliases)"
            ) == "0")
        try workspace.expect(0, "remove", "--yes", "--query", "has:date OR -has:date")
        #expect(try workspace.json("tags") == .array([]))
        #expect(try workspace.json("entities") == .array([]))
        try workspace.expectSound()
    }

    @Test("A removed article that is ingested again is a new one: its number is never given twice")
    func numbers() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        try workspace.expect(0, "ingest", "a.txt")
        try workspace.expect(0, "remove", "--yes", "1")
        #expect(try workspace.json("ingest", "a.txt")["articles"][0]["id"].integer == 2)
    }

    @Test("On a terminal removing asks, and only yes is yes", arguments: [("y", 0), ("yes", 0), ("n", 1), ("", 1)])
    func asking(answer: String, status: Int32) throws {
        guard FileManager.default.fileExists(atPath: "/usr/bin/script") else { return }
        let workspace = try Workspace.withSamples()
        let count = try workspace.articleCount()
        let newsarchive = CommandRun.products.appending(path: "newsarchive").path
        let run = try CommandRun.run(
            program: "/usr/bin/env", ["script", "-qec", "'\(newsarchive)' remove 1", "/dev/null"], in: workspace.url,
            input: Data((answer + "\n").utf8))
        #expect(run.status == status)
        #expect(run.output.contains("Take out 1 article with its captures for good? [y/N]"))
        #expect(try workspace.articleCount() == (status == 0 ? count - 1 : count))
    }

    static let damages: [(name: String, sql: String, kind: String, heals: Bool)] = [
        ("a missing index row", "DELETE FROM index_rows WHERE article_id = 3", "index", true),
        ("a wrong date", "UPDATE index_rows SET row = row + (5 << 22) WHERE article_id = 3", "index", true),
        ("a wrong shown date", "UPDATE index_rows SET shown_at = 5 WHERE article_id = 3", "index", true),
        (
            "another headline",
            "UPDATE articles SET headline = 'Changed by Hand', headline_origin = 'capture' WHERE id = 3", "index", true
        ),
        ("another body", "UPDATE articles SET body = 'changed by hand' WHERE id = 3", "index", true),
        (
            "a tag too few",
            "DELETE FROM article_tags WHERE article_id IN (SELECT article_id FROM article_tags LIMIT 1)", "index", true
        ),
        ("wrong counts of words", "UPDATE word_forms SET articles = articles + 1 WHERE form = 'swan'", "index", true),
        ("an emptied index", "INSERT INTO article_fts (article_fts) VALUES ('delete-all')", "index", true),
        (
            "wrong lengths", "UPDATE index_blocks SET data = zeroblob(length(data)) WHERE part = 'lengths'", "index",
            true
        ),
        (
            "a flipped byte",
            "UPDATE captures SET bytes = CAST(substr(bytes, 1, 20) || x'FF' || substr(bytes, 22) AS BLOB) WHERE id = 2",
            "capture", false
        ),
        ("bytes cut short", "UPDATE captures SET bytes = substr(bytes, 1, 10) WHERE id = 2", "capture", false),
        ("a row without its article", "INSERT INTO footnotes VALUES (999, 0, '*', 'lost')", "reference", false),
    ]

    @Test("Check finds damage, and repair heals what can be healed", arguments: damages)
    func damage(name: String, sql: String, kind: String, heals: Bool) throws {
        let workspace = try Workspace.withSamples()
        try workspace.expectSound()
        try workspace.sqlite(sql)
        let found = try workspace.json("check", status: 1)
        #expect(Promised.check.faults(in: found) == [])
        #expect(found["ok"].boolean == false)
        #expect(Set(found["problems"].list.compactMap { $0["kind"].string }) == [kind], "\(found)")
        #expect(found["problems"].list.allSatisfy { $0["repaired"].boolean == false })
        let text = try workspace.expect(1, "check")
        #expect(!text.output.isEmpty && text.errors == "")
        let repair = try workspace.json("check", "--repair", status: heals ? 0 : 1)
        #expect(repair["ok"].boolean == heals)
        #expect(repair["problems"].list.allSatisfy { $0["repaired"].boolean == heals })
        #expect(try workspace.run("check").status == (heals ? 0 : 1))
        if heals {
            for article in try workspace.json("search", "--limit", "5", "swan")["results"].list {
                try workspace.expect(0, "show", "\(article["id"].integer ?? 0)")
            }
        }
    }

    @Test("A capture whose bytes are damaged is shown but for its bytes")
    func damagedCapture() throws {
        let workspace = try Workspace.withSamples()
        try workspace.sqlite("UPDATE captures SET bytes = x'00' WHERE article_id = 2")
        try workspace.expect(0, "show", "2")
        let run = try workspace.expect(3, "show", "2", "--raw")
        #expect(run.output == "" && run.errorLines.count == 1)
    }

    @Test("A repaired archive answers as before", arguments: [["check", "--repair"], ["optimize", "--rebuild"]])
    func repaired(arguments: [String]) throws {
        let workspace = try Workspace.withSamples()
        func answers() throws -> [[JSON]] {
            try ["swan OR ferry", "tag:swans", "outlet:sputnik harbor", "since:2019 the"].map { query in
                try workspace.json("search", query, "--limit", "1000")["results"].list.map { $0["id"] }
            }
        }
        let before = try answers()
        try workspace.sqlite("INSERT INTO article_fts (article_fts) VALUES ('delete-all'); DELETE FROM index_blocks")
        #expect(try CommandRun.run(arguments, in: workspace.url).status == 0)
        #expect(try answers() == before)
        try workspace.expectSound()
    }

    @Test("A backup is a sound archive that answers the same; it replaces nothing")
    func backup() throws {
        let workspace = try Workspace.withSamples()
        let answer = try workspace.json("backup", "copy.db")
        #expect(answer["copy"].string == "copy.db")
        #expect(try workspace.folder.names() == ["copy.db", "newsarchive.db"])
        try workspace.expect(0, "check", "--archive", "copy.db")
        let original = try workspace.expect(0, "export", "--format", "jsonl").bytes
        #expect(try workspace.expect(0, "export", "--format", "jsonl", "--archive", "copy.db").bytes == original)
        let copy = try workspace.read("copy.db")
        let again = try workspace.expect(2, "backup", "copy.db")
        #expect(again.errors == "newsarchive: copy.db is there already; name a new file\n")
        #expect(try workspace.read("copy.db") == copy)
        try workspace.expect(3, "backup", "no/where.db")
        #expect(try workspace.folder.names() == ["copy.db", "newsarchive.db"])
    }

    @Test("Stats count what the tables hold")
    func stats() throws {
        let workspace = try Workspace.withSamples()
        let stats = try workspace.json("stats")
        for (name, sql) in [
            ("articles", "SELECT count(*) FROM articles"), ("captures", "SELECT count(*) FROM captures"),
            ("related_headlines", "SELECT count(*) FROM related_headlines"),
            ("related_resolved", "SELECT count(*) FROM related_view WHERE resolved_id IS NOT NULL"),
            ("footnotes", "SELECT count(*) FROM footnotes"), ("words", "SELECT sum(word_count) FROM articles"),
            ("capture_bytes", "SELECT sum(size) FROM captures"),
            ("without_headline", "SELECT count(*) FROM articles WHERE headline IS NULL"),
        ] { #expect(try workspace.sqlite(sql) == "\(stats[name].integer ?? -1)", "\(name)") }
        let size = try FileManager.default.attributesOfItem(atPath: workspace.archive)[.size] as? Int
        #expect(stats["file_bytes"].integer == size)
        #expect(try workspace.expect(0, "stats").output.contains("articles"))
    }

    @Test("Optimize gives room back and changes no answer")
    func optimize() throws {
        let workspace = try Workspace.withSamples()
        let before = try workspace.expect(0, "export", "--format", "jsonl").bytes
        let answer = try workspace.json("optimize")
        #expect(answer["bytes_before"].integer ?? 0 >= answer["bytes_after"].integer ?? .max)
        #expect(try workspace.expect(0, "export", "--format", "jsonl").bytes == before)
        try workspace.expectSound(besides: [])
    }
}
