import Foundation
import NewsQuery
import TestSupport
import Testing

@Suite("Every command answers as promised")
struct AnswerTests {
    static let promises: [(arguments: [String], shape: Shape)] = [
        (["search", "swan"], Promised.search),
        (["search", "--count", "swan"], .object(["total": .integer, "total_is_exact": .boolean])),
        (
            ["search", "swan", "--facets", "tag,entity,person,org,place,section,outlet,lang,year,month"],
            Promised.search
        ),
        (["search", "zzzzzz"], Promised.search),
        (["search", "swan AND ("], Promised.search),
        (["search", "--since", "2019", "ferry"], Promised.search),
        (["export", "ferry"], .list(Promised.article)),
        (["tags"], Promised.values),
        (["tags", "--with", "swan"], Promised.associations),
        (["timeline"], Promised.timeline),
        (["timeline", "swan", "--by", "week", "--share"], Promised.timeline),
        (["sections"], Promised.values),
        (["outlets", "S"], Promised.values),
        (["entities"], Promised.entities),
        (["entities", "--kind", "person", "--limit", "3"], Promised.entities),
        (["related", "5"], Promised.relatedAnswer),
        (["check"], Promised.check),
        (["stats"], Promised.stats),
        (["layouts"], .list(.object(["name": .string, "outlet": .string]))),
        (["migrate"], .object(["schema_version": .integer])),
        (["save", "--replace", "swans", "swan"], Promised.savedSearch),
        (["saved"], .list(Promised.savedSearch)),
    ]

    @Test("JSON answers have every promised name, in its type, and nulls are explicit", arguments: promises)
    func json(arguments: [String], shape: Shape) throws {
        let workspace = try Workspace.withSamples()
        for _ in 1...2 {
            let run = try CommandRun.run(arguments + ["--json"], in: workspace.url)
            #expect(run.status == 0)
            #expect(shape.faults(in: try JSON(run.bytes)) == [])
        }
    }

    @Test("Every article of the samples is shown as promised")
    func show() throws {
        let workspace = try Workspace.withSamples()
        let count = try workspace.articleCount()
        #expect(try workspace.json("stats")["captures"].integer == SampleCaptures.paths.count)
        for id in 1...count {
            let article = try workspace.json("show", "\(id)")
            #expect(Promised.article.faults(in: article) == [], "article \(id)")
            let text = try workspace.expect(0, "show", "\(id)").output
            #expect(text.contains("[\(id)]"))
        }
    }

    @Test("A source or a precision is null where the value is")
    func sources() throws {
        let workspace = try Workspace.withSamples()
        for article in try workspace.json("export").list {
            for (name, derived) in [
                ("headline", "headline_source"), ("lang", "lang_source"), ("published_at", "published_at_precision"),
                ("published_at", "published_at_zone"), ("published_at", "published_at_source"),
                ("captured_at", "captured_at_zone"),
            ] where article[name] == .null {
                let isLead = derived == "headline_source" && article["lead"] != .null
                #expect(article[derived] == (isLead ? .string("lead") : .null), "\(article["id"]).\(derived)")
            }
        }
    }

    static let texts: [[String]] = [
        ["search", "swan"], ["search", "--explain", "swan"], ["search", "--format", "csv", "swan"],
        ["search", "--format", "jsonl", "swan"], ["search", "--count", "swan"], ["export", "swan"], ["show", "3"],
        ["show", "3", "--raw"], ["show", "3", "--dropped"], ["related", "3"], ["tags"], ["entities"],
        ["entities", "list"], ["sections"], ["outlets"], ["timeline"], ["timeline", "swan", "--csv"], ["stats"],
        ["check"], ["optimize"], ["optimize", "--rebuild"], ["migrate"], ["layouts"],
        ["remove", "--yes", "--query", "zzzzzz"], ["search", "--format", "atom", "swan"],
        ["search", "--format", "jsonfeed", "swan"], ["save", "--replace", "swans", "swan"],
    ]

    @Test("Asked twice, every command answers twice, and says nothing on standard error but notices", arguments: texts)
    func twice(arguments: [String]) throws {
        let workspace = try Workspace.withSamples()
        for _ in 1...2 {
            let run = try CommandRun.run(arguments, in: workspace.url)
            #expect(run.status == 0, "\(run.errors)")
            #expect(!run.bytes.isEmpty || arguments.contains("--dropped"))  // a page may be all story
            #expect(run.errorLines.allSatisfy { $0.hasPrefix("wrote ") || $0.hasPrefix("note: ") })
            #expect(!run.output.contains("\u{1B}"))
        }
        try workspace.expectSound()
    }

    @Test(
        "Pages of hits follow one another by their cursor and hold every hit once",
        arguments: ["newest", "oldest", "relevance"])
    func pages(order: String) throws {
        let workspace = try Workspace.withSamples()
        let all = try workspace.json("search", "the", "--sort", order, "--limit", "1000")
        let expected = all["results"].list.compactMap { $0["id"].integer }
        var met: [Int] = []
        var cursor: String?
        repeat {
            let more = cursor.map { ["--after", $0] } ?? []
            let run = try CommandRun.run(
                ["search", "the", "--sort", order, "--limit", "7", "--json"] + more, in: workspace.url)
            let page = try JSON(run.bytes)
            met += page["results"].list.compactMap { $0["id"].integer }
            cursor = page["next"].string
        } while cursor != nil && met.count < 1_000
        #expect(met == expected)
        #expect(all["total"].integer == expected.count)
        #expect(all["next"] == .null)
    }

    @Test("Help is there for every command, and the version is one line")
    func help() throws {
        let workspace = try Workspace()
        let root = try workspace.expect(0, "--help")
        #expect(root.errors == "")
        let names = root.output.matches(of: /(?m)^  ([a-z]+) {2,}/).map { String($0.1) }
        for name in [
            "ingest", "search", "export", "show", "related", "tags", "entities", "sections", "outlets", "timeline",
            "stats", "remove", "check", "optimize", "backup", "migrate", "layouts", "save", "saved", "forget", "watch",
        ] { #expect(names.contains(name)) }
        for name in names {
            let run = try workspace.expect(0, name, "--help")
            #expect(run.output.contains("USAGE: newsarchive \(name)") && run.errors == "")
            #expect(try workspace.expect(0, "help", name).output == run.output)
        }
        #expect(try workspace.expect(0, "--version").output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }

    @Test("An answer that nobody reads to its end is no error")
    func closedPipe() throws {
        let workspace = try Workspace.withSamples()
        let newsarchive = CommandRun.products.appending(path: "newsarchive").path
        for mask in ["", "trap '' PIPE; "] {
            let run = try CommandRun.run(
                program: "/usr/bin/env",
                [
                    "bash", "-c",
                    "\(mask)for i in 1 2 3 4 5; do '\(newsarchive)' export --columns body,body,body,body,body,body | head -c 10; done",
                ],
                in: workspace.url)
            #expect(run.status == 0)
            #expect(run.errorLines.allSatisfy { $0.hasPrefix("wrote ") }, "\(run.errors)")
        }
    }

    @Test("An answer that cannot be written is an error")
    func fullOutput() throws {
        let workspace = try Workspace.withSamples()
        let newsarchive = CommandRun.products.appending(path: "newsarchive").path
        for command in ["search swan", "search --exit-code swan", "export", "show 1", "stats", "tags", "--help"] {
            let run = try CommandRun.run(
                program: "/usr/bin/env", ["bash", "-c", "'\(newsarchive)' \(command) >/dev/full"], in: workspace.url)
            #expect(run.status == 3, "\(command)")
            #expect(run.errorLines.count == 1 && run.errors.contains("standard output"), "\(command): \(run.errors)")
        }
    }
}
