import NewsModel
@testable import NewsStorage
import Testing

private func org(_ name: String) -> EntityName { EntityName(.organization, name) }

private func outcome(_ decisions: [(EntityName, EntityDecision.Action)]) -> DecisionOutcome {
    DecisionOutcome(decisions.map { EntityDecision($0, $1, at: Instant(seconds: 0)) })
}

@Suite("What follows from decisions")
struct DecisionOutcomeTests {
    @Test("What was merged is one, whatever was merged before")
    func merging() {
        let merged = outcome([(org("A"), .merge(org("B"))), (org("C"), .merge(org("A"))), (org("B"), .merge(org("D")))])
        for name in ["A", "B", "C", "D"] { #expect(merged.root(EntityKey(org(name))) == EntityKey(org("C"))) }
        #expect(merged.root(EntityKey(org("E"))) == EntityKey(org("E")))
    }

    @Test("A new name is shown and the old one still leads to it, also when it is taken back by another renaming")
    func renaming() {
        let renamed = outcome([(org("A"), .rename("B")), (org("B"), .rename("A"))])
        #expect(renamed.root(EntityKey(org("B"))) == EntityKey(org("A")))
        #expect(renamed.root(EntityKey(org("A"))) == EntityKey(org("A")))
        let spelled = outcome([(org("nato"), .rename("NATO"))])
        #expect(spelled.spelled[EntityKey(org("nato"))] == "NATO")
        #expect(spelled.root(EntityKey(org("NATO"))) == EntityKey(org("nato")))
    }

    @Test("Another kind makes another entity of the same name")
    func kinds() {
        let changed = outcome([(org("A"), .kind(.place))])
        #expect(changed.root(EntityKey(org("A"))) == EntityKey(EntityName(.place, "A")))
    }

    @Test("An alias takes a name from another entity, and what is of unclear kind with it; no more of the other")
    func aliases() {
        let named = outcome([(org("B"), .merge(org("X"))), (org("A"), .alias("X"))])
        #expect(named.root(EntityKey(org("X"))) == EntityKey(org("A")))
        #expect(named.root(EntityKey(EntityName(.other, "X"))) == EntityKey(org("A")))
        #expect(named.root(EntityKey(org("B"))) == EntityKey(org("B")))
    }

    @Test("What is split off again is on its own, with what it was before")
    func splitting() {
        let split = outcome([
            (org("B"), .merge(org("C"))), (org("A"), .merge(org("B"))), (org("A"), .split(alias: "b", as: org("B"))),
        ])
        #expect(split.root(EntityKey(org("B"))) == EntityKey(org("B")))
        #expect(split.root(EntityKey(org("C"))) == EntityKey(org("B")))
        #expect(split.splits.map(\.alias) == ["b"])
    }

    @Test("A rejected entity takes what it is with it, and merging it makes it one again")
    func rejecting() {
        let rejected = outcome([(org("A"), .merge(org("B"))), (org("A"), .reject(query: nil))])
        #expect(rejected.isRejected(EntityKey(org("B"))))
        #expect(!outcome([(org("A"), .reject(query: "x"))]).isRejected(EntityKey(org("A"))))
    }

    static let refused: [(String, [(EntityName, EntityDecision.Action)], (EntityName, EntityDecision.Action))] = [
        ("a circle", [(org("A"), .merge(org("B")))], (org("B"), .merge(org("A")))),
        (
            "a longer circle", [(org("A"), .merge(org("B"))), (org("B"), .merge(org("C")))],
            (org("C"), .merge(org("A")))
        ),
        ("itself", [], (org("A"), .merge(org("a")))),
        ("its own name", [], (org("A"), .split(alias: "a", as: org("B")))),
        ("into itself", [], (org("A"), .splitIn(query: "x", as: org("A")))),
        ("the same kind", [], (org("A"), .kind(.organization))),
        ("twice", [(org("A"), .reject(query: nil))], (org("A"), .reject(query: nil))),
        ("about nothing", [(org("A"), .reject(query: nil))], (org("A"), .rename("B"))),
        ("into nothing", [(org("B"), .reject(query: nil))], (org("A"), .merge(org("B")))),
        ("the same alias", [(org("A"), .alias("X"))], (org("A"), .alias("x"))),
        ("the same name", [], (org("A"), .rename("A"))),
    ]

    @Test("What contradicts itself or changes nothing is refused", arguments: refused)
    func objections(
        name: String, before: [(EntityName, EntityDecision.Action)], decision: (EntityName, EntityDecision.Action)
    ) {
        let objection = outcome(before).objection(
            to: EntityDecision(decision.0, decision.1, at: Instant(seconds: 0)))
        #expect(objection != nil, "\(name)")
        for decision in before {
            let first = EntityDecision(decision.0, decision.1, at: Instant(seconds: 0))
            if before.count == 1 { #expect(DecisionOutcome().objection(to: first) == nil) }
        }
    }
}
