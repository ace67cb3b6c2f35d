import Foundation
import GRDB
import NewsModel
import NewsStorage
import NewsText

/// Puts right what was recognized: people's decisions about entities, which hold from then on for all articles.
///
/// Each call is one transaction. Merging, renaming and rejecting take effect at once, however many articles there are;
/// what splits an entity, and what is limited to a query, writes the articles it concerns again (about a millisecond
/// each).
public struct EntityEditor: Sendable {
    private let archive: Archive

    /// An editor of `archive`, which must be open for writing.
    public init(_ archive: Archive) {
        self.archive = archive
    }

    /// A decision that was made, or taken back.
    public struct Change: Sendable {
        /// The decision with its number.
        public let stored: StoredDecision
        /// The entity that it is about, after it; `nil` when that is none any more.
        public let entity: EntitySummary?
    }

    /// How an entity is told: by a name, or by its number as `57` or `#57`.
    public struct Choice: Hashable, Sendable {
        let text: String
        let kind: EntityKind?

        /// The entity called `text`, of `kind` where there are several.
        public init(_ text: String, kind: EntityKind? = nil) {
            self.text = text
            self.kind = kind
        }
    }

    // MARK: Deciding

    /// Lets the entity go by other names, too.
    @discardableResult
    public func alias(_ choice: Choice, _ aliases: [String]) throws -> [Change] {
        try decide(choice) { entity, _ in try aliases.map { .alias(try Self.usable($0, for: entity)) } }
    }

    /// Makes the others and the entity one, which keeps its name and kind.
    @discardableResult
    public func merge(_ choice: Choice, _ others: [Choice]) throws -> [Change] {
        try decide(choice) { _, db in try others.map { .merge(try Self.entity($0, in: db).name) } }
    }

    /// Says that `alias` means another entity, called `name`; the alias when that is `nil`.
    @discardableResult
    public func split(_ choice: Choice, alias: String, as name: String?, kind: EntityKind?) throws -> [Change] {
        try decide(choice) { entity, _ in
            let other = EntityName(kind ?? entity.kind, try Self.usable(name ?? alias, for: entity))
            return [.split(alias: alias, as: other)]
        }
    }

    /// Says that in the articles which `query` finds, another entity is meant, called `name`.
    @discardableResult
    public func split(_ choice: Choice, in query: String, as name: String, kind: EntityKind?) throws -> [Change] {
        try decide(choice) { entity, _ in
            [.splitIn(query: query, as: EntityName(kind ?? entity.kind, try Self.usable(name, for: entity)))]
        }
    }

    /// Gives the entity another name; it goes by the old one, too.
    @discardableResult
    public func rename(_ choice: Choice, to name: String) throws -> [Change] {
        try decide(choice) { entity, db in
            let taken = try Archive.entities(named: name, kind: entity.kind, in: db).first { $0.isOwnName }
            if let taken, taken.name != entity, foldedKey(name) != foldedKey(entity.name) {
                throw EntityError.pointless(
                    reason: "'\(taken.name.name)' is another entity; to make them one: newsarchive entities merge "
                        + "'\(taken.name.name)' '\(entity.name)'")
            }
            return [.rename(try Self.usable(name, for: entity))]
        }
    }

    /// Says of what kind the entity is.
    @discardableResult
    public func setKind(_ choice: Choice, to kind: EntityKind) throws -> [Change] {
        try decide(choice) { _, _ in [.kind(kind)] }
    }

    /// Says that it is no entity; with `query` only in the articles which that finds.
    @discardableResult
    public func reject(_ choice: Choice, in query: String?) throws -> [Change] {
        try decide(choice) { _, _ in [.reject(query: query)] }
    }

    /// Takes back the decision `id`, the last one for `nil`.
    @discardableResult
    public func undo(_ id: Int64?) throws -> Change {
        try archive.write { db in
            let decisions = try DecisionTable.fetchAll(in: db)
            guard let stored = id == nil ? decisions.last : decisions.first(where: { $0.id == id }) else {
                throw EntityError.noDecision(id: id)
            }
            try Archive.forgetDecision(stored.id, in: db)
            return try Self.change(stored, in: db)
        }
    }

    /// Takes decisions over, all or none; those that are there already are left out.
    ///
    /// - Parameter path: The file they were read from, for messages.
    /// - Returns: How many were new, and how many there were.
    @discardableResult
    public func adopt(_ list: DecisionList, path: String) throws -> (new: Int, all: Int) {
        try archive.write { db in
            let stored = try DecisionTable.fetchAll(in: db).map(\.decision)
            var known = Set(stored.map(\.undated))
            var outcome = DecisionOutcome(stored)
            var new: [EntityDecision] = []
            for (line, decision) in list.decisions where known.insert(decision.undated).inserted {
                if let reason = outcome.objection(to: decision) {
                    throw EntityError.unreadable(path: path, line: line, reason: reason)
                }
                outcome.add(decision)
                new.append(decision)
            }
            _ = try Archive.record(new, in: db)
            try Self.settleQueries(in: db)
            return (new.count, list.decisions.count)
        }
    }

    /// Applies decisions that are limited to a query to the articles that came since: to be called after an ingest.
    public func settle() throws {
        let hasQueries = try archive.entityDecisions().contains { $0.decision.query != nil }
        if hasQueries { try archive.write { db in try Self.settleQueries(in: db) } }
    }

    // MARK: How

    private func decide(
        _ choice: Choice, _ actions: (EntityName, Database) throws -> [EntityDecision.Action]
    ) throws -> [Change] {
        try archive.write { db in
            let entity = try Self.entity(choice, in: db)
            var outcome = DecisionOutcome(try DecisionTable.fetchAll(in: db).map(\.decision))
            let now = Instant(seconds: Int64(Date().timeIntervalSince1970))
            let decisions = try actions(entity.name, db).map { EntityDecision(entity.name, $0, at: now) }
            for decision in decisions {
                if let reason = outcome.objection(to: decision) { throw EntityError.pointless(reason: reason) }
                outcome.add(decision)
            }
            let ids = try Archive.record(decisions, in: db)
            let stored = zip(ids, decisions).map { StoredDecision(id: $0, decision: $1) }
            for decision in stored where decision.decision.query != nil { try Self.settle(decision, in: db) }
            return try stored.map { try Self.change($0, in: db) }
        }
    }

    /// The entity that is meant: the only one with this name of its own, else the only one that goes by it.
    private static func entity(_ choice: Choice, in db: Database) throws -> EntityCandidate {
        let number = Int64(choice.text.hasPrefix("#") ? String(choice.text.dropFirst()) : choice.text)
        let all = try Archive.entities(named: choice.text, kind: choice.kind, in: db)
        if all.isEmpty, let number, let entity = try Archive.entity(number, in: db) { return entity }
        let own = all.filter(\.isOwnName)
        let meant = own.isEmpty ? all : own
        if meant.count == 1 { return meant[0] }
        guard meant.isEmpty else {
            throw EntityError.ambiguous(name: choice.text, entities: try meant.map { try summary($0, in: db) })
        }
        let folded = foldedKey(choice.text)
        let rejection = try DecisionTable.fetchAll(in: db).last {
            $0.decision.action == .reject(query: nil) && foldedKey($0.decision.entity.name) == folded
        }
        throw rejection.map { EntityError.rejected(name: choice.text, decision: $0.id) }
            ?? EntityError.unknown(name: choice.text)
    }

    /// `name` without blanks around it; must hold something that it can be found by.
    private static func usable(_ name: String, for entity: EntityName) throws -> String {
        let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !foldedKey(trimmed).isEmpty, !trimmed.contains(where: \.isNewline), trimmed.utf8.count <= 1_000 else {
            throw EntityError.pointless(
                reason: "'\(entity.name)' cannot be called '\(name)'; give a name with letters, of at most 1000 bytes")
        }
        return trimmed
    }

    private static func change(_ stored: StoredDecision, in db: Database) throws -> Change {
        let found = try Archive.entities(named: stored.decision.entity.name, kind: nil, in: db)
        let entity = found.first { $0.isOwnName && $0.name.kind == stored.decision.entity.kind } ?? found.first
        return Change(stored: stored, entity: try entity.map { try summary($0, in: db) })
    }

    static func summary(_ entity: EntityCandidate, in db: Database) throws -> EntitySummary {
        let plan = try Planner(db: db).plan(.value(.entity, "#\(entity.id)", isPrefix: false))
        return EntitySummary(
            id: entity.id, name: entity.name, articles: try HitFinder(db: db, plan: plan).count())
    }

    private static func settleQueries(in db: Database) throws {
        for stored in try DecisionTable.fetchAll(in: db) where stored.decision.query != nil {
            try settle(stored, in: db)
        }
    }

    /// Applies a decision that is limited to a query to the articles that this finds now.
    private static func settle(_ stored: StoredDecision, in db: Database) throws {
        let decision = stored.decision
        guard let text = decision.query, let id = try Archive.entityID(of: decision.entity, in: db) else { return }
        let query = try ArticleSearch.expanded(ParsedQuery(text), in: db).query
        let plan = try Planner(db: db).plan(Query.all([.value(.entity, "#\(id)", isPrefix: false), query]))
        var articles: [ArticleID] = []
        try HitFinder(db: db, plan: plan).forEach(order: .newest) { place in
            articles.append(place.id)
            return true
        }
        var other: EntityName?
        if case .splitIn(_, let name) = decision.action { other = name }
        try Archive.except(articles, from: id, as: other, decision: stored.id, in: db)
    }
}

extension EntityDecision {
    /// The same, whenever it was decided.
    fileprivate var undated: EntityDecision { EntityDecision(entity, action, at: Instant(seconds: 0)) }
}
