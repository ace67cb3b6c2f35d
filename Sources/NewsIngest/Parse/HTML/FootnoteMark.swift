/// Raised signs that refer to notes.
enum FootnoteMark {
    /// The reference that a raised element is, written so that it does not run into the word before it: `[1]` for a
    /// raised 1, `*` for a star; `nil` when it is something else (m², 1st).
    static func sign(at node: HTMLTree.Node, in tree: HTMLTree) -> String? {
        let text = tree.text(of: node)
        guard (1...5).contains(text.utf8.count) else { return nil }
        if text.allSatisfy({ "*†‡§".contains($0) }) { return text }
        let inner = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        guard (1...3).contains(inner.utf8.count), inner.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return isLink(node, in: tree) ? "[\(inner)]" : nil
    }

    /// Whether the element holds, or stands in, a link to a place in the page.
    private static func isLink(_ node: HTMLTree.Node, in tree: HTMLTree) -> Bool {
        let inside = tree.subtree(of: node)
        let around = tree.ancestors(of: node).prefix(2)
        return (Array(inside) + around).contains { tree.tag(of: $0) == .a && isFragment(tree.attribute(.href, of: $0)) }
    }

    private static func isFragment(_ address: String?) -> Bool { address?.utf8.contains(0x23) ?? false }
}
