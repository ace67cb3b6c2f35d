import NewsModel
import NewsText

/// SHA-256 of the folded body: what identifies an article that has no address.
///
/// Case, diacritics, quotes, dashes and blanks do not count. An article without a body is identified by its headline.
/// Linear in the body.
public func contentHash(of article: Article) -> SHA256Digest {
    let text = article.paragraphs.isEmpty ? article.headline ?? "" : article.body
    return SHA256Digest(of: foldedKey(text).utf8)
}
