import NewsModel

/// What a layout read out of a capture, before it becomes an article.
struct Page {
    var headline: String?
    var standfirst: String?
    /// With its opening word already cut.
    var byline: String?
    var section: String?
    var storyline: String?
    var kind: ArticleKind = .article
    var clock: PrintedTime?
    var published: PrintedTime?
    var modified: PrintedTime?
    var paragraphs: [String] = []
    var captions: [String] = []
    var tags: [String] = []
    /// Other stories' headlines, each once.
    var relatedHeadlines: [String] = []
    var footnotes: [Footnote] = []
    var notes: [String] = []
}
