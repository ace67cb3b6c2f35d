import ArgumentParser
import NewsModel
import NewsText
import NewsQuery
import NewsStorage

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds articles by words, tags, entities and dates.")

    @OptionGroup var options: ArchiveOptions
    @OptionGroup var query: QueryOptions

    @Option(help: ArgumentHelp("Show so many hits.", valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp("Go on behind the page that gave this cursor as its 'next'.", valueName: "cursor"))
    var after: Cursor?

    @Flag(help: "Print the number of hits alone.")
    var count = false

    @Option(
        help: ArgumentHelp(
            "Count these over all hits: tag,entity,person,org,place,section,outlet,lang,year,month.", valueName: "names"
        ))
    var facets: String?

    @Option(help: "text, json, jsonl or csv.")
    var format: Format?

    @Flag(help: "Show how the query is understood and looked up.")
    var explain = false

    @Flag(help: "Exit with status 1 when nothing is found.")
    var exitCode = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, jsonl, csv
    }

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit wants 0 or more, not \(limit)") }
        if options.json, let format, format != .json {
            throw ValidationError("--json and --format \(format.rawValue) contradict each other; leave one out")
        }
        _ = try facetList()
    }

    func run() throws {
        let started = ContinuousClock.now
        let format = format ?? (options.json ? .json : .text)
        let parsed = try query.parsed(tellsNotices: false)
        let search = ArticleSearch(try options.open(.read), timeLimit: query.timeout ?? 30)
        if explain { return try printExplanation(parsed, search) }
        if count { return try printCount(parsed, search, format) }
        let answer = try search.answer(
            SearchRequest(
                parsed, order: query.sort, limit: limit, offset: query.offset, after: after, facets: facetList()))
        if format != .json { QueryOptions.tell(answer.notices) }
        switch format {
        case .json: try Output.json(json(answer, took: ContinuousClock.now - started))
        case .jsonl: for hit in answer.hits { try Output.line(hit.json.text) }
        case .csv: try printTable(answer)
        case .text: try HitList(style: options.style).write(answer)
        }
        if exitCode && answer.total == 0 { throw CommandLineTool.Status.incomplete }
    }

    private func facetList() throws -> [Facet] {
        try (facets ?? "").split(separator: ",").map { name in
            guard let facet = Facet(rawValue: String(name)) else {
                let known = Facet.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("no facet '\(name)'; there are \(known)")
            }
            return facet
        }
    }

    private func printExplanation(_ parsed: ParsedQuery, _ search: ArticleSearch) throws {
        QueryOptions.tell(parsed.notices)
        try Output.line("understood as: \(parsed.query)")
        for line in try search.explanation(of: parsed) { try Output.line(line) }
    }

    private func printCount(_ parsed: ParsedQuery, _ search: ArticleSearch, _ format: Format) throws {
        let total = try search.count(parsed)
        if format == .json {
            try Output.json(["query": .string(parsed.text), "total": JSONValue(total), "total_is_exact": .bool(true)])
        } else {
            QueryOptions.tell(parsed.notices)
            try Output.line(String(total))
        }
        if exitCode && total == 0 { throw CommandLineTool.Status.incomplete }
    }

    private func printTable(_ answer: SearchAnswer) throws {
        var exporter = Exporter()
        exporter.format = .csv
        try Output.write(exporter.table(answer.hits))
    }

    private func json(_ answer: SearchAnswer, took: Duration) -> JSONValue {
        let (seconds, attoseconds) = took.components
        let milliseconds = Double(seconds) * 1_000 + (Double(attoseconds) / 1e13).rounded() / 100
        return [
            "query": .string(answer.parsed.text),
            "understood": .string(answer.parsed.query.description),
            "notices": .array(answer.notices.map(\.json)),
            "total": JSONValue(answer.total),
            "total_is_exact": .bool(true),
            "took_ms": .number(milliseconds),
            "results": .array(answer.hits.map(\.json)),
            "next": JSONValue(answer.next?.description),
            "facets": .object(
                Facet.allCases.filter { answer.facets[$0] != nil }.map { facet in
                    JSONValue.Member(name: facet.rawValue, value: .array((answer.facets[facet] ?? []).map(\.json)))
                }),
        ]
    }
}

extension Cursor: ExpressibleByArgument {
    /// Reads what `description` wrote.
    public init?(argument: String) { self.init(argument) }
}

extension Notice {
    var json: JSONValue {
        [
            "code": .string(code.rawValue), "position": JSONValue(position), "length": JSONValue(length),
            "message": .string(message),
        ]
    }
}

extension FacetCount {
    /// `{"value","count"}`, for entities with `id` and `kind`.
    var json: JSONValue {
        var members = [
            JSONValue.Member(name: "value", value: .string(value)),
            JSONValue.Member(name: "count", value: JSONValue(count)),
        ]
        if let id { members.insert(JSONValue.Member(name: "id", value: .integer(id)), at: 0) }
        if let kind { members.append(JSONValue.Member(name: "kind", value: .string(kind))) }
        return .object(members)
    }
}
