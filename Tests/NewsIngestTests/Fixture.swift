import Foundation
import NewsIngest
import NewsModel
import Testing

/// A capture of `Tests/Fixtures`, text or HTML, and what must be read from it.
struct Fixture: CustomTestStringConvertible, Sendable {
    let text: URL

    /// The fixture at `path` below `Tests/Fixtures`.
    init(_ path: String) { text = Self.folder.appending(path: path) }

    private init(text: URL) { self.text = text }

    var format: CaptureFormat { text.pathExtension == "html" ? .html : .text }

    var testDescription: String {
        text.deletingLastPathComponent().lastPathComponent + "/" + text.deletingPathExtension().lastPathComponent
    }

    var expectation: URL { text.deletingPathExtension().appendingPathExtension("json") }
    private var hintsFile: URL { text.deletingPathExtension().appendingPathExtension("hints.json") }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    /// Every fixture, by path.
    static let all: [Fixture] = {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let texts = (files?.allObjects as? [URL] ?? []).filter { ["txt", "html"].contains($0.pathExtension) }
        return texts.sorted { $0.path() < $1.path() }.map { Fixture(text: $0) }
    }()

    /// Those that are text.
    static let texts = all.filter { $0.format == .text }

    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: text)) }

    func capture() throws -> Capture {
        Capture(bytes: try bytes(), path: text.lastPathComponent, format: format, hints: try hints())
    }

    func reading() throws -> CaptureReading { try CaptureReader().read(capture()) }

    private func hints() throws -> CaptureHints {
        guard let data = try? Data(contentsOf: hintsFile) else { return CaptureHints() }
        let object = try JSONSerialization.jsonObject(with: data) as? [String: String] ?? [:]
        return CaptureHints(
            url: object["url"], outlet: object["outlet"], captured: time(object["captured_at"]),
            published: time(object["published_at"]), language: object["lang"], charset: object["charset"])
    }

    private func time(_ text: String?) -> PrintedTime? {
        text.flatMap { Instant(rfc3339: $0) }.map {
            PrintedTime($0, precision: .second, zone: .printed, source: .metadata)
        }
    }
}
