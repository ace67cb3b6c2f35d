import NewsModel
import NewsText

extension ArchivedArticle {
    /// Everything the archive knows of the article, lossless; unknown values are null.
    public var json: JSONValue {
        .object(Self.members(headMembers) + Self.members(timeMembers) + Self.members(listMembers))
    }

    private typealias Pairs = KeyValuePairs<String, JSONValue>

    private static func members(_ pairs: Pairs) -> [JSONValue.Member] {
        pairs.map { JSONValue.Member(name: $0.key, value: $0.value) }
    }

    private var headMembers: Pairs {
        [
            "id": .integer(id.rawValue),
            "url": JSONValue(article.url),
            "canonical_url": JSONValue(article.canonicalURL),
            "outlet": JSONValue(article.outlet),
            "headline": JSONValue(article.headline),
            "headline_source": JSONValue(headlineSource),
            "lead": JSONValue(article.lead),
            "standfirst": JSONValue(article.standfirst),
            "byline": JSONValue(article.byline),
            "authors": JSONValue(article.authors),
            "dateline": JSONValue(article.dateline),
            "section": JSONValue(article.section),
            "storyline": JSONValue(article.storyline),
            "kind": .string(article.kind.rawValue),
            "lang": JSONValue(article.language),
            "lang_source": JSONValue(article.languageSource?.rawValue),
        ]
    }

    private var timeMembers: Pairs {
        [
            "published_at": JSONValue(article.published?.instant.description),
            "published_at_precision": JSONValue(article.published?.precision.rawValue),
            "published_at_zone": JSONValue(article.published?.zone.rawValue),
            "published_at_source": JSONValue(article.published?.source.rawValue),
            "modified_at": JSONValue(article.modified?.instant.description),
            "modified_at_precision": JSONValue(article.modified?.precision.rawValue),
            "modified_at_zone": JSONValue(article.modified?.zone.rawValue),
            "modified_at_source": JSONValue(article.modified?.source.rawValue),
            "captured_at": JSONValue(article.captured?.instant.description),
            "captured_at_precision": JSONValue(article.captured?.precision.rawValue),
            "captured_at_zone": JSONValue(article.captured?.zone.rawValue),
            "captured_at_source": JSONValue(article.captured?.source.rawValue),
        ]
    }

    private var listMembers: Pairs {
        [
            "body": .string(article.body),
            "paragraphs": JSONValue(article.paragraphs),
            "captions": JSONValue(article.captions),
            "word_count": JSONValue(wordCount),
            "content_hash": .string(contentHash),
            "tags": JSONValue(article.tags),
            "related": .array(relatedJSON),
            "footnotes": .array(article.footnotes.enumerated().map { $0.element.json(position: $0.offset) }),
            "entities": .array(entities.map(\.json)),
            "captures": .array(captures.map(\.json)),
        ]
    }

    /// Where the headline shown comes from: the capture, metadata, or the lead that stands in for it.
    public var headlineSource: String? {
        article.headlineOrigin?.rawValue ?? article.lead.map { _ in "lead" }
    }

    /// The headlines shown beside the article, in order, with the articles they are.
    public var relatedJSON: [JSONValue] {
        zip(article.relatedHeadlines, relatedArticles).enumerated().map { position, related in
            [
                "position": JSONValue(position),
                "headline": .string(related.0.headline),
                "url": JSONValue(related.0.url),
                "article_id": JSONValue(related.1?.rawValue),
            ]
        }
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
