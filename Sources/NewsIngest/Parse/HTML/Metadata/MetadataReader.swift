import NewsModel
import NewsText

/// Decides between what the sources of a page say.
struct MetadataReader {
    let facts: PageFacts
    /// Where the page was saved from.
    let address: WebAddress?
    /// The page's own address.
    let canonical: Sourced<String>?
    /// What JSON-LD says of the page's story.
    let story: StructuredData.Thing?
    /// The page's `h1` lines but for those that name or link the site.
    let headings: [(node: HTMLTree.Node, text: String)]
    let site: SiteNames

    init(_ facts: PageFacts, address: WebAddress?) {
        self.facts = facts
        self.address = address
        canonical = Self.canonical(facts, address: address)
        let own = address ?? canonical.flatMap { WebAddress($0.value) }
        site = SiteNames(facts, address: own)
        let (tree, site) = (facts.tree, site)
        headings = facts.headings.prefix(50).compactMap { node in
            guard !Self.linksHome(node, in: tree, from: own), !facts.isInBreadcrumb(node) else { return nil }
            let text = plainLine(facts.spacedText(of: node, limit: 2_000))
            return text.isEmpty || site.isName(text) ? nil : (node, text)
        }
        var keys = Set(headings.map { textKey($0.text) })
        for title in [facts.first("og:title"), facts.first("twitter:title"), facts.title] {
            if let title { keys.insert(textKey(title)) }
        }
        story = facts.data.story(path: own?.path, titleKeys: keys)
    }

    func metadata() -> PageMetadata {
        var metadata = PageMetadata()
        let headline = HeadlineReader(self)
        metadata.headline = headline.chosen
        metadata.isHeadlinePrinted = headline.isPrinted
        metadata.titles = headline.titles
        metadata.descriptions = descriptions()
        let times = TimeReader(self)
        metadata.published = times.published
        metadata.modified = times.modified
        let writers = WriterReader(self)
        metadata.authors = writers.authors
        metadata.byline = writers.byline
        metadata.tags = TagReader(self, headline: headline.chosen?.value, authors: writers.authors?.value ?? []).tags
        metadata.section = SectionReader(self, titleKeys: metadata.titleKeys).section
        let language = language()
        metadata.language = language.chosen
        metadata.canonical = canonical
        metadata.outlet = outlet()
        metadata.body = body()
        metadata.kind = kind()
        metadata.notes = [headline.note, times.note, writers.note, language.note].compactMap { $0 }
        return metadata
    }

    /// Whether a heading is nothing but a link to the site's front page.
    private static func linksHome(_ node: HTMLTree.Node, in tree: HTMLTree, from address: WebAddress?) -> Bool {
        let links = tree.elements(.a, in: node)
        guard links.count == 1, let target = tree.attribute(.href, of: links[0]) else { return false }
        if target == "/" { return address?.path.isEmpty != true }
        guard let linked = WebAddress(target) else { return false }
        return linked.path.isEmpty && !linked.canonical.contains("?")
            && (address == nil || linked.host == address?.host)
            && address?.path.isEmpty != true
    }

    func descriptions() -> [String] {
        var all: [String] = []
        let written =
            [story?.text("description")] + ["og:description", "description", "twitter:description"].map(facts.first)
        for text in written { if let text, !all.contains(text) { all.append(text) } }
        return all
    }

    // MARK: Address and outlet

    /// The first address that a page of this site may have as its own.
    private static func canonical(_ facts: PageFacts, address: WebAddress?) -> Sourced<String>? {
        let written: [(String?, String)] = [
            (facts.canonicalLink, "link rel=canonical"), (facts.first("og:url"), "meta og:url"),
        ]
        for (text, source) in written {
            guard let text, let whole = whole(text, on: address), let own = WebAddress(whole) else { continue }
            if isPlausible(own, for: address) { return Sourced(value: whole, source: source) }
        }
        return nil
    }

    /// `text` as a whole address.
    private static func whole(_ text: String, on address: WebAddress?) -> String? {
        let text = text.split { $0.isWhitespace }.joined()
        if text.hasPrefix("//") { return "https:" + text }
        if text.hasPrefix("/") { return address.map { "https://" + $0.host + text } }
        return text.lowercased().hasPrefix("http") ? text : nil
    }

    /// Whether a page saved from `address` can be the one at `own`: the same site, and not its front page or a folder
    /// above it.
    private static func isPlausible(_ own: WebAddress, for address: WebAddress?) -> Bool {
        guard let address else { return !own.path.isEmpty }
        guard
            own.host == address.host || own.host.hasSuffix("." + address.host) || address.host.hasSuffix("." + own.host)
        else { return false }
        if own.path.isEmpty { return address.path.isEmpty || own.canonical.contains("?") }
        let isFolder = own.path.utf8.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
        return !isFolder || !address.path.hasPrefix(own.path + "/")
    }

    private func outlet() -> Sourced<String>? {
        let publisher = facts.data.names(story?.value("publisher")).first.map(plainLine)
        let named: [(String?, String)] = [
            (facts.first("og:site_name"), "meta og:site_name"), (publisher, "JSON-LD publisher"),
            (facts.first("application-name"), "meta application-name"),
        ]
        for (name, source) in named {
            // What is longer is a slogan.
            guard let name, !name.isEmpty, name.unicodeScalars.count <= 50 else { continue }
            return Sourced(value: withoutSlogan(name), source: source)
        }
        return nil
    }

    /// `Harbor Times` of `Harbor Times - News from the Coast`, where the site is known by what stands before the sign.
    private func withoutSlogan(_ name: String) -> String {
        for sign in [" - ", " – ", " — ", " | "] {
            let parts = name.split(separator: sign, maxSplits: 1)
            if parts.count == 2, site.isName(String(parts[0])) { return String(parts[0]) }
        }
        return name
    }

    // MARK: Section, text, kind

    private func body() -> Sourced<String>? {
        let own = story?.value("articleBody")?.texts.joined(separator: "\n")
        let any = facts.data.things.lazy.filter { !$0.isListed }.compactMap { $0.value("articleBody")?.texts.joined() }
            .max { $0.utf8.count < $1.utf8.count }
        guard let text = own ?? any else { return nil }
        let plain = plainText(text)
        return plain.isEmpty ? nil : Sourced(value: plain, source: "JSON-LD articleBody")
    }

    private func kind() -> PageKind {
        var kind: PageKind = []
        let own = facts.data.things.filter { !$0.isListed }
        if own.contains(where: \.isStory) { kind.insert(.story) }
        if own.contains(where: { $0.isOf("liveblogposting") }) { kind.insert(.live) }
        let type = facts.first("og:type")?.lowercased() ?? ""
        if type.hasPrefix("article") { kind.insert(.story) }
        if !kind.contains(.story) {
            if type.hasPrefix("video") || own.contains(where: { $0.isOf("videoobject") }) { kind.insert(.video) }
            let isList = own.contains {
                $0.isOf("collectionpage") || $0.isOf("searchresultspage") || $0.isOf("itemlist")
            }
            if isList { kind.insert(.index) }
        }
        let galleries: Set<String> = ["imagegallery", "mediagallery"]
        if own.contains(where: { !galleries.isDisjoint(with: $0.types) }) { kind.insert(.gallery) }
        if (address ?? canonical.flatMap { WebAddress($0.value) })?.path.isEmpty == true { kind.insert(.index) }
        let isFree = story?.value("isAccessibleForFree")
        if isFree == .bool(false) || isFree?.texts.first?.lowercased() == "false" { kind.insert(.paid) }
        return kind
    }

    // MARK: Language

    private func language() -> (chosen: Sourced<String>?, note: String?) {
        let declared: [(String?, String)] = [
            (facts.language, "html lang"), (story?.text("inLanguage"), "JSON-LD inLanguage"),
            (facts.first("og:locale"), "meta og:locale"), (facts.first("content-language"), "meta content-language"),
            (facts.first("language"), "meta language"),
        ]
        let codes = declared.compactMap { text, source in
            text.flatMap(Self.languageCode).map { Sourced(value: $0, source: source) }
        }
        guard let first = codes.first else { return (nil, nil) }
        let counts = Dictionary(codes.map { ($0.value, 1) }, uniquingKeysWith: +)
        guard counts.count > 1 else { return (first, nil) }
        let most = counts.values.max() ?? 0
        let leading = counts.filter { $0.value == most }
        let said = codes.map { "\($0.source) says '\($0.value)'" }.joined(separator: ", ")
        guard leading.count == 1, let code = leading.keys.first, let chosen = codes.first(where: { $0.value == code })
        else { return (nil, "the page declares several languages: \(said)") }
        return (chosen, nil)
    }

    /// The ISO 639-1 code of `de`, `de-AT`, `de_AT`; both written forms of Norwegian are `no`.
    private static func languageCode(_ text: String) -> String? {
        let letters = text.lowercased().prefix { $0.isASCII && $0.isLetter }
        guard letters.utf8.count == 2 else { return nil }
        return letters == "nb" || letters == "nn" ? "no" : String(letters)
    }
}
