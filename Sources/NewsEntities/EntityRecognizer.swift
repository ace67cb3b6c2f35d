import NewsModel

/// Finds the persons, organizations and places that an article names.
public struct EntityRecognizer: Sendable {
    /// A recognizer; it holds no state and may be shared.
    public init() {}

    /// The entities of `article` with every mention, in order of first mention.
    public func entities(in article: Article) -> [RecognizedEntity] { [] }
}
