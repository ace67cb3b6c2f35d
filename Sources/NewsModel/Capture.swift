/// One saved copy of a page. Its bytes are never changed; everything else is read out of them.
public struct Capture: Hashable, Sendable {
    /// The bytes exactly as they were met.
    public var bytes: [UInt8]
    /// The file it was met in; `-` for standard input.
    public var path: String
    /// Where it stands in a file that holds several (byte offset, line or entry name); `nil` when it is the file.
    public var position: String?
    /// The form the bytes are in.
    public var format: CaptureFormat
    /// What is known about it from outside its bytes.
    public var hints: CaptureHints

    /// A capture as it was met.
    public init(
        bytes: [UInt8], path: String, position: String? = nil, format: CaptureFormat, hints: CaptureHints = .init()
    ) {
        self.bytes = bytes
        self.path = path
        self.position = position
        self.format = format
        self.hints = hints
    }
}

/// The form a capture's bytes are in.
public enum CaptureFormat: String, Hashable, Sendable, Codable, CaseIterable {
    case text, html, warc, wacz, feed, jsonl, csv
}

/// What is known about a capture from outside its bytes: options, a manifest, the container's headers.
public struct CaptureHints: Hashable, Sendable, Codable {
    /// The address the page was saved from.
    public var url: String?
    /// Who published it.
    public var outlet: String?
    /// When it was saved.
    public var captured: PrintedTime?
    /// When it was published.
    public var published: PrintedTime?
    /// Its language as an ISO 639-1 code.
    public var language: String?
    /// The character set that a header declares.
    public var charset: String?
    /// For captures whose fields have names (JSON, CSV): the name that stands for each of ours, `headline` → `titel`.
    public var map: [String: String]?
    /// What its container says against its bytes, such as a digest that is not theirs.
    public var damage: String?

    /// Hints; all unknown unless said.
    public init(
        url: String? = nil, outlet: String? = nil, captured: PrintedTime? = nil, published: PrintedTime? = nil,
        language: String? = nil, charset: String? = nil, map: [String: String]? = nil,
        damage: String? = nil
    ) {
        self.url = url
        self.outlet = outlet
        self.captured = captured
        self.published = published
        self.language = language
        self.charset = charset
        self.map = map
        self.damage = damage
    }
}

/// What reading a capture gave: the article, and how it was read.
public struct CaptureReading: Hashable, Sendable {
    /// The story.
    public var article: Article
    /// The character set the bytes were read in, by its usual name in lower case: `utf-8`, `windows-1251`.
    public var charset: String
    /// Why that character set was taken.
    public var charsetSource: CharsetSource
    /// The name of the layout that read it; `general` for the general reader.
    public var layout: String
    /// What a person should know of the reading, one sentence each: guesses refused, mojibake, damage.
    public var notes: [String]
    /// The lines that went into no field, in order.
    public var dropped: [DroppedLine]
    /// Where each field was read, by its name in JSON (`headline` → `JSON-LD headline`); fields that a layout found in
    /// the text itself are not named.
    public var sources: [String: String]

    /// An article and how it was read.
    public init(
        article: Article, charset: String, charsetSource: CharsetSource, layout: String, notes: [String],
        dropped: [DroppedLine], sources: [String: String] = [:]
    ) {
        self.article = article
        self.charset = charset
        self.charsetSource = charsetSource
        self.layout = layout
        self.notes = notes
        self.dropped = dropped
        self.sources = sources
    }
}

/// Why a character set was taken.
public enum CharsetSource: String, Hashable, Sendable, Codable, CaseIterable {
    /// A byte order mark.
    case bom
    /// A header of the container (HTTP, WARC) or an option.
    case header
    /// A declaration in the bytes themselves (`<meta charset>`, an XML declaration).
    case meta
    /// The bytes are valid UTF-8.
    case valid
    /// The bytes were examined statistically.
    case detected
    /// Nothing fitted; read so that no byte is lost.
    case fallback
}

/// A line of a capture that belongs to the page's frame, not to the story.
public struct DroppedLine: Hashable, Sendable, Codable {
    /// The line in the capture, counted from 1.
    public var line: Int
    /// The line, normalized.
    public var text: String

    /// Line number `line` with its text.
    public init(line: Int, text: String) {
        self.line = line
        self.text = text
    }
}
