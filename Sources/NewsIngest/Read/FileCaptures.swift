import NewsModel
import NewsStorage

/// The captures in a file, one after another, as an ingest would read them, without an archive.
///
/// Not to be shared between threads.
public final class FileCaptures: Sequence, IteratorProtocol {
    /// What stands in a file that holds captures.
    public enum Entry: Hashable, Sendable {
        /// A capture, not yet read.
        case capture(Capture)
        /// What is no article by its kind, such as an image in a crawl, with what a person should know of it.
        case skipped(position: String?, note: String?)
        /// What cannot be read, with place and reason.
        case rejected(Rejection)
    }

    private let stream: any CaptureStream

    /// The captures in the file at `path` (`-` is standard input); `hints` are for what they do not say.
    public convenience init(path: String, format: CaptureFormat? = nil, hints: CaptureHints = CaptureHints()) {
        self.init(FilePath(path), format: format, hints: hints)
    }

    init(_ path: FilePath, format: CaptureFormat?, hints: CaptureHints) {
        stream = CaptureStreams(format: format).open(path, hints: hints)
    }

    /// The captures in `bytes`, which are those of a file at `path`.
    public init(bytes: [UInt8], path: String, format: CaptureFormat? = nil, hints: CaptureHints = CaptureHints()) {
        let limit = UnpackLimit()
        limit.consumed = bytes.count
        stream = CaptureStreams(format: format)
            .open(MemorySource(bytes), at: CapturePlace(path: path, hints: hints), limit: limit)
    }

    /// The next entry; `nil` behind the last.
    public func next() -> Entry? {
        switch stream.next() {
        case nil: nil
        case .capture(let capture), .crawled(let capture, _): .capture(capture)
        case .repeated(let repeated): .skipped(position: repeated.position, note: "a revisit of a page met before")
        case .skipped(_, let position, let note): .skipped(position: position, note: note)
        case .rejected(let rejection): .rejected(rejection)
        }
    }
}
