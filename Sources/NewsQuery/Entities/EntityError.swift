import NewsModel

/// Why a correction of entities cannot be made.
public enum EntityError: Error, Hashable, CustomStringConvertible {
    /// Nothing goes by this name.
    case unknown(name: String)
    /// People rejected what goes by this name.
    case rejected(name: String, decision: Int64)
    /// Several entities go by this name.
    case ambiguous(name: String, entities: [EntitySummary])
    /// It would change nothing, or contradict itself.
    case pointless(reason: String)
    /// There is no such decision.
    case noDecision(id: Int64?)
    /// A file of decisions cannot be opened.
    case unopened(path: String, reason: String)
    /// A file of decisions cannot be read; nothing of it was taken.
    case unreadable(path: String, line: Int, reason: String)

    /// What is wrong, where, and what to do, in one line.
    public var description: String {
        switch self {
        case .unknown(let name): "no entity is called '\(name)'; see: newsarchive entities"
        case .rejected(let name, let decision):
            "'\(name)' was rejected; to take that back: newsarchive entities undo \(decision)"
        case .ambiguous(let name, let entities):
            "several entities are called '\(name)': \(entities.map(\.description).joined(separator: ", ")); say which by "
                + "its number, or by --kind"
        case .pointless(let reason): reason
        case .noDecision(nil): "there is nothing to undo; see: newsarchive entities decisions"
        case .noDecision(let id?): "there is no decision \(id); see: newsarchive entities decisions"
        case .unopened(let path, let reason): "cannot read \(path): \(reason)"
        case .unreadable(let path, let line, let reason): "\(path):\(line): \(reason); nothing of the file was taken"
        }
    }
}

/// An entity of an archive, in short.
public struct EntitySummary: Hashable, Sendable, CustomStringConvertible {
    /// Its number in the archive.
    public let id: Int64
    /// Its name as shown, and its kind.
    public let name: EntityName
    /// In how many articles it is named where searches look.
    public let articles: Int

    /// `Syrian Defense Forces (organization, 12 articles, #57)`.
    public var description: String {
        "\(name.name) (\(name.kind.rawValue), \(articles) \(articles == 1 ? "article" : "articles"), #\(id))"
    }
}
