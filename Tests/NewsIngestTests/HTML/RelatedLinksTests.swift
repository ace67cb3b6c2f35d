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
            "<p><b>READ ALSO THIS LONG STORY OF THE SAME WRITER |</b> \(link)</p>",
            "<p>&gt;&gt; You will find all of it in: \(link)</p>", "<p>→ \(link)</p>",
            "<div class=inline-box>\(link)</div>",
            "<aside>\(link)</aside>", "<div><h4>\(link)</h4></div>",
        ])
    func inline(markup: String) throws {
        #expect(try related(markup) == Self.expected)
    }

    @Test("A label that no list knows is one where it stands before several links")
    func repeatedLabel() throws {
        let other = "<a href=/region/2020/storm-closes-the-port-222.html>Storm closes the port for a week</a>"
        let box =
            "<p><b>FUNDA UDABA LAPHA KUQALA |</b> \(Self.link)</p><p>A storm came.</p><p><b>FUNDA UDABA LAPHA KUQALA |</b> \(other)</p>"
        #expect(
            try related(box).map(\.headline) == [
                "School teaches its last three pupils", "Storm closes the port for a week",
            ])
        let once = "<p>Iphoyisa lasethekwini lithe namuhla: \(Self.link)</p>"
        #expect(try related(once).isEmpty)
    }

    @Test(
        "Behind the story a label, a class or an aria label tells",
        arguments: [
            "<section><h2>Related stories</h2><ul><li>\(link)</li></ul></section>",
            "<div class='related-articles'><div class=card>\(link)</div></div>",
            "<div aria-label='Read also'><div class=card>\(link)</div></div>",
            "<section><span>Lesen Sie auch</span><div><div>\(link)</div></div></section>",
            "<div><h4><a href='#'>RELATED ARTICLES</a><a href='#'>MORE FROM AUTHOR</a></h4><div>\(link)</div></div>",
            "<div class=article-footer><h3>Verwandte Artikel</h3><ul><li>\(link)</li></ul></div>",
            "<section class=latest-content><h2>Related</h2><div class=latest><h3>\(link)</h3></div></section>",
            "<div class=related_block><h4>Related</h4><div class=with_ajax_pagination><h3>\(link)</h3></div></div>",
            "<div class=related-links><h2>More from Region</h2><ul><li>\(link)</li></ul></div>",
            "<div><h4>More stories like this one</h4><div><h5>\(link)</h5></div></div>",
            """
            <section><header><span>Zum Thema</span></header><article>
            <a href='/region/2020/school-teaches-last-three-pupils-111.html'><span class=sr-only>School teaches its last three pupils</span></a>
            <div><span>School</span><span>School teaches its last three pupils</span></div></article></section>
            """,
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
            "<div class=related-wrap><h3>Latest news</h3><ul class=related_posts><li>\(link)</li></ul></div>",
            "<div class='grid next-prev'><h5>\(link)</h5></div>",
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

    @Test(
        "An empty box and one of other sites' stories claim nothing of what comes behind them",
        arguments: [
            "<section><h2>Related</h2><div id=popin></div></section><section><div>Columns</div><p>\(link)</p></section>",
            "<h2>Related</h2><div></div><div><h3>Your money</h3><ul><li>\(link)</li></ul></div>",
            """
            <div><span>Read more:</span><ul><li><a href='https://other.example/tide-comes-in-at-last'>The tide comes in at
            last</a></li></ul></div><div class=sidebar><p>\(link)</p></div>
            """,
            "<div><span>Related</span>\((1...9).map { "<p>Item \($0)</p>" }.joined())<p>\(link)</p></div>",
        ])
    func empty(markup: String) throws {
        #expect(try related(after: markup).isEmpty)
    }

    @Test(
        "The headline is the main heading or title of a card, without label, time, kicker and byline",
        arguments: [
            "<span class=date>24.04.2020</span><h3>TITLE</h3><p>A short text on the school and its pupils.</p>",
            "<h2>The smallest of all schools in the whole region</h2><h1>TITLE</h1>",
            "<h2>The school on the island of Sundholm:</h2><h3>TITLE</h3>", "<h1>TITLE</h1><h6>By Ida Brandt</h6>",
            "<span class=h-offscreen>A related article:</span><p class=teaser__kicker>School</p><p class=teaser__title>TITLE</p>",
            "<span>Read also</span> <span>TITLE</span>", "READ MORE: TITLE",
            "<div class=overline>Small schools</div><strong>TITLE</strong>",
        ])
    func cards(inside: String) throws {
        let link = "<a href='/region/2020/school-teaches-last-three-pupils-111.html'>\(inside)</a>"
        let card = link.replacing("TITLE", with: "School teaches its last three pupils")
        #expect(try related(after: "<section class=related>\(card)</section>") == Self.expected)
    }

    @Test(
        "A story's address may be a number or a key",
        arguments: ["/?post_type=post&p=1725228", "/articles/c1d449gmex2o"])
    func numbered(address: String) throws {
        let link = "<a href='\(address)'>School teaches its last three pupils</a>"
        #expect(try related(after: "<div><h3>Related</h3>\(link)</div>").count == 1)
    }

    @Test("The page's own headline is none, whatever its address")
    func own() throws {
        let link = "<a href='/region/2021/other-67890.html'>Ferry line reopens after eleven years</a>"
        #expect(try related(after: "<div><h3>Related</h3>\(link)</div>").isEmpty)
    }

    @Test(
        "Other sites, shops, lists of stories, sponsored links and the page itself are none",
        arguments: [
            "https://other.example/region/2020/school-teaches-last-three-pupils-111.html",
            "https://jobs.harbor-times.example/2020/captain-of-a-ferry-wanted-111.html",
            "https://harbor-times.example/region/2021/ferry-line-reopens-12345.html",
            "mailto:desk@harbor-times.example", "/region/", "/topics/the-last-three-pupils-111222",
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
