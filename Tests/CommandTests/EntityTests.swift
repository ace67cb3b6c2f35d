import Foundation
import TestSupport
import Testing

@Suite("entities")
struct EntityTests {
    @Test("Corrections are made, listed, exported, taken over by another archive, and undone")
    func corrections() throws {
        let workspace = try Workspace.withSamples()
        func count(_ query: String) throws -> Int {
            try workspace.json("search", query, "--count")["total"].integer ?? -1
        }
        let (ida, otto) = (try count("person:\"Ida Brandt\""), try count("person:\"Otto Brandt\""))
        #expect(ida > 0 && otto > 0)
        let merged = try workspace.json("entities", "merge", "Ida Brandt", "Otto Brandt").list[0]
        #expect(merged["decision"]["action"].string == "merge")
        #expect(merged["entity"]["articles"].integer == (try count("person:\"Otto Brandt\"")))
        try workspace.expect(0, "entities", "alias", "Samuel Okoro", "Sam")
        #expect(try count("entity:sam") == count("entity:\"Samuel Okoro\""))
        let again = try workspace.expect(2, "entities", "merge", "Otto Brandt", "Ida Brandt")
        #expect(again.errors.contains("cannot be merged with itself"))
        try workspace.expect(0, "entities", "decisions", "export", "d.jsonl")
        #expect(try workspace.json("entities", "decisions").list.map { $0["action"].string } == ["merge", "alias"])
        let other = try Workspace.withSamples()
        try FileManager.default.copyItem(atPath: workspace.path("d.jsonl"), toPath: other.path("d.jsonl"))
        #expect(try other.json("entities", "decisions", "import", "d.jsonl")["new"].integer == 2)
        #expect(try other.json("entities", "decisions", "import", "d.jsonl")["new"].integer == 0)
        #expect(try other.json("entities") == workspace.json("entities"))
        try workspace.expect(0, "entities", "undo")
        try workspace.expect(0, "entities", "undo")
        #expect(try count("person:\"Otto Brandt\"") == otto)
        #expect(try workspace.expect(1, "entities", "undo").errors.contains("nothing to undo"))
        try workspace.expectSound()
    }

    @Test("What was decided holds when captures are read again, and for what is ingested later")
    func surviving() throws {
        let workspace = try Workspace.withSamples()
        try workspace.expect(0, "entities", "merge", "Ida Brandt", "Otto Brandt")
        try workspace.expect(0, "entities", "reject", "Sundholm", "--kind", "place", "--in", "ferry")
        let before = try workspace.json("entities")
        try workspace.expect(0, "ingest", "--reread")
        #expect(try workspace.json("entities") == before)
        try workspace.expect(0, "entities", "recognize", "--all")
        #expect(try workspace.json("entities") == before)
        let without = try workspace.json("search", "place:Sundholm", "--count")["total"].integer
        try workspace.write(
            Captured.page("Ferry Late in Sundholm", body: "The ferry to Sundholm was late, Ida Brandt said."),
            to: "a.txt")
        try workspace.write(
            Captured.page("Swans in Sundholm", body: "Swans came back to Sundholm on Monday, Otto Brandt said."),
            to: "b.txt")
        try workspace.expect(0, "ingest", "a.txt", "b.txt")
        #expect(try workspace.json("search", "place:Sundholm", "--count")["total"].integer == (without ?? 0) + 1)
        try workspace.expectSound()
    }

    @Test("A damaged file of decisions is refused whole, with the line")
    func damagedFile() throws {
        let workspace = try Workspace.withSamples()
        try workspace.expect(0, "entities", "alias", "Samuel Okoro", "Sam")
        let line = try workspace.expect(0, "entities", "decisions", "export").output
        try workspace.expect(0, "entities", "undo")
        try workspace.write(line + "{\"action\":\n", to: "d.jsonl")
        let run = try workspace.expect(2, "entities", "decisions", "import", "d.jsonl")
        #expect(run.errors.hasPrefix("newsarchive: d.jsonl:2: "))
        #expect(try workspace.json("entities", "decisions").list.isEmpty)
        #expect(try workspace.expect(2, "entities", "decisions", "import", "no.jsonl").errors.contains("no.jsonl"))
    }

    @Test(
        "What is wrong is said in one line, with what to do",
        arguments: [
            (["merge", "Ida Brandt"], 2, "see: newsarchive help entities merge"),
            (["mrege", "A", "B"], 0, "did you mean"),
            (["split", "Ida Brandt"], 2, "--in QUERY"), (["split", "Ida Brandt", "ida brandt"], 2, "its own name"),
            (["rename", "Ida Brandt", " "], 2, "give a name with letters"),
            (["kind", "Ida Brandt", "planet"], 2, "planet"),
            (["alias", "No One Here", "x"], 1, "no entity is called"), (["undo", "99"], 1, "there is no decision 99"),
            (["kind", "Ida Brandt", "person"], 2, "already"), (["decisions", "import", "no.jsonl"], 2, "no such file"),
        ])
    func complaints(arguments: [String], status: Int32, message: String) throws {
        let run = try CommandRun.run(["entities"] + arguments, in: try Self.samples.get().url)
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    nonisolated(unsafe) private static let samples = Result { try Workspace.withSamples() }  // read by the tests alone

    @Test("show gives names, first and last article, timeline, and what goes with it")
    func showing() throws {
        let workspace = try Workspace.withSamples()
        let shown = try workspace.json("entities", "show", "Port Alder")
        #expect(shown["kind"].string == "place")
        let found = try workspace.json("search", "place:\"Port Alder\"", "--count")["total"].integer
        #expect(shown["articles"].integer == found)
        #expect(shown["aliases"].list.contains { $0["name"].string == "Port Alder" })
        let dates = [shown["first"], shown["last"]].compactMap { $0["date"].string }
        #expect(dates.count == 2 && dates[0] < dates[1])
        let dated = shown["timeline"].list.reduce(0) { $0 + ($1["count"].integer ?? 0) }
        #expect(dated + (shown["undated"].integer ?? -1) == found)
        #expect(shown["entities"].list.allSatisfy { ($0["score"].number ?? 0) > 0 })
        #expect(!shown["tags"].list.isEmpty)
        #expect(try workspace.expect(0, "entities", "show", "Port Alder").output.contains("Timeline"))
        #expect(try workspace.expect(1, "entities", "show", "Nobody At All").errors.contains("no entity is called"))
    }

    @Test("recognize catches up with what was ingested without entities, in several runs, and then has nothing to do")
    func recognizing() throws {
        let workspace = try Workspace.withSamples()
        let expected = try workspace.json("entities")
        let bare = try Workspace()
        try SampleCaptures.manifest().write(toFile: bare.path("samples.jsonl"), atomically: true, encoding: .utf8)
        try bare.expect(0, "ingest", "--manifest", "samples.jsonl", "--no-entities")
        #expect(try bare.json("entities").list.isEmpty)
        let first = try bare.json("entities", "recognize")
        #expect(first["articles"].integer == (try bare.articleCount()))
        func names(_ list: JSON) -> [String] {
            list.list.map { "\($0["value"].string ?? "") \($0["kind"].string ?? "") \($0["count"].integer ?? 0)" }
        }
        #expect(names(try bare.json("entities")) == names(expected))
        #expect(try bare.json("entities", "recognize")["articles"].integer == 0)
        try bare.sqlite("UPDATE articles SET recognizer = 1 WHERE id % 2 = 0")
        #expect(try bare.json("entities", "recognize")["articles"].integer ?? 0 > 0)
        try bare.expectSound()
    }
}
