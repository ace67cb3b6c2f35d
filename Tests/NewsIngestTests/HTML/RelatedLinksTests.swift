import NewsModel
import Testing

@testable import NewsIngest

@Suite("Related headlines are taken by what is said of them")
struct RelatedLinksTests {
    private static let story = (1...4).map {
        "<p>Paragraph \($0) of a story on the ferry to Sundholm that is long enough to be read as one, and a little longer.</p>"
    }

    private func related(_ inside: String = "", after: String = "", head: String = "") throws -> [RelatedHeadline] {
        let page = """
            <html><head>\(head)</head><body><main><h1>Ferry Line Reopens After Eleven Years</h1>
            <article>\(Self.story[0])\(Self.story[1])\(inside)\(Self.story[2])\(Self.story[3])</article>\(after)</main></body></html>
            """
        let hints = CaptureHints(url: "https://www.harbor-times.example/region/2021/ferry-line-reopens-12345.html")
        return try CaptureReader().read(
            Capture(bytes: Array(page.utf8), path: "page.html", format: .html, hints: hints)
        ).article.relatedHeadlines
    }

    private static let link =
        "<a href='/region/2020/school-teaches-last-three-pupils-111.html#top'>School teaches its last three pupils</a>"
    private static let expected = [
        RelatedHeadline(
            headline: "School teaches its last three pupils",
            url: "https://www.harbor-times.example/region/2020/school-teaches-last-three-pupils-111.html")
    ]

    @Test(
        "A pointer within the story is one, and no paragraph",
        arguments: [
            "<p>READ MORE: \(link)</p>", "<p><strong>Related:</strong> \(link)</p>",
            "<div class=inline-box>\(link)</div>",
            "<aside>\(link)</aside>", "<div><h4>\(link)</h4></div>",
        ])
    func inline(markup: String) throws {
        #expect(try related(markup) == Self.expected)
    }

    @Test(
        "Behind the story a label, a class or an aria label tells",
        arguments: [
            "<section><h2>Related stories</h2><ul><li>\(link)</li></ul></section>",
            "<div class='related-articles'><div class=card>\(link)</div></div>",
            "<div aria-label='Read also'><div class=card>\(link)</div></div>",
            "<section><span>Lesen Sie auch</span><div><div>\(link)</div></div></section>",
        ])
    func labelled(markup: String) throws {
        #expect(try related(after: markup) == Self.expected)
    }

    @Test(
        "What is read most, new or from the section is not related",
        arguments: [
            "<section><h2>Most read</h2><ul><li>\(link)</li></ul></section>",
            "<div class='most-popular'><div class=card>\(link)</div></div>",
            "<section><h2>More from Region</h2><ul><li>\(link)</li></ul></section>",
            "<section><h2>Opinion</h2><ul><li>\(link)</li></ul></section>",
            "<nav><h2>Related stories</h2>\(link)</nav>",
            "<footer><ul><li>\(link)</li></ul></footer>",
        ])
    func unrelated(markup: String) throws {
        #expect(try related(after: markup).isEmpty)
    }

    @Test("A label rules its own box alone")
    func scope() throws {
        let other =
            "<a href='/region/2020/storm-warning-issued-222.html'>Storm warning issued for the northern coast</a>"
        let after = "<section><h3>Related</h3>\(Self.link)</section><section><h3>Opinion</h3>\(other)</section>"
        #expect(try related(after: after) == Self.expected)
    }

    @Test("The headline is the heading of a card, without label, time and kicker")
    func cards() throws {
        let card = """
            <section class=related><a href='/region/2020/school-teaches-last-three-pupils-111.html'><span class=date>24.04.2020</span>
            <h3>School teaches its last three pupils</h3><p>A short text on the school and its pupils.</p></a></section>
            """
        #expect(try related(after: card) == Self.expected)
    }

    @Test(
        "Other sites, shops, sponsored links and the page itself are none",
        arguments: [
            "https://other.example/region/2020/school-teaches-last-three-pupils-111.html",
            "https://jobs.harbor-times.example/2020/captain-of-a-ferry-wanted-111.html",
            "https://harbor-times.example/region/2021/ferry-line-reopens-12345.html",
            "mailto:desk@harbor-times.example", "/region/",
        ])
    func targets(address: String) throws {
        #expect(try related("<p>READ MORE: <a href='\(address)'>School teaches its last three pupils</a></p>").isEmpty)
        #expect(
            try related(
                "<p>READ MORE: <a rel=sponsored href='/a/2020/school-teaches-pupils'>School teaches its last three pupils</a></p>"
            ).isEmpty)
    }

    @Test("A list behind the story keeps the place of what the story points to, too")
    func repeats() throws {
        let other =
            "<a href='/region/2020/storm-warning-issued-222.html'>Storm warning issued for the northern coast</a>"
        let list = "<section><h2>Related</h2><ul><li>\(other)</li><li>\(Self.link)</li></ul></section>"
        #expect(
            try related("<p>READ MORE: \(Self.link)</p>", after: list).map(\.headline) == [
                "Storm warning issued for the northern coast", "School teaches its last three pupils",
            ])
    }

    @Test("Addresses count from the page's base")
    func base() throws {
        let found = try related(
            "<p>READ MORE: <a href='2020/school-teaches-last-three-pupils'>School teaches its last three pupils</a></p>",
            head: "<base href='/archive/'>")
        #expect(found.map(\.url) == ["https://www.harbor-times.example/archive/2020/school-teaches-last-three-pupils"])
    }
}
