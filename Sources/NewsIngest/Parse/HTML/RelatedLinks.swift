import NewsModel
import NewsText

/// The headlines of other stories that a page shows as having to do with its own, with their addresses.
///
/// Within the story, links count unless the box they stand in is labelled otherwise; behind and beside it only where a
/// label or a class says that they are related. What is only read most or new elsewhere on the site is not among them.
struct RelatedLinks {
    private let finder: StoryFinder
    private let tree: HTMLTree
    private let first: Int
    private let last: Int
    private let kept: Set<Int>
    private let address: WebAddress
    /// What addresses in the page are relative to.
    private let base: String
    private var labels: [Label] = []

    /// A heading or short line that tells what the links below it are.
    private struct Label {
        let index: Int
        /// The smallest element that holds it and links below it.
        let scope: HTMLTree.Node
        /// `nil` for a heading that says neither.
        let isRelated: Bool?
    }

    /// For the page saved from `base`, whose story is `kept`.
    init?(_ finder: StoryFinder, kept: [TextBlock], base: String) {
        guard let address = WebAddress(base), let first = kept.first?.index, let last = kept.last?.index else {
            return nil
        }
        self.finder = finder
        tree = finder.tree
        self.first = first
        self.last = last
        self.kept = Set(kept.map(\.index))
        self.address = address
        let declared = tree.elements(.base).first.flatMap { finder.tree.attribute(.href, of: $0) }
        self.base = declared.map { WebAddress.resolved($0, against: base) } ?? base
        labels = findLabels()
    }

    /// The headlines in printed order, each address once.
    func headlines() -> [RelatedHeadline] {
        var found: [(isInline: Bool, target: String, headline: RelatedHeadline)] = []
        for block in finder.blocks where isLinked(block) && !kept.contains(block.index) {
            let verdict = verdict(block)
            guard verdict.isRelated else { continue }
            for link in links(of: block) {
                guard let target = target(of: link), target.canonical != address.canonical,
                    let headline = headline(of: link, in: block, isSaid: verdict.isSaid)
                else { continue }
                let isInline = block.index > first && block.index < last
                found.append((isInline, target.canonical, RelatedHeadline(headline: headline, url: target.url)))
            }
        }
        return Self.withoutRepeats(found)
    }

    /// Each address once; one within the story that the list behind it repeats keeps the list's place.
    private static func withoutRepeats(
        _ found: [(isInline: Bool, target: String, headline: RelatedHeadline)]
    ) -> [RelatedHeadline] {
        let listed = Set(found.filter { !$0.isInline }.map(\.target))
        var seen: Set<String> = []
        return found.filter { !$0.isInline || !listed.contains($0.target) }
            .filter { seen.insert($0.target).inserted }.map(\.headline)
    }

    // MARK: What is related

    /// Whether a block is links and could be other stories' headlines.
    private func isLinked(_ block: TextBlock) -> Bool {
        guard block.linkShare >= 0.7 || block.isHeading && !links(of: block).isEmpty else { return false }
        switch block.reason {
        case .navigation, .menu, .dialog, .hidden: return false
        case .footer: return isInStory(block.node)
        default: break
        }
        return block.classReason.isDisjoint(with: [
            .navigation, .consent, .share, .byline, .tags, .legal, .comments, .ads, .invisible, .footer,
        ])
    }

    private func isInStory(_ node: HTMLTree.Node) -> Bool {
        tree.ancestors(of: node).contains { tree.tag(of: $0) == .article || tree.tag(of: $0) == .main }
    }

    private func isNode(of block: TextBlock, within element: HTMLTree.Node) -> Bool {
        tree.isNode(links(of: block).first ?? block.node, within: element)
    }

    /// Whether a block's links are related, and whether something says so rather than their place alone.
    private func verdict(_ block: TextBlock) -> (isRelated: Bool, isSaid: Bool) {
        let isBelowHeadline = block.index > finder.headline ?? first
        let around = labels.filter { $0.index < block.index && isNode(of: block, within: $0.scope) }
        let known = isBelowHeadline ? around.last { $0.isRelated != nil } : nil
        if let named = namedMeaning(block.node, upTo: known?.scope) { return (named, true) }
        if let known { return (known.isRelated ?? false, true) }
        guard isBelowHeadline, around.isEmpty else { return (false, false) }
        let isNear = block.index < last + Self.reach && finder.isInRegions(block)
        return (isNear && !Self.isRiver(block.classReason), false)
    }

    /// So many blocks behind its last paragraph, links without a label still belong to the story whose box they stand in.
    private static let reach = 16

    private static func isRiver(_ meaning: ClassMeaning) -> Bool {
        meaning.contains(.popular) || meaning.contains(.sidebar) || meaning.contains(.newsletter)
    }

    /// What the names and aria labels of the elements around `node` say, the nearest first, up to and with `scope`, else
    /// up to what holds the story.
    private func namedMeaning(_ node: HTMLTree.Node, upTo scope: HTMLTree.Node?) -> Bool? {
        for current in [node] + tree.ancestors(of: node) {
            if holdsStory(current) { return nil }
            let meaning = finder.classes.names(of: current).meaning
            if meaning.contains(.popular) || meaning.contains(.ads) { return false }
            if meaning.contains(.related) { return true }
            if let label = tree.attribute(.ariaLabel, of: current) {
                let role = PagePhrases.role(of: label)
                if role.contains(.popular) { return false }
                if role.contains(.related) { return true }
            }
            if current == scope { return nil }
        }
        return nil
    }

    private func holdsStory(_ node: HTMLTree.Node) -> Bool {
        tree.isNode(finder.blocks[first].node, within: node) || tree.isNode(finder.blocks[last].node, within: node)
    }

    private func findLabels() -> [Label] {
        let linked = finder.blocks.filter { isLinked($0) && holdsHeadline($0) }
        let start = finder.headline ?? 0
        return finder.blocks.compactMap { block in
            guard block.index > start, block.isHeading || block.size < 50, block.reason != .navigation,
                block.reason != .hidden, !kept.contains(block.index) || block.isHeading
            else { return nil }
            let role = PagePhrases.role(of: block.text)
            let isHeading = block.isHeading && block.linkShare < 0.5
            guard isHeading || !role.isDisjoint(with: [.related, .popular]) else { return nil }
            guard let scope = scope(of: block, linked: linked) else { return nil }
            if role.contains(.popular) { return Label(index: block.index, scope: scope, isRelated: false) }
            if role.contains(.related) { return Label(index: block.index, scope: scope, isRelated: true) }
            // A heading of the story itself says nothing of the links below it.
            return holdsStory(scope) ? nil : Label(index: block.index, scope: scope, isRelated: nil)
        }
    }

    private func holdsHeadline(_ block: TextBlock) -> Bool {
        block.size >= 12 && links(of: block).contains { target(of: $0) != nil }
    }

    /// The smallest element around `label` in which links follow it; `linked` are in order.
    private func scope(of label: TextBlock, linked: [TextBlock]) -> HTMLTree.Node? {
        let following = linked.partitionIndex { $0.index > label.index }
        guard following < linked.count, let next = links(of: linked[following]).first else { return nil }
        return tree.ancestors(of: label.node).first { tree.isNode(next, within: $0) && tree.tag(of: $0) != .nav }
    }

    // MARK: Headline and address

    /// The links that `block` holds or stands in.
    private func links(of block: TextBlock) -> [HTMLTree.Node] {
        if !block.links.isEmpty { return block.links }
        return tree.ancestors(of: block.node).prefix(4).filter { tree.tag(of: $0) == .a && tree.has(.href, $0) }
    }

    /// The headline that the link shows: the heading in it, else its text without labels and times; `nil` for fewer than
    /// four words, or two where something says that the link is related.
    private func headline(of link: HTMLTree.Node, in block: TextBlock, isSaid: Bool) -> String? {
        let headings = tree.subtree(of: link).filter { tree.tag(of: $0).isHeading }
        let text: String
        if headings.isEmpty {
            text = block.isHeading && links(of: block).count == 1 ? block.text : ownText(of: link)
        } else {
            text = headings.map { tree.text(of: $0) }.joined(separator: " ")
        }
        var line = normalizedText(text).split(separator: "\n").joined(separator: " ")[...]
        while let sign = line.unicodeScalars.first, ":•–—|>»".unicodeScalars.contains(sign) || sign == " " {
            line.unicodeScalars.removeFirst()
        }
        let shape = TextShape(Array(line.utf8))
        guard shape.length <= 220 else { return nil }
        let words = line.split(separator: " ").count
        let isLong =
            shape.isIdeographic
            ? shape.length >= 10 : isSaid ? shape.length >= 12 && words >= 2 : shape.length >= 25 && words >= 4
        return isLong ? String(line) : nil
    }

    /// The text of a link without what its classes call a label, a time or the writers.
    private func ownText(of link: HTMLTree.Node) -> String {
        var text = ""
        var node = link
        let end = tree.end(of: link)
        while node < end {
            let tag = tree.tag(of: node)
            if tag == .text {
                text += String(decoding: tree.textBytes(of: node), as: UTF8.self)
            } else if node != link {
                let meaning = finder.classes.names(of: node).meaning
                if tag == .time || !meaning.isDisjoint(with: [.byline, .invisible, .tags, .caption]) {
                    node = tree.end(of: node)
                    continue
                }
                if tag.isBlock || tag == .span { text += " " }
            }
            node += 1
        }
        let own = text.split(separator: " ").joined(separator: " ")
        return own.isEmpty ? tree.text(of: link) : own
    }

    /// Where the link leads, when that could be a story of the same site.
    private func target(of link: HTMLTree.Node) -> (canonical: String, url: String)? {
        guard let href = tree.attribute(.href, of: link) else { return nil }
        if let rel = tree.attribute(.rel, of: link), rel.contains("sponsored") { return nil }
        let url = String(WebAddress.resolved(href, against: base).prefix { $0 != "#" })
        guard let target = WebAddress(url), target.isSameSite(as: address), target.looksLikeStory,
            !Self.shops.contains(String(target.host.prefix { $0 != "." }))
        else { return nil }
        return (target.canonical, url)
    }

    /// Parts of a site that sell.
    private static let shops: Set<String> = [
        "jobs", "job", "karriere", "stellenmarkt", "shop", "store", "abo", "tickets", "offers", "deals", "coupons",
        "gutscheine", "immobilien", "kaufberatung", "akademie", "karrierewelt",
    ]
}
