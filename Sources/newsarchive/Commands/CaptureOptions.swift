import ArgumentParser
import NewsIngest
import NewsModel

/// The options that say what captures are, where they do not say it themselves.
struct CaptureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The form of the captures, where it is not to be found out: auto, text, html, warc, wacz, feed, jsonl, csv.",
            valueName: "form"))
    var format = "auto"

    @Option(help: "The address the capture was saved from.")
    var url: String?

    @Option(help: "Who published it.")
    var outlet: String?

    @Option(
        help: ArgumentHelp(
            "When it was saved, where the capture does not say: 2024-03-05T14:30:00Z.", valueName: "time"))
    var capturedAt: String?

    @Option(help: ArgumentHelp("Its language, where the capture does not say.", valueName: "code"))
    var lang: String?

    @Option(help: ArgumentHelp("CSV or JSON Lines with path,url,outlet,captured_at,published_at.", valueName: "file"))
    var manifest: String?

    @Option(
        help: ArgumentHelp(
            "A field of JSON or CSV and the name it has there: headline=titel. Repeatable.", valueName: "field=key"))
    var map: [String] = []

    func validate() throws {
        guard format == "auto" || CaptureFormat(rawValue: format) != nil else {
            let forms = (["auto"] + CaptureFormat.allCases.map(\.rawValue)).joined(separator: ", ")
            throw ValidationError("--format \(format) is no form that is read; there are \(forms)")
        }
        _ = try fieldMap()
    }

    /// These options as an ingest takes them.
    func ingestOptions() throws -> IngestOptions {
        var ingest = IngestOptions()
        ingest.hints = CaptureHints(url: url, outlet: outlet, language: lang)
        if let capturedAt {
            guard let time = GivenTime.read(capturedAt) else {
                throw ValidationError("--captured-at '\(capturedAt)' is no time; write 2024-03-05T14:30:00Z")
            }
            ingest.hints.captured = time
        }
        ingest.hints.map = try fieldMap()
        ingest.format = CaptureFormat(rawValue: format)
        ingest.manifest = try manifest.map(Manifest.init(path:))
        return ingest
    }

    /// The names that `--map` gives fields; `nil` when it gives none.
    private func fieldMap() throws -> [String: String]? {
        var names: [String: String] = [:]
        for entry in map {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("--map '\(entry)' is no field=key; write headline=titel")
            }
            guard names.updateValue(parts[1], forKey: parts[0]) == nil else {
                throw ValidationError("--map names '\(parts[0])' twice; name each field once")
            }
        }
        return names.isEmpty ? nil : names
    }
}
