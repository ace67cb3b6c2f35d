import NewsModel
import NewsText
import Testing

@testable import NewsIngest

private func reading(_ text: String) throws -> CaptureReading {
    try CaptureReader().read(Capture(bytes: Array(text.utf8), path: "a.md", format: .text))
}

private let story = """

    # Ferry Line Reopens

    The *first* ferry left **Port Alder**[^1] on
    Monday, see [the timetable](https://harbortimes.example/times).

    ## What it carries
    - Cars
    - snake_case_names and 2*3*4

    ![The Alder Queen at its pier](queen.jpg)

    > Nobody waved.
    """

@Test(
    "Values above Markdown are read in YAML, TOML and JSON",
    arguments: [
        """
        ---
        title: "Ferry Line: Reopens"
        date: 2020-10-12T18:05:00+02:00
        author: [Ida Brandt, 'Otto Brandt']
        tags:
          - ferries
          - Port Alder
        source: https://harbortimes.example/ferry
        description: >
          The line reopens
          after eleven years.
        lang: en
        draft: false
        ---
        """,
        """
        +++
        title = "Ferry Line: Reopens"
        date = 2020-10-12T18:05:00+02:00
        authors = ["Ida Brandt", "Otto Brandt"]
        url = "https://harbortimes.example/ferry"
        description = "The line reopens after eleven years."
        lang = "en"
        draft = false
        [taxonomies]
        tags = ["ferries",
          "Port Alder"]
        +++
        """,
        """
        {
          "title": "Ferry Line: Reopens", "date": "2020-10-12T18:05:00+02:00",
          "authors": ["Ida Brandt", "Otto Brandt"], "url": "https://harbortimes.example/ferry",
          "description": "The line reopens after eleven years.", "lang": "en",
          "tags": ["ferries", "Port Alder"], "draft": false
        }
        """,
    ])
func frontMatter(front: String) throws {
    let reading = try reading(front + "\n" + story)
    let article = reading.article
    #expect(article.headline == "Ferry Line: Reopens")
    #expect(article.published?.instant.description == "2020-10-12T16:05:00Z")
    #expect(article.authors == ["Ida Brandt", "Otto Brandt"])
    #expect(article.tags == ["ferries", "Port Alder"])
    #expect(article.url == "https://harbortimes.example/ferry")
    #expect(article.standfirst == "The line reopens after eleven years.")
    #expect(article.language == "en")
    #expect(reading.dropped.map(\.text) == ["draft: false"])
    #expect(
        article.paragraphs == [
            "Ferry Line Reopens", "The first ferry left Port Alder[^1] on Monday, see the timetable.",
            "What it carries", "• Cars\n• snake_case_names and 2*3*4", "Nobody waved.",
        ])
    #expect(article.captions == ["The Alder Queen at its pier"])
}

@Test("The first heading is the headline where none is named")
func headingAsHeadline() throws {
    let article = try reading("---\r\ndate: 2020-10-12\r\n---\r\n# Ferry Line Reopens\r\n\r\nThe ferry left.\r\n")
        .article
    #expect(article.headline == "Ferry Line Reopens")
    #expect(article.paragraphs == ["The ferry left."])
}

@Test("A text that begins with dashes but no values is no Markdown")
func noFrontMatter() throws {
    #expect(FrontMatter(above: "---\n\nThe ferry left.\n\n---\nNobody waved.\n") == nil)
    #expect(FrontMatter(above: "---\ntitle: never closed\n") == nil)
}

@Test(
    "Front matter tells names from values",
    arguments: [
        ("---\na: b: c # d\n---\n", "a=b: c"), ("---\na: 'it''s'\nb: \"x # y\"\n---\n", "a=it's b=x # y"),
        ("---\na: |\n  x\n  y\nb: z\n---\n", "a=x\ny b=z"),
        ("---\na:\n  b: c\n  d: [e, \"f, g\"]\n---\n", "a.b=c a.d=[\"e\",\"f, g\"]"),
        ("---\na:\n- b\n- name: c\n---\n", "a=[\"b\",\"c\"]"), ("---\na: b\n  c\n---\n", "a=b c"),
        ("---\na: [b,\n  c]\n---\n", "a=[\"b\",\"c\"]"),
    ])
func yamlValues(text: String, expected: String) throws {
    let front = try #require(FrontMatter(above: text))
    #expect(front.members.map { $0.name + "=" + $0.value.shown }.joined(separator: " ") == expected)
}
