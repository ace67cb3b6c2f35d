import NewsModel
import NewsText

/// Tells which country an entity of an article belongs to, where that is sure.
///
/// A place: when only one country has a place of its name, or the others have far smaller ones (see `PlaceTableMaker`); when
/// the article says `City, Country`; or when it names exactly one of the countries it may be. An organization: when its
/// name begins with a nationality or a country's name, or ends with `of` and one. A nationality: its country. Countries
/// themselves belong to none.
struct CountryFinder {
    private let places: PlaceTable
    /// The countries that the article names.
    private let named: Set<String>

    /// Countries that are no more, but in the news still.
    private static let former: Set = [
        "Soviet Union", "Yugoslavia", "Czechoslovakia", "East Germany", "West Germany",
    ]
    private static let countries = former.union(PlaceTable.shared?.countries ?? [])
    /// The first words of the names of countries, folded.
    private static let firstWords = Set(
        KnownNames.shared.all.filter { countries.contains($0.name) }.flatMap { [$0.name] + $0.aliases }
            .compactMap { foldedKey($0).split(separator: " ").first.map(String.init) })
    /// Short names of countries that mean nothing else.
    private static let sureShort: Set = ["US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "UAE", "U.A.E.", "DPRK"]
    private static let longest = 6

    /// For an article that names the entities `named`.
    init(places: PlaceTable, named: [RecognizedEntity]) {
        self.places = places
        self.named = Set(named.lazy.filter { $0.kind == .place && Self.countries.contains($0.name) }.map(\.name))
    }

    /// The country of `entity`; `explaining` are names that stand behind it to say where it lies.
    func country(of entity: RecognizedEntity, explainedBy explaining: [RecognizedEntity]) -> String? {
        guard entity.kind != .person, !Self.countries.contains(entity.name) else { return nil }
        if let country = country(ofNationality: entity.name) { return country }
        switch entity.kind {
        case .place: return country(ofPlace: entity.name, explaining)
        case .organization:
            let found = Set(([entity.name] + entity.aliases).compactMap(country(ofOrganization:)))
            return found.count == 1 ? found.first : nil
        case .person, .other: return nil
        }
    }

    private func country(ofNationality name: String) -> String? {
        KnownNames.shared.country(ofNationality: foldedKey(name)).flatMap(state)
    }

    /// The country itself, or the one that Scotland is a part of.
    private func state(_ name: String) -> String? {
        if Self.countries.contains(name) { return name }
        guard let known = places.known(folded: foldedKey(name)), known.isSure, known.isRegion else { return nil }
        return known.countries.first
    }

    private func country(ofPlace name: String, _ explaining: [RecognizedEntity]) -> String? {
        let parts = name.split(separator: ",", maxSplits: 1)
        guard let town = parts.first.map({ String($0).trimmed }), let known = known(town) else { return nil }
        let behind = explaining.filter { $0.kind == .place }.map(\.name) + parts.dropFirst().map { String($0).trimmed }
        let said = Set(behind.compactMap(told)).intersection(known.countries)
        if said.count == 1 { return said.first }
        guard said.isEmpty else { return nil }
        let near = known.countries.prefix(known.near)
        let alone = near.count > 1 ? near.filter(named.contains) : Array(near)
        guard known.isSure else { return alone.count == 1 ? alone.first : nil }
        return alone.count == 1 && alone.first != near.first ? nil : near.first
    }

    /// The country that a name tells which stands behind a place's.
    private func told(_ name: String) -> String? {
        let usual = KnownNames.shared.number(ofFolded: foldedKey(name)).map { KnownNames.shared.all[$0].name } ?? name
        if Self.countries.contains(usual) { return usual }
        guard let known = known(usual), known.isSure, known.isRegion else { return nil }
        return known.countries.first
    }

    /// What is known of a place, which may say what it is besides: `Aleppo Province`, `State of Maine`.
    private func known(_ name: String) -> PlaceTable.Known? {
        // `PA`, `SENS`: a short form of something.
        guard name.utf8.count > 4 || name.utf8.contains(where: { $0 >= 0x61 }) else { return nil }
        let folded = foldedKey(name)
        if let known = places.known(folded: folded) { return known }
        var words = folded.split(separator: " ")[...]
        if words.count > 2, words[1] == "of", Self.parts.contains(words[0]) {
            words = words.dropFirst(2)
        } else if words.count > 1, let last = words.last, Self.parts.contains(last) {
            words = words.dropLast()
        } else {
            return nil
        }
        return places.known(folded: words.joined(separator: " "))
    }

    private static let parts: Set<Substring> = [
        "province", "governorate", "region", "oblast", "prefecture", "state", "city", "town", "district", "republic",
    ]
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " }
        return start.last == " " ? String(start.dropLast()) : String(start)
    }
}

extension CountryFinder {
    /// The country that the name of an organization says it is of, when it tells of no other.
    private func country(ofOrganization name: String) -> String? {
        var words = name.split(onByte: 0x20)[...]
        if let first = words.first, first == "The" || first == "the" { words = words.dropFirst() }
        guard words.count > 1 else { return nil }
        let begins = nationality(words) ?? country(beginning: words)
        guard let country = begins?.country ?? country(ending: words) else { return nil }
        // `British East India Company`, `Irish Americans`, `American University of Beirut`.
        let others = words.dropFirst(begins?.count ?? 1)
        let tellsOther = others.indices.contains { index in
            if let people = KnownNames.shared.country(ofNationality: foldedKey(String(words[index]))) {
                return state(people).map { $0 != country } ?? false
            }
            guard mayBeCountry(words[index]) else { return false }
            return [1, 2].contains { count in
                guard index + count <= words.endIndex else { return false }
                return self.country(named: words[index..<(index + count)]).map { $0 != country } ?? false
            }
        }
        guard !tellsOther else { return nil }
        guard begins != nil, let town = Self.universityTown(words), let known = known(town) else { return country }
        return known.countries.first == country ? country : nil
    }

    private func mayBeCountry(_ word: Substring) -> Bool { Self.firstWords.contains(foldedKey(String(word))) }

    /// The country of `Iraqi Ministry of Defense`, `South African Police Service`, and how many words tell it.
    private func nationality(_ words: ArraySlice<Substring>) -> (country: String, count: Int)? {
        for count in [2, 1] where count < words.count {
            let name = foldedKey(words.prefix(count).joined(separator: " "))
            guard let country = KnownNames.shared.country(ofNationality: name) else { continue }
            let next = words[words.startIndex + count]
            // The Indian Ocean is of no country, British Columbia of another, Indian Affairs are the first Americans'.
            let isPlace = count == 1 && places.known(folded: name + " " + foldedKey(String(next))) != nil
            return isPlace || Self.notOfNations.contains(next) ? nil : state(country).map { ($0, count) }
        }
        return nil
    }

    private static let notOfNations: Set<Substring> = [
        "Ocean", "and", "&", "-", "Affairs", "Country", "Health", "Housing", "Gaming", "Nation", "Americans",
    ]

    /// The country of `US Army`, `Iraq's Ministry of Defense`, and how many words tell it.
    private func country(beginning words: ArraySlice<Substring>) -> (country: String, count: Int)? {
        guard let first = words.first, mayBeCountry(Self.withoutEnding(first)) else { return nil }
        for count in (1...min(Self.longest, words.count - 1)).reversed() {
            let last = words.startIndex + count - 1
            guard let country = country(named: words[..<last] + [Self.withoutEnding(words[last])]) else { continue }
            let next = words[last + 1]
            return next == "and" || next == "&" || next == "-" ? nil : (country, count)
        }
        return nil
    }

    /// The country of `Communist Party of China`, but not of `Friends of Syria`.
    private func country(ending words: ArraySlice<Substring>) -> String? {
        guard let of = words.lastIndex(of: "of"), of > words.startIndex, of + 1 < words.endIndex,
            !words[of - 1].hasSuffix("riends"), words.endIndex - of <= Self.longest + 1
        else { return nil }
        return country(named: words[(of + (words[of + 1] == "the" ? 2 : 1))...])
    }

    /// What stands behind `University of`.
    private static func universityTown(_ words: ArraySlice<Substring>) -> String? {
        guard let of = words.lastIndex(of: "of"), of > words.startIndex, words[of - 1] == "University" else {
            return nil
        }
        return words[(of + 1)...].joined(separator: " ")
    }

    private static func withoutEnding(_ word: Substring) -> Substring {
        for ending in ["'s", "’s"] where word.hasSuffix(ending) { return word.dropLast(2) }
        return word
    }

    /// The country that is called just so, or whose part is.
    private func country(named words: ArraySlice<Substring>) -> String? {
        let name = words.joined(separator: " ")
        guard let number = KnownNames.shared.number(ofFolded: foldedKey(name)) else { return nil }
        let known = KnownNames.shared.all[number]
        guard known.kind == .place, known.name == name || known.aliases.contains(name) else { return nil }
        guard name.utf8.contains(where: { $0 >= 0x61 }) || Self.sureShort.contains(name) else { return nil }
        // `Jordan Brand`, `Georgia Tech`.
        return KnownNames.isAmbiguous(name) ? nil : state(known.name)
    }
}
