import NewsIngest
import NewsModel
import NewsText
import Testing

@Suite("Nothing is lost and nothing invented")
struct LineAccountTests {
    @Test("Every line of a capture ends in a field or among the dropped lines", arguments: Fixture.texts)
    func everyLine(_ fixture: Fixture) throws {
        let reading = try fixture.reading()
        let unaccounted = try Self.lines(of: fixture).filter { !Account(reading).holds($0) }
        #expect(unaccounted.isEmpty)
    }

    @Test("No dropped line is also in a field", arguments: Fixture.texts)
    func droppedOnce(_ fixture: Fixture) throws {
        let reading = try fixture.reading()
        let fields = Account(reading).fields.flatMap { $0.split(separator: "\n").map(String.init) }
        let kept = reading.article.kind == .gallery ? [] : reading.dropped.filter { fields.contains($0.text) }
        #expect(kept.isEmpty)
    }

    @Test("The captures of a page taken apart line by line give every line back", arguments: Fixture.texts)
    func shortened(_ fixture: Fixture) throws {
        // What holds for whole captures must hold for any part of them.
        let lines = String(decoding: try fixture.bytes(), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        for count in stride(from: 1, through: lines.count, by: 3) {
            for part in [lines.prefix(count), lines.suffix(count)] {
                let text = part.joined(separator: "\n")
                let capture = Capture(bytes: Array(text.utf8), path: "part", format: .text)
                guard let reading = try? CaptureReader().read(capture) else { continue }
                let account = Account(reading)
                let unaccounted = Self.lines(in: decodedText(capture.bytes).text).filter { !account.holds($0) }
                #expect(unaccounted.isEmpty, "\(part)")
            }
        }
    }

    private static func lines(of fixture: Fixture) throws -> [String] {
        lines(in: decodedText(try fixture.bytes()).text)
    }

    private static func lines(in text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { normalizedText(String($0)) }.filter { !$0.isEmpty }
    }
}

/// Where a reading keeps its text.
private struct Account {
    let reading: CaptureReading
    let fields: [String]
    var texts: [String] { fields + reading.dropped.map(\.text) }

    init(_ reading: CaptureReading) {
        self.reading = reading
        let article = reading.article
        let single = [
            article.headline, article.standfirst, article.byline, article.section, article.storyline, article.url,
        ]
        fields =
            single.compactMap(\.self) + article.paragraphs + article.captions
            + article.relatedHeadlines.map(\.headline)
            + article.footnotes.map { "\($0.marker)\($0.text)" } + article.footnotes.map { "\($0.marker) \($0.text)" }
    }

    func holds(_ line: String) -> Bool {
        if texts.contains(where: { $0.contains(line) }) { return true }
        if holdsTags(line) || holdsDate(line) { return true }
        // A label, a bullet or a heading sign may stand before what went into the field, a count behind it.
        return texts.contains { text in
            text.utf8.count >= 2 && (line.hasSuffix(text) || line.hasPrefix(text))
                && line.unicodeScalars.count - text.unicodeScalars.count <= 30
        } || holdsAcross(line)
    }

    private func holdsTags(_ line: String) -> Bool {
        let tags = reading.article.tags
        return !tags.isEmpty && tags.contains { line.contains($0) }
            && line.split(whereSeparator: { ",、，،:：".contains($0) }).dropFirst().allSatisfy { part in
                tags.contains { part.contains($0) || $0.contains(part.trimmingBlanks) }
            }
    }

    /// A line whose date or time became one of the article's times, alone or beside the byline.
    private func holdsDate(_ line: String) -> Bool {
        let times = [reading.article.published, reading.article.modified, reading.article.captured].compactMap(\.self)
        if case .date? = PrintedDate.clock(line) { return !times.isEmpty }
        return times.contains { time in
            [NumericDateOrder.dayFirst, .monthFirst].contains { order in
                PrintedDate.findings(in: line, order: order).contains { finding in
                    guard case .date(let date) = finding.outcome, let month = date.month else { return false }
                    let civil = time.instant.civil
                    return civil.year == date.year && abs(civil.month - month) <= 1
                }
            }
        }
    }

    /// A line broken at a width lies within a paragraph that was joined again.
    private func holdsAcross(_ line: String) -> Bool {
        texts.contains { $0.replacing("\n", with: " ").contains(line) }
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring { drop(while: { $0 == " " }) }
}
