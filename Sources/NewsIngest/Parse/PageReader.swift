import NewsModel
import NewsText

/// Reads the lines of a capture into a page. Every line ends in a field or among the dropped ones: what no rule takes
/// is dropped with a note.
struct PageReader {
    let lines: [PageLine]
    let book: PhraseBook
    /// What the known phrases make of each line.
    let matches: [PhraseBook.Match?]
    /// `nil` for the general reader.
    let layout: Layout?
    let clock: ClockLine?
    /// How numeric dates are to be read, as far as the page tells.
    let order: NumericDateOrder?
    /// Folded names that may stand behind headlines, besides those of known layouts.
    let outlets: Set<String>

    var page = Page()
    var fates: [Fate]
    /// The indices of the body's lines, in order.
    var body: [Int] = []
    /// The indices of lines that became tags or related headlines by a label above or on them.
    var listed: Set<Int> = []
    /// The indices of lines that hold a related headline behind its label.
    var oneLiners: Set<Int> = []
    /// Related headlines with the lines they stand on.
    var related: [(line: Int, headline: String)] = []

    enum Fate { case open, used, dropped }

    init(
        lines: [PageLine], prepared: PreparedLayout?, clock: ClockLine?, order: NumericDateOrder?, outlets: Set<String>
    ) {
        self.lines = lines
        let book = prepared?.book ?? PhraseBook.general
        self.book = book
        self.matches = lines.map { book.match($0.text) }
        self.layout = prepared?.layout
        self.clock = clock
        self.order = order
        self.outlets = outlets
        self.fates = Array(repeating: .open, count: lines.count)
    }

    /// Reads everything.
    mutating func read() {
        readClock()
        let start = opensWithClock ? readClockHead() : readGeneralHead()
        readBody(from: start)
        readGallery()
        readUnlabelledTail()
        readStoryParts()
        arrangeRelated()
        for index in lines.indices where fates[index] == .open {
            drop(index)
            note("line \(lines[index].number) could not be placed")
        }
    }

    /// The lines that went into no field.
    var dropped: [DroppedLine] {
        lines.indices.filter { fates[$0] == .dropped }.map { DroppedLine(line: lines[$0].number, text: lines[$0].text) }
    }

    mutating func drop(_ index: Int) { fates[index] = .dropped }
    mutating func use(_ index: Int) { fates[index] = .used }
    /// Notes `text` once; a page with more than thirty notes says no more.
    mutating func note(_ text: String) {
        guard page.notes.count < 30, !page.notes.contains(text) else { return }
        page.notes.append(text)
    }

    func isOpen(_ index: Int) -> Bool { fates[index] == .open }

    /// Whether the layout's pages begin with a clock.
    var opensWithClock: Bool { layout?.form.opening == .clock }

    private mutating func readClock() {
        guard let clock else { return }
        // A clock without the zone glued to it is one only where a layout says that pages open with a clock.
        guard opensWithClock || clock.isGlued else { return }
        guard let date = clock.date else {
            drop(clock.index)
            note("the page's clock '\(lines[clock.index].text)' cannot be right and was not taken")
            return
        }
        page.clock = PrintedTime(date, pageOffset: nil, source: .page)
        use(clock.index)
    }

    /// Takes what a date line states; the first statement of each kind counts.
    mutating func take(_ line: DateLine, at index: Int) {
        if let problem = line.problem { note(problem) }
        if page.byline == nil { page.byline = line.byline }
        var isTaken = false
        if let date = line.published, page.published == nil {
            page.published = PrintedTime(date, pageOffset: clock?.offset, source: .page)
            isTaken = true
        }
        if let date = line.modified, page.modified == nil {
            page.modified = PrintedTime(date, pageOffset: clock?.offset, source: .page)
            isTaken = true
        }
        if isTaken, !line.saysMore { use(index) } else { drop(index) }
    }

    /// The date line that line `index` is; `nil` when it is none.
    func dateLine(at index: Int, match: PhraseBook.Match?) -> DateLine? {
        let text = lines[index].text
        guard text.utf8.count <= 240, text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 >= 0xD9 }) else {
            return nil
        }
        if let match, match.meaning == .published || match.meaning == .modified {
            return DateLine.read(text, meaning: match.meaning, rest: match.rest, book: book, order: order)
        }
        guard match == nil else { return nil }
        return DateLine.read(text, meaning: nil, rest: text[...], book: book, order: order)
    }

    /// Whether two lines say the same but for case, quotes, dashes and blanks.
    func same(_ left: String, _ right: String) -> Bool { foldedKey(left) == foldedKey(right) }
}
