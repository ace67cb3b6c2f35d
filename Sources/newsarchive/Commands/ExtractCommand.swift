import ArgumentParser
import NewsIngest
import NewsModel
import NewsQuery
import NewsText

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Shows what would be archived of a file, with the source of every field, without an archive.")

    @OptionGroup var captures: CaptureOptions

    @Argument(
        help: ArgumentHelp("Files, folders (with all that is in them), or - for standard input.", valueName: "file"))
    var paths: [String]

    @Flag(help: "Answer in JSON: a list with an entry for each capture.")
    var json = false

    @Flag(help: "No colour and no bold text.")
    var noColor = false

    func run() throws {
        let style = Style(noColor: noColor)
        var hasFailed = false
        var count = 0
        for result in Extraction(of: paths, options: try captures.ingestOptions()) {
            if case .rejected = result.outcome { hasFailed = true }
            if json {
                try Output.line((count == 0 ? "[" : ",") + result.json.text)
            } else {
                if count > 0 { try Output.line() }
                try ExtractedText(result: result, style: style).write()
            }
            count += 1
        }
        if json { try Output.line(count == 0 ? "[]" : "]") }
        if hasFailed { throw CommandLineTool.Status.incomplete }
    }
}

/// What a capture reads as, laid out for reading.
private struct ExtractedText {
    let result: Extraction.Result
    let style: Style

    func write() throws {
        let place = [result.path, result.position].compactMap { $0 }.joined(separator: ", ")
        switch result.outcome {
        case .skipped(let note):
            try Output.line("\(Style.plain(place)): skipped" + (note.map { ": " + Style.plain($0) } ?? ""))
        case .rejected(let reason):
            try Output.line("\(Style.plain(place)): rejected: \(Style.plain(reason))")
        case .read(let reading):
            try Output.line(style.bold(Style.plain(place)))
            try write(reading)
        }
    }

    private func write(_ reading: CaptureReading) throws {
        let article = reading.article
        try field("headline", article.headline, reading)
        try field("lead", article.headline == nil ? article.lead : nil, reading)
        try field("standfirst", article.standfirst, reading)
        try field("byline", article.byline, reading)
        try field("authors", article.authors.isEmpty ? nil : article.authors.joined(separator: "; "), reading)
        try field("dateline", article.dateline, reading)
        try field("section", article.section, reading)
        try field("storyline", article.storyline, reading)
        try field("kind", article.kind.rawValue, reading)
        try field("published_at", article.published.map(Self.text), reading)
        try field("modified_at", article.modified.map(Self.text), reading)
        try field("captured_at", article.captured.map(Self.text), reading)
        try field("url", article.url, reading)
        try field("canonical_url", article.canonicalURL, reading)
        try field("outlet", article.outlet, reading)
        try field("lang", article.language, reading, fallback: article.languageSource?.rawValue)
        try field("tags", article.tags.isEmpty ? nil : article.tags.joined(separator: "; "), reading)
        for related in article.relatedHeadlines {
            try field("related", related.headline + (related.url.map { " <\($0)>" } ?? ""), reading)
        }
        for footnote in article.footnotes {
            let places = footnote.references.map { "paragraph \($0.paragraph)" }.joined(separator: ", ")
            try field(
                "footnotes", "\(footnote.marker) \(footnote.text)" + (places.isEmpty ? "" : " (\(places))"), reading)
        }
        for caption in article.captions { try field("captions", caption, reading) }
        for paragraph in article.paragraphs { try field("body", paragraph, reading) }
        try field("charset", reading.charset, reading, fallback: reading.charsetSource.rawValue)
        try field("layout", reading.layout, reading)
        for note in reading.notes { try field("note", note, reading) }
    }

    private func field(_ name: String, _ value: String?, _ reading: CaptureReading, fallback: String? = nil) throws {
        guard let value else { return }
        let source = (reading.sources[name] ?? fallback).map { style.faint("  [\(Style.plain($0))]") } ?? ""
        let label = name + String(repeating: " ", count: max(1, 14 - name.count))
        try Output.line(style.faint(label) + Style.plain(value) + source)
    }

    private static func text(_ time: PrintedTime) -> String {
        "\(time.instant) (\(time.precision.rawValue), zone \(time.zone.rawValue), from \(time.source.rawValue))"
    }
}

extension Extraction.Result {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            JSONValue.Member(name: "path", value: .string(path)),
            JSONValue.Member(name: "position", value: JSONValue(position)),
            JSONValue.Member(name: "format", value: JSONValue(format?.rawValue)),
        ]
        func add(_ name: String, _ value: JSONValue) { members.append(JSONValue.Member(name: name, value: value)) }
        switch outcome {
        case .skipped(let note):
            add("outcome", .string("skipped"))
            add("reason", JSONValue(note))
        case .rejected(let reason):
            add("outcome", .string("rejected"))
            add("reason", .string(reason))
        case .read(let reading):
            add("outcome", .string("read"))
            add("charset", .string(reading.charset))
            add("charset_source", .string(reading.charsetSource.rawValue))
            add("layout", .string(reading.layout))
            add("article", reading.article.json)
            let sources = reading.sources.sorted { $0.key < $1.key }
            add("sources", .object(sources.map { JSONValue.Member(name: $0.key, value: .string($0.value)) }))
            add("notes", JSONValue(reading.notes))
            add("dropped", .array(reading.dropped.map { ["line": JSONValue($0.line), "text": .string($0.text)] }))
        }
        return .object(members)
    }
}
