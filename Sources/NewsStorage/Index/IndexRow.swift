import NewsModel

/// Where an article stands in the index.
///
/// Rows follow the date shown, so a range of days is a range of rows and the newest hits are the last rows:
/// `(days since 0000-01-01) << 22 | sequence`, room for four million articles a day. Articles without a date stand
/// below all others, in the order of their ids.
package struct IndexRow: Hashable, Comparable, Sendable {
    /// The rowid in `index_rows` and `article_fts`.
    package let rawValue: Int64

    package init(_ rawValue: Int64) {
        self.rawValue = rawValue
    }

    package static func < (left: IndexRow, right: IndexRow) -> Bool { left.rawValue < right.rawValue }

    /// The row of an article without a date.
    static func undated(_ id: ArticleID) -> IndexRow { IndexRow(id.rawValue - 1 << 40) }

    /// The rows of all articles without a date.
    package static let undatedRows = Int64.min...(-1)
    /// The rows of all articles with a date.
    package static let datedRows: ClosedRange<Int64> = 0...Int64.max

    /// The rows of the articles shown on the days `first…last`, counted from 1970-01-01.
    package static func rows(ofDays first: Int, through last: Int) -> ClosedRange<Int64> {
        let lower = max(0, Int64(first) + yearZero) << sequenceBits
        let upper = (max(-1, Int64(last) + yearZero) + 1) << sequenceBits - 1
        return lower...max(lower, upper)
    }

    /// The day the row belongs to, counted from 1970-01-01; `nil` for the row of an article without a date.
    package var day: Int? { rawValue < 0 ? nil : Int(rawValue >> Self.sequenceBits - Self.yearZero) }

    /// The block of `index_lengths` that the row belongs to: 32 days.
    var block: Int64 { rawValue >> Self.blockBits }

    static let sequenceBits: Int64 = 22
    static let blockBits: Int64 = 27
    private static let yearZero: Int64 = 719_528
}
