import NewsText
import Testing

@testable import NewsIngest

@Suite("Metadata of pages: writers")
struct PageWriterTests {
    @Test(
        "Names are taken out of the lines that hold them",
        arguments: [
            ("By Ida Brandt", ["Ida Brandt"]), ("Von Ida Brandt und Samuel Okoro", ["Ida Brandt", "Samuel Okoro"]),
            ("Ida Brandt, Samuel Okoro", ["Ida Brandt", "Samuel Okoro"]), ("Ida Brandt, Reporter", ["Ida Brandt"]),
            ("Ida Brandt, Port Alder Correspondent", ["Ida Brandt"]),
            ("Ida Brandt; Samuel Okoro", ["Ida Brandt", "Samuel Okoro"]),
            ("Ida Brandt | Harbor Times", ["Ida Brandt", "Harbor Times"]),
            ("par Léa Moreau et Jean Le Goff", ["Léa Moreau", "Jean Le Goff"]),
            ("Ida Brandt (Port Alder)", ["Ida Brandt"]), ("Text: Ida Brandt", ["Ida Brandt"]),
            ("Text:Ida Brandt", ["Ida Brandt"]),
            ("Di Marco Rossi", ["Marco Rossi"]), ("Di Maria", ["Di Maria"]), ("Von der Leyen", ["Von der Leyen"]),
            ("de Ana Ruiz", ["Ana Ruiz"]), ("Posts by Ida Brandt", ["Ida Brandt"]),
            ("Ida Brandt @idab", ["Ida Brandt"]),
            ("Sammy Davis Jr.", ["Sammy Davis Jr."]), ("Ida Brandt.", ["Ida Brandt"]), ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
            ("Ida Brandt &amp; Samuel Okoro", ["Ida Brandt", "Samuel Okoro"]), ("", []), ("By", ["By"]),
        ])
    func split(line: String, expected: [String]) {
        #expect(PersonNames.split(line) == expected)
    }

    @Test(
        "Writers are read from the most trusted source that names any",
        arguments: [
            (
                page(data: #"{"@type": "Article", "author": "Ida Brandt and Samuel Okoro"}"#),
                ["Ida Brandt", "Samuel Okoro"], "JSON-LD author"
            ),
            (
                page(data: #"{"@type": "Article", "creator": [{"givenName": "Ida", "familyName": "Brandt"}]}"#),
                ["Ida Brandt"], "JSON-LD creator"
            ),
            (
                "<h1>x</h1><a rel='author' href='/i'><h4>Ida Brandt</h4><h5>Editor</h5></a>", ["Ida Brandt"],
                "link rel=author"
            ),
            (
                "<h1>x</h1><p>By Ida Brandt | 12 October 2020</p><meta name='author' content='Desk'>", ["Ida Brandt"],
                "line behind the headline"
            ),
            (
                "<h1>x</h1><div class='c-byline__names'><a href='/i'>Ida Brandt</a> <a href='/s'>Samuel Okoro</a></div>",
                ["Ida Brandt", "Samuel Okoro"], "element marked as byline"
            ),
            (
                "<div itemprop='author' itemscope><span itemprop='name'>Ida Brandt</span><span>Editor of news</span></div>",
                ["Ida Brandt"], "microdata author"
            ),
            ("<meta name='author' content='Ida Brandt, Samuel Okoro'>", ["Ida Brandt", "Samuel Okoro"], "meta author"),
            ("<h1>x</h1><p>By IDA BRANDT JAN. 13, 2017</p>", ["IDA BRANDT"], "line behind the headline"),
            // The site's own name yields to people, and counts where there are none.
            (
                page(data: #"{"@type": "Article", "author": "Harbor Times"}"#, body: "<h1>x</h1><p>By Ida Brandt</p>"),
                ["Ida Brandt"], "line behind the headline"
            ),
            (
                page(
                    data: #"{"@type": "Article", "author": "harbor-desk"}"#,
                    body: "<meta name='author' content='Ida Brandt'>"), ["Ida Brandt"], "meta author"
            ),
            (
                page(data: #"{"@type": "Article", "author": "harbor-times.example"}"#), ["harbor-times.example"],
                "JSON-LD author"
            ),
            // Links that name the writers of structured data and more are complete.
            (
                page(
                    data: #"{"@type": "Article", "author": "Ida Brandt"}"#,
                    body: "<a rel='author'>Ida Brandt</a><a rel='author'>Samuel Okoro</a>"),
                ["Ida Brandt", "Samuel Okoro"], "link rel=author"
            ),
        ])
    func authors(html: String, expected: [String], source: String) throws {
        #expect(try metadata(html).authors == Sourced(value: expected, source: source))
    }

    @Test(
        "What is no name names nobody",
        arguments: [
            "<meta name='author' content='admin'>", "<meta name='author' content='https://example.org/ida'>",
            "<h1>x</h1><p>By the harbor stood a house.</p>", "<h1>x</h1><aside><a rel='author'>Ida Brandt</a></aside>",
            "<div class='author-box related'><a href='/x'>View all posts</a></div>",
        ])
    func nobody(html: String) throws {
        #expect(try metadata(html).authors == nil)
    }

    @Test("The byline is the printed line without its opening word and what follows the names")
    func byline() throws {
        let html = page(
            data: #"{"@type": "Article", "author": [{"name": "Ida Brandt"}, {"name": "Samuel Okoro"}]}"#,
            body: "<h1>x</h1><p>By Ida Brandt and Samuel Okoro | 12 October 2020</p>")
        #expect(
            try metadata(html).byline
                == Sourced(value: "Ida Brandt and Samuel Okoro", source: "line behind the headline"))
        let unprinted = page(data: #"{"@type": "Article", "author": ["Ida Brandt", "Samuel Okoro"]}"#)
        #expect(try metadata(unprinted).byline == Sourced(value: "Ida Brandt, Samuel Okoro", source: "JSON-LD author"))
    }
}
