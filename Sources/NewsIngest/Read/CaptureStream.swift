import NewsModel
import NewsStorage

/// What stands in a file that holds captures.
enum FoundCapture: Sendable {
    /// A capture, not yet read.
    case capture(Capture)
    /// A page of a crawl, which may hold it again; `digest` is of its body, as the crawl gives it.
    case crawled(Capture, digest: String?)
    /// A page of a crawl that was met before.
    case repeated(RepeatedCapture)
    /// An entry that is no article by its kind: an image in a crawl, a style sheet in a folder. `note` is for what a
    /// person should know of.
    case skipped(path: String, position: String?, note: String? = nil)
    /// An entry that cannot be read, with the place and the reason.
    case rejected(Rejection)
}

/// What a crawl says of a page that was met before: a revisit record.
struct RepeatedCapture: Hashable, Sendable {
    let path: String
    let position: String?
    /// Where the page was met this time.
    let url: String?
    /// Where and when it was met first, as far as that is told.
    let originalURL: String?
    let originalDate: PrintedTime?
    /// Of its body, as the crawl gives it.
    let digest: String?
}

/// The captures of one file, one after another, in bounded memory.
///
/// Damage is told as `.rejected` with its place, and what comes before and after it is given; so there is nothing to
/// throw.
protocol CaptureStream: AnyObject {
    /// The next entry; `nil` behind the last.
    func next() -> FoundCapture?
}

/// What is known already of what a stream would give.
final class FoundCaptures: CaptureStream {
    private var found: ArraySlice<FoundCapture>

    init(_ found: [FoundCapture]) {
        self.found = found[...]
    }

    func next() -> FoundCapture? { found.popFirst() }
}

/// A stream that stands in a container: its positions are told within the container's.
final class NestedStream: CaptureStream {
    private let stream: any CaptureStream
    private let place: CapturePlace

    init(_ stream: any CaptureStream, at place: CapturePlace) {
        self.stream = stream
        self.place = place
    }

    func next() -> FoundCapture? {
        switch stream.next() {
        case nil: nil
        case .capture(let capture): .capture(moved(capture))
        case .crawled(let capture, let digest): .crawled(moved(capture), digest: digest)
        case .repeated(let repeated): .repeated(repeated)
        case .skipped(let path, let position, let note):
            .skipped(path: path, position: place.joined(position), note: note)
        case .rejected(let rejection):
            .rejected(
                Rejection(path: rejection.path, position: place.joined(rejection.position), reason: rejection.reason))
        }
    }

    private func moved(_ capture: Capture) -> Capture {
        var capture = capture
        capture.position = place.joined(capture.position)
        return capture
    }
}
