import NewsText

/// The text of a piece of HTML without a page around it: a feed's content, a field of a data set.
///
/// Linear; no element is refused. Scripts, styles and comments are left out.
struct FragmentText {
    /// The paragraphs in order, none empty; a list is one with a line for each item.
    private(set) var paragraphs: [String] = []
    /// What is printed below images.
    private(set) var captions: [String] = []

    private var current: [UInt8] = []
    private var isList = false
    /// Where the text of the last item of a list begins.
    private var itemStart = 0
    private var captionDepth = 0
    private var preformattedDepth = 0
    /// The number of the next item of each list around; 0 where they have none.
    private var numbers: [Int] = []
    /// Elements that are known not to be closed any more, so that each is looked for once.
    private var unclosed: Set<String> = []

    /// The text of `html`.
    init(_ html: String) {
        var scanner = MarkupScanner(Array(html.utf8))
        while let piece = scanner.next() {
            switch piece {
            case .text(let range): append(MarkupEntities.decoded(scanner.bytes[range]))
            case .section(let range): append(String(decoding: scanner.bytes[range], as: UTF8.self))
            case .start(let tag, let isClosed):
                let name = Self.localName(tag.name)
                if Self.unread.contains(name), !isClosed {
                    skip(tag.name, name, in: &scanner)
                } else {
                    open(name)
                    if isClosed, !Self.void.contains(name) { close(name) }
                }
            case .end(let name): close(Self.localName(name))
            case .other: continue
            }
        }
        flush()
    }

    /// The lines of a text, each a paragraph; lines broken at one width are joined.
    init(plain text: String) {
        paragraphs = HardWrap.joined(PageLine.lines(of: text)).map(\.text)
    }

    /// The text of `html` in one line.
    static func line(of html: String) -> String {
        guard html.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x0A || $0 == 0x0D }) else {
            return normalizedText(html)
        }
        let text = FragmentText(html)
        return (text.paragraphs + text.captions).joined(separator: "\n").split(separator: "\n").joined(separator: " ")
    }

    /// Whether `text` holds tags or entities of HTML, so that it is not meant to be read as it is.
    static func looksLikeHTML(_ text: String) -> Bool {
        let hasTags = text.utf8.contains(0x3C)
        guard hasTags || text.utf8.contains(0x26) else { return false }
        let bytes = Array(text.utf8)
        if MarkupEntities.decoded(bytes[...]).utf8.count != bytes.count { return true }
        guard hasTags else { return false }
        var scanner = MarkupScanner(bytes)
        while let piece = scanner.next() {
            switch piece {
            case .start(let tag, _): if known.contains(localName(tag.name)) { return true }
            case .end(let name): if known.contains(localName(name)) { return true }
            case .other(let range): if bytes[range].starts(with: "<!--".utf8) { return true }
            case .text, .section: continue
            }
        }
        return false
    }

    /// Whether `html` is a whole page, which has a frame around its story.
    static func isPage(_ html: String) -> Bool {
        var scanner = MarkupScanner(Array(html.utf8.prefix(4_096)))
        while let piece = scanner.next() {
            guard case .start(let tag, _) = piece else { continue }
            if ["html", "head", "body"].contains(localName(tag.name)) { return true }
        }
        return false
    }

    // MARK: Elements

    /// Goes on behind an element whose content is not read. One that is never closed ends where it begins, but for
    /// scripts and styles, which go on to the end.
    private mutating func skip(_ tag: String, _ name: String, in scanner: inout MarkupScanner) {
        guard !unclosed.contains(name) else { return }
        if let close = scanner.closingTag(of: tag) {
            scanner.skip(to: close)
        } else if name == "script" || name == "style" {
            scanner.skip(to: scanner.bytes.count)
        } else {
            unclosed.insert(name)
        }
    }

    private mutating func open(_ name: String) {
        switch name {
        case "br": current.append(0x0A)
        case "hr": flush()
        case "li":
            if !isList { flush() }
            isList = true
            if current.last != 0x0A, !current.isEmpty { current.append(0x0A) }
            if let number = numbers.last, number > 0 {
                current += "\(number). ".utf8
                numbers[numbers.count - 1] += 1
            } else {
                current += "• ".utf8
            }
            itemStart = current.count
        case "ol", "ul":
            if !isList { flush() }
            numbers.append(name == "ol" ? 1 : 0)
        case "pre", "textarea":
            flush()
            preformattedDepth += 1
        case "figcaption":
            flush()
            captionDepth += 1
        case "td", "th": if current.last.map({ $0 > 0x20 }) ?? false { current.append(0x20) }
        case _ where Self.blocks.contains(name):
            // A paragraph within an item of a list goes on with it.
            if isList, current.count == itemStart { return }
            if isList, !numbers.isEmpty, name == "p" || name == "div" { current.append(0x0A) } else { flush() }
        default: break
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "ul", "ol":
            _ = numbers.popLast()
            if numbers.isEmpty { flush() }
        case "li": break
        case "pre", "textarea":
            flush()
            preformattedDepth = max(0, preformattedDepth - 1)
        case "figcaption":
            flush()
            captionDepth = max(0, captionDepth - 1)
        case "br": if current.last != 0x0A { current.append(0x0A) }
        case _ where Self.blocks.contains(name): if !isList { flush() }
        default: break
        }
    }

    private mutating func append(_ text: String) {
        if preformattedDepth > 0 {
            current += text.utf8
            return
        }
        for byte in text.utf8 {
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isBlank {
                current.append(byte)
            } else if let last = current.last, last > 0x20 {
                current.append(0x20)
            }
        }
    }

    private mutating func flush() {
        defer {
            current.removeAll(keepingCapacity: true)
            isList = false
        }
        guard current.contains(where: { $0 > 0x20 }) else { return }
        let text = normalizedText(String(decoding: current, as: UTF8.self))
        // An empty line, as of two `<br>`, parts paragraphs; blank lines do within `<pre>` too.
        var lines: [Substring] = []
        func end() {
            let paragraph = lines.filter { $0 != "•" }.joined(separator: "\n")
            if !paragraph.isEmpty {
                if captionDepth > 0 { captions.append(paragraph) } else { paragraphs.append(paragraph) }
            }
            lines = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty, !isList { end() } else if !line.isEmpty { lines.append(line) }
        }
        end()
    }

    /// The name without a prefix, in lower case.
    private static func localName(_ name: String) -> String {
        let lower = name.lowercased()
        return lower.lastIndex(of: ":").map { String(lower[lower.index(after: $0)...]) } ?? lower
    }

    private static let void: Set<String> = ["br", "hr", "img", "input", "meta", "link", "wbr", "area", "col", "embed"]
    private static let unread: Set<String> = [
        "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title", "select",
        "button",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "blockquote", "table", "tr",
        "caption", "section", "article", "header", "footer", "aside", "main", "nav", "figure", "form", "fieldset",
        "address", "center", "body", "html", "details", "summary",
    ]
    private static let known: Set<String> = Set(["ul", "ol"]).union(blocks).union(void).union(unread).union([
        "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "li", "pre", "q",
        "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "td", "th", "tt", "u", "var", "mark", "time",
        "tbody", "thead", "audio", "video", "picture", "figcaption", "label", "map", "param", "source", "dfn", "bdo",
        "applet", "blink", "frame", "frameset", "marquee", "nobr",
    ])
}
