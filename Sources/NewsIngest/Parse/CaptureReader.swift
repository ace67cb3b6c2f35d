import NewsModel
import NewsText

/// Reads captures of every form: bytes, page, article.
///
/// Everything that a capture holds ends in a field of the article or among what was left out; nothing is invented, and
/// what cannot be told is `nil` with a note.
public struct CaptureReader: Sendable {
    /// A reader; it holds nothing and may be shared.
    public init() {}

    /// The article in `capture` and how it was read.
    ///
    /// Linear in the capture's length, which may be 64 MB; about 0.1 ms for a text of 3 KB.
    public func read(_ capture: Capture) throws(CaptureRejection) -> CaptureReading {
        let reading = try page(of: capture)
        guard reading.page.holdsStory else { throw .onlyChrome }
        var assembly = ArticleAssembly(reading)
        let article = assembly.article()
        return CaptureReading(
            article: article, charset: reading.decoded.charset, charsetSource: CharsetSource(reading.decoded.evidence),
            layout: reading.layout?.name ?? "general", notes: assembly.notes, dropped: reading.dropped,
            sources: assembly.page.sources)
    }

    private func page(of capture: Capture) throws(CaptureRejection) -> PageReading {
        guard capture.bytes.count <= CaptureRejection.longest else { throw .tooLong(bytes: capture.bytes.count) }
        switch capture.format {
        case .html: return try HTMLReader.read(capture)
        case .feed: return try FeedReader.read(capture)
        case .jsonl, .csv: return try RecordReader.read(capture)
        case .text, .warc, .wacz: return try TextReader.read(capture)
        }
    }
}

/// What one of the readers made of a capture.
struct PageReading {
    /// What the page holds.
    var page: Page
    /// The layout that read it; `nil` for general reading.
    var layout: Layout?
    /// What is known of the capture from outside, with what it says of itself at its top.
    var hints: CaptureHints
    /// How the bytes became text.
    var decoded: DecodedText
    /// What went into no field.
    var dropped: [DroppedLine]
}

extension Layout {
    /// Who published a capture: what is given, what the page says, the address, the layout, in that order; `nil` when
    /// nothing tells.
    static func outlet(
        hints: CaptureHints, printed: String? = nil, address: WebAddress?, layout: Layout?
    ) -> String? {
        if let outlet = hints.outlet ?? printed.map(nameInArchive) { return outlet }
        if let host = address?.host { return owner(ofHost: host)?.outlet ?? host }
        return layout?.outlet
    }

    /// The name by which the archive knows an outlet that calls itself `name`: Sputnik for Sputnik International.
    private static func nameInArchive(_ name: String) -> String {
        archiveNames[foldedKey(name)] ?? name
    }

    private static let archiveNames: [String: String] = Dictionary(
        knownLayouts.flatMap { layout in layout.outletNames.map { (foldedKey($0), layout.outlet) } },
        uniquingKeysWith: { first, _ in first })
}

extension Page {
    /// Whether there is anything to archive.
    var holdsStory: Bool { !paragraphs.isEmpty || headline != nil || !captions.isEmpty }
}

extension CharsetSource {
    init(_ evidence: CharsetEvidence) {
        switch evidence {
        case .bom: self = .bom
        case .header: self = .header
        case .meta: self = .meta
        case .valid: self = .valid
        case .detected: self = .detected
        case .fallback: self = .fallback
        }
    }
}
