import Foundation
import TestSupport
import Testing

@Suite("Export")
struct ExportTests {
    static let columns =
        "id,headline,headline_source,lead,outlet,section,byline,date,date_source,published_at,captured_at,lang,url,"
        + "tags,entities,related_headlines,footnotes,word_count,snippet"

    @Test("Python's csv module and sqlite3 read as many rows as there are hits", arguments: [[], ["swan"], ["zzzzzz"]])
    func rowCounts(query: [String]) throws {
        let workspace = try Workspace.withSamples()
        let hits = try JSON(
            CommandRun.run(["search", "--count", "--json"] + query, in: workspace.url).bytes)["total"].integer
        let run = try CommandRun.run(["export", "--output", "hits.csv"] + query, in: workspace.url)
        #expect(run.status == 0 && run.output == "")
        #expect(run.errors == "wrote \(hits ?? -1) \(hits == 1 ? "row" : "rows") to hits.csv\n")
        let rows = try Table(csv: workspace.path("hits.csv"))
        #expect(rows.header.joined(separator: ",") == Self.columns)
        #expect(rows.rows.count == hits)
        let imported = try CommandRun.run(
            program: "/usr/bin/env",
            ["sqlite3", ":memory:", ".import --csv hits.csv t", "SELECT count(*), count(DISTINCT id) FROM t"],
            in: workspace.url)
        if hits != 0 { #expect(imported.output == "\(hits ?? -1)|\(hits ?? -1)\n", "\(imported.errors)") }
        #expect(try workspace.folder.names() == ["hits.csv", "newsarchive.db"])
    }

    @Test("Every cell reads back as the field it was written from, in every form of table")
    func cells() throws {
        let workspace = try Workspace.withSamples()
        let articles = try workspace.json("export").list
        let names = "id,headline,lead,byline,url,tags,related_headlines,body,word_count"
        for form in [["--raw-cells"], ["--raw-cells", "--excel"], ["--raw-cells", "--format", "tsv"]] {
            try CommandRun.run(["export", "--columns", names, "--output", "t"] + form, in: workspace.url)
            let table = try Table(csv: workspace.path("t"), isTabbed: form.contains("tsv"))
            #expect(table.header.joined(separator: ",") == names)
            for (row, article) in zip(table.rows, articles) {
                func list(_ items: [String?]) -> String {
                    items.compactMap { $0?.replacing(";", with: "\\;") }.joined(separator: "; ")
                }
                #expect(row["id"] == "\(article["id"].integer ?? 0)")
                for name in ["headline", "lead", "byline", "url", "body"] {
                    #expect(row[name] == article[name].string ?? "", "article \(article["id"]).\(name) \(form)")
                }
                #expect(row["tags"] == list(article["tags"].strings))
                #expect(row["related_headlines"] == list(article["related"].list.map { $0["headline"].string }))
            }
        }
    }

    static let starts = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

    @Test("A cell that a spreadsheet would run is made safe, unless raw cells are asked for", arguments: starts)
    func formulas(start: String) throws {
        let workspace = try Workspace()
        let headline = start + "cmd|' /C calc'!A0, \"quoted\"; and more"
        try workspace.write(Captured.page(headline), to: "page.txt")
        try workspace.expect(0, "ingest", "page.txt")
        guard try workspace.json("show", "1")["headline"].string == headline else { return }  // read as another part
        func cell(_ arguments: String...) throws -> String? {
            try CommandRun.run(
                ["export", "--columns", "id,headline", "--output", "t.csv"] + arguments, in: workspace.url)
            return try Table(csv: workspace.path("t.csv")).rows.first?["headline"]
        }
        #expect(try cell() == "'" + headline)
        #expect(try cell("--excel") == "'" + headline)
        #expect(try cell("--raw-cells") == headline)
        #expect(try workspace.json("export")[0]["headline"].string == headline)
    }

    @Test("For Excel there is a byte order mark, and lines end with CR LF; else neither")
    func excel() throws {
        let workspace = try Workspace.withSamples()
        let plain = try workspace.expect(0, "export", "--columns", "id,body", "swan")
        let excel = try workspace.expect(0, "export", "--columns", "id,body", "--excel", "swan")
        #expect(plain.output.hasPrefix("id,body\n") && !plain.output.utf8.contains(0x0D))
        #expect(Array(excel.bytes.prefix(12)) == [0xEF, 0xBB, 0xBF] + Array("id,body\r\n".utf8))
    }

    @Test("JSON Lines and JSON hold all that show tells of an article")
    func lossless() throws {
        let workspace = try Workspace.withSamples()
        let run = try workspace.expect(0, "export", "--format", "jsonl")
        let lines = run.output.split(separator: "\n")
        let all = try workspace.json("export", "--format", "json").list
        #expect(lines.count == all.count && run.errors == "wrote \(all.count) rows\n")
        for (line, article) in zip(lines, all) {
            let shown = try workspace.json("show", "\(article["id"].integer ?? 0)")
            #expect(try JSON(Data(line.utf8)) == shown)
            #expect(article == shown)
        }
    }

    @Test("A single empty cell is a row all the same")
    func emptyCells() throws {
        let workspace = try Workspace.withSamples()
        let count = try workspace.articleCount()
        try workspace.expect(0, "export", "--columns", "byline", "--output", "t.csv")
        let table = try Table(csv: workspace.path("t.csv"))
        #expect(table.rows.count == count)
        #expect(table.rows.contains { $0["byline"] == "" })
    }

    @Test("Sorting, limit and offset choose the same articles as in a search; oldest first unless asked otherwise")
    func order() throws {
        let workspace = try Workspace.withSamples()
        func ids(_ arguments: String...) throws -> [Int] {
            let run = try CommandRun.run(["export", "--columns", "id"] + arguments, in: workspace.url)
            return run.output.split(separator: "\n").dropFirst().compactMap { Int($0) }
        }
        let found = try workspace.json("search", "swan", "--sort", "oldest", "--limit", "1000")["results"].list
        #expect(try ids("swan") == found.compactMap { $0["id"].integer })
        let dated = try ids("swan has:date")  // those without a date come last in both orders
        #expect(try ids("swan has:date", "--sort", "newest") == dated.reversed())
        #expect(try ids("swan", "--limit", "2", "--offset", "1") == Array(ids("swan").dropFirst().prefix(2)))
        #expect(try ids("--tag", "swans", "--lang", "en") == ids("tag:swans lang:en"))
    }

    @Test("An output that is no regular file is written to, and stays what it is; a link stays a link")
    func specialOutputs() throws {
        let workspace = try Workspace.withSamples()
        try workspace.expect(0, "export", "--output", "/dev/null")
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #expect(try workspace.expect(0, "export", "--output", "-").output.hasPrefix(Self.columns))
        try workspace.write("old", to: "real.csv")
        try FileManager.default.createSymbolicLink(
            atPath: workspace.path("link.csv"), withDestinationPath: workspace.path("real.csv"))
        try workspace.expect(0, "export", "--output", "link.csv")
        #expect(try workspace.read("real.csv").starts(with: Data(Self.columns.utf8)))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: workspace.path("link.csv")) != "")
    }

    @Test(
        "What cannot be written leaves the old file and nothing beside it",
        arguments: ["/dev/full", "folder", "no/where.csv"])
    func unwritable(output: String) throws {
        let workspace = try Workspace.withSamples()
        try FileManager.default.createDirectory(atPath: workspace.path("folder"), withIntermediateDirectories: false)
        let run = try workspace.expect(3, "export", "--output", output)
        #expect(run.errorLines.count == 1 && run.errors.contains("\(output) cannot be written: "), "\(run.errors)")
        #expect(try workspace.folder.names() == ["folder", "newsarchive.db"])
    }

    @Test("A full disk is status 3, and no file is left", .enabled(if: SmallDisk.isPossible))
    func fullDisk() throws {
        let workspace = try Workspace.withSamples()
        let disk = try SmallDisk(kilobytes: 64)
        let old = Data("the file of yesterday\n".utf8)
        try old.write(to: disk.url.appending(path: "out.csv"))
        let columns = "body,body,body,body,body,body"
        let run = try workspace.expect(3, "export", "--columns", columns, "--output", disk.path("out.csv"))
        #expect(run.errorLines.count == 1 && run.errors.contains("make room and run again"), "\(run.errors)")
        #expect(try disk.names() == ["out.csv"])
        #expect(try Data(contentsOf: disk.url.appending(path: "out.csv")) == old)
    }

    @Test("An export that is ended before its end leaves nothing", arguments: [SIGINT, SIGTERM])
    func ended(signal: Int32) throws {
        let workspace = try Workspace.withSamples()
        // Long bodies make an export that takes a while.
        try workspace.sqlite("UPDATE articles SET body = body || printf('%.*c', 1000000, 'x')")
        var isCut = false
        for _ in 1...20 where !isCut {
            let running = try CommandRun.start(
                ["export", "--columns", "body,body,body,body", "--output", "out.csv"], in: workspace.url)
            _ = running.waits {
                (try? workspace.folder.names().contains { $0.hasPrefix("out.csv") }) ?? false
            }
            running.send(signal)
            let run = try running.wait()
            isCut = run.status == 128 + signal
            let names = try workspace.folder.names().filter { !$0.hasPrefix("newsarchive.db-") }
            #expect(names == (isCut ? ["newsarchive.db"] : ["newsarchive.db", "out.csv"]))
            #expect(!run.wasKilled)
            try? FileManager.default.removeItem(atPath: workspace.path("out.csv"))
        }
        #expect(isCut)
    }
}

/// A table read by Python's csv module.
struct Table {
    let header: [String]
    let rows: [[String: String]]

    init(csv path: String, isTabbed: Bool = false) throws {
        let program = """
            import csv, json, sys
            path, tabbed = sys.argv[1:]
            with open(path, newline='', encoding='utf-8-sig') as file:
                if tabbed == 'true':
                    unescape = lambda cell: cell.replace('\\\\\\\\', '\\0').replace('\\\\n', '\\n').replace('\\\\t', '\\t').replace('\\\\r', '\\r').replace('\\0', '\\\\')
                    rows = [[unescape(cell) for cell in line.split('\\t')] for line in file.read().split('\\n')[:-1]]
                else:
                    csv.field_size_limit(1 << 30)
                    rows = list(csv.reader(file, strict=True))
            assert all(len(row) == len(rows[0]) for row in rows), 'ragged'
            print(json.dumps(rows))
            """
        let rows = try JSON(Data(Python.run(program, path, "\(isTabbed)").utf8)).list.map(\.strings)
        header = rows.first ?? []
        self.rows = rows.dropFirst().map { [header] in Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
