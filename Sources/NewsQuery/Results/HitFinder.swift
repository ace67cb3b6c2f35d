import CSearch
import GRDB
import NewsModel
import NewsStorage

/// Where a hit stands in the answer.
struct HitPlace {
    let row: Int64
    let shownAt: Int64?
    let id: ArticleID
    var score: Double?

    func cursor(_ order: SearchOrder) -> Cursor.Place {
        order == .relevance ? .score(score ?? 0, row: row) : .date(row: row, shownAt: shownAt, id: id)
    }

    /// Whether it stands before `other` when the latest come first; articles of one moment by id, descending.
    func isLater(than other: HitPlace) -> Bool {
        (shownAt ?? .min, id) > (other.shownAt ?? .min, other.id)
    }
}

/// Finds the hits of a plan in order.
struct HitFinder {
    let db: Database
    let plan: SearchPlan
    /// Where values and days of all hits are counted; `nil` for their number alone.
    var counts: RowCounts?

    /// How many hits there are.
    func count() throws -> Int {
        if let counts { return try Collector(db: db, plan: plan, counts: counts).count() }
        return try countAlone()
    }

    private func countAlone() throws -> Int {
        let statement = CompiledSearch(plan).count
        return try Int.fetchOne(db, sql: statement.sql, arguments: statement.arguments) ?? 0
    }

    /// The order that `order` stands for: the usual one when `nil`; newest where relevance is asked for and there is
    /// nothing that could tell it.
    func order(_ order: SearchOrder?) -> SearchOrder {
        plan.isRanked ? order ?? .relevance : order == .oldest ? .oldest : .newest
    }

    /// The hits of a page and one more, when there is one; and the number of all hits.
    func find(_ request: SearchRequest, order: SearchOrder) throws -> (places: [HitPlace], total: Int) {
        let offset = max(0, request.offset)
        let wanted = Self.sum(Self.sum(offset, max(0, request.limit)), 1)
        if order == .relevance {
            let (places, total) = try best(wanted, after: request.after)
            return (Array(places.dropFirst(offset)), total)
        }
        var places: [HitPlace] = []
        try forEach(order: order, after: request.after) { place in
            places.append(place)
            return places.count < wanted
        }
        return (Array(places.dropFirst(offset)), try count())
    }

    private static func sum(_ left: Int, _ right: Int) -> Int {
        let (sum, overflows) = left.addingReportingOverflow(right)
        return overflows ? .max : sum
    }

    /// Gives all hits to `body` in order, until it returns `false`; of ordered by relevance, `limit` at the most.
    func forEach(
        order: SearchOrder, after: Cursor? = nil, limit: Int = .max, _ body: (HitPlace) throws -> Bool
    ) throws {
        switch order {
        case .relevance:
            for place in try best(limit, after: after).places {
                guard try body(place) else { return }
            }
        case .oldest:
            let last = Self.place(after)
            let isUndated = last.map { $0.shownAt == nil } ?? false
            if !isUndated {
                guard try forEachRow(within: IndexRow.datedRows, order: order, behind: last, body) else { return }
            }
            try forEachRow(within: IndexRow.undatedRows, order: order, behind: isUndated ? last : nil, body)
        case .newest:
            try forEachRow(within: nil, order: order, behind: Self.place(after), body)
        }
    }

    /// From how many hits on they are counted first, so that no more room is taken than there are hits.
    private static let largePage = 10_000

    private func best(_ wanted: Int, after: Cursor?) throws -> (places: [HitPlace], total: Int) {
        var place: (score: Double, row: Int64)?
        if case .score(let score, let row) = after?.place { place = (score, row) }
        guard plan.ranksItself else { return try bestOfLooseWords(wanted, after: place) }
        let wanted = wanted < Self.largePage ? wanted : min(wanted, try countAlone())
        let found = try Collector(db: db, plan: ranked(), counts: counts).collect(wanted: wanted, after: place)
        let find = try db.cachedStatement(sql: "SELECT shown_at, article_id FROM index_rows WHERE row = ?")
        let places = try found.best.compactMap { hit in
            try Row.fetchOne(find, arguments: [hit.row]).map {
                HitPlace(row: hit.row, shownAt: $0[0], id: $0[1], score: hit.score)
            }
        }
        return (places, found.count)
    }

    /// The best of hits that need not hold a word: scored by the words that they do hold, all at once in memory. Those
    /// without any come last, the latest first.
    private func bestOfLooseWords(
        _ wanted: Int, after: (score: Double, row: Int64)?
    ) throws -> (places: [HitPlace], total: Int) {
        var scores: [Int64: Double] = [:]
        if let words = plan.ofLooseWords {
            let finder = HitFinder(db: db, plan: words)
            let found = try Collector(db: db, plan: words).collect(wanted: finder.countAlone())
            for hit in found.best { scores[hit.row] = hit.score }
        }
        var places: [HitPlace] = []
        try forEach(order: .newest) { place in
            places.append(HitPlace(row: place.row, shownAt: place.shownAt, id: place.id, score: scores[place.row] ?? 0))
            return true
        }
        let order = places.indices.sorted {
            let (left, right) = (places[$0].score ?? 0, places[$1].score ?? 0)
            return left == right ? $0 < $1 : left > right
        }
        var sorted = order.map { places[$0] }[...]
        if let after {
            // Where the place itself is gone, what has its score comes once more rather than never.
            let last = sorted.firstIndex { $0.row == after.row && $0.score == after.score }
            sorted = last.map { sorted[($0 + 1)...] } ?? sorted.drop { ($0.score ?? 0) > after.score }
        }
        return (Array(sorted.prefix(wanted)), counts == nil ? places.count : try count())
    }

    /// The plan with what the best articles for a question teach of it.
    private func ranked() throws -> SearchPlan {
        guard plan.learns else { return plan }
        var learned = plan
        let first = try Collector(db: db, plan: plan).collect(wanted: Feedback.articles)
        (learned.question, learned.hints) = try Feedback(db: db).applied(to: plan.question, first)
        return learned
    }

    /// Reads rows in order and gives the hits of one day in the order of their full time; `false` when `body` ended it.
    @discardableResult
    private func forEachRow(
        within rows: ClosedRange<Int64>?, order: SearchOrder, behind last: HitPlace?, _ body: (HitPlace) throws -> Bool
    ) throws -> Bool {
        let isOldest = order == .oldest
        guard let limited = limited(to: rows, behind: last, isOldest: isOldest) else { return true }
        let statement = CompiledSearch(limited, needsRow: true).rows(descending: !isOldest)
        let cursor = try Row.fetchCursor(db, sql: statement.sql, arguments: statement.arguments)
        var day: [HitPlace] = []
        func flush() throws -> Bool {
            if day.first?.shownAt != nil {
                day.sort { isOldest ? $1.isLater(than: $0) : $0.isLater(than: $1) }
            }
            for place in day where last.map({ isOldest ? place.isLater(than: $0) : $0.isLater(than: place) }) ?? true {
                guard try body(place) else { return false }
            }
            day.removeAll(keepingCapacity: true)
            return true
        }
        while let row = try cursor.next() {
            let place = HitPlace(row: row[0], shownAt: row[1], id: row[2])
            if let first = day.first, place.shownAt == nil || IndexRow(first.row).day != IndexRow(place.row).day {
                guard try flush() else { return false }
            }
            day.append(place)
        }
        return try flush()
    }

    private static func place(_ cursor: Cursor?) -> HitPlace? {
        guard case .date(let row, let shownAt, let id) = cursor?.place else { return nil }
        return HitPlace(row: row, shownAt: shownAt, id: id)
    }

    /// The plan for the rows that can hold what comes behind `last`; `nil` when none can.
    private func limited(to rows: ClosedRange<Int64>?, behind last: HitPlace?, isOldest: Bool) -> SearchPlan? {
        var lower = max(plan.rows?.lowerBound ?? .min, rows?.lowerBound ?? .min)
        var upper = min(plan.rows?.upperBound ?? .max, rows?.upperBound ?? .max)
        if let last {
            let ofDay = IndexRow(last.row).day.map { IndexRow.rows(ofDays: $0, through: $0) } ?? last.row...last.row
            if isOldest { lower = max(lower, ofDay.lowerBound) } else { upper = min(upper, ofDay.upperBound) }
        }
        guard lower <= upper else { return nil }
        var limited = plan
        limited.rows = lower == .min && upper == .max ? nil : lower...upper
        return limited
    }
}
