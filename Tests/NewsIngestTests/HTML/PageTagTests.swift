import NewsText
import Testing

@testable import NewsIngest

@Suite("Metadata of pages: tags")
struct PageTagTests {
    private static let heading =
        "<h1>Storm closes ferry port of Sundholm</h1><p>The ferries to the islands stay in the harbor until the storm is over, the ferry line said on Monday.</p>"

    @Test(
        "Tags are read from the most trusted source that has any",
        arguments: [
            (
                page(data: #"{"@type": "Article", "keywords": ["storm", {"name": "Port Alder"}, "ferries, tides"]}"#),
                ["storm", "Port Alder", "ferries", "tides"], "JSON-LD keywords"
            ),
            (
                "<meta name='keywords' content='storm; \"ferries\"; #tides'>", ["storm", "ferries", "tides"],
                "meta keywords"
            ),
            (
                "<meta property='article:tag' content='Alder, Port'><meta property='article:tag' content='storm'>",
                ["Alder, Port", "storm"], "meta article:tag"
            ),
            ("<meta property='article:tag' content='storm, ferries'>", ["storm", "ferries"], "meta article:tag"),
            (
                "\(heading)<a rel='tag' href='/x'>storm</a><a rel='category tag' href='/y'>ferries</a>",
                ["storm", "ferries"], "link rel=tag"
            ),
            (
                "\(heading)<ul class='article-tags'><li><a href='/a'>storm</a><li><a href='/b'>ferries</a></ul>",
                ["storm", "ferries"], "box of tags"
            ),
            (
                "<a href='/topic/war'>war</a>\(heading)<a href='/topic/storm'>storm</a><nav><a href='/topic/x'>x-rays</a></nav>",
                ["storm"], "links to topics"
            ),
            (
                "\(heading)<meta name='custom-keywords' content='storm, ferries'>", ["storm", "ferries"],
                "meta custom-keywords"
            ),
        ])
    func tags(html: String, expected: [String], source: String) throws {
        #expect(try metadata(html).tags == Sourced(value: expected, source: source))
    }

    @Test(
        "Lists are cut at the sign that they are set with",
        arguments: [
            ("storm, ferries; tides", ["storm", "ferries; tides"]), ("storm|ferries", ["storm", "ferries"]),
            ("海港、渡轮", ["海港", "渡轮"]), ("海港 渡轮 风暴", ["海港", "渡轮", "风暴"]), ("Port Alder", ["Port Alder"]),
            ("storm,Elevated:false", ["storm"]),
        ])
    func split(content: String, expected: [String]) throws {
        #expect(try metadata("<meta name='keywords' content='\(content)'>").tags?.value == expected)
    }

    @Test(
        "A list that is likely to be no tags yields to the next",
        arguments: [
            // The words of the address.
            "<meta name='keywords' content='storm, closes, port'><meta property='article:tag' content='ferries'>\(heading)",
            // The section alone.
            page(
                data: #"{"@type": "Article", "keywords": "World", "articleSection": "World"}"#,
                body: "\(heading)<a rel='tag'>ferries</a>"),
            // Words in a row.
            page(
                data: #"{"@type": "Article", "keywords": "storm ferries port islands"}"#,
                body: "\(heading)<meta name='keywords' content='ferries'>"),
            // Nothing to do with the story.
            "<meta name='keywords' content='politics, sports, weather'>\(heading)<a rel='tag'>ferries</a>",
        ])
    func weakLists(html: String) throws {
        #expect(try metadata(html).tags?.value == ["ferries"])
    }

    @Test("Names of the site and of writers, identifiers, labels and the headline are no tags")
    func cleaning() throws {
        let html = """
            <meta property="og:site_name" content="Harbor Times"><title>Storm</title><meta name="author" content="Ida Brandt">
            <meta name="keywords" content="Harbor Times, harbor-times.example, Ida Brandt, NLP Category: General, Storm,
              8f507083-bac4-423a-9015-2eb31e1bce50, 12345, page_type, https://x.example/, news, tide, Tide">
            """
        #expect(try metadata(html).tags?.value == ["tide"])
    }

    @Test(
        "Links to the pages of topics are told by a folder of their address",
        arguments: [
            ("/tag/floods", true), ("https://harbor-times.example/Thema/hochwasser", true),
            ("/news/topics/floods.html?x=1", true),
            ("/topics", false), ("/topic/", false), ("/world/floods", false), ("/stag/floods", false),
            ("?tag/floods", false),
        ])
    func topics(address: String, isTopic: Bool) {
        #expect(TopicAddress.isTopic(Array(address.utf8)[...]) == isTopic)
    }
}
