import Foundation
import TestSupport
import Testing

@Suite("Exit statuses")
struct StatusTests {
    static let reading: [[String]] = [
        ["search", "swan"], ["export"], ["show", "1"], ["related", "1"], ["tags"], ["entities"], ["sections"],
        ["outlets"], ["stats"], ["remove", "--yes", "1"], ["check"], ["optimize"], ["backup", "copy.db"], ["migrate"],
        ["ingest", "--reread"], ["save", "swans", "swan"], ["saved"], ["forget", "swans"], ["watch", "swans"],
        ["watch", "--peek", "swans"],
    ]

    @Test("Without an archive the status is 3, with how to make one, and none is made", arguments: reading)
    func missing(arguments: [String]) throws {
        let workspace = try Workspace()
        let run = try CommandRun.run(arguments, in: workspace.url)
        #expect(run.status == 3)
        #expect(run.output == "")
        #expect(
            run.errors == "newsarchive: no archive at newsarchive.db; "
                + "make one with: newsarchive ingest --archive newsarchive.db FILES\n")
        #expect(try workspace.folder.names() == [])
    }

    @Test("The archive is the one named, else the one of $NEWSARCHIVE, else the one here")
    func whichArchive() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("One Boat"), to: "captures/one.txt")
        try workspace.write(
            Captured.page("Two Boats", body: "Two boats were counted on Monday."), to: "captures/two.txt")
        try workspace.expect(0, "ingest", "captures/one.txt")
        let named = ["NEWSARCHIVE": workspace.path("named.db")]
        try workspace.expect(0, "ingest", "captures", environment: named)
        try workspace.expect(0, "ingest", "--archive", "other.db", "captures/two.txt", environment: named)
        #expect(try workspace.folder.names() == ["captures", "named.db", "newsarchive.db", "other.db"])
        func count(_ arguments: String..., environment: [String: String] = [:]) throws -> String {
            try CommandRun.run(["search", "--count"] + arguments, in: workspace.url, environment: environment).output
        }
        #expect(try count("headline:boat") == "1\n")
        #expect(try count("headline:=boats") == "0\n")
        #expect(try count("counted", environment: named) == "2\n")
        #expect(try count("--archive", "other.db", "Two", environment: named) == "1\n")
        #expect(try count("counted", environment: ["NEWSARCHIVE": ""]) == "1\n")
    }

    static let absent: [([String], String)] = [
        (["show", "9999"], "newsarchive: no article 9999 in newsarchive.db; see: newsarchive search"),
        (["related", "9999"], "newsarchive: no article 9999 in newsarchive.db; see: newsarchive search"),
        (
            ["show", "1", "--raw", "--capture", "2"],
            "newsarchive: article 1 has 1 capture; --capture 2 is none of them"
        ),
        (["remove", "--yes", "9999"], "newsarchive: no article 9999 in newsarchive.db; see: newsarchive search"),
        (["watch", "swans"], "newsarchive: there is no saved search 'swans'; see: newsarchive saved"),
        (["ingest", "nowhere.txt"], "rejected nowhere.txt: cannot be read: No such file or directory"),
    ]

    @Test("What is not there is status 1 and one line", arguments: absent)
    func incomplete(arguments: [String], message: String) throws {
        let workspace = try Workspace.withSamples()
        let run = try CommandRun.run(arguments, in: workspace.url)
        #expect(run.status == 1)
        #expect(run.errors == message + "\n")
    }

    @Test("A search without a hit is status 1 when that is asked for")
    func exitCode() throws {
        let workspace = try Workspace.withSamples()
        try workspace.expect(0, "search", "zzzzzz")
        try workspace.expect(1, "search", "--exit-code", "zzzzzz")
        try workspace.expect(1, "search", "--exit-code", "--count", "zzzzzz")
        try workspace.expect(0, "search", "--exit-code", "swan")
        #expect(try workspace.json("search", "--exit-code", "zzzzzz", status: 1)["total"].integer == 0)
    }

    static let misused: [([String], String)] = [
        (["serach", "swan"], "no command 'serach'; did you mean 'search'?"),
        (["frobnicate"], "no command 'frobnicate'; see: newsarchive --help"),
        (["--frobnicate"], "unknown option '--frobnicate'; see: newsarchive --help"),
        (["-x"], "unknown option '-x'; see: newsarchive --help"),
        (["help", "serach"], "no command 'serach'; did you mean 'search'?"),
        (["ingest"], "name files or folders to read, or - for standard input; see: newsarchive help ingest"),
        (["ingest", "--dryrun", "a"], "unknown option '--dryrun'; did you mean '--dry-run'?"),
        (["ingest", "-j", "3", "a"], "unknown option '-j'; see: newsarchive help ingest"),
        (
            ["ingest", "--format", "pdf", "a"],
            "--format pdf is no form that is read; there are auto, text, html, warc, wacz, feed, jsonl, csv"
        ),
        (["ingest", "--map", "headline", "a"], "--map 'headline' is no field=key; write headline=titel"),
        (["ingest", "--map", "url=a", "--map", "url=b", "a"], "--map names 'url' twice; name each field once"),
        (["ingest", "--jobs", "0", "a"], "--jobs wants 1 or more"),
        (["ingest", "--captured-at", "soon", "a"], "--captured-at 'soon' is no time; write 2024-03-05T14:30:00Z"),
        (["ingest", "--reread", "a"], "--reread takes no paths: it reads what the archive holds"),
        (["ingest", "--archive"], "missing value for '--archive <path>'"),
        (["search", "--limit", "many"], "the value 'many' is invalid for '--limit <n>'"),
        (["search", "--limit", "-1"], "the value '-1' is invalid for '--limit <n>'"),
        (["search", "--sort", "size"], "the value 'size' is invalid for '--sort <sort>'"),
        (["search", "--facets", "colour"], "no facet 'colour'; there are "),
        (["search", "--after", "nonsense", "swan"], "the value 'nonsense' is invalid for '--after <cursor>'"),
        (["search", "--since", "someday"], "--since 'someday' is no date; write "),
        (["search", "--timeout", "0", "swan"], "--timeout wants more than 0 seconds"),
        (["search", "--strict", "swan AND ("], "the bracket opened here is never closed"),
        (["search", "--json", "--format", "csv", "swan"], "--json and --format csv"),
        (["export", "--columns", "id,colour"], "no column 'colour'; there are id, headline, "),
        (["export", "--columns", ","], "--columns names no column; there are id, headline, "),
        (["export", "--limit", "-1"], "the value '-1' is invalid"),
        (["export", "--output", "newsarchive.db"], "newsarchive.db is the archive itself; name another file"),
        (["show"], "missing expected argument '<id>'"),
        (["show", "one"], "the value 'one' is invalid for '<id>'"),
        (["show", "1", "2"], "unexpected argument '2'"),
        (["show", "1", "--raw", "--dropped"], "--raw and --dropped"),
        (["show", "1", "--capture", "0"], "--capture counts from 1"),
        (["remove"], "name articles by their numbers, or --query"),
        (["remove", "1"], "nobody to ask; add --yes to take out 1 article"),
        (["remove", "--yes", "--query", "swan AND ("], "the bracket opened here is never closed"),
        (["remove", "--yes", "--query", "search:no"], "there is no saved search 'no'; nothing is found by it"),
        (["save"], "missing expected argument '<name>'"),
        (["save", "swans"], "say what to look for; all articles are ''"),
        (["save", "", "swan"], "a saved search cannot be named ''; "),
        (["save", "swans", "swan", "--offset", "3"], "--offset is no part of a query; give it to search"),
        (["save", "swans", "swan", "--since", "soon"], "--since 'soon' is no date; write "),
        (["save", "swans", "swan", "--tag", ""], "an option cannot be saved: tag: has no value here and is left out"),
        (["save", "swans", "search:swans"], "a saved search cannot look for itself: swans → swans; leave out "),
        (["watch", "swans", "--json", "--format", "csv"], "--json and --format csv"),
        (["watch", "swans", "--limit", "-1"], "the value '-1' is invalid for '--limit <n>'"),
        (["entities", "--kind", "dog"], "the value 'dog' is invalid for '--kind <kind>'"),
        (["backup"], "missing expected argument '<dest>'"),
        (["backup", "newsarchive.db"], "newsarchive.db is there already; name a new file"),
    ]

    @Test("Wrong usage is status 2 and one line that says what to do", arguments: misused)
    func misuse(arguments: [String], message: String) throws {
        let workspace = try Workspace.withSamples()
        let before = try workspace.read("newsarchive.db")
        let run = try CommandRun.run(arguments, in: workspace.url)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errorLines.count == 1, "\(run.errors)")
        #expect(run.errors.hasPrefix("newsarchive: " + message), "\(run.errors)")
        #expect(try workspace.folder.names() == ["newsarchive.db"])
        #expect(try workspace.read("newsarchive.db") == before)
    }

    @Test("Wrong usage of ingest makes no archive")
    func misusedIngest() throws {
        let workspace = try Workspace()
        try workspace.write("path,url\nwithout a second cell\n", to: "bad.csv")
        try workspace.expect(2, "ingest", "--manifest", "bad.csv")
        try workspace.expect(2, "ingest", "--manifest", "nowhere.csv")
        try workspace.expect(2, "ingest", "--captured-at", "soon", "bad.csv")
        try workspace.expect(3, "ingest", "--ids", "nowhere/ids.tsv", "bad.csv")
        #expect(try workspace.folder.names() == ["bad.csv"])
    }

    @Test("A search that takes too long is status 4")
    func timeout() throws {
        let workspace = try Workspace.withSamples()
        let run = try workspace.run("search", "--timeout", "0.000000001", "--facets", "entity,tag", "a* OR e* OR the")
        #expect([0, 4].contains(run.status))  // how soon it is noticed is up to the machine
        if run.status == 4 { #expect(run.errorLines.count == 1) }
    }

    @Test("NO_COLOR, --no-color and a file all give plain text")
    func noColour() throws {
        let workspace = try Workspace.withSamples()
        #expect(!(try workspace.expect(0, "show", "1").output.contains("\u{1B}")))
        let newsarchive = CommandRun.products.appending(path: "newsarchive").path
        func onTerminal(_ arguments: String, environment: [String: String] = [:]) throws -> String {
            try CommandRun.run(
                program: "/usr/bin/env", ["script", "-qec", "'\(newsarchive)' \(arguments)", "/dev/null"],
                in: workspace.url,
                environment: ["TERM": "xterm"].merging(environment) { $1 }
            ).output
        }
        guard FileManager.default.fileExists(atPath: "/usr/bin/script") else { return }
        #expect(try onTerminal("show 1").contains("\u{1B}[1m"))
        #expect(!(try onTerminal("show 1 --no-color").contains("\u{1B}")))
        #expect(!(try onTerminal("show 1", environment: ["NO_COLOR": "1"]).contains("\u{1B}")))
    }
}
