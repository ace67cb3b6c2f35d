import Foundation
import TestSupport
import Testing

@Suite("Timelines of the command")
struct TimelineCommandTests {
    @Test("Text, CSV and JSON tell the same, twice")
    func formats() throws {
        let workspace = try Workspace.withSamples()
        for _ in 1...2 {
            let json = try workspace.json("timeline", "swan", "--by", "month").list
            #expect(json.count > 3)
            let rows = json.map { period in
                let share = period["share"].number.map { "\($0)" } ?? ""
                return "\(period["period"].string ?? ""),\(period["count"].integer ?? -1),\(share)"
            }
            let csv = try workspace.expect(0, "timeline", "swan", "--csv").output
            #expect(csv == (["period,count,share"] + rows).joined(separator: "\n") + "\n")
            let text = try workspace.expect(0, "timeline", "swan").output.split(separator: "\n")
            #expect(
                text.map { $0.split(separator: " ").joined(separator: ",") }
                    == rows.map { row in
                        row.split(separator: ",").prefix(2).joined(separator: ",")
                    })
            let total = try workspace.json("search", "swan has:date", "--count")["total"].integer
            #expect(json.reduce(0) { $0 + ($1["count"].integer ?? 0) } == total)
        }
    }

    @Test("A share stands beside the count when it is asked for")
    func share() throws {
        let workspace = try Workspace.withSamples()
        let lines = try workspace.expect(0, "timeline", "--by", "year", "--share").output.split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix("100.0%") })
    }

    @Test("Articles without a date are told of, and empty periods without end are left out unless asked for")
    func gaps() throws {
        let workspace = try Workspace()
        for (name, date) in [("old", "0001-01-01"), ("new", "2024-02-28"), ("none", "")] {
            try workspace.write(Captured.page("The \(name) boat"), to: "\(name).txt")
            try workspace.write("path,published_at\n\(name).txt,\(date)\n", to: "\(name).csv")
            try workspace.expect(0, "ingest", "--manifest", "\(name).csv", "\(name).txt")
        }
        let run = try workspace.expect(0, "timeline", "--by", "day")
        #expect(run.output == "0001-01-01  1\n2024-02-28  1\n")
        #expect(
            run.errorLines == [
                "note: 738942 empty days before 2024-02-28 are left out; --all shows them",
                "note: 1 more article has no date",
            ])
        let all = try workspace.expect(0, "timeline", "--by", "day", "--all", "--csv").output
        #expect(all.split(separator: "\n").count == 738_945)
        #expect(
            try workspace.expect(0, "timeline", "--by", "week", "since:2024").output == "2024-W01  0\n2024-W02  0\n"
                + "2024-W03  0\n2024-W04  0\n2024-W05  0\n2024-W06  0\n2024-W07  0\n2024-W08  0\n2024-W09  1\n")
    }

    @Test(
        "Wrong usage is refused in one line",
        arguments: [
            ["--by", "decade"], ["--csv", "--json"], ["--sort", "newest"], ["--offset", "1"], ["--since", "soon"],
            ["--strict", "("],
        ])
    func wrongUsage(arguments: [String]) throws {
        let workspace = try Workspace.withSamples()
        let run = try CommandRun.run(["timeline"] + arguments, in: workspace.url)
        #expect(run.status == 2)
        #expect(run.errorLines.count == 1 && run.output == "")
    }

    @Test("Bars are for terminals")
    func bars() throws {
        let workspace = try Workspace.withSamples()
        let newsarchive = CommandRun.products.appending(path: "newsarchive").path
        for command in ["timeline swan --by year", "timeline swan --by year --share", "search swan --facets tag,year"] {
            let words = command.split(separator: " ").map(String.init)
            let plain = try CommandRun.run(words, in: workspace.url)
            #expect(plain.status == 0 && !plain.output.contains("█"))
            let shown = try CommandRun.run(
                program: "/usr/bin/env", ["script", "-qec", "'\(newsarchive)' \(command)", "/dev/null"],
                in: workspace.url)
            #expect(shown.output.contains("█"), "\(command)")
        }
    }

    @Test("What goes with a query is told with its count everywhere")
    func associations() throws {
        let workspace = try Workspace.withSamples()
        let tags = try workspace.json("tags", "--with", "ferry", "--limit", "3").list
        #expect(tags.count == 3)
        for tag in tags {
            let total = try workspace.json("search", "--tag", tag["value"].string ?? "", "--count")["total"].integer
            #expect(tag["total"].integer == total)
        }
        let scores = tags.compactMap { $0["score"].number }
        #expect(scores == scores.sorted(by: >))
        let lines = try workspace.expect(0, "tags", "--with", "ferry", "--limit", "3").output.split(separator: "\n")
        #expect(lines.allSatisfy { $0.contains(" of ") })
        #expect(try workspace.json("tags", "--limit", "1").list[0]["score"] == .missing)
    }
}
