import GRDB
import NewsStorage
import NewsText

extension Planner {
    /// The entities that `value` can mean, the likeliest first; `#` and a number mean one.
    func entities(_ field: ValueField, _ value: String) throws -> [EntityCandidate] {
        if value.hasPrefix("#"), let id = Int64(value.dropFirst()) {
            return try Archive.entity(id, in: db).map { [$0] } ?? []
        }
        return try Archive.entities(named: value, kind: field.entityKind, in: db)
    }

    /// Which entities the names in a query were taken for, and what else they could be.
    func entityNotices(for query: ParsedQuery) throws -> [Notice] {
        var told: Set<String> = []
        return try query.query.values.compactMap { field, value, isPrefix in
            guard field.isOfEntities, !isPrefix, !value.hasPrefix("#"), told.insert("\(field) \(value)").inserted else {
                return nil
            }
            return try notice(field, value, length: query.text.unicodeScalars.count)
        }
    }

    /// How many other meanings of a name are told.
    private static let alternatives = 5

    /// What a person should know of the entity that a name was taken for; `nil` when it is the only one, by its own name.
    func notice(_ field: ValueField, _ value: String, length: Int) throws -> Notice? {
        let candidates = try entities(field, value)
        guard let taken = candidates.first else { return nil }
        let others = candidates.dropFirst().filter(\.isNamed)
        guard !others.isEmpty || !taken.isOwnName else { return nil }
        var message = "\(field.rawValue):\"\(value)\" is \(try described(taken))"
        if !others.isEmpty {
            let list = try others.prefix(Self.alternatives).map { "\(try described($0)): entity:#\($0.id)" }
            let rest = others.count - list.count
            message += "; it could also be \(list.joined(separator: ", "))" + (rest > 0 ? " and \(rest) more" : "")
        }
        return Notice(.entity, at: 0, length: length, message)
    }

    private func described(_ entity: EntityCandidate) throws -> String {
        let plan = try plan(.value(.entity, "#\(entity.id)", isPrefix: false))
        let count = try HitFinder(db: db, plan: plan).count()
        return "\(entity.name.name) (\(entity.name.kind.rawValue), \(count) \(count == 1 ? "article" : "articles"))"
    }
}
