import Foundation
import NewsModel
import NewsText

/// A file that tells of captures what they do not say: CSV with a header, or JSON Lines, with the fields `path`, `url`,
/// `outlet`, `captured_at`, `published_at`. Paths are relative to the manifest's folder.
public struct Manifest: Sendable {
    /// The manifest itself.
    public let path: String
    /// The captures it names, in its order.
    public let paths: [String]
    private let hints: [String: CaptureHints]

    /// Why a manifest cannot be used: what and where, in one line.
    public struct Failure: Error, CustomStringConvertible {
        /// What is wrong, where, and what to do, in one line.
        public let description: String
    }

    /// Reads the manifest at `path`. A time that cannot be read is an error, as it would be lost otherwise.
    public init(path: String) throws {
        let bytes: [UInt8]
        do throws(ByteSourceFailure) {
            bytes = try FileBytes.read(FilePath(path), limit: 1 << 30)
        } catch {
            throw Failure(description: "the manifest \(path) \(error.reason)")
        }
        let text = decodedText(bytes).text
        let isJSON = text.first { !$0.isWhitespace } == "{"
        let entries = try isJSON ? Self.jsonLines(text, path: path) : Self.csv(text, path: path)
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var paths: [String] = []
        var hints: [String: CaptureHints] = [:]
        var lines: [String: Int] = [:]
        for entry in entries {
            guard let name = entry.fields["path"], !name.isEmpty else {
                throw Failure(description: "\(path):\(entry.line): the entry has no path; give each entry one")
            }
            let full = name.hasPrefix("/") ? name : folder + "/" + name
            let key = InputFiles.standardized(full)
            if let first = lines.updateValue(entry.line, forKey: key) {
                throw Failure(
                    description: "\(path):\(entry.line): '\(name)' stands in line \(first) already; name each file once"
                )
            }
            paths.append(full)
            hints[key] = try Self.hints(entry, path: path)
        }
        self.path = path
        self.paths = paths
        self.hints = hints
    }

    /// What it tells of the file at `path`.
    func hints(for path: String) -> CaptureHints? {
        hints[InputFiles.standardized(path)]
    }

    private static let fields: Set = ["path", "url", "outlet", "captured_at", "published_at", "lang"]

    private typealias Entry = (line: Int, fields: [String: String])

    private static func csv(_ text: String, path: String) throws -> [Entry] {
        let rows = CSVReader.rows(of: text)
        guard let header = rows.first?.cells.map({ normalizedText($0).lowercased() }) else { return [] }
        guard header.contains("path") else {
            throw Failure(description: "\(path):1: no column 'path'; the first line names the columns")
        }
        return try rows.dropFirst().map { row in
            guard row.cells.count == header.count else {
                throw Failure(
                    description: "\(path):\(row.line): \(row.cells.count) cells where the header has \(header.count)")
            }
            return (row.line, Dictionary(zip(header, row.cells)) { first, _ in first })
        }
    }

    private static func jsonLines(_ text: String, path: String) throws -> [Entry] {
        var entries: [Entry] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            guard let object else {
                throw Failure(description: "\(path):\(index + 1): no JSON object; write one a line")
            }
            let known = object.filter { fields.contains($0.key) && !($0.value is NSNull) }
            if let wrong = known.keys.sorted().first(where: { !(known[$0] is String) }) {
                throw Failure(description: "\(path):\(index + 1): '\(wrong)' is no text; put it in quotes")
            }
            entries.append((index + 1, known.compactMapValues { $0 as? String }))
        }
        return entries
    }

    private static func hints(_ entry: Entry, path: String) throws -> CaptureHints {
        func text(_ name: String) -> String? {
            entry.fields[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        func time(_ name: String) throws -> PrintedTime? {
            guard let value = text(name) else { return nil }
            guard let time = GivenTime.read(value) else {
                throw Failure(
                    description: "\(path):\(entry.line): \(name) '\(value)' is no time; write 2024-03-05T14:30:00Z")
            }
            return time
        }
        return CaptureHints(
            url: text("url"), outlet: text("outlet"), captured: try time("captured_at"),
            published: try time("published_at"), language: text("lang"))
    }
}

/// A time given by a person or a manifest: RFC 3339, or a date alone, its month or year.
public enum GivenTime {
    /// The time in `text`; `nil` when it is none.
    public static func read(_ text: String) -> PrintedTime? {
        if let instant = Instant(rfc3339: text) {
            return PrintedTime(instant, precision: .second, zone: .printed, source: .metadata)
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) } + [1, 1]
        guard let instant = Instant(year: numbers[0], month: numbers[1], day: numbers[2]) else { return nil }
        let precision: TimePrecision = [.year, .month, .day][parts.count - 1]
        return PrintedTime(instant, precision: precision, zone: .assumed, source: .metadata)
    }
}
