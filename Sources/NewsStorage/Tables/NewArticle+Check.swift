import GRDB
import NewsModel

extension NewArticle {
    /// Sees that its values are such as the schema's CHECK constraints want them. What they say of words out of a list,
    /// of digests and of JSON holds by the types.
    ///
    /// - Throws: `DatabaseError`, as a constraint would.
    func check() throws {
        let texts = [
            ("headline", article.headline), ("lead", article.lead), ("standfirst", article.standfirst),
            ("byline", article.byline), ("dateline", article.dateline), ("language", article.language),
            ("outlet", article.outlet), ("section", article.section), ("storyline", article.storyline),
        ]
        for (name, text) in texts where text?.isEmpty == true { throw Self.failure(name) }
        if (article.headline == nil) != (article.headlineOrigin == nil) { throw Self.failure("headline_origin") }
        if article.tags.contains(where: \.isEmpty) { throw Self.failure("tag") }
        for related in article.relatedHeadlines where related.headline.isEmpty || related.url?.isEmpty == true {
            throw Self.failure("related headline")
        }
        for footnote in article.footnotes {
            guard !footnote.marker.isEmpty, footnote.references.allSatisfy({ $0.paragraph >= 1 && $0.offset >= 0 })
            else { throw Self.failure("footnote") }
        }
        if entities.contains(where: \.name.isEmpty) { throw Self.failure("entity") }
    }

    private static func failure(_ name: String) -> DatabaseError {
        DatabaseError(resultCode: .SQLITE_CONSTRAINT_CHECK, message: "CHECK constraint failed: \(name)")
    }
}
