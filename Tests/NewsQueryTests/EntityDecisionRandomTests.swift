import NewsModel
@testable import NewsQuery
@testable import NewsStorage
import NewsText
import TestSupport
import Testing

private typealias Naming = EntityArticles.Naming

/// The entities that articles name, worked out article by article from what they mention and what was decided.
private struct NaiveEntities {
    var articles: [[Naming]] = []
    var decisions: [EntityDecision] = []

    private func key(_ naming: Naming) -> EntityKey { EntityKey(EntityName(naming.kind, naming.name)) }

    /// In how many articles each entity is named.
    var counts: [EntityKey: Int] {
        let outcome = DecisionOutcome(decisions)
        let known = Set(articles.flatMap { $0 }.map(key)).union(outcome.aliases)
        var counts: [EntityKey: Int] = [:]
        for article in articles {
            let named = Set(article.compactMap { entity(of: $0, outcome, known) })
            for entity in named { counts[entity, default: 0] += 1 }
        }
        return counts
    }

    private func entity(of naming: Naming, _ outcome: DecisionOutcome, _ known: Set<EntityKey>) -> EntityKey? {
        var own = outcome.meant(by: foldedKey(naming.surface), of: key(naming))
        let hasMembers = outcome.all.contains { $0 != own && outcome.root($0) == own }
        if own.kind == .other, outcome.root(own) == own, !hasMembers, !outcome.isRejected(own),
            !outcome.named.contains(own)
        {
            let clear = known.filter { $0.folded == own.folded && $0.kind != .other }
            let roots = Set(clear.map(outcome.root))
            if roots.count == 1, let root = roots.first, root != own { own = root }
        }
        return outcome.isRejected(own) ? nil : outcome.root(own)
    }
}

@Suite("Any decisions in any order")
struct EntityDecisionRandomTests {
    private static let names = ["Alda Berg", "Berg", "Navy", "Harbor Navy", "HN", "Storm Office"]
    private static let kinds: [EntityKind] = [.person, .organization, .place, .other]

    private static func naming(_ random: inout SeededGenerator) -> Naming {
        let name = random.pick(names)
        return Naming(random.pick(kinds), name, as: random.once(in: 3) ? random.pick(names) : name)
    }

    private static func namings(_ random: inout SeededGenerator) -> [Naming] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in naming(&random) }
    }

    private static func decision(_ random: inout SeededGenerator) -> EntityDecision {
        func name() -> EntityName { EntityName(random.pick(kinds), random.pick(names)) }
        let action: EntityDecision.Action =
            switch Int.random(in: 0..<7, using: &random) {
            case 0: .alias(random.pick(names))
            case 1, 2: .merge(name())
            case 3: .split(alias: random.pick(names), as: name())
            case 4: .rename(random.pick(names))
            case 5: .kind(random.pick(kinds))
            default: .reject(query: nil)
            }
        return EntityDecision(name(), action, at: Instant(seconds: 0))
    }

    @Test(
        "Counts are those of looking at every article, whatever is decided, undone, added, taken out and folded",
        arguments: 1...(runsFullTests ? 150 : 4))
    func decisions(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var naive = NaiveEntities()
        let test = try TestArchive()
        let editor = EntityEditor(test.archive)
        for _ in 0..<12 {
            naive.articles.append(Self.namings(&random))
            try EntityArticles.add(naive.articles[naive.articles.count - 1], to: test)
        }
        for step in 0..<60 {
            var what = ""
            switch Int.random(in: 0..<10, using: &random) {
            case 0:
                naive.articles.append(Self.namings(&random))
                try EntityArticles.add(naive.articles[naive.articles.count - 1], to: test)
                what = "added \(naive.articles[naive.articles.count - 1])"
            case 1:
                let place = Int.random(in: naive.articles.indices, using: &random)
                naive.articles[place] = Self.namings(&random)
                try test.replace(
                    ArticleID(Int64(place + 1)), with: EntityArticles.article(naive.articles[place]),
                    entities: EntityArticles.entities(naive.articles[place]))
                what = "replaced \(place) with \(naive.articles[place])"
            case 2:
                try test.archive.optimize(rebuilds: false)
                what = "optimized"
            case 3 where !naive.decisions.isEmpty:
                let place = Int.random(in: naive.decisions.indices, using: &random)
                let id = try test.archive.entityDecisions()[place].id
                try editor.undo(id)
                what = "undone \(naive.decisions.remove(at: place))"
            default:
                let decision = Self.decision(&random)
                guard DecisionOutcome(naive.decisions).objection(to: decision) == nil else { continue }
                naive.decisions.append(decision)
                try test.archive.write { db in _ = try Archive.record([decision], in: db) }
                what = "\(decision)"
            }
            try expectEqual(naive, test, "seed \(seed), step \(step): \(what)")
        }
        #expect(try test.archive.check(repairs: false).isEmpty)
    }

    private func expectEqual(_ naive: NaiveEntities, _ test: TestArchive, _ place: String) throws {
        let search = ArticleSearch(test.archive)
        let facet = try search.values(of: .entity, among: ParsedQuery(""))
        let counted = Dictionary(
            uniqueKeysWithValues: facet.map { value in
                (EntityKey(EntityName(EntityKind(rawValue: value.kind ?? "") ?? .other, value.value)), value.count)
            })
        try #require(counted == naive.counts, "\(place)")
        for value in facet {
            let count = try search.count(ParsedQuery("entity:#\(value.id ?? 0)"))
            try #require(count == value.count, "\(place): \(value.value)")
        }
    }
}
