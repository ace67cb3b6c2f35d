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
    ///
    /// - Parameter limit: How many at the most; the names of others are not looked up.
    /// - Returns: The values, and how many there are without the limit.
    func count(
        _ facet: Facet, startingWith prefix: String = "", limit: Int? = nil
    ) throws -> (values: [FacetCount], size: Int) {
        let numbers = try numbers(of: facet, startingWith: prefix)
        guard let limit, facet.entityKind == nil else {
            let values = try named(numbers, facet).compactMap { $0 }
            return (Array(FacetOrder.sorted(values).prefix(limit ?? .max)), values.count)
        }
        let least = numbers.count > limit ? numbers.map(\.count).sorted(by: >)[max(0, limit - 1)] : 0
        let values = try named(numbers.filter { $0.count >= least }, facet).compactMap { $0 }
        return (Array(FacetOrder.sorted(values).prefix(limit)), numbers.count)
    }

    /// The same values, the one first that occurs most above expectation among these `hits`.
    ///
    /// - Parameters:
    ///   - all: The same counted of all articles.
    ///   - articles: How many these are.
    func associated(
        _ facet: Facet, startingWith prefix: String, hits: Int, all: RowCounts, articles: Int
    ) throws -> [FacetCount] {
        let numbers = try numbers(of: facet, startingWith: prefix)
        let totals = FacetCounter(db: db, counts: all).numbers(of: facet)
        var place = 0
        var values: [FacetCount] = []
        for (counted, value) in try zip(numbers, named(numbers, facet)) {
            while place < totals.count, totals[place].number < counted.number { place += 1 }
            guard var value, place < totals.count else { continue }
            value.association = Association(
                count: counted.count, hits: hits, total: totals[place].count, articles: articles)
            values.append(value)
        }
        return FacetOrder.sorted(values)
    }

    /// The numbers of the values, in order, and how many have each.
    private func numbers(of facet: Facet) -> [(number: Int, count: Int)] {
        facet.countedValue.map(counts.numbers) ?? counts.periods(by: facet.step)
    }

    private func numbers(of facet: Facet, startingWith prefix: String) throws -> [(number: Int, count: Int)] {
        let all = numbers(of: facet)
        guard !prefix.isEmpty else { return all }
        guard let value = facet.countedValue else {
            return all.filter { facet.step.name(of: $0.number).hasPrefix(prefix) }
        }
        let fitting = try value.numbers(startingWith: prefix, in: db)
        return all.filter { fitting.contains($0.number) }
    }

    /// Each with its name; `nil` for an entity of another kind than the facet's.
    private func named(_ numbers: [(number: Int, count: Int)], _ facet: Facet) throws -> [FacetCount?] {
        guard let value = facet.countedValue else {
            return numbers.map { FacetCount(value: facet.step.name(of: $0.number), count: $0.count) }
        }
        let names = try value.names(of: numbers.map(\.number), in: db)
        return zip(numbers, names).map { counted, name in
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

    /// How long its periods are.
    fileprivate var step: Timeline.Step { self == .year ? .year : .month }

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
