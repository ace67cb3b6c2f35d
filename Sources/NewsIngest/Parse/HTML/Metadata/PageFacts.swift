import NewsText

/// What a page holds that tells of its story, gathered in one walk.
struct PageFacts {
    let tree: HTMLTree
    /// The contents of `meta` elements by their name in lower case, in order, none empty.
    private(set) var meta: [String: [String]] = [:]
    /// JSON-LD.
    private(set) var data = StructuredData()
    /// The `title` element.
    private(set) var title: String?
    /// `lang` of the page.
    private(set) var language: String?
    /// `link rel=canonical`, as written.
    private(set) var canonicalLink: String?
    /// `h1` elements, in order.
    private(set) var headings: [HTMLTree.Node] = []
    /// `h2` and `h3` elements, in order.
    private(set) var subheadings: [HTMLTree.Node] = []
    /// `time` elements.
    private(set) var times: [HTMLTree.Node] = []
    /// Elements with the first word of their `itemprop`.
    private(set) var properties: [String: [HTMLTree.Node]] = [:]
    /// Links with `rel=author` and with `rel=tag`.
    private(set) var authorLinks: [HTMLTree.Node] = []
    private(set) var tagLinks: [HTMLTree.Node] = []
    /// Links to the pages of topics.
    private(set) var topicLinks: [HTMLTree.Node] = []
    /// The outermost elements that are called breadcrumbs, in order.
    private(set) var breadcrumbs: [HTMLTree.Node] = []
    private var metaCount = 0
    /// What the class names say, for each node.
    private var roles: [MetadataRole]
    /// Elements whose class names tell of writers, of dates, of tags.
    private(set) var writerElements: [HTMLTree.Node] = []
    private(set) var dateElements: [HTMLTree.Node] = []
    private(set) var tagElements: [HTMLTree.Node] = []

    init(_ tree: HTMLTree) {
        self.tree = tree
        roles = Array(repeating: [], count: tree.count)
        var reader = MetadataRoleReader(tree)
        for node in tree.nodes {
            let tag = tree.tag(of: node)
            guard tag != .text else { continue }
            let role = reader.role(of: node)
            roles[node] = role
            read(node, tag)
            if !role.isDisjoint(with: [.writer, .date, .tags]) {
                if role.contains(.writer) { writerElements.append(node) }
                if role.contains(.date) { dateElements.append(node) }
                if role.contains(.tags) { tagElements.append(node) }
            }
            if isCalledBreadcrumb(node), !isInBreadcrumb(node) { breadcrumbs.append(node) }
            if let property = tree.value(.itemprop, of: node)?.prefix(while: { $0 > 0x20 }), !property.isEmpty {
                properties[String(decoding: property, as: UTF8.self), default: []].append(node)
            }
        }
    }

    private mutating func read(_ node: HTMLTree.Node, _ tag: HTMLTag) {
        switch tag {
        case .html: language = language ?? tree.attribute(.lang, of: node) ?? tree.attribute(.xmlLang, of: node)
        case .title:
            if title == nil {
                let text = plainLine(tree.text(of: node))
                if !text.isEmpty { title = text }
            }
        case .meta: readMeta(node)
        case .link:
            guard canonicalLink == nil, hasWord("canonical", .rel, node) else { return }
            canonicalLink = tree.attribute(.href, of: node)
        case .script:
            guard let type = tree.attribute(.type, of: node), type.lowercased().contains("ld+json") else { return }
            for child in tree.children(of: node) { data.read(tree.textBytes(of: child)) }
        case .h1: headings.append(node)
        case .h2, .h3: subheadings.append(node)
        case .time: times.append(node)
        case .a: readLink(node)
        default: break
        }
    }

    /// Whether `node` stands in a breadcrumb: a heading there names the story for search engines, and may do so otherwise
    /// than the page.
    func isInBreadcrumb(_ node: HTMLTree.Node) -> Bool {
        breadcrumbs.contains { $0 != node && tree.isNode(node, within: $0) }
    }

    private func isCalledBreadcrumb(_ node: HTMLTree.Node) -> Bool {
        for attribute in [HTMLAttribute.class, .id, .itemtype, .ariaLabel, .dataComponent, .dataTestid] {
            guard let value = tree.value(attribute, of: node), value.count >= 10 else { continue }
            var matched = 0
            for byte in value.prefix(200) {
                let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                if lower == Self.breadcrumb[matched] {
                    matched += 1
                } else {
                    matched = lower == Self.breadcrumb[0] ? 1 : 0
                }
                if matched == Self.breadcrumb.count { return true }
            }
        }
        return false
    }

    private static let breadcrumb = Array("breadcrumb".utf8)

    private mutating func readMeta(_ node: HTMLTree.Node) {
        var name: String?
        for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] where name == nil {
            guard let value = tree.value(attribute, of: node), !value.isEmpty else { continue }
            name = String(decoding: value, as: UTF8.self).lowercased()
        }
        metaCount += 1
        guard let name, metaCount <= 1_000, let content = tree.attribute(.content, of: node) else { return }
        let text = plainLine(content)
        guard !text.isEmpty else { return }
        // One element may have several names: `og:title twitter:title`.
        let names = name.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })
        if names.count > 1, names.allSatisfy({ $0.contains(":") && $0.last != ":" }) {
            for name in names { meta[String(name), default: []].append(text) }
        } else {
            meta[names.joined(separator: " "), default: []].append(text)
        }
    }

    private mutating func readLink(_ node: HTMLTree.Node) {
        if tree.has(.rel, node) {
            if hasWord("author", .rel, node) { authorLinks.append(node) }
            if hasWord("tag", .rel, node) { tagLinks.append(node) }
        }
        if let target = tree.value(.href, of: node), TopicAddress.isTopic(target) { topicLinks.append(node) }
    }

    /// Whether an attribute has `word` among its words, whatever its case.
    private func hasWord(_ word: String, _ attribute: HTMLAttribute, _ node: HTMLTree.Node) -> Bool {
        guard let value = tree.value(attribute, of: node) else { return false }
        return value.split { $0 <= 0x20 }.contains { part in
            part.count == word.utf8.count && zip(part, word.utf8).allSatisfy { $0 | 0x20 == $1 }
        }
    }

    // MARK: Asking

    /// The first content under a name.
    func first(_ name: String) -> String? { meta[name]?.first }

    /// What the class names of `node` say.
    func role(of node: HTMLTree.Node) -> MetadataRole { roles[node] }

    /// Whether `node` stands among what is shown beside the story: in navigation, in a footer, in a teaser.
    func isBesideStory(_ node: HTMLTree.Node) -> Bool {
        for (distance, ancestor) in tree.ancestors(of: node).enumerated() {
            switch tree.tag(of: ancestor) {
            case .aside, .nav, .footer: return true
            case .body, .html, .main: continue
            default: if distance < 6, roles[ancestor].contains(.card) { return true }
            }
        }
        return false
    }

    /// The text of `node` when it is at most `limit` bytes long, as one line; `nil` for longer ones.
    func shortText(of node: HTMLTree.Node, limit: Int) -> String? {
        var length = 0
        for inner in tree.subtree(of: node) where tree.tag(of: inner) == .text {
            switch tree.parent(of: inner).map({ tree.tag(of: $0) }) {
            case .script, .style: continue
            default: length += tree.textBytes(of: inner).count
            }
            if length > limit { return nil }
        }
        return plainLine(spacedText(of: node))
    }

    /// The first line of text in `node`, when all of it is at most `limit` bytes long.
    func firstLine(of node: HTMLTree.Node, limit: Int) -> String? {
        let text = tree.blockText(of: node, limit: limit + 1)
        guard text.count <= limit else { return nil }
        let line = text.split(separator: 0x0A).first { $0.contains { $0 > 0x20 } }
        return line.map { plainLine(String(decoding: $0, as: UTF8.self)) }
    }

    /// The text of `node` with blanks between blocks.
    func spacedText(of node: HTMLTree.Node, limit: Int = .max) -> String {
        String(decoding: tree.blockText(of: node, separator: 0x20, limit: limit), as: UTF8.self)
    }
}
