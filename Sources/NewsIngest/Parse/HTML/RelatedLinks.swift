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
        let isRelated: Bool
    }

    /// For the page saved from `base`, whose story is `kept`.
    init?(_ finder: StoryFinder, kept: [TextBlock], base: String) {
        guard let address = WebAddress(base), let first = kept.first?.index, let last = kept.last?.index else { return nil }
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
        for block in finder.blocks where isLinked(block) && !kept.contains(block.index) && isRelated(block) {
            for link in links(of: block) {
                guard let target = target(of: link), target.canonical != address.canonical,
                    let headline = headline(of: link, in: block)
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

    private func isRelated(_ block: TextBlock) -> Bool {
        let start = finder.headline ?? first
        guard block.index > start else { return false }
        let label = labels.last { $0.index < block.index && tree.isNode(block.node, within: $0.scope) }
        let named = namedMeaning(block.node, upTo: label?.scope)
        if let named { return named }
        if let label { return label.isRelated }
        return block.index < last && finder.isInRegions(block) && !Self.isRiver(block.classReason)
    }

    private static func isRiver(_ meaning: ClassMeaning) -> Bool {
        meaning.contains(.popular) || meaning.contains(.sidebar) || meaning.contains(.newsletter)
    }

    /// What the names and aria labels of the elements around `node` say, the nearest first, up to and with `scope`, else
    /// up to what holds the story.
    private func namedMeaning(_ node: HTMLTree.Node, upTo scope: HTMLTree.Node?) -> Bool? {
        var classes = finder.classes
        for current in [node] + tree.ancestors(of: node) {
            if holdsStory(current) { return nil }
            let meaning = classes.names(of: current).meaning
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
        let linked = finder.blocks.filter(isLinked).map(\.node).sorted()
        let start = finder.headline ?? 0
        return finder.blocks.compactMap { block in
            guard block.index > start, block.linkShare < 0.5, block.isHeading || block.size < 50,
                block.reason != .navigation, block.reason != .hidden, !kept.contains(block.index) || block.isHeading
            else { return nil }
            let role = PagePhrases.role(of: block.text)
            guard block.isHeading || !role.isDisjoint(with: [.related, .popular]) else { return nil }
            guard let scope = scope(of: block.node, linked: linked) else { return nil }
            let isRelated = role.contains(.related) && !role.contains(.popular)
            // A heading of the story itself says nothing of the links below it.
            if !isRelated, !role.contains(.popular), holdsStory(scope) { return nil }
            return Label(index: block.index, scope: scope, isRelated: isRelated)
        }
    }

    /// The smallest element around `label` in which links follow it.
    private func scope(of label: HTMLTree.Node, linked: [HTMLTree.Node]) -> HTMLTree.Node? {
        var lower = 0
        var upper = linked.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if linked[middle] <= label { lower = middle + 1 } else { upper = middle }
        }
        guard lower < linked.count else { return nil }
        let next = linked[lower]
        return tree.ancestors(of: label).first { tree.isNode(next, within: $0) && tree.tag(of: $0) != .nav }
    }

    // MARK: Headline and address

    /// The links that `block` holds or stands in.
    private func links(of block: TextBlock) -> [HTMLTree.Node] {
        if !block.links.isEmpty { return block.links }
        return tree.ancestors(of: block.node).prefix(4).filter { tree.tag(of: $0) == .a && tree.has(.href, $0) }
    }

    /// The headline that the link shows: the heading in it, else its text without labels and times; `nil` for fewer than
    /// four words.
    private func headline(of link: HTMLTree.Node, in block: TextBlock) -> String? {
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
        let isLong =
            shape.isIdeographic ? shape.length >= 10 : shape.length >= 25 && line.split(separator: " ").count >= 4
        return isLong ? String(line) : nil
    }

    /// The text of a link without what its classes call a label, a time or the writers.
    private func ownText(of link: HTMLTree.Node) -> String {
        var classes = finder.classes
        var text = ""
        var node = link
        let end = tree.end(of: link)
        while node < end {
            let tag = tree.tag(of: node)
            if tag == .text {
                text += String(decoding: tree.textBytes(of: node), as: UTF8.self)
            } else if node != link {
                let meaning = classes.names(of: node).meaning
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
