import NewsModel
import NewsText
import Testing

@testable import NewsIngest

/// The metadata of a page at `address`.
func metadata(_ html: String, at address: String? = "https://harbor-times.example/world/storm-closes-port-1") throws
    -> PageMetadata
{
    PageMetadata.read(try HTMLParser.tree(of: html).tree, address: address.flatMap { WebAddress($0) })
}

/// A page with `data` as its JSON-LD and `body` as its body.
func page(data: String, body: String = "") -> String {
    "<script type='application/ld+json'>\(data)</script><body>\(body)"
}

@Suite("Metadata of pages: headline and structured data")
struct PageMetadataTests {
    // MARK: Headline

    @Test(
        "The headline is what most sources say, without the names of site and section",
        arguments: [
            ("<title>Storm Closes Port</title>", "Storm Closes Port", "title"),
            ("<title>Storm Closes Port | Harbor Times</title>", "Storm Closes Port", "title"),
            (
                "<title>Harbor Times: Storm - Closes Port - harbor-times.example</title>",
                "Harbor Times: Storm - Closes Port", "title"
            ),
            (
                "<meta property='og:site_name' content='Harbor Times'><title>Storm Closes Port – World – Harbor Times</title>",
                "Storm Closes Port – World", "title"
            ),
            ("<title>Storm Closes Port - World - News</title><h1>Storm Closes Port</h1>", "Storm Closes Port", "h1"),
            ("<title>Harbor Times | Storm Closes Port</title>", "Storm Closes Port", "title"),
            // Two sources outvote an h1.
            (
                """
                <meta property='og:title' content='Storm Closes Port'><title>Storm Closes Port</title><h1>Live</h1>
                """, "Storm Closes Port", "meta og:title"
            ),
            // An h1 stands against a single other source.
            (
                "<meta property='og:title' content='Why the Port Is Shut'><h1>Storm Closes Port</h1>",
                "Storm Closes Port", "h1"
            ),
            // An h1 that has nothing in common with the other titles is that of a box.
            ("<title>Storm Closes Port</title><h1>Readers' Letters</h1>", "Storm Closes Port", "title"),
            // Of the same words, the form that most sources have.
            (
                """
                <meta property='og:title' content='Harbor: Storm closes port'><title>Harbor: Storm closes port</title>
                <h1><span>Harbor</span> <span>Storm closes port</span></h1>
                """, "Harbor: Storm closes port", "meta og:title"
            ),
            // An h1 that names or links the site is none.
            ("<h1>Harbor Times</h1><h1>Storm Closes Port</h1><title>x</title>", "Storm Closes Port", "h1"),
            ("<h1><a href='/'>The Paper</a></h1><h1>Storm Closes Port</h1>", "Storm Closes Port", "h1"),
            (
                "<meta property='og:title' content='Tide &amp;amp; Storm &lt;b&gt;Close&lt;/b&gt; Port'>",
                "Tide & Storm Close Port", "meta og:title"
            ),
        ])
    func headline(html: String, expected: String, source: String) throws {
        let found = try metadata(html).headline
        #expect(found == Sourced(value: expected, source: source))
    }

    @Test("A page without a title has no headline")
    func noHeadline() throws {
        #expect(try metadata("<p>Text").headline == nil)
        #expect(try metadata("").headline == nil)
    }

    @Test("Every title is there for lines that repeat one, and whether the headline is printed")
    func titles() throws {
        let html = """
            <title>Storm closes port | Harbor Times</title><meta property="og:title" content="Storm shuts the port">
            <h1>Storm closes port</h1><meta name="description" content="Ferries stay in."><meta property="og:description" content="Ferries stay in.">
            """
        let found = try metadata(html)
        #expect(found.titles == ["Storm closes port", "Storm shuts the port"])
        #expect(found.titleKeys == ["storm closes port", "storm shuts the port"])
        #expect(found.descriptions == ["Ferries stay in."])
        #expect(found.isHeadlinePrinted)
        #expect(try !metadata("<title>Storm closes port</title>").isHeadlinePrinted)
    }

    // MARK: JSON-LD

    @Test(
        "The story is the one at the page's address, not one of those beside it",
        arguments: [
            #"[{"@type": "NewsArticle", "headline": "Other", "url": "/x"}, {"@type": "NewsArticle", "headline": "Own", "url": "https://harbor-times.example/world/storm-closes-port-1"}]"#,
            #"{"@graph": [{"@type": "WebPage", "name": "Site"}, {"@type": ["Thing", "NewsArticle"], "headline": "Own"}]}"#,
            #"{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "headline": "Other", "author": "x", "datePublished": "2020-01-01"}]} {"@type": "ReportageNewsArticle", "headline": "Own"}"#,
            #"{"@type": "WebPage", "mainEntity": {"@type": "https://schema.org/Article", "headline": "Own"}}"#,
            #"{"@type": "NewsArticle", "headline": ["Own", "Second"], "mentions": [{"@type": "NewsArticle", "headline": "Other", "url": "https://harbor-times.example/world/storm-closes-port-1"}]}"#,
            #"{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;Own&quot;}"#,
            #"{"@type": "JobPosting", "headline": "Other"} {"@type": "BlogPosting", "headline": "Own"}"#,
        ])
    func story(data: String) throws {
        #expect(try metadata(page(data: data)).headline == Sourced(value: "Own", source: "JSON-LD headline"))
    }

    @Test("Fields of JSON-LD are read with references, entities and tags resolved")
    func fields() throws {
        let found = try metadata(
            page(
                data: """
                    {"@graph": [
                      {"@type": "NewsArticle", "headline": "Sturm &uuml;ber &lt;i&gt;Aldmark&lt;/i&gt;",
                       "datePublished": "2020-10-12T08:00:00+02:00", "dateModified": "2020-10-13",
                       "author": [{"@id": "#ida"}, {"name": ["Samuel Okoro"]}], "articleSection": ["World", "Europe"],
                       "keywords": "storm, ferries", "inLanguage": "de-AT", "isAccessibleForFree": "False",
                       "articleBody": "First.\\n<p>Second &amp; third.</p>Fourth …",
                       "publisher": {"@id": "#house"}, "description": "Ferries stay in."},
                      {"@type": "Person", "@id": "#ida", "name": "Ida Brandt"},
                      {"@type": "Organization", "@id": "#house", "name": "Harbor Times"}]}
                    """))
        #expect(found.headline?.value == "Sturm über Aldmark")
        #expect(found.published?.value.instant.description == "2020-10-12T06:00:00Z")
        #expect(found.published?.value.zone == .printed)
        #expect(found.modified?.value.precision == .day)
        #expect(found.authors?.value == ["Ida Brandt", "Samuel Okoro"])
        #expect(found.section == Sourced(value: "World", source: "JSON-LD articleSection"))
        #expect(found.tags?.value == ["storm", "ferries"])
        #expect(found.language == Sourced(value: "de", source: "JSON-LD inLanguage"))
        #expect(found.outlet == Sourced(value: "Harbor Times", source: "JSON-LD publisher"))
        #expect(found.body?.value.split(separator: "\n") == ["First.", "Second & third.", "Fourth …"])
        #expect(found.isBodyCut)
        #expect(found.kind == [.story, .paid])
        #expect(found.descriptions == ["Ferries stay in."])
    }

    // MARK: Address, language, outlet, kind

    @Test(
        "The page's own address is one that this page can have",
        arguments: [
            (
                "<link rel='canonical' href='https://www.harbor-times.example/world/storm-closes-port-1'>",
                "https://www.harbor-times.example/world/storm-closes-port-1"
            ),
            (
                "<link rel='canonical' href='/world/storm-closes-port-1'>",
                "https://harbor-times.example/world/storm-closes-port-1"
            ),
            (
                "<link rel='alternate canonical' href='//amp.harbor-times.example/a/b'>",
                "https://amp.harbor-times.example/a/b"
            ),
            ("<link rel='canonical' href='https://harbor-times.example/'>", nil),
            ("<link rel='canonical' href='https://harbor-times.example/world'>", nil),
            ("<link rel='canonical' href='https://elsewhere.example/world/storm-closes-port-1'>", nil),
            (
                "<link rel='canonical' href='https://harbor-times.example/'><meta property='og:url' content='https://harbor-times.example/s/1'>",
                "https://harbor-times.example/s/1"
            ),
            ("<link rel='canonical' href='not an address'>", nil),
        ])
    func canonical(html: String, expected: String?) throws {
        #expect(try metadata(html).canonical?.value == expected)
    }

    @Test("A copy kept by an archive has the address of the page itself; without a hint any whole address will do")
    func copies() throws {
        let html = "<link rel='canonical' href='https://harbor-times.example/world/storm'>"
        let copy = "https://web.archive.org/web/20201012080000/https://harbor-times.example/world/storm?utm_source=x"
        #expect(try metadata(html, at: copy).canonical?.value == "https://harbor-times.example/world/storm")
        #expect(try metadata(html, at: nil).canonical?.value == "https://harbor-times.example/world/storm")
    }

    @Test(
        "The language is the declared one, and none where declarations contradict each other",
        arguments: [
            ("<html lang='de-AT'>", "de", false), ("<html lang='pt_BR'>", "pt", false),
            ("<html lang='nb-NO'>", "no", false),
            ("<meta property='og:locale' content='fr_FR'>", "fr", false),
            ("<meta http-equiv='content-language' content='cs'>", "cs", false),
            ("<html lang='en'><meta property='og:locale' content='th_TH'>", nil, true),
            (
                "<html lang='en'><meta property='og:locale' content='th_TH'><meta name='language' content='th'>", "th",
                false
            ),
            ("<html lang='x-default'>", nil, false), ("<html>", nil, false),
        ])
    func language(html: String, expected: String?, isNoted: Bool) throws {
        let found = try metadata(html)
        #expect(found.language?.value == expected)
        #expect(found.notes.contains { $0.contains("several languages") } == isNoted)
    }

    @Test(
        "What sort of page it is, is told as far as the page says",
        arguments: [
            (#"{"@type": "LiveBlogPosting", "headline": "x"}"#, "", PageKind([.story, .live])),
            (#"{"@type": "VideoObject", "name": "x"}"#, "", PageKind.video),
            (#"{"@type": "NewsArticle", "headline": "x", "video": {"@type": "VideoObject"}}"#, "", PageKind.story),
            (#"{"@type": "ImageGallery", "name": "x"}"#, "", PageKind.gallery),
            (#"{"@type": "CollectionPage", "name": "x"}"#, "", PageKind.index),
            ("{}", "<meta property='og:type' content='video.other'>", PageKind.video),
            ("{}", "<meta property='og:type' content='article'>", PageKind.story),
            (#"{"@type": "NewsArticle", "isAccessibleForFree": false}"#, "", PageKind([.story, .paid])),
            ("{}", "", PageKind()),
        ])
    func kind(data: String, head: String, expected: PageKind) throws {
        #expect(try metadata(head + page(data: data)).kind == expected)
    }

    @Test(
        "The outlet goes by its name, the section by what is printed",
        arguments: [
            ("<meta property='og:site_name' content='Harbor Times – News from the Coast'>", "Harbor Times", nil),
            ("<meta property='og:site_name' content='Coast - Today'>", "Coast - Today", nil),
            (
                "<meta name='application-name' content='HT'><meta property='article:section' content='World'>", "HT",
                "World"
            ),
            ("<meta property='article:section' content='/world/europe'>", nil, nil),
            ("<meta property='article:section' content='undefined'>", nil, nil),
            ("<meta name='prism.section' content='World'>", nil, "World"),
            (
                """
                <script type='application/ld+json'>{"@type": "Article", "headline": "Storm closes port", "articleSection": ["Democrats"]}</script>
                <script type='application/ld+json'>{"@type": "BlogPosting", "headline": "Storm closes port"}</script>
                """, nil, "Democrats"
            ),
            (
                """
                <ol class='breadcrumbs'><li><a href='/world'>World</a></li><li><a href='#content' aria-current='page'>This article</a></li></ol>
                """, nil, "World"
            ),
            ("<button><span>Travel</span></button>", nil, nil),
        ])
    func names(html: String, outlet: String?, section: String?) throws {
        let found = try metadata(html)
        #expect(found.outlet?.value == outlet)
        #expect(found.section?.value == section)
    }

    @Test("A site's front page is an index")
    func frontPage() throws {
        #expect(try metadata("<h1>News</h1>", at: "https://harbor-times.example/").kind == .index)
    }

    @Test("Structured data that name another headline or another day are noted")
    func disagreement() throws {
        let data = #"{"@type": "NewsArticle", "headline": "Why the port is shut", "datePublished": "2020-10-12"}"#
        let head = """
            <meta property="og:title" content="Storm closes port"><title>Storm closes port</title>
            <meta property="article:published_time" content="2020-10-20">
            """
        let notes = try metadata(head + page(data: data, body: "<h1>Storm closes port</h1>")).notes
        #expect(
            notes == [
                "the page's headline is 'Storm closes port', JSON-LD says 'Why the port is shut'",
                "JSON-LD datePublished says 2020-10-12, meta article:published_time says 2020-10-20",
            ])
        #expect(try metadata(page(data: data, body: "<h1>Why the Port is Shut</h1>")).notes.isEmpty)
    }
}
