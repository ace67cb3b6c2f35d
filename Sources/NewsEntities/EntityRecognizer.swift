import NewsModel

/// Finds the persons, organizations and places that an article names.
public struct EntityRecognizer: Sendable {
    /// A recognizer.
    public init() {}

    /// None yet.
    public func entities(in article: Article) -> [RecognizedEntity] { [] }
}
