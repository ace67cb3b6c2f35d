/// A person, organization or place that an article names, with every place where it does.
///
/// This is what recognizing gives, before it is decided which entity of the archive it is.
public struct RecognizedEntity: Hashable, Sendable {
    /// The fullest name the article gives it.
    public var name: String
    /// What sort of thing it is.
    public var kind: EntityKind
    /// Its other names in the article (`SDF`), none equal to `name`.
    public var aliases: [String]
    /// Names that everyone knows it by, whether the article uses them or not (`ISIS` for `Daesh`); empty when it is not so
    /// well known.
    public var knownNames: [String]
    /// The usual name of the country it belongs to: that a place lies in, that an organization's or people's name says it is
    /// of (`Iraqi Ministry of Defense`). They are related, never the same. `nil` when it is not known.
    public var country: String?
    /// Where it is named, in order of field, item and start.
    public var mentions: [Mention]

    /// An entity and where an article names it.
    public init(
        name: String, kind: EntityKind, aliases: [String], knownNames: [String] = [], country: String? = nil,
        mentions: [Mention]
    ) {
        self.name = name
        self.kind = kind
        self.aliases = aliases
        self.knownNames = knownNames
        self.country = country
        self.mentions = mentions
    }
}

/// What sort of thing an entity is.
public enum EntityKind: String, Hashable, Sendable, Codable, CaseIterable {
    case person, organization, place, other
}

/// One occurrence of an entity in an article.
public struct Mention: Hashable, Sendable {
    /// The field it stands in.
    public var field: MentionField
    /// Which item of the field: the paragraph, tag, related headline or footnote, counted from 0; else 0.
    public var item: Int
    /// Where it starts in the item, in Unicode scalars from 0.
    public var start: Int
    /// How long it is, in Unicode scalars.
    public var length: Int

    /// An occurrence at `start` of `item` of `field`.
    public init(field: MentionField, item: Int, start: Int, length: Int) {
        self.field = field
        self.item = item
        self.start = start
        self.length = length
    }
}

/// The fields that mentions are recorded in.
///
/// Raw values are stored in archives and never change.
public enum MentionField: Int, Hashable, Sendable, Codable, CaseIterable {
    case headline = 0
    case standfirst = 1
    case body = 2
    case tag = 3
    case related = 4
    case footnote = 5

    /// Whether entity search and facets count a mention in this field.
    ///
    /// Related headlines and footnotes are about other stories: their mentions are kept and shown only.
    public var isSearched: Bool {
        switch self {
        case .headline, .standfirst, .body, .tag: true
        case .related, .footnote: false
        }
    }
}
