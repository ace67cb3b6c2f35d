import NewsModel
import NewsStorage

/// What would be archived of the captures in files, one after another, without an archive.
public struct Extraction: Sequence, IteratorProtocol {
    /// A capture, and what reading it gave.
    public struct Result: Sendable {
        /// What became of it.
        public enum Outcome: Sendable {
            /// It reads as an article.
            case read(CaptureReading)
            /// It is no article by its kind: an image in a crawl, a file of a folder.
            case skipped(note: String?)
            /// It cannot be read, for this reason.
            case rejected(reason: String)
        }

        /// The file.
        public let path: String
        /// Where in the file; `nil` when it is the file.
        public let position: String?
        /// The form its bytes are in; `nil` when they were not read.
        public let format: CaptureFormat?
        /// What became of it.
        public let outcome: Outcome
    }

    private let options: IngestOptions
    private var files: InputFiles
    private var file: (path: String, captures: FileCaptures)?
    private let reader = CaptureReader()

    /// The captures in the files and folders `paths`; of `options`, format, hints and manifest count.
    public init(of paths: [String], options: IngestOptions) {
        self.options = options
        files = InputFiles(paths)
    }

    /// The next capture; `nil` behind the last. Reads a file's captures one by one, in bounded memory.
    public mutating func next() -> Result? {
        while true {
            if let file, let entry = file.captures.next() { return result(entry, of: file.path) }
            file = nil
            guard let input = files.next() else { return nil }
            switch input {
            case .skipped(let path):
                return Result(path: path.text, position: nil, format: nil, outcome: .skipped(note: nil))
            case .unreadable(let path, let reason):
                return Result(path: path.text, position: nil, format: nil, outcome: .rejected(reason: reason))
            case .file(let path, _):
                file = (path.text, FileCaptures(path, format: options.format, hints: options.hints(for: path)))
            }
        }
    }

    private func result(_ entry: FileCaptures.Entry, of path: String) -> Result {
        switch entry {
        case .capture(let capture):
            let outcome: Result.Outcome
            do throws(CaptureRejection) {
                outcome = .read(try reader.read(capture))
            } catch {
                outcome = .rejected(reason: error.description)
            }
            return Result(path: capture.path, position: capture.position, format: capture.format, outcome: outcome)
        case .skipped(let position, let note):
            return Result(path: path, position: position, format: nil, outcome: .skipped(note: note))
        case .rejected(let rejection):
            return Result(
                path: rejection.path, position: rejection.position, format: nil,
                outcome: .rejected(reason: rejection.reason))
        }
    }
}
