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

    /// The rows of the articles shown on the days `first…last`, counted from 1970-01-01. Days outside of the years 0 to
    /// 9999 count as the nearest inside.
    package static func rows(ofDays first: Int, through last: Int) -> ClosedRange<Int64> {
        func dayNumber(_ day: Int) -> Int64 { Int64(min(max(day, firstDay), lastDay) - firstDay) }
        let lower = dayNumber(first) << sequenceBits
        let upper = (dayNumber(last) + 1) << sequenceBits - 1
        return lower...max(lower, upper)
    }

    /// The days that bound `rows`, counted from 1970-01-01; `nil` for a bound beyond all dates.
    package static func days(of rows: ClosedRange<Int64>) -> (first: Int?, last: Int?) {
        (
            rows.lowerBound > datedRows.lowerBound ? IndexRow(rows.lowerBound).day : nil,
            rows.upperBound < datedRows.upperBound ? IndexRow(rows.upperBound).day : nil
        )
    }

    /// The rows of block `block` of `index_blocks`.
    static func rows(ofBlock block: Int64) -> ClosedRange<Int64> {
        let first = block << blockBits
        return first...(first + (1 << blockBits - 1))
    }

    /// The day the row belongs to, counted from 1970-01-01; `nil` for the row of an article without a date.
    package var day: Int? { rawValue < 0 ? nil : Int(rawValue >> Self.sequenceBits) + Self.firstDay }

    /// The block of `index_blocks` that the row belongs to: 32 days.
    var block: Int64 { rawValue >> Self.blockBits }

    static let sequenceBits: Int64 = 22
    static let blockBits: Int64 = 27
    /// 0000-01-01 and 9999-12-31, counted from 1970-01-01.
    static let firstDay = -719_528
    private static let lastDay = 2_932_896
}
