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

    /// What reads a row of its view, and what writes it into the table: a command, the row, the columns.
    var statements: (select: String, insert: String) {
        switch self {
        case .articles: Self.articleStatements
        case .asides: Self.asideStatements
        }
    }

    private static let articleStatements = IndexTable.articles.madeStatements
    private static let asideStatements = IndexTable.asides.madeStatements

    private var madeStatements: (select: String, insert: String) {
        let names = columns.map(\.name).joined(separator: ", ")
        let places = Array(repeating: "?", count: columns.count + 2).joined(separator: ", ")
        return (
            "SELECT \(names) FROM \(view) WHERE row = ?",
            "INSERT INTO \(name) (\(name), rowid, \(names)) VALUES (\(places))"
        )
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
