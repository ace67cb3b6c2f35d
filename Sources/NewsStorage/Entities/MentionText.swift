import NewsModel
import NewsText

/// The items of an article's fields that mentions point into.
///
/// Finding a mention takes the same time wherever it stands, also in an item of megabytes: every 256th scalar of an item
/// is remembered once one of it is asked for.
final class MentionText {
    private let items: [MentionField: [String]]
    private var marks: [Item: Marks] = [:]

    /// What finding a scalar of an item starts from.
    private enum Marks {
        /// It is ASCII: its scalars are its bytes.
        case ascii
        /// Where every 256th scalar stands.
        case scalars([String.Index])
    }

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
        guard
            let range = range(of: mention, in: text, marks(of: text, Item(field: mention.field, number: mention.item)))
        else { return nil }
        return String(text[range])
    }

    private func range(of mention: Mention, in text: String, _ marks: Marks) -> Range<String.Index>? {
        let start: String.Index?
        let end: String.Index?
        switch marks {
        case .ascii:
            start = text.utf8.index(text.startIndex, offsetBy: mention.start, limitedBy: text.endIndex)
            end = start.flatMap { text.utf8.index($0, offsetBy: mention.length, limitedBy: text.endIndex) }
        case .scalars(let marks):
            guard mention.start / Self.stride < marks.count else { return nil }
            let scalars = text.unicodeScalars
            start = scalars.index(
                marks[mention.start / Self.stride], offsetBy: mention.start % Self.stride, limitedBy: text.endIndex)
            end = start.flatMap { scalars.index($0, offsetBy: mention.length, limitedBy: text.endIndex) }
        }
        guard let start, let end, start < end else { return nil }
        return start..<end
    }

    private func marks(of text: String, _ item: Item) -> Marks {
        if let known = marks[item] { return known }
        let made = ByteScan.isASCII(text) ? Marks.ascii : .scalars(Self.scalarMarks(of: text))
        marks[item] = made
        return made
    }

    private static func scalarMarks(of text: String) -> [String.Index] {
        let scalars = text.unicodeScalars
        var found = [text.startIndex]
        while let last = found.last,
            let next = scalars.index(last, offsetBy: stride, limitedBy: text.endIndex), next < text.endIndex
        {
            found.append(next)
        }
        return found
    }
}
