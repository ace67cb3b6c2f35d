import NewsText

/// What a feed says for all of its entries.
///
/// It goes with each entry in `CaptureHints.map`, so that an entry can be read again without its feed: `xml:base`,
/// `xmlns:…` where a prefix is not the usual one, `entity:…`, `feed:url`, `feed:title`, `feed:link`,
/// `feed:language`, `feed:author`, `feed:publisher`.
struct FeedContext {
    private(set) var values: [String: String] = [:]
    private var title: String?
    private var entityCount = 0

    init(_ map: [String: String]? = nil) {
        values = map ?? [:]
    }

    subscript(name: String) -> String? { values[name] }

    /// What references are relative to where `xml:base` does not say it: the address that the feed was read from, else
    /// the one it names.
    var base: String? { values["feed:url"] ?? values["feed:link"] }

    /// Takes the address that the feed was read from.
    mutating func take(address: String?) {
        if let address { values["feed:url"] = address }
    }

    /// What is known, with what `map` says besides.
    func map(adding map: [String: String]?) -> [String: String]? {
        let all = values.merging(map ?? [:]) { own, _ in own }
        return all.isEmpty ? nil : all
    }

    /// The name of an element with the usual prefix of its namespace, in lower case.
    func canonicalName(of tag: MarkupTag) -> String {
        FeedNamespaces(values).entering(tag).canonicalName(of: tag.name)
    }

    /// Takes what a JSON Feed says before its items; nothing of other JSON.
    mutating func take(jsonFeed members: [JSONValue.Member]) {
        func text(_ name: String) -> String { members.first { $0.name == name }?.value.strings.first ?? "" }
        guard text("version").contains("jsonfeed") else { return }
        set("feed:title", normalizedText(text("title")))
        set("feed:link", text("home_page_url"))
        set("feed:language", text("language"))
    }

    /// Takes the attributes that hold for everything within an element.
    mutating func enter(_ tag: MarkupTag) {
        for attribute in tag.attributes {
            let name = attribute.name.lowercased()
            switch name {
            case "xml:base": values[name] = WebAddress.resolved(attribute.value, against: values[name])
            case "xml:lang" where !attribute.value.isEmpty: values["feed:language"] = attribute.value
            case _ where name.hasPrefix("xmlns"):
                if FeedNamespaces.isUnusual(name, attribute.value) { values[name] = attribute.value }
            case "href" where tag.name.lowercased() == "channel": values["feed:link"] = attribute.value
            default: break
            }
        }
    }

    /// Takes an element of the feed itself; the first of each name counts.
    mutating func take(_ name: String, _ tag: MarkupTag, content: String) {
        switch name {
        case "title": set("feed:title", FragmentText.line(of: content))
        case "link":
            let isAlternate = tag.value("rel").map { $0 == "alternate" } ?? true
            guard isAlternate else { return }
            let address = tag.value("href") ?? FragmentText.line(of: content)
            set("feed:link", WebAddress.resolved(address, against: tag.value("xml:base") ?? values["xml:base"]))
        case "language", "dc:language": set("feed:language", FragmentText.line(of: content))
        case "dc:publisher": set("feed:publisher", FragmentText.line(of: content))
        default:
            // Only Atom says that the author of a feed is the author of its entries; there he has a name.
            var scanner = MarkupScanner(Array(content.utf8))
            while let piece = scanner.next() {
                guard case .start(let inner, _) = piece, inner.name.lowercased().hasSuffix("name"),
                    let close = scanner.closingTag(of: inner.name)
                else { continue }
                let bytes = scanner.bytes[inner.range.upperBound..<close]
                set("feed:author", FragmentText.line(of: MarkupEntities.decoded(bytes)))
                return
            }
        }
    }

    private mutating func set(_ name: String, _ value: String) {
        if values[name] == nil, !value.isEmpty, value.utf8.count <= 1_000 { values[name] = value }
    }

    /// Takes the entities that a document declares, if they stand for plain text: at most 64 of at most 1,000 bytes.
    mutating func readEntities(in declaration: [UInt8]) {
        let text = String(decoding: declaration, as: UTF8.self)
        for part in text.split(separator: "<!ENTITY").dropFirst() {
            let words = part.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard words.count == 2, entityCount < 64, words[0] != "%",
                let quote = words[1].first, quote == "\"" || quote == "'",
                let end = words[1].dropFirst().firstIndex(of: quote)
            else { continue }
            let value = words[1][words[1].index(after: words[1].startIndex)..<end]
            guard value.utf8.count <= 1_000 else { continue }
            // One level only: what an entity stands for is read for numbers and known names, not for other entities.
            values["entity:" + words[0]] = MarkupEntities.decoded(String(value))
            entityCount += 1
        }
    }

    /// The document's own entities by name.
    var entities: [String: String] {
        var entities: [String: String] = [:]
        for (name, value) in values where name.hasPrefix("entity:") { entities[String(name.dropFirst(7))] = value }
        return entities
    }
}

/// What the prefixes of element names stand for.
struct FeedNamespaces {
    private var prefixes: [String: String] = [:]

    /// The declarations among the values of a context.
    init(_ values: [String: String]) {
        for (name, value) in values where name.hasPrefix("xmlns") { declare(name, value) }
    }

    /// These with those that a tag declares.
    func entering(_ tag: MarkupTag) -> FeedNamespaces {
        guard tag.attributes.contains(where: { $0.name.hasPrefix("xmlns") }) else { return self }
        var inner = self
        for attribute in tag.attributes where attribute.name.hasPrefix("xmlns") {
            inner.declare(attribute.name, attribute.value)
        }
        return inner
    }

    private mutating func declare(_ name: String, _ address: String) {
        let prefix = name.hasPrefix("xmlns:") ? String(name.dropFirst(6)).lowercased() : ""
        prefixes[prefix] = Self.usualPrefix(of: address) ?? (prefix.isEmpty ? "?" : "?" + prefix)
    }

    /// The name with the usual prefix of its namespace, in lower case: `title`, `dc:creator`. Prefixes that are not
    /// declared mean what they usually mean.
    func canonicalName(of name: String) -> String {
        let lower = name.lowercased()
        guard let colon = lower.firstIndex(of: ":") else {
            let usual = prefixes[""] ?? ""
            return usual.isEmpty ? lower : usual + ":" + lower
        }
        let prefix = String(lower[..<colon])
        let local = lower[lower.index(after: colon)...]
        let usual = prefixes[prefix] ?? (Self.feedPrefixes.contains(prefix) ? "" : prefix)
        return usual.isEmpty ? String(local) : usual + ":" + local
    }

    /// Whether a declaration must be kept to understand the prefix.
    static func isUnusual(_ name: String, _ address: String) -> Bool {
        let prefix = name.hasPrefix("xmlns:") ? name.dropFirst(6) : ""
        return usualPrefix(of: address).map { $0 != prefix } ?? true
    }

    private static let feedPrefixes: Set<String> = ["atom", "rss", "atom03", "atom10", "a10", "rss10"]

    private static func usualPrefix(of address: String) -> String? {
        let lower = address.lowercased()
        return addresses[lower] ?? (lower.isEmpty ? "" : nil)
    }

    private static let addresses: [String: String] = {
        var addresses: [String: String] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ")
            for address in words.dropFirst() { addresses[String(address)] = words[0] == "-" ? "" : String(words[0]) }
        }
        return addresses
    }()

    /// The usual prefix of each namespace, `-` for those of feeds themselves.
    private static let table = """
        - http://backend.userland.com/rss http://blogs.law.harvard.edu/tech/rss http://purl.org/rss/1.0/
        - http://my.netscape.com/rdf/simple/0.9/ http://example.com/newformat# http://example.com/necho
        - http://purl.org/echo/ uri/of/echo/namespace# http://purl.org/pie/ http://purl.org/atom/ns#
        - http://www.w3.org/2005/atom http://purl.org/rss/1.0/modules/rss091# http://purl.org/net/rss1.1#
        - http://backend.userland.com/rss2 http://channel.netscape.com/rdf/simple/0.9/
        content http://purl.org/rss/1.0/modules/content/
        dc http://purl.org/dc/elements/1.1/
        dcterms http://purl.org/dc/terms/
        feedburner http://rssnamespace.org/feedburner/ext/1.0
        itunes http://www.itunes.com/dtds/podcast-1.0.dtd http://example.com/dtds/podcast-1.0.dtd
        media http://search.yahoo.com/mrss http://search.yahoo.com/mrss/
        pheedo http://www.pheedo.com/namespace/pheedo
        rdf http://www.w3.org/1999/02/22-rdf-syntax-ns#
        slash http://purl.org/rss/1.0/modules/slash/
        svg http://www.w3.org/2000/svg
        math http://www.w3.org/1998/math/mathml
        wfw http://wellformedweb.org/commentapi/
        xhtml http://www.w3.org/1999/xhtml
        xlink http://www.w3.org/1999/xlink
        xml http://www.w3.org/xml/1998/namespace
        """
}
