import NewsText
import Testing

@Suite("Forms of words")
struct StemmerTests {
    @Test(
        "Inflections of one English word",
        arguments: [
            ["election", "elections"], ["city", "cities"], ["share", "shares", "shared", "sharing"],
            ["stop", "stops", "stopped", "stopping"], ["carry", "carries", "carried", "carrying"], ["run", "running"],
            ["tax", "taxes"], ["vote", "votes", "voted", "voting"],
        ])
    func inflections(forms: [String]) throws {
        let stemmer = try #require(Stemmer(language: "en"))
        for left in forms {
            for right in forms where left != right {
                #expect(stemmer.stem(left) == stemmer.stem(right))
                #expect(areEnglishInflections(left, right), "\(left) \(right)")
            }
        }
    }

    @Test(
        "Other words of one stem are no inflections",
        arguments: [
            ("organ", "organization"), ("university", "universe"), ("elect", "election"), ("police", "policy"),
            ("general", "generally"), ("universal", "universe"), ("import", "important"),
        ])
    func derivations(left: String, right: String) throws {
        let stemmer = try #require(Stemmer(language: "en"))
        #expect(stemmer.stem(left) != stemmer.stem(right) || !areEnglishInflections(left, right))
    }

    @Test(
        "Forms of other languages have one stem, folded as the index holds them",
        arguments: [
            ("de", "Wahl", "Wahlen"), ("de", "Haus", "Häuser"), ("fr", "élection", "élections"),
            ("fr", "année", "années"),
            ("es", "elección", "elecciones"), ("it", "città", "citta"), ("ru", "выборы", "выборов"),
            ("ru", "российский", "российская"), ("nl", "verkiezing", "verkiezingen"), ("pt", "cidade", "cidades"),
            ("sv", "bilen", "bilar"), ("fi", "vaali", "vaalit"), ("no", "valget", "valgene"),
            ("da", "valget", "valgene"),
        ])
    func languages(language: String, left: String, right: String) throws {
        let stemmer = try #require(Stemmer(language: language))
        #expect(stemmer.stem(foldedKey(left)) == stemmer.stem(foldedKey(right)))
    }

    @Test("Every language that is named has a stemmer, and any word a stem")
    func all() throws {
        for language in Stemmer.languages {
            let stemmer = try #require(Stemmer(language: language), "\(language)")
            for word in ["a", "東京", "елка", String(repeating: "ab", count: 128), "\u{FFFD}"] {
                #expect(!stemmer.stem(word).isEmpty)
            }
        }
        #expect(Stemmer(language: "ja") == nil)
    }
}
