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

    init(_ reader: MetadataReader, headline: String?, authors: [String]) {
        self.reader = reader
        facts = reader.facts
        headlineKey = headline.map(textKey) ?? ""
        authorKeys = Set(authors.map(textKey))
        tags = choose()
    }

    private func choose() -> Sourced<[String]>? {
        var weak: Sourced<[String]>?
        for source in [data] + Self.metaNames.map(meta) {
            guard let found = source(), let tags = cleaned(found) else { continue }
            if isMadeOfAddress(tags.value) || isSection(tags.value) {
                weak = weak ?? tags
            } else {
                return tags
            }
        }
        for source in [links, topics, boxes] {
            if let found = source(), let tags = cleaned(found) { return tags }
        }
        return weak
    }

    // MARK: Sources

    private func data() -> Sourced<[String]>? {
        guard let value = reader.story?.value("keywords") else { return nil }
        let texts = Self.texts(value)
        return Sourced(
            value: texts.count > 1 ? texts.flatMap(Self.split) : texts.flatMap(Self.split), source: "JSON-LD keywords")
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

    private func links() -> Sourced<[String]>? {
        let texts = facts.tagLinks.prefix(200).filter { !facts.isBesideStory($0) }
            .compactMap { facts.shortText(of: $0, limit: 120) }
        return texts.isEmpty ? nil : Sourced(value: texts, source: "link rel=tag")
    }

    private func topics() -> Sourced<[String]>? {
        let tree = facts.tree
        let nodes = facts.topicLinks.prefix(400).filter { node in
            !tree.ancestors(of: node).prefix(8).contains { ancestor in
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

    private func boxes() -> Sourced<[String]>? {
        for node in facts.tagElements.prefix(200) {
            let links = facts.tree.elements(.a, in: node).prefix(60).compactMap { facts.shortText(of: $0, limit: 120) }
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
        let sign: Character =
            count(";") > commas ? ";" : commas == 0 && count("|") > 0 ? "|" : commas == 0 && count("、") > 0 ? "、" : ","
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
        let kept = Self.distinct(tags.value).filter { tag in
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
        if words.count == 1, let dot = tag.lastIndex(of: "."), endings.contains(tag[tag.index(after: dot)...].lowercased()) {
            return true
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
