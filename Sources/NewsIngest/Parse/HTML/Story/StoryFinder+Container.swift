/// Which element holds the story.
extension StoryFinder {
    /// Finds the container: the subtree with the best balance of running text and what is none.
    mutating func findContainer() {
        scores = Array(repeating: 0, count: tree.count)
        lengths = Array(repeating: 0, count: tree.count)
        linkedLengths = lengths
        var run = 0.0
        var wasLeftOut: TextBlock.Reason?
        for block in blocks {
            var value = value(of: block)
            if block.reason != nil {
                if block.reason == wasLeftOut { value = 0 }
                wasLeftOut = block.reason
            } else {
                wasLeftOut = nil
            }
            if value < 0 {
                value = max(value, -Self.dearestRun - run)
                run += value
            } else if value > 0 {
                run = 0
            }
            scores[block.node] += value
            lengths[block.node] += Int32(block.length)
            linkedLengths[block.node] += Int32(block.linked)
        }
        for node in stride(from: tree.count - 1, to: 0, by: -1) {
            guard let parent = tree.parent(of: node) else { continue }
            scores[parent] += scores[node]
            lengths[parent] += lengths[node]
            linkedLengths[parent] += linkedLengths[node]
        }
        var best = container(in: root)
        findHeadline()
        if let headline, let near = nearRegion(blocks[headline].node, instead: best) { best = container(in: near) }
        regions = regions(like: best)
    }

    /// What a run of blocks that are no text may cost a container at the most.
    private static let dearestRun = 250.0

    private func value(of block: TextBlock) -> Double {
        if let reason = block.reason { return reason == .hidden ? 0 : -15 }
        if coverage > 0.5, matched.contains(block.index) { return block.size }
        if block.isGood { return block.size }
        if block.isHeading { return 0 }
        if block.size < 80, block.linkShare < 0.35, block.tag == .p { return block.size * 0.3 }
        if block.linkShare > 0.5 { return -min(block.size, 120) * 0.6 }
        return -10
    }

    private func container(in area: HTMLTree.Node) -> HTMLTree.Node {
        var best = area
        for node in tree.subtree(of: area) where mayContain(tree.tag(of: node)) && scores[node] >= scores[best] {
            best = node
        }
        guard scores[best] > 0 else { return area }
        while let child = tree.children(of: best).filter({ mayHold(tree.tag(of: $0)) }).max(by: {
            scores[$0] < scores[$1]
        }), scores[child] >= 0.9 * scores[best] {
            best = child
        }
        return named(in: best) ?? best
    }

    /// The innermost element in `area` that is named as a story's body and holds most of what it is worth.
    private func named(in area: HTMLTree.Node) -> HTMLTree.Node? {
        var pick: HTMLTree.Node?
        for node in tree.subtree(of: area) {
            let tag = tree.tag(of: node)
            guard tag.isBlock, tag != .p, scores[node] >= 0.7 * scores[area] else { continue }
            let isNamed =
                tree.attribute(.itemprop, of: node) == "articleBody" || classes.names(of: node).meaning.contains(.body)
            if isNamed { pick = node }
        }
        return pick
    }

    private func mayHold(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .p, .li, .ul, .ol, .blockquote, .tr, .tbody: false
        default: tag.isBlock
        }
    }

    private func mayContain(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .td, .form, .footer, .aside, .nav: false
        default: mayHold(tag)
        }
    }

    /// The heading that prints the page's title: an `h1` before an `h2`, before one with another kicker.
    private mutating func findHeadline() {
        var found: [Int] = []
        var variants: [Int] = []
        for block in blocks where block.tag == .h1 || block.tag == .h2 {
            switch block.reason {
            case .teaser, .hidden, .navigation: continue
            case .className where !block.classReason.isDisjoint(with: [.related, .teasers, .popular]): continue
            default: break
            }
            let key = textKey(block.text)
            if evidence.titleKeys.contains(key) {
                found.append(block.index)
            } else if isTitleButForKicker(key) {
                variants.append(block.index)
            }
        }
        headline = found.first { blocks[$0].tag == .h1 } ?? found.first ?? variants.first
    }

    /// The nearest region around the headline that is worth half the best one, when that lies elsewhere.
    private func nearRegion(_ node: HTMLTree.Node, instead best: HTMLTree.Node) -> HTMLTree.Node? {
        let near = tree.ancestors(of: node).first { scores[$0] >= 0.5 * scores[best] }
        guard let near, near != best, !tree.isNode(best, within: near), !tree.isNode(near, within: best) else {
            return nil
        }
        return near
    }

    /// `best` and the elements beside it of the same make that hold text too.
    private func regions(like best: HTMLTree.Node) -> [HTMLTree.Node] {
        let names = classes.names(of: best)
        guard best != root, !names.isEmpty else { return [best] }
        var found: [HTMLTree.Node] = []
        for node in tree.subtree(of: root) where found.count < 12 {
            if node == best {
                found.append(node)
            } else if scores[node] > 150, tree.tag(of: node) == tree.tag(of: best), classes.names(of: node) == names,
                isBeside(node, best)
            {
                found.append(node)
            }
        }
        return found
    }

    private func isBeside(_ node: HTMLTree.Node, _ other: HTMLTree.Node) -> Bool {
        guard let parent = tree.parent(of: node), let otherParent = tree.parent(of: other) else { return false }
        if parent == otherParent { return true }
        return tree.parent(of: parent) == tree.parent(of: otherParent)
            && classes.names(of: parent) == classes.names(of: otherParent)
    }
}
