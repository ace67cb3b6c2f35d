import CSearch
import GRDB
import NewsStorage

/// One pass over the hits of a plan: the exact count, the best by BM25, and what else is counted of them.
struct Collector {
    let db: Database
    let plan: SearchPlan
    /// Where values and days of the hits are counted; `nil` for the number of hits alone.
    var counts: RowCounts?

    /// The weights of columns and the constants of BM25, chosen once for all archives. Source: measurements over six
    /// collections; headline × 3, k1 1.5, b 0.7.
    static let headlineWeight = 3.0
    static let k1 = 1.5
    static let b = 0.7
    /// How much more an article scores that holds all words of a question. Source: RANKING, as above.
    private static let together = 0.5

    /// What a pass gives.
    struct Collection {
        /// The number of hits, exactly.
        var count = 0
        /// The best, in order.
        var best: [csearch_hit] = []
        /// Of all articles, in words.
        var averageLength = 1.0
    }

    /// The number of hits, and the `wanted` best of them behind `after`, best first. The index must give the hits.
    func collect(wanted: Int, after: (score: Double, row: Int64)? = nil) throws -> Collection {
        let search = CompiledSearch(plan)
        let table = plan.table
        let heap = UnsafeMutablePointer<csearch_hit>.allocate(capacity: max(1, wanted))
        defer { heap.deallocate() }
        // Blocks tell of the words of the articles' own text.
        let rows = try RankingRows(db, withLengths: wanted > 0 && table == .articles, counts: counts)
        return try rows.withCollector { collector in
            collector.wanted = wanted
            collector.text_columns = Int32(table.textColumns.count)
            collector.k1 = Self.k1
            collector.b = Self.b
            collector.asked_terms = Int32(search.askedTerms)
            collector.together = Self.together
            collector.has_after = after == nil ? 0 : 1
            collector.after_score = after?.score ?? 0
            collector.after_row = after?.row ?? 0
            collector.best = heap
            setWeights(&collector)
            try withTerms(of: search, &collector) { collector in
                try run(search.collection) { csearch_run($0, 1, &collector) }
            }
            csearch_sort(&collector)
            return Collection(
                count: Int(collector.count), best: Array(UnsafeBufferPointer(start: heap, count: collector.held)),
                averageLength: collector.average_length)
        }
    }

    /// The number of hits, whatever gives them.
    func count() throws -> Int {
        if plan.match != nil { return try collect(wanted: 0).count }
        let rows = try RankingRows(db, withLengths: false, counts: counts)
        if plan.conditions.isEmpty { return try rows.countAll(within: plan.rows) }
        return try rows.withCollector { collector in
            try run(CompiledSearch(plan).rows) { csearch_run_rows($0, &collector) }
            return Int(collector.count)
        }
    }

    private func setWeights(_ collector: inout csearch_collector) {
        withUnsafeMutableBytes(of: &collector.weights) { bytes in
            let weights = bytes.bindMemory(to: Double.self)
            for (place, column) in plan.table.columns.enumerated() {
                weights[place] = column == .filters ? 0 : column == .headline ? Self.headlineWeight : 1
            }
        }
    }

    /// Runs `body` with a collector that knows the terms of `search`.
    private func withTerms(
        of search: CompiledSearch, _ collector: inout csearch_collector,
        _ body: (inout csearch_collector) throws -> Void
    ) throws {
        let terms = (search.expression?.terms ?? []).map { term in
            csearch_term(articles: Int64(term.articles ?? -1), weight: term.weight)
        }
        try (search.expression?.termOfPhrase ?? []).withUnsafeBufferPointer { termOfPhrase in
            try terms.withUnsafeBufferPointer { terms in
                collector.term_of_phrase = termOfPhrase.baseAddress
                collector.phrases = Int32(termOfPhrase.count)
                collector.term = terms.baseAddress
                collector.terms = Int32(terms.count)
                try body(&collector)
            }
        }
    }

    private func run(_ statement: CompiledSearch.Statement, _ body: (UnsafeMutableRawPointer) -> Int32) throws {
        let prepared = try db.makeStatement(sql: statement.sql)
        try prepared.setArguments(statement.arguments)
        let status = withExtendedLifetime(prepared) { body(UnsafeMutableRawPointer(prepared.sqliteStatement)) }
        guard status == 0 else {
            let code = ResultCode(rawValue: status)
            // A row that its block leaves out is found by C, not by SQLite.
            let message = db.lastErrorCode == code ? db.lastErrorMessage : nil
            throw DatabaseError(resultCode: code, message: message, sql: statement.sql)
        }
    }
}
