import CSearch
import NewsModel

/// The words of one article as the index holds them, with their places; made where articles are prepared, many at a time.
///
/// All but its filter tokens, whose numbers only the archive knows.
struct ArticlePostings: Sendable {
    /// What one table of the index holds of an article.
    struct TablePostings: Sendable {
        /// As `csearch_postings_pack` gives them.
        let packed: [UInt8]
        /// How many words each column of text has.
        let sizes: [Int]
    }

    let articles: TablePostings
    let asides: TablePostings

    /// How many words the body has.
    var bodyLength: Int { articles.sizes[2] }

    /// What stands between the items of a list, so that no phrase runs across two. Source: the view `article_index`.
    private static let betweenItems = " \u{E001} "

    /// The words of all that the index holds of `article`, whose body is `body`.
    init(_ article: Article, body: String) {
        let postings = csearch_postings_new()
        defer { csearch_postings_free(postings) }
        func list(_ items: [String]) -> String? {
            items.isEmpty ? nil : items.joined(separator: Self.betweenItems)
        }
        // As the views `article_index` and `aside_index` have them.
        articles = TablePostings(
            [article.headline, article.standfirst, body, list(article.tags), article.section, article.byline], postings)
        csearch_postings_clear(postings)
        asides = TablePostings(
            [
                article.dateline, list(article.relatedHeadlines.map(\.headline)),
                list(article.footnotes.map(\.text)),
            ], postings)
    }

    subscript(_ table: IndexTable) -> TablePostings {
        switch table {
        case .articles: articles
        case .asides: asides
        }
    }
}

extension ArticlePostings.TablePostings {
    /// The words of `columns`, the first of which is column number `first`; `postings` holds none.
    init(_ columns: [String?], first: Int = 0, _ postings: OpaquePointer?) {
        sizes = columns.enumerated().map { column, text in
            guard var text else { return 0 }
            var count: Int32 = 0
            let status = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    csearch_postings_add(postings, $0.baseAddress, Int32($0.count), Int32(first + column), &count)
                }
            }
            precondition(status == 0, "no memory for the words of an article")
            return Int(count)
        }
        var size = 0
        let bytes = csearch_postings_pack(postings, &size)
        precondition(bytes != nil, "no memory for the words of an article")
        packed = Array(UnsafeBufferPointer(start: bytes, count: size))
    }
}
