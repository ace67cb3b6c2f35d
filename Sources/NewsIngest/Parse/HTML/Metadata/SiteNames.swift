import NewsText

/// The names that a page's site goes by.
struct SiteNames {
    /// The names without signs and blanks, as in host names: `harbortimes`.
    private(set) var bare: Set<String> = []

    init(_ facts: PageFacts, address: WebAddress?) {
        let fields = [
            "og:site_name", "application-name", "twitter:site", "apple-mobile-web-app-title", "publisher",
            "dc.publisher", "copyright",
        ]
        var names = fields.flatMap { facts.meta[$0] ?? [] }
        for thing in facts.data.things {
            names += facts.data.names(thing.value("publisher"))
            if !Self.organizations.isDisjoint(with: thing.types), !thing.isListed || thing.depth < 3,
                let name = thing.text("name")
            {
                names.append(name)
            }
        }
        if let host = address?.host {
            names.append(host)
            if let label = host.split(separator: ".").first { names.append(String(label)) }
        }
        bare = Set(names.map(Self.bareName)).subtracting([""])
    }

    private static let organizations: Set<String> = ["organization", "newsmediaorganization", "website"]

    /// Letters and digits alone.
    static func bareName(_ name: String) -> String { textKey(name).filter { $0 != " " } }

    /// Whether `text` is one of the names.
    func isName(_ text: String) -> Bool { bare.contains(Self.bareName(text)) }

    /// Whether `text`, cut off a title, names the site: a name of it, the beginning of one or one that goes on, or a
    /// host name.
    func isTail(_ text: String) -> Bool {
        let tail = Self.bareName(text)
        guard !tail.isEmpty else { return false }
        if bare.contains(tail) { return true }
        if bare.contains(where: { $0.count > 3 && (tail.hasPrefix($0) || tail.count > 2 && $0.hasPrefix(tail)) }) {
            return true
        }
        let trimmed = text.split(separator: " ")
        return trimmed.count == 1 && trimmed[0].dropFirst().dropLast().contains(".")
    }
}
