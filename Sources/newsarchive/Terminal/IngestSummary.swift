import NewsIngest
import NewsQuery
import NewsText
import NewsStorage

/// What an ingest did, for people or programs.
struct IngestSummary {
    let report: IngestReport
    let isDryRun: Bool

    func write(asJSON: Bool) throws {
        guard !asJSON else { return try Output.json(json) }
        for rejection in report.rejections {
            let place = rejection.position.map { " at \($0)" } ?? ""
            Output.tell("rejected \(rejection.path)\(place): \(rejection.reason)")
        }
        if unlisted > 0 {
            Output.tell("rejected \(unlisted) more; the archive's table rejections has all of them")
        }
        for file in report.files {
            for (note, count) in file.notes.sorted(by: { $0.key < $1.key }) {
                Output.tell("skipped \(count) in \(file.path): \(note)")
            }
            for (damage, count) in file.damage.sorted(by: { $0.key < $1.key }) {
                Output.tell("read \(count) in \(file.path) with a note: \(damage)")
            }
        }
        let counts = report.counts
        var parts = [
            "\(counts.found) found", "\(counts.archived) archived", "\(counts.updated) updated",
            "\(counts.unchanged) unchanged", "\(counts.skipped) skipped", "\(counts.rejected) rejected",
        ]
        if isDryRun { parts.append("nothing written (--dry-run)") }
        if report.wasStopped { parts.append("stopped before the end") }
        let rate = report.seconds > 0 ? Double(counts.found) / report.seconds : 0
        let seconds = (report.seconds * 100).rounded() / 100
        try Output.line(parts.joined(separator: ", ") + " in \(seconds) s (\(Int(rate))/s)")
    }

    private var unlisted: Int { report.counts.rejected - report.rejections.count }

    private var json: JSONValue {
        [
            "found": JSONValue(report.counts.found),
            "archived": JSONValue(report.counts.archived),
            "updated": JSONValue(report.counts.updated),
            "unchanged": JSONValue(report.counts.unchanged),
            "skipped": JSONValue(report.counts.skipped),
            "rejected": .array(report.rejections.map(Self.json)),
            "rejected_unlisted": JSONValue(unlisted),
            "seconds": JSONValue((report.seconds * 1_000).rounded() / 1_000),
            "stopped": .bool(report.wasStopped),
            "files": .array(report.files.prefix(IngestReport.listLimit).map(Self.json)),
            "articles": .array(report.articles.prefix(IngestReport.listLimit).map(Self.json)),
        ]
    }

    private static func json(_ rejection: Rejection) -> JSONValue {
        [
            "path": .string(rejection.path), "position": JSONValue(rejection.position),
            "reason": .string(rejection.reason),
        ]
    }

    private static func json(_ file: IngestReport.FileReport) -> JSONValue {
        [
            "path": .string(file.path),
            "found": JSONValue(file.counts.found),
            "archived": JSONValue(file.counts.archived),
            "updated": JSONValue(file.counts.updated),
            "unchanged": JSONValue(file.counts.unchanged),
            "skipped": JSONValue(file.counts.skipped),
            "rejected": JSONValue(file.counts.rejected),
            "notes": Self.json(file.notes),
            "damage": Self.json(file.damage),
        ]
    }

    private static func json(_ notes: [String: Int]) -> JSONValue {
        .array(notes.sorted { $0.key < $1.key }.map { ["count": JSONValue($0.value), "note": .string($0.key)] })
    }

    private static func json(_ place: IngestReport.ArchivedPlace) -> JSONValue {
        ["id": .integer(place.id.rawValue), "path": .string(place.path), "position": JSONValue(place.position)]
    }
}
