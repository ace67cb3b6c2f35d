import NewsModel
import NewsText

/// Reads Markdown with named values above it, as Hugo, Jekyll, Obsidian and savers of pages write it.
enum MarkdownReader {
    /// The page in a text; `nil` when no values that an article has stand above it.
    static func read(_ decoded: DecodedText, hints: CaptureHints) throws(CaptureRejection) -> PageReading? {
        guard let front = FrontMatter(above: decoded.text) else { return nil }
        let members = front.members.map { JSONValue.Member(name: ownName($0.name), value: $0.value) }
        guard members.contains(where: { RecordField(named: $0.name) != nil }) else { return nil }
        let story = MarkdownText(front.rest, firstLine: front.lineCount + 1)
        var reader = RecordPageReader(Record(members), decoded: decoded, hints: hints)
        return try reader.read(story)
    }

    /// The name of a value without that of the table which only groups such values.
    private static func ownName(_ name: String) -> String {
        guard let dot = name.firstIndex(of: "."), ["taxonomies", "params", "extra"].contains(name[..<dot]) else {
            return name
        }
        return String(name[name.index(after: dot)...])
    }
}

/// Markdown as text: without the signs of headings, emphasis and links; lists and quotations stay text.
struct MarkdownText {
    private(set) var lines: [PageLine] = []
    /// The texts of images.
    private(set) var captions: [String] = []
    /// The heading of the first rank that the text begins with; `nil` when it begins otherwise.
    private(set) var title: String?

    /// The text of `markdown`, whose first line is line `firstLine` of the capture.
    init(_ markdown: Substring, firstLine: Int) {
        var isCode = false
        var printed: [PageLine] = []
        for line in PageLine.lines(of: String(markdown)) {
            if line.text.hasPrefix("```") || line.text.hasPrefix("~~~") {
                isCode.toggle()
                continue
            }
            let text = isCode ? line.text : text(of: line.text)
            guard !text.isEmpty else { continue }
            // A heading is a paragraph of its own, also without empty lines around it.
            let isHeading = !isCode && Self.heading(line.text) != nil
            let follows = printed.last.map { headings.contains($0.number) } ?? false
            if printed.isEmpty, line.text.hasPrefix("# ") { title = text }
            if isHeading { headings.insert(firstLine + line.number - 1) }
            printed.append(
                PageLine(
                    number: firstLine + line.number - 1, text: text,
                    blanksBefore: isHeading || follows ? max(1, line.blanksBefore) : line.blanksBefore))
        }
        lines = joined(printed)
    }

    private var headings: Set<Int> = []
    /// How many brackets were no links; a text of nothing but brackets is not searched for each of them.
    private var failures = 0

    /// In Markdown a paragraph goes on until an empty line; lists and hard line ends part it.
    private func joined(_ printed: [PageLine]) -> [PageLine] {
        var lines: [PageLine] = []
        for line in printed {
            guard let last = lines.last, line.blanksBefore == 0, LineShape.bullet(line.text) == nil,
                !headings.contains(last.number)
            else {
                lines.append(line)
                continue
            }
            lines[lines.count - 1] = PageLine(
                number: last.number, text: last.text + " " + line.text, blanksBefore: last.blanksBefore)
        }
        return lines
    }

    private static func heading(_ line: String) -> Substring? {
        let signs = line.prefix { $0 == "#" }
        guard (1...6).contains(signs.count) else { return nil }
        let rest = line.dropFirst(signs.count)
        guard rest.first == " " else { return nil }
        var text = rest.dropFirst()
        while text.last == "#" || text.last == " " { text = text.dropLast() }
        return text
    }

    /// The text of a line; empty for lines of signs and of definitions.
    private mutating func text(of line: String) -> String {
        if line.utf8.allSatisfy({ $0 == 0x3D || $0 == 0x2D || $0 == 0x20 }), line.utf8.count >= 3 { return "" }
        var rest = Self.heading(line) ?? line[...]
        while rest.hasPrefix("> ") || rest == ">" { rest = rest.dropFirst(rest == ">" ? 1 : 2) }
        var bullet = ""
        if let sign = rest.first, sign == "-" || sign == "*" || sign == "+", rest.dropFirst().first == " " {
            bullet = "• "
            rest = rest.dropFirst(2)
        }
        let signs = rest.utf8.count { $0 == 0x5B || $0 == 0x2A || $0 == 0x5F || $0 == 0x60 }
        guard signs <= Self.mostSigns else { return bullet + normalizedText(String(rest)) }
        return bullet + normalizedText(withoutEmphasis(withoutLinks(rest)))
    }

    /// A line with more signs of links and emphasis stays as it is: nobody wrote it.
    private static let mostSigns = 20_000

    /// `[text](address)` as its text, `![text](address)` as a caption, `[[page|text]]` as its text.
    private mutating func withoutLinks(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "[")) else { return String(text) }
        var output = ""
        var rest = text
        while let open = rest.firstIndex(of: "[") {
            let isImage = open > rest.startIndex && rest[rest.index(before: open)] == "!"
            guard failures < 100, let (inner, behind) = Self.link(rest[open...]) else {
                failures += 1
                output += rest[...open]
                rest = rest[rest.index(after: open)...]
                continue
            }
            output += isImage ? rest[..<rest.index(before: open)] : rest[..<open]
            if isImage {
                let caption = normalizedText(String(inner))
                if !caption.isEmpty { captions.append(caption) }
            } else {
                output += withoutLinks(inner)
            }
            rest = behind
        }
        return output + rest
    }

    /// The text of the link that opens `text`, and what stands behind it.
    private static func link(_ text: Substring) -> (inner: Substring, behind: Substring)? {
        if text.hasPrefix("[["), let close = text.range(ofText: "]]") {
            let inner = text[text.index(text.startIndex, offsetBy: 2)..<close.lowerBound]
            let shown = inner.lastIndex(of: "|").map { inner[inner.index(after: $0)...] } ?? inner
            return (shown, text[close.upperBound...])
        }
        var depth = 0
        guard
            let close = text.prefix(2_000).indices.first(where: { index in
                depth += text[index] == "[" ? 1 : text[index] == "]" ? -1 : 0
                return depth == 0
            })
        else { return nil }
        let behind = text[text.index(after: close)...]
        guard behind.first == "(", let end = behind.firstIndex(of: ")") else { return nil }
        return (text[text.index(after: text.startIndex)..<close], behind[behind.index(after: end)...])
    }

    /// Without `**`, `__` and `` ` `` around words, and `*` and `_` where they stand at both ends of a stretch.
    private func withoutEmphasis(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x2A || $0 == 0x5F || $0 == 0x60 || $0 == 0x5C }) else { return text }
        var text = text
        for sign in ["***", "**", "__", "`", "*", "_"] { text = Self.without(sign, in: text) }
        var output = ""
        var isEscaped = false
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            if isEscaped, !character.isPunctuation, !character.isSymbol { output += "\\" }
            output.append(character)
            isEscaped = false
        }
        return isEscaped ? output + "\\" : output
    }

    /// `text` without pairs of `sign` of which the first stands before and the second behind a word.
    private static func without(_ sign: String, in text: String) -> String {
        var output = ""
        var rest = text[...]
        while let open = rest.range(ofText: sign) {
            let before = rest[..<open.lowerBound].last
            let inner = rest[open.upperBound...]
            let opens =
                (before.map { !$0.isLetter && !$0.isNumber && $0 != "\\" && $0 != sign.first } ?? true)
                && inner.first.map { !$0.isWhitespace && $0 != sign.first } ?? false
            guard opens, let close = inner.range(ofText: sign), let last = inner[..<close.lowerBound].last,
                !last.isWhitespace,
                inner[close.upperBound...].first.map({ !$0.isLetter && !$0.isNumber && $0 != sign.first }) ?? true
            else {
                output += rest[..<open.upperBound]
                rest = inner
                continue
            }
            output += rest[..<open.lowerBound] + inner[..<close.lowerBound]
            rest = inner[close.upperBound...]
        }
        return output + rest
    }
}

extension Substring {
    fileprivate func range(ofText text: String) -> Range<Index>? {
        guard let first = text.first else { return nil }
        var from = startIndex
        while let start = self[from...].firstIndex(of: first) {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            from = index(after: start)
        }
        return nil
    }
}
