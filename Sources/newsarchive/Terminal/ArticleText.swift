import NewsModel
import NewsQuery

/// An article laid out for reading on a terminal.
struct ArticleText {
    let archived: ArchivedArticle
    let style: Style
    let highlighter: Highlighter?
    private let width = min(Output.width, 80)

    init(archived: ArchivedArticle, style: Style, highlighter: Highlighter?) {
        self.archived = archived
        self.style = style
        self.highlighter = highlighter
    }

    private var article: Article { archived.article }

    func write() throws {
        if let headline = article.headline {
            try Output.line(style.bold(wrapped(Style.plain(headline), width: width)))
        } else {
            try Output.line(
                style.faint("(no headline)  ") + style.bold(wrapped(Style.plain(article.lead ?? ""), width: width)))
        }
        for line in facts { try Output.line(style.faint(Style.plain(line))) }
        if let standfirst = article.standfirst { try Output.line("\n" + wrapped(marked(standfirst), width: width)) }
        for paragraph in article.paragraphs { try Output.line("\n" + wrapped(marked(paragraph), width: width)) }
        try writeList("Captions", article.captions)
        try writeList("Footnotes", article.footnotes.map { "\($0.marker) \($0.text)\(references(of: $0))" })
        try writeList(
            "Related headlines",
            zip(article.relatedHeadlines, archived.relatedArticles).map { related, id in
                related.headline + (id.map { " [\($0)]" } ?? "")
            })
        try writeList("Tags", article.tags.isEmpty ? [] : [article.tags.joined(separator: ", ")])
        try writeList(
            "Entities",
            archived.entities.map {
                "\($0.name) (\($0.kind.rawValue), \($0.mentions)\($0.isSearched ? "" : ", aside"))"
            })
        try writeList("Captures", archived.captures.map(Self.line))
    }

    private var facts: [String] {
        let origin = [article.outlet, article.section, article.storyline].compactMap { $0 }.joined(separator: " · ")
        let times = [
            article.published.map { "Published \(Self.text($0))" },
            article.modified.map { "Modified \(Self.text($0))" },
            article.captured.map { "Captured \(Self.text($0))" },
        ].compactMap { $0 }.joined(separator: "   ")
        return [
            origin, article.byline.map { "By \($0)" } ?? "", times.isEmpty ? "No date" : times, article.url ?? "",
            "[\(archived.id)] \(archived.wordCount) words" + (article.language.map { ", \($0)" } ?? ""),
        ].filter { !$0.isEmpty }
    }

    /// A time as exactly as it was stated.
    private static func text(_ time: PrintedTime) -> String {
        let text = time.instant.description
        let zone = time.zone == .assumed ? "UTC?" : "UTC"
        switch time.precision {
        case .year: return String(text.prefix(4))
        case .month: return String(text.prefix(7))
        case .day: return String(text.prefix(10))
        case .minute: return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) \(zone)"
        case .second: return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) \(zone)"
        }
    }

    private func references(of footnote: Footnote) -> String {
        let paragraphs = Set(footnote.references.map(\.paragraph)).sorted()
        return paragraphs.isEmpty ? "" : " (paragraph \(paragraphs.map(String.init).joined(separator: ", ")))"
    }

    private static func line(_ capture: ArchivedCapture) -> String {
        let place = capture.position.map { " at \($0)" } ?? ""
        let notes = capture.notes.isEmpty ? "" : ": " + capture.notes.joined(separator: "; ")
        return "\(capture.path)\(place) (\(capture.size) bytes, \(capture.charset), layout \(capture.layout))\(notes)"
    }

    private func writeList(_ title: String, _ items: [String]) throws {
        guard !items.isEmpty else { return }
        try Output.line("\n" + style.bold(title))
        for item in items { try Output.line(wrapped(Style.plain(item), width: width, indent: "  ")) }
    }

    private func marked(_ text: String) -> String {
        highlighter.map { $0.marked(Style.plain(text), with: style) } ?? Style.plain(text)
    }
}

extension Highlighter {
    /// `text` with what is looked for in bold.
    func marked(_ text: String, with style: Style) -> String {
        let scalars = Array(text.unicodeScalars)
        var marked = ""
        var place = 0
        func slice(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)]))
        }
        for range in ranges(in: text) where range.lowerBound >= place {
            marked += slice(place..<range.lowerBound) + style.bold(slice(range))
            place = range.upperBound
        }
        return marked + slice(place..<max(place, scalars.count))
    }
}
