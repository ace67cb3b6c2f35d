import NewsModel
import NewsText

/// The parts of a page whose classes its outlet's layout declares.
struct DeclaredPage {
    private let tree: HTMLTree
    private let form: Layout.HTMLForm
    /// The outermost elements of each declared class, in order.
    private var elements: [[UInt8]: [HTMLTree.Node]] = [:]

    /// `nil` when the page has no element that the layout names as its body.
    init?(_ tree: HTMLTree, form: Layout.HTMLForm) {
        self.tree = tree
        self.form = form
        let declared = Set(
            [
                form.body, form.frame, form.standfirst, form.section, form.storyline, form.tags, form.related,
                form.captions,
            ].joined().map { Array($0.utf8) })
        for node in tree.nodes {
            guard let names = tree.value(.class, of: node) else { continue }
            for name in names.split(whereSeparator: { $0 <= 0x20 }) where declared.contains(Array(name)) {
                let outer = elements[Array(name)]?.last
                if let outer, tree.isNode(node, within: outer) { continue }
                elements[Array(name), default: []].append(node)
            }
        }
        guard !nodes(form.body).isEmpty else { return nil }
    }

    private func nodes(_ names: [String]) -> [HTMLTree.Node] {
        names.flatMap { elements[Array($0.utf8)] ?? [] }.sorted()
    }

    /// The elements that hold the body.
    var body: [HTMLTree.Node] { nodes(form.body) }

    /// The blocks of the story, with its standfirst.
    func story(among blocks: [TextBlock], titleKeys: Set<String>) -> [TextBlock] {
        let body = nodes(form.body)
        let standfirst = nodes(form.standfirst)
        let outside = nodes(form.frame + form.related + form.captions + form.tags)
        return blocks.compactMap { block in
            func isIn(_ nodes: [HTMLTree.Node]) -> Bool { nodes.contains { tree.isNode(block.node, within: $0) } }
            guard block.reason != .hidden, block.reason != .pointer, block.tag != .figcaption, !isIn(outside),
                !titleKeys.contains(textKey(block.text))
            else { return nil }
            if isIn(standfirst) {
                var block = block
                block.isStandfirst = true
                return block
            }
            guard isIn(body), !isPointer(block) else { return nil }
            return block
        }
    }

    /// `READ MORE: Another headline` within the body.
    private func isPointer(_ block: TextBlock) -> Bool {
        block.linkShare > 0.3 && block.size < 300 && PagePhrases.role(of: block.text).contains(.pointer)
    }

    /// Fills the fields of `page` that the layout declares.
    func fill(_ page: inout Page, base: String?) {
        if let section = nodes(form.section).lazy.map(line).first(where: { !$0.isEmpty }) {
            page.section = section
            page.sources["section"] = "layout"
        }
        if let storyline = nodes(form.storyline).lazy.map(line).first(where: { !$0.isEmpty }) {
            page.storyline = StorylineLine.topic(in: storyline) ?? storyline
            page.sources["storyline"] = "layout"
        }
        let tags = nodes(form.tags).flatMap(labels)
        if !tags.isEmpty {
            page.tags = tags
            page.sources["tags"] = "layout"
        }
        let captions = nodes(form.captions).map(line).filter { !$0.isEmpty }
        if !captions.isEmpty {
            page.captions = captions
            page.sources["captions"] = "layout"
        }
        let related = nodes(form.related).flatMap { headlines(in: $0, base) }
        if !related.isEmpty {
            let inline = page.relatedHeadlines.filter { headline in
                !related.contains { textKey($0.headline) == textKey(headline.headline) }
            }
            page.relatedHeadlines = inline + related
            page.sources["related"] = "layout"
        }
    }

    private func line(_ node: HTMLTree.Node) -> String { normalizedText(tree.text(of: node)) }

    private func labels(in node: HTMLTree.Node) -> [String] {
        let links = tree.elements(.a, in: node).map(line).filter { !$0.isEmpty }
        guard links.isEmpty else { return links }
        return line(node).split(separator: ",").map { String(trimmed($0)) }.filter { !$0.isEmpty }
    }

    private func headlines(in node: HTMLTree.Node, _ base: String?) -> [RelatedHeadline] {
        var found: [RelatedHeadline] = []
        for link in tree.elements(.a, in: node) {
            let headline = line(link)
            guard !headline.isEmpty, !found.contains(where: { $0.headline == headline }) else { continue }
            let url = tree.attribute(.href, of: link).map { WebAddress.resolved($0, against: base) }
            found.append(RelatedHeadline(headline: headline, url: url.flatMap { WebAddress($0) == nil ? nil : $0 }))
        }
        return found
    }
}
