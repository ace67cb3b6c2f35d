import NewsText

/// An element of an entry: its tag and where its content stands.
struct FeedElement {
    /// With the usual prefix of its namespace, in lower case: `title`, `dc:creator`.
    let name: String
    let tag: MarkupTag
    /// What stands between its tags.
    let content: Range<Int>
    /// Whether there are elements in it.
    let holdsElements: Bool
    /// The address that references in it are relative to.
    let base: String?
    /// The language that it or what it stands in declares.
    let language: String?
    fileprivate let namespaces: FeedNamespaces
}

/// The elements of an entry's bytes.
struct FeedDocument {
    let bytes: [UInt8]
    let entities: [String: String]

    init(_ text: String, context: FeedContext) {
        bytes = MarkupEntities.withPunctuation(Array(text.utf8))
        entities = context.entities
    }

    /// The element that the entry is; `nil` when there is no tag.
    func root(_ context: FeedContext) -> FeedElement? {
        let outside = FeedElement(
            name: "", tag: MarkupTag(name: "", range: 0..<0, attributes: []), content: 0..<bytes.count,
            holdsElements: true, base: context["xml:base"], language: context["feed:language"],
            namespaces: FeedNamespaces(context.map(adding: nil) ?? [:]))
        return elements(in: outside, limit: 1).first
    }

    /// The elements directly in `parent`, in order; an element that is never closed ends with its parent. At most
    /// 10,000.
    func elements(in parent: FeedElement, limit: Int = 10_000) -> [FeedElement] {
        guard parent.holdsElements else { return [] }
        var found: [FeedElement] = []
        var open = OpenElements()
        var current: (tag: MarkupTag, holdsElements: Bool)?
        var scanner = MarkupScanner(bytes, in: parent.content)
        while found.count < limit {
            let start = scanner.position
            guard let piece = scanner.next() else { break }
            switch piece {
            case .start(let tag, let isClosed):
                if current == nil {
                    if isClosed {
                        found.append(element(tag, content: tag.range.upperBound..<tag.range.upperBound, in: parent))
                    } else {
                        current = (tag, false)
                        open.push(tag.name)
                    }
                } else {
                    current?.holdsElements = true
                    if !isClosed { open.push(tag.name) }
                }
            case .end(let name):
                guard let (tag, holdsElements) = current, open.pop(name), open.isEmpty else { continue }
                current = nil
                found.append(
                    element(tag, content: tag.range.upperBound..<start, in: parent, holdsElements: holdsElements))
            case .text, .section, .other: continue
            }
        }
        if let (tag, holdsElements) = current, found.count < limit {
            let content = tag.range.upperBound..<max(tag.range.upperBound, parent.content.upperBound)
            found.append(element(tag, content: content, in: parent, holdsElements: holdsElements))
        }
        return found
    }

    private func element(
        _ tag: MarkupTag, content: Range<Int>, in parent: FeedElement, holdsElements: Bool = false
    ) -> FeedElement {
        let namespaces = parent.namespaces.entering(tag)
        let base = tag.value("xml:base").map { WebAddress.resolved($0, against: parent.base) } ?? parent.base
        return FeedElement(
            name: namespaces.canonicalName(of: tag.name), tag: tag, content: content, holdsElements: holdsElements,
            base: base, language: tag.value("xml:lang") ?? parent.language, namespaces: namespaces)
    }

    /// The text directly in `element`, entities read, CDATA as it is.
    func text(of element: FeedElement) -> String {
        let content = bytes[element.content]
        guard content.contains(UInt8(ascii: "<")) else { return MarkupEntities.decoded(content, own: entities) }
        var text = ""
        var scanner = MarkupScanner(bytes, in: element.content)
        while let piece = scanner.next() {
            switch piece {
            case .text(let range): text += MarkupEntities.decoded(bytes[range], own: entities)
            case .section(let range): text += String(decoding: bytes[range], as: UTF8.self)
            case .start, .end, .other: continue
            }
        }
        return text
    }

    /// The text in `element` in one line, blanks around it cut.
    func line(of element: FeedElement) -> String {
        text(of: element).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What stands in `element`, and whether it is to be read as HTML.
    func content(of element: FeedElement, isAtom: Bool) -> FeedContent {
        let type = element.tag.value("type")?.lowercased() ?? ""
        if type.contains("xhtml") || (element.holdsElements && element.tag.value("mode") != "escaped") {
            return .html(String(decoding: bytes[element.content], as: UTF8.self))
        }
        let text = text(of: element)
        if element.tag.value("mode")?.lowercased() == "base64" || Self.isEncoded(type) {
            let decoded = Base64.decoded(text).map { decodedText($0).text } ?? text
            return type.contains("html") || FragmentText.looksLikeHTML(decoded) ? .html(decoded) : .plain(decoded)
        }
        if type.contains("html") { return .html(text) }
        let isPlain = isAtom && (type.isEmpty || type == "text" || type == "text/plain")
        return !isPlain && FragmentText.looksLikeHTML(text) ? .html(text) : .plain(text)
    }

    /// Whether content of that type stands in base64.
    private static func isEncoded(_ type: String) -> Bool {
        type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml")
    }

    /// How many lines end in `range`.
    func lineEnds(in range: Range<Int>) -> Int {
        bytes[range.clamped(to: bytes.indices)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
}

/// The elements around a place in markup, to be closed in whatever order they are.
private struct OpenElements {
    private var names: [String] = []
    private var counts: [String: Int] = [:]
    private static let deepest = 1_000

    var isEmpty: Bool { names.isEmpty }

    mutating func push(_ name: String) {
        guard names.count < Self.deepest else { return }
        let name = name.lowercased()
        names.append(name)
        counts[name, default: 0] += 1
    }

    /// Closes the innermost element of that name and those within it; `false` when none is open.
    mutating func pop(_ name: String) -> Bool {
        let name = name.lowercased()
        guard counts[name, default: 0] > 0 else { return false }
        while let last = names.popLast() {
            counts[last, default: 1] -= 1
            if last == name { break }
        }
        return true
    }
}

/// What stands in an element of an entry.
enum FeedContent {
    case html(String)
    case plain(String)

    /// In one line.
    var line: String {
        switch self {
        case .html(let html): FragmentText.line(of: html)
        case .plain(let text): normalizedText(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// Its paragraphs: of plain text, the lines.
    var story: FragmentText {
        switch self {
        case .html(let html): FragmentText(html)
        case .plain(let text): FragmentText(plain: text)
        }
    }
}
