import NewsText

/// Finds the tags of a page's story: in JSON-LD, in `meta` elements, in links with `rel=tag`, in links to the pages of
/// topics, in boxes of tags, in that order. Left out are names of the site, identifiers and labels that are no tags.
struct TagReader {
    /// The tags; `nil` where there are none.
    private(set) var tags: Sourced<[String]>?

    private let reader: MetadataReader
    private let facts: PageFacts
    private let headlineKey: String
    private let authorKeys: Set<String>
    private let subject: StorySubject

    init(_ reader: MetadataReader, headline: String?, authors: [String]) {
        self.reader = reader
        facts = reader.facts
        headlineKey = headline.map(textKey) ?? ""
        authorKeys = Set(authors.map(textKey))
        subject = StorySubject(reader)
        tags = choose()
    }

    private func choose() -> Sourced<[String]>? {
        var weak: Sourced<[String]>?
        for source in [data] + Self.metaNames.map(meta) {
            guard let found = source(), let tags = cleaned(found) else { continue }
            if isWeak(tags.value) {
                weak = weak ?? tags
            } else {
                return tags
            }
        }
        // Links to topics also stand in navigation: of those, some must have to do with the story.
        if let found = links(), let tags = cleaned(found) { return tags }
        for source in [boxes, topics] {
            if let found = source(), let tags = cleaned(found), subject.concerns(tags.value) { return tags }
        }
        for name in otherMetaNames {
            if let found = meta(name)(), let tags = cleaned(found), !isWeak(tags.value),
                !tags.value.contains(where: { $0.contains(":") })
            {
                return tags
            }
        }
        return weak
    }

    /// Whether a list of keywords is likely to be no tags: the words of the address, the section alone, words in a row
    /// without commas, words that have nothing to do with the story.
    private func isWeak(_ tags: [String]) -> Bool {
        isMadeOfAddress(tags) || isSection(tags) || tags.count == 1 && tags[0].split(separator: " ").count > 3
            || !subject.concerns(tags)
    }

    // MARK: Sources

    private func data() -> Sourced<[String]>? {
        guard let value = reader.story?.value("keywords") else { return nil }
        return Sourced(value: Self.texts(value).flatMap(Self.split), source: "JSON-LD keywords")
    }

    /// The names of keywords: texts, objects with a name, lists of these.
    private static func texts(_ value: JSONValue, depth: Int = 0) -> [String] {
        guard depth < 3 else { return [] }
        switch value {
        case .array(let values): return values.flatMap { texts($0, depth: depth + 1) }
        case .object(let members):
            let named = members.first { $0.name == "name" } ?? members.first { $0.name == "value" }
            return named.map { texts($0.value, depth: depth + 1) } ?? []
        default: return value.texts
        }
    }

    private func meta(_ name: String) -> () -> Sourced<[String]>? {
        {
            guard let values = facts.meta[name] else { return nil }
            // An outlet that writes one element for each tag may have commas in a tag.
            let isListed = name.hasSuffix("article:tag") && values.count > 1
            return Sourced(value: isListed ? values : values.flatMap(Self.split), source: "meta \(name)")
        }
    }

    private static let metaNames = [
        "keywords", "news_keywords", "article:tag", "og:article:tag", "parsely-tags", "sailthru.tags",
        "cxenseparse:recs:tags", "article.tags", "tags", "rbtags", "dc.subject",
    ]

    /// Other names for the same: `custom-keywords`, `classification-tags`.
    private var otherMetaNames: [String] {
        facts.meta.keys.filter { name in
            (name.hasSuffix("keywords") || name.hasSuffix("tags")) && !Self.metaNames.contains(name)
        }.sorted()
    }

    private func links() -> Sourced<[String]>? {
        let texts = facts.tagLinks.prefix(200).filter { !facts.isBesideStory($0) }
            .compactMap { facts.shortText(of: $0, limit: 120) }
        return texts.isEmpty ? nil : Sourced(value: texts, source: "link rel=tag")
    }

    private func topics() -> Sourced<[String]>? {
        let tree = facts.tree
        let start = reader.headings.first?.node ?? 0
        let nodes = facts.topicLinks.prefix(200).filter { node in
            node > start
                && !tree.ancestors(of: node).prefix(8).contains { ancestor in
                    switch tree.tag(of: ancestor) {
                    case .nav, .header, .p: true
                    default:
                        facts.role(of: ancestor).contains(.frame) || tree.attribute(.role, of: ancestor) == "navigation"
                    }
                }
        }
        let texts = nodes.compactMap { facts.shortText(of: $0, limit: 100) }.filter { text in
            (2..<50).contains(text.unicodeScalars.count) && text.split(separator: " ").count <= 6
        }
        let distinct = Self.distinct(texts)
        return distinct.isEmpty || distinct.count > 15 ? nil : Sourced(value: distinct, source: "links to topics")
    }

    private func isInNavigation(_ node: HTMLTree.Node) -> Bool {
        facts.tree.ancestors(of: node).contains { facts.tree.tag(of: $0) == .nav }
    }

    private func boxes() -> Sourced<[String]>? {
        let start = reader.headings.first?.node ?? 0
        for node in facts.tagElements.prefix(200) where node > start && !isInNavigation(node) {
            let links = facts.tree.elements(.a, in: node).prefix(60).filter {
                facts.tree.value(.href, of: $0)?.first != 0x23
            }
            .compactMap { facts.shortText(of: $0, limit: 120) }
            .filter { (2..<60).contains($0.unicodeScalars.count) }
            if (1...25).contains(links.count) { return Sourced(value: links, source: "box of tags") }
        }
        return nil
    }

    // MARK: Cleaning

    /// The tags of a list in one text.
    private static func split(_ text: String) -> [String] {
        let text = plainLine(text)
        func count(_ sign: Character) -> Int { text.count { $0 == sign } }
        let commas = count(",")
        // Chinese lists are also set with blanks.
        let isSpaced =
            commas == 0 && count(" ") > 1
            && text.split(separator: " ").allSatisfy { $0.utf8.contains { $0 >= 0xE3 } }
        let sign: Character =
            isSpaced
            ? " "
            : count(";") > commas
                ? ";" : commas == 0 && count("|") > 0 ? "|" : commas == 0 && count("、") > 0 ? "、" : ","
        let edges: Set<Character> = [" ", "\"", "'", "#"]
        return text.split(separator: sign).compactMap { (part: Substring) -> String? in
            var tag = part
            while let first = tag.first, edges.contains(first) { tag = tag.dropFirst() }
            while let last = tag.last, edges.contains(last) { tag = tag.dropLast() }
            return tag.isEmpty || tag.count >= 80 ? nil : String(tag)
        }
    }

    private static func distinct(_ tags: [String]) -> [String] {
        var keys: Set<String> = []
        return tags.filter { tag in
            let key = textKey(tag)
            return !key.isEmpty && keys.insert(key).inserted
        }
    }

    private func cleaned(_ tags: Sourced<[String]>) -> Sourced<[String]>? {
        let kept = Self.distinct(Array(tags.value.prefix(200))).filter { tag in
            let key = textKey(tag)
            return !Self.isLabel(tag, key) && !reader.site.isName(tag) && key != headlineKey
                && !authorKeys.contains(key)
                && tag.split(separator: " ").count <= 8
        }
        return kept.isEmpty ? nil : Sourced(value: kept, source: tags.source)
    }

    /// Whether `tag` is an address, an identifier or a label of another kind.
    private static func isLabel(_ tag: String, _ key: String) -> Bool {
        if tag.hasPrefix("http") || tag.contains("_") || common.contains(key) { return true }
        let bytes = tag.utf8
        if bytes.allSatisfy({ (0x30...0x39).contains($0) }) { return true }
        let words = tag.split(separator: " ")
        if words.count == 1, let dot = tag.lastIndex(of: "."),
            endings.contains(tag[tag.index(after: dot)...].lowercased())
        {
            return true
        }
        // `Elevated:false`
        if let colon = tag.firstIndex(of: ":"), words.count == 1 {
            let value = tag[tag.index(after: colon)...]
            if ["true", "false"].contains(value) || value.allSatisfy(\.isNumber) { return true }
        }
        // `NLP Category: General`
        if let colon = tag.firstIndex(of: ":") {
            let label = tag[..<colon].split(separator: " ").last?.lowercased() ?? ""
            if ["category", "token", "tokens", "source", "section", "type"].contains(label) { return true }
        }
        // `8f507083-bac4-423a-9015-2eb31e1bce50`
        return bytes.count == 36 && bytes.filter({ $0 == 0x2D }).count == 4
    }

    private static let common: Set<String> = [
        "news", "nachrichten", "latest news", "breaking news", "article", "home", "online", "website", "zeitung",
        "schlagzeilen", "noticias", "haber", "haberler", "newspaper",
    ]
    private static let endings: Set<String> = ["com", "ca", "de", "net", "org", "uk", "fr", "es", "it", "at", "ch"]

    /// Whether the tags are but the words of the page's address: `storm`, `closes`, `port`.
    private func isMadeOfAddress(_ tags: [String]) -> Bool {
        guard tags.count > 2, let path = (reader.address ?? reader.canonical.flatMap { WebAddress($0.value) })?.path
        else {
            return false
        }
        let words = Set(textKey(path).split(separator: " "))
        return tags.allSatisfy { tag in textKey(tag).split(separator: " ").allSatisfy(words.contains) }
    }

    /// Whether the only tag is the story's section.
    private func isSection(_ tags: [String]) -> Bool {
        guard tags.count == 1, let section = reader.story?.text("articleSection") ?? facts.first("article:section")
        else {
            return false
        }
        return textKey(tags[0]) == textKey(section)
    }
}
