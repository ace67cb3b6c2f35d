import GRDB
import NewsModel
import NewsStorage

/// What an archive knows of an entity.
public struct EntityProfile: Sendable {
    /// The entity.
    public let entity: EntitySummary
    /// What a person should know of the name that was asked for: what else it could mean.
    public let notices: [Notice]
    /// The names it goes by, the most frequent first.
    public let aliases: [EntityAlias]
    /// The first article that names it, by the date shown; `nil` when none has a date.
    public let first: Hit?
    /// The last one.
    public let last: Hit?
    /// In how many articles it is named, by the date shown.
    public let timeline: Timeline
    /// What is named in the same articles above expectation, the surest first.
    public let entities: [FacetCount]
    /// The tags of the same articles above expectation, the surest first.
    public let tags: [FacetCount]
    /// Entities that belong to it and are not the same.
    public let related: [RelatedEntity]
}

/// An entity that belongs to another and is not the same.
public struct RelatedEntity: Hashable, Sendable {
    /// What the other is to it.
    public enum Relation: String, Hashable, Sendable {
        /// The country that it lies in or is of.
        case country
        /// What lies in it or is of it.
        case part
    }

    /// The other.
    public let entity: EntitySummary
    /// What that is to it.
    public let relation: Relation
}

extension ArticleSearch {
    /// What the archive knows of the entity that is called `name`, or has it as its number; `nil` when there is none.
    ///
    /// - Parameters:
    ///   - kind: The kind of it, where there are several.
    ///   - limit: How many associated entities, tags, and related entities at the most.
    public func profile(of name: String, kind: EntityKind?, limit: Int = 10) throws -> EntityProfile? {
        let found = try read { db -> (EntityCandidate, [Notice])? in
            let planner = try Planner(db: db)
            let field = ValueField.entities(of: kind)
            var candidates = try planner.entities(field, name)
            if candidates.isEmpty, let id = Int64(name) { candidates = try planner.entities(field, "#\(id)") }
            guard let entity = candidates.first else { return nil }
            return (entity, try planner.notice(field, name, length: name.unicodeScalars.count).map { [$0] } ?? [])
        }
        guard let (entity, notices) = found else { return nil }
        let query = ParsedQuery("entity:\"#\(entity.id)\"")
        let dated = ParsedQuery("entity:\"#\(entity.id)\" has:date")
        func end(_ order: SearchOrder) throws -> Hit? {
            try answer(SearchRequest(dated, order: order, limit: 1)).hits.first
        }
        func associated(_ facet: Facet) throws -> [FacetCount] {
            let values = try associations(of: facet, with: query).lazy.filter {
                $0.id != entity.id && $0.association.map { $0.score > 0 } ?? false
            }
            return Array(values.prefix(limit))
        }
        let (first, last) = (try end(.oldest), try end(.newest))
        let (summary, aliases, related) = try read { db in
            (
                try EntityEditor.summary(entity, in: db), try Archive.aliases(of: entity.id, in: db),
                try Self.related(to: entity.id, limit: limit, in: db)
            )
        }
        return EntityProfile(
            entity: summary, notices: notices, aliases: aliases, first: first, last: last,
            timeline: try timeline(of: query, by: Self.step(from: first, to: last)),
            entities: try associated(.entity), tags: try associated(.tag), related: related)
    }

    /// Days for a month or two, months for a few years, else years.
    private static func step(from first: Hit?, to last: Hit?) -> Timeline.Step {
        guard let first = first?.article.shownTime?.instant.day, let last = last?.article.shownTime?.instant.day else {
            return .year
        }
        return last - first <= 62 ? .day : last - first <= 5 * 366 ? .month : .year
    }

    private static func related(to id: Int64, limit: Int, in db: Database) throws -> [RelatedEntity] {
        try Archive.relatedEntities(of: id, limit: limit, in: db).map { entity, isCountry in
            RelatedEntity(
                entity: try EntityEditor.summary(entity, in: db), relation: isCountry ? .country : .part)
        }
    }
}

extension ValueField {
    /// The field that asks for entities of `kind`.
    fileprivate static func entities(of kind: EntityKind?) -> ValueField {
        [ValueField.person, .org, .place].first { $0.entityKind == kind } ?? .entity
    }
}
