/// An article as the archive keeps it, with what hangs from it.
public struct ArchivedArticle: Hashable, Sendable {
    /// Its number in the archive.
    public var id: ArticleID
    /// The story.
    public var article: Article
    /// Words of the body, counted as the index counts them.
    public var wordCount: Int
    /// SHA-256 of the folded body as first read, in hexadecimal.
    public var contentHash: String
    /// For each of the story's related headlines the article it is, in the same order; `nil` where none is archived.
    public var relatedArticles: [ArticleID?]
    /// The entities it names, most often named first.
    public var entities: [ArticleEntity]
    /// The copies it was read out of, without their bytes; the first supplies the fields.
    public var captures: [ArchivedCapture]

    /// An article and what hangs from it.
    public init(
        id: ArticleID, article: Article, wordCount: Int, contentHash: String, relatedArticles: [ArticleID?],
        entities: [ArticleEntity], captures: [ArchivedCapture]
    ) {
        self.id = id
        self.article = article
        self.wordCount = wordCount
        self.contentHash = contentHash
        self.relatedArticles = relatedArticles
        self.entities = entities
        self.captures = captures
    }
}

/// An entity and how one article names it.
public struct ArticleEntity: Hashable, Sendable {
    /// Its number in the archive.
    public var id: Int64
    /// Its name as shown.
    public var name: String
    /// What sort of thing it is.
    public var kind: EntityKind
    /// How often the article names it, in any field.
    public var mentions: Int
    /// The names it has in the article, most frequent first.
    public var surface: [String]

    /// An entity and how one article names it.
    public init(id: Int64, name: String, kind: EntityKind, mentions: Int, surface: [String]) {
        self.id = id
        self.name = name
        self.kind = kind
        self.mentions = mentions
        self.surface = surface
    }
}

/// A capture as the archive keeps it, without its bytes.
public struct ArchivedCapture: Hashable, Sendable {
    /// Its number in the archive.
    public var id: Int64
    /// SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    /// How many bytes it has.
    public var size: Int
    /// The file it was met in.
    public var path: String
    /// Where in the file; `nil` when it is the file.
    public var position: String?
    /// The form it is in.
    public var format: CaptureFormat
    /// The character set it was read in.
    public var charset: String
    /// Why that character set.
    public var charsetSource: CharsetSource
    /// The layout that read it.
    public var layout: String
    /// When it was made; `nil` when nothing says so.
    public var capturedAt: Instant?
    /// When it came into the archive.
    public var ingestedAt: Instant
    /// What was known of it from outside.
    public var hints: CaptureHints
    /// What a person should know of the reading.
    public var notes: [String]
    /// The lines that went into no field.
    public var dropped: [DroppedLine]

    /// A capture without its bytes.
    public init(
        id: Int64, sha256: String, size: Int, path: String, position: String?, format: CaptureFormat, charset: String,
        charsetSource: CharsetSource, layout: String, capturedAt: Instant?, ingestedAt: Instant, hints: CaptureHints,
        notes: [String], dropped: [DroppedLine]
    ) {
        self.id = id
        self.sha256 = sha256
        self.size = size
        self.path = path
        self.position = position
        self.format = format
        self.charset = charset
        self.charsetSource = charsetSource
        self.layout = layout
        self.capturedAt = capturedAt
        self.ingestedAt = ingestedAt
        self.hints = hints
        self.notes = notes
        self.dropped = dropped
    }
}
