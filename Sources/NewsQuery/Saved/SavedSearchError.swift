import NewsText

/// Why a saved search cannot be kept, or be watched.
public enum SavedSearchError: Error, Hashable, CustomStringConvertible {
    /// The name holds nothing that it could be found by, or too much.
    case unusableName(String)
    /// There is one of this name already.
    case exists(name: String)
    /// It would look for itself.
    case circular(names: [String])
    /// Query and options cannot be written as one query.
    case notJoinable
    /// An option cannot be written as a field.
    case unusableOption(message: String)
    /// Nothing goes by this name.
    case unknown(name: String, nearest: String?)
    /// A newer program saved it, or one that it names.
    case newer(message: String)

    /// What is wrong, where, and what to do, in one line.
    public var description: String {
        switch self {
        case .unusableName(let name):
            "a saved search cannot be named '\(name)'; give it a name with letters, of at most "
                + "\(ArticleSearch.longestSearchName) characters"
        case .exists(let name):
            "there is a saved search '\(name)' already; choose another name, or add --replace"
        case .circular(let names):
            "a saved search cannot look for itself: \(names.joined(separator: " → ")); "
                + "leave out search:\"\(names.dropFirst().first ?? "")\""
        case .notJoinable:
            "this query cannot be saved together with options: what is left open in it, or its length, stands against "
                + "it; close its quotes and brackets, or write the options as fields"
        case .unusableOption(let message): "an option cannot be saved: \(message)"
        case .unknown(let name, let nearest):
            "there is no saved search '\(name)'; "
                + (nearest.map { "did you mean '\($0)'?" } ?? "see: newsarchive saved")
        case .newer(let message): "\(message); install the newer program, or save it again with --replace"
        }
    }
}
