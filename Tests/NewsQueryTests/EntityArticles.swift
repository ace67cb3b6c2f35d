import NewsModel
import TestSupport

/// Articles that name entities as told: each sentence mentions one by a name.
struct EntityArticles {
    /// An entity as it is recognized, and the name by which it is mentioned.
    struct Naming: Hashable {
        let kind: EntityKind
        let name: String
        let surface: String

        init(_ kind: EntityKind, _ name: String, as surface: String? = nil) {
            self.kind = kind
            self.name = name
            self.surface = surface ?? name
        }
    }

    /// An article whose paragraphs name one entity each, behind `opening`; with a tag for each.
    static func article(_ namings: [Naming], opening: String = "Word came of", day: Int = 20_000) -> Article {
        var article = Article()
        article.headline = "News"
        article.headlineOrigin = .capture
        article.paragraphs = namings.map { "\(opening) \($0.surface) today." }
        article.published = PrintedTime(
            Instant(seconds: Int64(day) * 86_400), precision: .day, zone: .printed, source: .page)
        return article
    }

    /// What is recognized in it.
    static func entities(_ namings: [Naming], opening: String = "Word came of") -> [RecognizedEntity] {
        var entities: [EntityName: RecognizedEntity] = [:]
        for (item, naming) in namings.enumerated() {
            let name = EntityName(naming.kind, naming.name)
            let mention = Mention(
                field: .body, item: item, start: opening.unicodeScalars.count + 1,
                length: naming.surface.unicodeScalars.count)
            entities[name, default: RecognizedEntity(name: naming.name, kind: naming.kind, aliases: [], mentions: [])]
                .mentions.append(mention)
        }
        return entities.values.sorted { $0.name < $1.name }
    }

    /// An archive of articles that name these.
    static func archive(_ all: [[Naming]], opening: String = "Word came of") throws -> TestArchive {
        let test = try TestArchive()
        for namings in all { try add(namings, to: test, opening: opening) }
        return test
    }

    static func add(_ namings: [Naming], to test: TestArchive, opening: String = "Word came of") throws {
        try test.add([article(namings, opening: opening)]) { _ in entities(namings, opening: opening) }
    }
}
