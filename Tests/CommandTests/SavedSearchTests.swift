import Foundation
import TestSupport
import Testing

@Suite("Saved searches")
struct SavedSearchTests {
    @Test("A saved search is listed, found by, replaced and forgotten")
    func life() throws {
        let workspace = try Workspace.withSamples()
        #expect(try workspace.expect(0, "saved").errors == "nothing is saved; see: newsarchive help save\n")
        #expect(try workspace.json("saved").list == [])
        let run = try workspace.expect(0, "save", "Swans", "swan OR ferry", "--lang", "en", "--since", "20y", "-tram")
        #expect(run.output == "saved 'Swans': (swan OR ferry -tram) lang:\"en\" since:20y\n")
        #expect(run.errors.contains("AND binds tighter than OR"))
        let saved = try workspace.json("saved")[0]
        #expect(saved["name"].string == "Swans" && saved["match"].string == "all" && saved["watched_at"] == .null)
        #expect(saved["language_version"].integer == 1 && saved["sort"] == .null)
        let typed = try workspace.json("search", "(swan OR ferry -tram) lang:en since:20y")
        let named = try workspace.json("search", "search:swans")
        #expect(named["total"] == typed["total"] && named["results"] == typed["results"])
        #expect(typed["total"].integer != 0)
        let refused = try workspace.expect(2, "save", "SWANS", "tram")
        #expect(
            refused.errors
                == "newsarchive: there is a saved search 'Swans' already; choose another name, or add --replace\n")
        try workspace.expect(0, "save", "--replace", "SWANS", "tram", "--sort", "oldest")
        #expect(try workspace.expect(0, "saved").output == "SWANS  (oldest, never watched)\n    tram\n")
        #expect(try workspace.expect(0, "forget", "swans").output == "forgot 'SWANS'\n")
        #expect(
            try workspace.expect(1, "forget", "swans").errors
                == "newsarchive: there is no saved search 'swans'; see: newsarchive saved\n")
        try workspace.expectSound(besides: [])
    }

    @Test("It is a field like any other, for every command that takes a query")
    func everywhere() throws {
        let workspace = try Workspace.withSamples()
        try workspace.expect(0, "save", "night trains", "ferry OR storm")
        try workspace.expect(0, "save", "nested", "search:\"Night Trains\" -tag:storm", "--strict")
        let query = "(ferry OR storm) -tag:storm"
        for arguments in [
            ["search", "--count"], ["export"], ["tags", "--with"], ["search", "--format", "csv"],
            ["sections", "--with"],
            ["search", "--facets", "tag", "--limit", "1"],
        ] {
            let named = try CommandRun.run(arguments + ["search:nested"], in: workspace.url)
            let typed = try CommandRun.run(arguments + [query], in: workspace.url)
            #expect(named.status == 0 && named.output == typed.output && named.errors == typed.errors, "\(arguments)")
            #expect(!named.output.isEmpty)
        }
        try workspace.expect(0, "save", "question", "storm swan tram", "--match", "best", "--lang", "en")
        let asked = try workspace.json("search", "storm swan tram", "--match", "best", "--lang", "en")
        #expect(try workspace.json("search", "search:question")["results"] == asked["results"])
        #expect(try workspace.json("saved")[2]["match"].string == "best")
        let missing = try workspace.expect(0, "export", "search:nestde").errorLines
        #expect(missing.first?.contains("no saved search 'nestde'") == true && missing.last == "wrote 0 rows")
        try workspace.expect(2, "search", "--strict", "search:nestde")
        try workspace.expect(2, "export", "--strict", "search:nestde")
        let refused = try workspace.expect(2, "remove", "--yes", "--query", "-search:nestde")
        #expect(refused.errors.contains("must be wholly understood"))
        let explained = try workspace.expect(0, "search", "--explain", "search:nested").output
        #expect(explained.hasPrefix("understood as: (ferry OR storm) AND -tag:\"storm\"\n"))
    }

    @Test("What is saved with notices tells them; circles, and with --strict notices, are refused")
    func refusals() throws {
        let workspace = try Workspace.withSamples()
        let run = try workspace.expect(0, "save", "odd", "swan AND (")
        #expect(run.errorLines.count > 0 && run.errorLines.allSatisfy { $0.hasPrefix("note: ") })
        try workspace.expect(2, "save", "strict", "swan AND (", "--strict")
        try workspace.expect(2, "save", "strict", "search:nowhere", "--strict")
        try workspace.expect(0, "save", "a", "search:b")
        let circle = try workspace.expect(2, "save", "b", "x OR search:a")
        #expect(
            circle.errors
                == "newsarchive: a saved search cannot look for itself: b → a → b; leave out search:\"a\"\n")
        #expect(try workspace.json("saved").list.compactMap { $0["name"].string } == ["a", "odd"])
        try workspace.sqlite(
            "INSERT INTO saved_searches (name, folded, query, language_version, saved_at) VALUES ('b', 'b', 'search:a', 1, 0)"
        )
        for command in ["search", "watch"] {
            let run = try workspace.run(command, command == "search" ? "search:a" : "a")
            #expect(run.status == 0 && run.errors.contains("looks for itself (a → b → a)"), "\(run.errors)")
        }
    }

    @Test("A search of a newer query language is refused by watch and said by search")
    func newer() throws {
        let workspace = try Workspace.withSamples()
        try workspace.expect(0, "save", "s", "swan")
        try workspace.sqlite("UPDATE saved_searches SET language_version = 2")
        let message =
            "the saved search 's' was saved by a newer newsarchive (query language 2, this one knows 1); nothing is found "
            + "by it"
        let watch = try workspace.expect(3, "watch", "s")
        #expect(watch.output == "" && watch.errorLines.count == 1 && watch.errors.contains(message))
        #expect(try workspace.expect(0, "search", "search:s", "--count").output == "0\n")
        #expect(try workspace.json("search", "search:s")["notices"][0]["code"].string == "newerSearch")
        try workspace.sqlite("UPDATE saved_searches SET language_version = 0")
        let old = try workspace.expect(0, "search", "search:s", "--count")
        #expect(old.errors == "")
        #expect(try workspace.expect(0, "search", "swan", "--count").output == old.output)
    }
}

@Suite("Watching")
struct WatchTests {
    private func workspace() throws -> Workspace {
        let workspace = try Workspace()
        for number in 1...3 {
            try workspace.write(
                Captured.page(
                    "Ferry \(number)", body: "The ferry number \(number) came on Monday and left again.",
                    published: "2020-03-0\(number)"), to: "in/\(number).txt")
        }
        try workspace.expect(0, "ingest", "in")
        try workspace.expect(0, "save", "ferries", "ferry")
        return workspace
    }

    private func told(_ workspace: Workspace, _ arguments: String...) throws -> [Int] {
        let run = try CommandRun.run(["watch", "ferries", "--format", "jsonl"] + arguments, in: workspace.url)
        #expect(run.status == 0, "\(run.errors)")
        return try run.output.split(separator: "\n").compactMap { try JSON(Data($0.utf8))["id"].integer }
    }

    @Test("It tells what is new, and nothing twice")
    func new() throws {
        let workspace = try workspace()
        let all = try workspace.json("search", "ferry", "--sort", "newest")["results"].list.compactMap {
            $0["id"].integer
        }
        #expect(try told(workspace, "--peek") == all)
        #expect(try told(workspace, "--limit", "1") == Array(all.prefix(1)))
        #expect(try told(workspace) == Array(all.dropFirst()))
        #expect(try told(workspace) == [])
        try workspace.expect(1, "watch", "ferries", "--exit-code")
        try workspace.write(Captured.page("Late Ferry", body: "A ferry came late."), to: "in/4.txt")
        try workspace.expect(0, "ingest", "in")
        try workspace.expect(0, "watch", "ferries", "--exit-code", "--peek")
        #expect(try told(workspace) == [4])
        #expect(try workspace.json("saved")[0]["watched_at"].string != nil)
        try workspace.expectSound(besides: ["in"])
    }

    @Test("With a limit it says how many are waiting, in every form")
    func waiting() throws {
        let workspace = try workspace()
        for format in ["jsonl", "csv", "atom", "jsonfeed"] {
            let run = try workspace.expect(0, "watch", "ferries", "--limit", "1", "--peek", "--format", format)
            #expect(run.errors == "2 more are waiting\n" && !run.output.isEmpty, "\(format)")
        }
        let json = try workspace.json("watch", "ferries", "--limit", "1", "--peek")
        #expect(Promised.search.faults(in: json) == [])
        #expect(json["total"].integer == 3 && json["results"].list.count == 1)
        let text = try workspace.expect(0, "watch", "ferries", "--limit", "2").output
        #expect(text.hasSuffix("3 new articles, 2 shown; 1 more is waiting\n"))
        #expect(try workspace.expect(0, "watch", "ferries").output.hasSuffix("1 new article\n"))
        #expect(try workspace.expect(0, "watch", "ferries").output == "0 new articles\n")
        #expect(try workspace.json("watch", "ferries")["results"].list == [])
        let table = try workspace.expect(0, "watch", "ferries", "--format", "csv").output
        #expect(table == ExportTests.columns + "\n")
    }

    @Test("What could not be written is told again", arguments: ["text", "json", "jsonl", "csv", "atom", "jsonfeed"])
    func unwritten(format: String) throws {
        let workspace = try workspace()
        let newsarchive = CommandRun.products.appending(path: "newsarchive").path
        for end in [">/dev/full", "| (exec <&-; sleep 1)", ">&-", "| head -c 10"] {
            let run = try CommandRun.run(
                program: "/usr/bin/env",
                [
                    "bash", "-c",
                    "set -o pipefail; (sleep 0.3; exec '\(newsarchive)' watch ferries --format \(format)) \(end)",
                ],
                in: workspace.url)
            #expect(run.status != 0, "\(end)")
            #expect(run.errorLines.count <= 1)
        }
        #expect(try told(workspace).count == 3)
    }

    @Test("A watch that is ended before its end marks nothing; two at once lose nothing")
    func atOnce() throws {
        let workspace = try workspace()
        let running = try (0..<4).map { _ in
            try CommandRun.start(["watch", "ferries", "--format", "jsonl", "--limit", "2"], in: workspace.url)
        }
        var met: Set<String> = []
        for command in running {
            let run = try command.wait()
            #expect(run.status == 0, "\(run.errors)")
            met.formUnion(run.output.split(separator: "\n").map(String.init))
        }
        let rest = try workspace.expect(0, "watch", "ferries", "--format", "jsonl").output
        #expect(met.union(rest.split(separator: "\n").map(String.init)).count == 3)
        #expect(try told(workspace) == [])
        let killed = try CommandRun.start(["watch", "ferries"], in: workspace.url)
        killed.send(SIGKILL)
        _ = try killed.wait()
        try workspace.expectSound(besides: ["in"])
    }

    @Test("An archive that cannot be written can be peeked at, not watched", .enabled(if: SmallDisk.isPossible))
    func readOnly() throws {
        let workspace = try workspace()
        let disk = try SmallDisk(kilobytes: 16_384)
        try FileManager.default.copyItem(atPath: workspace.archive, toPath: disk.path("a.db"))
        try disk.makeReadOnly()
        let path = disk.path("a.db")
        for command in [["watch", "ferries"], ["save", "x", "y"], ["forget", "ferries"]] {
            let run = try CommandRun.run(command + ["--archive", path], in: workspace.url)
            #expect(run.status == 3 && run.output == "")
            #expect(
                run.errors
                    == "newsarchive: \(path) cannot be written; check the permissions of the file and its folder\n")
        }
        #expect(
            try workspace.expect(0, "watch", "ferries", "--peek", "--archive", path).output.hasSuffix(
                "3 new articles\n"))
        #expect(try workspace.expect(0, "search", "search:ferries", "--count", "--archive", path).output == "3\n")
    }

    @Test("Feeds of the command are read by programs that know them", .enabled(if: Python.isInstalled))
    func feeds() throws {
        let workspace = try Workspace.withSamples()
        try workspace.expect(0, "save", "all", "")
        let program = """
            import sys
            from xml.etree import ElementTree
            ids = [node.text for node in ElementTree.parse(sys.argv[1]).iter('{http://www.w3.org/2005/Atom}id')]
            assert len(ids) == len(set(ids))
            print(len(ids) - 1)
            """
        let count = try workspace.articleCount()
        for arguments in [["search", "--limit", "1000"], ["watch", "all", "--peek"]] {
            let atom = try CommandRun.run(arguments + ["--format", "atom"], in: workspace.url)
            try workspace.write(atom.bytes, to: "feed.xml")
            #expect(try Python.run(program, workspace.path("feed.xml")) == "\(count)\n")
            let feed = try JSON(CommandRun.run(arguments + ["--format", "jsonfeed"], in: workspace.url).bytes)
            #expect(feed["items"].list.count == count)
            #expect(Set(feed["items"].list.map { $0["id"] }).count == count)
        }
        let same = try (1...2).map { _ in try workspace.expect(0, "search", "swan", "--format", "atom").output }
        #expect(same[0] == same[1])
    }
}
