/// Rows of teasers: three or more siblings of one make, each a linked headline with little text.
struct Teasers {
    let tree: HTMLTree
    /// Of the blocks in each element: how many, how long, how many running, how many nothing but a link, and of those
    /// how many could be headlines.
    private var count: [Int32]
    private var size: [Double]
    private var good: [Int32]
    private var links: [Int32]
    private var headlines: [Int32]
    private let running: RunningText

    init(tree: HTMLTree, blocks: [TextBlock], running: RunningText) {
        self.tree = tree
        self.running = running
        count = Array(repeating: 0, count: tree.count)
        size = Array(repeating: 0, count: tree.count)
        good = count
        links = count
        headlines = count
        for block in blocks {
            count[block.node] += 1
            size[block.node] += block.size
            if block.isGood { good[block.node] += 1 }
            guard block.linkShare > 0.8 else { continue }
            links[block.node] += 1
            if block.size >= 20, block.tag != .p { headlines[block.node] += 1 }
        }
        for node in stride(from: tree.count - 1, to: 0, by: -1) where count[node] > 0 {
            guard let parent = tree.parent(of: node) else { continue }
            count[parent] += count[node]
            size[parent] += size[node]
            good[parent] += good[node]
            links[parent] += links[node]
            headlines[parent] += headlines[node]
        }
    }

    /// Leaves out the blocks of teasers.
    func mark(_ blocks: inout [TextBlock]) {
        var isTeaser = [Bool](repeating: false, count: tree.count)
        var found = false
        for node in tree.nodes where count[node] >= 3 {
            for teaser in teasers(in: node) {
                isTeaser[teaser] = true
                found = true
            }
        }
        guard found else { return }
        for node in tree.nodes.dropFirst() where !isTeaser[node] {
            if let parent = tree.parent(of: node), isTeaser[parent] { isTeaser[node] = true }
        }
        for index in blocks.indices where blocks[index].reason == nil && isTeaser[blocks[index].node] {
            blocks[index].reason = .teaser
        }
    }

    /// The children of `node` that are a row of teasers.
    private func teasers(in node: HTMLTree.Node) -> [HTMLTree.Node] {
        var groups: [Make: [HTMLTree.Node]] = [:]
        for child in tree.children(of: node) {
            switch tree.tag(of: child) {
            case .div, .article, .li, .section, .a, .figure:
                let make = Make(tag: tree.tag(of: child), names: Array(tree.value(.class, of: child) ?? []))
                groups[make, default: []].append(child)
            default: break
            }
        }
        var teasers: [HTMLTree.Node] = []
        for members in groups.values where members.count >= 3 {
            let hits = members.filter(isTeaser)
            if hits.count >= 3, Double(hits.count) >= 0.6 * Double(members.count) { teasers += hits }
        }
        return teasers
    }

    private struct Make: Hashable {
        let tag: HTMLTag
        let names: [UInt8]
    }

    private func isTeaser(_ node: HTMLTree.Node) -> Bool {
        guard count[node] > 0, size[node] < 500, headlines[node] > 0, good[node] <= 1 else { return false }
        return count[node] > 1 || links[node] > 0
    }
}
