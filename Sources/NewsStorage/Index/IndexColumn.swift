/// The full-text tables of the index. Both have the rows of `index_rows`.
package enum IndexTable: Hashable, Sendable, CaseIterable {
    /// What a word without a field is looked for in, and the filter tokens.
    case articles
    /// What only a field asks for.
    case asides

    /// Its name in SQL.
    package var name: String {
        switch self {
        case .articles: "article_fts"
        case .asides: "aside_fts"
        }
    }

    /// The view that says what it holds.
    var view: String {
        switch self {
        case .articles: "article_index"
        case .asides: "aside_index"
        }
    }

    /// Its columns, in the order of the table.
    package var columns: [IndexColumn] {
        switch self {
        case .articles: [.headline, .standfirst, .body, .tags, .section, .byline, .filters]
        case .asides: [.dateline, .related, .footnotes]
        }
    }

    /// Its columns of printed text.
    package var textColumns: [IndexColumn] { columns.filter { $0 != .filters } }
}

/// The columns of the index.
package enum IndexColumn: Hashable, Sendable, CaseIterable {
    case headline, standfirst, body, tags, section, byline, dateline, related, footnotes
    /// Words that no text holds and that stand for values, see `FilterToken`. Always the last column of its table.
    case filters

    /// Its name in SQL.
    package var name: String { String(describing: self) }

    /// The table it stands in.
    package var table: IndexTable {
        switch self {
        case .headline, .standfirst, .body, .tags, .section, .byline, .filters: .articles
        case .dateline, .related, .footnotes: .asides
        }
    }
}
