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
        let evidence = StoryEvidence()
        var finder = StoryFinder(tree, evidence: evidence)
        let kept = finder.find()
        var page = Page()
        page.notes = notes
        page.paragraphs = StoryText(tree: tree, blocks: kept).paragraphs
        return PageReading(page: page, layout: nil, hints: hints, decoded: html, dropped: [])
    }
}
