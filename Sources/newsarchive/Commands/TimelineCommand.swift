import ArgumentParser
import NewsQuery
import NewsText

struct TimelineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "How many articles a query finds by day, week, month or year.",
        discussion: """
            Periods go from the first to the last that has hits, or as far as the dates in the query. More than \
            \(longestGap) empty ones in a row are left out, which is said; --all shows them.
            """)

    @OptionGroup var options: ArchiveOptions
    @OptionGroup var query: QueryOptions

    @Option(help: "day, week (ISO 8601, from Monday), month or year.")
    var by: Timeline.Step = .month

    @Flag(help: "Show the hits as a share of all articles of each period.")
    var share = false

    @Flag(help: "Answer as CSV: period, count, share.")
    var csv = false

    @Flag(help: "Leave out no empty periods, however many there are.")
    var all = false

    private static let longestGap = 10_000

    func validate() throws {
        if csv && options.json { throw ValidationError("--json and --csv contradict each other; leave one out") }
        if query.sort != nil || query.offset != 0 {
            throw ValidationError("a timeline counts all hits by date; leave out --sort and --offset")
        }
    }

    func run() throws {
        let parsed = try query.parsed()
        let search = ArticleSearch(try options.open(.read), timeLimit: query.timeout ?? 30)
        let timeline = try search.timeline(of: parsed, by: by, longestGap: all ? .max : Self.longestGap)
        tell(timeline)
        if options.json {
            try Output.json(.array(timeline.periods.map(\.json)))
        } else if csv {
            try writeTable(timeline)
        } else {
            try TimelineChart(style: options.style, showsShare: share).write(timeline)
        }
    }

    private func tell(_ timeline: Timeline) {
        for gap in timeline.gaps {
            let end = timeline.periods[gap.index].name
            Output.tell("note: \(gap.count) empty \(by.rawValue)s before \(end) are left out; --all shows them")
        }
        if timeline.undated > 0 { Output.tell("note: \(Timeline.undatedMessage(timeline.undated))") }
    }

    private func writeTable(_ timeline: Timeline) throws {
        let table = TableWriter()
        try Output.write(Array(table.row(["period", "count", "share"]).utf8))
        for period in timeline.periods {
            let share = period.share.map { JSONValue.number($0).text } ?? ""
            try Output.write(Array(table.row([period.name, String(period.count), share]).utf8))
        }
    }
}

extension Timeline.Step: ExpressibleByArgument {}

extension Timeline.Period {
    /// `{"period","count","share"}`.
    var json: JSONValue {
        ["period": .string(name), "count": JSONValue(count), "share": JSONValue(share)]
    }
}
