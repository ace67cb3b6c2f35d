import NewsModel
import NewsStorage

/// Writes prepared captures, a batch at a time, and tells what became of each.
///
/// One at a time: it is the only writer of an ingest.
actor CaptureArchiver {
    private let archive: Archive
    private let caches = WriterCaches()
    private let run: Int64?

    init(_ archive: Archive, run: Int64?) {
        self.archive = archive
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
                let (outcome, article) = try Self.write(capture, to: writer)
                let place = capture.place
                return [IngestEvent(path: place.path, position: place.position, outcome: outcome, article: article)]
            }
        }
    }

    private static func write(
        _ prepared: PreparedCapture, to writer: ArticleWriter
    ) throws -> (IngestEvent.Outcome, ArticleID?) {
        switch prepared {
        case .skipped, .reread:
            return (.skipped, nil)
        case .rejected(let rejection):
            try writer.reject(rejection)
            return (.rejected(reason: rejection.reason), nil)
        case .known(let known, let path, let position):
            try keepFirstPlace(of: known, path: path, position: position, writer)
            return (.unchanged, known.article)
        case .read(let capture, let article):
            if let known = try writer.capture(withKey: capture.key) {
                try keepFirstPlace(of: known, path: capture.path, position: capture.position, writer)
                return (try read(capture, article, again: known, writer) ? .updated : .unchanged, known.article)
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
        _ capture: NewCapture, _ article: NewArticle, again known: KnownCapture, _ writer: ArticleWriter
    ) throws -> Bool {
        let newBytes = known.hasBytes ? nil : capture.packed
        if let newBytes { try writer.setBytes(known.id, packed: newBytes) }
        let hints = known.hints.adding(capture.hints)
        guard hints != known.hints else { return newBytes != nil }
        try writer.update(known.id, reading: capture.reading, hints: hints)
        let leads = try writer.leader(of: known.article, except: known.id).map { $0.rank < capture.rank } ?? true
        if leads { _ = try writer.replace(known.article, with: article) }
        return true
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
            return IngestEvent(path: known.path, position: known.position, outcome: outcome, article: reread.id)
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

extension PreparedCapture {
    /// Where it was met.
    fileprivate var place: (path: String, position: String?) {
        switch self {
        case .read(let capture, _): (capture.path, capture.position)
        case .known(_, let path, let position): (path, position)
        case .reread(let article): (article.captures.first?.known.path ?? "", nil)
        case .skipped(let path): (path, nil)
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
