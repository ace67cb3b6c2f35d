import NewsModel
import NewsQuery

/// Hits for people to read: number, date, headline or lead, where from, the snippet, the tags.
struct HitList {
    let style: Style

    func write(_ answer: SearchAnswer) throws {
        for hit in answer.hits { try write(hit) }
        for facet in Facet.allCases {
            guard let counts = answer.facets[facet] else { continue }
            try FacetList(style: style).write(facet, counts, of: answer.facetSizes[facet] ?? counts.count)
        }
        try Output.line(summary(of: answer))
    }

    /// One hit with an empty line behind it.
    func write(_ hit: Hit) throws {
        try Output.line(head(of: hit))
        let from = [hit.article.outlet, hit.article.section, hit.article.byline].compactMap { $0 }
        if !from.isEmpty { try Output.line(style.faint("      " + Style.plain(from.joined(separator: " · ")))) }
        if let snippet = hit.snippet {
            let field = snippet.field == .body ? "" : style.faint("\(snippet.field.rawValue): ")
            try Output.line(wrapped(field + style.marked(snippet), width: min(Output.width, 100), indent: "      "))
        }
        if !hit.article.tags.isEmpty {
            try Output.line(style.faint("      # " + Style.plain(hit.article.tags.joined(separator: ", "))))
        }
        try Output.line()
    }

    private func head(of hit: Hit) -> String {
        let number = String(hit.id.rawValue)
        let padded = String(repeating: " ", count: max(0, 4 - number.count)) + number
        let date = hit.article.shownTime.map { String($0.instant.description.prefix(10)) } ?? "no date   "
        let mark = hit.article.dateSource == "captured" ? "*" : " "
        let headline = hit.article.headline ?? hit.article.lead.map { "“\($0)”" } ?? "(no text)"
        return "\(padded)  \(date)\(mark) \(style.bold(Style.plain(headline)))"
    }

    private func summary(of answer: SearchAnswer) -> String {
        let total = "\(answer.total) \(answer.total == 1 ? "article" : "articles")"
        let hasCaptured = answer.hits.contains { $0.article.dateSource == "captured" }
        let shown = answer.hits.count < answer.total ? ", \(answer.hits.count) shown" : ""
        let next = answer.next.map { "; more with --after \($0)" } ?? ""
        return style.faint("\(total)\(shown)\(next)\(hasCaptured ? "   (* date of the capture)" : "")")
    }
}

/// Values and their counts in two columns; with the number in the whole archive where that was asked.
enum CountTable {
    static func write(_ counts: some Collection<FacetCount>, style: Style) throws {
        let numbers = counts.map { count in
            String(count.count) + (count.association.map { " of \($0.total)" } ?? "")
        }
        let width = numbers.map(columnCount).max() ?? 0
        for (count, number) in zip(counts, numbers) {
            let kind = count.kind.map { style.faint("  (\($0))") } ?? ""
            try Output.line("\(number.rightAligned(to: width))  \(Style.plain(count.value))\(kind)")
        }
    }
}
