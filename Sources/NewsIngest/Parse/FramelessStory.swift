import NewsModel
import NewsText

/// The story of a capture whose text has no frame around it: paragraphs with their footnotes and captions told apart.
enum FramelessStory {
    /// Fills the parts of `page` that stand in `paragraphs`. Line ends within a paragraph part the items of a list. Gives
    /// what went into no field.
    static func read(_ paragraphs: [String], into page: inout Page) -> [DroppedLine] {
        var lines: [PageLine] = []
        for paragraph in paragraphs {
            for (index, text) in paragraph.split(separator: "\n").enumerated() {
                lines.append(PageLine(number: lines.count + 1, text: String(text), blanksBefore: index == 0 ? 1 : 0))
            }
        }
        return read(lines, into: &page)
    }

    /// Fills the parts of `page` that stand in `lines`.
    static func read(_ lines: [PageLine], into page: inout Page) -> [DroppedLine] {
        guard !lines.isEmpty else { return [] }
        var reader = PageReader(lines: lines, prepared: nil, clock: nil, order: nil, outlets: [])
        reader.page.headline = page.headline
        reader.body = Array(lines.indices)
        reader.readStoryParts()
        page.paragraphs = reader.page.paragraphs
        page.captions += reader.page.captions
        page.footnotes = reader.page.footnotes
        page.notes += reader.page.notes
        for index in lines.indices where reader.isOpen(index) { reader.drop(index) }
        return reader.dropped
    }
}
