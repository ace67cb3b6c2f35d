import NewsModel
import NewsStorage
import NewsText

/// The stretch of an article's printed text that shows why it was found.
public struct Snippet: Hashable, Sendable {
    /// The field it is taken from.
    public let field: Field
    /// Printed text, without markup.
    public let text: String
    /// What was looked for, in Unicode scalars of `text`.
    public let ranges: [Range<Int>]

    /// The fields a snippet can be taken from, the preferred first.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case body, headline, standfirst, tags, section, byline, dateline, related, footnotes
    }

    /// How many words it shows at the most.
    static let length = 40
}
