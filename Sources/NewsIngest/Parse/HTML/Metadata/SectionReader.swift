import NewsText

/// Finds the section of the outlet that a story stands in: what structured data say, else the last name of the page's
/// breadcrumb that is neither the site nor the story, else the name of a section printed above the headline.
struct SectionReader {
    private let reader: MetadataReader
    private var facts: PageFacts { reader.facts }
    private let titleKeys: Set<String>

    /// For a page whose titles have `titleKeys`.
    init(_ reader: MetadataReader, titleKeys: Set<String>) {
        self.reader = reader
        self.titleKeys = titleKeys
    }

    /// The section; `nil` when nothing tells.
    var section: Sourced<String>? {
        let trail = trail()
        guard let declared = declared() else { return trail?.last ?? kicker() }
        guard let trail, !trail.names.isEmpty else { return declared }
        if Self.isGeneric(declared.value) { return trail.last }
        let parts = declared.value.split(whereSeparator: { ",/_".contains($0) }).map { textKey(String($0)) }
        guard parts.count > 1 || Self.looksLikeKey(declared.value) else { return declared }
        // A key or a path: the page prints the name it stands for.
        let match = trail.names.last { name in
            let key = textKey(name)
            return parts.contains(key)
                || parts.contains { $0.split(separator: " ").joined() == key.filter { $0 != " " } }
        }
        return match.map { Sourced(value: $0, source: trail.source) } ?? trail.last
    }

    private struct Trail {
        let names: [String]
        let source: String
        var last: Sourced<String>? { names.last.map { Sourced(value: $0, source: source) } }
    }

    // MARK: Declared

    private func declared() -> Sourced<String>? {
        if let name = reader.story?.text("articleSection"), Self.isName(name) {
            return Sourced(value: name, source: "JSON-LD articleSection")
        }
        // Of two descriptions of one story, the other may say it.
        let other = facts.data.things.first { $0.isStory && $0.text("articleSection") != nil }
        if let name = other?.text("articleSection"), Self.isName(name) {
            return Sourced(value: name, source: "JSON-LD articleSection")
        }
        for name in [
            "article:section", "og:article:section", "parsely-section", "section", "dc.subject.section",
            "prism.section",
        ] {
            if let value = facts.first(name), Self.isName(value) {
                return Sourced(value: value, source: "meta \(name)")
            }
        }
        if let node = facts.properties["articleSection"]?.first(where: { !facts.isBesideStory($0) }) {
            let text = facts.tree.attribute(.content, of: node).map(plainLine) ?? facts.shortText(of: node, limit: 80)
            if let text, !text.isEmpty { return Sourced(value: text, source: "microdata articleSection") }
        }
        return nil
    }

    /// Whether `name` is one that is printed: no address, no path, no word for nothing.
    private static func isName(_ name: String) -> Bool {
        guard name.utf8.count <= 80, !name.hasPrefix("http"), !name.hasPrefix("/") else { return false }
        return !["nil", "null", "none", "undefined", "n/a"].contains(name.lowercased())
    }

    /// Whether a name is made for programs: `espana`, `culture_lifestyle`.
    private static func looksLikeKey(_ name: String) -> Bool {
        !name.utf8.contains(0x20)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0)
            }
    }

    private static func isGeneric(_ name: String) -> Bool { genericKeys.contains(textKey(name)) }

    // MARK: Breadcrumb

    private func trail() -> Trail? {
        for thing in facts.data.things where thing.isOf("breadcrumblist") {
            let names = useful(names(of: thing))
            if !names.isEmpty { return Trail(names: names, source: "JSON-LD BreadcrumbList") }
        }
        guard let node = facts.breadcrumbs.first else { return nil }
        let names = useful(printedNames(in: node))
        return names.isEmpty ? nil : Trail(names: names, source: "breadcrumb")
    }

    private func names(of list: StructuredData.Thing) -> [String] {
        guard case .array(let items) = list.value("itemListElement") else { return [] }
        return items.prefix(12).compactMap { item in
            guard case .object(let members) = item else { return nil }
            let thing = StructuredData.Thing(members: members, types: [], depth: 0, isListed: true)
            if let name = thing.text("name") { return name }
            return facts.data.names(thing.value("item")).first.map(plainLine)
        }
    }

    private func printedNames(in node: HTMLTree.Node) -> [String] {
        let items = facts.tree.elements(.li, in: node)
        let elements = items.isEmpty ? facts.tree.elements(.a, in: node) : items
        return elements.prefix(12).filter { !isOfThisPage($0) }.compactMap { facts.shortText(of: $0, limit: 80) }
    }

    /// Whether an entry of a breadcrumb stands for the page that it is on.
    private func isOfThisPage(_ entry: HTMLTree.Node) -> Bool {
        facts.tree.subtree(of: entry).contains {
            facts.tree.tag(of: $0) == .a && facts.tree.attribute(.href, of: $0)?.hasPrefix("#") == true
        }
    }

    /// The names of a trail without the site, the story and words that name no section.
    private func useful(_ names: [String]) -> [String] {
        names.filter { name in
            let key = textKey(name)
            guard !key.isEmpty, name.utf8.count <= 60, key.split(separator: " ").count <= 6 else { return false }
            return !Self.genericKeys.contains(key) && !reader.site.isName(name) && !titleKeys.contains(key)
                && !key.hasSuffix(" detail")
        }
    }

    private static let genericKeys: Set<String> = Set(
        [
            "Home", "Homepage", "Home page", "Startseite", "Start", "Accueil", "Inicio", "Portada", "Início",
            "Home Page",
            "Strona główna", "Domů", "Hlavní stránka", "Ana sayfa", "Anasayfa", "Hjem", "Forside", "Forsiden", "Hem",
            "Etusivu", "Beranda", "Trang chủ", "トップ", "ホーム", "HOME", "首页", "首頁", "홈", "Главная", "Головна", "News",
            "Nachrichten", "Aktuell", "Zprávy", "Aktuality", "Noticias", "Actualités", "Actualité", "Notícias",
            "Notizie",
            "Haberler", "Haber", "Berita", "Nieuws", "Nyheter", "Nyheder", "Wiadomości", "Новости", "Новини", "ニュース",
            "新闻", "新聞", "뉴스", "Tin tức", "Article", "Articles", "Artikel", "Detail", "Story", "Stories", "Latest",
            "Latest News", "Schlagzeilen", "All", "Uncategorized", "Uncategorised", "General", "Allgemein", "Default",
            "NieuwsDetail", "Main", "Archive", "Archiv", "Blog", "Post", "Posts",
        ].map { textKey($0) })

    // MARK: Printed

    /// The name of a common section in a line shortly before the headline, outside menus.
    private func kicker() -> Sourced<String>? {
        guard let heading = reader.headings.first?.node else { return nil }
        for node in (max(1, heading - 40)..<heading).reversed() {
            switch facts.tree.tag(of: node) {
            case .a, .span, .p, .div: break
            default: continue
            }
            guard let text = facts.shortText(of: node, limit: 40), SectionNames.contains(text) else { continue }
            let around = facts.tree.ancestors(of: node).prefix(4).map { facts.tree.tag(of: $0) }
            if !Set(around).isDisjoint(with: [.nav, .li, .ul, .button]) { return nil }
            return Sourced(value: text, source: "line above the headline")
        }
        return nil
    }
}
