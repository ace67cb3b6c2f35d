import NewsText

/// The printed text of a story's blocks.
struct BlockText {
    let tree: HTMLTree
    let blocks: [TextBlock]

    /// Paragraphs; the items of one list are one, each on its line behind its sign.
    var paragraphs: [String] {
        var paragraphs: [String] = []
        var list: HTMLTree.Node?
        var numbers: [HTMLTree.Node: Int] = [:]
        for block in blocks where !block.isStandfirst {
            let text = normalizedText(block.text)
            guard !text.isEmpty else { continue }
            guard block.tag == .li, let around = self.list(around: block.node) else {
                list = nil
                paragraphs.append(text)
                continue
            }
            let item: String
            if tree.tag(of: around) == .ol {
                let number = numbers[around] ?? tree.attribute(.start, of: around).flatMap { Int($0) } ?? 1
                numbers[around] = number &+ 1
                item = "\(number). \(text)"
            } else {
                item = "• \(text)"
            }
            if list == around, let last = paragraphs.popLast() {
                paragraphs.append(last + "\n" + item)
            } else {
                paragraphs.append(item)
            }
            list = around
        }
        return paragraphs
    }

    /// The summary printed above the body; `nil` when there is none.
    var standfirst: String? {
        let texts = blocks.filter(\.isStandfirst).map { normalizedText($0.text) }.filter { !$0.isEmpty }
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    private func list(around node: HTMLTree.Node) -> HTMLTree.Node? {
        ([node] + tree.ancestors(of: node)).first { tree.tag(of: $0) == .ul || tree.tag(of: $0) == .ol }
    }
}
