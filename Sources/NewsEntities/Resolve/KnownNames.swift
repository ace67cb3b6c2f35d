import NewsModel
import NewsText

/// Names that every newsroom knows by more than one name. Lists of our own, after the ISO 3166 short names and what the
/// style books of news agencies and the organizations themselves use.
package struct KnownNames: Sendable {
    /// The only one; made at first use, in about a millisecond.
    package static let shared = KnownNames()

    /// Something known.
    package struct Known: Sendable {
        /// Its usual name.
        package let name: String
        package let kind: EntityKind
        /// Its other names.
        package let aliases: [String]
    }

    /// All that is known.
    package private(set) var all: [Known] = []
    private var numbers: [String: Int] = [:]
    private var countries: [String: String] = [:]

    private init() {
        for (kind, list) in [(EntityKind.place, knownPlaces), (.organization, knownOrganizations)] {
            for entry in list.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
                let names = entry.split(separator: "|").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.map(
                    String.init)
                guard let name = names.first else { continue }
                for name in names where numbers[foldedKey(name)] == nil { numbers[foldedKey(name)] = all.count }
                all.append(Known(name: name, kind: kind, aliases: Array(names.dropFirst())))
            }
        }
        var names = GivenNames(limit: .max)
        var places = GivenNames(limit: .max)
        for known in all {
            for name in [known.name] + known.aliases {
                let text = TextTokens(name)
                if text.tokens.count > 1 {
                    names.add(text, text.tokens.indices, known.kind)
                } else if known.kind == .place, Self.isSure(name) {
                    places.add(text, text.tokens.indices, known.kind)
                }
            }
        }
        sureNames = names
        surePlaces = places
        for entry in demonyms.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
            let parts = entry.split(separator: ":")
            guard parts.count == 2 else { continue }
            let country = String(parts[0].drop { $0 == " " })
            for word in parts[1].split(separator: ",") { countries[foldedKey(String(word))] = country }
        }
    }

    /// Names of several words, and places of one, that mean the same in any sentence.
    let sureNames: GivenNames
    let surePlaces: GivenNames

    /// Places whose name is also a word or a person's name.
    private static let ambiguous: Set = [
        "Turkey", "Chad", "Jordan", "Georgia", "Niger", "Guinea", "Victoria", "Canton", "Medina",
    ]

    /// Whether a place's name is also a word or a person's name.
    static func isAmbiguous(_ name: String) -> Bool { ambiguous.contains(name) }

    /// Whether a place's name of one word means nothing else.
    private static func isSure(_ name: String) -> Bool {
        name.utf8.count > 3 && name.contains { $0.isLowercase } && !ambiguous.contains(name)
    }

    /// The number of what is called `name`, in its folded form.
    package func number(ofFolded name: String) -> Int? { numbers[name] }

    /// The country that a nationality, in its folded form, belongs to. They are related, never the same.
    package func country(ofNationality name: String) -> String? {
        countries[name] ?? (name.hasSuffix("s") ? countries[String(name.dropLast())] : nil)
    }
}
