import NewsModel
import NewsStorage

/// What stands in a file that holds captures.
enum FoundCapture: Sendable {
    /// A capture, not yet read.
    case capture(Capture)
    /// An entry that is no article by its kind: an image in a crawl, a style sheet in a folder.
    case skipped(path: String, position: String?)
    /// An entry that cannot be read, with the place and the reason.
    case rejected(Rejection)
}

/// The captures of one file, one after another, in bounded memory.
///
/// Damage is told as `.rejected` with its place, and what comes before and after it is given; so there is nothing to
/// throw.
protocol CaptureStream: AnyObject {
    /// The next entry; `nil` behind the last.
    func next() -> FoundCapture?
}
