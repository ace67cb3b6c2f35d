/// Tells by their content what bytes are that were met as text.
enum ContentSniffing {
    /// Why `bytes` cannot be read as text; `nil` when they can. Looks at the first 64 KB.
    static func rejection(of bytes: [UInt8], declaredCharset: String?) -> CaptureRejection? {
        if bytes.count > CaptureRejection.longest { return .tooLong(bytes: bytes.count) }
        if bytes.allSatisfy(isBlank) { return .empty }
        for (signature, name) in signatures where bytes.starts(with: signature) { return .otherFormat(name) }
        if startsWithUnicodeMark(bytes) { return nil }
        if let name = markup(bytes) { return .otherFormat(name) }
        if isJSON(bytes) { return .otherFormat("JSON") }
        if isCSV(bytes) { return .otherFormat("CSV") }
        return isBinary(bytes.prefix(65_536), declaredCharset: declaredCharset) ? .binary : nil
    }

    private static let signatures: [([UInt8], String)] = [
        ([0x1F, 0x8B], "gzip"),
        (Array("PK\u{3}\u{4}".utf8), "a ZIP file"),
        (Array("%PDF-".utf8), "PDF"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF87a".utf8), "a GIF image"),
        (Array("GIF89a".utf8), "a GIF image"),
        ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
        (Array("BZh9".utf8), "bzip2"),
        (Array("SQLite format 3\u{0}".utf8), "an SQLite file"),
        (Array("WARC/1.".utf8), "a WARC file"),
    ]

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func startsWithUnicodeMark(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    /// `HTML` or `XML` when the first thing in `bytes` is a tag of one.
    private static func markup(_ bytes: [UInt8]) -> String? {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let opening = body.drop(while: isBlank).prefix(64)
        guard opening.first == 0x3C else { return nil }
        let text = String(decoding: opening.dropFirst(), as: UTF8.self).lowercased()
        if text.hasPrefix("?xml") || text.hasPrefix("rss") || text.hasPrefix("feed") { return "XML" }
        if text.hasPrefix("!doctype") || text.hasPrefix("!--") { return "HTML" }
        let name = text.prefix(while: { $0.isLetter || $0.isNumber })
        let end = text.dropFirst(name.count).first
        guard htmlElements.contains(String(name)), end == ">" || end == " " || end == "\n" || end == "/" else {
            return nil
        }
        return "HTML"
    }

    private static let htmlElements: Set<String> = [
        "html", "head", "body", "div", "article", "main", "section", "p", "script", "style", "table", "h1", "header",
        "meta", "title", "link", "span", "a", "ul", "nav",
    ]

    /// Whether `bytes` are one JSON object or array of such, by their first and last signs.
    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        var opening = bytes.drop(while: isBlank)
        if opening.starts(with: [0xEF, 0xBB, 0xBF]) { opening = opening.dropFirst(3).drop(while: isBlank) }
        guard let last = bytes.last(where: { !isBlank($0) }) else { return false }
        if opening.first == 0x5B {
            opening = opening.dropFirst().drop(while: isBlank)
            guard last == 0x5D, opening.first == 0x7B || opening.first == 0x22 else { return false }
            return true
        }
        guard opening.first == 0x7B, last == 0x7D else { return false }
        let next = opening.dropFirst().drop(while: isBlank).first
        return next == 0x22 || next == 0x7D
    }

    /// Whether the first line names columns: three or more identifiers without blanks between commas, more lines below.
    private static func isCSV(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let header = bytes[start...].prefix(4_096).prefix { $0 != 0x0A && $0 != 0x0D }
        let names = header.split(separator: 0x2C, omittingEmptySubsequences: false)
        guard names.count >= 3, names.allSatisfy(isColumnName) else { return false }
        return bytes[header.endIndex...].contains { !isBlank($0) }
    }

    /// An identifier, perhaps in quotes.
    private static func isColumnName(_ name: ArraySlice<UInt8>) -> Bool {
        let isQuoted = name.count > 2 && name.first == 0x22 && name.last == 0x22
        let inner = isQuoted ? name.dropFirst().dropLast() : name
        guard let first = inner.first, isLetter(first) || first == 0x5F else { return false }
        return inner.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x5F, 0x2D, 0x2E].contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static func isBinary(_ bytes: ArraySlice<UInt8>, declaredCharset: String?) -> Bool {
        if let declaredCharset, declaredCharset.lowercased().hasPrefix("utf-16") { return false }
        var zeros = 0
        var controls = 0
        for byte in bytes where byte < 0x20 {
            switch byte {
            case 0: zeros += 1
            case 0x08...0x0D, 0x1B, 0x0E, 0x0F: break
            default: controls += 1
            }
        }
        return zeros * 10 > bytes.count || controls * 20 > bytes.count
    }
}
