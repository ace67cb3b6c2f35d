import NewsModel
import NewsText

/// Reads text captures: character set, lines, layout, page.
enum TextReader {
    /// The page in `capture`. Linear in its length.
    static func read(_ capture: Capture) throws(CaptureRejection) -> PageReading {
        if let rejection = CaptureKind.rejectionAsText(of: capture.bytes, declaredCharset: capture.hints.charset) {
            throw rejection
        }
        let decoded = decodedText(capture.bytes, declared: capture.hints.charset)
        try PageLimit.checkLines(of: decoded.text)
        if let reading = DumpReader.read(decoded, hints: capture.hints) { return reading }
        if let reading = try MarkdownReader.read(decoded, hints: capture.hints) { return reading }
        return try read(decoded, hints: capture.hints)
    }

    /// The page in a text.
    static func read(_ decoded: DecodedText, hints: CaptureHints) throws(CaptureRejection) -> PageReading {
        let printed = PageLine.lines(of: decoded.text)
        guard !printed.isEmpty else { throw .empty }
        let lines = LoneBullets.joined(HardWrap.joined(printed))
        var hints = hints
        if hints.url == nil { hints.url = address(above: lines) }
        let address = hints.url.flatMap { WebAddress($0) }
        let clock = ClockLine.find(in: lines)
        let prepared = PreparedLayout.layout(of: lines, clock: clock, host: address?.host)
        let order = DateOrder.order(of: lines, layout: prepared?.layout, language: hints.language, address: address)
        let outlet = Layout.outlet(hints: hints, address: address, layout: prepared?.layout)
        var reader = PageReader(
            lines: lines, prepared: prepared, clock: clock, order: order,
            outlets: Set(outlet.map { [foldedKey($0)] } ?? []))
        reader.read()
        return PageReading(
            page: reader.page, layout: prepared?.layout, hints: hints, decoded: decoded, dropped: reader.dropped)
    }

    /// The page's address, when it stands alone on the first line.
    private static func address(above lines: [PageLine]) -> String? {
        guard let first = lines.first?.text, first.utf8.count <= 2_000, first.hasPrefix("http"),
            !first.utf8.contains(0x20)
        else { return nil }
        return WebAddress(first) == nil ? nil : first
    }
}
