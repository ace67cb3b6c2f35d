import Foundation
import NewsModel

/// A reading in the terms of `show --json`, as fixtures keep it.
struct ShownReading {
    let reading: CaptureReading

    /// JSON with one member a line, keys in a fixed order.
    func json() throws -> String {
        let members = try members().map { key, value in "  \(try encoded(key)): \(try encoded(value, indent: "  "))" }
        return "{\n" + members.joined(separator: ",\n") + "\n}\n"
    }

    private func members() -> [(String, Any)] {
        let article = reading.article
        return [
            ("layout", reading.layout), ("charset", reading.charset),
            ("charset_source", reading.charsetSource.rawValue),
            ("outlet", orNull(article.outlet)), ("url", orNull(article.url)),
            ("canonical_url", orNull(article.canonicalURL)), ("kind", article.kind.rawValue),
            ("headline", orNull(article.headline)), ("headline_source", headlineSource), ("lead", orNull(article.lead)),
            ("standfirst", orNull(article.standfirst)), ("byline", orNull(article.byline)),
            ("authors", article.authors), ("dateline", orNull(article.dateline)), ("section", orNull(article.section)),
            ("storyline", orNull(article.storyline)), ("lang", orNull(article.language)),
            ("lang_source", orNull(article.languageSource?.rawValue)),
            ("published_at", orNull(article.published?.instant.description)),
            ("published_at_precision", orNull(article.published?.precision.rawValue)),
            ("published_at_zone", orNull(article.published?.zone.rawValue)),
            ("published_at_source", orNull(article.published?.source.rawValue)),
            ("modified_at", orNull(article.modified?.instant.description)),
            ("captured_at", orNull(article.captured?.instant.description)),
            ("captured_at_zone", orNull(article.captured?.zone.rawValue)), ("paragraphs", article.paragraphs),
            ("captions", article.captions), ("tags", article.tags),
            ("related", article.relatedHeadlines.map(\.headline)),
            ("footnotes", article.footnotes.map(footnote)), ("notes", reading.notes),
            ("dropped", reading.dropped.map { "\($0.line): \($0.text)" }),
        ]
    }

    private var headlineSource: Any {
        if let origin = reading.article.headlineOrigin { return origin.rawValue }
        return reading.article.lead == nil ? NSNull() : "lead"
    }

    private func footnote(_ note: Footnote) -> [String: Any] {
        [
            "marker": note.marker, "text": note.text,
            "references": note.references.map { "\($0.paragraph):\($0.offset)" },
        ]
    }

    private func orNull(_ value: String?) -> Any { value ?? NSNull() }

    private func encoded(_ value: Any, indent: String = "") throws -> String {
        if let items = value as? [Any], !items.isEmpty {
            let lines = try items.map { "\(indent)  \(try encoded($0))" }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
        }
        let data = try JSONSerialization.data(
            withJSONObject: value, options: [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }
}
