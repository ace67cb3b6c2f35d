import NewsModel
import NewsText

/// Reads text captures: bytes, character set, lines, layout, page, article.
///
/// Every line that holds text ends in a field of the article or among the dropped lines; nothing is invented, and what
/// cannot be told is `nil` with a note.
public struct CaptureReader: Sendable {
    /// A reader; it holds nothing and may be shared.
    public init() {}

    /// The article in `capture` and how it was read.
    ///
    /// Linear in the capture's length, which may be 64 MB; about 0.1 ms for an article of 3 KB.
    public func read(_ capture: Capture) throws(CaptureRejection) -> CaptureReading {
        if let rejection = ContentSniffing.rejection(of: capture.bytes, declaredCharset: capture.hints.charset) {
            throw rejection
        }
        let decoded = decodedText(capture.bytes, declared: capture.hints.charset)
        let printed = PageLine.lines(of: decoded.text)
        guard !printed.isEmpty else { throw .empty }
        let lines = LoneBullets.joined(HardWrap.joined(printed))
        var hints = capture.hints
        if hints.url == nil { hints.url = Self.address(above: lines) }
        let address = hints.url.flatMap { WebAddress($0) }
        let clock = ClockLine.find(in: lines)
        let prepared = PreparedLayout.layout(of: lines, clock: clock, host: address?.host)
        let order = DateOrder.order(of: lines, layout: prepared?.layout, language: hints.language, address: address)
        let outlet = Layout.outlet(hints: hints, address: address, layout: prepared?.layout)
        var reader = PageReader(
            lines: lines, prepared: prepared, clock: clock, order: order,
            outlets: Set(outlet.map { [foldedKey($0)] } ?? []))
        reader.read()
        guard reader.page.holdsStory else { throw .onlyChrome }
        var assembly = ArticleAssembly(
            page: reader.page, layout: prepared?.layout, hints: hints, address: address, outlet: outlet,
            notes: DamageNotes.notes(on: decoded) + reader.page.notes)
        let article = assembly.article()
        return CaptureReading(
            article: article, charset: decoded.charset, charsetSource: CharsetSource(decoded.evidence),
            layout: prepared?.layout.name ?? "general", notes: assembly.notes, dropped: reader.dropped)
    }

    /// The page's address, when it stands alone on the first line.
    private static func address(above lines: [PageLine]) -> String? {
        guard let first = lines.first?.text, first.utf8.count <= 2_000, first.hasPrefix("http"),
            !first.utf8.contains(0x20)
        else { return nil }
        return WebAddress(first) == nil ? nil : first
    }
}

extension Layout {
    /// Who published a capture: what is given, the address, the layout, in that order; `nil` when nothing tells.
    static func outlet(hints: CaptureHints, address: WebAddress?, layout: Layout?) -> String? {
        if let outlet = hints.outlet { return outlet }
        if let host = address?.host { return owner(ofHost: host)?.outlet ?? host }
        return layout?.outlet
    }
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
