import NewsModel

/// What an ingest reads, one after another: small files, to be opened where they are read, and the captures of large
/// ones.
///
/// Large files are read here, piece by piece, so that neither a crawl of 10 GB nor standard input is ever held.
struct IngestInputs: Sequence, IteratorProtocol {
    /// Files of at most so many bytes are opened where they are read, many at a time.
    private static let smallFile = 1 << 18

    enum Input: Sendable {
        /// A file that is small.
        case file(FilePath, size: Int)
        /// What was found in a file that is not, and how many bytes of the file were read for it.
        case found(FoundCapture, bytes: Int)
    }

    private var files: InputFiles
    private let streams: CaptureStreams
    private let hints: @Sendable (FilePath) -> CaptureHints
    private var current: Current?

    private struct Current {
        let stream: any CaptureStream
        let source: FileSource
        var counted = 0
    }

    /// The captures in `files`; `hints` tells what is known of a file.
    init(_ files: InputFiles, streams: CaptureStreams, hints: @escaping @Sendable (FilePath) -> CaptureHints) {
        self.files = files
        self.streams = streams
        self.hints = hints
    }

    mutating func next() -> Input? {
        while true {
            if let found = nextOfCurrent() { return found }
            switch files.next() {
            case nil:
                return nil
            case .skipped(let path):
                return .found(.skipped(path: path.text, position: nil), bytes: 0)
            case .unreadable(let path, let reason):
                return .found(CapturePlace(path: path.text).rejected(reason), bytes: 0)
            case .file(let path, let size):
                if size > 0, size <= Self.smallFile { return .file(path, size: size) }
                if let rejected = open(path) { return .found(rejected, bytes: 0) }
            }
        }
    }

    private mutating func nextOfCurrent() -> Input? {
        guard let found = current?.stream.next() else {
            current = nil
            return nil
        }
        let offset = current?.source.offset ?? 0
        let bytes = offset - (current?.counted ?? 0)
        current?.counted = offset
        return .found(found, bytes: Swift.max(0, bytes))
    }

    private mutating func open(_ path: FilePath) -> FoundCapture? {
        let place = CapturePlace(path: path.text, hints: hints(path))
        let limit = UnpackLimit()
        do throws(ByteSourceFailure) {
            let source = try FileSource(path, limit: limit)
            current = Current(stream: streams.open(source, at: place, limit: limit), source: source)
            return nil
        } catch {
            return place.rejected(error.reason)
        }
    }
}

extension IngestInputs.Input {
    /// How much memory it holds until it is read, in bytes.
    var weight: Int {
        switch self {
        case .file(_, let size): size
        case .found(.capture(let capture), _), .found(.crawled(let capture, _), _): capture.bytes.count
        case .found: 0
        }
    }

    /// How many bytes of files it stands for.
    var bytes: Int {
        switch self {
        case .file(_, let bytes), .found(_, let bytes): bytes
        }
    }
}
