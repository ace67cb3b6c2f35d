import NewsIngest
import NewsModel

/// What a file was found to hold, in short.
struct FoundEntries {
    /// Position and text of each capture.
    var captures: [Capture] = []
    /// Position and note of what was skipped.
    var skipped: [String] = []
    /// Position and reason of what was rejected.
    var rejected: [String] = []

    init(_ bytes: [UInt8], format: CaptureFormat? = nil, hints: CaptureHints = CaptureHints()) {
        for entry in FileCaptures(bytes: bytes, path: "a", format: format, hints: hints) {
            switch entry {
            case .capture(let capture): captures.append(capture)
            case .skipped(let position, let note): skipped.append("\(position ?? "")\(note.map { ": \($0)" } ?? "")")
            case .rejected(let rejection): rejected.append("\(rejection.position ?? "") \(rejection.reason)")
            }
        }
    }

    /// The captures as text.
    var texts: [String] { captures.map { String(decoding: $0.bytes, as: UTF8.self) } }
    var positions: [String?] { captures.map(\.position) }
}
