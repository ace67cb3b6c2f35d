import NewsEntities
import NewsModel
import NewsStorage

/// Looks for the entities of archived articles.
struct Recognition: Sendable {
    /// Where articles are read.
    let archive: Archive
    private let recognizer = EntityRecognizer()

    init(archive: Archive) {
        self.archive = archive
    }

    /// The entities of article `id` as they are recognized today.
    func prepare(_ id: ArticleID) -> PreparedCapture {
        do {
            guard let archived = try archive.article(id) else {
                return .skipped(path: "article \(id)", position: nil, note: nil)
            }
            let isForeign = !EntityRecognizer.recognizes(archived.article)
            return .recognized(
                RecognizedArticle(
                    id: id, article: archived.article, entities: recognizer.entities(in: archived.article),
                    note: isForeign ? EntityRecognizer.foreignLanguageNote : nil, captures: archived.captures))
        } catch {
            return .rejected(Rejection(path: "article \(id)", reason: "\(error)"))
        }
    }
}

/// An archived article with the entities that it names.
struct RecognizedArticle: Sendable {
    let id: ArticleID
    let article: Article
    let entities: [RecognizedEntity]
    /// What a person should know of the recognizing, if anything.
    let note: String?
    let captures: [ArchivedCapture]

    /// The capture that supplies the article's fields, if the note does not stand with it.
    var unnoted: ArchivedCapture? {
        let leader = captures.max {
            CaptureRank(capturedAt: $0.capturedAt, sha256: $0.sha256)
                < CaptureRank(capturedAt: $1.capturedAt, sha256: $1.sha256)
        }
        return leader.flatMap { capture in note.map { !capture.notes.contains($0) } ?? false ? capture : nil }
    }
}
