import NewsModel
import NewsStorage

/// How captures are ingested.
public struct IngestOptions: Sendable {
    /// The form the captures are in, whatever their content looks like; `nil` finds it out from their content.
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
    /// Whether the bytes to be read are counted beforehand, for telling the time left.
    public var countsBytes = false
    /// The version recorded with the run.
    public var program = "newsarchive"

    /// The usual way: everything kept, everything recognized.
    public init() {}

    /// What is known from outside of the captures in the file at `path`.
    func hints(for path: FilePath) -> CaptureHints {
        let told = manifest?.hints(for: path.text) ?? CaptureHints()
        return told.adding(hints, overriding: false)
    }
}

/// How far an ingest is.
public struct IngestProgress: Sendable {
    /// What became of the captures so far.
    public let counts: IngestCounts
    /// How many captures there are; `nil` when that is not known before they are read.
    public let total: Int?
    /// How many captures are done.
    public let done: Int
    /// How many bytes the files to be read have; `nil` while they are still being counted, or when one has no end yet.
    public let totalBytes: Int?
    /// How many of them are done.
    public let doneBytes: Int
    /// Seconds since the start.
    public let seconds: Double
}
