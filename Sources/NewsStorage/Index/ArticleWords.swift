import CSearch
import NewsModel

/// The words of one article for `word_forms`, each once; made where articles are prepared, many at a time.
struct ArticleWords: Sendable {
    /// As `csearch_article_words` packs them.
    let packed: [UInt8]
    /// How many words the body has, none left out.
    let bodyLength: Int

    /// The words of all that the index holds of `article`, whose body is `body`.
    init(_ article: Article, body: String) {
        let words = csearch_article_new()
        defer { csearch_article_free(words) }
        func add(_ text: String?, isCounted: Bool) -> Int {
            guard var text else { return 0 }
            var count: Int32 = 0
            let status = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    csearch_article_add(words, $0.baseAddress, Int32($0.count), isCounted ? 1 : 0, &count)
                }
            }
            precondition(status == 0, "no memory for the words of an article")
            return Int(count)
        }
        // As the views `article_index` and `aside_index` have them: first what counts.
        bodyLength = add(body, isCounted: true)
        for text in [article.headline, article.standfirst, article.section, article.byline] {
            _ = add(text, isCounted: true)
        }
        for tag in article.tags { _ = add(tag, isCounted: true) }
        _ = add(article.dateline, isCounted: false)
        for related in article.relatedHeadlines { _ = add(related.headline, isCounted: false) }
        for footnote in article.footnotes { _ = add(footnote.text, isCounted: false) }
        var size = 0
        let bytes = csearch_article_words(words, &size)
        packed = Array(UnsafeBufferPointer(start: bytes, count: size))
    }
}
