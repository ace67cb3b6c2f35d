import NewsQuery
import NewsText

/// Writes what is new, a hit at a time, in the forms that a search has.
struct NewsOutput {
    let news: SearchNews
    let search: ArticleSearch
    let style: Style
    let started: ContinuousClock.Instant

    func write(_ format: SearchCommand.Format) throws {
        if format != .json { QueryOptions.tell(news.parsed.notices) }
        switch format {
        case .text: try writeText()
        case .json: try writeJSON()
        case .jsonl: try search.forEachHit(of: news) { try Output.line($0.json.text) }
        case .csv: try writeTable()
        case .atom, .jsonfeed: try writeFeed(format.feed ?? .atom)
        }
        if format != .text && format != .json && waiting > 0 { Output.tell("\(waitingText) waiting") }
    }

    /// How many are new and not told of now.
    private var waiting: Int { news.total - news.count }
    private var waitingText: String { "\(waiting) more \(waiting == 1 ? "is" : "are")" }

    private func writeText() throws {
        let list = HitList(style: style)
        var hasCaptured = false
        try search.forEachHit(of: news) { hit in
            hasCaptured = hasCaptured || hit.article.dateSource == "captured"
            try list.write(hit)
        }
        let total = "\(news.total) new \(news.total == 1 ? "article" : "articles")"
        let shown = waiting > 0 ? ", \(news.count) shown; \(waitingText) waiting" : ""
        try Output.line(style.faint("\(total)\(shown)\(hasCaptured ? "   (* date of the capture)" : "")"))
    }

    /// The members of a search's answer, a line for each hit.
    private func writeJSON() throws {
        let head: JSONValue = [
            "name": .string(news.search.name), "query": .string(news.search.query),
            "understood": .string(news.parsed.query.description),
            "notices": .array(news.parsed.notices.map(\.json)), "total": JSONValue(news.total),
            "total_is_exact": .bool(true), "took_ms": .number(SearchCommand.milliseconds(since: started)),
        ]
        try Output.write(Array(head.text.utf8.dropLast()) + Array(",\"results\":[".utf8))
        var isFirst = true
        try search.forEachHit(of: news) { hit in
            try Output.write(Array((isFirst ? "\n" : ",\n").utf8) + Array(hit.json.text.utf8))
            isFirst = false
        }
        try Output.line((isFirst ? "" : "\n") + "],\"next\":null,\"facets\":{}}")
    }

    private func writeTable() throws {
        let exporter = Exporter()
        try Output.write(exporter.table([]))
        try search.forEachHit(of: news) { try Output.write(exporter.row(of: $0)) }
    }

    private func writeFeed(_ form: FeedWriter.Form) throws {
        var feed = FeedWriter(
            form, title: "newsarchive: \(news.search.name)", subject: "saved search\n\(news.search.folded)")
        try search.forEachHit(of: news, withCaptures: true) { feed.add($0) }
        try Output.write(feed.bytes)
    }
}
