/// Text read out of bytes, and how.
public struct DecodedText: Sendable {
    /// The text; bytes that fit no character stand as U+FFFD.
    public let text: String
    /// The character set's usual name in lower case.
    public let charset: String
    /// Why that character set was taken.
    public let evidence: CharsetEvidence
    /// How many bytes inside UTF-8 text were read as windows-1252 quotes and dashes, see `decodedText`.
    public let foreignPunctuation: Int

    init(_ text: String, _ charset: String, _ evidence: CharsetEvidence, foreignPunctuation: Int = 0) {
        self.text = text
        self.charset = charset
        self.evidence = evidence
        self.foreignPunctuation = foreignPunctuation
    }

    /// How often U+FFFD stands in the text: bytes that were damaged here or earlier. Reads the whole text.
    public var replacementCount: Int {
        var text = text
        return text.withUTF8 { bytes in
            var count = 0
            var position = 0
            while let found = ByteScan.first(0xEF, in: bytes, from: position) {
                guard found + 2 < bytes.count else { break }
                let isReplacement = bytes[found + 1] == 0xBF && bytes[found + 2] == 0xBD
                count += isReplacement ? 1 : 0
                position = found + (isReplacement ? 3 : 1)
            }
            return count
        }
    }

    /// Whether the text is likely to have been read in a wrong character set before it was captured: `Ã©`, `â€™`,
    /// `Ð¿Ñ€`. Reads the whole text.
    public var looksMojibake: Bool { isMojibake(text) }
}

/// Why a character set was taken.
public enum CharsetEvidence: Sendable {
    /// A byte order mark.
    case bom
    /// The name passed as `declared`.
    case header
    /// A declaration inside the bytes.
    case meta
    /// The bytes are UTF-8, or nearly.
    case valid
    /// The bytes were examined statistically.
    case detected
    /// Nothing fitted.
    case fallback
}

/// The text in `bytes`. Always an answer; a byte order mark is not part of the text.
///
/// In this order: byte order mark; `declared` (a header's charset); a declaration in the first 1,024 bytes of markup;
/// UTF-8; detection. Names mean what browsers take them for: `iso-8859-1` and `ascii` are windows-1252, `gb2312` is
/// gb18030, `iso-8859-9` is windows-1254, `tis-620` is windows-874. A declaration yields to UTF-8 when the bytes do not
/// fit it but are valid UTF-8, and also when they are valid UTF-8 and reading them as declared gives mojibake.
///
/// UTF-8 with some damage stays UTF-8: most of its sequences must be valid; damaged bytes become U+FFFD. Single bytes
/// between ASCII that are windows-1252 quotes, dashes or dots (0x85, 0x91–0x97) are read as those, because that is how
/// pasted text reaches such pages and nothing else has these bytes there; `foreignPunctuation` counts them.
///
/// Valid UTF-8 costs one check and one copy. Other character sets are decided on a sample of 8 KB (uchardet: 64 KB).
public func decodedText(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    if let marked = decodedByMark(bytes) { return marked }
    if let declared, let charset = Charset(label: declared) {
        if let text = decoded(bytes, as: charset, evidence: .header) { return text }
    }
    if let label = declaredInMarkup(bytes), let charset = Charset(label: label) {
        // Markup whose declaration could be read byte by byte is not in UTF-16, whatever it says.
        let readable = charset.isWide ? Charset(name: "utf-8") : charset
        if let text = decoded(bytes, as: readable, evidence: .meta) { return text }
    }
    if let wide = wideCharset(of: bytes) {
        return DecodedText(wide.text(of: bytes[...]), wide.name, .detected)
    }
    if let text = String(validating: bytes, as: UTF8.self) {
        if let escaped = Charset.iso2022(in: bytes), let text = escaped.strictText(of: bytes[...]) {
            return DecodedText(text, escaped.name, .detected)
        }
        return DecodedText(text, "utf-8", .valid)
    }
    let form = UTF8Form(of: bytes)
    if form.isMostlyUTF8 { return form.repaired(bytes, evidence: .valid) }
    if let charset = detectedCharset(of: bytes) {
        return DecodedText(charset.text(of: bytes[...]), charset.name, .detected)
    }
    return DecodedText(Charset(name: "windows-1252").text(of: bytes[...]), "windows-1252", .fallback)
}

/// The text of bytes that begin with a byte order mark; `nil` when they do not.
private func decodedByMark(_ bytes: [UInt8]) -> DecodedText? {
    let marks: [(mark: [UInt8], name: String)] = [
        ([0xEF, 0xBB, 0xBF], "utf-8"), ([0xFF, 0xFE, 0, 0], "utf-32le"), ([0, 0, 0xFE, 0xFF], "utf-32be"),
        ([0xFF, 0xFE], "utf-16le"), ([0xFE, 0xFF], "utf-16be"), ([0x84, 0x31, 0x95, 0x33], "gb18030"),
    ]
    guard let first = bytes.first, first >= 0x84 || first == 0,
        let (mark, name) = marks.first(where: { bytes.starts(with: $0.mark) })
    else { return nil }
    let rest = bytes[mark.count...]
    if name == "utf-8" { return UTF8Form(of: Array(rest)).repaired(Array(rest), evidence: .bom) }
    return DecodedText(Charset(name: name).text(of: rest), name, .bom)
}

/// The text in a declared character set; `nil` when the bytes plainly are in another one.
private func decoded(_ bytes: [UInt8], as charset: Charset, evidence: CharsetEvidence) -> DecodedText? {
    let form = UTF8Form(of: bytes)
    if charset.name == "utf-8" {
        if form.isValid { return DecodedText(String(decoding: bytes, as: UTF8.self), "utf-8", evidence) }
        return form.isMostlyUTF8 ? form.repaired(bytes, evidence: evidence) : nil
    }
    let isUTF8 = form.isValid && form.sequences > 0
    if let text = charset.strictText(of: bytes[...]) {
        let yields = isUTF8 && (charset.isSingleByte ? isMojibake(text) : !charset.isWide && form.sequences >= 2)
        if charset.isWide && form.isValid && !bytes.contains(0) { return nil }
        return yields ? nil : DecodedText(text, charset.name, evidence)
    }
    if isUTF8 || charset.isWide { return nil }
    // A few damaged bytes do not refute a declaration.
    let text = charset.text(of: bytes[...])
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    let decoded = DecodedText(text, charset.name, evidence)
    return decoded.replacementCount * 10 <= high ? decoded : nil
}

/// The character set that markup names in its first 1,024 bytes (`<meta charset>`, an XML declaration).
private func declaredInMarkup(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(1_024).drop { $0 <= 0x20 }
    guard head.first == UInt8(ascii: "<"), let second = head.dropFirst().first,
        second == UInt8(ascii: "!") || second == UInt8(ascii: "?") || (0x61...0x7A).contains(second | 0x20)
    else { return nil }
    let lower = head.map(asciiLowercase)
    for (opening, key) in [("<?xml", "encoding"), ("<meta", "charset")] {
        var start = 0
        while let tag = firstIndex(of: Array(opening.utf8), in: lower, from: start) {
            let end = lower[tag...].firstIndex(of: UInt8(ascii: ">")) ?? lower.count
            start = end
            guard let at = firstIndex(of: Array(key.utf8), in: lower, from: tag), at < end else { continue }
            let rest = lower[(at + key.utf8.count)..<end].drop { $0 <= 0x20 }
            guard rest.first == UInt8(ascii: "=") else { continue }
            let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
                .prefix { $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F && $0 != 0x3F }
            if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
        }
    }
    return nil
}

private func firstIndex(of needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard start <= bytes.count - needle.count else { return nil }
    return (start...(bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) }
}
