import NewsModel
import Testing

@testable import NewsIngest

/// What a stream gives, in order.
func found(in stream: any CaptureStream) -> [FoundCapture] {
    var all: [FoundCapture] = []
    while let found = stream.next() { all.append(found) }
    return all
}

/// The captures of a stream.
func captures(in stream: any CaptureStream) -> [Capture] {
    found(in: stream).compactMap { if case .capture(let capture) = $0 { capture } else { nil } }
}

/// The places and reasons of what a stream rejects.
func rejections(in stream: any CaptureStream) -> [String] {
    found(in: stream).compactMap { found in
        guard case .rejected(let rejection) = found else { return nil }
        return (rejection.position.map { $0 + ": " } ?? "") + rejection.reason
    }
}

private func stream(_ text: String, hints: CaptureHints = .init()) -> FeedStream {
    FeedStream(MemorySource(Array(text.utf8)), path: "feed.xml", hints: hints)
}

private let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><title>Harbor Times</title><link>https://harbortimes.example/</link><language>en-us</language>
    <image><title>Logo</title><link>https://harbortimes.example/logo</link></image>
    <item><title>Ferry &amp;amp; Tide: Line Reopens</title><link>/news/ferry</link>
    <dc:creator>Ida Brandt</dc:creator><pubDate>Mon, 12 Oct 2020 18:05:00 +0200</pubDate>
    <category>ferries</category><category>Port Alder</category><slash:comments>4</slash:comments>
    <description>The line reopens after eleven years.</description>
    <c:encoded><![CDATA[<p>The first ferry left Port Alder* on Monday.</p><ul><li>Cars</li><li>Bikes</li></ul>
    <p>Nobody waved.</p><p>* Port Alder is a town on the northern coast.</p><script>track()</script>]]></c:encoded>
    <atom:link rel="related" href="/news/tide" title="The Tide Does Not Vote"/></item>
    <item><title>Swans</title><link>https://harbortimes.example/swans</link><description>Seven swans.</description></item>
    </channel></rss>
    """

@Test("An entry of RSS becomes an article with every field")
func rssEntry() throws {
    let captures = captures(in: stream(rss))
    #expect(captures.map(\.position) == ["entry 1", "entry 2"])
    let first = try #require(captures.first)
    #expect(String(decoding: first.bytes, as: UTF8.self).hasPrefix("<item><title>Ferry"))
    #expect(String(decoding: first.bytes, as: UTF8.self).hasSuffix("</item>"))
    let reading = try CaptureReader().read(first)
    let article = reading.article
    #expect(article.headline == "Ferry & Tide: Line Reopens")
    #expect(article.headlineOrigin == .metadata)
    #expect(article.url == "https://harbortimes.example/news/ferry")
    #expect(article.outlet == "Harbor Times")
    #expect(article.language == "en")
    #expect(article.languageSource == .metadata)
    #expect(article.authors == ["Ida Brandt"])
    #expect(article.published?.instant.description == "2020-10-12T16:05:00Z")
    #expect(article.published?.zone == .printed)
    #expect(article.tags == ["ferries", "Port Alder"])
    #expect(article.standfirst == "The line reopens after eleven years.")
    #expect(
        article.paragraphs
            == ["The first ferry left Port Alder* on Monday.", "• Cars\n• Bikes", "Nobody waved."])
    #expect(article.footnotes.map(\.text) == ["Port Alder is a town on the northern coast."])
    #expect(
        article.relatedHeadlines
            == [RelatedHeadline(headline: "The Tide Does Not Vote", url: "https://harbortimes.example/news/tide")])
    #expect(article.kind == .article)
    #expect(reading.dropped.map(\.text) == ["slash:comments: 4"])
    #expect(reading.sources["headline"] == "feed title")
}

@Test("An entry with a description alone is a summary")
func summaryEntry() throws {
    let reading = try CaptureReader().read(try #require(captures(in: stream(rss)).last))
    #expect(reading.article.kind == .summary)
    #expect(reading.article.paragraphs == ["Seven swans."])
}

@Test("An entry of Atom takes base, language and author from its feed")
func atomEntry() throws {
    let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://harbortimes.example/de/" xml:lang="de">
        <title>Harbor Times</title><author><name>Otto Brandt</name></author>
        <entry><title type="html">Die &lt;b&gt;Fähre&lt;/b&gt;</title><link href="faehre.html"/>
        <published>2020-10-12T18:05:00+02:00</published><updated>2020-10-13</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Fähre fährt.</p><p>Wieder.</p></div>
        </content></entry></feed>
        """
    let article = try CaptureReader().read(try #require(captures(in: stream(atom)).first)).article
    #expect(article.headline == "Die Fähre")
    #expect(article.url == "https://harbortimes.example/de/faehre.html")
    #expect(article.language == "de")
    #expect(article.authors == ["Otto Brandt"])
    #expect(article.published?.instant.description == "2020-10-12T16:05:00Z")
    #expect(article.modified?.precision == .day)
    #expect(article.paragraphs == ["Die Fähre fährt.", "Wieder."])
}

@Test("A feed that is cut off gives what there is, and says so")
func cutOffFeed() {
    let text = "<rss><channel><item><title>One</title></item><item><title>Two</title><description>Half a sen"
    #expect(captures(in: stream(text)).count == 2)
    #expect(rejections(in: stream(text)).count == 1)
    #expect(rejections(in: stream(text)).first?.hasPrefix("entry 2: the feed ends in the middle") == true)
}

@Test("A feed without entries is rejected")
func emptyFeed() {
    #expect(rejections(in: stream("<rss><channel><title>Empty</title></channel></rss>")).count == 1)
}

@Test("The address that a feed was read from is not that of its entries")
func feedAddress() throws {
    let text = "<rss><channel><item><title>One</title><link>/one</link></item></channel></rss>"
    let hints = CaptureHints(url: "https://harbortimes.example/feed.xml")
    let capture = try #require(captures(in: stream(text, hints: hints)).first)
    #expect(try CaptureReader().read(capture).article.url == "https://harbortimes.example/one")
}

@Test("Entities of a document stand for one level of text only")
func multiplyingEntities() throws {
    let text = """
        <!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>
        <rss><channel><item><title>&a; &b;</title></item></channel></rss>
        """
    let capture = try #require(captures(in: stream(text)).first)
    #expect(try CaptureReader().read(capture).article.headline == "lol &a;&a;&a;&a;")
}

@Test(
    "Feeds are recognized by their root element",
    arguments: [
        ("<?xml version='1.0'?><!-- a --><rss>", true), ("<feed xmlns='http://www.w3.org/2005/Atom'>", true),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", true), ("<CHANNEL HREF='https://harbortimes.example/'>", true),
        ("<html><body><feed>", false), ("Ferry <rss>", false), ("<?xml version='1.0'?><urlset>", false),
    ])
func recognizedFeeds(text: String, isFeed: Bool) {
    #expect(FeedStream.recognizes(Array(text.utf8)) == isFeed)
}

@Test(
    "The title of a feed names the outlet only where it can",
    arguments: [
        ("Harbor Times", "https://harbortimes.example/a", "Harbor Times"),
        ("World news | Harbor Times", "https://www.harbortimes.example/a", "Harbor Times"),
        ("HT > World", "https://harbortimes.example/a", nil),
        ("Latest headlines", nil, nil), ("Harbor Times", nil, "Harbor Times"),
    ])
func outletOfFeed(title: String, address: String?, outlet: String?) {
    #expect(FeedOutlet.name(in: title, address: address) == outlet)
}
