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
            return .recognized(
                RecognizedArticle(
                    id: id, article: archived.article, entities: recognizer.entities(in: archived.article),
                    notes: EntityRecognizer.notes(on: archived.article), captures: archived.captures))
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
    /// What a person should know of the recognizing.
    let notes: [String]
    let captures: [ArchivedCapture]

    /// The capture that supplies the article's fields, and its notes with those that do not stand with it yet; `nil` when
    /// all do.
    var noted: (capture: Int64, notes: [String])? {
        let leader = captures.max {
            CaptureRank(capturedAt: $0.capturedAt, sha256: $0.sha256)
                < CaptureRank(capturedAt: $1.capturedAt, sha256: $1.sha256)
        }
        guard let leader else { return nil }
        let missing = notes.filter { !leader.notes.contains($0) }
        return missing.isEmpty ? nil : (leader.id, leader.notes + missing)
    }
}
