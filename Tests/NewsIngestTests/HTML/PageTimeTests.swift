import NewsModel
import NewsText
import Testing

@testable import NewsIngest

@Suite("Metadata of pages: times")
struct PageTimeTests {
    private static let plain = "https://harbor-times.example/story"

    @Test(
        "The time of publication is read from the most trusted source that states one",
        arguments: [
            (
                page(data: #"{"@type": "NewsArticle", "datePublished": "2020-10-12T08:00:00Z"}"#), plain,
                "2020-10-12T08:00:00Z", "JSON-LD datePublished"
            ),
            (
                page(data: #"{"@type": "NewsArticle", "datePublished": {"@type": "Date", "@value": "2020-10-12"}}"#),
                plain, "2020-10-12T00:00:00Z", "JSON-LD datePublished"
            ),
            (
                page(data: #"{"@type": "NewsArticle", "datePublished": 1602489600}"#), plain, "2020-10-12T08:00:00Z",
                "JSON-LD datePublished"
            ),
            (
                page(
                    data: #"{"@type": "WebPage", "datePublished": "2020-10-12"} {"@type": "Article", "headline": "x"}"#),
                plain, "2020-10-12T00:00:00Z", "JSON-LD datePublished"
            ),
            (
                "<meta property='article:published_time' content='2020-10-12 08:00:00 +0200'>", plain,
                "2020-10-12T06:00:00Z", "meta article:published_time"
            ),
            (
                "<meta name='DC.date.issued' content='20201012T080000Z'>", plain, "2020-10-12T08:00:00Z",
                "meta dc.date.issued"
            ),
            (
                "<span itemprop='datePublished' content='2020-10-12'>yesterday</span>", plain, "2020-10-12T00:00:00Z",
                "microdata datePublished"
            ),
            ("<h1>x</h1><time datetime='2020-10-12T08:00'>Monday</time>", plain, "2020-10-12T08:00:00Z", "time"),
            (
                "<time class='updated' datetime='2020-10-14'></time><time class='entry-date' datetime='2020-10-12'></time>",
                plain, "2020-10-12T00:00:00Z", "time"
            ),
            (
                "<time datetime='2020-10-11'></time><div class='article-date'><time datetime='2020-10-12'></time></div>",
                plain, "2020-10-12T00:00:00Z", "time"
            ),
            (
                "<aside><time datetime='2020-10-14'></time></aside><p>x",
                "https://harbor-times.example/2020/10/12/story", "2020-10-12T00:00:00Z", "address"
            ),
            (
                "<title>Storm Closes Port | Harbor Times | 12.10.2020</title><h1>Storm Closes Port</h1>", plain,
                "2020-10-12T00:00:00Z", "title"
            ),
            (
                "<h1>x</h1><p class='entry-date'>12 October 2020</p>", plain, "2020-10-12T00:00:00Z",
                "text marked as a date"
            ),
            (
                "<h1>x</h1><div>Port Alder, 12. Oktober 2020</div>", plain, "2020-10-12T00:00:00Z",
                "text beside the headline"
            ),
            (
                page(data: #"{"@type": "NewsArticle", "dateCreated": "2020-10-12"}"#), plain, "2020-10-12T00:00:00Z",
                "JSON-LD dateCreated"
            ),
        ])
    func published(html: String, address: String, expected: String, source: String) throws {
        let found = try #require(try metadata(html, at: address).published)
        #expect(found.value.instant.description == expected)
        #expect(found.source == source)
    }

    @Test(
        "No time is invented for a page that states none",
        arguments: [
            "<h1>x</h1><p>On 12 October 2020 the storm closed the port for eleven days.</p>",
            "<h1>x</h1><a href='/other'><h2>Other story</h2><span class='date'>12 October 2020</span></a>",
            "<h1>x</h1><div class='related-card'><time datetime='2020-10-12'></time></div>",
            "<h1>x</h1><table><tr><th>Founded</th><td><span>12 October 2020</span></td></tr></table>",
            "<h1>x</h1><p class='updated'>12 October 2020</p>",
            page(data: #"{"@type": "NewsArticle", "dateModified": "2020-10-12"}"#),
            page(data: #"{"@type": "NewsArticle", "datePublished": "1970-01-01T00:00:00Z"}"#),
            page(data: #"{"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00"}"#),
            page(data: #"{"@type": "Event", "datePublished": "2020-10-12"}"#),
            "<meta name='date' content='today'><footer><time datetime='2020-10-12'></time></footer>",
        ])
    func nothingInvented(html: String) throws {
        #expect(try metadata(html, at: Self.plain).published == nil)
    }

    @Test("Precision, zone and source are those of the statement")
    func precision() throws {
        let printed = try #require(
            try metadata("<h1>x</h1><div>12 October 2020, 08:00</div>", at: Self.plain).published)
        #expect(
            printed.value
                == PrintedTime(
                    Instant(seconds: 1_602_489_600), precision: .minute, zone: .assumed, source: .page))
        let address = try #require(try metadata("<p>x", at: "https://harbor-times.example/2020/10/12/story").published)
        #expect(address.value.source == .url)
        #expect(address.value.precision == .day)
    }

    @Test(
        "Americans write the month first, others the day",
        arguments: [
            ("en-US", "2020-03-04T00:00:00Z"), ("en-GB", "2020-04-03T00:00:00Z"), ("it", "2020-04-03T00:00:00Z"),
        ])
    func order(language: String, expected: String) throws {
        let html = "<html lang='\(language)'><meta name='date' content='03/04/2020'>"
        #expect(try metadata(html, at: Self.plain).published?.value.instant.description == expected)
    }

    @Test("When it was changed is kept apart")
    func modified() throws {
        let html = "<meta property='article:modified_time' content='2020-10-13T09:00:00Z'>"
        let found = try metadata(html, at: Self.plain)
        #expect(found.published == nil)
        #expect(found.modified?.value.instant.description == "2020-10-13T09:00:00Z")
        #expect(found.modified?.source == "meta article:modified_time")
    }
}
