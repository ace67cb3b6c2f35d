import NewsText

/// `text` as one printed line: entities resolved, tags taken out, blanks made one.
func plainLine(_ text: String) -> String {
    var line = text
    for _ in 0..<2 where holdsMarkup(line) { line = markupText(line) }
    line = normalizedText(line)
    return line.utf8.contains(0x0A) ? line.split(separator: "\n").joined(separator: " ") : line
}

/// `text` with its lines kept, a line for each block of its markup.
func plainText(_ text: String) -> String {
    var output = text
    for _ in 0..<2 where holdsMarkup(output) { output = markupText(output) }
    return normalizedText(output)
}

/// Whether there is something in `text` that looks like a tag or an entity.
private func holdsMarkup(_ text: String) -> Bool {
    let bytes = text.utf8
    var index = bytes.startIndex
    while let sign = bytes[index...].firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
        let next = bytes.index(after: sign)
        guard next < bytes.endIndex else { return false }
        let byte = bytes[next]
        let isLetter = (0x61...0x7A).contains(byte | 0x20)
        if bytes[sign] == 0x3C, isLetter || byte == 0x2F || byte == 0x21 { return true }
        if bytes[sign] == 0x26, isLetter || byte == 0x23, bytes[next...].prefix(12).contains(0x3B) { return true }
        index = next
    }
    return false
}

/// The text of `markup`, its blocks in lines.
private func markupText(_ markup: String) -> String {
    // The parser takes line ends for blanks.
    let source = markup.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
    guard let tree = try? HTMLParser.tree(of: source).tree else { return markup }
    var lines: [UInt8] = []
    for node in tree.nodes {
        let tag = tree.tag(of: node)
        if tag == .text, tree.parent(of: node).map({ tree.tag(of: $0) }) != .script {
            lines += tree.textBytes(of: node)
        } else if tag == .br || tag.isBlock {
            lines.append(0x0A)
        }
    }
    return String(decoding: lines, as: UTF8.self)
}
