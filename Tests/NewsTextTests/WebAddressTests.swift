import NewsText
import Testing

@Suite("Web addresses")
struct WebAddressTests {
    @Test(
        "One page has one canonical address",
        arguments: [
            ("http://Example.com/", "https://example.com/"),
            ("https://example.com", "https://example.com/"),
            ("  <HTTPS://WWW.Example.com/News/Story>  ", "https://example.com/News/Story"),
            ("http://example.com:80/a/", "https://example.com/a"),
            ("https://example.com:443/a", "https://example.com/a"),
            ("http://example.com:8080/a", "https://example.com:8080/a"),
            ("https://user:secret@example.com/a", "https://example.com/a"),
            ("//example.com/a", "https://example.com/a"),
            ("www.example.com/a", "https://example.com/a"),
            ("https://example.com./a#comments", "https://example.com/a"),
            ("https://example.com/#!/story/12", "https://example.com/#!/story/12"),
            ("https://m.example.com/a", "https://example.com/a"),
            ("https://www.amp.example.co.uk/a/amp/", "https://example.co.uk/a"),
            ("https://amp.dev/a", "https://amp.dev/a"),
            ("https://example.com/a.amp.html", "https://example.com/a.html"),
            ("https://example.com/amp", "https://example.com/amp"),
            ("https://example.com/a/index.html", "https://example.com/a"),
            ("https://example.com/x/../a/./b//c", "https://example.com/a/b//c"),
            ("https://example.com/a?utm_source=x&UTM_Medium=y&fbclid=1&gclid=2", "https://example.com/a"),
            ("https://example.com/a?b=2&a=1&amp;c=3&b=1", "https://example.com/a?a=1&b=2&b=1&c=3"),
            ("https://example.com/?id=5", "https://example.com/?id=5"),
            ("https://example.com/a?ref=rss", "https://example.com/a"),
            ("https://example.com/a?ref=48213", "https://example.com/a?ref=48213"),
            ("https://example.com/%7euser/%c3%a9t%C3%A9/%2F", "https://example.com/~user/%C3%A9t%C3%A9/%2F"),
            ("https://example.com/été/100%", "https://example.com/%C3%A9t%C3%A9/100%25"),
            ("https://web.archive.org/web/20201019172300/http://www.example.com/a?id=3", "https://example.com/a?id=3"),
            ("https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a/amp", "https://example.com/a"),
            ("https://www.google.com/amp/s/www.example.com/a", "https://example.com/a"),
            ("https://Bücher.example/Ä", "https://bücher.example/%C3%84"),
        ])
    func canonical(text: String, expected: String) {
        #expect(WebAddress(text)?.canonical == expected)
    }

    @Test(
        "Canonical addresses are their own canonical addresses",
        arguments: [
            "https://example.com/?b&a=%zz", "http://a.example/..//x/index.html/", "https://example.com/a/amp/amp",
            "https://web.archive.org/web/2020/https://web.archive.org/web/2019/https://m.example.com/?ref=x",
            "https://example.com/#/a b", "http://[2001:db8::1]:8080/x",
        ])
    func canonicalIsStable(text: String) throws {
        let once = try #require(WebAddress(text)?.canonical)
        #expect(WebAddress(once)?.canonical == once)
    }

    @Test(
        "Different pages stay different",
        arguments: [
            ("https://example.com/a?id=1", "https://example.com/a?id=2"),
            ("https://example.com/a", "https://example.com/A"),
            ("https://example.com/a?p=1&p=2", "https://example.com/a?p=2&p=1"),
            ("https://news.example.com/a", "https://sport.example.com/a"),
            ("https://example.com/a%2Fb", "https://example.com/a/b"),
            ("https://example.com/#!1", "https://example.com/#!2"),
            ("https://www2.example.com/a", "https://example.com/a"),
        ])
    func differentPages(one: String, other: String) throws {
        let left = try #require(WebAddress(one))
        let right = try #require(WebAddress(other))
        #expect(left.canonical != right.canonical)
    }

    @Test(
        "What is no web address is refused",
        arguments: [
            "", "example", "ftp://example.com/a", "mailto:a@example.com", "http://", "http:///",
            "https://exa mple.com/",
            "https://nodots/a", "javascript:alert(1)", "http://example.com:99999/", "http://a..b/", "http://.example/",
        ])
    func refused(text: String) {
        #expect(WebAddress(text) == nil)
    }

    @Test(
        "A site, a section and a year's list look like front pages; a story's number does not",
        arguments: [
            ("https://a.example/", true), ("https://a.example/world", true), ("https://a.example/2024", true),
            ("https://a.example/?page=2", true), ("https://a.example/417", false), ("https://a.example/?p=417", false),
            ("https://a.example/world/ferry-late", false), ("https://a.example/storm-closes-the-harbor", false),
        ])
    func frontPages(address: String, isFrontPage: Bool) {
        #expect(WebAddress(address)?.looksLikeFrontPage == isFrontPage)
    }

    @Test("Hosts are lower case and without the prefixes of mirrors")
    func hosts() {
        #expect(WebAddress("https://WWW.News.Example.COM:8080/x")?.host == "news.example.com")
        #expect(WebAddress("http://localhost/x")?.host == "localhost")
    }

    @Test(
        "A date in the path is read",
        arguments: [
            ("https://example.com/military/201511161030163434-some-slug/", 2015, 11, 16),
            ("https://example.com/2015/11/16/slug", 2015, 11, 16),
            ("https://example.com/world/2015/nov/16/slug", 2015, 11, 16),
            ("https://example.com/2015/November/6", 2015, 11, 6),
            ("https://example.com/20151116/slug-1080814560.html", 2015, 11, 16),
            ("https://example.com/news/2015-11-16-slug", 2015, 11, 16),
            ("https://example.com/news/slug-20151116-more", 2015, 11, 16),
            ("https://example.com/slug_2016-02-29.html", 2016, 2, 29),
            ("https://example.com/2015/11/16-slug", 2015, 11, 16),
            ("https://web.archive.org/web/20201019172300/http://example.com/2015/11/16/a", 2015, 11, 16),
        ])
    func dates(text: String, year: Int, month: Int, day: Int) throws {
        let date = try #require(WebAddress(text)?.date)
        #expect(date == (year, month, day))
    }

    @Test(
        "What only looks like a date in the path is none",
        arguments: [
            "https://example.com/201513161030163434-slug/", "https://example.com/2015/02/30/slug",
            "https://example.com/20151116103/slug", "https://example.com/1080814560", "https://example.com/2015/11/",
            "https://example.com/19891116/", "https://example.com/21011116/", "https://example.com/a?d=2015-11-16",
            "https://web.archive.org/web/20201019172300/http://example.com/a", "https://example.com/2015/1116/a",
            "https://example.com/20151116a/", "https://20151116.example.com/",
        ])
    func noDates(text: String) throws {
        let address = try #require(WebAddress(text))
        #expect(address.date == nil)
    }
}
