import NewsModel
import NewsText
import Testing

@testable import NewsEntities

@Suite("Telling the country of entities")
struct CountryTests {
    @Test(
        "A place lies where the gazetteer or the article says, and nowhere when that is not sure",
        arguments: [
            ("They met in Baghdad.", "Baghdad", "Iraq"), ("They met in Aleppo.", "Aleppo", "Syria"),
            ("They met in London.", "London", "United Kingdom"), ("They met in Paris.", "Paris", "France"),
            // The article says so.
            ("The road to London, Ontario, was shut.", "London", "Canada"),
            ("He lives in Paris, Texas, with her.", "Paris", "United States"),
            ("The road to Basra (Iraq) was shut.", "Basra", "Iraq"),
            // A list is no explanation.
            ("Talks in London, Canada and Germany failed.", "London", "United Kingdom"),
            // Two countries have towns of one size; the article names one of them, or both.
            ("They met in Valencia.", "Valencia", nil),
            ("They met in Valencia. Spain was silent.", "Valencia", "Spain"),
            ("They met in Valencia. Spain and Venezuela were silent.", "Valencia", nil),
            // The greater one is a capital.
            ("They met in Tripoli.", "Tripoli", "Libya"),
            ("They met in Tripoli. Libya was silent.", "Tripoli", "Libya"),
            ("They met in Tripoli. Lebanon was silent.", "Tripoli", nil),
            // Parts of countries, with and without what they are.
            ("They fled from Bavaria.", "Bavaria", "Germany"),
            ("They fled from the State of Florida.", "Florida", "United States"),
            ("They fled from Anbar Province.", "Anbar Province", "Iraq"),
            ("They fled from Scotland.", "Scotland", "United Kingdom"),
            // Countries and parts of the world belong to none, nor does what no gazetteer knows.
            ("They fled from Iraq.", "Iraq", nil), ("They fled from Georgia.", "Georgia", nil),
            ("They fled from Asia.", "Asia", nil), ("They crossed the Euphrates.", "Euphrates", nil),
            ("A stand south of the town of Vellinkadro fell.", "Vellinkadro", nil),
        ])
    func places(text: String, name: String, country: String?) throws {
        #expect(try entity(name, in: text).country == country)
    }

    @Test(
        "An organization is of the nation or country that its name says",
        arguments: [
            ("Iraqi Ministry of Defense", "Iraq"), ("South African Police Service", "South Africa"),
            ("Scottish National Party", "United Kingdom"), ("US Army", "United States"),
            ("UK Royal Air Force", "United Kingdom"), ("Iraq's Ministry of Defense", "Iraq"),
            ("Communist Party of China", "China"), ("University of Texas", "United States"),
            ("New Zealand Rugby Union", "New Zealand"), ("American Red Cross", "United States"),
            // Of which of two, or of none.
            ("British East India Company", nil), ("British Columbia Lottery Corporation", nil),
            ("American University of Beirut", nil), ("Friends of Syria", nil), ("Ministry of Defense", nil),
            ("Indian Ocean Commission", nil), ("Irish Americans", nil), ("Georgia Tech", nil), ("RSA Security", nil),
            ("Nordic Council", nil),
        ])
    func organizations(name: String, country: String?) throws {
        let places = try #require(PlaceTable.shared)
        let entity = RecognizedEntity(name: name, kind: .organization, aliases: [], mentions: [])
        #expect(CountryFinder(places: places, named: []).country(of: entity, explainedBy: []) == country)
    }

    @Test("A nationality is of its country, unless it is a person's name")
    func nationalities() throws {
        let finder = CountryFinder(places: try #require(PlaceTable.shared), named: [])
        for (kind, country) in [(EntityKind.organization, "Iraq"), (.place, "Iraq"), (.other, "Iraq"), (.person, nil)] {
            let entity = RecognizedEntity(name: "Iraqis", kind: kind, aliases: [], mentions: [])
            #expect(finder.country(of: entity, explainedBy: []) == country)
        }
    }

    @Test("A country that only a related headline names does not decide")
    func related() throws {
        var article = Self.english("They met in Valencia.")
        article.relatedHeadlines = [RelatedHeadline(headline: "Talks in Spain Go On")]
        let found = EntityRecognizer().entities(in: article)
        #expect(found.first { $0.name == "Valencia" }?.country == .some(nil))
        #expect(found.contains { $0.name == "Spain" })
    }

    @Test("A known entity has all its names, another none")
    func knownNames() throws {
        let known = try entity("Daesh", in: "The remnants of ISIS hid near Hajin.")
        #expect(known.knownNames.contains("Daesh") && known.knownNames.contains("Islamic State"))
        #expect(known.aliases == ["ISIS"])
        #expect(try entity("Hajin", in: "A stand south of the town of Hajin fell.").knownNames.isEmpty)
        #expect(try entity("Iraq", in: "They fled from Iraq.").knownNames.first == "Iraq")
    }

    @Test("The table calls countries as known names do")
    func usualNames() throws {
        let table = try #require(PlaceTable.shared)
        #expect(table.count > 200_000)
        #expect(Set(table.countries).count == table.countries.count)
        for country in table.countries {
            guard let number = KnownNames.shared.number(ofFolded: foldedKey(country)) else { continue }
            #expect(KnownNames.shared.all[number].name == country)
        }
    }

    @Test("A table cut short is none")
    func damaged() throws {
        let bytes: [UInt8] = PlaceTable.magic + [5, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0] + Array("Iraq\n".utf8)
        let key = PlaceTable.key(ofFolded: "hajin")
        let whole = bytes + withUnsafeBytes(of: key.littleEndian) { Array($0) } + [0, 0x80]
        whole.withUnsafeBytes { bytes in
            let known = PlaceTable(bytes)?.known(folded: "hajin")
            #expect(known == PlaceTable.Known(countries: ["Iraq"], near: 1, isSure: true, isRegion: true))
            #expect(PlaceTable(bytes)?.known(folded: "baghuz") == nil)
        }
        for count in 0..<whole.count { whole[..<count].withUnsafeBytes { #expect(PlaceTable($0) == nil) } }
    }

    private static func english(_ text: String) -> Article {
        var article = Article()
        article.language = "en"
        article.paragraphs = [text]
        return article
    }

    private func entity(_ name: String, in text: String) throws -> RecognizedEntity {
        try #require(EntityRecognizer().entities(in: Self.english(text)).first { $0.name == name })
    }
}
