/// The columns of the index, in the order of the table.
package enum IndexColumn: Int, Hashable, Sendable, CaseIterable {
    case headline, standfirst, body, tags, section, byline, dateline, related, footnotes
    /// Words that no text holds and that stand for values, see `FilterToken`. Always the last column.
    case filters

    /// Its name in SQL.
    package var name: String { String(describing: self) }

    /// How many columns hold printed text.
    package static let textCount = allCases.count - 1
}
