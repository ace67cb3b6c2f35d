/// The number by which an archive knows an article; it stays the same for as long as the article is kept.
public struct ArticleID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    /// The number, from 1.
    public let rawValue: Int64

    /// The article numbered `rawValue`.
    public init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(Int64.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    public static func < (left: ArticleID, right: ArticleID) -> Bool { left.rawValue < right.rawValue }

    public var description: String { String(rawValue) }
}
