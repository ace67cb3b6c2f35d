import Foundation
import NewsModel
@testable import NewsQuery
import NewsStorage
import NewsText
import TestSupport
import Testing

/// What Python's XML parser reads in an Atom feed; it refuses what is not well-formed.
private struct AtomFeed: Decodable {
    struct Entry: Decodable {
        let id, title, updated, content: String
        let published, link, summary, lang: String?
        let authors, terms: [String]
    }
    let id, title, updated: String
    let authors: [String]
    let entries: [Entry]

    init(_ bytes: [UInt8], in folder: TemporaryFolder) throws {
        try Data(bytes).write(to: folder.url.appending(path: "feed.xml"))
        let program = """
            import json, sys
            from xml.etree import ElementTree
            atom = '{http://www.w3.org/2005/Atom}'
            feed = ElementTree.parse(sys.argv[1]).getroot()
            assert feed.tag == atom + 'feed', feed.tag
            def one(node, name):
                found = node.findall(atom + name)
                assert len(found) <= 1, name
                return None if not found else found[0].text or ''
            def shared(node):
                names = [author.find(atom + 'name').text for author in node.findall(atom + 'author')]
                return {'authors': names, **{name: one(node, name) for name in ['id', 'title', 'updated']}}
            entries = []
            for node in feed.findall(atom + 'entry'):
                links = node.findall(atom + 'link')
                assert len(links) <= 1
                entries.append({
                    **shared(node), **{name: one(node, name) for name in ['published', 'summary', 'content']},
                    'lang': node.get('{http://www.w3.org/XML/1998/namespace}lang'),
                    'link': links[0].get('href') if links else None,
                    'terms': [category.get('term') for category in node.findall(atom + 'category')]})
            print(json.dumps({**shared(feed), 'entries': entries}))
            """
        let printed = try Python.run(program, folder.path("feed.xml"))
        self = try JSONDecoder().decode(AtomFeed.self, from: Data(printed.utf8))
    }
}

/// A JSON feed as a program reads it that knows the format.
private struct JSONFeed: Decodable {
    struct Item: Decodable {
        struct Author: Decodable { let name: String }
        let id, title, content_text: String
        let url, summary, language, date_published, date_modified: String?
        let authors: [Author]?
        let tags: [String]?
    }
    let version, title: String
    let items: [Item]
}

@Suite("Feeds", .enabled(if: Python.isInstalled))
struct FeedTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private static let now = Instant(seconds: 1_700_000_000)

    private static func time(_ seconds: Int64) -> PrintedTime {
        PrintedTime(Instant(seconds: seconds), precision: .second, zone: .printed, source: .page)
    }

    private func bytes(_ form: FeedWriter.Form, of articles: [Article], query: String = "") throws -> [UInt8] {
        let test = try TestArchive(articles)
        var request = SearchRequest(ParsedQuery(query), order: .oldest, limit: 1_000)
        request.withCaptures = true
        var feed = FeedWriter(form, title: "A & B", subject: "s", now: Self.now)
        for hit in try ArticleSearch(test.archive).answer(request).hits { feed.add(hit) }
        return feed.bytes
    }

    private static var whole: Article {
        var article = Article()
        article.url = "http://www.Example.com/a b?x=1&utm_source=rss#top"
        article.canonicalURL = WebAddress(article.url ?? "")?.canonical
        article.headline = "Fish & Chips <b>\"now\"</b>"
        article.headlineOrigin = .capture
        article.outlet = "Harbor Times"
        article.byline = "Ann Lee, Bo Li"
        article.authors = ["Ann Lee", "Bo Li"]
        article.language = "en"
        article.tags = ["a & b", "“c”"]
        article.published = time(86_400)
        article.modified = time(90_000)
        article.captured = time(95_000)
        article.paragraphs = ["One ]]> & two.", "Three."]
        return article
    }

    @Test("An Atom entry says what is known of the article, and when it was changed last")
    func atom() throws {
        let feed = try AtomFeed(bytes(.atom, of: [Self.whole], query: "two"), in: folder)
        #expect(feed.title == "A & B" && feed.updated == "1970-01-02T01:00:00Z" && feed.authors == ["newsarchive"])
        let entry = try #require(feed.entries.first)
        #expect(entry.id == "https://example.com/a%20b?x=1")
        #expect(entry.link == "http://www.Example.com/a%20b?x=1&utm_source=rss#top")
        #expect(entry.title == "Fish & Chips <b>\"now\"</b>")
        #expect(entry.published == "1970-01-02T00:00:00Z" && entry.updated == "1970-01-02T01:00:00Z")
        #expect(entry.authors == ["Ann Lee", "Bo Li"] && entry.terms == ["a & b", "“c”"] && entry.lang == "en")
        #expect(entry.summary == "One ]]> & two. Three." || entry.summary == "One ]]> & two.  Three.")
        #expect(entry.content == "One ]]> & two.\n\nThree.")
    }

    @Test("An item of a JSON feed says the same, and leaves out what is not known")
    func json() throws {
        let data = Data(try bytes(.jsonfeed, of: [Self.whole, Article()]))
        let feed = try JSONDecoder().decode(JSONFeed.self, from: data)
        #expect(feed.version == "https://jsonfeed.org/version/1.1" && feed.title == "A & B")
        let item = try #require(feed.items.first)
        #expect(item.id == "https://example.com/a%20b?x=1")
        #expect(item.date_published == "1970-01-02T00:00:00Z" && item.date_modified == "1970-01-02T01:00:00Z")
        #expect(item.authors?.map(\.name) == ["Ann Lee", "Bo Li"] && item.tags == ["a & b", "“c”"])
        #expect(item.content_text == "One ]]> & two.\n\nThree." && item.language == "en")
        #expect(!String(decoding: data, as: UTF8.self).contains(":null,\"summary\""))
        let bare = try #require(feed.items.last)
        #expect(bare.url == nil && bare.authors == nil && bare.date_published == nil && bare.id.hasPrefix("urn:uuid:"))
        let empty = try JSONDecoder().decode(JSONFeed.self, from: Data(bytes(.jsonfeed, of: [])))
        #expect(empty.items.isEmpty)
    }

    @Test("Where a date is missing the next best is taken: changed, published, captured, archived")
    func dates() throws {
        var articles = (0..<4).map { number in
            var article = Article()
            article.paragraphs = ["number \(number)"]
            return article
        }
        articles[0].modified = Self.time(400)
        articles[1].published = Self.time(300)
        articles[1].captured = Self.time(900)
        articles[2].captured = Self.time(200)
        let before = Date()
        let feed = try AtomFeed(bytes(.atom, of: articles), in: folder)
        let byTitle = Dictionary(feed.entries.map { ($0.content, $0) }) { first, _ in first }
        #expect(byTitle["number 0"]?.updated == "1970-01-01T00:06:40Z")
        #expect(byTitle["number 1"]?.updated == "1970-01-01T00:05:00Z")
        #expect(byTitle["number 2"]?.updated == "1970-01-01T00:03:20Z")
        #expect(byTitle.values.compactMap(\.published) == ["1970-01-01T00:05:00Z"])
        let archived = try #require(byTitle["number 3"].flatMap { Instant(rfc3339: $0.updated) })
        #expect(abs(archived.seconds - Int64(before.timeIntervalSince1970)) < 600)
        #expect(feed.updated == byTitle["number 3"]?.updated)
        #expect(try AtomFeed(bytes(.atom, of: []), in: folder).updated == Self.now.description)
    }

    @Test("An entry keeps its id when its article changes, and two articles have two")
    func identity() throws {
        var article = Article()
        article.paragraphs = ["storm"]
        let test = try TestArchive([article, Self.whole])
        var other = Article()
        other.paragraphs = ["storm and more"]
        try test.add([other])
        func ids() throws -> [String] {
            try ArticleSearch(test.archive).answer(SearchRequest(ParsedQuery(""), order: .oldest)).hits.map {
                FeedEntry($0, now: Self.now).id
            }
        }
        let before = try ids()
        #expect(Set(before).count == 3)
        article.paragraphs = ["storm, corrected"]
        article.headline = "New headline"
        article.headlineOrigin = .capture
        try test.replace(ArticleID(1), with: article)
        #expect(try ids() == before)
        let uuid = /urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(before.allSatisfy { $0.hasPrefix("https:") || $0.wholeMatch(of: uuid) != nil })
    }

    @Test("Whoever stands for the author is the byline's, else the outlet; what is no address of the web is no link")
    func authorsAndLinks() throws {
        func entry(_ change: (inout Article) -> Void) throws -> AtomFeed.Entry {
            var article = Article()
            article.headline = "x"
            change(&article)
            article.headlineOrigin = article.headline == nil ? nil : .capture
            return try #require(try AtomFeed(bytes(.atom, of: [article]), in: folder).entries.first)
        }
        #expect(try entry { $0.byline = "The desk" }.authors == ["The desk"])
        #expect(try entry { $0.outlet = "Harbor Times" }.authors == ["Harbor Times"])
        #expect(try entry { _ in }.authors == [])
        #expect(try entry { $0.url = "javascript:alert(1)" }.link == nil)
        #expect(try entry { $0.url = "www.example.com/a" }.link == "https://example.com/a")
        #expect(try entry { $0.language = "x\"y" }.lang == nil)
        #expect(try entry { _ in }.content == "x")
        #expect(try entry { $0.headline = nil }.title == "(no text)")
        #expect(try entry { ($0.headline, $0.lead) = (nil, "It began.") }.title == "It began.")
    }

    @Test("Any text reads back as it is, but for characters that XML does not allow")
    func escaping() throws {
        var hostile = HostileText(seed: 11)
        let texts =
            [
                "\u{0}\u{8}\u{B}\u{1F}\u{7F}\u{9F}\u{FFFE}\u{FFFF}\u{1FFFF}", "a\r\nb\tc\n", "]]>&amp;<!--",
                "\u{85}\u{2028}",
            ]
            + (0..<(runsFullTests ? 20_000 : 300)).map { _ in hostile.next() }
        var bytes = Array("<list>".utf8)
        for text in texts { bytes += "<x a=\"\(FeedWriter.escaped(text))\">\(FeedWriter.escaped(text))</x>\n".utf8 }
        try Data(bytes + Array("</list>".utf8)).write(to: folder.url.appending(path: "list.xml"))
        let program = """
            import json, sys
            from xml.etree import ElementTree
            print(json.dumps([[node.text or '', node.get('a')] for node in ElementTree.parse(sys.argv[1]).getroot()]))
            """
        let read = try JSONDecoder().decode(
            [[String]].self, from: Data(Python.run(program, folder.path("list.xml")).utf8))
        #expect(read.count == texts.count)
        for (text, found) in zip(texts, read) {
            let expected = String(
                String.UnicodeScalarView(
                    text.unicodeScalars.map { scalar in
                        let isControl = scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)
                        let isOther = scalar.value >= 0x7F && scalar.value < 0xA0 && scalar.value != 0x85
                        let isNone = scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
                        return isControl || isOther || isNone ? "\u{FFFD}" : scalar
                    }))
            #expect(found.map { Array($0.unicodeScalars) } == [expected, expected].map { Array($0.unicodeScalars) })
        }
    }
}
