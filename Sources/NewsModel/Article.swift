/// A story, normalized, as it was read out of a capture.
///
/// What the capture does not say is `nil` or empty; nothing in it is invented. Text is printed text (NFC, single
/// blanks), see `NewsText.Normalizing`.
public struct Article: Hashable, Sendable, Codable {
    /// The address as it was given or found.
    public var url: String?
    /// The address that identifies the story: scheme and host folded, tracking parameters and fragment removed.
    public var canonicalURL: String?
    /// Who published it, as the archive names it.
    public var outlet: String?

    /// As printed; `nil` when the capture holds none.
    public var headline: String?
    /// Where the headline was read; `nil` when there is none.
    public var headlineOrigin: HeadlineOrigin?
    /// The first sentence of the body, shown where there is no headline; `nil` when there is no body.
    public var lead: String?
    /// The summary printed between headline and body.
    public var standfirst: String?
    /// The writers' line without its opening "By"; `nil` when the story is unsigned.
    public var byline: String?
    /// The names in the byline, in printed order.
    public var authors: [String]
    /// The place at the opening of the body, as printed (`HANOI`); it stays in the body too.
    public var dateline: String?
    /// The outlet's section, as printed.
    public var section: String?
    /// The outlet's running topic that the story belongs to, as printed.
    public var storyline: String?
    /// What sort of story it is.
    public var kind: ArticleKind

    /// The language as a lower-case ISO 639-1 code; `nil` when unsure.
    public var language: String?
    /// How the language is known; `nil` when it is not.
    public var languageSource: LanguageSource?

    /// When the outlet says it was published.
    public var published: PrintedTime?
    /// When the outlet says it was last changed.
    public var modified: PrintedTime?
    /// When the capture was made.
    public var captured: PrintedTime?

    /// The body's paragraphs in order, none empty. A paragraph may hold single line ends (lists, verse).
    public var paragraphs: [String]
    /// Captions and credit lines of images, in printed order.
    public var captions: [String]
    /// The outlet's labels, in printed order, none twice.
    public var tags: [String]
    /// Other stories' headlines shown beside this one, in printed order, none twice.
    public var relatedHeadlines: [RelatedHeadline]
    /// Notes printed with the story, in printed order.
    public var footnotes: [Footnote]

    /// An article without any field filled.
    public init() {
        authors = []
        kind = .article
        paragraphs = []
        captions = []
        tags = []
        relatedHeadlines = []
        footnotes = []
    }

    /// The whole body: paragraphs separated by one empty line.
    public var body: String { paragraphs.joined(separator: "\n\n") }

    /// The time shown for the story: published, else captured.
    public var shownTime: PrintedTime? { published ?? captured }
}

/// Where a headline was read.
public enum HeadlineOrigin: String, Hashable, Sendable, Codable, CaseIterable {
    /// In the text of the capture.
    case capture
    /// In what accompanies the text.
    case metadata
}

/// What sort of story an article is.
public enum ArticleKind: String, Hashable, Sendable, Codable, CaseIterable {
    case article, summary, live, gallery, video
}

/// How an article's language is known.
public enum LanguageSource: String, Hashable, Sendable, Codable, CaseIterable {
    /// Structured data in the page.
    case metadata
    /// An option or a manifest.
    case given
    /// The edition that the layout belongs to.
    case layout
    /// Script and common words of the text.
    case detected
}

/// Another story's headline shown beside an article.
public struct RelatedHeadline: Hashable, Sendable, Codable {
    /// As printed.
    public var headline: String
    /// The address it links to; `nil` when the capture does not say.
    public var url: String?

    /// A headline and where it links to.
    public init(headline: String, url: String? = nil) {
        self.headline = headline
        self.url = url
    }
}

/// A note printed with an article.
public struct Footnote: Hashable, Sendable, Codable {
    /// The sign that refers to it, as printed: `*`, `**`, `†`, `[1]`.
    public var marker: String
    /// The note without its marker.
    public var text: String
    /// The places in the body that refer to it, in order; empty when none does.
    public var references: [FootnoteReference]

    /// A note with its references.
    public init(marker: String, text: String, references: [FootnoteReference]) {
        self.marker = marker
        self.text = text
        self.references = references
    }
}

/// A place in the body that refers to a footnote.
public struct FootnoteReference: Hashable, Sendable, Codable {
    /// The paragraph, counted from 1.
    public var paragraph: Int
    /// Where the marker stands in the paragraph, in Unicode scalars from 0.
    public var offset: Int

    /// A reference at `offset` of `paragraph`.
    public init(paragraph: Int, offset: Int) {
        self.paragraph = paragraph
        self.offset = offset
    }
}
