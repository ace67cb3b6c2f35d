import NewsModel
import NewsStorage

/// Where captures stand, and what is known of all of them from outside.
struct CapturePlace: Sendable {
    /// The file.
    let path: String
    /// Where in the file; `nil` for the file itself.
    var position: String?
    /// What is known of the captures, unless they say it themselves.
    var hints = CaptureHints()
    /// In how many containers the place is.
    var depth = 0

    /// The place of an entry in the container that stands here.
    func entry(_ name: String) -> CapturePlace {
        CapturePlace(path: path, position: joined(name), hints: hints, depth: depth + 1)
    }

    /// The position of `name` within what stands here.
    func joined(_ name: String?) -> String? {
        guard let position else { return name }
        return name.map { "\(position), \($0)" } ?? position
    }

    func capture(_ bytes: [UInt8], _ format: CaptureFormat) -> FoundCapture {
        .capture(Capture(bytes: bytes, path: path, position: position, format: format, hints: hints))
    }

    func skipped(_ note: String? = nil) -> FoundCapture { .skipped(path: path, position: position, note: note) }

    func rejected(_ reason: String, at name: String? = nil) -> FoundCapture {
        .rejected(Rejection(path: path, position: joined(name), reason: reason))
    }
}
