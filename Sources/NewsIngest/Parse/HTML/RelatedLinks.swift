import NewsModel
import NewsText

/// The headlines of other stories that a page points to, with their addresses.
struct RelatedLinks {
    let finder: StoryFinder
    let kept: [TextBlock]
    /// The page's own address, to which links are relative; without it no link can be told from the frame's.
    let address: WebAddress

    /// In printed order, each address once: what stands under a heading such as "Related", in the story's box, or in
    /// teasers behind it. What is only read most or new elsewhere on the site is not among them.
    func headlines() -> [RelatedHeadline] {
        guard let first = kept.first?.index, let last = kept.last?.index else { return [] }
        var found: [(isInline: Bool, target: String, headline: RelatedHeadline)] = []
        var label: (index: Int, isRelated: Bool)?
        let keptIndices = Set(kept.map(\.index))
        for block in finder.blocks {
            let links = self.links(of: block)
            if block.isHeading || block.size < 50 && links.isEmpty {
                let role = PagePhrases.role(of: block.text)
                if role.contains(.popular) {
                    label = (block.index, false)
                } else if role.contains(.pointer) {
                    label = (block.index, true)
                } else if block.isHeading && links.isEmpty {
                    label = nil
                }
            }
            guard !links.isEmpty, !keptIndices.contains(block.index), block.linkShare >= 0.7, !isFrame(block) else {
                continue
            }
            let isRelated: Bool
            if let label, block.index - label.index <= 25 {
                isRelated = label.isRelated
            } else {
                let isInside = finder.isInRegions(block)
                let isNear = block.index > last && block.index < last + 60 && block.index > first
                let isTeaser = block.reason == .teaser || block.classReason.contains(.related)
                isRelated = isInside || isTeaser && isNear
            }
            guard isRelated else { continue }
            for link in links {
                guard let headline = headline(of: link, in: block, alone: links.count == 1),
                    let target = target(of: link), target != address
                else { continue }
                let related = RelatedHeadline(headline: headline, url: target.canonical)
                found.append((block.index < last, target.canonical, related))
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

    /// The links that `block` holds or stands in.
    private func links(of block: TextBlock) -> [HTMLTree.Node] {
        if !block.links.isEmpty { return block.links }
        return finder.tree.ancestors(of: block.node).prefix(4).filter {
            finder.tree.tag(of: $0) == .a && finder.tree.has(.href, $0)
        }
    }

    private func isFrame(_ block: TextBlock) -> Bool {
        switch block.reason {
        case .navigation, .footer, .hidden, .menu, .dialog: return true
        default: break
        }
        return !block.classReason.isDisjoint(with: [
            .navigation, .footer, .consent, .share, .byline, .tags, .legal, .comments, .ads, .invisible,
        ])
    }

    /// The link's text where it could be a headline: four words or more.
    private func headline(of link: HTMLTree.Node, in block: TextBlock, alone: Bool) -> String? {
        let text = normalizedText(alone && block.isHeading ? block.text : finder.tree.text(of: link))
            .split(separator: "\n").joined(separator: " ")
        let shape = TextShape(Array(text.utf8))
        guard shape.length <= 220 else { return nil }
        let isLong =
            shape.isIdeographic ? shape.length >= 10 : shape.length >= 25 && text.split(separator: " ").count >= 4
        return isLong ? text : nil
    }

    /// Where the link leads, when that could be a story of the same site.
    private func target(of link: HTMLTree.Node) -> WebAddress? {
        guard let href = finder.tree.attribute(.href, of: link), let target = address.resolving(href),
            target.isSameSite(as: address), target.looksLikeStory
        else { return nil }
        return target
    }
}
