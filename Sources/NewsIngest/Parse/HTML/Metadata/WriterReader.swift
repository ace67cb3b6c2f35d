import NewsText

/// Finds the writers of a page's story: in JSON-LD, in links with `rel=author`, in a line `By …` behind the headline, in
/// elements that are named for them, in microdata, in `meta` elements, in that order. Names of the site itself count
/// only where there are no others.
struct WriterReader {
    /// The writers; `nil` where none are named.
    private(set) var authors: Sourced<[String]>?
    /// The line that names them, without its opening word.
    private(set) var byline: Sourced<String>?
    /// How the page and its structured data disagree.
    private(set) var note: String?

    private let reader: MetadataReader
    private let facts: PageFacts
    private let printed: Sourced<String>?

    init(_ reader: MetadataReader) {
        self.reader = reader
        facts = reader.facts
        printed = Self.printedLine(reader)
        var weak: Sourced<[String]>?
        for source in sources {
            let found = source()
            let names = Self.distinct(found.value.filter(PersonNames.isWriter))
            guard !names.isEmpty else { continue }
            let people = names.filter { !reader.site.isName($0) && !Self.isSlug($0) }
            if people.isEmpty {
                weak = weak ?? Sourced(value: names, source: found.source)
                continue
            }
            authors = Sourced(value: people, source: found.source)
            break
        }
        authors = authors.map(completed) ?? weak
        guard let authors else { return }
        byline =
            printed.flatMap { line in authors.value.contains { line.value.contains($0) } ? line : nil }
            ?? Sourced(value: authors.value.joined(separator: ", "), source: authors.source)
    }

    private var sources: [() -> Sourced<[String]>] { [data, links, line, named, properties, meta] }

    // MARK: Sources

    private func data() -> Sourced<[String]> {
        for name in ["author", "creator"] {
            let names = facts.data.names(reader.story?.value(name)).flatMap(PersonNames.split)
            if !names.isEmpty { return Sourced(value: names, source: "JSON-LD \(name)") }
        }
        return Sourced(value: [], source: "")
    }

    private func links() -> Sourced<[String]> {
        let nodes = facts.authorLinks.prefix(100).filter { !facts.isBesideStory($0) }
        let names = nodes.compactMap { facts.firstLine(of: $0, limit: 200) }.flatMap(PersonNames.split)
        return Sourced(value: names, source: "link rel=author")
    }

    /// The linked writers where they are those of structured data and more.
    private func completed(_ authors: Sourced<[String]>) -> Sourced<[String]> {
        guard authors.source.hasPrefix("JSON-LD") else { return authors }
        let linked = Self.distinct(links().value.filter(PersonNames.isSpelledAsPerson))
        let keys = Set(linked.map(textKey))
        guard linked.count > authors.value.count, linked.count <= 6,
            authors.value.allSatisfy({ keys.contains(textKey($0)) })
        else { return authors }
        return Sourced(value: linked, source: "link rel=author")
    }

    /// `By NAME` shortly behind the headline.
    private func line() -> Sourced<[String]> {
        guard let line = printed else { return Sourced(value: [], source: "") }
        return Sourced(value: PersonNames.split(line.value).filter(PersonNames.isSpelledAsPerson), source: line.source)
    }

    /// The line `By …` behind the headline, cut where it goes on with a date or place.
    private static func printedLine(_ reader: MetadataReader) -> Sourced<String>? {
        let facts = reader.facts
        guard let heading = reader.headings.first?.node else { return nil }
        let end = facts.tree.end(of: heading)
        for node in end..<min(end + 160, facts.tree.count) where carriers.contains(facts.tree.tag(of: node)) {
            guard let text = facts.shortText(of: node, limit: 120), let rest = PersonNames.afterOpening(text) else {
                continue
            }
            let names = beforeDetails(rest)
            guard PersonNames.split(names).contains(where: PersonNames.isSpelledAsPerson) else { continue }
            return Sourced(value: names, source: "line behind the headline")
        }
        return nil
    }

    private static let carriers: Set<HTMLTag> = [
        .p, .div, .span, .address, .em, .strong, .cite, .small, .li, .a, .i, .b, .header, .footer, .dd, .section,
    ]

    /// `line` up to a sign, a date or a word that is no longer about names.
    private static func beforeDetails(_ line: String) -> String {
        // `IDA BRANDT JAN. 13, 2017`
        let date = PrintedDate.findings(in: line).first?.range.lowerBound
        let line = String(decoding: line.utf8.prefix(date ?? .max), as: UTF8.self)
        var kept: [Substring] = []
        for word in line.split(separator: " ") {
            if ["|", "•", "·", "/", "–", "—", "-"].contains(word) { break }
            if word.first?.isNumber == true { break }
            if ["am", "on", "le", "veröffentlicht", "published", "updated", "stand", "publié", "el"].contains(
                word.lowercased())
            {
                break
            }
            kept.append(word)
        }
        while let last = kept.last, last == "," { kept.removeLast() }
        var text = kept.joined(separator: " ")
        while text.last == "," { text.removeLast() }
        return text
    }

    /// Elements whose class names tell of writers.
    private func named() -> Sourced<[String]> {
        for node in facts.writerElements.prefix(150) where !facts.isBesideStory(node) {
            let links = facts.tree.elements(.a, in: node).prefix(20).compactMap { facts.shortText(of: $0, limit: 80) }
                .filter { $0.split(separator: " ").count > 1 }
            var names = links.flatMap(PersonNames.split)
            if links.isEmpty, let text = facts.shortText(of: node, limit: 90) { names = PersonNames.split(text) }
            names = names.filter(PersonNames.isSpelledAsPerson)
            if !names.isEmpty { return Sourced(value: names, source: "element marked as byline") }
        }
        return Sourced(value: [], source: "")
    }

    private func properties() -> Sourced<[String]> {
        let tree = facts.tree
        var names: [String] = []
        for node in (facts.properties["author"] ?? []).prefix(50) where !facts.isBesideStory(node) {
            let inner = (facts.properties["name"] ?? []).filter { $0 > node && $0 < tree.end(of: node) }
            for holder in inner.isEmpty ? [node] : inner {
                let text = tree.attribute(.content, of: holder) ?? facts.shortText(of: holder, limit: 200)
                names += text.map(PersonNames.split) ?? []
            }
        }
        return Sourced(value: names, source: "microdata author")
    }

    private func meta() -> Sourced<[String]> {
        for name in Self.metaNames {
            let names = (facts.meta[name] ?? []).flatMap(PersonNames.split)
            if names.contains(where: PersonNames.isWriter) { return Sourced(value: names, source: "meta \(name)") }
        }
        return Sourced(value: [], source: "")
    }

    private static let metaNames = [
        "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
        "dcterms.creator", "byl", "cxenseparse:author", "article.author", "authors", "article:author_name",
        "citation_author", "mediator_author", "creator", "vr:author", "og:author", "dc:creator", "rbauthors",
    ]

    // MARK: Names

    private static func distinct(_ names: [String]) -> [String] {
        var keys: Set<String> = []
        return names.filter { keys.insert(textKey($0)).inserted }
    }

    /// `harbor-desk`: the name of a user or a page, not of a person.
    private static func isSlug(_ name: String) -> Bool {
        name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
            && name.utf8.contains { $0 == 0x2D || $0 == 0x5F }
    }
}
