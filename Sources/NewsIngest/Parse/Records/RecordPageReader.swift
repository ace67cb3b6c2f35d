import NewsModel
import NewsText

/// Reads the values of one record into a page.
struct RecordPageReader {
    let record: Record
    let decoded: DecodedText
    let hints: CaptureHints
    var page = Page()
    var dropped: [DroppedLine] = []
    private var used: Set<Int> = []
    /// The key that was given for a field.
    private let given: [RecordField: String]

    init(_ record: Record, decoded: DecodedText, hints: CaptureHints) {
        self.record = record
        self.decoded = decoded
        self.hints = hints
        var given: [RecordField: String] = [:]
        for (name, key) in hints.map ?? [:] {
            if let field = RecordField(named: name) { given[field] = key }
        }
        self.given = given
    }

    /// Reads everything; what becomes no field is dropped.
    mutating func read() throws(CaptureRejection) -> PageReading {
        try PageLimit.check(record.fields.lazy.flatMap(\.value.strings))
        readAddressAndOutlet()
        readHead()
        readTimes()
        readAuthors()
        readLists()
        let story = story()
        if used.count == 1, let story, !story.isHTML, given.isEmpty { return try readAsText(story.text) }
        if let story { readStory(story) }
        readSummary()
        readFeed()
        dropRest()
        return PageReading(page: page, layout: nil, hints: hints, decoded: decoded, dropped: dropped)
    }

    /// Reads the values above a Markdown text, and the text.
    mutating func read(_ story: MarkdownText) throws(CaptureRejection) -> PageReading {
        readAddressAndOutlet()
        readHead()
        readTimes()
        readAuthors()
        readLists()
        page.captions += story.captions
        if page.headline == nil { page.headline = story.title }
        dropped += FramelessStory.read(withoutHeadline(story.lines), into: &page)
        readSummary()
        dropRest()
        return PageReading(page: page, layout: nil, hints: hints, decoded: decoded, dropped: dropped)
    }

    /// Without the first line where it repeats the headline.
    private func withoutHeadline(_ lines: [PageLine]) -> [PageLine] {
        guard let headline = page.headline, let first = lines.first else { return lines }
        return foldedKey(first.text) == foldedKey(headline) ? Array(lines.dropFirst()) : lines
    }

    private mutating func dropRest() {
        for (index, field) in record.fields.enumerated() where !used.contains(index) {
            dropped.append(DroppedLine.field(field.path, field.value.shown, line: index + 1))
        }
    }

    /// Takes what the feed that the record stands in says of all its entries.
    private mutating func readFeed() {
        let feed = FeedContext(hints.map)
        if let url = page.url { page.url = WebAddress.resolved(url, against: feed.base) }
        if page.outlet == nil, let title = feed["feed:title"],
            let outlet = FeedOutlet.name(in: title, address: page.url)
        {
            page.outlet = outlet
            page.sources["outlet"] = "feed title"
        }
        if page.language == nil, let language = feed["feed:language"].flatMap(DeclaredLanguage.code) {
            page.language = language
            page.sources["language"] = "feed language"
        }
    }

    // MARK: Finding values

    /// The values that may be `field`, the best first, with their places among the record's.
    private func candidates(_ field: RecordField) -> [Int] {
        let fields = record.fields
        if let path = given[field] {
            let key = RecordNames.key(path)
            return fields.indices.filter { fields[$0].path == path }
                + fields.indices.filter { fields[$0].path != path && fields[$0].key == key }
        }
        let indices = RecordNames.names(of: field).flatMap { name in fields.indices.filter { fields[$0].key == name } }
        // Values of the record itself come before those of objects in it.
        return indices.filter { fields[$0].depth == 0 } + indices.filter { fields[$0].depth > 0 }
    }

    /// The first text that is `field` and satisfies `isFit`, which becomes used.
    private mutating func take(_ field: RecordField, where isFit: (String) -> Bool = { _ in true }) -> String? {
        for index in candidates(field) where !used.contains(index) {
            guard let text = record.fields[index].value.strings.first.map(normalizedText), !text.isEmpty, isFit(text)
            else { continue }
            use(index, as: field)
            return text
        }
        return nil
    }

    private mutating func use(_ index: Int, as field: RecordField) {
        used.insert(index)
        if page.sources[field.jsonName] == nil { page.sources[field.jsonName] = "field \(record.fields[index].path)" }
    }

    // MARK: Address, outlet, headline

    private mutating func readAddressAndOutlet() {
        let isFeed = hints.map?["feed:link"] != nil
        page.url = take(.url) { isFeed || WebAddress($0) != nil }
        while let text = take(.outlet) {
            if page.url == nil, text.contains("://"), WebAddress(text) != nil {
                // What one data set calls a source is an outlet, another's is the page.
                page.url = text
                page.sources["url"] = page.sources["outlet"]
                page.sources["outlet"] = nil
                continue
            }
            if page.outlet == nil, let name = outlet(text) { page.outlet = name }
            if page.outlet != nil { break }
        }
        if page.outlet == nil { page.sources["outlet"] = nil }
    }

    /// The outlet that a text names. The name of a host is left to the address, if there is one.
    private func outlet(_ text: String) -> String? {
        guard !text.contains(" "), let host = WebAddress(text.contains("://") ? text : "https://" + text)?.host,
            text.contains(".")
        else { return text }
        if page.url.flatMap({ WebAddress($0) }) != nil { return nil }
        return Layout.outlet(hints: CaptureHints(), address: WebAddress("https://" + host), layout: nil)
    }

    private mutating func readHead() {
        if let headline = take(.headline) {
            page.headline = FragmentText.line(of: headline)
            page.headlineOrigin = .metadata
        }
        page.section = take(.section) { $0.utf8.count <= 120 }
        if let language = take(.language, where: { DeclaredLanguage.code($0) != nil }) {
            page.language = DeclaredLanguage.code(language)
        }
    }

    private mutating func readTimes() {
        page.published = time(.published)
        page.modified = time(.modified)
        page.clock = time(.captured)
    }

    private mutating func time(_ field: RecordField) -> PrintedTime? {
        for index in candidates(field) where !used.contains(index) {
            let value = record.fields[index].value
            guard let time = RecordTime.read(value) else {
                if RecordNames.names(of: field).prefix(12).contains(record.fields[index].key) {
                    page.notes.append("the field \(record.fields[index].path) '\(value.shown.prefix(80))' is no time")
                }
                continue
            }
            use(index, as: field)
            return time
        }
        return nil
    }

    private mutating func readAuthors() {
        guard let index = candidates(.authors).first(where: { !used.contains($0) }) else { return }
        use(index, as: .authors)
        let printed = record.fields[index].value.strings.map { withoutOpening(FragmentText.line(of: $0)) }
        let lines = printed.flatMap { line in
            line.contains(";") ? line.split(separator: ";").map { normalizedText(String($0)) } : [line]
        }.filter { !$0.isEmpty }
        guard !lines.isEmpty else { return }
        page.byline = lines.joined(separator: ", ")
        page.authors = lines.count > 1 ? lines.flatMap(names) : nil
        // `authors` beside `byline` say the same.
        for other in candidates(.authors) where !used.contains(other) {
            let others = record.fields[other].value.strings.map(normalizedText)
            if others.allSatisfy({ page.byline?.contains($0) ?? false }) { used.insert(other) }
        }
    }

    private func names(in line: String) -> [String] {
        let names = BylineLine.authors(in: line)
        return names.isEmpty ? [line] : names
    }

    private func withoutOpening(_ line: String) -> String {
        guard let match = PhraseBook.general.match(line), match.meaning == .byline, !match.rest.isEmpty else {
            return line
        }
        return normalizedText(String(match.rest))
    }

    private mutating func readLists() {
        for index in candidates(.tags) where !used.contains(index) {
            let value = record.fields[index].value
            let strings = value.strings.map { FragmentText.line(of: $0) }
            if case .array = value { page.tags += strings } else { page.tags += strings.flatMap(TagLine.tags) }
            use(index, as: .tags)
        }
        for index in candidates(.captions) where !used.contains(index) {
            page.captions += record.fields[index].value.strings.map { FragmentText.line(of: $0) }
            use(index, as: .captions)
        }
        for index in candidates(.related) where !used.contains(index) {
            let related = RecordRelated.headlines(in: record.fields[index].value).prefix(1_000)
            guard !related.isEmpty else { continue }
            page.relatedHeadlines += related.filter { one in
                !page.relatedHeadlines.contains { $0.headline == one.headline }
            }
            use(index, as: .related)
        }
    }

    // MARK: The story

    private struct Story {
        let text: String
        let isHTML: Bool
    }

    /// The text of the record; its HTML where there is no text, or hardly any.
    private mutating func story() -> Story? {
        let text = longest(.text)
        let html = longest(.html)
        if let html, text.map({ $0.text.utf8.count < 200 && html.text.utf8.count > 10 * $0.text.utf8.count }) ?? true {
            use(html.index, as: .html)
            return Story(text: html.text, isHTML: true)
        }
        guard let text else { return nil }
        use(text.index, as: .text)
        return Story(text: text.text, isHTML: FragmentText.looksLikeHTML(text.text))
    }

    /// The first value of the field that is a text; a list is its paragraphs.
    private func longest(_ field: RecordField) -> (index: Int, text: String)? {
        for index in candidates(field) where !used.contains(index) {
            let strings = record.fields[index].value.strings
            let text = strings.joined(separator: "\n\n")
            if text.utf8.contains(where: { $0 > 0x20 }) { return (index, text) }
        }
        return nil
    }

    private mutating func readStory(_ story: Story) {
        if story.isHTML, FragmentText.isPage(story.text),
            let inner = try? HTMLReader.read(
                decodedText(Array(story.text.utf8), declared: "utf-8"), hints: hints)
        {
            dropped += inner.dropped
            page.fill(from: inner.page)
        } else if story.isHTML {
            let text = FragmentText(story.text)
            page.captions += text.captions
            dropped += FramelessStory.read(text.paragraphs, into: &page)
        } else {
            dropped += FramelessStory.read(HardWrap.joined(PageLine.lines(of: story.text)), into: &page)
        }
    }

    /// A text without anything beside it may hold all that a page prints.
    private func readAsText(_ text: String) throws(CaptureRejection) -> PageReading {
        let inner = decodedText(Array(text.utf8))
        var reading = try TextReader.read(inner, hints: hints)
        reading.decoded = decoded
        return reading
    }

    /// The summary above the story, or in its place.
    private mutating func readSummary() {
        while let text = take(.standfirst) {
            let line = FragmentText.line(of: text)
            guard !page.paragraphs.isEmpty else {
                page.kind = .summary
                dropped += FramelessStory.read(FragmentText(text).paragraphs, into: &page)
                page.sources["body"] = page.sources["standfirst"]
                page.sources["standfirst"] = nil
                return
            }
            if page.standfirst == line { return }
            let beginning = foldedKey(page.paragraphs.prefix(6).joined(separator: " "))
            let key = foldedKey(line)
            if beginning.hasPrefix(key) || key == foldedKey(page.headline ?? "") {
                page.sources["standfirst"] = nil
                continue
            }
            page.standfirst = line
            return
        }
    }
}

extension Page {
    /// Takes from `other` what is not known here.
    fileprivate mutating func fill(from other: Page) {
        var filled = other
        filled.headline = headline ?? other.headline
        if headline != nil { filled.headlineOrigin = headlineOrigin }
        filled.byline = byline ?? other.byline
        filled.authors = byline == nil ? other.authors : authors
        filled.section = section ?? other.section
        filled.clock = clock ?? other.clock
        filled.published = published ?? other.published
        filled.modified = modified ?? other.modified
        filled.url = url ?? other.url
        filled.outlet = outlet ?? other.outlet
        filled.language = language ?? other.language
        filled.captions = captions + other.captions
        filled.tags = tags.isEmpty ? other.tags : tags
        filled.relatedHeadlines = relatedHeadlines.isEmpty ? other.relatedHeadlines : relatedHeadlines
        filled.notes = notes + other.notes
        filled.sources = other.sources.merging(sources) { _, own in own }
        self = filled
    }
}

/// Times as records have them: dates in any spelling, or seconds, milliseconds or microseconds since 1970.
enum RecordTime {
    static func read(_ value: JSONValue) -> PrintedTime? {
        switch value {
        case .integer(let number): return read(Double(number)) ?? read(String(number))
        case .number(let number): return read(number)
        default: return value.strings.first.flatMap { text in read(text) }
        }
    }

    private static func read(_ text: String) -> PrintedTime? {
        let isNumber =
            (9...17).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        if let date = PrintedDate.machine(text) { return PrintedTime(date, pageOffset: nil, source: .metadata) }
        return isNumber ? Double(text).flatMap { read($0) } : nil
    }

    /// The moment so many units after 1970, if it lies after 1973.
    private static func read(_ number: Double) -> PrintedTime? {
        let seconds: Double
        switch number {
        case 1e8..<1e11: seconds = number
        case 1e11..<1e14: seconds = number / 1_000
        case 1e14..<1e17: seconds = number / 1_000_000
        default: return nil
        }
        guard seconds < 4_102_444_800 else { return nil }
        return PrintedTime(
            Instant(seconds: Int64(seconds)), precision: .second, zone: .printed, source: .metadata)
    }
}

/// Other stories as records list them.
enum RecordRelated {
    static func headlines(in value: JSONValue) -> [RelatedHeadline] {
        guard case .array(let values) = value else { return [] }
        return values.compactMap { value in
            guard let text = value.strings.first.map({ FragmentText.line(of: $0) }), !text.isEmpty,
                !text.hasPrefix("http")
            else { return nil }
            let url = ["url", "link", "href", "webUrl"].lazy.compactMap { value.value(at: $0)?.strings.first }.first
            return RelatedHeadline(headline: text, url: url)
        }
    }
}

extension JSONValue {
    /// To be listed: a text as it is, anything else as JSON.
    var shown: String { if case .string(let text) = self { text } else { text } }
}
