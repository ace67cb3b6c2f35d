import NewsModel
import NewsStorage

/// What an ingest did.
public struct IngestReport: Sendable {
    /// What became of the captures.
    public internal(set) var counts = IngestCounts()
    /// The inputs that could not be read, and why; the first `rejectionLimit`. The archive's table `rejections` has all.
    public internal(set) var rejections: [Rejection] = []
    /// What became of each file, in the order they were met; the first `listLimit`.
    public internal(set) var files: [FileReport] = []
    /// The articles that captures were archived as or belong to; the first `listLimit`.
    public internal(set) var articles: [ArchivedPlace] = []
    /// How long it took.
    public internal(set) var seconds: Double = 0
    /// Whether it was ended before all inputs were read.
    public internal(set) var wasStopped = false

    /// How many entries `files` and `articles` hold, unless the options say otherwise.
    public static let listLimit = 1_000

    /// How many entries `rejections` holds: some 30 MB of them.
    public static let rejectionLimit = 100_000

    private let limit: Int
    private let mostRejections: Int
    private var isBeyondLimit = false

    init(listLimit: Int = Self.listLimit, rejectionLimit: Int = Self.rejectionLimit) {
        (limit, mostRejections) = (listLimit, rejectionLimit)
    }

    /// What became of one file.
    public struct FileReport: Hashable, Sendable {
        /// The file.
        public let path: String
        /// What became of its captures.
        public internal(set) var counts = IngestCounts()
        /// What a person should know of what was skipped in it, and how often it holds.
        public internal(set) var notes: [String: Int] = [:]
        /// What its container says against captures that are in the archive all the same, and how often.
        public internal(set) var damage: [String: Int] = [:]
    }

    /// Where an article's capture was met.
    public struct ArchivedPlace: Hashable, Sendable {
        /// The article.
        public let id: ArticleID
        /// The file.
        public let path: String
        /// Where in the file.
        public let position: String?
    }

    mutating func add(_ event: IngestEvent) {
        var file = IngestCounts()
        switch event.outcome {
        case .archived: file.archived = 1
        case .updated: file.updated = 1
        case .unchanged: file.unchanged = 1
        case .skipped: file.skipped = 1
        case .rejected(let reason):
            file.rejected = 1
            if rejections.count < mostRejections {
                rejections.append(Rejection(path: event.path, position: event.position, reason: reason))
            }
        }
        if event.outcome != .skipped { file.found = 1 }
        counts += file
        count(file, for: event)
        if let id = event.article, articles.count < limit {
            articles.append(ArchivedPlace(id: id, path: event.path, position: event.position))
        }
    }

    private mutating func count(_ new: IngestCounts, for event: IngestEvent) {
        if files.last?.path != event.path {
            guard files.count < limit, !isBeyondLimit else {
                isBeyondLimit = true
                return
            }
            files.append(FileReport(path: event.path))
        }
        let last = files.count - 1
        files[last].counts += new
        guard let note = event.note else { return }
        if event.outcome == .skipped {
            files[last].notes[note, default: 0] += 1
        } else {
            files[last].damage[note, default: 0] += 1
        }
    }
}

/// What became of one capture.
struct IngestEvent: Sendable {
    enum Outcome: Hashable, Sendable {
        case archived, updated, unchanged, skipped
        case rejected(reason: String)
    }

    let path: String
    let position: String?
    let outcome: Outcome
    let article: ArticleID?
    let note: String?
}

extension IngestCounts {
    static func += (left: inout IngestCounts, right: IngestCounts) {
        left.found += right.found
        left.archived += right.archived
        left.updated += right.updated
        left.unchanged += right.unchanged
        left.skipped += right.skipped
        left.rejected += right.rejected
    }
}
