import NewsText

/// Lines within a story that point to another one: a label, then the other story's headline as a link.
///
/// A label is known by its words, or, in whatever language, by standing before several links of the page.
struct PointerLines {
    let tree: HTMLTree

    /// Leaves out the blocks of such lines.
    func mark(_ blocks: inout [TextBlock]) {
        var unknown: [String: [Int]] = [:]
        for index in blocks.indices {
            guard let label = label(of: blocks[index]) else { continue }
            if PagePhrases.role(of: label).isDisjoint(with: [.pointer, .related]) {
                unknown[label, default: []].append(index)
            } else {
                blocks[index].reason = .pointer
            }
        }
        for indices in unknown.values where indices.count > 1 {
            for index in indices { blocks[index].reason = .pointer }
        }
    }

    /// The words before the only link of a line, with which it ends, when a sign of a label stands between.
    private func label(of block: TextBlock) -> String? {
        guard block.reason == nil, block.links.count == 1, block.linked >= 12, block.length - block.linked <= 60,
            block.tag == .p || block.tag == .div
        else { return nil }
        let link = tree.text(of: block.links[0])
        guard block.text.hasSuffix(link) else { return nil }
        let label = block.text.dropLast(link.count).drop(while: \.isWhitespace)
        let sign = label.last { !$0.isWhitespace }
        return sign.map(Self.signs.contains) == true && label.contains(where: \.isLetter) ? String(label) : nil
    }

    private static let signs: Set<Character> = [":", "：", "|", "–", "—", "-", ">", "»", "→", "►", "▶"]
}
