import NewsModel

/// The items of an article's fields that mentions point into.
///
/// Finding a mention takes the same time wherever it stands, also in an item of megabytes: every 256th scalar of an item
/// is remembered once one of it is asked for.
final class MentionText {
    private let items: [MentionField: [String]]
    private var marks: [Item: [String.Index]] = [:]

    private struct Item: Hashable {
        let field: MentionField
        let number: Int
    }

    private static let stride = 256

    init(_ article: Article) {
        items = [
            .headline: article.headline.map { [$0] } ?? [],
            .standfirst: article.standfirst.map { [$0] } ?? [],
            .body: article.paragraphs,
            .tag: article.tags,
            .related: article.relatedHeadlines.map(\.headline),
            .footnote: article.footnotes.map(\.text),
        ]
    }

    /// What stands at `mention`; `nil` when it points outside of the text.
    subscript(mention: Mention) -> String? {
        guard let items = items[mention.field], items.indices.contains(mention.item), mention.start >= 0 else {
            return nil
        }
        let text = items[mention.item]
        let marks = marks(of: text, Item(field: mention.field, number: mention.item))
        let scalars = text.unicodeScalars
        guard mention.start / Self.stride < marks.count,
            let start = scalars.index(
                marks[mention.start / Self.stride], offsetBy: mention.start % Self.stride, limitedBy: text.endIndex),
            let end = scalars.index(start, offsetBy: mention.length, limitedBy: text.endIndex), start < end
        else { return nil }
        return String(text[start..<end])
    }

    private func marks(of text: String, _ item: Item) -> [String.Index] {
        if let known = marks[item] { return known }
        let scalars = text.unicodeScalars
        var found = [text.startIndex]
        while let last = found.last,
            let next = scalars.index(last, offsetBy: Self.stride, limitedBy: text.endIndex), next < text.endIndex
        {
            found.append(next)
        }
        marks[item] = found
        return found
    }
}
