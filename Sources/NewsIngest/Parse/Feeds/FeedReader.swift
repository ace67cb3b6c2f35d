import NewsModel
import NewsText

/// Reads the entries of feeds: an `<item>` or `<entry>` with what its feed says of all.
enum FeedReader {
    /// The page in `capture`. Linear in its length.
    static func read(_ capture: Capture) throws(CaptureRejection) -> PageReading {
        let decoded = decodedText(capture.bytes, declared: capture.hints.charset)
        try PageLimit.checkMarks(of: decoded.text)
        let context = FeedContext(capture.hints.map)
        let document = FeedDocument(decoded.text, context: context)
        guard let root = document.root(context) else { throw .otherFormat("no entry of a feed") }
        var reader = FeedEntryReader(document: document, root: root, context: context)
        reader.read()
        return PageReading(
            page: reader.page, layout: nil, hints: capture.hints, decoded: decoded, dropped: reader.dropped)
    }
}

/// Reads the elements of one entry into a page.
struct FeedEntryReader {
    let document: FeedDocument
    let root: FeedElement
    let context: FeedContext
    /// The elements in printed order; those of media groups stand among them.
    let elements: [FeedElement]
    let isAtom: Bool
    var page = Page()
    var dropped: [DroppedLine] = []
    private var used: Set<Int> = []
    private var counted = (line: 1, position: 0)

    init(document: FeedDocument, root: FeedElement, context: FeedContext) {
        self.document = document
        self.root = root
        self.context = context
        isAtom = root.name == "entry"
        elements = document.elements(in: root).flatMap { element -> [FeedElement] in
            element.name == "media:group" || element.name == "media:content"
                ? [element] + document.elements(in: element) : [element]
        }
    }

    /// Reads everything; what becomes no field is dropped.
    mutating func read() {
        readHeadline()
        readAddress()
        readTimes()
        readAuthors()
        readTags()
        readRelated()
        readBody()
        readOrigin()
        for element in elements where !used.contains(element.tag.range.lowerBound) { drop(element) }
    }

    // MARK: Elements

    /// The elements of the names in order of the names, marked as used.
    mutating func take(_ names: String...) -> [FeedElement] {
        names.flatMap { name in elements.filter { $0.name == name } }.map { element in
            use(element)
            return element
        }
    }

    mutating func use(_ element: FeedElement) { used.insert(element.tag.range.lowerBound) }
    mutating func unuse(_ element: FeedElement) { used.remove(element.tag.range.lowerBound) }

    /// Keeps what an element says that belongs to no field.
    private mutating func drop(_ element: FeedElement) {
        var text = FragmentText.line(of: String(decoding: document.bytes[element.content], as: UTF8.self))
        if text.isEmpty {
            text = element.tag.attributes.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
        }
        guard !text.isEmpty else { return }
        let start = element.tag.range.lowerBound
        // Elements are dropped in their order, so every line is counted once.
        if start > counted.position {
            counted = (counted.line + document.lineEnds(in: counted.position..<start), start)
        }
        dropped.append(DroppedLine.field(element.tag.name, text, line: counted.line))
    }

    // MARK: Fields

    private mutating func readHeadline() {
        for element in take("title", "dc:title", "media:title") {
            let line = document.content(of: element, isAtom: isAtom).line
            if page.headline == nil, !line.isEmpty {
                page.headline = line
                page.headlineOrigin = .metadata
                page.sources["headline"] = "feed \(element.name)"
            } else if page.headline != line {
                unuse(element)
            }
        }
    }

    private mutating func readAddress() {
        var offers: [Address] = []
        for element in elements {
            guard let offer = address(in: element), !offer.text.isEmpty else { continue }
            offers.append(offer)
            use(element)
        }
        if let about = root.tag.value("rdf:about") {
            offers.append(Address(text: about, base: root.base, rank: 5, name: "rdf:about"))
        }
        if let href = root.tag.value("href") {
            offers.append(Address(text: href, base: root.base, rank: 1, name: "href"))
        }
        // Of equal ones the first counts.
        guard let best = offers.min(by: { $0.rank < $1.rank }) else { return }
        page.url = WebAddress.resolved(best.text, against: best.base ?? context.base)
        page.sources["url"] = "feed \(best.name)"
    }

    /// An address that may be the entry's; the lowest rank counts.
    private struct Address {
        let text: String
        let base: String?
        let rank: Int
        let name: String
    }

    private func address(in element: FeedElement) -> Address? {
        func address(_ text: String, _ rank: Int) -> Address {
            Address(text: text, base: element.base, rank: rank, name: element.name)
        }
        switch element.name {
        case "feedburner:origlink", "pheedo:origlink": return address(document.line(of: element), 0)
        case "link":
            let relation = element.tag.value("rel")?.lowercased() ?? ""
            guard relation.isEmpty || relation == "alternate" else { return nil }
            guard let href = element.tag.value("href") else { return address(document.line(of: element), 1) }
            return address(href, element.tag.value("type").map { $0.contains("html") } ?? true ? 2 : 3)
        case "guid":
            let guid = document.line(of: element)
            let says = element.tag.value("ispermalink")?.lowercased()
            guard says != "false", says == "true" || guid.hasPrefix("http") else { return nil }
            return address(guid, 4)
        default: return nil
        }
    }

    private mutating func readTimes() {
        (page.published, page.sources["published_at"]) = time(
            ["pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:created", "created"])
        // A time of change said twice was overtaken by the second.
        (page.modified, page.sources["modified_at"]) = time(
            ["updated", "modified", "dcterms:modified", "lastmod"], isLast: true)
        if page.modified == nil, let text = root.tag.value("lastmod"), let date = PrintedDate.machine(text) {
            page.modified = PrintedTime(date, pageOffset: nil, source: .metadata)
            page.sources["modified_at"] = "feed lastmod"
        }
    }

    /// The first time that elements of these names state, and where it stands.
    private mutating func time(_ names: [String], isLast: Bool = false) -> (PrintedTime?, String?) {
        for name in names {
            let stated = elements.filter { $0.name == name }
            for element in isLast ? stated.reversed() : stated {
                let text = document.line(of: element)
                guard let date = PrintedDate.machine(text) else {
                    if !text.isEmpty, page.notes.count < 30 {
                        page.notes.append("the \(element.tag.name) '\(text.prefix(80))' is no time")
                    }
                    continue
                }
                use(element)
                return (PrintedTime(date, pageOffset: nil, source: .metadata), "feed \(name)")
            }
        }
        return (nil, nil)
    }

    private mutating func readTags() {
        for element in nested(take("category", "dc:subject", "media:category", "itunes:category")) {
            let text = element.tag.value("label") ?? element.tag.value("term") ?? element.tag.value("text")
            let tag = normalizedText(text ?? document.content(of: element, isAtom: false).line)
            if !tag.isEmpty { page.tags.append(tag) }
        }
        for element in take("keywords", "itunes:keywords", "media:keywords", "tags") {
            page.tags += TagLine.tags(in: document.content(of: element, isAtom: false).line)
        }
        if !page.tags.isEmpty { page.sources["tags"] = "feed category" }
    }

    /// These categories, each followed by those within it.
    private func nested(_ categories: [FeedElement]) -> [FeedElement] {
        categories.flatMap { [$0] + document.elements(in: $0).filter { $0.name == "itunes:category" } }
    }

    /// Links to other stories that say their headlines.
    private mutating func readRelated() {
        for element in elements where element.name == "link" && element.tag.value("rel")?.lowercased() == "related" {
            guard let href = element.tag.value("href"), let title = element.tag.value("title") else { continue }
            let headline = normalizedText(title)
            guard !headline.isEmpty, page.relatedHeadlines.count < 1_000,
                !page.relatedHeadlines.contains(where: { $0.headline == headline })
            else {
                continue
            }
            let address = WebAddress.resolved(href, against: element.base ?? context.base)
            page.relatedHeadlines.append(RelatedHeadline(headline: headline, url: address))
            use(element)
        }
    }
}

extension DroppedLine {
    /// A named value that became no field, shortened to be listed.
    static func field(_ name: String, _ value: String, line: Int) -> DroppedLine {
        let text = normalizedText(value).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let short = text.unicodeScalars.count > 200 ? String(text.unicodeScalars.prefix(200)) + "…" : text
        return DroppedLine(line: line, text: "\(name): \(short)")
    }
}
