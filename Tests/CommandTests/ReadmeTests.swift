import Foundation
import TestSupport
import Testing

@Suite("README")
struct ReadmeTests {
    private let source = SampleCaptures.tests.appending(path: "ReadmeExample/main.swift")

    @Test("The library's example is the program that the tests run")
    func sameText() throws {
        let readme = try String(contentsOf: SampleCaptures.project.appending(path: "README.md"), encoding: .utf8)
        let blocks = readme.matches(of: /(?ms)^```swift\n(.*?)^```$/).map { String($0.1) }
        #expect(blocks.contains(try String(contentsOf: source, encoding: .utf8)))
    }

    @Test("The library's example runs, twice, and finds the samples")
    func runs() throws {
        let workspace = try Workspace()
        for path in SampleCaptures.paths {
            let name = URL(filePath: path).pathComponents.suffix(2).joined(separator: "-")
            try workspace.write(try Data(contentsOf: URL(filePath: path)), to: "captures/" + name)
        }
        let first = try CommandRun.run(program: "readme-example", [], in: workspace.url)
        #expect(first.status == 0, "\(first.errors)")
        let lines = first.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.wholeMatch(of: /\d+ archived, 0 rejected/) != nil)
        let expected = try workspace.json("search", "tag:swans", "--limit", "3", "--archive", "stories.db")
        let total = try #require(expected["total"].integer)
        #expect(total > 1)
        #expect(lines.contains("\(total) articles have the tag swans"))
        for hit in expected["results"].list {
            let title = hit["headline"].string ?? hit["lead"].string ?? ""
            #expect(lines.contains("\(hit["id"].integer ?? 0): \(title)"))
        }
        #expect(lines.contains { $0.hasPrefix("   *") }, "no footnote in:\n\(first.output)")
        let count = try workspace.json(
            "search", "--count", "section:World since:2020-10 -ferry", "--archive", "stories.db")["total"].integer
        #expect(lines.last == "\(count ?? -1) in the section World since October 2020 without the word ferry")
        let second = try CommandRun.run(program: "readme-example", [], in: workspace.url)
        #expect(second.status == 0 && second.output.hasPrefix("0 archived, 0 rejected\n"))
        try workspace.expect(0, "check", "--archive", "stories.db")
    }
}
