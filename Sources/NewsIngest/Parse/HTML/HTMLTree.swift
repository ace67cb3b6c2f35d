/// A tree in the making; see `HTMLTree` for what the parts mean.
struct HTMLTreeParts {
    var tags: [HTMLTag] = []
    var parents: [Int32] = []
    var ends: [Int32] = []
    var ranges: [Range<Int32>] = []
    var attributes: [HTMLTree.AttributeValue] = []
    var bytes: [UInt8] = []
}

/// The elements and texts of an HTML page, in the order they are written.
///
/// A node is a number: those of a subtree are the numbers from its root up to `end(of:)`, so walking one is counting.
/// Node 0 is `html`. Texts have their entities resolved and each run of blanks made one; only the attributes of
/// `HTMLAttribute` are there. Immutable; made by `HTMLParser`.
final class HTMLTree: Sendable {
    /// A node's number.
    typealias Node = Int

    /// One attribute of one node, its value among the tree's bytes.
    struct AttributeValue: Sendable {
        let name: HTMLAttribute
        let range: Range<Int32>
    }

    private let tags: [HTMLTag]
    private let parents: [Int32]
    private let ends: [Int32]
    /// For a text its bytes, for an element its attributes.
    private let ranges: [Range<Int32>]
    private let attributes: [AttributeValue]
    /// Texts and attribute values.
    private let bytes: [UInt8]

    init(_ parts: HTMLTreeParts) {
        tags = parts.tags
        parents = parts.parents
        ends = parts.ends
        ranges = parts.ranges
        attributes = parts.attributes
        bytes = parts.bytes
    }

    /// How many nodes there are.
    var count: Int { tags.count }
    /// All nodes.
    var nodes: Range<Node> { 0..<tags.count }

    /// What `node` is.
    func tag(of node: Node) -> HTMLTag { tags[node] }
    /// The element it stands in; `nil` for the root.
    func parent(of node: Node) -> Node? { parents[node] < 0 ? nil : Int(parents[node]) }
    /// The number behind its last descendant.
    func end(of node: Node) -> Node { Int(ends[node]) }
    /// It and all that is in it.
    func subtree(of node: Node) -> Range<Node> { node..<Int(ends[node]) }
    /// Whether `node` is `ancestor` or stands in it.
    func isNode(_ node: Node, within ancestor: Node) -> Bool { subtree(of: ancestor).contains(node) }

    /// What stands directly in `node`, in order.
    func children(of node: Node) -> Children { Children(tree: self, child: node + 1, end: end(of: node)) }

    /// The nodes of one parent.
    struct Children: Sequence, IteratorProtocol {
        let tree: HTMLTree
        var child: Node
        let end: Node

        mutating func next() -> Node? {
            guard child < end else { return nil }
            defer { child = tree.end(of: child) }
            return child
        }
    }

    /// The elements around `node`, nearest first.
    func ancestors(of node: Node) -> Ancestors { Ancestors(tree: self, node: node) }

    /// Parents up to the root.
    struct Ancestors: Sequence, IteratorProtocol {
        let tree: HTMLTree
        var node: Node

        mutating func next() -> Node? {
            guard let parent = tree.parent(of: node) else { return nil }
            node = parent
            return parent
        }
    }

    /// The elements of `tag` in `root`, which does not count itself, in order.
    func elements(_ tag: HTMLTag, in root: Node = 0) -> [Node] {
        guard count > 0 else { return [] }
        return (root + 1..<end(of: root)).filter { tags[$0] == tag }
    }

    /// The value of an attribute as bytes; `nil` when `node` does not have it.
    func value(_ name: HTMLAttribute, of node: Node) -> ArraySlice<UInt8>? {
        guard tags[node] != .text else { return nil }
        for index in ranges[node] where attributes[Int(index)].name == name {
            let range = attributes[Int(index)].range
            return bytes[Int(range.lowerBound)..<Int(range.upperBound)]
        }
        return nil
    }

    /// The value of an attribute; `nil` when `node` does not have it.
    func attribute(_ name: HTMLAttribute, of node: Node) -> String? {
        value(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether `node` has the attribute, with any value.
    func has(_ name: HTMLAttribute, _ node: Node) -> Bool { value(name, of: node) != nil }

    /// The bytes of a text node.
    func textBytes(of node: Node) -> ArraySlice<UInt8> {
        guard tags[node] == .text else { return [] }
        return bytes[Int(ranges[node].lowerBound)..<Int(ranges[node].upperBound)]
    }

    /// The text in `node` without the blanks at its ends: what a reader sees of it, but for scripts and styles. A line
    /// break is a blank.
    func text(of node: Node) -> String {
        String(decoding: collapsedText(of: node), as: UTF8.self)
    }

    /// The same as bytes.
    func collapsedText(of node: Node) -> [UInt8] {
        var text: [UInt8] = []
        var index = node
        let end = end(of: node)
        while index < end {
            switch tags[index] {
            case .text:
                let part = textBytes(of: index)
                let hasBlank = text.isEmpty || text.last == 0x20
                text += hasBlank && part.first == 0x20 ? part.dropFirst() : part
            case .script, .style, .template:
                if index != node {
                    index = self.end(of: index)
                    continue
                }
            case .br:
                if !text.isEmpty && text.last != 0x20 { text.append(0x20) }
            default: break
            }
            index += 1
        }
        if text.last == 0x20 { text.removeLast() }
        return text
    }
}
