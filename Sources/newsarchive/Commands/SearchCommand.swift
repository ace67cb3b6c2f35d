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

    @Option(help: "text, json, jsonl, csv, atom or jsonfeed.")
    var format: Format?

    @Flag(help: "Show how the query is understood and looked up.")
    var explain = false

    @Flag(help: "Exit with status 1 when nothing is found.")
    var exitCode = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, jsonl, csv, atom, jsonfeed

        /// The form of feed that it is, if it is one.
        var feed: FeedWriter.Form? { FeedWriter.Form(rawValue: rawValue) }
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
        let typed = try query.parsed(tellsNotices: false)
        let search = ArticleSearch(try options.open(.read), timeLimit: query.timeout ?? 30)
        let parsed = try query.expanded(typed, by: search, tellsNotices: false)
        if explain { return try printExplanation(parsed, search) }
        if count { return try printCount(parsed, search, format) }
        var request = SearchRequest(
            parsed, order: query.sort, limit: limit, offset: query.offset, after: after, facets: try facetList())
        request.withCaptures = format.feed != nil
        if format == .text { request.facetLimit = FacetList.limit }
        let answer = try search.answer(request)
        if format != .json { QueryOptions.tell(answer.notices) }
        switch format {
        case .json: try Output.json(json(answer, since: started))
        case .jsonl: for hit in answer.hits { try Output.line(hit.json.text) }
        case .csv: try printTable(answer)
        case .atom, .jsonfeed: try printFeed(answer, format)
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
        let explanation = try search.explanation(of: parsed)
        if format == .json || options.json {
            return try Output.json([
                "query": .string(parsed.text), "understood": .string(parsed.query.description),
                "notices": .array(parsed.notices.map(\.json)), "sql": .string(explanation.sql),
                "values": .string(explanation.values), "plan": JSONValue(explanation.plan),
            ])
        }
        QueryOptions.tell(parsed.notices)
        try Output.line("understood as: \(parsed.query)")
        try Output.line("sql: \(explanation.sql)")
        try Output.line("values: \(explanation.values)")
        for step in explanation.plan { try Output.line("plan: \(step)") }
    }

    private func printCount(_ parsed: ParsedQuery, _ search: ArticleSearch, _ format: Format) throws {
        let total = try search.count(parsed)
        let notices = parsed.notices + (try search.notices(ofCount: parsed))
        if format == .json {
            try Output.json([
                "query": .string(parsed.text), "notices": .array(notices.map(\.json)), "total": JSONValue(total),
                "total_is_exact": .bool(true),
            ])
        } else {
            QueryOptions.tell(notices)
            try Output.line(String(total))
        }
        if exitCode && total == 0 { throw CommandLineTool.Status.incomplete }
    }

    private func printTable(_ answer: SearchAnswer) throws {
        var exporter = Exporter()
        exporter.format = .csv
        try Output.write(exporter.table(answer.hits))
    }

    private func printFeed(_ answer: SearchAnswer, _ format: Format) throws {
        let text = (try? query.filters.joined(to: query.text, matching: query.match)) ?? answer.parsed.query.description
        var feed = FeedWriter(
            format.feed ?? .atom, title: text.isEmpty ? "newsarchive" : "newsarchive: \(text)",
            subject: "query\n\(query.match)\n\(text)")
        for hit in answer.hits { feed.add(hit) }
        try Output.write(feed.bytes)
    }

    /// The time since `started`, to a hundredth.
    static func milliseconds(since started: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - started).components
        return Double(seconds) * 1_000 + (Double(attoseconds) / 1e13).rounded() / 100
    }

    private func json(_ answer: SearchAnswer, since started: ContinuousClock.Instant) -> JSONValue {
        [
            "query": .string(answer.parsed.text),
            "understood": .string(answer.parsed.query.description),
            "notices": .array(answer.notices.map(\.json)),
            "total": JSONValue(answer.total),
            "total_is_exact": .bool(true),
            "took_ms": .number(Self.milliseconds(since: started)),
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
    /// `{"value","count"}`, for entities with `id` and `kind`; with `total`, `expected` and `score` where asked.
    var json: JSONValue {
        var members = [
            JSONValue.Member(name: "value", value: .string(value)),
            JSONValue.Member(name: "count", value: JSONValue(count)),
        ]
        if let id { members.insert(JSONValue.Member(name: "id", value: .integer(id)), at: 0) }
        if let kind { members.append(JSONValue.Member(name: "kind", value: .string(kind))) }
        if let association {
            let expected = (association.expected * 1_000).rounded() / 1_000
            members.append(JSONValue.Member(name: "total", value: JSONValue(association.total)))
            members.append(JSONValue.Member(name: "expected", value: .number(expected)))
            members.append(JSONValue.Member(name: "score", value: .number(association.score)))
        }
        return .object(members)
    }
}
