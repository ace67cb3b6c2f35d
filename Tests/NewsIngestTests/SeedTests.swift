import Foundation
import NewsIngest
import NewsModel
import NewsText
import Testing

/// The capture that the archive must read perfectly is kept beside the repository, not in it.
private let seed = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/seed-capture-000_4415508b37b0829d.txt")

@Test("The seed capture is read exactly", .enabled(if: FileManager.default.fileExists(atPath: seed.path())))
func seedCapture() throws {
    let bytes = Array(try Data(contentsOf: seed))
    let reading = try CaptureReader().read(Capture(bytes: bytes, path: "seed.txt", format: .text))
    let article = reading.article
    #expect(article.section == "Military & Intelligence")
    #expect(article.captured?.instant.description == "2020-10-19T17:23:00Z")
    #expect(article.captured?.zone == .printed)
    #expect(article.published == nil)
    #expect(article.modified == nil)
    #expect(article.headline == nil)
    #expect(article.lead == article.paragraphs.first)
    #expect(article.paragraphs.count == 5)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { normalizedText(String($0)) }
    let note = lines.firstIndex { $0.hasPrefix("*") } ?? 0
    #expect(article.footnotes.map { $0.marker + $0.text } == [lines[note]])
    #expect(article.footnotes.first?.references == [FootnoteReference(paragraph: 1, offset: 116)])
    #expect(article.relatedHeadlines.map(\.headline) == Array(lines[(note + 1)...].prefix(7)))
    #expect(article.tags == lines[note + 8].components(separatedBy: ", "))
    #expect(article.tags.count == 5)
    #expect(article.outlet == "Sputnik")
    #expect(article.language == "en" && article.languageSource == .layout)
    #expect(reading.dropped.map(\.line) == [2, 4, 5, 28])
}
