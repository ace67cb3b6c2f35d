import NewsModel
import NewsText

extension FeedEntryReader {
    // MARK: The story

    /// The full content where there is one; else the description, and the article is a summary.
    mutating func readBody() {
        let contents = take("content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem", "fulltext")
            .filter { $0.tag.value("src") == nil }
        let summaries = take(
            "description", "summary", "abstract", "dc:description", "dcterms:abstract", "itunes:summary",
            "media:description", "itunes:subtitle", "info")
        let stories = contents.map { ($0, document.content(of: $0, isAtom: isAtom).story) }
        let full = stories.filter { !$0.1.isEmpty }.max { $0.1.length < $1.1.length }
        if let full {
            for (element, _) in stories where element.tag.range != full.0.tag.range { unuse(element) }
            readSummaries(summaries, below: full.1)
            readStory(full.1, of: full.0)
        } else {
            page.kind = .summary
            let texts = summaries.map { ($0, document.content(of: $0, isAtom: isAtom).story) }
            guard let first = texts.first(where: { !$0.1.isEmpty }) else { return }
            for (element, text) in texts where element.tag.range != first.0.tag.range && text != first.1 {
                unuse(element)
            }
            readStory(first.1, of: first.0)
        }
    }

    private mutating func readStory(_ story: FragmentText, of element: FeedElement) {
        page.captions += story.captions
        dropped += FramelessStory.read(story.paragraphs, into: &page)
        page.sources["body"] = "feed \(element.name)"
        if let language = element.language.flatMap(DeclaredLanguage.code) { page.language = language }
    }

    /// The summary above a full story; one that only repeats its beginning is none.
    private mutating func readSummaries(_ summaries: [FeedElement], below story: FragmentText) {
        let beginning = foldedKey(story.paragraphs.prefix(12).joined(separator: " "))
        for element in summaries {
            let text = document.content(of: element, isAtom: isAtom).story
            let line = text.paragraphs.joined(separator: " ").split(separator: "\n").joined(separator: " ")
            guard !line.isEmpty else { continue }
            let key = foldedKey(line).trimmingEllipsis
            if beginning.hasPrefix(key) || key == foldedKey(page.headline ?? "") { continue }
            if page.standfirst == nil, line.utf8.count <= 2_000 {
                page.standfirst = line
                page.sources["standfirst"] = "feed \(element.name)"
            } else if page.standfirst != line {
                unuse(element)
            }
        }
    }

    // MARK: Who and in which language

    mutating func readAuthors() {
        var names: [String] = []
        var byline: [String] = []
        for element in take("author", "dc:creator", "dc:author", "creator", "itunes:author") {
            let author = FeedAuthor(element, in: document)
            guard !author.printed.isEmpty, !byline.contains(author.printed) else { continue }
            if element.name == "itunes:author", !byline.isEmpty { continue }
            byline.append(author.printed)
            if let name = author.name { names.append(name) }
        }
        if byline.isEmpty, let author = context["feed:author"], isAtom {
            byline = [author]
            names = [author]
        }
        guard !byline.isEmpty else { return }
        page.byline = byline.joined(separator: ", ")
        page.authors = names.flatMap { name in
            name.utf8.contains { ",;&/|".utf8.contains($0) } || name.contains(" and ")
                ? BylineLine.authors(in: name) : [name]
        }
        page.sources["byline"] = "feed author"
    }

    mutating func readOrigin() {
        let languages = take("dc:language", "language")
        let declared = languages.lazy.compactMap { [document] in DeclaredLanguage.code(document.line(of: $0)) }.first
        if page.language == nil || declared != nil {
            page.language = declared ?? root.language.flatMap(DeclaredLanguage.code)
        }
        if page.language != nil { page.sources["language"] = "feed language" }
        for element in elements where element.name == "source" {
            let title = isAtom ? document.elements(in: element).first { $0.name == "title" } : element
            let name = title.map { document.content(of: $0, isAtom: isAtom).line } ?? ""
            guard !name.isEmpty, page.outlet == nil else { continue }
            page.outlet = FeedOutlet.name(in: name, address: page.url)
            page.sources["outlet"] = "feed source"
            use(element)
        }
        for element in take("dc:publisher") where page.outlet == nil {
            page.outlet = document.line(of: element)
            page.sources["outlet"] = "feed dc:publisher"
        }
        guard page.outlet == nil else { return }
        page.outlet = context["feed:publisher"] ?? FeedOutlet.name(in: context["feed:title"] ?? "", address: page.url)
        if page.outlet != nil { page.sources["outlet"] = "feed title" }
    }
}

/// A writer as a feed names him.
struct FeedAuthor {
    /// As printed: the name, with the address where only that is told.
    let printed: String
    /// The name; `nil` when there is only an address.
    let name: String?

    init(_ element: FeedElement, in document: FeedDocument) {
        let children = document.elements(in: element)
        let name = children.first { $0.name.hasSuffix("name") }.map { document.content(of: $0, isAtom: true).line }
        if let name, !name.isEmpty {
            self.init(name)
        } else if let email = children.first(where: { $0.name.hasSuffix("email") }) {
            self.init(document.line(of: email))
        } else {
            self.init(document.content(of: element, isAtom: false).line)
        }
    }

    /// Reads `Jane Doe`, `jane@example.com (Jane Doe)`, `Jane Doe <jane@example.com>`, `jane@example.com`.
    init(_ text: String) {
        let text = normalizedText(text)
        guard text.utf8.contains(UInt8(ascii: "@")) else {
            self.init(name: text[...], text: text)
            return
        }
        if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
            let inside = text[text.index(after: open)..<close]
            let outside = text[..<open]
            self.init(name: inside.contains("@") ? outside : inside, text: text)
        } else if let open = text.firstIndex(of: "<") {
            self.init(name: text[..<open], text: text)
        } else {
            self.init(
                name: text.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")[...], text: text)
        }
    }

    private init(name: Substring, text: String) {
        let trimmed = name.split(whereSeparator: { $0.isWhitespace || $0 == "\"" }).joined(separator: " ")
        self.name = trimmed.isEmpty ? nil : trimmed
        printed = trimmed.isEmpty ? text : trimmed
    }
}

/// Whose a feed is, by its title.
enum FeedOutlet {
    /// The name of the outlet in a feed's title: the part that its address confirms, else the whole title when it is a
    /// plain name. `nil` when the title names a section or a search, or the address belongs to a known outlet.
    static func name(in title: String, address: String?) -> String? {
        let title = normalizedText(title)
        guard !title.isEmpty, title.utf8.count <= 80 else { return nil }
        let host = address.flatMap { WebAddress($0) }?.host
        if let host, Layout.owner(ofHost: host) != nil { return nil }
        let parts = parts(of: title)
        if let host {
            let labels = host.split(separator: ".").dropLast().map(String.init)
            if let part = parts.first(where: { part in labels.contains { confirms(part, label: $0) } }) { return part }
        }
        let folded = foldedKey(title).split(separator: " ")
        let isName = parts.count == 1 && folded.count <= 6 && !folded.contains { unfit.contains(String($0)) }
        return isName ? title : nil
    }

    private static func parts(of title: String) -> [String] {
        var parts = [title]
        for sign in [" - ", " – ", " — ", " | ", " » ", " > ", " :: ", ": ", " / ", " · "] {
            parts = parts.flatMap { $0.components(partedBy: sign) }
        }
        return parts.filter { !$0.isEmpty }
    }

    /// Whether the name, without blanks and `the`, is the label of the host.
    private static func confirms(_ name: String, label: String) -> Bool {
        let words = foldedKey(name).split(separator: " ").filter { $0 != "the" && $0 != "der" && $0 != "die" }
        let joined = words.joined().filter { $0.isLetter || $0.isNumber }
        let bare = label.filter { $0.isLetter || $0.isNumber }
        guard joined.utf8.count >= 3 else { return false }
        return joined == bare || "the" + joined == bare || joined + "online" == bare
    }

    private static let unfit: Set<String> = [
        "rss", "feed", "feeds", "atom", "latest", "top", "headlines", "search", "results", "all", "recent", "untitled",
        "example", "alle", "aktuell", "neueste",
    ]
}

extension FragmentText: Equatable {
    static func == (left: FragmentText, right: FragmentText) -> Bool { left.paragraphs == right.paragraphs }

    var isEmpty: Bool { paragraphs.isEmpty && captions.isEmpty }
    /// How much text there is, in bytes.
    var length: Int { paragraphs.reduce(0) { $0 + $1.utf8.count } }
}

extension String {
    /// Without the dots of a text that was cut off.
    fileprivate var trimmingEllipsis: String {
        var rest = self[...]
        for ending in ["[...]", "[…]", "...", "…", "read more", "continue reading"] where rest.hasSuffix(ending) {
            rest = rest.dropLast(ending.count)
        }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }

    /// The parts between places of `sign`.
    fileprivate func components(partedBy sign: String) -> [String] {
        var parts: [String] = []
        var rest = self[...]
        while let range = String(rest).range(ofPart: sign) {
            let text = String(rest)
            parts.append(String(text[..<range.lowerBound]))
            rest = text[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
