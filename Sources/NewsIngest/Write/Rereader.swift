import NewsModel
import NewsStorage
import NewsText

/// Reads the captures of archived articles again.
struct Rereader: Sendable {
    let archive: Archive
    let preparer: Preparer

    /// Article `id` as its captures read today.
    func prepare(_ id: ArticleID) -> PreparedCapture {
        do {
            guard let archived = try archive.article(id) else {
                return .skipped(path: "article \(id)", position: nil, note: nil)
            }
            let captures = try archived.captures.map { RereadArticle.Capture(known: $0, result: try read($0)) }
            let leader = captures.max { $0.rank < $1.rank }
            let article = leader?.result.reading.map { preparer.newArticle($0.article) }
            return .reread(RereadArticle(id: id, article: article, captures: captures))
        } catch {
            return .rejected(Rejection(path: "article \(id)", reason: "\(error)"))
        }
    }

    private func read(_ capture: ArchivedCapture) throws -> RereadArticle.Result {
        guard let bytes = try archive.bytes(ofCapture: capture.id) else { return .notKept }
        let source = Capture(
            bytes: bytes, path: capture.path, position: capture.position, format: capture.format, hints: capture.hints)
        do throws(CaptureRejection) {
            return .read(try preparer.read(source))
        } catch {
            return .rejected(reason: error.description)
        }
    }
}

/// An article as its captures read today.
struct RereadArticle: Sendable {
    enum Result: Sendable {
        case read(CaptureReading)
        case rejected(reason: String)
        case notKept

        var reading: CaptureReading? {
            if case .read(let reading) = self { reading } else { nil }
        }
    }

    struct Capture: Sendable {
        let known: ArchivedCapture
        let result: Result

        /// Where it stands among the captures of its article, as it reads today.
        var rank: CaptureRank {
            let capturedAt = result.reading.map { $0.article.captured?.instant } ?? known.capturedAt
            return CaptureRank(capturedAt: capturedAt, sha256: known.sha256)
        }

        /// Whether it reads otherwise than it did.
        func differs(from reading: CaptureReading) -> Bool {
            known.charset != reading.charset || known.layout != reading.layout || known.notes != reading.notes
                || known.dropped != reading.dropped || known.capturedAt != reading.article.captured?.instant
        }
    }

    let id: ArticleID
    /// The fields that its leading capture gives; `nil` when that cannot be read any more, and they stay as they are.
    let article: NewArticle?
    let captures: [Capture]
}
