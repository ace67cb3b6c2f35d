import NewsEntities
import NewsModel
import Testing

@Suite("Telling which names are one entity")
struct NameResolverTests {
    @Test(
        "Names are one entity or not",
        arguments: [
            (["US", "United States", "U.S.", "America"], EntityKind.place, true),
            (["UK", "Britain", "United Kingdom"], .place, true),
            (["ISIS", "Daesh", "Islamic State"], .organization, true),
            (["UN", "United Nations"], .organization, true), (["Karel Vontas", "Mr. Vontas", "Vontas"], .person, true),
            (["Robert F. Kestrin", "R. Kestrin", "Robert Kestrin"], .person, true),
            (["Maria Keltau", "Jan Keltau"], .person, false),
            (["Telvor Motors Inc.", "Telvor Motors", "Telvor"], .organization, true),
            (["Veldan Rescue Board", "VRB"], .organization, true),
            (["Iraqi Ministry of Defense", "Ministry of Defense"], .organization, true),
            (["Iraq", "Iraqi"], .place, false), (["North Korea", "South Korea"], .place, false),
            (["The Norhaven Times", "Norhaven Times"], .organization, true),
        ])
    func sameEntity(names: [String], kind: EntityKind, isOne: Bool) {
        let numbers = NameResolver.entities(of: names.map { NameResolver.Name(text: $0, kind: kind) })
        #expect((Set(numbers).count == 1) == isOne)
    }

    @Test("A surname is the person named in full last before it")
    func nearest() {
        let names = ["Maria Keltau", "Keltau", "Jan Keltau", "Keltau"]
        let numbers = NameResolver.entities(of: names.map { NameResolver.Name(text: $0, kind: .person) })
        #expect(numbers[0] == numbers[1] && numbers[2] == numbers[3] && numbers[1] != numbers[2])
    }

    @Test("An acronym is what the article says it is")
    func definition() {
        let names = ["Bridge Board of Norhaven", "BBN", "Bureau of Berry Nurseries"]
        let numbers = NameResolver.entities(
            of: names.map { NameResolver.Name(text: $0, kind: .organization) },
            definitions: ["BBN": "Bridge Board of Norhaven"])
        #expect(numbers[0] == numbers[1] && numbers[1] != numbers[2])
    }

    @Test("A nationality tells its country")
    func nationality() {
        #expect(KnownNames.shared.country(ofNationality: "iraqi") == "Iraq")
        #expect(KnownNames.shared.country(ofNationality: "germans") == "Germany")
        #expect(KnownNames.shared.country(ofNationality: "iraq") == nil)
    }

    @Test("No name of the list stands for two things")
    func unique() {
        var owners: [String: String] = [:]
        for known in KnownNames.shared.all {
            for name in [known.name] + known.aliases {
                let owner = owners.updateValue(known.name, forKey: name)
                #expect(owner == nil || owner == known.name, "\(name): \(owner ?? "") and \(known.name)")
            }
        }
    }
}
