import GRDB
import NewsModel
import NewsStorage

/// Gives the values of facets that a pass over hits counted.
struct FacetCounter {
    let db: Database
    /// What the pass counted.
    let counts: RowCounts

    /// What a pass must count for `facets`.
    static func values(for facets: some Sequence<Facet>) -> Set<CountedValue> {
        Set(facets.compactMap(\.countedValue))
    }

    /// The values of `facet` that begin with `prefix`, the most frequent first; equally frequent ones in byte order.
    func count(_ facet: Facet, startingWith prefix: String = "") throws -> [FacetCount] {
        try values(of: facet, startingWith: prefix).sorted { left, right in
            left.count != right.count ? left.count > right.count : left.isBefore(right)
        }
    }

    private func values(of facet: Facet, startingWith prefix: String) throws -> [FacetCount] {
        guard let value = facet.countedValue else {
            let step: Timeline.Step = facet == .year ? .year : .month
            return counts.periods(by: step).map { FacetCount(value: step.name(of: $0.number), count: $0.count) }
                .filter { $0.value.hasPrefix(prefix) }
        }
        var numbers = counts.numbers(of: value)
        if !prefix.isEmpty {
            let fitting = try value.numbers(startingWith: prefix, in: db)
            numbers.removeAll { !fitting.contains($0.number) }
        }
        let names = try value.names(of: numbers.map(\.number), in: db)
        return zip(numbers, names).compactMap { counted, name in
            if let kind = facet.entityKind, kind.rawValue != name.kind { return nil }
            let id = value == .entity ? Int64(counted.number) : nil
            return FacetCount(id: id, value: name.text, kind: name.kind, count: counted.count)
        }
    }
}

extension Facet {
    /// What is counted for it; `nil` when it follows from the days of the hits.
    fileprivate var countedValue: CountedValue? {
        switch self {
        case .tag: .tag
        case .entity, .person, .org, .place: .entity
        case .section: .section
        case .outlet: .outlet
        case .lang: .language
        case .year, .month: nil
        }
    }

    /// The kind of entity it is limited to.
    fileprivate var entityKind: EntityKind? {
        switch self {
        case .person: .person
        case .org: .organization
        case .place: .place
        default: nil
        }
    }
}
