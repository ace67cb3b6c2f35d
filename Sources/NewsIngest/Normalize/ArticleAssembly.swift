import NewsModel
import NewsText

/// Makes an article of what a reader read and of what is known from outside.
struct ArticleAssembly {
    private(set) var page: Page
    let layout: Layout?
    let hints: CaptureHints
    /// The address that identifies the article: the page's own, else the one it was saved from.
    let address: WebAddress?
    let outlet: String?
    var notes: [String]

    init(_ reading: PageReading) {
        page = reading.page
        layout = reading.layout
        hints = reading.hints
        address = (page.url ?? hints.url).flatMap { WebAddress($0) }
        outlet = Layout.outlet(hints: hints, printed: page.outlet, address: address, layout: layout)
        notes = [hints.damage].compactMap { $0 } + DamageNotes.notes(on: reading.decoded) + page.notes
        dropForeignLanguage()
    }

    /// Templates say `en` in all languages; a text tells better than they that it is another.
    private mutating func dropForeignLanguage() {
        guard let declared = page.language, isForeign(sampleOfBody(), to: declared) else { return }
        page.language = nil
        page.sources["lang"] = nil
        notes.append("the capture says it is in '\(declared)', its text is not")
    }

    /// The article; `notes` tells afterwards what could not be known.
    mutating func article() -> Article {
        var article = Article()
        article.url = hints.url ?? page.url
        article.canonicalURL = address?.canonical
        article.outlet = outlet
        article.headline = page.headline
        article.headlineOrigin = page.headline == nil ? nil : page.headlineOrigin
        article.standfirst = page.standfirst
        article.byline = page.byline
        article.authors = page.authors ?? page.byline.map { BylineLine.authors(in: $0) } ?? []
        article.dateline = page.dateline ?? datelineOfBody
        article.section = page.section
        article.storyline = page.storyline
        article.kind = kind
        article.published = published
        article.modified = page.modified
        article.captured = page.clock ?? hints.captured
        article.paragraphs = page.paragraphs
        article.captions = page.captions
        article.tags = TagLine.withoutRepeats(page.tags)
        article.relatedHeadlines = page.relatedHeadlines
        article.footnotes = page.footnotes
        (article.language, article.languageSource) = language
        article.lead = page.paragraphs.first.flatMap { leadSentence(of: $0) }
        noteUnknown(in: article)
        return article
    }

    private var datelineOfBody: String? {
        for paragraph in page.paragraphs.prefix(2) {
            if let place = Dateline.place(in: paragraph) { return place }
        }
        return nil
    }

    private var kind: ArticleKind {
        if page.kind != .article { return page.kind }
        if let section = page.section, ["video", "videos"].contains(foldedKey(section)) { return .video }
        guard let headline = page.headline else { return .article }
        let folded = foldedKey(headline)
        let openings = [
            "live:", "live updates", "liveblog", "liveticker", "live-ticker", "live ticker", "live blog", "live-blog",
            "+++ live", "en direct:", "en vivo:",
            "en directo:",
        ]
        return openings.contains { folded.hasPrefix($0) } ? .live : .article
    }

    private var published: PrintedTime? {
        if let published = page.published ?? hints.published { return published }
        guard let date = address?.date else { return nil }
        return PrintedTime(
            PrintedDate(year: date.year, month: date.month, day: date.day), pageOffset: nil, source: .url)
    }

    private var language: (String?, LanguageSource?) {
        if let language = page.language { return (language, .metadata) }
        if let language = layout?.language { return (language, .layout) }
        if let language = hints.language { return (language, .given) }
        let sample = page.paragraphs.isEmpty ? page.headline ?? "" : sampleOfBody()
        guard let language = detectedLanguage(of: sample) else { return (nil, nil) }
        return (language, .detected)
    }

    /// The body's first 4 KB, which are enough to tell its language.
    private func sampleOfBody() -> String {
        var sample = ""
        for paragraph in page.paragraphs where sample.utf8.count < 4_096 {
            sample += paragraph.utf8.count <= 4_096 ? paragraph : String(paragraph.unicodeScalars.prefix(4_096))
            sample += "\n"
        }
        return sample
    }

    private mutating func noteUnknown(in article: Article) {
        if article.headline == nil { notes.append("no headline in the capture") }
        if article.published == nil { notes.append("no publication date in the capture") }
        if article.outlet == nil { notes.append("nothing tells the outlet") }
        if article.language == nil { notes.append("the language could not be told") }
    }
}
