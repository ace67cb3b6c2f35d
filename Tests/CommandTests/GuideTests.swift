import Foundation
import NewsQuery
import TestSupport
import Testing

@Suite("The guide to the query language")
struct GuideTests {
    /// The page, and its fenced blocks by kind.
    private static func page() throws -> (text: String, blocks: [String: [String]]) {
        let url = SampleCaptures.project.appending(path: "Sources/newsarchive/query-language.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        var blocks: [String: [String]] = [:]
        var kind: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                kind = kind == nil ? String(line.dropFirst(3)) : nil
            } else if let kind {
                blocks[kind, default: []].append(line)
            }
        }
        return (text, blocks)
    }

    /// A query and what stands behind it.
    private static func example(_ line: String) throws -> (query: String, meaning: String) {
        let gap = try #require(line.firstMatch(of: /\ {2,}/), "no explanation: \(line)")
        return (String(line[..<gap.range.lowerBound]), String(line[gap.range.upperBound...]))
    }

    @Test("`help query` prints the page of the project")
    func help() throws {
        let (text, blocks) = try Self.page()
        let printed = try Workspace().expect(0, "help", "query").output
        #expect(printed.hasPrefix("# The query language\n"))
        #expect(!printed.contains("```"))
        let examples = Set(blocks.values.flatMap { $0 })
        for line in text.split(separator: "\n") where !line.hasPrefix("```") {
            let shown = examples.contains(String(line)) ? "    " + line : String(line)
            #expect(printed.contains(shown + "\n"))
        }
    }

    @Test("It tells of every field, every other name of one, and every kind of notice that a query can have")
    func fields() throws {
        let (text, blocks) = try Self.page()
        let names =
            WordField.allCases.flatMap { [$0.rawValue] + $0.aliases }
            + ValueField.allCases.flatMap { [$0.rawValue] + $0.aliases } + DateField.allCases.map(\.rawValue)
            + ["since", "until", "after", "before", "on"]
        for name in names {
            #expect(text.firstMatch(of: try Regex("(^|[^a-z])\(name):").anchorsMatchLineEndings()) != nil, "\(name)")
        }
        let told = try Set((blocks["notice"] ?? []).map { try Self.example($0).meaning })
        // What limits, saved searches and answers say has no example of its own.
        let elsewhere: Set<Notice.Code> = [.best, .quotes, .tooDeep, .tooLong, .tooManyTerms, .undated]
        for code in Notice.Code.allCases where !elsewhere.contains(code) && !code.rawValue.hasSuffix("Search") {
            #expect(told.contains(code.rawValue), "\(code)")
        }
    }

    @Test("Every example finds something in the sample archive, and is wholly understood")
    func queries() throws {
        let workspace = try Workspace.withSamples()
        let lines = try #require(try Self.page().blocks["query"])
        #expect(lines.count > 40)
        for line in lines {
            let query = try Self.example(line).query
            let answer = try workspace.json("search", query, "--limit", "1")
            #expect(answer["total"].integer ?? 0 > 0, "\(query)")
            let codes = answer["notices"].list.compactMap { $0["code"].string }
            #expect(Set(codes).subtracting(["undated", "entity"]).isEmpty, "\(query): \(codes)")
        }
    }

    @Test("Every example of a notice has it, and gives an answer")
    func notices() throws {
        let workspace = try Workspace.withSamples()
        for line in try #require(try Self.page().blocks["notice"]) {
            let (query, code) = try Self.example(line)
            let codes = try workspace.json("search", query)["notices"].list.compactMap { $0["code"].string }
            #expect(codes.contains(code), "\(query): \(codes)")
        }
    }

    @Test("Every command of the page prints what the page shows")
    func commands() throws {
        let workspace = try Workspace()
        let fixtures = SampleCaptures.folder
        let outlets = try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted()
        let captures = outlets.map { fixtures.appending(path: $0) }.flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { $0.hasSuffix(".txt") }
                .sorted().map { folder.appending(path: $0).path }
        }
        // As scripts/quickstart does.
        let manifest = fixtures.appending(path: "manifest.csv").path
        let ingest = try CommandRun.run(["ingest", "--manifest", manifest] + captures, in: workspace.url)
        #expect(ingest.status == 0, "\(ingest.errors)")
        let lines = try #require(try Self.page().blocks["console"])
        let commands = ("\n" + lines.joined(separator: "\n")).components(separatedBy: "\n$ newsarchive ").dropFirst()
        #expect(commands.count >= 20)
        for command in commands {
            let parts = command.split(separator: "\n", maxSplits: 1)
            let arguments = parts[0].matches(of: /'([^']*)'|([^ ]+)/).map { String($0.1 ?? $0.2 ?? "") }
            let run = try CommandRun.run(arguments, in: workspace.url)
            #expect(run.status == 0, "\(parts[0])")
            let shown = parts.count > 1 ? parts[1].trimmingCharacters(in: .newlines) : ""
            #expect((run.errors + run.output).trimmingCharacters(in: .newlines) == shown, "\(parts[0])")
        }
    }
}
