import NewsModel

/// What a reader read out of a capture, before it becomes an article.
struct Page {
    var headline: String?
    /// Whether the headline stands in the text or in what accompanies it; counts only where there is one.
    var headlineOrigin: HeadlineOrigin = .capture
    var standfirst: String?
    /// With its opening word already cut.
    var byline: String?
    /// The writers; `nil` when they stand in the byline.
    var authors: [String]?
    /// The place of the story where it does not stand in the body.
    var dateline: String?
    var section: String?
    var storyline: String?
    var kind: ArticleKind = .article
    var clock: PrintedTime?
    var published: PrintedTime?
    var modified: PrintedTime?
    /// The address that the page names as its own.
    var url: String?
    /// Who the page says published it.
    var outlet: String?
    /// The language that the page declares, as an ISO 639-1 code.
    var language: String?
    var paragraphs: [String] = []
    var captions: [String] = []
    var tags: [String] = []
    /// Other stories' headlines, each once.
    var relatedHeadlines: [RelatedHeadline] = []
    var footnotes: [Footnote] = []
    var notes: [String] = []
    /// Where each field was read, by its name in JSON: `headline` → `JSON-LD headline`.
    var sources: [String: String] = [:]
}
