/// Tells HTML, feeds and other XML by their first tags.
enum MarkupSniffing {
    /// The kind of `opening`, which begins with no blank; `nil` when it is no markup.
    static func kind(of opening: ArraySlice<UInt8>) -> CaptureKind? {
        guard opening.first == 0x3C else { return holdsPage(opening) ? .html : nil }
        var rest = opening
        var isXML = false
        while rest.first == 0x3C {
            let tag = String(decoding: rest.dropFirst().prefix(64), as: UTF8.self).lowercased()
            if tag.hasPrefix("!--") {
                guard let end = end(of: Array("-->".utf8), in: rest) else { return isXML ? .other("XML") : .html }
                rest = rest[end...].drop(while: CaptureKind.isBlank)
                continue
            }
            if tag.hasPrefix("!doctype") {
                let name = tag.dropFirst(8).drop { $0.isWhitespace }.prefix { $0.isLetter || $0 == ":" }
                if name == "html" { return .html }
                if name.isEmpty || name == "rss" || name == "rdf:rdf" { isXML = isXML || !name.isEmpty }
                // A document type may declare entities in brackets.
                let body = rest.prefix { $0 != 0x3E }
                let close = body.contains(0x5B) ? Array("]>".utf8) : [0x3E]
                guard let end = end(of: close, in: rest) else { return isXML ? .other("XML") : .html }
                rest = rest[end...].drop(while: CaptureKind.isBlank)
                continue
            }
            if tag.hasPrefix("?") {
                isXML = isXML || tag.hasPrefix("?xml")
                guard let end = end(of: [0x3E], in: rest) else { return .other("XML") }
                rest = rest[end...].drop(while: CaptureKind.isBlank)
                continue
            }
            return element(tag, isXML: isXML) ?? (holdsPage(opening) ? .html : nil)
        }
        if rest.isEmpty { return isXML ? .other("XML") : .html }
        return isXML ? .other("XML") : holdsPage(opening) ? .html : nil
    }

    private static func element(_ tag: String, isXML: Bool) -> CaptureKind? {
        let name = String(tag.prefix { $0.isLetter || $0.isNumber || $0 == ":" || $0 == "-" || $0 == "_" })
        let local = name.split(separator: ":").last.map(String.init) ?? ""
        if ["rss", "feed", "rdf:rdf", "channel"].contains(name) || isXML && ["feed", "rss", "rdf"].contains(local) {
            return .feed
        }
        if isXML { return name == "html" || local == "html" ? .html : .other("XML") }
        let end = tag.dropFirst(name.count).first
        guard htmlElements.contains(name), end.map({ $0 == ">" || $0 == "/" || $0.isWhitespace }) ?? false else {
            return name == "svg" || name == "urlset" || name == "sitemapindex" ? .other("XML") : nil
        }
        return .html
    }

    /// Whether a page begins within, behind text that does not belong to it.
    private static func holdsPage(_ opening: ArraySlice<UInt8>) -> Bool {
        guard opening.prefix(4_096).contains(0x3C) else { return false }
        let text = opening.prefix(4_096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        func holds(_ word: String) -> Bool { end(of: Array(word.utf8), in: text[...]) != nil }
        return holds("<!doctype html") || holds("<html") && (holds("<head") || holds("<body"))
    }

    /// Where `word` ends in `bytes`.
    private static func end(of word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        while let start = rest.firstIndex(of: word[0]) {
            if rest[start...].starts(with: word) { return start + word.count }
            rest = rest[(start + 1)...]
        }
        return nil
    }

    private static let htmlElements: Set<String> = [
        "html", "head", "body", "div", "article", "main", "section", "p", "script", "style", "table", "h1", "h2",
        "header", "meta", "title", "link", "span", "a", "ul", "nav", "base", "img", "center", "font", "noscript",
    ]
}

/// Tells JSON, JSON Lines and CSV by their first signs.
enum RecordSniffing {
    /// The kind of `opening`, which begins with no blank; `nil` when it is none of these.
    static func kind(of opening: ArraySlice<UInt8>, isWhole: Bool) -> CaptureKind? {
        json(opening, isWhole: isWhole) ?? (isCSV(opening) ? .csv : nil)
    }

    private static func json(_ opening: ArraySlice<UInt8>, isWhole: Bool) -> CaptureKind? {
        let inner = opening.dropFirst().drop(while: CaptureKind.isBlank)
        switch (opening.first, inner.first) {
        case (0x5B, 0x7B):
            return isObject(inner) ? .json : nil
        case (0x5B, 0x22):
            return isWhole && opening.last(where: { !CaptureKind.isBlank($0) }) == 0x5D ? .other("a list in JSON") : nil
        case (0x7B, _) where isObject(opening):
            if isJSONFeed(opening) { return .feed }
            let line = opening.prefix { $0 != 0x0A }
            let isOneLine = line.last { !CaptureKind.isBlank($0) } == 0x7D
            return isOneLine || (line.count == opening.count && !isWhole) ? .jsonl : .json
        default:
            return nil
        }
    }

    /// Whether an object begins here: with a name and a colon, or it is empty.
    private static func isObject(_ bytes: ArraySlice<UInt8>) -> Bool {
        let name = bytes.dropFirst().drop(while: CaptureKind.isBlank)
        if name.first == 0x7D { return true }
        guard name.first == 0x22, let close = name.dropFirst().prefix(256).firstIndex(of: 0x22) else { return false }
        return name[(close + 1)...].drop(while: CaptureKind.isBlank).first == 0x3A
    }

    private static func isJSONFeed(_ bytes: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        return text.contains("jsonfeed.org/version/") || text.contains("jsonfeed.org\\/version\\/")
    }

    /// Whether the first line names columns: three or more identifiers without blanks, more lines below.
    private static func isCSV(_ bytes: ArraySlice<UInt8>) -> Bool {
        let header = bytes.prefix(4_096).prefix { $0 != 0x0A && $0 != 0x0D }
        guard bytes[header.endIndex...].contains(where: { !CaptureKind.isBlank($0) }) else { return false }
        return [UInt8(0x2C), 0x3B, 0x09].contains { separator in
            let names = header.split(separator: separator, omittingEmptySubsequences: false)
            return names.count >= 3 && names.allSatisfy(isColumnName)
        }
    }

    /// An identifier, perhaps in quotes.
    private static func isColumnName(_ name: ArraySlice<UInt8>) -> Bool {
        let isQuoted = name.count > 2 && name.first == 0x22 && name.last == 0x22
        let inner = isQuoted ? name.dropFirst().dropLast() : name
        guard let first = inner.first, isLetter(first) || first == 0x5F else { return false }
        return inner.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x5F, 0x2D, 0x2E].contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}

/// Tells pages saved as one mail (MHTML).
enum MHTMLSniffing {
    /// Whether `opening` begins with the header of a mail of several parts, or of a page as a mail.
    static func isArchive(_ opening: ArraySlice<UInt8>) -> Bool {
        // Nearly all that is no mail is told by its first letters: the name of a field ends with a colon.
        let name = opening.prefix { $0 == 0x2D || (0x41...0x5A).contains($0 & 0xDF) }
        guard name.endIndex < opening.endIndex, opening[name.endIndex] == 0x3A else { return false }
        var lines: [[UInt8]] = []
        for line in opening.prefix(8_192).split(separator: 0x0A, omittingEmptySubsequences: false) {
            let text = line.last == 0x0D ? line.dropLast() : line
            if text.isEmpty { break }
            lines.append(Array(text))
        }
        let header = HeaderFields(lines: lines)
        guard header["mime-version"] != nil, let type = header["content-type"].map({ MediaType($0) }) else {
            return false
        }
        return type.name == "multipart/related" || type.name == "multipart/alternative"
            || type.name == "multipart/mixed" && header["snapshot-content-location"] != nil
            || type.name == "text/html" && header["content-transfer-encoding"] != nil
    }
}
