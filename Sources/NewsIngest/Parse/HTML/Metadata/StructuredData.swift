import NewsText

/// What a page says of itself in JSON-LD (schema.org), every object that has a type.
struct StructuredData {
    /// One object with its type.
    struct Thing {
        /// Its names and values.
        let members: [JSONValue.Member]
        /// The last words of its types, in lower case: `newsarticle`.
        let types: [String]
        /// How deep it stands in what it was written in.
        let depth: Int
        /// Whether it is named beside the page's own subject: in a list of stories, among mentions.
        let isListed: Bool

        /// The value under a name; `nil` for none and for null.
        func value(_ name: String) -> JSONValue? {
            for member in members where member.name == name {
                if case .null = member.value { return nil }
                return member.value
            }
            return nil
        }

        /// The text under a name, cleaned; of several the first; `nil` for none and for an empty one.
        func text(_ name: String) -> String? { value(name)?.texts.lazy.map(plainLine).first { !$0.isEmpty } }

        /// Whether it is a story of some kind.
        var isStory: Bool { types.contains(where: Self.isStory) }
        /// Whether it stands for the page that may hold a story.
        var isPage: Bool { types.contains { type in Self.pageTypes.contains(where: type.hasSuffix) } }
        /// Whether one of its types is `type`.
        func isOf(_ type: String) -> Bool { types.contains(type) }

        private static func isStory(_ type: String) -> Bool {
            guard type != "jobposting" else { return false }
            return ["article", "reportage", "newsitem", "posting"].contains(where: type.contains)
                || ["review", "report"].contains(where: type.hasSuffix)
        }

        private static let pageTypes = ["webpage", "itempage", "videoobject", "creativework"]
    }

    /// In the order they are written; of a page that lists very many, the first.
    private(set) var things: [Thing] = []
    private var byID: [String: [JSONValue.Member]] = [:]

    /// Adds what one script holds.
    mutating func read(_ script: ArraySlice<UInt8>) {
        let start = script.drop { $0 <= 0x20 }
        let isEscaped = start.prefix(12).contains(0x26) && start.first != 0x3C
        let bytes = isEscaped ? Array(plainText(String(decoding: script, as: UTF8.self)).utf8)[...] : script
        for value in LooseJSON.values(in: bytes) { add(value, depth: 0, isListed: false) }
    }

    private mutating func add(_ value: JSONValue, depth: Int, isListed: Bool) {
        guard depth <= 12 else { return }
        switch value {
        case .array(let values): for value in values { add(value, depth: depth, isListed: isListed) }
        case .object(let members):
            var types: [String] = []
            var identifier: String?
            for member in members {
                if member.name == "@type" { types = member.value.texts.map(Self.typeName) }
                if member.name == "@id" { identifier = member.value.texts.first }
            }
            if !types.isEmpty, things.count < Self.mostThings {
                things.append(Thing(members: members, types: types, depth: depth, isListed: isListed))
            }
            if let identifier, members.count > max(1, byID[identifier]?.count ?? 0) { byID[identifier] = members }
            for member in members {
                add(member.value, depth: depth + 1, isListed: isListed || Self.listNames.contains(member.name))
            }
        default: break
        }
    }

    private static let mostThings = 2_000

    private static func typeName(_ type: String) -> String {
        let lower = type.lowercased()
        return String(
            lower[
                (lower.lastIndex { $0 == "/" || $0 == "#" || $0 == ":" }.map(lower.index(after:)) ?? lower.startIndex)...
            ])
    }

    private static let listNames: Set<String> = [
        "itemListElement", "hasPart", "mentions", "relatedLink", "isPartOf", "citation", "comment", "review",
        "liveBlogUpdate", "video", "image", "publisher", "about", "isBasedOn", "associatedMedia", "potentialAction",
        "subjectOf",
    ]

    /// What `members` stands for: itself, or what it refers to by `@id`.
    func resolved(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
        guard !members.contains(where: { $0.name == "name" }),
            let identifier = members.first(where: { $0.name == "@id" })?.value.texts.first, let named = byID[identifier]
        else { return members }
        return named
    }

    /// The story that the page is about: a story rather than a page, at the page's address, with one of its titles, not
    /// listed beside it. `nil` when nothing is it.
    func story(path: String?, titleKeys: Set<String>) -> Thing? {
        var best: Thing?
        var bestScore = 0.0
        for thing in things {
            var score: Double
            if thing.isStory { score = 10 } else if thing.isPage { score = 2 } else { continue }
            if thing.isListed { score -= 8 }
            if let path, let own = address(of: thing).flatMap({ WebAddress($0) }), own.path == path { score += 4 }
            if let title = thing.text("headline") ?? thing.text("name"), titleKeys.contains(textKey(title)) {
                score += 4
            }
            for name in ["datePublished", "articleBody", "author"] where thing.value(name) != nil { score += 1 }
            score -= 0.1 * Double(thing.depth)
            if score > bestScore { (best, bestScore) = (thing, score) }
        }
        return best
    }

    /// The address that a thing has.
    func address(of thing: Thing) -> String? {
        for name in ["url", "mainEntityOfPage", "@id"] {
            guard let value = thing.value(name) else { continue }
            if case .object(let members) = value {
                let inner = Thing(members: members, types: [], depth: 0, isListed: false)
                if let text = inner.text("@id") ?? inner.text("url") { return text }
            } else if let text = value.texts.first {
                return text
            }
        }
        return nil
    }

    /// The names of people or organizations under a name: texts, objects with a name, references, lists of these.
    func names(_ value: JSONValue?, depth: Int = 0) -> [String] {
        guard let value, depth < 4 else { return [] }
        switch value {
        case .string(let name): return [name]
        case .array(let values): return values.flatMap { names($0, depth: depth + 1) }
        case .object(let members):
            let thing = Thing(members: resolved(members), types: [], depth: 0, isListed: false)
            if let name = thing.value("name") ?? thing.value("@value") { return names(name, depth: depth + 1) }
            let parts = [thing.text("givenName"), thing.text("familyName")].compactMap { $0 }
            return parts.isEmpty ? [] : [parts.joined(separator: " ")]
        default: return []
        }
    }
}

extension JSONValue {
    /// The texts that it is or holds: a text, numbers, the texts of an array, `@value` of an object.
    var texts: [String] {
        switch self {
        case .string(let text): [text]
        case .integer(let number): [String(number)]
        case .number(let number): [String(Int64(exactly: number.rounded()) ?? 0)]
        case .array(let values): values.flatMap(\.texts)
        case .object(let members): members.first { $0.name == "@value" }?.value.texts ?? []
        default: []
        }
    }
}
