import ArgumentParser
import Foundation
import NewsQuery

/// A query in free text with the options that say the same as its fields.
struct QueryOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "What to look for: words, \"phrases\", -exclusions, fields such as tag:x.", valueName: "query"))
    var words: [String] = []

    @Option(help: ArgumentHelp("Has this tag; repeatable, all must hold.", valueName: "tag"))
    var tag: [String] = []

    @Option(help: ArgumentHelp("Names this entity; repeatable, all must hold.", valueName: "name"))
    var entity: [String] = []

    @Option(help: "Stands in this section.")
    var section: String?

    @Option(help: "Is of this outlet.")
    var outlet: String?

    @Option(help: ArgumentHelp("Is in this language (en, de …).", valueName: "code"))
    var lang: String?

    @Option(help: ArgumentHelp("Shows this date or a later one.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Shows this date or an earlier one.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("Shows this date: 2024-03-05, 2024-03, 2024.", valueName: "date"))
    var on: String?

    @Option(help: "all: every word must be there; best: any will do, for questions in plain words.")
    var match: Matching = .all

    @Option(help: "Order: relevance, newest or oldest.")
    var sort: SearchOrder?

    @Option(help: ArgumentHelp("Leave out so many hits.", valueName: "n"))
    var offset = 0

    @Option(help: ArgumentHelp("Give up after so many seconds (search: 30).", valueName: "seconds"))
    var timeout: Double?

    @Flag(help: "Refuse a query that is not wholly understood.")
    var strict = false

    func validate() throws {
        guard offset >= 0 else { throw ValidationError("--offset wants 0 or more, not \(offset)") }
        guard timeout ?? 1 > 0 else { throw ValidationError("--timeout wants more than 0 seconds") }
    }

    /// What was typed, without the options.
    var text: String { words.map(FreeText.restored).joined(separator: " ") }

    /// The options that say the same as fields.
    var filters: QueryFilters {
        var filters = QueryFilters()
        filters.tags = tag
        filters.entities = entity
        filters.section = section
        filters.outlet = outlet
        filters.language = lang
        filters.since = since
        filters.until = until
        filters.on = on
        return filters
    }

    /// The query and its options as one. Notices are told, or refused under `--strict`.
    func parsed(tellsNotices: Bool = true) throws -> ParsedQuery {
        let parsed = ParsedQuery(text, matching: match)
        try refuseIfStrict(parsed.notices)
        if tellsNotices { Self.tell(parsed.notices) }
        return try filters.applied(to: parsed)
    }

    /// `parsed` with what the saved searches it names ask for. What is said of them is told, or refused under `--strict`.
    func expanded(
        _ parsed: ParsedQuery, by search: ArticleSearch, tellsNotices: Bool = true
    ) throws -> ParsedQuery {
        let expanded = try search.expanded(parsed)
        let said = Array(expanded.notices.dropFirst(parsed.notices.count))
        try refuseIfStrict(said)
        if tellsNotices { Self.tell(said) }
        return expanded
    }

    /// Ends the program under `--strict` when there is anything to be said of the query.
    func refuseIfStrict(_ notices: [Notice]) throws {
        guard strict, let notice = notices.first else { return }
        Output.complain("\(notice.message) (character \(notice.position + 1): \(excerpt(around: notice.position)))")
        throw CommandLineTool.Status.usage
    }

    /// What was typed around `position`, in one line, with a caret before it.
    private func excerpt(around position: Int) -> String {
        let typed = text.unicodeScalars.map { CharacterSet.newlines.contains($0) ? " " : $0 }
        let place = min(position, typed.count)
        let shown = max(0, place - 40)..<min(typed.count, place + 40)
        var line = String.UnicodeScalarView()
        line.append(contentsOf: typed[shown.lowerBound..<place])
        line.append("^")
        line.append(contentsOf: typed[place..<shown.upperBound])
        return (shown.lowerBound > 0 ? "…" : "") + String(line) + (shown.upperBound < typed.count ? "…" : "")
    }

    static func tell(_ notices: [Notice]) {
        for notice in notices { Output.tell("note: \(notice.message)") }
    }
}

extension SearchOrder: ExpressibleByArgument {}
extension Matching: ExpressibleByArgument {}
