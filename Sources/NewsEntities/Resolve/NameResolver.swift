import NewsModel
import NewsText

/// Decides which names of an article are one entity.
///
/// In this order: the normalized form; the aliases everyone knows; a surname and the nearest full name before it; an
/// acronym and what it stands for; an organization and its name cut short. A nationality is never its country.
package struct NameResolver {
    /// A name in an article.
    package struct Name {
        package let text: String
        package let kind: EntityKind

        package init(text: String, kind: EntityKind) {
            self.text = text
            self.kind = kind
        }
    }

    private let names: [Name]
    private let forms: [NameForm]
    private var parents: [Int]

    /// The number of the entity of each of `names`, which are given in the order of the article; `definitions` tell what
    /// acronyms stand for.
    package static func entities(of names: [Name], definitions: [String: String] = [:]) -> [Int] {
        var resolver = NameResolver(names)
        resolver.uniteEqual()
        resolver.uniteSurnames()
        resolver.uniteFullNames()
        resolver.uniteAcronyms(definitions)
        resolver.uniteCutNames()
        return names.indices.map { resolver.root($0) }
    }

    private init(_ names: [Name]) {
        self.names = names
        var known: [String: NameForm] = [:]
        forms = names.map { name in
            if let form = known[name.text] { return form }
            let form = NameForm(name.text)
            known[name.text] = form
            return form
        }
        parents = Array(names.indices)
    }

    private mutating func root(_ index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    private mutating func unite(_ index: Int, with other: Int) {
        let (first, second) = (root(index), root(other))
        parents[max(first, second)] = min(first, second)
    }

    private mutating func uniteEqual() {
        var first: [String: Int] = [:]
        let shared = sharedSurnames()
        for index in names.indices {
            if names[index].kind == .person, shared.contains(forms[index].key) { continue }
            let known = KnownNames.shared.number(ofFolded: forms[index].key).flatMap { number in
                let kind = KnownNames.shared.all[number].kind
                return kind == names[index].kind || kind == .place ? number : nil
            }
            // A surname may be a place's name too; what else has one name in an article is one thing.
            let isSurname = names[index].kind == .person && forms[index].words.count == 1
            let kind = known != nil ? "known" : isSurname ? "person" : "thing"
            let key = "\(kind) \(known.map(String.init) ?? forms[index].key)"
            if let same = first[key] { unite(index, with: same) } else { first[key] = index }
        }
    }

    /// Surnames of several persons: each occurrence alone may be another's.
    private func sharedSurnames() -> Set<String> {
        var owners: [String: String] = [:]
        var shared: Set<String> = []
        for index in names.indices where names[index].kind == .person {
            guard let last = forms[index].words.last, forms[index].words.count > 1 else { continue }
            if let owner = owners[last], !Self.agree(owner, forms[index].words[0]) { shared.insert(last) }
            owners[last] = forms[index].words[0]
        }
        return shared
    }

    /// `Vontas` is the `Karel Vontas` named last before it, else the first one after.
    private mutating func uniteSurnames() {
        var byName: [String: Int] = [:]
        var firstByName: [String: Int] = [:]
        for index in names.indices.reversed() where names[index].kind == .person && forms[index].words.count > 1 {
            for word in [forms[index].words[0], forms[index].words[forms[index].words.count - 1]] {
                firstByName[word] = index
            }
        }
        for index in names.indices where names[index].kind == .person {
            let words = forms[index].words
            if words.count > 1 {
                byName["s " + words[words.count - 1]] = index
                byName["f " + words[0]] = index
            } else if let word = words.first {
                let full = byName["s " + word] ?? byName["f " + word] ?? firstByName[word]
                if let full { unite(index, with: full) }
            }
        }
    }

    /// `Robert Kestrin`, `Robert F. Kestrin` and `R. Kestrin`.
    private mutating func uniteFullNames() {
        var bySurname: [String: [Int]] = [:]
        var seen: Set<String> = []
        for index in names.indices where names[index].kind == .person && forms[index].words.count > 1 {
            let words = forms[index].words
            guard seen.insert(forms[index].key).inserted else { continue }
            for other in bySurname[words[words.count - 1], default: []].prefix(8)
            where Self.agree(words[0], forms[other].words[0]) {
                unite(index, with: other)
                break
            }
            bySurname[words[words.count - 1], default: []].append(index)
        }
    }

    /// Whether two first names may be one person's: equal, or one of them an initial of the other.
    private static func agree(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        let isInitial = [first, second].contains { $0.utf8.count { $0 != 0x2E } == 1 }
        return isInitial && first.first == second.first
    }

    private mutating func uniteAcronyms(_ definitions: [String: String]) {
        guard !definitions.isEmpty || forms.contains(where: { $0.acronym != nil }) else { return }
        var byInitials: [String: Int] = [:]
        var byKey: [String: Int] = [:]
        for index in names.indices where names[index].kind != .person {
            if byKey[forms[index].key] == nil { byKey[forms[index].key] = index }
            guard forms[index].words.count > 1 else { continue }
            for initials in forms[index].initials where byInitials[initials] == nil { byInitials[initials] = index }
        }
        let longKeys = definitions.mapValues { NameForm($0).key }
        for index in names.indices {
            if let long = longKeys[names[index].text].flatMap({ byKey[$0] }) {
                unite(index, with: long)
            } else if let acronym = forms[index].acronym, let long = byInitials[acronym], names[index].kind != .person {
                unite(index, with: long)
            }
        }
    }

    /// `Telvor` is `Telvor Motors`, and the `Ministry of Defense` is the `Iraqi Ministry of Defense`.
    private mutating func uniteCutNames() {
        var byFirst: [String: [Int]] = [:]
        var byRest: [String: Int] = [:]
        var seen: Set<String> = []
        let organizations = names.indices.filter { names[$0].kind == .organization }
        for index in organizations where forms[index].words.count > 1 && seen.insert(forms[index].key).inserted {
            let words = forms[index].words
            byFirst[words[0], default: []].append(index)
            if words.count > 2, KnownNames.shared.country(ofNationality: words[0]) != nil {
                byRest[words.dropFirst().joined(separator: " ")] = index
            }
        }
        var found: [String: Int] = [:]
        for index in organizations {
            let key = forms[index].key
            if let long = found[key] ?? byRest[key] ?? longer(than: index, among: byFirst) {
                found[key] = long
                unite(index, with: long)
            }
        }
    }

    private func longer(than index: Int, among byFirst: [String: [Int]]) -> Int? {
        let words = forms[index].words
        guard words[0].utf8.count > 3, let candidates = byFirst[words[0]] else { return nil }
        return candidates.prefix(32).first {
            forms[$0].words.count > words.count && forms[$0].words.starts(with: words)
        }
    }
}

/// A name as it is compared.
struct NameForm {
    /// Folded, without articles, titles and legal forms.
    let key: String
    let words: [String]
    /// Its letters, when it is an acronym.
    let acronym: String?

    init(_ text: String) {
        let all = foldedKey(text).split(onByte: 0x20).map(String.init)
        var words = all[...]
        while words.count > 1, let first = words.first, Self.opening.contains(first) { words = words.dropFirst() }
        while words.count > 1, let last = words.last, Self.closing.contains(last) { words = words.dropLast() }
        self.words = words.isEmpty ? [text] : Array(words)
        key = self.words.joined(separator: " ")
        let mayBeAcronym =
            self.words.count == 1 && key.utf8.count <= 14 && !text.utf8.contains { (0x61...0x7A).contains($0) }
        let letters = mayBeAcronym ? key.filter { $0 != "." } : ""
        acronym = (2...7).contains(letters.utf8.count) ? letters : nil
    }

    /// The first letters of its words, with and without small words.
    var initials: [String] {
        let parts = words.flatMap { $0.split(onByte: 0x2D) }
        let significant = parts.filter { !Self.small.contains($0) }
        return [parts, significant].map { String(String.UnicodeScalarView($0.compactMap(\.unicodeScalars.first))) }
    }

    private static let opening: Set = [
        "the", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "president", "king", "queen", "prince",
        "lord", "lady",
    ]
    private static let closing: Set = [
        "inc", "inc.", "corp", "corp.", "co", "co.", "ltd", "ltd.", "plc", "llc", "company", "corporation", "limited",
        "group", "holdings", "ag", "sa", "nv", "gmbh", "'s", "s", ",", ".",
    ]
    private static let small: Set<Substring> = ["of", "the", "and", "for", "de", "la", "in", "&"]
}
