import NewsModel
import NewsStorage

/// How captures are ingested.
public struct IngestOptions: Sendable {
    /// The form the captures are in; `nil` finds it out from their content.
    public var format: CaptureFormat?
    /// What is known of all captures from outside, for what they do not say.
    public var hints = CaptureHints()
    /// What is known of single captures.
    public var manifest: Manifest?
    /// How many captures are read at the same time; `nil` for one a processor.
    public var jobs: Int?
    /// Whether the archive keeps the bytes of captures.
    public var keepsBytes = true
    /// Whether entities are recognized.
    public var recognizesEntities = true
    /// Whether the first rejection ends the ingest.
    public var isStrict = false
    /// How many entries the lists of the report hold at the most.
    public var listLimit = IngestReport.listLimit
    /// The version recorded with the run.
    public var program = "newsarchive"

    /// The usual way: everything kept, everything recognized.
    public init() {}
}

/// How far an ingest is.
public struct IngestProgress: Sendable {
    /// What became of the captures so far.
    public let counts: IngestCounts
    /// How many inputs there are; `nil` while they are still being counted.
    public let total: Int?
    /// How many inputs are done.
    public let done: Int
    /// Seconds since the start.
    public let seconds: Double
}
