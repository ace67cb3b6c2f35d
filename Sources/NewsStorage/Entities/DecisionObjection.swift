import NewsModel
import NewsText

extension DecisionOutcome {
    /// Why a decision cannot be added to these; `nil` when it can.
    package func objection(to decision: EntityDecision) -> String? {
        let entity = decision.entity
        let key = EntityKey(entity)
        if key.folded.isEmpty { return "an entity without a name" }
        if isRejected(key) {
            return decision.action == .reject(query: nil)
                ? "'\(entity.name)' was rejected already" : "'\(entity.name)' was rejected; undo that first"
        }
        switch decision.action {
        case .alias(let alias):
            let own = EntityKey(EntityName(entity.kind, alias))
            return own == key || root(own) == root(key) ? "'\(entity.name)' is called '\(alias)' already" : nil
        case .merge(let other):
            if isRejected(EntityKey(other)) { return "'\(other.name)' was rejected; undo that first" }
            return root(EntityKey(other)) == root(key)
                ? "'\(other.name)' is '\(entity.name)' already; one entity cannot be merged with itself" : nil
        case .split(let alias, let other):
            if root(key).folded == foldedKey(alias) {
                return "'\(alias)' is its own name; say which of its other names is to be split off, or use --in QUERY"
            }
            return objection(toSplitting: decision, as: other)
        case .splitIn(_, let other):
            return objection(toSplitting: decision, as: other)
        case .rename(let name):
            let own = EntityKey(EntityName(entity.kind, name))
            return own == root(key) && name == entity.name ? "'\(name)' is its name already" : nil
        case .kind(let kind):
            return kind == root(key).kind ? "'\(entity.name)' is of the kind \(kind.rawValue) already" : nil
        case .reject:
            return nil
        }
    }

    private func objection(toSplitting decision: EntityDecision, as other: EntityName) -> String? {
        var after = self
        after.add(decision)
        return after.root(EntityKey(other)) == after.root(EntityKey(decision.entity))
            ? "'\(other.name)' is the same entity; say with --as what it is to be called" : nil
    }
}
