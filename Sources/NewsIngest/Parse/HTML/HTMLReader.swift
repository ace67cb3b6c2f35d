import NewsModel
import NewsText

/// Reads HTML captures: character set, tree, structured data, story.
enum HTMLReader {
    /// The page in `capture`. About 13 ms for 170 KB; bounded whatever the page is, see `HTMLSieve`.
    static func read(_ capture: Capture) throws(CaptureRejection) -> PageReading {
        try read(decodedText(capture.bytes, declared: capture.hints.charset), hints: capture.hints)
    }

    /// The page in markup.
    static func read(_ html: DecodedText, hints: CaptureHints) throws(CaptureRejection) -> PageReading {
        let (tree, notes) = try HTMLParser.tree(of: html.text)
        var finder = StoryFinder(tree, evidence: StoryEvidence())
        let kept = finder.find()
        let footnotes = StoryFootnotes(tree: tree, kept: kept, all: finder.blocks)
        let text = StoryText(tree: tree, blocks: footnotes.blocks)
        var page = Page()
        page.notes = notes
        page.standfirst = text.standfirst
        page.paragraphs = text.paragraphs
        page.footnotes = footnotes.notes(in: &page.paragraphs)
        return PageReading(page: page, layout: nil, hints: hints, decoded: html, dropped: [])
    }

    /// The text of a fragment of markup, as a story's paragraphs: everything that is printed, nothing left out by
    /// guesses.
    static func paragraphs(ofFragment markup: String) throws(CaptureRejection) -> [String] {
        let tree = try HTMLParser.tree(of: markup).tree
        guard tree.count > 0 else { return [] }
        var classes = ClassReader(tree)
        let root = tree.elements(.body).first ?? 0
        let blocks = BlockReader.blocks(in: root, of: tree, running: nil, classes: &classes)
        return StoryText(tree: tree, blocks: blocks).paragraphs
    }
}
