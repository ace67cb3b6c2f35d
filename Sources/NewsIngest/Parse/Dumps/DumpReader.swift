import NewsModel
import NewsText

/// Reads one article of a text dump, in the style of Nexis, Factiva or ProQuest.
enum DumpReader {
    /// Longer texts are no article of a dump.
    static let longest = 4 << 20

    /// The page in a text; `nil` when it is no article of a dump.
    static func read(_ decoded: DecodedText, hints: CaptureHints) -> PageReading? {
        var text = decoded.text
        guard text.utf8.count <= longest else { return nil }
        let mayHold = text.withUTF8 { bytes in
            DumpKind.mayHold(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).prefix(4_096)))
                || DumpKind.mayHold(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes).suffix(1_024)))
        }
        guard mayHold else { return nil }
        let lines = DumpText(text)
        // Signs stand near the beginning; the end of a long text is looked at for those that stand below.
        guard let kind = DumpKind.kind(of: lines.edges.map(\.printed)) else { return nil }
        var reader = DumpPageReader(lines.lines)
        switch kind {
        case .nexis: reader.readNexis()
        case .proquest: reader.readProQuest()
        case .factiva: reader.readFactiva()
        }
        return PageReading(page: reader.page, layout: nil, hints: hints, decoded: decoded, dropped: reader.dropped)
    }
}

/// A text by lines, as printed and normalized.
struct DumpText {
    struct Line {
        let number: Int
        /// Without blanks at its end.
        let printed: String
        let text: String
        let blanksBefore: Int
    }

    /// The lines that hold text.
    private(set) var lines: [Line] = []

    init(_ text: String) {
        var number = 0
        var blanks = 0
        for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard let end = line.lastIndex(where: { $0 > 0x20 }) else {
                blanks += 1
                continue
            }
            let printed = String(Substring(line[...end]))
            lines.append(
                Line(number: number, printed: printed, text: normalizedText(printed), blanksBefore: blanks))
            blanks = 0
        }
    }

    /// The lines at the beginning and the end, where what tells a dump stands.
    var edges: [Line] {
        lines.count <= 120 ? lines : Array(lines.prefix(60) + lines.suffix(60))
    }
}

/// Reads the lines of an article of a dump into a page.
struct DumpPageReader {
    let lines: [DumpText.Line]
    var page = Page()
    var dropped: [DroppedLine] = []
    var story: [PageLine] = []

    init(_ lines: [DumpText.Line]) {
        self.lines = lines
        page.headlineOrigin = .capture
    }

    mutating func drop(_ index: Int) {
        dropped.append(DroppedLine(line: lines[index].number, text: lines[index].text))
    }

    mutating func drop(_ range: some Sequence<Int>) {
        for index in range { drop(index) }
    }

    mutating func tell(_ index: Int) {
        story.append(
            PageLine(
                number: lines[index].number, text: lines[index].text, blanksBefore: lines[index].blanksBefore))
    }

    /// Fills the page's story; what stands above it goes before it in what was dropped.
    mutating func finish(summary: String? = nil, isWrapped: Bool = false) {
        if story.isEmpty, let summary {
            page.kind = .summary
            page.paragraphs = [summary]
            page.sources["body"] = "dump abstract"
        } else {
            dropped += FramelessStory.read(isWrapped ? joined(story) : HardWrap.joined(story), into: &page)
            if let summary, page.standfirst == nil, !isBeginning(summary) { page.standfirst = summary }
        }
        dropped.sort { $0.line < $1.line }
    }

    /// Nexis parts paragraphs by empty lines, and breaks the lines within them; short ones are verse or lists.
    private func joined(_ lines: [PageLine]) -> [PageLine] {
        var joined: [PageLine] = []
        var isLong = false
        for line in lines {
            if let last = joined.last, line.blanksBefore == 0, isLong, LineShape.bullet(line.text) == nil {
                joined[joined.count - 1] = PageLine(
                    number: last.number, text: last.text + " " + line.text, blanksBefore: last.blanksBefore)
            } else {
                joined.append(line)
            }
            isLong = (40...120).contains(line.text.unicodeScalars.count)
        }
        return joined
    }

    private func isBeginning(_ summary: String) -> Bool {
        foldedKey(page.paragraphs.prefix(6).joined(separator: " ")).hasPrefix(foldedKey(summary))
    }

    // MARK: Fields

    mutating func setByline(_ text: String) {
        guard !text.isEmpty, page.byline == nil else { return }
        let match = PhraseBook.general.match(text)
        let isOpening = match?.meaning == .byline && !(match?.rest.isEmpty ?? true)
        page.byline = isOpening ? normalizedText(String(match?.rest ?? "")) : text
    }

    mutating func setPublished(_ text: String) -> Bool {
        guard page.published == nil, let date = PrintedDate.first(in: text), date.day != nil else { return false }
        page.published = PrintedTime(date, pageOffset: nil, source: .page)
        return page.published != nil
    }

    /// A section without the page it was printed on.
    mutating func setSection(_ text: String) {
        var parts = text.split(separator: ";").map { normalizedText(String($0)) }
        parts.removeAll { part in
            let folded = foldedKey(part)
            return ["pg", "page", "s.", "p.", "column", "col"].contains {
                folded.hasPrefix($0) && folded.utf8.contains(where: DumpLine.isDigit)
            }
        }
        if !parts.isEmpty, page.section == nil { page.section = parts.joined(separator: "; ") }
    }

    /// `FERRIES (90%); PORTS (78%)`: the terms without their shares.
    mutating func addTags(_ text: String) {
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
            var term = normalizedText(String(part))
            if term.hasSuffix("%)"), let open = term.lastIndex(of: "(") { term = normalizedText(String(term[..<open])) }
            if !term.isEmpty { page.tags.append(term) }
        }
    }
}
