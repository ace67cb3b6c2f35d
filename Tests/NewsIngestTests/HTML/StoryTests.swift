import NewsModel
import NewsText
import Testing

@testable import NewsIngest

@Suite("The story is found in its page")
struct StoryTests {
    private static let address = "https://harbor-times.example/region/2021/03/05/ferry-line-reopens-12345.html"

    /// Paragraphs of a made-up story.
    private static let story = [
        "The ferry between Port Alder and the island of Sundholm will carry passengers again from Thursday, the shipping company said.",
        "The line was closed eleven years ago, when the old pier was found to be unsafe and no money was there for another one.",
        "Mayor Ida Brandt told reporters at the pier that her grandmother had kept her ticket through all these years, just in case.",
        "The first ship is to leave at six in the morning, and a ticket will cost nine crowns, two more than it did when the line closed.",
    ]

    private static func paragraphs(_ texts: [String] = story) -> String { texts.map { "<p>\($0)</p>" }.joined() }

    private func read(_ body: String, head: String = "", url: String? = address) throws -> CaptureReading {
        let page =
            "<html lang=en><head><title>Ferry Line Reopens | Harbor Times</title>\(head)</head><body>\(body)</body></html>"
        return try CaptureReader().read(
            Capture(bytes: Array(page.utf8), path: "page.html", format: .html, hints: CaptureHints(url: url)))
    }

    /// What may stand around and in a story without being of it.
    static let foreign: [(name: String, markup: String)] = [
        ("navigation", "<nav><ul><li><a href=/a>World news of the day</a><li><a href=/b>Sport</a></ul></nav>"),
        (
            "a menu by class",
            "<div class='main-menu'><a href=/x>Everything on the harbor</a> Some words of a menu. And more.</div>"
        ),
        (
            "a newsletter call",
            "<div class=newsletter-box><p>Sign up for our newsletter and get the harbor's news every morning before breakfast.</p></div>"
        ),
        (
            "consent",
            "<div id=cookie-banner><p>We use cookies to make this site work. You can accept or refuse them at any time you like.</p></div>"
        ),
        (
            "comments",
            "<section class=comments><p>I have waited for this ferry for eleven years and I will be there on Thursday morning!</p></section>"
        ),
        (
            "what is read most",
            "<div class=most-read><h3>Most read</h3><a href=/2021/storm-warning-issued-for-coast>Storm warning issued for the northern coast</a></div>"
        ),
        (
            "hidden text",
            "<div style='display: none'><p>This text is hidden from every reader of the page, for whatever reason it has.</p></div>"
        ),
        (
            "text for one reader",
            "<p class=sr-only>Skip the player and go on with the text of this story about the ferry line.</p>"
        ),
        ("a share bar", "<div class='share-tools'>Share this story with your friends. Facebook. Twitter.</div>"),
        (
            "an advertisement",
            "<div class='ad-container'><p>Buy one umbrella and get another one, only this week at the harbor's umbrella shop.</p></div>"
        ),
        (
            "the page's foot",
            "<footer><p>Harbor Times, 12 Pier Street. All rights reserved. Imprint. Terms of use of this site.</p></footer>"
        ),
        (
            "a form",
            "<form><p>The harbor in your mailbox, each morning, with all that the night has brought to our shores.</p><input type=email></form>"
        ),
        ("a claim of the page's text", "<p>Copyright © 2021 Harbor Times, LLC.</p>"),
        ("a claim of the page's text, by sign", "<p>© 2021 Harbor Times</p>"),
        (
            "the words of an image",
            "<div class=image-widget_x1><span><img src=a.jpg></span><p>The old pier of Sundholm in the last winter, before it was taken down.</p><p>Image: Nils Ahlgren</p></div>"
        ),
        (
            "a box of links",
            "<div><h3>The islands</h3><a href=/2021/a-school-closes-on-the-island>A school closes on the island of Sundholm</a></div>"
        ),
    ]

    @Test("What is foreign to the story is not in its body", arguments: foreign.indices)
    func foreignText(index: Int) throws {
        let markup = Self.foreign[index].markup
        let page = "<main><h1>Ferry Line Reopens</h1><article>\(Self.paragraphs())</article>\(markup)</main>"
        #expect(try read(page).article.paragraphs == Self.story)
        let above = "\(markup)<h1>Ferry Line Reopens</h1><div class=story>\(Self.paragraphs())</div>"
        #expect(try read(above).article.paragraphs == Self.story)
    }

    @Test(
        "A box that holds the story is not left out, whatever it is called",
        arguments: ["paywall", "gallery", "widget ad", "teaser"])
    func protected(name: String) throws {
        let page = "<h1>Ferry Line Reopens</h1><div class='\(name)'>\(Self.paragraphs())</div>"
        #expect(try read(page).article.paragraphs == Self.story)
    }

    @Test(
        "Class names that tell of a size of screen or of what something has say nothing",
        arguments: ["overflow-hidden", "sm:hidden", "has-newsletter", "v-cmp-text"])
    func utilityNames(name: String) throws {
        let parts = Self.story.map { "<div class='\(name)'><p>\($0)</p></div>" }.joined()
        let page = "<h1>Ferry Line Reopens</h1><article>\(parts)</article>"
        #expect(try read(page).article.paragraphs == Self.story)
    }

    @Test("Headings and lists stay text, the items of a list in lines")
    func headingsAndLists() throws {
        let page = """
            <h1>Ferry Line Reopens</h1><article>\(Self.paragraphs())<h2>What a ticket costs</h2>
            <ul><li>Grown-ups pay nine crowns a ride<li>Children pay four crowns a ride</ul>
            <ol start=3><li>Third, the pier was built anew</ol>\(Self.paragraphs(["The company plans two more ships for the coming year, it said, if the islands pay their share."]))</article>
            """
        let article = try read(page).article
        #expect(
            article.paragraphs == Self.story + [
                "What a ticket costs", "• Grown-ups pay nine crowns a ride\n• Children pay four crowns a ride",
                "3. Third, the pier was built anew",
                "The company plans two more ships for the coming year, it said, if the islands pay their share.",
            ])
    }

    @Test(
        "A heading that only begins like the end of a story does not end it",
        arguments: ["The outlook", "Share prices fall", "Author of the bill"])
    func headingsInTheStory(heading: String) throws {
        let last =
            "In the end the islands will have what they asked for, said the mayor, and she bought the first ticket herself."
        let page =
            "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs(Self.story + Self.story.map { $0 + " So it was." }))<h3>\(heading)</h3><p>\(last)</p></article>"
        #expect(try read(page).article.paragraphs.suffix(2) == [heading, last])
    }

    @Test(
        "The line between headline and body is the standfirst",
        arguments: [
            "<p class=standfirst>Eleven years after it closed, the line to the islands is back.</p>",
            "<h2>Eleven years after it closed, the line to the islands is back, with a new pier.</h2>",
            "<p class=lead><b>Eleven years after it closed, the line to the islands is back.</b></p>",
        ])
    func standfirst(markup: String) throws {
        let page =
            "<h1>Ferry Line Reopens</h1>\(markup)<div class=byline>By Jane Doe</div><article>\(Self.paragraphs())</article>"
        let article = try read(page).article
        #expect(article.standfirst?.hasPrefix("Eleven years after it closed, the line to the islands is back") == true)
        #expect(article.paragraphs == Self.story)
    }

    @Test(
        "The headline as printed is no standfirst where the title differs and the description repeats it",
        arguments: [
            ("h1", "The islands: ferry is back at last, after eleven years of waiting", "Ferry Line Reopens"),
            ("h2", "Sundholm: Ferry line to the islands reopens", "Ferry line to the islands reopens"),
            ("h2", "Ferry line to the islands reopens today", "Traffic: Ferry line to the islands reopens today"),
        ])
    func printedHeadline(tag: String, printed: String, title: String) throws {
        let page = """
            <title>\(title)</title><meta name=description content="\(printed)"><header><\(tag)>\(printed)</\(tag)></header>
            <article>\(Self.paragraphs())</article>
            """
        let article = try CaptureReader().read(
            Capture(bytes: Array(page.utf8), path: "a.html", format: .html)
        ).article
        #expect(article.standfirst == nil)
        #expect(article.paragraphs == Self.story)
    }

    @Test(
        "What tells of the writer behind the story is not of it",
        arguments: [
            "Jane Doe is a reporter of the Harbor Times.", "Our reporter Jane Doe has lived on the island since 2012.",
            "Jane Doe (*1958) was a teacher.",
        ])
    func writerNotes(note: String) throws {
        let head = "<meta name=author content='Jane Doe'>"
        let page = "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs(Self.story + [note]))</article>"
        #expect(try read(page, head: head).article.paragraphs == Self.story)
    }

    @Test("The heading of a box of links within the story goes with them, one of the story stays")
    func boxHeadings() throws {
        let link = "<a href=/2021/a-school-closes-on-the-island>A school closes on the island of Sundholm</a>"
        let page = """
            <h1>Ferry Line Reopens</h1><article>\(Self.paragraphs(Array(Self.story.prefix(2))))<div><h3>On the islands</h3>
            <ul><li>\(link)</li></ul></div><h3>A new pier</h3><ul><li>\(link)</li></ul>\(Self.paragraphs(Array(Self.story.suffix(2))))</article>
            """
        #expect(
            try read(page).article.paragraphs == Self.story.prefix(2) + ["A new pier"] + Self.story.suffix(2))
    }

    @Test("The words of an image are one caption, whatever holds them")
    func imageBox() throws {
        let box = "<div class=image-widget><img src=a.jpg><p>The pier of Sundholm</p><p>Image: Nils Ahlgren</p></div>"
        let page =
            "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs())\(box)\(Self.paragraphs(["The company plans two more ships for the coming year, it said, if the islands pay their share."]))</article>"
        let article = try read(page).article
        #expect(article.captions == ["The pier of Sundholm Image: Nils Ahlgren"])
        #expect(article.paragraphs.count == 5)
    }

    @Test("A caption and its credit are one, apart from the body")
    func captions() throws {
        let page = """
            <h1>Ferry Line Reopens</h1><article><figure><img src=a.jpg alt=""><figcaption>The pier of Sundholm
            <span class=credit>© Nils Ahlgren</span></figcaption></figure>\(Self.paragraphs())
            <figure><blockquote>Not a caption but a quote</blockquote><figcaption>Ida Brandt, mayor</figcaption></figure></article>
            """
        let article = try read(page).article
        #expect(article.captions == ["The pier of Sundholm © Nils Ahlgren"])
        #expect(article.paragraphs.prefix(4) == Self.story[...])
    }

    @Test("The text that structured data repeat decides what is of the story")
    func repeatedBody() throws {
        let extra =
            "An overview of all our stories on the islands can be found in the archive, which is open to all readers."
        let body = Self.story.joined(separator: "\\n")
        let head =
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry Line Reopens","articleBody":"\#(body)"}</script>"#
        let page =
            "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs(Array(Self.story.prefix(2)) + [extra] + Array(Self.story.suffix(2))))</article>"
        #expect(try read(page, head: head).article.paragraphs == Self.story)
    }

    @Test("Addresses behind the same label are text of the story")
    func labelledAddresses() throws {
        let label = "When it is open can be read there:"
        let addresses = ["harbor-museum.example", "sundholm-lighthouse.example"]
        let visits = addresses.map { "<p>\(label) <a href=https://\($0)/>\($0)</a></p>" }.joined()
        let page =
            "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs())\(visits)\(Self.paragraphs(Self.story.map { $0 + " So it was." }))</article>"
        let paragraphs = try read(page).article.paragraphs
        #expect(addresses.allSatisfy { paragraphs.contains("\(label) \($0)") })
    }

    @Test("A label of links is not of the story, though structured data repeat it")
    func repeatedLabel() throws {
        let label = "More on this in our weekly overview of the islands:"
        let texts = Self.story.prefix(3) + [label] + Self.story.suffix(1)
        let head =
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry Line Reopens","articleBody":"\#(texts.joined(separator: "\\n"))"}</script>"#
        let page = "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs(Array(texts)))</article>"
        #expect(try read(page, head: head).article.paragraphs == Self.story)
    }

    @Test("Raised signs and starred lines are footnotes with their references")
    func footnotes() throws {
        var texts = Self.story
        texts[0] += "<sup><a href='#fn1'>1</a></sup>"
        texts[1] = texts[1].replacing("money", with: "money*")
        let page = """
            <h1>Ferry Line Reopens</h1><article>\(Self.paragraphs(texts))<p>*The money of the islands' own fund for harbors and piers.</p>
            <ol class=notes><li id=fn1>1. The company was founded in 1951. <a href="#r1">↩</a></ol></article>
            """
        let article = try read(page).article
        #expect(article.paragraphs.count == 4)
        #expect(article.paragraphs.first?.hasSuffix("said.[1]") == true)
        #expect(article.footnotes.map(\.marker) == ["[1]", "*"])
        #expect(article.footnotes.first?.text == "The company was founded in 1951.")
        #expect(
            article.footnotes.first?.references == [
                FootnoteReference(paragraph: 1, offset: Self.story[0].unicodeScalars.count)
            ])
        #expect(article.footnotes.last?.references.map(\.paragraph) == [2])
    }

    @Test(
        "Pages that are no story are told apart",
        arguments: [
            (
                "<h1>Harbor Times</h1>"
                    + (1...12).map {
                        "<article><h2><a href=/2021/a-headline-of-another-story-\($0)>A headline of another story, number \($0)</a></h2></article>"
                    }.joined(), "https://harbor-times.example/", "a page that lists stories"
            ),
            (
                "<div><p>We use cookies and similar technologies to show you this page and need your consent for that, says the privacy policy.</p></div>",
                address, "a page that asks for consent"
            ),
            ("<p></p>", address, "only the page's frame"),
        ])
    func noStory(body: String, url: String, reason: String) throws {
        let page = "<html><head></head><body>\(body)</body></html>"
        let error = #expect(throws: CaptureRejection.self) {
            try CaptureReader().read(
                Capture(bytes: Array(page.utf8), path: "page.html", format: .html, hints: CaptureHints(url: url)))
        }
        #expect(error?.description.hasPrefix(reason) == true)
    }

    @Test("A story cut off by a paywall says so")
    func paywall() throws {
        let head =
            #"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry Line Reopens","isAccessibleForFree":false}</script>"#
        let page = "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs(Array(Self.story.prefix(1))))</article>"
        #expect(try read(page, head: head).notes.contains { $0.contains("paywall") })
    }

    @Test("What goes into no field is listed")
    func dropped() throws {
        let page =
            "<h1>Ferry Line Reopens</h1><article>\(Self.paragraphs())</article><footer><p>Harbor Times, 12 Pier Street, Port Alder.</p></footer>"
        #expect(try read(page).dropped.map(\.text) == ["Harbor Times, 12 Pier Street, Port Alder."])
    }

    @Test("Words for screen readers are left out of a sentence, which goes on behind them")
    func asides() throws {
        let page = """
            <title>A night</title><h1>A night on the sea</h1><article><p>The ferry came from the <a href="/a">northern harbor<span
            class="visually-hidden">(opens in a new window)</span></a>, where it had lain for eleven years, and nobody knew it.</p>
            <p>It took the usual way along the coast and came in with the tide, an hour after it was due in the town.</p></article>
            """
        let reading = try CaptureReader().read(Capture(bytes: Array(page.utf8), path: "a.html", format: .html))
        #expect(reading.article.paragraphs.count == 2)
        #expect(reading.article.paragraphs.first?.hasPrefix("The ferry came from the northern harbor, where") == true)
    }

    @Test("Short items of a list without links are text")
    func shortItems() throws {
        let items = [
            "Broccoli", "Peas", "Red cabbage", "Onions", "Garlic", "Turmeric from the south", "Lettuce", "Tomatoes",
        ]
        let page = """
            <title>A night</title><h1>What grows on the island</h1><article><p>The gardens of the island are small, and what grows there
            has to stand the wind and the salt of the sea, so that little is left to choose from.</p><ul>\(items.map { "<li>\($0)</li>" }.joined())
            </ul><p>All of it is eaten on the island itself, as the ferry takes only two boxes with it, and these are full.</p></article>
            """
        let reading = try CaptureReader().read(Capture(bytes: Array(page.utf8), path: "a.html", format: .html))
        #expect(reading.article.paragraphs.contains(items.map { "• \($0)" }.joined(separator: "\n")))
    }

    @Test("A language that the template declares and the text denies is not believed, and a note says so")
    func foreignLanguage() throws {
        let sentence =
            "Umkhumbi ufike ebusuku ethekwini futhi abantu bebelindile ogwini lolwandle, kusho iphoyisa ngoLwesibili. "
        let page = """
            <html lang="en-ZA"><title>Umkhumbi ufikile</title><h1>Umkhumbi ufikile</h1><article>
            \((1...4).map { "<p>\($0) \(sentence)\(sentence)</p>" }.joined())</article></html>
            """
        let reading = try CaptureReader().read(Capture(bytes: Array(page.utf8), path: "a.html", format: .html))
        #expect(reading.article.language == nil && reading.sources["lang"] == nil)
        #expect(reading.notes.contains("the capture says it is in 'en', its text is not"))
    }
}
