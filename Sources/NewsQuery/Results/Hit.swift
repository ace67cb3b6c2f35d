import NewsModel
import NewsStorage

/// An article that a search found.
public struct Hit: Sendable {
    /// The article with everything that hangs from it but its captures.
    public let archived: ArchivedArticle
    /// The stretch of text that shows why; `nil` for an article without text.
    public let snippet: Snippet?
    /// How well it fits, greater is better; `nil` when hits are ordered by date.
    public let score: Double?

    /// The article's number.
    public var id: ArticleID { archived.id }
    /// The story.
    public var article: Article { archived.article }
}

/// The answer to a search.
public struct SearchAnswer: Sendable {
    /// What was asked, and what was not understood of it.
    public let parsed: ParsedQuery
    /// What was not understood, and what a person should know of the answer.
    public let notices: [Notice]
    /// How many articles were found, exactly.
    public let total: Int
    /// The hits of this page, in order.
    public let hits: [Hit]
    /// Where the next page begins; `nil` when this is the last.
    public let next: Cursor?
    /// How often values occur among all hits, by facet.
    public let facets: [Facet: [FacetCount]]
    /// How many values each facet has, whatever the limit.
    public let facetSizes: [Facet: Int]
}

/// In what order hits come.
public enum SearchOrder: String, Hashable, Sendable, CaseIterable {
    /// The best first.
    case relevance
    /// By the date shown, the latest first; articles without a date last.
    case newest
    /// By the date shown, the earliest first; articles without a date last.
    case oldest
}

/// A place between two hits of an ordered answer, from which the answer goes on.
public struct Cursor: Hashable, Sendable, LosslessStringConvertible {
    enum Place: Hashable {
        /// Behind the hit with this score and row.
        case score(Double, row: Int64)
        /// Behind the hit with this row, date shown and id.
        case date(row: Int64, shownAt: Int64?, id: ArticleID)
    }
    let place: Place

    init(_ place: Place) {
        self.place = place
    }

    /// A cursor was given to another order than the one it comes from.
    public struct Mismatch: Error, CustomStringConvertible {
        /// What to do.
        public var description: String { "the cursor belongs to an answer in another order; begin again without it" }
    }

    /// Whether it is a place in an answer in `order`.
    func belongs(to order: SearchOrder) -> Bool {
        switch place {
        case .score: order == .relevance
        case .date: order != .relevance
        }
    }

    /// Reads what `description` wrote; `nil` for other text.
    public init?(_ description: String) {
        let parts = description.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        switch parts.first {
        case "s" where parts.count == 3:
            guard let bits = UInt64(parts[1], radix: 16), let row = Int64(parts[2], radix: 36) else { return nil }
            let score = Double(bitPattern: bits)
            guard score.isFinite else { return nil }
            place = .score(score, row: row)
        case "d" where parts.count == 4:
            guard let row = Int64(parts[1], radix: 36), let id = Int64(parts[3], radix: 36) else { return nil }
            let shownAt = Int64(parts[2], radix: 36)
            guard (shownAt == nil) == parts[2].isEmpty, (shownAt == nil) == IndexRow.undatedRows.contains(row) else {
                return nil
            }
            place = .date(row: row, shownAt: shownAt, id: ArticleID(id))
        default:
            return nil
        }
    }

    /// The place as text without blanks, to be given back as it is.
    public var description: String {
        switch place {
        case .score(let score, let row): "s.\(String(score.bitPattern, radix: 16)).\(String(row, radix: 36))"
        case .date(let row, let shownAt, let id):
            "d.\(String(row, radix: 36)).\(shownAt.map { String($0, radix: 36) } ?? "").\(String(id.rawValue, radix: 36))"
        }
    }
}
