import Dispatch
import NewsEntities
import NewsModel
import NewsStorage
import NewsText

/// Writes prepared captures, a batch at a time, and tells what became of each.
///
/// One at a time: it is the only writer of an ingest.
actor CaptureArchiver {
    private let archive: Archive
    private let originals: OriginalKeys
    private let caches = WriterCaches()
    private let run: Int64?
    private let executor = WriterExecutor()

    /// Its own thread: one of those that prepare captures would stand still while the file is written.
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// A writer into `archive`; `originals` are the pages of crawls that were met in this ingest.
    init(_ archive: Archive, originals: OriginalKeys, run: Int64?) {
        self.archive = archive
        self.originals = originals
        self.run = run
    }

    /// Writes `batch` in one transaction. When one of its captures cannot be stored, the others are.
    func write(_ batch: [PreparedCapture]) throws -> [IngestEvent] {
        do {
            return try transaction(batch)
        } catch let error as ArchiveError {
            throw error
        } catch {
            return try batch.flatMap { capture in try writeAlone(capture) }
        }
    }

    private func writeAlone(_ capture: PreparedCapture) throws -> [IngestEvent] {
        do {
            return try transaction([capture])
        } catch let error as ArchiveError {
            throw error
        } catch {
            let place = capture.place
            let rejection = Rejection(
                path: place.path, position: place.position,
                reason: "cannot be stored (\(error)); please report this with the file")
            return try transaction([.rejected(rejection)])
        }
    }

    private func transaction(_ batch: [PreparedCapture]) throws -> [IngestEvent] {
        try archive.writeArticles(caches, run: run) { writer in
            try batch.flatMap { capture in
                if case .reread(let article) = capture { return try Self.write(article, to: writer) }
                if case .repeated(let repeated) = capture { return [try event(of: repeated, writer)] }
                let (outcome, article) = try Self.write(capture, to: writer)
                let place = capture.place
                return [
                    IngestEvent(
                        path: place.path, position: place.position, outcome: outcome, article: article,
                        note: capture.note)
                ]
            }
        }
    }

    private static func write(
        _ prepared: PreparedCapture, to writer: ArticleWriter
    ) throws -> (IngestEvent.Outcome, ArticleID?) {
        switch prepared {
        case .skipped, .repeated, .reread:
            return (.skipped, nil)
        case .recognized(let recognized):
            let isNew = try writer.recognize(
                recognized.entities, in: recognized.article, id: recognized.id, recognizer: EntityRecognizer.version)
            if let (capture, notes) = recognized.noted { try writer.setNotes(capture, notes) }
            return (isNew ? .updated : .unchanged, recognized.id)
        case .rejected(let rejection):
            try writer.reject(rejection)
            return (.rejected(reason: rejection.reason), nil)
        case .known(let known, let path, let position, _):
            try keepFirstPlace(of: known, path: path, position: position, writer)
            return (.unchanged, known.article)
        case .read(let capture, let article, let isCrawled, _):
            if let known = try writer.capture(withKey: capture.key) {
                try keepFirstPlace(of: known, path: capture.path, position: capture.position, writer)
                let hints = known.hints.adding(capture.hints, isCrawled: isCrawled)
                let isNew = try read(capture, article, again: known, hints: hints, writer)
                return (isNew ? .updated : .unchanged, known.article)
            }
            if let id = try writer.article(withIdentity: article.identity) {
                let leads = try writer.leader(of: id).map { $0.rank < capture.rank } ?? true
                try writer.insert(capture, of: id)
                if leads { _ = try writer.replace(id, with: article) }
                return (.updated, id)
            }
            let id = try writer.insert(article)
            try writer.insert(capture, of: id)
            return (.archived, id)
        }
    }

    /// Takes what is new of an archived capture, its bytes or what is known of it; `false` when that is nothing.
    private static func read(
        _ capture: NewCapture, _ article: NewArticle, again known: KnownCapture, hints: CaptureHints,
        _ writer: ArticleWriter
    ) throws -> Bool {
        let newBytes = known.hasBytes ? nil : capture.packed
        if let newBytes { try writer.setBytes(known.id, packed: newBytes) }
        guard hints != known.hints else { return newBytes != nil }
        try writer.update(known.id, reading: capture.reading, hints: hints)
        let leads = try writer.leader(of: known.article, except: known.id).map { $0.rank < capture.rank } ?? true
        if leads { _ = try writer.replace(known.article, with: article) }
        return true
    }

    /// What became of a page that its crawl met before: it is archived already, else there is nothing of it to read.
    private func event(of repeated: RepeatedCapture, _ writer: ArticleWriter) throws -> IngestEvent {
        let known = try original(of: repeated, writer)
        let isHere = known.map { Self.canonical($0.hints.url) == Self.canonical(repeated.url) } ?? false
        let note =
            known == nil
            ? "a revisit of a page that is not archived; ingest the file that holds it first"
            : "a revisit of a page that is archived from another address"
        return IngestEvent(
            path: repeated.path, position: repeated.position, outcome: isHere ? .unchanged : .skipped,
            article: isHere ? known?.article : nil, note: isHere ? nil : note)
    }

    /// The capture that a revisit record stands for: by its digest in this ingest, by address and time in the archive.
    private func original(of repeated: RepeatedCapture, _ writer: ArticleWriter) throws -> KnownCapture? {
        let address = Self.canonical(repeated.originalURL ?? repeated.url)
        if let digest = repeated.digest, let key = originals.key(digest, at: address),
            let known = try writer.capture(withKey: key)
        {
            return known
        }
        guard let address else { return nil }
        return try writer.capture(
            ofAddress: address, capturedAt: repeated.originalDate?.instant, bodyDigest: repeated.digest)
    }

    private static func canonical(_ url: String?) -> String? {
        url.flatMap { WebAddress($0)?.canonical }
    }

    /// Writes what reading an article's captures again gave, with what became of each capture.
    private static func write(_ reread: RereadArticle, to writer: ArticleWriter) throws -> [IngestEvent] {
        let hasChanged = try reread.article.map { try writer.replace(reread.id, with: $0) } ?? false
        let leader = reread.captures.max { $0.rank < $1.rank }?.known.id
        return try reread.captures.map { capture in
            let known = capture.known
            var outcome = IngestEvent.Outcome.unchanged
            switch capture.result {
            case .read(let reading):
                let differs = capture.differs(from: reading)
                if differs { try writer.update(known.id, reading: reading, hints: known.hints) }
                if differs || hasChanged && known.id == leader { outcome = .updated }
            case .rejected(let reason):
                outcome = .rejected(reason: reason)
            case .notKept:
                outcome = .rejected(
                    reason: "its bytes were not kept (--no-raw), it stays as it is; ingest its file again")
            }
            if case .rejected(let reason) = outcome {
                try writer.reject(Rejection(path: known.path, position: known.position, reason: reason))
            }
            return IngestEvent(
                path: known.path, position: known.position, outcome: outcome, article: reread.id, note: nil)
        }
    }

    /// Of a capture met in several files, the first by name is remembered, whichever came first.
    private static func keepFirstPlace(
        of known: KnownCapture, path: String, position: String?, _ writer: ArticleWriter
    ) throws {
        guard (path, position ?? "") < (known.path, known.position ?? "") else { return }
        try writer.setPlace(known.id, path: path, position: position)
    }
}

/// Runs what belongs to the writer, one thing after the other, beside the threads that all tasks share.
private final class WriterExecutor: SerialExecutor {
    private let queue = DispatchQueue(label: "newsarchive.writer")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}

extension PreparedCapture {
    /// What a person should know of it.
    fileprivate var note: String? {
        switch self {
        case .skipped(_, _, let note): note
        case .read(_, _, _, let damage), .known(_, _, _, let damage): damage
        case .reread, .recognized, .repeated, .rejected: nil
        }
    }

    /// Where it was met.
    fileprivate var place: (path: String, position: String?) {
        switch self {
        case .read(let capture, _, _, _): (capture.path, capture.position)
        case .known(_, let path, let position, _): (path, position)
        case .reread(let article): (article.captures.first?.known.path ?? "", nil)
        case .recognized(let article): (article.captures.first?.path ?? "", nil)
        case .repeated(let repeated): (repeated.path, repeated.position)
        case .skipped(let path, let position, _): (path, position)
        case .rejected(let rejection): (rejection.path, rejection.position)
        }
    }
}

extension NewCapture {
    /// Where it stands among the captures of its article.
    var rank: CaptureRank {
        CaptureRank(capturedAt: reading.article.captured?.instant, sha256: sha256.hexadecimal)
    }
}
