import NewsEntities
import NewsModel
import Testing

@Suite("Recognizing entities")
struct EntityRecognizerTests {
    @Test("An acronym and what it stands for are one organization")
    func acronym() throws {
        let article = english(
            "In the meantime, Veldan Rescue Forces (VRF) moved east. Recently, the VRF left the town.")
        let found = try #require(entities(article).first { $0.name == "Veldan Rescue Forces" })
        #expect(found.kind == .organization)
        #expect(found.aliases == ["VRF"])
        #expect(surfaces(found, article) == ["Veldan Rescue Forces", "VRF", "VRF"])
    }

    @Test(
        "Definitions are read in both directions, and only when the initials fit",
        arguments: [
            ("The Food and Agriculture Organization (FAO) said so.", "Food and Agriculture Organization", true),
            ("The FAO (Food and Agriculture Organization) said so.", "Food and Agriculture Organization", true),
            ("He works at the Department of Defense (DoD) now.", "Department of Defense", true),
            ("The Japan Self-Defense Forces (JSDF) came.", "Japan Self-Defense Forces", true),
            ("The National Rowers' Union (NRU) came.", "National Rowers' Union", true),
            ("The Northern Rescue Board (XYZ) came.", "Northern Rescue Board", false),
        ])
    func definitions(text: String, name: String, isOne: Bool) throws {
        let found = try #require(entities(english(text)).first { $0.name == name })
        #expect(found.aliases.isEmpty != isOne)
    }

    @Test("A company is one with and without its legal form")
    func company() throws {
        let article = english("A deal with Telvor Inc. was signed. Shares of Telvor rose.")
        let found = try #require(entities(article).first { $0.name == "Telvor Inc." })
        #expect(surfaces(found, article) == ["Telvor Inc.", "Telvor"])
    }

    @Test(
        "Headings and clauses in capitals are no names",
        arguments: ["What Comes Next for the Pier?", "Nobody Told Us, they said.", "So Do You Think It Helps?"])
    func clauses(text: String) {
        #expect(entities(english("The pier was shut on Monday.", text)).isEmpty)
    }

    @Test(
        "Names have the kind that the words in and beside them say",
        arguments: [
            (
                "The Iraqi Ministry of Defense published four photographs.", "Iraqi Ministry of Defense",
                EntityKind.organization
            ),
            ("A convoy of the Syrian Army withdrew.", "Syrian Army", .organization),
            ("They met at the University of Norhaven in spring.", "University of Norhaven", .organization),
            ("Shares of Brelt Motors Inc rose.", "Brelt Motors Inc", .organization),
            ("A stand south of the town of Hajin fell.", "Hajin", .place),
            ("It lies near Baghuz, they said.", "Baghuz", .place),
            ("He crossed the Drosna River at night.", "Drosna River", .place),
            ("The army left Deir ez-Zor in May.", "Deir ez-Zor", .place),
            ("Talks in Saudi Arabia went on.", "Saudi Arabia", .place),
            ("The meeting with President Karel Vontas ended.", "Karel Vontas", .person),
            ("A word from Mr. Vontas was enough.", "Vontas", .person),
            ("It was spokeswoman Ilva Brenn who spoke.", "Ilva Brenn", .person),
            ("For years Maria Keltau wrote books.", "Maria Keltau", .person),
            ("Its president, Minvara Shaw, said so.", "Minvara Shaw", .person),
            ("A plan by Robert F. Kestrin was found.", "Robert F. Kestrin", .person),
            ("The club said Ludwig van Harten had left.", "Ludwig van Harten", .person),
            ("The remnants of Daesh hid there.", "Daesh", .organization),
        ])
    func kinds(text: String, name: String, kind: EntityKind) throws {
        let article = english(text)
        let found = try #require(entities(article).first { $0.name == name })
        #expect(found.kind == kind)
        #expect(surfaces(found, article) == [name])
    }

    @Test(
        "Capitals that are no names are passed over",
        arguments: [
            "Last week, a group left. In the morning it came back. The end.",
            "On Monday and in October nothing happened.",
            "Coalition forces continue. Recently, others did too.",
            "English and Arabic are spoken; Iraqi forces listen.",
            "\"Coalition forces have carried out strikes,\" the statement reads.", "The US-led coalition stayed.",
            "According to reports, nothing. However, no. Meanwhile, yes.", "A B C", "I", "",
        ])
    func noNames(text: String) {
        #expect(entities(english(text)).isEmpty)
    }

    @Test("Headlines in title case give known names only")
    func titleCase() {
        var article = english("The talks ended on Friday.")
        article.headline = "Rejected Asylum Seeker From Iraq Charged After Long Trial in Germany"
        #expect(entities(article).map(\.name) == ["Iraq", "Germany"])
        article.headline = "TALKS END IN US AND IRAQ"
        #expect(!entities(article).contains { $0.name.contains("TALKS") })
    }

    @Test("A surname is the person whose full name stood before it")
    func surnames() throws {
        let article = english(
            "President Karel Vontas met Maria Keltau. Vontas said no. Keltau left.", "Later Vontas came back.")
        let found = entities(article)
        #expect(found.map(\.name) == ["Karel Vontas", "Maria Keltau"])
        #expect(found.first?.aliases == ["Vontas"])
        #expect(found.first?.mentions.count == 3)
        #expect(found.first?.mentions.last == Mention(field: .body, item: 1, start: 6, length: 6))
    }

    @Test("What a story is dated from is a place")
    func dateline() throws {
        var article = english("VELLIN KADRO (Sputnik) – The tram runs again, the mayor said on Monday.")
        article.dateline = "VELLIN KADRO"
        #expect(entities(article).first { $0.name == "VELLIN KADRO" }?.kind == .place)
    }

    @Test("Names are marked in every field, related headlines included")
    func fields() throws {
        var article = english("The town of Hajin fell.")
        article.headline = "Battle for Hajin"
        article.tags = ["airstrike", "Hajin"]
        article.relatedHeadlines = [
            RelatedHeadline(headline: "More"), RelatedHeadline(headline: "Life Returns to Hajin"),
        ]
        article.footnotes = [Footnote(marker: "*", text: "Hajin is a town.", references: [])]
        let found = try #require(entities(article).first)
        #expect(found.name == "Hajin")
        #expect(found.kind == .place)
        #expect(
            found.mentions == [
                Mention(field: .headline, item: 0, start: 11, length: 5),
                Mention(field: .body, item: 0, start: 12, length: 5),
                Mention(field: .tag, item: 1, start: 0, length: 5),
                Mention(field: .related, item: 1, start: 16, length: 5),
                Mention(field: .footnote, item: 0, start: 0, length: 5),
            ])
    }

    @Test("Tags are names when they are written like names and others are not")
    func tags() {
        var article = english("Nothing to see.")
        article.tags = ["video footage", "airstrike", "Nordbund", "US-led coalition", "Iraq", "Politics", "Iraqi"]
        #expect(entities(article).map(\.name) == ["Nordbund", "Iraq"])
        article.tags = ["Politics", "Drought", "World News"]
        #expect(entities(article).isEmpty)
    }

    @Test("Several names of one country are one entity")
    func countries() throws {
        let article = english("The United States and Iraq agreed. US troops stay, and the U.S. pays.")
        let found = try #require(entities(article).first)
        #expect(found.name == "United States")
        #expect(found.aliases == ["US", "U.S."])
        #expect(surfaces(found, article) == ["United States", "US", "U.S."])
    }

    @Test("In German, capitals alone make no name")
    func german() {
        var article = english(
            "Der Bürgermeister hat am Montag die Brücke über den Fluss gesperrt. Bundeskanzlerin Angela Merkel kam.",
            "Die Rheinische Brücken Gesellschaft (RBG) baut. Später sprach Merkel mit der RBG.")
        article.language = "de"
        #expect(entities(article).map(\.name) == ["Angela Merkel", "Rheinische Brücken Gesellschaft"])
        #expect(entities(article).map(\.aliases) == [["Merkel"], ["RBG"]])
    }

    @Test("Offsets count Unicode scalars")
    func offsets() throws {
        let article = english("“Zürich’s é́ 😀 day” – near Baghuz’s gate, Zürich slept.")
        for entity in entities(article) { #expect(Set(surfaces(entity, article)).isSubset(of: ["Zürich", "Baghuz"])) }
        #expect(entities(article).count == 2)
    }

    @Test(
        "English is what the article says, else what has few letters above ASCII",
        arguments: [
            ("en", "Über den Fluß.", true), ("en-GB", "", true), ("de", "The pier was shut.", false),
            ("english", "", false), (nil, "The pier was shut – at last, after all the storms of the year.", true),
            (nil, "", true),
            (nil, "Мост закрыли в понедельник.", false), (nil, "橋は月曜日に閉鎖された。", false),
        ])
    func languages(language: String?, text: String, isEnglish: Bool) {
        var article = english(text)
        article.language = language
        #expect(EntityRecognizer.recognizes(article) == isEnglish)
    }

    private func english(_ paragraphs: String...) -> Article {
        var article = Article()
        article.language = "en"
        article.paragraphs = paragraphs
        return article
    }

    private func entities(_ article: Article) -> [RecognizedEntity] { EntityRecognizer().entities(in: article) }

    /// What stands in the article where an entity is mentioned.
    private func surfaces(_ entity: RecognizedEntity, _ article: Article) -> [String] {
        entity.mentions.map { mention in
            let scalars = Array(article.paragraphs[mention.item].unicodeScalars)
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[mention.start..<(mention.start + mention.length)])
            return String(text)
        }
    }
}
