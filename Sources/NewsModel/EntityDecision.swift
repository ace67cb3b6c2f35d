/// An entity as it is told apart from others in any archive: by its kind and its name.
public struct EntityName: Hashable, Sendable {
    /// What sort of thing it is.
    public var kind: EntityKind
    /// Its name; case, diacritics and quotes do not count.
    public var name: String

    /// The entity of `kind` that is called `name`.
    public init(_ kind: EntityKind, _ name: String) {
        self.kind = kind
        self.name = name
    }
}

/// What a person decided about an entity.
///
/// Decisions hold for what is archived and for what will be, whatever recognizes it. Later ones build on earlier ones.
public struct EntityDecision: Hashable, Sendable {
    /// What is to be done.
    public enum Action: Hashable, Sendable {
        /// The name is one of the entity's, too.
        case alias(String)
        /// The other is this entity.
        case merge(EntityName)
        /// Where articles call the entity by `alias`, they mean the other.
        case split(alias: String, as: EntityName)
        /// In the articles that a query finds, the other is meant.
        case splitIn(query: String, as: EntityName)
        /// The entity has this name.
        case rename(String)
        /// The entity is of this kind.
        case kind(EntityKind)
        /// It is no entity; with a query only in the articles that this finds.
        case reject(query: String?)
    }

    /// The entity that it is about.
    public var entity: EntityName
    /// What is to be done.
    public var action: Action
    /// When it was decided.
    public var decidedAt: Instant

    /// A decision about `entity`.
    public init(_ entity: EntityName, _ action: Action, at decidedAt: Instant) {
        self.entity = entity
        self.action = action
        self.decidedAt = decidedAt
    }

    /// What it consists of, as it is stored: the name of the action, the second entity it speaks of, and a name of the first.
    public var parts: (action: String, other: EntityName?, alias: String?) {
        switch action {
        case .alias(let alias): ("alias", EntityName(entity.kind, alias), nil)
        case .merge(let other): ("merge", other, nil)
        case .split(let alias, let other): ("split", other, alias)
        case .splitIn(_, let other): ("split", other, nil)
        case .rename(let name): ("rename", EntityName(entity.kind, name), nil)
        case .kind(let kind): ("kind", EntityName(kind, entity.name), nil)
        case .reject: ("reject", nil, nil)
        }
    }

    /// The articles that it is limited to; `nil` for all.
    public var query: String? {
        switch action {
        case .splitIn(let query, _): query
        case .reject(let query): query
        case .alias, .merge, .split, .rename, .kind: nil
        }
    }
}

/// A decision that an archive keeps.
public struct StoredDecision: Hashable, Sendable {
    /// Its number, by which it can be undone.
    public let id: Int64
    /// What was decided.
    public let decision: EntityDecision

    /// The decision with the number `id`.
    public init(id: Int64, decision: EntityDecision) {
        self.id = id
        self.decision = decision
    }
}
