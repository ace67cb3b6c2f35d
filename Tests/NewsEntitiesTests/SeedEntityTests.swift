import Foundation
import NewsEntities
import NewsModel
import Testing

/// The capture that the archive must read perfectly is kept beside the repository, not in it; what it names is asked of
/// its texts as they stand there.
private let seed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/seed-capture-000_4415508b37b0829d.txt")

@Suite("The seed capture", .enabled(if: FileManager.default.fileExists(atPath: seed.path())))
struct SeedEntityTests {
    private let entities: [RecognizedEntity]

    init() throws {
        let lines = try String(contentsOf: seed, encoding: .utf8).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        let note = try #require(lines.firstIndex { $0.hasPrefix("*") })
        var article = Article()
        article.language = "en"
        article.paragraphs = Array(lines[5..<note])
        article.footnotes = [Footnote(marker: "*", text: String(lines[note].dropFirst()), references: [])]
        article.relatedHeadlines = lines[(note + 1)..<(note + 8)].map { RelatedHeadline(headline: $0) }
        article.tags = lines[note + 8].components(separatedBy: ", ")
        entities = EntityRecognizer().entities(in: article)
    }

    private func entity(_ name: String) -> RecognizedEntity? {
        entities.first { $0.name == name || $0.aliases.contains(name) }
    }

    @Test(
        "It names whom and what it names",
        arguments: [
            ("Daesh", EntityKind.organization), ("Iraq", .place), ("Syria", .place), ("Hajin", .place),
            ("Baghuz", .place),
            ("Palmyra", .place), ("Deir ez-Zor", .place), ("Iraqi Ministry of Defense", .organization),
            ("Syrian Army", .organization), ("Russia", .place), ("Trump", .person), ("Tony Blair", .person),
            ("Macron", .person), ("Iran", .place), ("France", .place), ("Germany", .place), ("Guaido", .person),
        ])
    func names(name: String, kind: EntityKind) {
        #expect(entity(name)?.kind == kind, "\(entities.map { ($0.name, $0.kind) })")
    }

    @Test("SDF are the Syrian Defense Forces")
    func acronym() {
        #expect(entity("SDF")?.name == "Syrian Defense Forces")
        #expect(entity("SDF")?.kind == .organization)
    }

    @Test("Russia is named by the footnote only, Trump and the Royal Air Force by related headlines only")
    func fields() {
        #expect(Set(entity("Russia")?.mentions.map(\.field) ?? []) == [.footnote])
        for name in ["Trump", "Tony Blair", "Macron", "UK Royal Air Force"] {
            #expect(Set(entity(name)?.mentions.map(\.field) ?? []) == [.related], "\(name)")
        }
    }

    @Test(
        "What only has capitals is no name",
        arguments: ["Rejected Asylum Seeker", "Last week", "Coalition forces", "Brexit"])
    func others(text: String) {
        #expect(!entities.contains { $0.name.contains(text) || $0.aliases.contains { $0.contains(text) } })
    }

    @Test(
        "Places and organizations are of the countries where they are, countries and what has none of none",
        arguments: [
            ("Hajin", "Syria"), ("Baghuz", "Syria"), ("Palmyra", "Syria"), ("Deir ez-Zor", "Syria"),
            ("Iraqi Ministry of Defense", "Iraq"), ("Syrian Army", "Syria"), ("SDF", "Syria"),
            ("UK Royal Air Force", "United Kingdom"), ("Iraq", nil), ("Syria", nil), ("Russia", nil), ("Daesh", nil),
            ("Trump", nil), ("Euphrates", nil),
        ])
    func countries(name: String, country: String?) throws {
        #expect(try #require(entity(name)).country == country)
    }

    @Test("Nationalities are no countries")
    func nationalities() {
        #expect(!entities.contains { $0.aliases.contains("Iraqi") || $0.name == "Iraqi" })
    }
}
