/// A part of articles whose values can be counted over the hits of a query.
public enum Facet: String, Hashable, Sendable, CaseIterable {
    case tag, entity, person, org, place, section, outlet, lang, year, month
}

/// A value and in how many articles it occurs.
public struct FacetCount: Hashable, Sendable {
    /// The entity's number; `nil` for other facets.
    public let id: Int64?
    /// The value as shown.
    public let value: String
    /// The entity's kind; `nil` for other facets.
    public let kind: String?
    /// In how many articles.
    public let count: Int

    /// How it goes with the hits, where that was asked; else `nil`.
    public var association: Association?

    init(id: Int64? = nil, value: String, kind: String? = nil, count: Int) {
        self.id = id
        self.value = value
        self.kind = kind
        self.count = count
    }
}
