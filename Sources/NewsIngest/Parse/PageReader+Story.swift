import NewsModel
import NewsText

/// What the body's lines are: paragraphs, captions with their credits, footnotes, the pictures of a gallery.
extension PageReader {
    /// Turns the body's lines into the page's paragraphs, captions and footnotes.
    mutating func readStoryParts() {
        dropRepeatedHeadline()
        readCaptions()
        let notes = footnoteLines()
        var paragraphs: [String] = []
        var list: [String] = []
        var lastListLine = -2
        for index in body where !notes.contains(index) && isOpen(index) {
            use(index)
            let text = withoutHeadingSigns(lines[index].text)
            if LineShape.isDivider(text) {
                drop(index)
                continue
            }
            if LineShape.bullet(text) != nil, lines[index].blanksBefore == 0, index == lastListLine + 1, !list.isEmpty {
                list.append(text)
                lastListLine = index
                continue
            }
            flush(&list, into: &paragraphs)
            list = [text]
            lastListLine = LineShape.bullet(text) != nil ? index : -2
        }
        flush(&list, into: &paragraphs)
        page.paragraphs = paragraphs
        takeFootnotes(notes)
    }

    private func flush(_ list: inout [String], into paragraphs: inout [String]) {
        if !list.isEmpty { paragraphs.append(list.joined(separator: "\n")) }
        list = []
    }

    /// The headline printed again above the body.
    private mutating func dropRepeatedHeadline() {
        guard let headline = page.headline else { return }
        for index in body.prefix(3) where isOpen(index) && lines[index].text.utf8.count < 400 {
            if same(lines[index].text, headline) { drop(index) }
        }
        body = body.filter { isOpen($0) }
    }

    // MARK: Galleries

    /// Bullets that repeat one line: the pictures of a gallery under its headline.
    mutating func readGallery() {
        var counts: [String: (count: Int, first: Int)] = [:]
        for index in body {
            guard lines[index].text.utf8.count < 300, let bullet = LineShape.bullet(lines[index].text) else { continue }
            counts[foldedKey(String(bullet.rest)), default: (0, index)].count += 1
        }
        guard let (key, found) = counts.max(by: { ($0.value.count, $1.value.first) < ($1.value.count, $0.value.first) })
        else { return }
        let repeatsHeadline = page.headline.map { foldedKey($0) == key } ?? false
        guard
            found.count >= 3 || (found.count >= 2 && (repeatsHeadline || page.kind == .gallery))
                || (repeatsHeadline && page.kind == .gallery)
        else { return }
        page.kind = .gallery
        for index in body {
            guard let bullet = LineShape.bullet(lines[index].text), foldedKey(String(bullet.rest)) == key else {
                continue
            }
            if page.headline == nil {
                page.headline = String(bullet.rest)
                use(index)
            } else {
                drop(index)
            }
        }
        body = body.filter { isOpen($0) }
    }

    // MARK: Captions

    private mutating func readCaptions() {
        var taken: Set<Int> = []
        let hasBlanks = body.contains { lines[$0].blanksBefore > 0 }
        for position in body.indices {
            let index = body[position]
            let text = lines[index].text
            if CaptionLine.isCredit(text) {
                if position > 0, !taken.contains(body[position - 1]),
                    isCaption(body[position - 1], creditAt: index, hasBlanks: hasBlanks)
                {
                    page.captions.append(
                        LineShape.bullet(lines[body[position - 1]].text).map { String($0.rest) }
                            ?? lines[body[position - 1]].text)
                    taken.insert(body[position - 1])
                }
                page.captions.append(text)
                taken.insert(index)
            } else if isRepeatedBelowCredit(index) {
                taken.insert(index)
            } else if hasBlanks || page.kind == .gallery, position > 0, isBelowLeadingCredit(index) {
                page.captions.append(text)
                taken.insert(index)
            } else if CaptionLine.endsWithCredit(text), position > 0 || body.count > 1 {
                page.captions.append(text)
                taken.insert(index)
            }
        }
        for index in taken { use(index) }
        body.removeAll { taken.contains($0) }
    }

    /// Whether a line below a credit line says what the caption above the credit said.
    private func isRepeatedBelowCredit(_ index: Int) -> Bool {
        guard index > 0, lines[index].blanksBefore <= 1, lines[index].text.utf8.count <= 500,
            CaptionLine.isCredit(lines[index - 1].text)
        else { return false }
        return page.captions.suffix(2).contains { same($0, lines[index].text) }
    }

    /// Whether a line stands directly below a credit line that has no caption above it: then it is the caption.
    private func isBelowLeadingCredit(_ index: Int) -> Bool {
        guard lines[index].blanksBefore == 0, CaptionLine.isCredit(lines[index - 1].text),
            lines[index].text.utf8.count <= 500
        else { return false }
        if page.kind == .gallery { return true }
        let isLast = index + 1 == lines.count || lines[index + 1].blanksBefore > 0
        return lines[index - 1].blanksBefore > 0 && isLast
    }

    /// Whether the line above a credit line is its caption.
    private func isCaption(_ index: Int, creditAt credit: Int, hasBlanks: Bool) -> Bool {
        let text = lines[index].text
        guard text.utf8.count <= 500, FootnoteReader.definition(text) == nil else { return false }
        if lines[credit].blanksBefore > 0, credit + 1 < lines.count, isBelowLeadingCredit(credit + 1) { return false }
        if lines[credit].blanksBefore == 0, credit == index + 1, hasBlanks {
            return lines[index].blanksBefore > 0 || !LineShape.isParagraph(text)
        }
        return !LineShape.isParagraph(text) && lines[credit].blanksBefore <= 1
    }

    // MARK: Footnotes

    /// The body's lines that are footnotes.
    private func footnoteLines() -> Set<Int> {
        Set(FootnoteReader.notes(among: body.map { lines[$0].text }).map { body[$0] })
    }

    private mutating func takeFootnotes(_ indices: Set<Int>) {
        for index in indices.sorted() {
            guard let definition = FootnoteReader.definition(lines[index].text) else { continue }
            for marker in FootnoteReader.markers(in: definition.marker) {
                page.footnotes.append(Footnote(marker: marker, text: definition.note, references: []))
            }
            use(index)
        }
        page.footnotes = FootnoteReferences(in: page.paragraphs).assigned(to: page.footnotes)
    }

    /// `text` without the signs that open a heading in marked-up plain text: `## Heading`.
    private func withoutHeadingSigns(_ text: String) -> String { HeadingSigns.removed(from: text) }
}

/// The signs of headings in marked-up plain text.
enum HeadingSigns {
    /// `text` without `# ` to `###### ` before it.
    static func removed(from text: String) -> String {
        guard text.utf8.first == 0x23 else { return text }
        let signs = text.utf8.prefix(while: { $0 == 0x23 }).count
        let rest = text.utf8.dropFirst(signs)
        guard signs <= 6, rest.first == 0x20 else { return text }
        return String(trimmed(Substring(rest)))
    }
}
