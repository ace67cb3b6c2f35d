import GRDB
import NewsModel
import NewsStorage
import NewsText

/// Turns a query into a plan: values become the filter tokens that stand for them, dates become rows.
struct Planner {
    /// Where values are looked up.
    let db: Database
    let phrases: PhraseMaker

    /// A planner that looks values and forms up in the archive open at `db`.
    init(db: Database) throws {
        self.db = db
        phrases = PhraseMaker(forms: try WordForms(db))
    }

    /// The columns that words are looked for in when no field is named.
    static let usualColumns: [IndexColumn] = [.headline, .standfirst, .body, .tags, .section, .byline]

    func plan(_ query: Query) throws -> SearchPlan {
        var plan = SearchPlan()
        let conjuncts: [Query] =
            switch query {
            case .everything: []
            case .every(let parts): parts
            default: [query]
            }
        var matches: [IndexMatch] = []
        let question = conjuncts.first(where: \.isQuestion)
        if case .question(let words)? = question { plan.question = try phrases.question(words) }
        let others = conjuncts.filter { $0 != question }
        plan.learns = others.allSatisfy(\.isFilter)
        for condition in try others.map(condition).flatMap(Self.flattened) {
            if case .rows(let rows) = condition {
                plan.rows = Self.intersection(plan.rows, rows)
            } else if let match = condition.indexed {
                matches.append(match)
            } else {
                plan.conditions.append(condition)
            }
        }
        // One table gives the hits; what the other must hold is a condition on them.
        let isOfArticles = !plan.question.isEmpty || matches.contains { $0.table == .articles }
        let table: IndexTable = isOfArticles ? .articles : .asides
        plan.conditions += matches.filter { $0.table != table }.map { .match($0) }
        matches.removeAll { $0.table != table }
        plan.rest = matches.isEmpty ? nil : .conjunction(matches)
        return plan
    }

    private static func flattened(_ condition: RowCondition) -> [RowCondition] {
        if case .every(let parts) = condition { parts.flatMap(flattened) } else { [condition] }
    }

    private static func intersection(_ left: ClosedRange<Int64>?, _ right: ClosedRange<Int64>) -> ClosedRange<Int64> {
        guard let left else { return right }
        let lower = max(left.lowerBound, right.lowerBound)
        let upper = min(left.upperBound, right.upperBound)
        return lower <= upper ? lower...upper : noRows
    }

    /// A range that holds no article: nothing lies below the undated ones.
    private static let noRows = Int64.min...Int64.min

    private func condition(_ query: Query) throws -> RowCondition {
        switch query {
        case .everything: .match(.all)
        case .nothing: .match(.none)
        case .words(let words): .match(.phrase(try phrases.phrase(words), columns: Self.columns(of: words)))
        case .question(let words):
            .match(.any(try phrases.question(words).map { .phrase($0, columns: Self.usualColumns) }))
        case .near(let group, let distance):
            .match(
                .near(try group.map(phrases.phrase), distance: distance, columns: group.first.map(Self.columns) ?? []))
        case .value(let field, let value, let isPrefix): try condition(field, value, isPrefix: isPrefix)
        case .date(let field, let from, let through): Self.condition(field, from: from, through: through)
        case .every(let parts): .every(try parts.map(condition))
        case .any(let parts): .any(try parts.map(condition))
        case .not(let part): .not(try condition(part))
        }
    }

    // MARK: Words

    static func columns(of words: Query.Words) -> [IndexColumn] {
        switch words.field {
        case nil: usualColumns
        case .headline: [.headline]
        case .standfirst: [.standfirst]
        case .body: [.body]
        case .byline: [.byline]
        case .dateline: [.dateline]
        case .related: [.related]
        case .footnote: [.footnotes]
        }
    }

    // MARK: Values

    private func condition(_ field: ValueField, _ value: String, isPrefix: Bool) throws -> RowCondition {
        func labels(_ table: LabelTable, _ token: (Int64) -> FilterToken) throws -> RowCondition {
            Self.anyOf(try table.keys(matching: value, isPrefix: isPrefix, in: db).map(token))
        }
        switch field {
        case .tag: return try labels(.tags, FilterToken.tag)
        case .section: return try labels(.sections, FilterToken.section)
        case .storyline: return try labels(.storylines, FilterToken.storyline)
        case .outlet: return try labels(.outlets, FilterToken.outlet)
        case .lang where isPrefix:
            let beginning = IndexMatch.Phrase(words: [[FilterToken.language(value).text]], isPrefix: true)
            return .match(.phrase(beginning, columns: [.filters]))
        case .lang: return .match(.filters([.language(value)]))
        case .entity, .person, .org, .place:
            let ids =
                try isPrefix
                ? Archive.entityIDs(namedFrom: value, kind: field.entityKind, in: db)
                : entities(field, value).prefix(1).map(\.id)
            return Self.anyOf(try Archive.filterTokens(ofEntities: ids, in: db))
        case .id: return .article(Int64(value) ?? 0)
        case .url: return .address(WebAddress(value)?.canonical ?? value)
        case .has:
            let match = RowCondition.match(.filters([.has(value)]))
            let mayNameNone = try value == "entities" && Archive.hasRejectedEntities(in: db)
            return mayNameNone ? .every([match, .namesEntities]) : match
        case .search: return .match(.none)  // what it stands for is put in before, see `SearchExpander`
        case .is: return value == "updated" ? .updated : .match(.filters([.kind(value)]))
        }
    }

    /// How many values FTS5 is asked for at once: its time grows with the square of their number.
    static let filterLimit = 1_000

    private static func anyOf(_ tokens: [FilterToken]) -> RowCondition {
        tokens.count <= filterLimit ? .match(.filters(tokens)) : .manyFilters(tokens)
    }

    // MARK: Dates

    private static func condition(_ field: DateField, from: Int?, through: Int?) -> RowCondition {
        switch field {
        case .date: return .rows(rows(from, through))
        case .published: return .every([.match(.filters([.has("published")])), .rows(rows(from, through))])
        case .captured: return .time(.captured, seconds(from, through))
        case .modified: return .time(.modified, seconds(from, through))
        }
    }

    private static func rows(_ from: Int?, _ through: Int?) -> ClosedRange<Int64> {
        let dated = IndexRow.datedRows
        let lower = from.map { IndexRow.rows(ofDays: $0, through: $0).lowerBound } ?? dated.lowerBound
        let upper = through.map { IndexRow.rows(ofDays: $0, through: $0).upperBound } ?? dated.upperBound
        return lower <= upper ? lower...upper : noRows
    }

    private static func seconds(_ from: Int?, _ through: Int?) -> ClosedRange<Int64> {
        let lower = from.map { Int64($0) * 86_400 } ?? Int64.min
        let upper = through.map { Int64($0 + 1) * 86_400 - 1 } ?? Int64.max
        return lower <= upper ? lower...upper : noRows
    }
}
