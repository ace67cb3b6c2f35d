import GRDB
import NewsStorage

/// A plan as SQL with its values bound: the only search SQL there is.
struct CompiledSearch {
    /// The tables and conditions, from `FROM` on, without an order.
    private let body: String
    private let arguments: [any DatabaseValueConvertible]
    /// The expression for the row in `index_rows`.
    private let row: String
    /// The table of the index whose MATCH gives the rows.
    private let table: String
    /// The MATCH; `nil` when the index is not asked.
    let expression: MatchExpression?
    /// The first so many terms of the MATCH are those of a question.
    let askedTerms: Int
    /// Whether the rows come from the full-text index.
    let usesIndex: Bool

    init(_ plan: SearchPlan, needsRow: Bool = false) {
        var builder = Builder()
        usesIndex = plan.match != nil
        askedTerms = plan.question.count
        table = plan.table.name
        row = usesIndex ? "\(table).rowid" : "r.row"
        let joinsRow = !usesIndex || needsRow || !plan.conditions.isEmpty
        var conditions: [String] = []
        if let match = plan.match {
            let expression = MatchExpression(match)
            self.expression = expression
            conditions.append("\(table) MATCH \(builder.bind(expression.text))")
        } else {
            expression = nil
        }
        if let rows = plan.rows {
            conditions.append("\(row) BETWEEN \(builder.bind(rows.lowerBound)) AND \(builder.bind(rows.upperBound))")
        }
        for condition in plan.conditions { conditions.append(builder.sql(condition)) }
        let tables =
            !usesIndex
            ? "index_rows AS r"
            : table + (joinsRow ? " CROSS JOIN index_rows AS r ON r.row = \(table).rowid" : "")
        body = "FROM \(tables)" + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
        arguments = builder.arguments
    }

    /// A statement and its values.
    struct Statement {
        let sql: String
        let arguments: StatementArguments
    }

    /// The number of hits.
    var count: Statement { statement("SELECT count(*) \(body)") }

    /// Row, date shown and article of each hit, in the order of rows. The plan must have been compiled with `needsRow`.
    func rows(descending: Bool) -> Statement {
        statement("SELECT r.row, r.shown_at, r.article_id \(body) ORDER BY \(row) \(descending ? "DESC" : "ASC")")
    }

    /// Row of each hit, in no order. The rows must not come from the full-text index.
    var rows: Statement { statement("SELECT r.row \(body)") }

    /// Runs the collector over the hits; its parameter is number 1.
    var collection: Statement {
        Statement(
            sql: "SELECT newsarchive_collect(\(table), ?) \(body)",
            arguments: StatementArguments([nil as Int64?] + arguments.map { $0 as (any DatabaseValueConvertible)? }))
    }

    private func statement(_ sql: String) -> Statement {
        Statement(sql: sql, arguments: StatementArguments(arguments))
    }
}

/// Writes conditions with question marks and keeps their values.
private struct Builder {
    var arguments: [any DatabaseValueConvertible] = []

    mutating func bind(_ value: some DatabaseValueConvertible) -> String {
        arguments.append(value)
        return "?"
    }

    /// `condition` as SQL about a row `r` of `index_rows`.
    mutating func sql(_ condition: RowCondition) -> String {
        switch condition {
        case .match(let match):
            return "r.row IN (\(select(match)))"
        case .manyFilters(let tokens):
            return "r.row IN (\(select(tokens)))"
        case .rows(let rows):
            return "(r.row BETWEEN \(bind(rows.lowerBound)) AND \(bind(rows.upperBound)))"
        case .time(let column, let seconds):
            let value = "r.\(column.rawValue)"
            let range = "\(value) BETWEEN \(bind(seconds.lowerBound)) AND \(bind(seconds.upperBound))"
            return "(\(value) IS NOT NULL AND \(range))"
        case .address(let address):
            let test = "canonical_url >= \(bind(address)) AND canonical_url < \(bind(address)) || char(1114111)"
            return "r.article_id IN (SELECT id FROM articles WHERE \(test))"
        case .article(let id):
            return "r.article_id = \(bind(id))"
        case .updated:
            return "(r.modified_at IS NOT NULL"
                + " OR (SELECT count(*) FROM captures WHERE article_id = r.article_id) > 1)"
        case .namesEntities:
            return "EXISTS (SELECT 1 FROM article_entities AS l JOIN entities AS e ON e.id = l.entity_id"
                + " WHERE l.article_id = r.article_id AND e.is_rejected = 0)"
        case .every(let parts):
            return joined(parts, by: " AND ", empty: "1")
        case .any(let parts):
            let matches = parts.compactMap(\.indexed)
            guard matches.count == parts.count else { return joined(parts, by: " OR ", empty: "0") }
            return "r.row IN (\(selects(matches)))"
        case .not(let part):
            return "NOT \(sql(part))"
        }
    }

    private mutating func select(_ match: IndexMatch) -> String {
        let table = match.table?.name ?? IndexTable.articles.name
        return "SELECT rowid FROM \(table) WHERE \(table) MATCH \(bind(MatchExpression(match).text))"
    }

    private mutating func selects(_ matches: [IndexMatch]) -> String {
        var selects: [String] = []
        for table in IndexTable.allCases {
            let ofTable = matches.filter { $0.table == table }
            if !ofTable.isEmpty { selects.append(select(.any(ofTable))) }
        }
        return selects.isEmpty ? "SELECT NULL WHERE 0" : selects.joined(separator: " UNION ALL ")
    }

    /// SQLite joins 500 selects at the most.
    private mutating func select(_ tokens: [FilterToken]) -> String {
        let size = max(Planner.filterLimit, (tokens.count + 399) / 400)
        var selects: [String] = []
        for start in stride(from: 0, to: tokens.count, by: size) {
            selects.append(select(.filters(Array(tokens[start..<min(start + size, tokens.count)]))))
        }
        return selects.joined(separator: " UNION ALL ")
    }

    private mutating func joined(_ parts: [RowCondition], by separator: String, empty: String) -> String {
        guard !parts.isEmpty else { return empty }
        // SQLite's parser has room for 100 signs and keeps those before a bracket until it is closed: the deepest first.
        let isDeep = parts.contains { $0.depth > 8 }
        var texts: [String] = []
        for part in isDeep ? parts.sorted(by: { $0.depth > $1.depth }) : parts { texts.append(sql(part)) }
        return "(" + texts.joined(separator: separator) + ")"
    }
}
