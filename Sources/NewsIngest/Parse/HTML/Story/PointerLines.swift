import NewsText

/// Lines within a story that point to another one: a label, then the other story's headline as a link.
///
/// A label is known by its words or an arrow before them, or, in whatever language, by standing before several links of
/// the page.
struct PointerLines {
    let tree: HTMLTree

    /// Leaves out the blocks of such lines.
    func mark(_ blocks: inout [TextBlock]) {
        var unknown: [String: [Int]] = [:]
        for index in blocks.indices {
            guard let label = label(of: blocks[index]) else { continue }
            let hasArrow = label.first.map(Self.arrows.contains) == true
            if hasArrow || !PagePhrases.role(of: label).isDisjoint(with: [.pointer, .related]) {
                blocks[index].reason = .pointer
            } else if isHeadline(blocks[index].links[0]) {
                unknown[label, default: []].append(index)
            }
        }
        for indices in unknown.values where indices.count > 1 {
            for index in indices { blocks[index].reason = .pointer }
        }
    }

    /// The words before the only link of a line, with which it ends, when a sign of a label stands between or an arrow
    /// before them.
    private func label(of block: TextBlock) -> String? {
        guard block.reason == nil, block.links.count == 1, block.linked >= 12, block.length - block.linked <= 60,
            block.tag == .p || block.tag == .div
        else { return nil }
        let link = tree.text(of: block.links[0])
        guard block.text.hasSuffix(link) else { return nil }
        let label = block.text.dropLast(link.count).drop(while: \.isWhitespace)
        guard let first = label.first, let last = label.last(where: { !$0.isWhitespace }) else { return nil }
        let isLabel = Self.signs.contains(last) && label.contains(where: \.isLetter)
        return isLabel || Self.arrows.contains(first) ? String(label) : nil
    }

    /// Whether a link is as long as a headline: the name of a site behind `Website:` is not.
    private func isHeadline(_ link: HTMLTree.Node) -> Bool {
        let text = tree.text(of: link)
        return TextShape(Array(text.utf8)).isIdeographic || text.split(separator: " ").count >= 4
    }

    private static let arrows: Set<Character> = [">", "»", "→", "►", "▶", "➤", "➡"]
    private static let signs: Set<Character> = arrows.union([":", "：", "|", "–", "—", "-"])
}
