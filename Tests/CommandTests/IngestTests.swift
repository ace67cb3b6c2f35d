import Foundation
import TestSupport
import Testing

@Suite("Ingest")
struct IngestTests {
    @Test("A capture is archived once; asked again, nothing changes")
    func unchanged() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Eleven Boats Counted"), to: "in/a.txt")
        let first = try workspace.json("ingest", "in")
        #expect(Promised.ingest.faults(in: first) == [])
        #expect(first["archived"].integer == 1 && first["unchanged"].integer == 0)
        let tables = ["articles", "captures", "ingest_runs", "index_rows", "entities", "mentions"]
        let dump = try tables.map { try workspace.sqlite("SELECT * FROM \($0)") }
        let again = try workspace.json("ingest", "in")
        #expect(again["archived"].integer == 0 && again["updated"].integer == 0 && again["unchanged"].integer == 1)
        #expect(again["articles"] == first["articles"])
        #expect(try tables.map { try workspace.sqlite("SELECT * FROM \($0)") } == dump)
        #expect(try workspace.articleCount() == 1)
        try workspace.expectSound(besides: ["in"])
    }

    @Test("Standard input is a capture like any other")
    func standardInput() throws {
        let workspace = try Workspace()
        let text = Captured.page("Read From a Pipe")
        let report = try workspace.json("ingest", "-", "--outlet", "Harbor Gazette", input: Data(text.utf8))
        #expect(report["archived"].integer == 1)
        #expect(report["articles"][0]["path"].string == "-")
        let article = try workspace.json("show", "1")
        #expect(article["headline"].string == "Read From a Pipe")
        #expect(article["outlet"].string == "Harbor Gazette")
        #expect(try workspace.expect(0, "show", "1", "--raw").bytes == Data(text.utf8))
        #expect(try workspace.json("ingest", "-", status: 1)["rejected"][0]["path"].string == "-")
    }

    @Test("The same address with other content updates the article and keeps both captures; the latest one leads")
    func sameAddress() throws {
        let workspace = try Workspace()
        let early = Captured.page("Ferry Late", body: "The ferry is late, the harbor office said.")
        let late = Captured.page("Ferry Sunk", body: "The ferry has sunk, the harbor office said.")
        for order in [[early, late], [late, early]] {
            try? FileManager.default.removeItem(atPath: workspace.archive)
            for text in order {
                let name = text == early ? "early.txt" : "late.txt"
                try workspace.write(text, to: name)
                let report = try workspace.json(
                    "ingest", name, "--url", "https://gazette.example/ferry?utm_source=x", "--outlet", "Gazette",
                    "--captured-at", text == early ? "2020-01-01T00:00:00Z" : "2020-01-02T00:00:00Z")
                #expect(report[text == order[0] ? "archived" : "updated"].integer == 1)
            }
            let article = try workspace.json("show", "1")
            #expect(article["headline"].string == "Ferry Sunk")
            #expect(article["captured_at"].string == "2020-01-02T00:00:00Z")
            #expect(article["captures"].list.map { $0["path"].string } == ["late.txt", "early.txt"])
            #expect(try workspace.expect(0, "show", "1", "--raw").output == late)
            #expect(try workspace.expect(0, "show", "1", "--raw", "--capture", "2").output == early)
            #expect(try workspace.json("search", "sunk")["total"].integer == 1)
            #expect(try workspace.json("search", "late")["total"].integer == 0)
            #expect(try workspace.articleCount() == 1)
            try workspace.expectSound()
        }
    }

    @Test("The same address of another outlet, and the same text at another address, are other articles")
    func otherIdentity() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        let address = "https://gazette.example/ferry"
        try workspace.expect(0, "ingest", "a.txt", "--url", address, "--outlet", "Gazette")
        try workspace.expect(0, "ingest", "a.txt", "--url", address, "--outlet", "Courier")
        try workspace.expect(0, "ingest", "a.txt", "--url", address + "-2", "--outlet", "Gazette")
        #expect(try workspace.json("stats")["articles"].integer == 3)
        let again = try workspace.json(
            "ingest", "a.txt", "--url", address + "?utm_medium=mail#top", "--outlet", "Gazette")
        #expect(again["unchanged"].integer == 1)
    }

    @Test(
        "A manifest tells of captures what they do not say; paths are relative to its folder",
        arguments: [
            (
                "list.csv",
                "path,url,outlet,captured_at,published_at\na.txt,https://g.example/a,\"Gazette, The\",2020-01-02T03:04:05+01:00,2020-01\n"
            ),
            (
                "list.csv",
                "\u{FEFF}outlet,path,published_at,url,captured_at\r\n\"Gazette, The\",a.txt,2020-01,https://g.example/a,2020-01-02T02:04:05Z\r\n"
            ),
            (
                "list.jsonl",
                "{\"path\": \"a.txt\", \"url\": \"https://g.example/a\", \"outlet\": \"Gazette, The\", \"captured_at\": \"2020-01-02T02:04:05Z\", \"published_at\": \"2020-01\", \"note\": 3}\n\n"
            ),
        ])
    func manifest(name: String, text: String) throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "in/a.txt")
        try workspace.write(Captured.page("Not Named", body: "Nobody named this page on Monday."), to: "in/b.txt")
        let manifest = try workspace.write(text, to: "in/" + name)
        #expect(try workspace.json("ingest", "--manifest", manifest)["archived"].integer == 1)
        let article = try workspace.json("show", "1")
        #expect(article["url"].string == "https://g.example/a")
        #expect(article["outlet"].string == "Gazette, The")
        #expect(article["captured_at"].string == "2020-01-02T02:04:05Z")
        #expect(article["published_at"].string == "2020-01-01T00:00:00Z")
        #expect(article["published_at_precision"].string == "month")
        // A folder named beside it is read whole, but for the manifest.
        let folder = try workspace.json("ingest", "in", "--manifest", manifest)
        #expect(folder["unchanged"].integer == 1 && folder["archived"].integer == 1 && folder["skipped"].integer == 1)
        try workspace.expectSound()
    }

    @Test(
        "A manifest that cannot be used is refused with its line before anything is archived",
        arguments: [
            ("url\nhttps://g.example/a\n", "m:1: no column 'path'; the first line names the columns"),
            ("path,url\na.txt,https://g.example/a\nb.txt\n", "m:3: 1 cells where the header has 2"),
            ("path,url\n,https://g.example/a\n", "m:2: the entry has no path; give each entry one"),
            ("path,captured_at\na.txt,soon\n", "m:2: captured_at 'soon' is no time; write 2024-03-05T14:30:00Z"),
            (
                "path,captured_at\na.txt,2020-02-30\n",
                "m:2: captured_at '2020-02-30' is no time; write 2024-03-05T14:30:00Z"
            ),
            ("path,url\na.txt,u\n./a.txt,v\n", "m:3: './a.txt' stands in line 2 already; name each file once"),
            ("{\"path\": \"a.txt\"}\n{\"path\": }\n", "m:2: no JSON object; write one a line"),
            ("{\"path\": \"a.txt\"}\n[1]\n", "m:2: no JSON object; write one a line"),
            ("{\"path\": \"a.txt\", \"captured_at\": 2020}\n", "m:1: 'captured_at' is no text; put it in quotes"),
        ])
    func badManifest(text: String, message: String) throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        try workspace.write(text, to: "m")
        let run = try workspace.expect(2, "ingest", "--manifest", "m")
        #expect(run.errors == "newsarchive: \(message)\n")
        #expect(try workspace.folder.names() == ["a.txt", "m"])
    }

    @Test("A dry run changes nothing and says what would happen")
    func dryRun() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "in/a.txt")
        try workspace.write("", to: "in/empty.txt")
        let before = try workspace.json("ingest", "--dry-run", "in", status: 1)
        #expect(before["archived"].integer == 1 && before["rejected"].list.count == 1)
        #expect(try workspace.folder.names() == ["in"])
        try workspace.expect(1, "ingest", "in")
        try workspace.write(Captured.page("Ferry Sunk", body: "The ferry has sunk."), to: "in/b.txt")
        let archive = try workspace.read("newsarchive.db")
        let after = try workspace.expect(1, "ingest", "--dry-run", "in")
        #expect(after.output.hasPrefix("3 found, 1 archived, 0 updated, 1 unchanged, 0 skipped, 1 rejected"))
        #expect(after.output.contains("nothing written (--dry-run)"))
        #expect(try workspace.read("newsarchive.db") == archive)
        #expect(try workspace.folder.names() == ["in", "newsarchive.db"])
        try workspace.expect(3, "ingest", "--dry-run", "--reread", "--archive", "nowhere.db")
    }

    @Test("Without --raw the bytes are not kept, and reread says so")
    func noRaw() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        try workspace.expect(0, "ingest", "--no-raw", "a.txt")
        let raw = try workspace.expect(1, "show", "1", "--raw")
        #expect(raw.output == "" && raw.errorLines.count == 1 && raw.errors.contains("--no-raw"))
        #expect(try workspace.sqlite("SELECT count(*) FROM captures WHERE bytes IS NOT NULL") == "0")
        let reread = try workspace.json("ingest", "--reread", status: 1)
        #expect(reread["rejected"][0]["reason"].string?.contains("its bytes were not kept") == true)
        #expect(try workspace.json("show", "1")["headline"].string == "Ferry Late")
        #expect(try workspace.json("ingest", "a.txt")["updated"].integer == 1)
        #expect(try workspace.expect(0, "show", "1", "--raw").output == Captured.page("Ferry Late"))
        #expect(try workspace.json("ingest", "a.txt")["unchanged"].integer == 1)
        #expect(try workspace.json("ingest", "--no-raw", "a.txt")["unchanged"].integer == 1)
        try workspace.expectSound()
    }

    @Test("What was said of a capture before stays when more is said")
    func hintsAddUp() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        try workspace.expect(0, "ingest", "--outlet", "Harbor Times", "a.txt")
        #expect(try workspace.json("ingest", "--lang", "nl", "a.txt")["updated"].integer == 1)
        let article = try workspace.json("show", "1")
        #expect(article["outlet"].string == "Harbor Times")
        #expect(try workspace.json("ingest", "--reread")["unchanged"].integer == 1)
    }

    @Test("Entities are recognized unless that is not wanted")
    func noEntities() throws {
        let workspace = try Workspace.withSamples()
        #expect(try workspace.json("search", "entity:\"Port Alder\"")["total"].integer ?? 0 > 3)
        let other = try Workspace()
        try other.expect(
            0, "ingest", "--no-entities", SampleCaptures.folder.appending(path: "sputnik/night-train.txt").path)
        #expect(try other.json("entities") == .array([]))
        try other.expectSound()
    }

    @Test("Strict stops at the first rejection; what stood before it is archived, what follows is not")
    func strict() throws {
        let workspace = try Workspace()
        for number in 1...40 {
            try workspace.write(
                Captured.page("Page \(number)", body: "Boat \(number) was counted."), to: "in/\(100 + number).txt")
        }
        try workspace.write("", to: "in/105.txt")
        try workspace.write("", to: "in/109.txt")
        let report = try workspace.json("ingest", "--strict", "in", status: 1)
        #expect(report["archived"].integer == 4)
        #expect(report["rejected"].list.map { $0["path"].string } == ["in/105.txt"])
        #expect(report["stopped"].boolean == true)
        #expect(try workspace.json("ingest", "in", status: 1)["archived"].integer == 34)
        try workspace.expectSound(besides: ["in"])
    }

    @Test("However many captures are read at a time, the result is the same", arguments: ["1", "2", "7"])
    func jobs(jobs: String) throws {
        let workspace = try Workspace()
        try workspace.expect(0, "ingest", "--jobs", jobs, "--ids", "ids.tsv", "--manifest", try samples(in: workspace))
        let run = try workspace.expect(0, "export", "--format", "jsonl")
        let reference = try Workspace.withSamples().expect(0, "export", "--format", "jsonl")
        #expect(try ArchiveDump(run.output) == ArchiveDump(reference.output))
        let ids = String(decoding: try workspace.read("ids.tsv"), as: UTF8.self).split(separator: "\n")
        #expect(ids.count == SampleCaptures.paths.count)
        #expect(ids.first == "1\t\(SampleCaptures.paths[0])\t")
    }

    @Test("The rows of the index are the same however many readers there are")
    func batches() throws {
        let workspace = try Workspace()
        for number in 0..<1_200 {
            let time = "2021-03-05T\(10 + (1_200 - number) / 60 % 10):\(10 + number % 50):00Z"
            let page = Captured.page("Page \(number)", body: "Boat \(number) was counted.", published: time)
            try workspace.write(page, to: "in/\(10_000 + number).txt")
        }
        // Rows of a day are given batch by batch, in each of them by time: they tell the batches apart.
        let rows = try ["1", "2", "7"].map { jobs in
            try workspace.expect(0, "ingest", "--jobs", jobs, "--archive", "\(jobs).db", "in")
            let query = ["sqlite3", "\(jobs).db", "SELECT row, article_id FROM index_rows ORDER BY row"]
            let run = try CommandRun.run(program: "/usr/bin/env", query, in: workspace.url)
            return run.output.split(separator: "\n")
        }
        #expect(rows[0].count == 1_200 && rows[1] == rows[0] && rows[2] == rows[0])
        let ids = rows[0].compactMap { $0.split(separator: "|").last.flatMap { Int($0) } }
        let firstOfSecond = try #require(ids.firstIndex { $0 > 512 })
        #expect(firstOfSecond == 512 && ids != ids.sorted())
    }

    private func samples(in workspace: Workspace) throws -> String {
        try workspace.write(try SampleCaptures.manifest(), to: "samples.jsonl")
    }

    @Test("Rereading gives every field its value again, without the files")
    func reread() throws {
        let workspace = try Workspace.withSamples()
        let before = try workspace.expect(0, "export", "--format", "jsonl").output
        let unchanged = try workspace.json("ingest", "--reread")
        #expect(unchanged["unchanged"].integer == SampleCaptures.paths.count && unchanged["updated"].integer == 0)
        try workspace.sqlite(
            """
            UPDATE articles SET headline = 'Wrong', headline_origin = 'capture', byline = 'Nobody', language = 'xx';
            UPDATE articles SET body = 'wrong', lead = NULL WHERE id % 3 = 0;
            UPDATE captures SET layout = 'wrong', notes = NULL WHERE id % 2 = 0;
            PRAGMA foreign_keys = ON;
            DELETE FROM article_tags WHERE article_id % 2 = 0;
            DELETE FROM footnotes; DELETE FROM related_headlines WHERE position > 1;
            """)
        let report = try workspace.json("ingest", "--reread")
        #expect(try report["updated"].integer ?? 0 >= workspace.articleCount())
        #expect(try ArchiveDump(workspace.expect(0, "export", "--format", "jsonl").output) == ArchiveDump(before))
        try workspace.expect(0, "check", "--repair")
        try workspace.expectSound()
        #expect(try workspace.json("ingest", "--reread")["updated"].integer == 0)
    }

    @Test("The report says what became of each file")
    func report() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Ferry Late"), to: "in/a.txt")
        try workspace.write("", to: "in/b.txt")
        try workspace.write("GIF", to: "in/c.gif")
        let report = try workspace.json("ingest", "in", "gone.txt", status: 1)
        #expect(Promised.ingest.faults(in: report) == [])
        #expect(report["found"].integer == 3 && report["skipped"].integer == 1)
        #expect(report["files"].list.map { $0["path"].string } == ["in/a.txt", "in/b.txt", "in/c.gif", "gone.txt"])
        #expect(report["files"].list.map { $0["rejected"].integer } == [0, 1, 0, 1])
        #expect(report["articles"].list.count == 1)
        #expect(report["rejected"].list.count == 2)
        let text = try workspace.expect(1, "ingest", "in", "gone.txt")
        #expect(text.output.hasPrefix("3 found, 0 archived, 0 updated, 1 unchanged, 1 skipped, 2 rejected in "))
        #expect(
            text.errorLines == [
                "rejected in/b.txt: the capture is empty; save the page again",
                "rejected gone.txt: cannot be read: No such file or directory",
            ])
        #expect(try workspace.sqlite("SELECT count(*) FROM rejections") == "4")
    }
}
