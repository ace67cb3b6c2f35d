import NewsModel
import NewsQuery
import NewsStorage
import TestSupport
import Testing

private typealias Naming = EntityArticles.Naming
private typealias Choice = EntityEditor.Choice

@Suite("Correcting entities")
struct EntityEditorTests {
    private static let forces = Naming(.organization, "Syrian Defense Forces")
    private static let shortForces = Naming(.organization, "Syrian Defense Forces", as: "SDF")
    private static let bareForces = Naming(.organization, "SDF")
    private static let sudan = Naming(.organization, "Sudan Defence Force")
    private static let doe = Naming(.person, "John Doe")

    private let test: TestArchive
    private var editor: EntityEditor { EntityEditor(test.archive) }

    init() throws {
        test = try EntityArticles.archive([
            [Self.forces, Self.shortForces], [Self.forces], [Self.shortForces], [Self.bareForces], [Self.sudan],
            [Self.sudan, Self.forces], [Self.doe],
        ])
        try EntityArticles.add([Self.doe], to: test, opening: "On the football field we saw")
    }

    private func count(_ query: String) throws -> Int {
        try ArticleSearch(test.archive).answer(SearchRequest(query)).total
    }

    private func facet() throws -> [String: Int] {
        let counts = try ArticleSearch(test.archive).values(of: .entity, among: ParsedQuery(""))
        return Dictionary(counts.map { ($0.value, $0.count) }, uniquingKeysWith: +)
    }

    private func expectSound(at location: SourceLocation = #_sourceLocation) throws {
        #expect(try test.archive.check(repairs: false).isEmpty, sourceLocation: location)
    }

    @Test("A name means one entity, and the notice says which and what else it could be")
    func notice() throws {
        let answer = try ArticleSearch(test.archive).answer(SearchRequest("entity:SDF"))
        #expect(answer.total == 4)
        let notice = try #require(answer.notices.first { $0.code == .entity })
        #expect(notice.message.contains("Syrian Defense Forces (organization, 4 articles)"))
        #expect(notice.message.contains("it could also be SDF (organization, 1 article): entity:#"))
        #expect(try ArticleSearch(test.archive).answer(SearchRequest("entity:\"Sudan Defence Force\"")).notices.isEmpty)
        let number = try #require(notice.message.split(separator: "#").last)
        #expect(try count("entity:#\(number)") == 1)
    }

    @Test("What is merged is found, counted and shown as one, at once and after optimizing, and can be taken back")
    func merging() throws {
        let before = try facet()
        try editor.merge(Choice("Syrian Defense Forces"), [Choice("SDF"), Choice("Sudan Defence Force")])
        func expectMerged() throws {
            #expect(try count("entity:\"sudan defence force\"") == 6)
            #expect(try count("entity:SDF") == 6)
            #expect(try facet()["Syrian Defense Forces"] == 6)
            #expect(try facet()["Sudan Defence Force"] == nil)
            let shown = try #require(try test.archive.article(ArticleID(6)))
            #expect(shown.entities.map(\.name) == ["Syrian Defense Forces"])
            #expect(shown.entities.map(\.mentions) == [2])
            try expectSound()
        }
        try expectMerged()
        try test.archive.optimize(rebuilds: false)
        try expectMerged()
        try EntityArticles.add([Self.sudan], to: test)
        #expect(try count("entity:SDF") == 7)
        try test.remove(ArticleID(9))
        _ = try editor.undo(nil)
        _ = try editor.undo(nil)
        #expect(try facet() == before)
        #expect(try count("entity:\"sudan defence force\"") == 2)
        try expectSound()
    }

    @Test("An alias is found, and what articles call so alone becomes the entity")
    func aliases() throws {
        try editor.alias(Choice("Syrian Defense Forces"), ["SDF", "Raqqa forces"])
        #expect(try count("entity:SDF") == 5)
        #expect(try count("org:\"raqqa forces\"") == 5)
        #expect(try facet()["SDF"] == nil)
    }

    @Test("A new name is shown, and the entity is found by both")
    func renaming() throws {
        try editor.rename(Choice("Sudan Defence Force"), to: "Sudan’s Force")
        #expect(try facet()["Sudan’s Force"] == 2)
        #expect(try count("entity:\"Sudan Defence Force\"") == 2)
        #expect(try count("entity:\"sudan's force\"") == 2)
        try EntityArticles.add([Self.sudan], to: test)
        #expect(try count("entity:\"sudan's force\"") == 3)
        #expect(throws: EntityError.self) { try editor.rename(Choice("Sudan’s Force"), to: "Syrian Defense Forces") }
    }

    @Test("Another kind is another field's")
    func kinds() throws {
        try editor.setKind(Choice("Sudan Defence Force"), to: .place)
        #expect(try count("org:\"Sudan Defence Force\"") == 0)
        #expect(try count("place:\"Sudan Defence Force\"") == 2)
    }

    @Test("A rejected entity is found and counted nowhere, also not as having entities, before and after optimizing")
    func rejecting() throws {
        try editor.reject(Choice("John Doe"), in: nil)
        for _ in 0..<2 {
            #expect(try count("entity:\"John Doe\"") == 0)
            #expect(try facet()["John Doe"] == nil)
            #expect(try count("has:entities") == 6)
            #expect(try count("-has:entities") == 2)
            #expect(try test.archive.article(ArticleID(7))?.entities.isEmpty == true)
            #expect(throws: EntityError.rejected(name: "John Doe", decision: 1)) {
                try editor.alias(Choice("John Doe"), ["x"])
            }
            try expectSound()
            try test.archive.optimize(rebuilds: false)
        }
        _ = try editor.undo(nil)
        #expect(try count("entity:\"John Doe\"") == 2)
        #expect(try count("has:entities") == 8)
        try expectSound()
    }

    @Test("Rejected in the articles of a query only, also in those that come later")
    func rejectingSome() throws {
        try editor.reject(Choice("John Doe"), in: "football")
        #expect(try count("entity:\"John Doe\"") == 1)
        #expect(try test.archive.article(ArticleID(8))?.entities.isEmpty == true)
        try EntityArticles.add([Self.doe], to: test, opening: "More football by")
        #expect(try count("entity:\"John Doe\"") == 2)
        try editor.settle()
        #expect(try count("entity:\"John Doe\"") == 1)
        #expect(try facet()["John Doe"] == 1)
        // Reading the article again keeps it so.
        let article = EntityArticles.article([Self.doe, Self.sudan], opening: "Football again:")
        try test.replace(
            ArticleID(8), with: article,
            entities: EntityArticles.entities([Self.doe, Self.sudan], opening: "Football again:"))
        #expect(try count("entity:\"John Doe\"") == 1)
        #expect(try count("entity:\"Sudan Defence Force\"") == 3)
        try expectSound()
        _ = try editor.undo(nil)
        #expect(try count("entity:\"John Doe\"") == 3)
        try expectSound()
    }

    @Test("A name split off is another entity, in articles that come later, too")
    func splitting() throws {
        try editor.split(Choice("Syrian Defense Forces"), alias: "sdf", as: "Sudan Defence Force", kind: nil)
        #expect(try count("entity:\"Syrian Defense Forces\"") == 3)
        #expect(try count("entity:\"Sudan Defence Force\"") == 4)
        #expect(try test.archive.article(ArticleID(1))?.entities.count == 2)
        try EntityArticles.add([Self.shortForces], to: test)
        #expect(try count("entity:\"Sudan Defence Force\"") == 5)
        try expectSound()
        _ = try editor.undo(nil)
        #expect(try count("entity:\"Syrian Defense Forces\"") == 5)
        try expectSound()
    }

    @Test("Two persons of one name are told apart by a query")
    func splittingByQuery() throws {
        try editor.split(Choice("John Doe"), in: "football", as: "John Doe (footballer)", kind: nil)
        #expect(try count("entity:\"John Doe\"") == 1)
        #expect(try count("person:\"John Doe (footballer)\"") == 1)
        #expect(try test.archive.article(ArticleID(8))?.entities.map(\.name) == ["John Doe (footballer)"])
        try expectSound()
    }

    @Test("What was merged comes apart again by splitting its name off")
    func splittingMerged() throws {
        try editor.merge(Choice("Syrian Defense Forces"), [Choice("Sudan Defence Force")])
        try test.archive.optimize(rebuilds: false)
        try editor.split(Choice("Syrian Defense Forces"), alias: "Sudan Defence Force", as: nil, kind: nil)
        #expect(try count("entity:\"Sudan Defence Force\"") == 2)
        #expect(try count("entity:\"Syrian Defense Forces\"") == 4)
        try expectSound()
    }

    @Test("A name that several entities have, or none, is refused with what to do")
    func choosing() throws {
        try EntityArticles.add([Naming(.place, "John Doe")], to: test)
        #expect(throws: EntityError.self) { try editor.alias(Choice("John Doe"), ["x"]) }
        #expect(throws: EntityError.unknown(name: "Nobody")) { try editor.alias(Choice("Nobody"), ["x"]) }
        try editor.alias(Choice("John Doe", kind: .place), ["Doe Hill"])
        #expect(try count("entity:\"Doe Hill\"") == 1)
        #expect(throws: EntityError.noDecision(id: 9)) { _ = try editor.undo(9) }
    }

    @Test("A tag whose kind is not clear is the only entity of its name, whichever came first")
    func unclearKinds() throws {
        try EntityArticles.add([Naming(.other, "Sundholm")], to: test)
        try EntityArticles.add([Naming(.other, "John Doe"), Naming(.place, "Sundholm")], to: test)
        #expect(try count("person:\"John Doe\"") == 3)
        #expect(try count("place:Sundholm") == 2)
        #expect(try facet()["Sundholm"] == 2)
        try editor.reject(Choice("John Doe"), in: nil)
        #expect(try count("has:entities") == 8)
        _ = try editor.undo(nil)
        // A second one of the name: which is meant is not clear any more.
        try EntityArticles.add([Naming(.person, "Sundholm")], to: test)
        #expect(try count("place:Sundholm") == 1)
        try expectSound()
    }

    @Test("What was recognized in a text that is another by now is not taken for the article's")
    func staleRecognition() throws {
        func recognize(_ naming: EntityArticles.Naming) throws -> Bool {
            try test.archive.writeArticles(WriterCaches()) { writer in
                try writer.recognize(
                    EntityArticles.entities([naming]), in: EntityArticles.article([naming]), id: ArticleID(7),
                    recognizer: 2)
            }
        }
        try test.replace(ArticleID(7), with: EntityArticles.article([Self.doe]), entities: [])
        #expect(try !recognize(Self.sudan))
        #expect(try count("entity:\"Sudan Defence Force\"") == 2)
        #expect(try recognize(Self.doe))
        #expect(try count("entity:\"John Doe\"") == 2)
        try expectSound()
    }

    @Test("Names that everyone knows find an entity, and its country is related")
    func knownNames() throws {
        var entity = EntityArticles.entities([Naming(.organization, "Daesh", as: "ISIS")])[0]
        entity.knownNames = ["Daesh", "ISIS", "ISIL", "Islamic State"]
        entity.country = "Iraq"
        try test.add([EntityArticles.article([Naming(.organization, "Daesh", as: "ISIS")])]) { _ in [entity] }
        #expect(try count("entity:isil") == 1)
        #expect(try count("org:\"Islamic State\"") == 1)
        let profile = try #require(try ArticleSearch(test.archive).profile(of: "ISIL", kind: nil))
        #expect(profile.entity.name == EntityName(.organization, "Daesh"))
        #expect(profile.related.map(\.entity.name.name) == ["Iraq"])
        #expect(profile.aliases.first?.name == "ISIS")
        #expect(profile.first?.id == ArticleID(9))
        #expect(try count("entity:Iraq") == 0)
    }
}

@Suite("Files of decisions")
struct DecisionListTests {
    private static let decisions = [
        EntityDecision(EntityName(.person, "A “B” C"), .alias("B\\C"), at: Instant(seconds: 1_000_000_000)),
        EntityDecision(EntityName(.place, "P"), .merge(EntityName(.organization, "Q")), at: Instant(seconds: 0)),
        EntityDecision(
            EntityName(.other, "O"), .split(alias: "o2", as: EntityName(.person, "N")), at: Instant(seconds: 5)),
        EntityDecision(
            EntityName(.other, "O"), .splitIn(query: "tag:\"x y\"", as: EntityName(.person, "N")),
            at: Instant(seconds: 5)),
        EntityDecision(EntityName(.organization, "R"), .rename("S"), at: Instant(seconds: 7)),
        EntityDecision(EntityName(.organization, "S"), .kind(.place), at: Instant(seconds: 8)),
        EntityDecision(EntityName(.person, "T"), .reject(query: nil), at: Instant(seconds: 9)),
        EntityDecision(EntityName(.person, "U"), .reject(query: "storm -flood"), at: Instant(seconds: 10)),
    ]

    @Test("What is written is read again, in a file and in an archive")
    func roundTrip() throws {
        let list = DecisionList(Self.decisions)
        let text = "\u{FEFF}" + list.lines.joined(separator: "\r\n") + "\n\n"
        let read = try DecisionList(reading: Array(text.utf8), path: "d.jsonl")
        #expect(read.decisions.map(\.decision) == Self.decisions)
        let test = try TestArchive()
        let editor = EntityEditor(test.archive)
        #expect(try editor.adopt(read, path: "d.jsonl") == (8, 8))
        #expect(try editor.adopt(read, path: "d.jsonl") == (0, 8))
        #expect(try test.archive.entityDecisions().map(\.decision) == Self.decisions)
    }

    private static let good = DecisionList(decisions).lines[0]

    static let damaged: [(String, Int)] = [
        ("\(good)\n{\"action\":\"alias\"", 2), ("[]", 1), ("\n\n\(good)\n\"x\"", 4),
        ("{\"action\":\"fly\",\"kind\":\"person\",\"name\":\"A\",\"decided_at\":\"2026-01-01T00:00:00Z\"}", 1),
        ("{\"action\":\"reject\",\"kind\":\"thing\",\"name\":\"A\",\"decided_at\":\"2026-01-01T00:00:00Z\"}", 1),
        ("{\"action\":\"reject\",\"kind\":\"person\",\"name\":\"\",\"decided_at\":\"2026-01-01T00:00:00Z\"}", 1),
        ("{\"action\":\"reject\",\"kind\":\"person\",\"name\":\"A\",\"decided_at\":\"yesterday\"}", 1),
        (
            "{\"action\":\"reject\",\"kind\":\"person\",\"name\":\"A\",\"nmae\":\"B\",\"decided_at\":\"2026-01-01T00:00:00Z\"}",
            1
        ),
        ("{\"action\":\"merge\",\"kind\":\"person\",\"name\":\"A\",\"decided_at\":\"2026-01-01T00:00:00Z\"}", 1),
        ("{\"action\":\"reject\",\"kind\":\"person\",\"name\":7,\"decided_at\":\"2026-01-01T00:00:00Z\"}", 1),
    ]

    @Test("A damaged file is refused with its line", arguments: damaged)
    func damage(text: String, line: Int) {
        do {
            _ = try DecisionList(reading: Array(text.utf8), path: "d.jsonl")
            Issue.record("\(text) was read")
        } catch {
            guard case .unreadable("d.jsonl", line, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test("A circle of merges is refused with its line, and nothing of the file is taken")
    func circle() throws {
        let (a, b) = (EntityName(.person, "A"), EntityName(.person, "B"))
        let list = DecisionList([
            EntityDecision(a, .merge(b), at: Instant(seconds: 0)),
            EntityDecision(b, .merge(a), at: Instant(seconds: 0)),
        ])
        let test = try TestArchive()
        do {
            _ = try EntityEditor(test.archive).adopt(list, path: "d.jsonl")
            Issue.record("a circle was taken over")
        } catch let error as EntityError {
            guard case .unreadable("d.jsonl", 2, _) = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(try test.archive.entityDecisions().isEmpty)
    }
}
