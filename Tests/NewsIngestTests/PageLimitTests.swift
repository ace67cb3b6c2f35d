import NewsModel
import NewsText
import Testing

@testable import NewsIngest

@Suite("How much a page may hold")
struct PageLimitTests {
    private static let lines = String(repeating: "a\n", count: PageLimit.lines + 1)
    private static let tags = String(repeating: "<a>", count: PageLimit.marks + 1)
    private static let escaped = String(repeating: "a\\n", count: PageLimit.lines + 1)

    static let huge: [(String, CaptureFormat, CaptureRejection)] = [
        (lines, .text, .tooManyLines(PageLimit.lines + 1)),
        (lines.replacing("\n", with: "\r"), .text, .tooManyLines(PageLimit.lines + 1)),
        ("---\ntitle: A night\n---\n" + lines, .text, .tooManyLines(PageLimit.lines + 4)),
        ("<item><title>A</title><description>" + tags + "</description></item>", .feed, .tooManyTags(500_007)),
        (
            "<item><description>" + tags.replacing("<", with: "&lt;") + "</description></item>", .feed,
            .tooManyTags(500_005)
        ),
        ("{\"title\": \"A\", \"text\": \"\(escaped)\"}", .jsonl, .tooManyLines(PageLimit.lines + 1)),
        ("{\"title\": \"\(tags)\", \"text\": \"B\"}", .jsonl, .tooManyTags(PageLimit.marks + 1)),
        ("title,text\nA,\"\(lines)\"\n", .csv, .tooManyLines(PageLimit.lines + 3)),
    ]

    @Test("What has more lines, tags or entities than any article is refused, in every form", arguments: huge)
    func refused(text: String, format: CaptureFormat, reason: CaptureRejection) {
        let error = #expect(throws: CaptureRejection.self) {
            try CaptureReader().read(Capture(bytes: Array(text.utf8), path: "a", format: format))
        }
        #expect(error == reason)
    }

    @Test("As many lines as may be are read; letters of UTF-16 whose bytes are those of line ends are none")
    func allowed() throws {
        let lines = String(repeating: "a\n", count: PageLimit.lines)
        _ = try CaptureReader().read(Capture(bytes: Array(lines.utf8), path: "a.txt", format: .text))
        let letters = String(repeating: "\u{0A85}", count: PageLimit.lines + 1)
        let wide: [UInt8] = letters.utf16.reduce(into: [0xFF, 0xFE]) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] }
        _ = try CaptureReader().read(Capture(bytes: wide, path: "a.txt", format: .text))
    }

    @Test("A row with a million cells is told with their number")
    func cells() {
        let row = "1" + String(repeating: ",", count: 1_000_000)
        let found = FoundEntries(Array("id,title,text\n\(row)\n2,A,The tide came and went.\n".utf8))
        #expect(found.positions == ["line 3"])
        #expect(
            found.rejected == ["line 2 1000001 cells where the header has 3; put cells with separators in quotes"])
    }

    @Test("A feed of nothing but brackets, and Markdown of nothing but signs, are gone through in one pass")
    func signs() throws {
        let feed = "<rss><channel>" + String(repeating: "<", count: 1_000_000)
        #expect(FoundEntries(Array(feed.utf8)).captures.isEmpty)
        for sign in ["[", "[a](b) ", "*a **b ", "`"] {
            let text = "---\ntitle: A night\n---\n\n" + String(repeating: sign, count: 200_000) + "\n\nThe tide came.\n"
            let reading = try CaptureReader().read(Capture(bytes: Array(text.utf8), path: "a.md", format: .text))
            #expect(reading.article.paragraphs.last == "The tide came.")
        }
    }

    @Test("Rows and lines that are wrong one after another without end are given up; a sound one among them counts")
    func givenUp() {
        let row = "x\n"
        let rows = FoundEntries(Array(("id,title,text\n" + String(repeating: row, count: 12_000)).utf8))
        #expect(rows.rejected.count == 10_000 && rows.rejected.last?.hasSuffix("nothing behind it is read") == true)
        let line = "{\"text\": \"a\n"
        let lines = FoundEntries(Array(String(repeating: line, count: 12_000).utf8))
        #expect(lines.rejected.count == 10_000 && lines.rejected.last?.contains("nothing behind it is read") == true)
        let sound = "{\"text\": \"a\"}\n"
        let mixed = String(repeating: line, count: 6_000) + sound + String(repeating: line, count: 6_000)
        let found = FoundEntries(Array(mixed.utf8))
        #expect(found.rejected.count == 12_000 && found.captures.count == 1)
    }

    @Test("A page with tens of thousands of raised signs and notes is read, the signs of three digits with their notes")
    func raisedSigns() throws {
        let signs = (1...30_000).map { "tide<sup><a href=\"#n\($0)\">\($0)</a></sup>" }.joined(separator: " ")
        let notes = (1...30_000).map { "<p id=\"n\($0)\">Note \($0) of the harbor.</p>" }.joined()
        let page = "<title>A night</title><h1>A night</h1><p>\(signs)</p>\(notes)"
        let reading = try CaptureReader().read(Capture(bytes: Array(page.utf8), path: "a.html", format: .html))
        let footnotes = reading.article.footnotes
        #expect(footnotes.count == 999 && footnotes.allSatisfy { $0.references.count == 1 })
        #expect(footnotes.last?.marker == "[999]" && footnotes.last?.text == "Note 999 of the harbor.")
    }

    @Test("A note is referred to 10,000 times at most")
    func references() throws {
        let text = "A night\n\n" + String(repeating: "word* ", count: 20_000) + "\n\nThe tide came.\n\n* A note.\n"
        let reading = try CaptureReader().read(Capture(bytes: Array(text.utf8), path: "a.txt", format: .text))
        #expect(reading.article.footnotes.map(\.references.count) == [10_000])
    }

    @Test("Of very many rejections the report holds the first and counts all")
    func rejections() {
        var report = IngestReport(rejectionLimit: 3)
        for number in 1...10 {
            report.add(
                IngestEvent(
                    path: "a", position: "line \(number)", outcome: .rejected(reason: "no JSON"), article: nil,
                    note: nil))
        }
        #expect(report.rejections.map(\.position) == ["line 1", "line 2", "line 3"])
        #expect(report.counts.rejected == 10 && report.files.first?.counts.rejected == 10)
    }
}
