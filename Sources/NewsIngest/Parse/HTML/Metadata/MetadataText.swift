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
    return String(decoding: tree.blockText(of: 0), as: UTF8.self)
}

extension HTMLTree {
    /// The text in `node` with `separator` wherever a block begins or ends and at breaks; what is beyond `limit` bytes is
    /// left out.
    func blockText(of node: Node, separator: UInt8 = 0x0A, limit: Int = .max) -> [UInt8] {
        var text: [UInt8] = []
        var blockEnds: [Node] = []
        var index = node
        let end = end(of: node)
        while index < end, text.count < limit {
            while let last = blockEnds.last, last <= index {
                blockEnds.removeLast()
                text.append(separator)
            }
            let tag = tag(of: index)
            switch tag {
            case .text: text += textBytes(of: index)
            case .script, .style, .template, .noscript:
                index = self.end(of: index)
                continue
            default:
                if tag == .br || tag.isBlock { text.append(separator) }
                if tag.isBlock { blockEnds.append(self.end(of: index)) }
            }
            index += 1
        }
        return text
    }
}
