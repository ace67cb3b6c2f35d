import NewsModel
import NewsText

extension ArchivedArticle {
    /// Everything the archive knows of the article, lossless; unknown values are null.
    public var json: JSONValue {
        var members = [JSONValue.Member(name: "id", value: .integer(id.rawValue))]
        members += article.headMembers
        members += article.timeMembers
        members += article.bodyMembers(wordCount: wordCount)
        members.append(JSONValue.Member(name: "content_hash", value: .string(contentHash)))
        members += article.listMembers(related: relatedJSON)
        members.append(JSONValue.Member(name: "entities", value: .array(entities.map(\.json))))
        members.append(JSONValue.Member(name: "captures", value: .array(captures.map(\.json))))
        return .object(members)
    }

    /// Where the headline shown comes from: the capture, metadata, or the lead that stands in for it.
    public var headlineSource: String? { article.headlineSource }

    /// The headlines shown beside the article, in order, with the articles they are.
    public var relatedJSON: [JSONValue] { article.relatedJSON(articles: relatedArticles) }
}

extension Article {
    /// The article without what only an archive knows of it: its number, its entities, its captures.
    public var json: JSONValue {
        let related = relatedJSON(articles: relatedHeadlines.map { _ in nil })
        return .object(
            headMembers + timeMembers + bodyMembers(wordCount: tokenCount(of: body)) + listMembers(related: related))
    }

    fileprivate var headlineSource: String? { headlineOrigin?.rawValue ?? lead.map { _ in "lead" } }

    fileprivate var headMembers: [JSONValue.Member] {
        JSONValue.Member.list([
            "url": JSONValue(url),
            "canonical_url": JSONValue(canonicalURL),
            "outlet": JSONValue(outlet),
            "headline": JSONValue(headline),
            "headline_source": JSONValue(headlineSource),
            "lead": JSONValue(lead),
            "standfirst": JSONValue(standfirst),
            "byline": JSONValue(byline),
            "authors": JSONValue(authors),
            "dateline": JSONValue(dateline),
            "section": JSONValue(section),
            "storyline": JSONValue(storyline),
            "kind": .string(kind.rawValue),
            "lang": JSONValue(language),
            "lang_source": JSONValue(languageSource?.rawValue),
        ])
    }

    fileprivate var timeMembers: [JSONValue.Member] {
        Self.members("published_at", published) + Self.members("modified_at", modified)
            + Self.members("captured_at", captured)
    }

    private static func members(_ name: String, _ time: PrintedTime?) -> [JSONValue.Member] {
        [
            JSONValue.Member(name: name, value: JSONValue(time?.instant.description)),
            JSONValue.Member(name: name + "_precision", value: JSONValue(time?.precision.rawValue)),
            JSONValue.Member(name: name + "_zone", value: JSONValue(time?.zone.rawValue)),
            JSONValue.Member(name: name + "_source", value: JSONValue(time?.source.rawValue)),
        ]
    }

    fileprivate func bodyMembers(wordCount: Int) -> [JSONValue.Member] {
        JSONValue.Member.list([
            "body": .string(body),
            "paragraphs": JSONValue(paragraphs),
            "captions": JSONValue(captions),
            "word_count": JSONValue(wordCount),
        ])
    }

    fileprivate func listMembers(related: [JSONValue]) -> [JSONValue.Member] {
        JSONValue.Member.list([
            "tags": JSONValue(tags),
            "related": .array(related),
            "footnotes": .array(footnotes.enumerated().map { $0.element.json(position: $0.offset) }),
        ])
    }

    fileprivate func relatedJSON(articles: [ArticleID?]) -> [JSONValue] {
        zip(relatedHeadlines, articles).enumerated().map { position, related in
            [
                "position": JSONValue(position),
                "headline": .string(related.0.headline),
                "url": JSONValue(related.0.url),
                "article_id": JSONValue(related.1?.rawValue),
            ]
        }
    }
}

extension JSONValue.Member {
    fileprivate static func list(_ pairs: KeyValuePairs<String, JSONValue>) -> [JSONValue.Member] {
        pairs.map { JSONValue.Member(name: $0.key, value: $0.value) }
    }
}

extension Footnote {
    fileprivate func json(position: Int) -> JSONValue {
        [
            "position": JSONValue(position),
            "marker": .string(marker),
            "text": .string(text),
            "references": .array(
                references.map { ["paragraph": JSONValue($0.paragraph), "offset": JSONValue($0.offset)] }),
        ]
    }
}

extension ArticleEntity {
    fileprivate var json: JSONValue {
        [
            "id": .integer(id),
            "name": .string(name),
            "kind": .string(kind.rawValue),
            "mentions": JSONValue(mentions),
            "surface": JSONValue(surface),
            "searched": .bool(isSearched),
        ]
    }
}

extension ArchivedCapture {
    fileprivate var json: JSONValue {
        [
            "sha256": .string(sha256),
            "path": .string(path),
            "position": JSONValue(position),
            "format": .string(format.rawValue),
            "charset": .string(charset),
            "charset_source": .string(charsetSource.rawValue),
            "layout": .string(layout),
            "captured_at": JSONValue(capturedAt?.description),
            "ingested_at": .string(ingestedAt.description),
            "notes": JSONValue(notes),
        ]
    }
}

extension Hit {
    /// The hit as `search --json` shows it.
    public var json: JSONValue {
        let shown = article.shownTime
        return [
            "id": .integer(id.rawValue),
            "headline": JSONValue(article.headline),
            "headline_source": JSONValue(archived.headlineSource),
            "lead": JSONValue(article.lead),
            "url": JSONValue(article.url),
            "outlet": JSONValue(article.outlet),
            "section": JSONValue(article.section),
            "date": JSONValue(shown?.instant.description),
            "date_source": JSONValue(article.dateSource),
            "published_at": JSONValue(article.published?.instant.description),
            "captured_at": JSONValue(article.captured?.instant.description),
            "lang": JSONValue(article.language),
            "byline": JSONValue(article.byline),
            "tags": JSONValue(article.tags),
            "snippet": snippet?.json ?? .null,
            "score": JSONValue(score),
        ]
    }
}

extension Snippet {
    fileprivate var json: JSONValue {
        [
            "field": .string(field.rawValue),
            "text": .string(text),
            "ranges": .array(ranges.map { .array([JSONValue($0.lowerBound), JSONValue($0.count)]) }),
        ]
    }
}

extension Article {
    /// Which date is shown: `published`, `captured`, or `nil` for none.
    public var dateSource: String? {
        published != nil ? "published" : captured != nil ? "captured" : nil
    }
}
