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
        /// Whether it names a section or writer, whose stories may be related all the same.
        var isOfSection = false
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
            // The text of a link may be for screen readers only, and its headline stand beside it.
            guard verdict.isRelated, verdict.isSaid || !block.classReason.contains(.invisible) else { continue }
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
        guard block.linkShare >= 0.7 || block.reason == .pointer || block.isHeading && !links(of: block).isEmpty else {
            return false
        }
        switch block.reason {
        case .navigation, .menu, .dialog, .hidden: return false
        case .footer: return isInStory(block.node)
        default: break
        }
        if block.classReason.contains(.footer), !isInStory(block.node) { return false }
        // Boxes of related stories may have pages to turn.
        if block.classReason.contains(.navigation), !block.classReason.contains(.related) { return false }
        return block.classReason.isDisjoint(with: [
            .consent, .share, .byline, .tags, .legal, .comments, .ads,
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
        if block.reason == .pointer, isBelowHeadline, finder.isInRegions(block) { return (true, true) }
        let around = labels.filter { $0.index < block.index && isNode(of: block, within: $0.scope) }
        let known = isBelowHeadline ? around.last { $0.isRelated != nil } : nil
        if let named = namedMeaning(block.node, below: known) { return (named, true) }
        if let known { return (known.isRelated ?? false, true) }
        guard isBelowHeadline, around.isEmpty else { return (false, false) }
        let isNear = block.index < last + Self.reach && finder.isInRegions(block)
        return (isNear && !Self.isRiver(block.classReason), false)
    }

    /// So many blocks may stand between a label and its first link: kickers, times, captions.
    private static let gap = 8

    /// So many blocks behind its last paragraph, links without a label still belong to the story whose box they stand in.
    private static let reach = 16

    private static func isRiver(_ meaning: ClassMeaning) -> Bool {
        meaning.contains(.popular) || meaning.contains(.sidebar) || meaning.contains(.newsletter)
    }

    /// What the names and aria labels of the elements around `node` say, the nearest first, up to what holds the story.
    /// Those around what `label` stands above say less than it.
    private func namedMeaning(_ node: HTMLTree.Node, below label: Label?) -> Bool? {
        let end = label.flatMap { $0.isOfSection ? tree.parent(of: $0.scope) : $0.scope }
        for current in [node] + tree.ancestors(of: node) {
            if holdsStory(current) || current == end { return nil }
            let meaning = finder.classes.names(of: current).meaning
            if meaning.contains(.ads) { return false }
            // The name of a template says less than what readers are told.
            if meaning.contains(.popular) { return label?.isRelated ?? false }
            if meaning.contains(.related) { return label.map { $0.isOfSection || $0.isRelated == true } ?? true }
            if let label = tree.attribute(.ariaLabel, of: current) {
                let role = PagePhrases.role(of: label)
                if role.contains(.popular) { return false }
                if role.contains(.related) { return true }
            }
        }
        return nil
    }

    private func holdsStory(_ node: HTMLTree.Node) -> Bool {
        tree.isNode(finder.blocks[first].node, within: node) || tree.isNode(finder.blocks[last].node, within: node)
    }

    private func findLabels() -> [Label] {
        let linked = finder.blocks.filter { isLinked($0) && (holdsHeadline($0) || leadsElsewhere($0)) }
        let start = finder.headline ?? 0
        return finder.blocks.compactMap { block in
            guard block.index > start, block.isHeading || block.size < 50, block.reason != .navigation,
                block.reason != .hidden, !kept.contains(block.index) || block.isHeading
            else { return nil }
            let role = PagePhrases.role(of: wording(of: block))
            let isHeading = block.isHeading && block.linkShare < 0.5
            guard isHeading || !role.isDisjoint(with: [.related, .popular, .section]) else { return nil }
            guard let scope = scope(of: block, linked: linked) else { return nil }
            if !role.isDisjoint(with: [.popular, .section]) {
                return Label(
                    index: block.index, scope: scope, isRelated: false, isOfSection: !role.contains(.popular))
            }
            if role.contains(.related) { return Label(index: block.index, scope: scope, isRelated: true) }
            // A heading of the story itself says nothing of the links below it.
            return holdsStory(scope) ? nil : Label(index: block.index, scope: scope, isRelated: nil)
        }
    }

    /// What a label says; where it is a row of tabs, the first.
    private func wording(of block: TextBlock) -> String {
        guard block.links.count > 1, tree.attribute(.href, of: block.links[0])?.hasPrefix("#") == true else {
            return block.text
        }
        return tree.text(of: block.links[0])
    }

    /// Whether a block is the headline of another site's story.
    private func leadsElsewhere(_ block: TextBlock) -> Bool {
        block.size >= 25
            && links(of: block).contains { link in
                tree.attribute(.href, of: link).flatMap { WebAddress(WebAddress.resolved($0, against: base)) }
                    .map { !$0.isSameSite(as: address) } ?? false
            }
    }

    private func holdsHeadline(_ block: TextBlock) -> Bool {
        block.size >= 12 && links(of: block).contains { target(of: $0) != nil }
    }

    /// The smallest element around `label` in which links follow it; `linked` are in order.
    private func scope(of label: TextBlock, linked: [TextBlock]) -> HTMLTree.Node? {
        let following = linked.partitionIndex { $0.index > label.index }
        guard following < linked.count, let next = links(of: linked[following]).first else { return nil }
        // An empty box claims nothing of the boxes behind it, which have headings of their own or stand elsewhere.
        let between = finder.blocks[(label.index + 1)..<linked[following].index]
        guard between.count <= Self.gap, !between.contains(where: { $0.isHeading && $0.linkShare < 0.5 }) else {
            return nil
        }
        for element in [label.node] + tree.ancestors(of: label.node) {
            if tree.isNode(next, within: element) { return tree.tag(of: element) == .nav ? nil : element }
            if [.main, .article, .aside, .section].contains(tree.tag(of: element)) { return nil }
        }
        return nil
    }

    // MARK: Headline and address

    /// The links that `block` holds or stands in.
    private func links(of block: TextBlock) -> [HTMLTree.Node] {
        if !block.links.isEmpty { return block.links }
        return ([block.node] + tree.ancestors(of: block.node).prefix(4)).filter {
            tree.tag(of: $0) == .a && tree.has(.href, $0)
        }
    }

    /// The headline that the link shows: the heading in it, else its text without labels and times; `nil` for fewer than
    /// four words, or two where something says that the link is related.
    private func headline(of link: HTMLTree.Node, in block: TextBlock, isSaid: Bool) -> String? {
        let headings = tree.subtree(of: link).filter { tree.tag(of: $0).isHeading }
        let text: String
        if headings.isEmpty {
            text = block.isHeading && links(of: block).count == 1 ? block.text : ownText(of: link)
        } else {
            // Kickers, subtitles and bylines may be headings too.
            text = mainText(of: headings)
        }
        var line = withoutLabel(normalizedText(text).split(separator: "\n").joined(separator: " "))[...]
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

    /// The text of the highest of `headings`, of several the longest; one that ends in a colon is a kicker.
    private func mainText(of headings: [HTMLTree.Node]) -> String {
        let texts = headings.map { (rank: tree.tag(of: $0).rawValue, text: tree.text(of: $0)) }
        let best = texts.min { first, second in
            let isKicker = (first.text.hasSuffix(":"), second.text.hasSuffix(":"))
            if isKicker.0 != isKicker.1 { return isKicker.1 }
            return first.rank == second.rank
                ? first.text.utf8.count > second.text.utf8.count : first.rank < second.rank
        }
        return best?.text ?? ""
    }

    /// A headline without the label before it: `READ MORE: Bridge reopens`.
    private func withoutLabel(_ line: String) -> String {
        guard let colon = line.utf8.prefix(60).firstIndex(of: UInt8(ascii: ":")),
            PagePhrases.role(of: String(line[..<colon])).contains(.related)
        else { return line }
        return String(trimmed(line[line.utf8.index(after: colon)...]))
    }

    /// The text of a link without what its classes call a label, a time or the writers.
    private func ownText(of link: HTMLTree.Node) -> String {
        let titles = tree.subtree(of: link).filter { finder.classes.names(of: $0).meaning.contains(.title) }
        if let title = titles.last(where: { !tree.text(of: $0).isEmpty }) { return tree.text(of: title) }
        var text = ""
        var node = link
        let end = tree.end(of: link)
        while node < end {
            let tag = tree.tag(of: node)
            if tag == .text {
                let part = String(decoding: tree.textBytes(of: node), as: UTF8.self)
                let isLabel = part.utf8.count < 60 && PagePhrases.role(of: part).contains(.related)
                if !isLabel || text.isEmpty && node + 1 == end { text += part }
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
            !target.listsStories, !Self.shops.contains(String(target.host.prefix { $0 != "." }))
        else { return nil }
        return (target.canonical, url)
    }

    /// Parts of a site that sell.
    private static let shops: Set<String> = [
        "jobs", "job", "karriere", "stellenmarkt", "shop", "store", "abo", "tickets", "offers", "deals", "coupons",
        "gutscheine", "immobilien", "kaufberatung", "akademie", "karrierewelt",
    ]
}
