import NewsModel
import NewsText

/// An entity as rows tell it apart: by its kind and its name without case, diacritics and quotes.
package struct EntityKey: Hashable, Sendable {
    package let kind: EntityKind
    package let folded: String

    package init(_ name: EntityName) {
        kind = name.kind
        folded = foldedKey(name.name)
    }

    init(kind: EntityKind, folded: String) {
        self.kind = kind
        self.folded = folded
    }
}

/// What follows from decisions, taken in their order: a value, without a database.
package struct DecisionOutcome: Sendable {
    /// What an entity was merged into directly, which may be merged further.
    private var parents: [EntityKey: EntityKey] = [:]
    /// Entities that are none.
    private var rejected: Set<EntityKey> = []
    /// Names by which an entity is called where another is meant, in the order in which that was decided.
    private(set) var splits: [Split] = []
    /// How the names of entities that decisions speak of are written.
    private(set) var spelled: [EntityKey: String] = [:]
    /// Those of them whose name is to be shown so, whatever articles print.
    private(set) var named: Set<EntityKey> = []
    /// Those by whose name an entity is found although no article may print it.
    private(set) var aliases: Set<EntityKey> = []

    /// A name of an entity that means another.
    struct Split: Hashable, Sendable {
        let entity: EntityKey
        let alias: String
        let other: EntityKey
    }

    /// Nothing decided.
    package init() {}

    /// What follows from `decisions`.
    package init(_ decisions: some Sequence<EntityDecision>) {
        for decision in decisions { add(decision) }
    }

    /// The entity that `key` is in the end.
    package func root(_ key: EntityKey) -> EntityKey {
        var key = key
        while let parent = parents[key] { key = parent }
        return key
    }

    /// `key` and what it was merged into, up to the entity that it is in the end.
    private func path(from key: EntityKey) -> [EntityKey] {
        var path = [key]
        while let parent = parents[path[path.count - 1]] { path.append(parent) }
        return path
    }

    /// The entity that is meant where an article mentions `key` by a name, given without case, diacritics and quotes.
    func meant(by alias: String, of key: EntityKey) -> EntityKey {
        var key = key
        for split in splits where split.alias == alias && root(split.entity) == root(key) { key = split.other }
        return key
    }

    /// Whether it is no entity.
    package func isRejected(_ key: EntityKey) -> Bool { rejected.contains(root(key)) }

    /// The entities that decisions say something of.
    var all: Set<EntityKey> { Set(parents.keys).union(parents.values).union(rejected).union(spelled.keys) }

    /// Adds a decision.
    package mutating func add(_ decision: EntityDecision) {
        let entity = spell(decision.entity)
        switch decision.action {
        case .alias(let alias):
            let own = spell(EntityName(decision.entity.kind, alias))
            aliases.insert(own)
            if root(own) != root(entity) {
                parents[own] = nil  // a name that was another entity's is this one's now
                unite(own, into: entity)
            }
            // What could not be told to be of a kind is this one, too.
            let unclear = spell(EntityName(.other, alias))
            if parents[unclear] == nil { unite(unclear, into: entity) }
        case .merge(let other):
            unite(spell(other), into: entity)
        case .split(let alias, let name):
            split(foldedKey(alias), from: entity, as: spell(name))
            aliases.insert(EntityKey(name))
        case .splitIn(_, let name):
            aliases.insert(spell(name))
        case .rename(let name):
            makeRoot(EntityName(decision.entity.kind, name), of: entity)
        case .kind(let kind):
            makeRoot(EntityName(kind, decision.entity.name), of: entity)
        case .reject(nil):
            rejected.insert(root(entity))
        case .reject:
            break
        }
    }

    private mutating func spell(_ name: EntityName) -> EntityKey {
        let key = EntityKey(name)
        if spelled[key] == nil { spelled[key] = name.name }
        return key
    }

    private mutating func unite(_ key: EntityKey, into entity: EntityKey) {
        let (from, to) = (root(key), root(entity))
        if from != to { parents[from] = to }
    }

    /// Makes `name` what `entity` and all that it is are shown as.
    private mutating func makeRoot(_ name: EntityName, of entity: EntityKey) {
        let old = root(entity)
        let key = EntityKey(name)
        spelled[key] = name.name
        aliases.insert(key)
        named.insert(key)
        guard old != key else { return }
        // One that was another entity before is taken out of it, with what became it.
        parents[key] = nil
        parents[old] = key
    }

    private mutating func split(_ alias: String, from entity: EntityKey, as other: EntityKey) {
        let whole = root(entity)
        // What was merged into such a one before stays with it.
        let apart = parents.filter { key, parent in
            key.folded == alias && root(key) == whole && !path(from: parent).contains { $0.folded == alias }
        }
        for key in apart.keys { parents[key] = nil }
        splits.append(Split(entity: whole, alias: alias, other: other))
    }
}
