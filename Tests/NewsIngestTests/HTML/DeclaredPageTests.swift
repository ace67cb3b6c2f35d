import NewsIngest
import NewsModel
import Testing

@Suite("A known outlet's HTML and text give the same article")
struct DeclaredPageTests {
    @Test("Text and page of one story differ in nothing that the story says")
    func sameArticle() throws {
        let page = try Fixture("sputnik/ferry-line-page.html").reading()
        let text = try Fixture("sputnik/ferry-line.txt").reading()
        #expect(page.layout == "sputnik-en" && text.layout == "sputnik-en")
        let (html, plain) = (page.article, text.article)
        #expect(html.headline == plain.headline && html.standfirst == plain.standfirst)
        #expect(html.outlet == plain.outlet && html.section == plain.section && html.storyline == plain.storyline)
        #expect(html.paragraphs == plain.paragraphs && html.dateline == plain.dateline)
        #expect(html.captions == plain.captions)
        #expect(html.tags == plain.tags)
        #expect(html.relatedHeadlines.map(\.headline) == plain.relatedHeadlines.map(\.headline))
        #expect(html.published?.instant == plain.published?.instant)
        #expect(html.modified?.instant == plain.modified?.instant)
        #expect(html.kind == plain.kind && html.language == plain.language)
    }

    @Test("Related headlines of a page keep their addresses")
    func addresses() throws {
        let article = try Fixture("sputnik/ferry-line-page.html").reading().article
        #expect(
            article.relatedHeadlines.map(\.url) == [
                "https://sputniknews.com/europe/201802101060001111-winter-swimmers/",
                "https://sputniknews.com/europe/201801091060002222-sleeping-cars/",
                "https://sputniknews.com/europe/201802201060010000-sundholm-school-pupils/",
            ])
    }

    @Test("A page of another form is read as that of any outlet, with a note")
    func unknownForm() throws {
        let story = (1...4).map {
            "<p>Paragraph \($0) of a story that is long enough to be one, on the ferry to Sundholm and its piers.</p>"
        }
        let page = "<html><body><h1>A headline of a story</h1><div class=story>\(story.joined())</div></body></html>"
        let capture = Capture(
            bytes: Array(page.utf8), path: "page.html", format: .html,
            hints: CaptureHints(url: "https://sputniknews.com/europe/201802261060012345-ferry/"))
        let reading = try CaptureReader().read(capture)
        #expect(reading.layout == "general")
        #expect(reading.article.paragraphs.count == 4)
        #expect(reading.notes.contains { $0.contains("sputnik-en") })
    }
}
