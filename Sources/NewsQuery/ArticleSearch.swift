import Foundation
import GRDB
import NewsModel
import NewsStorage
import Synchronization

/// Answers questions about an archive.
public struct ArticleSearch: Sendable {
    let archive: Archive
    /// After how many seconds a question is given up; `nil` for never.
    public var timeLimit: Double?

    /// A search of `archive`.
    public init(_ archive: Archive, timeLimit: Double? = nil) {
        self.archive = archive
        self.timeLimit = timeLimit
    }

    /// A question took longer than the time it was given.
    public struct TimedOut: Error, CustomStringConvertible {
        /// The time it was given.
        public let seconds: Double
        /// What is wrong, where, and what to do, in one line.
        public var description: String {
            "the search was stopped after \(seconds.formatted()) s; ask for less, or give it more time with --timeout"
        }
    }

    /// The first articles that match what was typed.
    public func articles(matching text: String, limit: Int = 20) throws -> [Hit] {
        try answer(SearchRequest(text, limit: limit)).hits
    }

    /// Hits, exact total and facets for `request`, all of one state of the archive.
    ///
    /// - Throws: `TimedOut`, `Cursor.Mismatch`, or `ArchiveError`. A failure is never an empty answer.
    public func answer(_ request: SearchRequest) throws -> SearchAnswer {
        try read { db in
            let query = try Self.expanded(request.query, in: db)
            let planner = try Planner(db: db)
            let plan = try planner.plan(query.query)
            let counts = request.facets.isEmpty ? nil : RowCounts(of: FacetCounter.values(for: request.facets))
            let finder = HitFinder(db: db, plan: plan, counts: counts)
            let order = finder.order(request.order ?? query.order)
            guard request.after?.belongs(to: order) ?? true else { throw Cursor.Mismatch() }
            let (places, total) = try finder.find(request, order: order)
            let snippets = try SnippetMaker(query.query, phrases: planner.phrases)
            let page = places.prefix(max(0, request.limit))
            let hits = try page.compactMap { place in
                try Self.hit(place, snippets, withCaptures: request.withCaptures, in: db)
            }
            var facets: [Facet: [FacetCount]] = [:]
            var facetSizes: [Facet: Int] = [:]
            if let counts {
                let counter = FacetCounter(db: db, counts: counts)
                let limit = request.facetLimit.map { max(0, $0) }
                for facet in Set(request.facets) {
                    (facets[facet], facetSizes[facet]) = try counter.count(facet, limit: limit)
                }
            }
            let next = places.count > page.count ? page.last.map { Cursor($0.cursor(order)) } : nil
            return SearchAnswer(
                parsed: query,
                notices: query.notices + (try planner.quoteSuggestions(for: query))
                    + (try planner.entityNotices(for: query)) + (try Self.undatedNotice(query, planner))
                    + (total == 0 ? try Self.bestNotice(request.query, in: db) : []),
                total: total, hits: hits, next: next, facets: facets, facetSizes: facetSizes)
        }
    }

    /// How many articles match, exactly.
    public func count(_ query: ParsedQuery) throws -> Int {
        try read { db in try HitFinder(db: db, plan: Self.plan(query, in: db)).count() }
    }

    /// The articles that match, in no order.
    public func ids(of query: ParsedQuery) throws -> [ArticleID] {
        try read { db in
            var ids: [ArticleID] = []
            try HitFinder(db: db, plan: Self.plan(query, in: db)).forEach(order: .newest) { place in
                ids.append(place.id)
                return true
            }
            return ids
        }
    }

    /// The `limit` articles that fit best, or that come first in another order, without reading them.
    public func ids(best limit: Int, of query: ParsedQuery, order: SearchOrder? = nil) throws -> [ArticleID] {
        try read { db in
            let query = try Self.expanded(query, in: db)
            let finder = HitFinder(db: db, plan: try Planner(db: db).plan(query.query))
            var ids: [ArticleID] = []
            try finder.forEach(order: finder.order(order ?? query.order), limit: limit) { place in
                ids.append(place.id)
                return ids.count < limit
            }
            return ids
        }
    }

    /// Gives every hit of `query` to `body`, in order; the articles are read one at a time, so memory does not grow with
    /// their number.
    ///
    /// - Parameter withCaptures: Whether hits tell of their captures, which takes another look into the archive.
    /// - Returns: How many there were.
    public func forEachHit(
        of query: ParsedQuery, order: SearchOrder, offset: Int = 0, limit: Int? = nil, withCaptures: Bool = false,
        _ body: (Hit) throws -> Void
    ) throws -> Int {
        try read { db in
            let query = try Self.expanded(query, in: db)
            let planner = try Planner(db: db)
            let plan = try planner.plan(query.query)
            let snippets = try SnippetMaker(query.query, phrases: planner.phrases)
            let finder = HitFinder(db: db, plan: plan)
            var toSkip = max(0, offset)
            var given = 0
            guard limit ?? .max > 0 else { return 0 }
            try finder.forEach(order: finder.order(order)) { place in
                guard toSkip == 0 else {
                    toSkip -= 1
                    return true
                }
                if let hit = try Self.hit(place, snippets, withCaptures: withCaptures, in: db) { try body(hit) }
                given += 1
                return given < limit ?? .max
            }
            return given
        }
    }

    /// What marks the words and phrases of `query` in texts, but for what it excludes.
    public func highlighter(for query: ParsedQuery) throws -> Highlighter {
        try read { db in try Highlighter(Self.expanded(query, in: db).query, phrases: Planner(db: db).phrases) }
    }

    /// How a query is looked up.
    public struct Explanation: Sendable {
        /// The SQL, with question marks for its values.
        public let sql: String
        /// The values.
        public let values: String
        /// SQLite's own plan of it, step by step.
        public let plan: [String]
    }

    /// How `query` is looked up: the SQL with its values, and SQLite's own plan of it.
    public func explanation(of query: ParsedQuery) throws -> Explanation {
        try read { db in
            let plan = try Self.plan(query, in: db)
            let statement = CompiledSearch(plan, needsRow: true).rows(descending: true)
            let steps = try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + statement.sql, arguments: statement.arguments)
            return Explanation(
                sql: statement.sql, values: "\(statement.arguments)", plan: steps.map { $0["detail"] as String })
        }
    }

    /// `query` with what the saved searches it names ask for.
    static func expanded(_ query: ParsedQuery, in db: Database) throws -> ParsedQuery {
        query.query.namesSearches ? try SearchExpander(db).expanded(query) : query
    }

    static func plan(_ query: ParsedQuery, in db: Database) throws -> SearchPlan {
        try Planner(db: db).plan(expanded(query, in: db).query)
    }

    static func hit(
        _ place: HitPlace, _ snippets: SnippetMaker, withCaptures: Bool = false, in db: Database
    ) throws -> Hit? {
        guard let archived = try Archive.article(place.id, in: db, withCaptures: withCaptures) else { return nil }
        return Hit(archived: archived, snippet: snippets.snippet(of: archived.article), score: place.score)
    }

    /// A range of dates leaves out what has none; a researcher must know how much that is.
    private static func undatedNotice(_ query: ParsedQuery, _ planner: Planner) throws -> [Notice] {
        let count = try undatedCount(query.query, planner)
        guard count > 0 else { return [] }
        return [Notice(.undated, at: 0, length: 0, Timeline.undatedMessage(count))]
    }

    /// How many articles without a date the dates of an expanded query leave out: those that it would find were it not for
    /// them.
    static func undatedCount(_ query: Query, _ planner: Planner) throws -> Int {
        guard query != query.withoutDates else { return 0 }
        let found = try [query.withoutDates, query].map { query in
            var plan = try planner.plan(query)
            if let rows = plan.rows, !rows.overlaps(IndexRow.undatedRows) { return 0 }
            plan.rows = plan.rows?.clamped(to: IndexRow.undatedRows) ?? IndexRow.undatedRows
            return try HitFinder(db: planner.db, plan: plan).count()
        }
        return found[0] - found[1]
    }

    /// What a person should know of the number of hits of `query`.
    public func notices(ofCount query: ParsedQuery) throws -> [Notice] {
        try read { db in
            let query = try Self.expanded(query, in: db)
            let planner = try Planner(db: db)
            return try planner.entityNotices(for: query) + Self.undatedNotice(query, planner)
        }
    }

    /// Where no article holds all of several plain words, how many hold some.
    private static func bestNotice(_ query: ParsedQuery, in db: Database) throws -> [Notice] {
        var question = query
        question.query = query.query.asQuestion
        guard query.matching == .all, question != query, question.query.questionWords.count > 1 else { return [] }
        let count = try HitFinder(db: db, plan: Self.plan(question, in: db)).count()
        guard count > 0 else { return [] }
        let found = count == 1 ? "1 article has" : "\(count) articles have"
        return [
            Notice(
                .best, at: 0, length: query.text.unicodeScalars.count,
                "no article has all of these words; \(found) some of them: ask with --match best")
        ]
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard let timeLimit else { return try archive.read(body) }
        do {
            return try archive.read { db in
                let alarm = Alarm(after: timeLimit) { [archive] in archive.interrupt() }
                defer { alarm.cancel() }
                return try body(db)
            }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
            throw TimedOut(seconds: timeLimit)
        }
    }
}

/// Does something after a while, unless it is cancelled before. Once `cancel` has returned, nothing happens any more.
private final class Alarm: Sendable {
    private let isCancelled = Mutex(false)

    init(after seconds: Double, _ body: @escaping @Sendable () -> Void) {
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in
            self?.isCancelled.withLock { isCancelled in
                if !isCancelled { body() }
            }
        }
    }

    func cancel() {
        isCancelled.withLock { $0 = true }
    }
}
