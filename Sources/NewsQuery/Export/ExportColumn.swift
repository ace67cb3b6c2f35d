import NewsModel

/// A column of exported tables.
public enum ExportColumn: String, Hashable, Sendable, CaseIterable {
    case id, headline, headline_source, lead, outlet, section, byline, date, date_source, published_at, captured_at
    case lang, url, tags, entities, related_headlines, footnotes, word_count, snippet
    case standfirst, dateline, storyline, kind, modified_at, canonical_url, authors, captions, body

    /// The columns that are written when none are named.
    public static let usual: [ExportColumn] = [
        .id, .headline, .headline_source, .lead, .outlet, .section, .byline, .date, .date_source, .published_at,
        .captured_at, .lang, .url, .tags, .entities, .related_headlines, .footnotes, .word_count, .snippet,
    ]

    /// A cell: text that is to be made safe for spreadsheets, or a number that is not.
    enum Cell {
        case text(String)
        case number(Int64)
    }

    /// What stands in the column for `hit`; unknown values are empty.
    func cell(of hit: Hit) -> Cell {
        let article = hit.article
        switch self {
        case .id: return .number(hit.id.rawValue)
        case .word_count: return .number(Int64(hit.archived.wordCount))
        case .tags: return .text(Self.list(article.tags))
        case .authors: return .text(Self.list(article.authors))
        case .captions: return .text(Self.list(article.captions))
        case .entities: return .text(Self.list(hit.archived.entities.filter(\.isSearched).map(\.name)))
        case .related_headlines: return .text(Self.list(article.relatedHeadlines.map(\.headline)))
        case .footnotes: return .text(Self.list(article.footnotes.map { "\($0.marker) \($0.text)" }))
        default: return .text(singleText(of: hit) ?? "")
        }
    }

    private func singleText(of hit: Hit) -> String? {
        let article = hit.article
        switch self {
        case .headline: return article.headline
        case .headline_source: return hit.archived.headlineSource
        case .lead: return article.lead
        case .outlet: return article.outlet
        case .section: return article.section
        case .byline: return article.byline
        case .date: return article.shownTime?.instant.description
        case .date_source: return article.dateSource
        case .published_at: return article.published?.instant.description
        case .captured_at: return article.captured?.instant.description
        case .modified_at: return article.modified?.instant.description
        case .lang: return article.language
        case .url: return article.url
        case .canonical_url: return article.canonicalURL
        case .snippet: return hit.snippet?.text
        case .standfirst: return article.standfirst
        case .dateline: return article.dateline
        case .storyline: return article.storyline
        case .kind: return article.kind.rawValue
        case .body: return article.body
        case .id, .tags, .entities, .related_headlines, .footnotes, .word_count, .authors, .captions: return nil
        }
    }

    /// Items in one cell: joined by `; `, an item's own semicolon escaped.
    private static func list(_ items: [String]) -> String {
        items.map { $0.replacing(";", with: "\\;") }.joined(separator: "; ")
    }
}
