import NewsModel
import NewsText

/// Reads HTML captures: character set, tree, metadata, story.
enum HTMLReader {
    /// The page in `capture`. About 9 ms for 340 KB; bounded whatever the page is, see `HTMLSieve`.
    static func read(_ capture: Capture) throws(CaptureRejection) -> PageReading {
        try read(decodedText(capture.bytes, declared: capture.hints.charset), hints: capture.hints)
    }

    /// The page in markup.
    static func read(_ html: DecodedText, hints: CaptureHints) throws(CaptureRejection) -> PageReading {
        let (tree, notes) = try HTMLParser.tree(of: html.text)
        let saved = hints.url.flatMap { WebAddress($0) }
        let metadata = PageMetadata.read(tree, address: saved)
        let address = metadata.canonical.flatMap { WebAddress($0.value) } ?? saved
        let layout = address.flatMap { Layout.owner(ofHost: $0.host) }
        let declared = layout?.html.flatMap { DeclaredPage(tree, form: $0) }
        var finder = StoryFinder(tree, evidence: StoryEvidence(metadata))
        if let declared { finder.regions = declared.body }
        let kept = declared?.story(among: finder.blocks, titleKeys: metadata.titleKeys) ?? finder.find()
        let nature = PageNature(metadata: metadata, finder: finder, kept: kept, address: address)
        if let rejection = nature.rejection { throw rejection }
        let base = hints.url ?? metadata.canonical?.value
        var writing = PageWriting(tree: tree, finder: finder, metadata: metadata, base: base)
        writing.write(kept)
        declared?.fill(&writing.page, base: base)
        writing.page.kind = nature.kind
        writing.page.notes = notes + metadata.notes + nature.notes
        if let layout, layout.html != nil, declared == nil {
            writing.page.notes.append(
                "the layout \(layout.name) does not know this page's form; it was read as that of any outlet")
        }
        let known = declared == nil ? nil : layout
        return PageReading(page: writing.page, layout: known, hints: hints, decoded: html, dropped: writing.dropped)
    }
}

/// Fills a page from its metadata and its story's blocks.
struct PageWriting {
    let tree: HTMLTree
    let finder: StoryFinder
    let metadata: PageMetadata
    /// The page's address as it was given.
    let base: String?
    var page = Page()
    /// The blocks of text that went into no field, numbered as they stand in the page; menus and other rows of links are
    /// not among them.
    private(set) var dropped: [DroppedLine] = []

    init(tree: HTMLTree, finder: StoryFinder, metadata: PageMetadata, base: String?) {
        self.tree = tree
        self.finder = finder
        self.metadata = metadata
        self.base = base
    }

    mutating func write(_ kept: [TextBlock]) {
        writeMetadata()
        let footnotes = StoryFootnotes(tree: tree, kept: kept, all: finder.blocks)
        let text = BlockText(tree: tree, blocks: footnotes.blocks)
        page.standfirst = text.standfirst
        page.paragraphs = text.paragraphs
        page.footnotes = footnotes.notes(in: &page.paragraphs)
        if page.paragraphs.isEmpty, let body = metadata.body {
            page.paragraphs = body.value.split(separator: "\n").map { normalizedText(String($0)) }.filter {
                !$0.isEmpty
            }
            page.sources["body"] = body.source
        } else {
            page.sources["body"] = "page"
        }
        if page.standfirst != nil { page.sources["standfirst"] = "page" }
        var used = Set(kept.map(\.index)).union(footnotes.noteBlocks)
        writeCaptions(near: kept, used: &used)
        if let base, let links = RelatedLinks(finder, kept: kept, base: base) {
            let own = metadata.headline.map { textKey($0.value) }
            page.relatedHeadlines = links.headlines().filter { textKey($0.headline) != own }
        }
        if !page.relatedHeadlines.isEmpty { page.sources["related"] = "page" }
        drop(except: used)
    }

    private mutating func writeMetadata() {
        page.headline = take(metadata.headline, "headline")
        page.headlineOrigin = metadata.isHeadlinePrinted ? .capture : .metadata
        page.byline = take(metadata.byline, "byline")
        page.authors = take(metadata.authors, "authors")
        if page.byline == nil, let authors = page.authors, !authors.isEmpty {
            page.byline = authors.joined(separator: ", ")
            page.sources["byline"] = page.sources["authors"]
        }
        page.section = take(metadata.section, "section")
        page.published = take(metadata.published, "published_at")
        page.modified = take(metadata.modified, "modified_at")
        page.url = take(metadata.canonical, "url")
        page.outlet = take(metadata.outlet, "outlet")
        page.language = take(metadata.language, "lang")
        page.tags = take(metadata.tags, "tags") ?? []
    }

    private mutating func take<Value>(_ found: Sourced<Value>?, _ field: String) -> Value? {
        guard let found else { return nil }
        page.sources[field] = found.source
        return found.value
    }

    /// Captions of the images in and above the story, each with its credit line.
    private mutating func writeCaptions(near kept: [TextBlock], used: inout Set<Int>) {
        guard let first = kept.first?.index, let last = kept.last?.index else { return }
        let start = min(finder.headline ?? first, first)
        var captions: [(figure: HTMLTree.Node?, text: String)] = []
        for block in finder.blocks where block.index >= start && !used.contains(block.index) {
            guard block.index <= last || finder.isInRegions(block), block.reason != .hidden,
                let figure = figure(of: block)
            else { continue }
            used.insert(block.index)
            let text = normalizedText(block.text).split(separator: "\n").joined(separator: " ")
            guard text.utf8.count >= 3 else { continue }
            if let figure = figure.node, captions.last?.figure == figure {
                captions[captions.count - 1].text += " " + text
            } else {
                captions.append((figure.node, text))
            }
        }
        var seen: Set<String> = []
        page.captions = captions.map(\.text).filter { seen.insert(textKey($0)).inserted }
        if !page.captions.isEmpty { page.sources["captions"] = "page" }
    }

    /// The figure whose caption `block` is, where there is one; `nil` when it is no caption.
    private func figure(of block: TextBlock) -> (node: HTMLTree.Node?, Void)? {
        let isCredit = block.size < 300 && CaptionLine.isCredit(block.text)
        let isNamed = block.reason == .caption || block.tag == .figcaption || block.classReason.contains(.caption)
        guard isCredit || isNamed, block.linkShare < 0.8 else { return nil }
        let around = tree.ancestors(of: block.node)
        guard let figure = around.first(where: { tree.tag(of: $0) == .figure }) else {
            guard block.reason == .caption, block.tag != .figcaption else { return (nil, ()) }
            // The box of an image may hold no more than how long a film takes.
            guard block.length >= 8 else { return nil }
            return (around.prefix(4).first { finder.classes.names(of: $0).meaning.contains(.image) }, ())
        }
        var hasImage = false
        for node in tree.subtree(of: figure) {
            switch tree.tag(of: node) {
            case .img, .picture, .video, .iframe, .noscript, .canvas, .object, .embed: hasImage = true
            case .blockquote, .form, .address: return nil
            default: break
            }
        }
        return hasImage ? (figure, ()) : nil
    }

    private mutating func drop(except used: Set<Int>) {
        let related = Set(page.relatedHeadlines.map { textKey($0.headline) })
        for block in finder.blocks where !used.contains(block.index) && dropped.count < Self.mostDropped {
            guard block.linkShare < 0.5, block.size >= 20, block.reason != .navigation, block.reason != .menu else {
                continue
            }
            let text = normalizedText(block.text).split(separator: "\n").joined(separator: " ")
            guard !related.contains(textKey(text)) else { continue }
            dropped.append(DroppedLine(line: block.index + 1, text: String(text.unicodeScalars.prefix(500))))
        }
    }

    /// A page of more is a frame around something else; what is beyond stays in the capture's bytes.
    private static let mostDropped = 300
}
