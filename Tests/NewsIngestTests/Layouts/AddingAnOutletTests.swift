import Foundation
import NewsModel
import NewsText
import Testing

@testable import NewsIngest

@Suite("The guide to adding an outlet is true")
struct AddingAnOutletTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("The layout in the guide is the one that these tests read with")
    func guide() throws {
        let guide = try String(
            contentsOf: Self.root.appending(path: "Sources/NewsIngest/Parse/Layouts/adding-an-outlet.md"),
            encoding: .utf8)
        let code = try String(
            contentsOf: Self.root.appending(path: "Tests/NewsIngestTests/Layouts/HarborTimes.swift"), encoding: .utf8)
        let declaration = try #require(code.range(of: "/// harbor-times"))
        #expect(guide.contains("```swift\n" + code[declaration.lowerBound...] + "```"))
    }

    private static let paragraphs = [
        "The ferry between Port Alder and the island of Sundholm will carry passengers again from Thursday, it was said.",
        "The line was closed eleven years ago, when the old pier was found to be unsafe and nobody paid for another.",
    ]

    @Test("Its HTML form tells what generic reading cannot know")
    func html() throws {
        let page = """
            <h1>Ferry Line Reopens</h1><i class=quay-section>Islands</i><div class=quay-summary>The line is back.</div>
            <div class=quay-text><p>\(Self.paragraphs[0])</p><p class=quay-advert>Umbrellas! Only this week at the pier,
            for everyone who reads this line to its end, and then some.</p><p>\(Self.paragraphs[1])</p></div>
            <div class=quay-labels>ferry, pier</div><div class=quay-more><a href=/a>A short one</a></div>
            """
        let tree = try HTMLParser.tree(of: page).tree
        let form = try #require(harborTimes.html)
        let declared = try #require(DeclaredPage(tree, form: form))
        let finder = StoryFinder(tree, evidence: StoryEvidence(PageMetadata.read(tree, address: nil)))
        let story = declared.story(among: finder.blocks, titleKeys: [textKey("Ferry Line Reopens")])
        #expect(story.filter(\.isStandfirst).map(\.text) == ["The line is back."])
        #expect(story.filter { !$0.isStandfirst }.map(\.text) == Self.paragraphs)
        var read = Page()
        declared.fill(&read, base: "https://harbor-times.example/region/ferry.html")
        #expect(read.section == "Islands" && read.tags == ["ferry", "pier"])
        #expect(
            read.relatedHeadlines == [RelatedHeadline(headline: "A short one", url: "https://harbor-times.example/a")])
    }

    @Test("Its text form tells chrome, labels and closing lines")
    func text() throws {
        let lines = PageLine.lines(
            of: """
                Tides today

                Ferry Line Reopens

                \(Self.paragraphs[0])

                \(Self.paragraphs[1])

                More from the quay:
                Winter Swimmers Open the Season in Sundholm
                Filed on the quay: ferry, pier
                Write to the harbor desk
                """)
        var reader = PageReader(
            lines: lines, prepared: PreparedLayout(harborTimes), clock: nil, order: nil, outlets: ["harbor times"])
        reader.read()
        #expect(reader.page.headline == "Ferry Line Reopens" && reader.page.paragraphs == Self.paragraphs)
        #expect(reader.page.tags == ["ferry", "pier"])
        #expect(reader.page.relatedHeadlines.map(\.headline) == ["Winter Swimmers Open the Season in Sundholm"])
        #expect(reader.dropped.map(\.text).contains("Write to the harbor desk"))
    }
}
