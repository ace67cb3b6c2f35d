import NewsModel
import NewsText

/// Finds when a page's story was published: in structured data, in `meta` elements, in microdata, in `time` elements, in
/// the address, in the lines around the headline, in that order.
struct TimeReader {
    /// When it was published; `nil` where nothing tells.
    private(set) var published: Sourced<PrintedTime>?
    /// When it was last changed.
    private(set) var modified: Sourced<PrintedTime>?
    /// Which sources name different days.
    private(set) var note: String?

    private let reader: MetadataReader
    private let order: NumericDateOrder

    init(_ reader: MetadataReader) {
        self.reader = reader
        order = Self.order(reader)
        let (data, meta, property) = (dataTime(), metaTime(), propertyTime("datePublished"))
        published =
            data ?? meta ?? property ?? anyDataTime() ?? elementTime() ?? addressTime() ?? titleTime() ?? classTime()
            ?? nearbyTime() ?? dataTime("dateCreated")
        modified = dataTime("dateModified") ?? modifiedMeta() ?? propertyTime("dateModified")
        note = disagreement([data, meta, property].compactMap { $0 })
    }

    /// Americans write the month first.
    private static func order(_ reader: MetadataReader) -> NumericDateOrder {
        let language = (reader.facts.language ?? reader.facts.first("og:locale") ?? "").lowercased()
        guard language.isEmpty || language.hasPrefix("en") else { return .dayFirst }
        if language.contains("us") { return .monthFirst }
        let isOther = language.utf8.count > 2
        return !isOther && reader.address?.host.hasSuffix(".com") == true ? .monthFirst : .dayFirst
    }

    private func time(_ text: String?, _ source: String, from: TimeSource = .metadata) -> Sourced<PrintedTime>? {
        guard let text, let date = StatedTime.date(in: text, order: order),
            let time = PrintedTime(date, pageOffset: nil, source: from)
        else { return nil }
        return Sourced(value: time, source: source)
    }

    // MARK: Structured data and meta

    private func dataTime(_ name: String = "datePublished") -> Sourced<PrintedTime>? {
        time(reader.story?.text(name), "JSON-LD \(name)")
    }

    private func anyDataTime() -> Sourced<PrintedTime>? {
        for thing in reader.facts.data.things where !thing.isListed && (thing.isStory || thing.isPage) {
            for name in ["datePublished", "uploadDate"] {
                if let found = time(thing.text(name), "JSON-LD \(name)") { return found }
            }
        }
        return nil
    }

    private func metaTime() -> Sourced<PrintedTime>? {
        for name in Self.publicationNames {
            guard let text = reader.facts.first(name), let found = time(text, "meta \(name)") else { continue }
            return found
        }
        return nil
    }

    private func modifiedMeta() -> Sourced<PrintedTime>? {
        for name in ["article:modified_time", "og:updated_time", "last-modified", "lastmod", "datemodified"] {
            if let text = reader.facts.first(name), let found = time(text, "meta \(name)") { return found }
        }
        return nil
    }

    private static let publicationNames = [
        "article:published_time", "og:article:published_time", "article.published", "parsely-pub-date", "sailthru.date",
        "datepublished", "publish-date", "publish_date", "pubdate", "pub_date", "dc.date.issued", "dcterms.created",
        "dc.date", "dcterms.date", "dc.date.created", "article_date_original", "originalpublicationdate",
        "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "iso-8601-publish-date", "date",
        "og:published_time", "og:pubdate", "rnews:datepublished", "weibo: article:create_at", "article:create",
        "created", "shareaholic:article_published_time", "vr:published_time", "citation_date", "publication_date",
        "bt:pubdate", "analyticsattributes.articledate", "cre", "dcterms.issued", "date.created", "creation_date",
        "dc:created", "published-date", "displaydate", "article:publish_time", "publishdate", "publish_time",
        "og:release_date", "article:published", "published_time", "citation_publication_date",
    ]

    // MARK: Elements

    private func propertyTime(_ name: String) -> Sourced<PrintedTime>? {
        for node in reader.facts.properties[name] ?? [] where !reader.facts.isBesideStory(node) {
            if let found = elementTime(node, "microdata \(name)") { return found }
        }
        return nil
    }

    /// The time of an element that states one.
    private func elementTime(_ node: HTMLTree.Node, _ source: String) -> Sourced<PrintedTime>? {
        let tree = reader.facts.tree
        return time(tree.attribute(.content, of: node), source) ?? time(tree.attribute(.datetime, of: node), source)
            ?? time(reader.facts.shortText(of: node, limit: 120), source, from: .page)
    }

    /// The first `time` element, those that are marked as publication before others.
    private func elementTime() -> Sourced<PrintedTime>? {
        let facts = reader.facts
        let times = facts.times.prefix(200).filter { node in
            !role(around: node).contains(.change) && !facts.isBesideStory(node)
        }
        let marked = times.filter { facts.tree.has(.pubdate, $0) || role(around: $0).contains(.publication) }
        for node in marked + times {
            if let found = elementTime(node, "time") { return found }
        }
        return nil
    }

    private func role(around node: HTMLTree.Node) -> MetadataRole {
        let facts = reader.facts
        let parent = facts.tree.parent(of: node).map(facts.role(of:)) ?? []
        let property = facts.tree.attribute(.itemprop, of: node)?.lowercased() ?? ""
        let isChange = property.contains("modified")
        return facts.role(of: node).union(parent).union(isChange ? .change : [])
    }

    private func addressTime() -> Sourced<PrintedTime>? {
        let own = reader.address ?? reader.canonical.flatMap { WebAddress($0.value) }
        guard let (year, month, day) = own?.date,
            let time = PrintedTime(PrintedDate(year: year, month: month, day: day), pageOffset: nil, source: .url)
        else { return nil }
        return Sourced(value: time, source: "address")
    }

    /// A date that is a part of the page's title: `Storm Closes Port | Harbor Times | 28.04.2023`.
    private func titleTime() -> Sourced<PrintedTime>? {
        for (title, source) in [(reader.facts.title, "title"), (reader.facts.first("og:title"), "meta og:title")] {
            guard let title else { continue }
            let findings = PrintedDate.findings(in: title, order: order)
            guard findings.count == 1, let range = findings.first?.range, range.upperBound == title.utf8.count else {
                continue
            }
            let before = String(decoding: title.utf8.prefix(range.lowerBound), as: UTF8.self)
            guard let sign = before.last(where: { $0 != " " }), "|-–—·•".contains(sign) else { continue }
            if let found = time(title, source, from: .page) { return found }
        }
        return nil
    }

    /// Whether `node` is, or stands in, a link: dates of teasers do.
    private func isLinked(_ node: HTMLTree.Node) -> Bool {
        let tree = reader.facts.tree
        return tree.tag(of: node) == .a || tree.ancestors(of: node).prefix(6).contains { tree.tag(of: $0) == .a }
    }

    /// A written date in the short lines behind the headline, else before it.
    private func nearbyTime() -> Sourced<PrintedTime>? {
        guard let heading = reader.headings.first?.node else { return nil }
        let tree = reader.facts.tree
        let end = tree.end(of: heading)
        let ranges = [end..<min(end + 200, tree.count), max(0, heading - 80)..<heading]
        for node in ranges.joined() where Self.carriers.contains(tree.tag(of: node)) {
            guard tree.end(of: node) <= heading || node >= end, let text = reader.facts.shortText(of: node, limit: 120),
                text.utf8.count >= 6, !isSentence(text), !isInFacts(node),
                let found = time(text, "text beside the headline", from: .page), !isLinked(node),
                !reader.facts.isBesideStory(node), !reader.facts.role(of: node).contains(.change)
            else { continue }
            return found
        }
        return nil
    }

    /// Whether `node` stands in a row of a table of facts: dates there are those of what the table is about.
    private func isInFacts(_ node: HTMLTree.Node) -> Bool {
        let tree = reader.facts.tree
        guard let row = tree.ancestors(of: node).prefix(8).first(where: { tree.tag(of: $0) == .tr }) else {
            return false
        }
        return tree.children(of: row).contains { tree.tag(of: $0) == .th }
    }

    /// Whether `text` is a sentence rather than a line about the story: dates in sentences are those of events.
    private func isSentence(_ text: String) -> Bool {
        let words = text.split(separator: " ").count
        guard let last = text.last, words > 5 else { return false }
        return words > 16 || ".!?。".contains(last)
    }

    private static let carriers: Set<HTMLTag> = [
        .p, .div, .span, .address, .em, .strong, .small, .li, .i, .b, .dd, .td, .header, .section, .time, .ul, .figure,
        .footer, .cite, .label, .font, .h5, .h6,
    ]

    private func classTime() -> Sourced<PrintedTime>? {
        for node in reader.facts.dateElements.prefix(150) where !reader.facts.role(of: node).contains(.change) {
            guard let text = reader.facts.shortText(of: node, limit: 120), text.utf8.count >= 6,
                !isLinked(node), let found = time(text, "text marked as a date", from: .page),
                !reader.facts.isBesideStory(node)
            else { continue }
            return found
        }
        return nil
    }

    // MARK: Disagreement

    /// Sources that name days further apart than time zones explain.
    private func disagreement(_ times: [Sourced<PrintedTime>]) -> String? {
        guard let first = times.first else { return nil }
        let other = times.dropFirst().first { abs($0.value.instant.day - first.value.instant.day) > 1 }
        guard let other, other.value.instant.day != modified?.value.instant.day else { return nil }
        return "\(first.source) says \(first.value.instant.description.prefix(10)), "
            + "\(other.source) says \(other.value.instant.description.prefix(10))"
    }
}
