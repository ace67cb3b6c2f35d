import NewsIngest
import NewsModel
import TestSupport
import Testing

@Suite("What a file is, by its content")
struct CaptureKindTests {
    static let html: [String] = [
        "<!DOCTYPE html><html><body>Hi", "\n  <div class=\"a\">Hi</div>", "\u{FEFF}<html>", "<!-- saved from --><HTML>",
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C\"><html>", "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD\">\n",
        "Warning: include() failed in line 3\n<html><head><title>A</title>", "<meta charset=utf-8><p>A",
        "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">",
    ]

    @Test("HTML is known by its first tags", arguments: html)
    func isHTML(text: String) {
        #expect(FoundEntries(Array(text.utf8)).captures.map(\.format) == [.html])
    }

    @Test("HTML in UTF-16 is known with and without a mark")
    func wide() {
        let units = Array("<!DOCTYPE html><p>A".utf16)
        let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [big, little, [0xFE, 0xFF] + big, [0xFF, 0xFE] + little] {
            #expect(FoundEntries(bytes).captures.map(\.format) == [.html])
        }
    }

    @Test(
        "Text that only begins like another form is text",
        arguments: [
            "Boats,buoys,lanterns", "[Update] The bridge is open again.", "<b is the sign that he paints on his boats.",
            "{sic} was the only comment of the mayor.", "{\"So it is\" she said.", "[\"Quote] the mayor said.",
            "BZh, said the boy.", "From: the harbor\nTo: the lighthouse\n\nThe ferry is late.", "WARC is a form.",
            "ID3 votes were cast.", "Moon\nIt rose.", "RIFF the Weaver, a tale of two boats.",
            String(repeating: "Bread and ", count: 25) + "chees mustard on the table.",
        ])
    func isText(text: String) {
        let found = FoundEntries(Array(text.utf8))
        #expect(found.captures.map(\.format) == [.text] && found.texts == [text])
    }

    static let others: [([UInt8], String)] = [
        (Array("%PDF-1.7 ...".utf8), "PDF"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
        (Array("<?xml version=\"1.0\"?><urlset>".utf8), "XML"), (Array("<svg xmlns=\"a\">".utf8), "XML"),
        (Array("RIFF\u{1}\u{0}\u{0}\u{0}WEBPVP8 ".utf8), "an image, audio or video"),
        ([0, 0, 0, 0x20] + Array("ftypisom.....".utf8), "video"),
        (Array("SQLite format 3\u{0}".utf8), "an SQLite file"),
        ([UInt8](repeating: 0x61, count: 257) + Array("ustar\u{0}00".utf8), "a tar file"),
    ]

    @Test("What is not read is rejected with what it seems to be", arguments: others)
    func other(bytes: [UInt8], name: String) {
        #expect(
            FoundEntries(bytes).rejected == [
                " looks like \(name), which is not read; save the page as HTML or plain text"
            ])
    }

    @Test("A form that is asked for is taken, but for what packs it")
    func forced() {
        let html = Array("<p>Not a page, says the user.".utf8)
        #expect(FoundEntries(html, format: .text).captures.map(\.format) == [.text])
        #expect(FoundEntries(Packing.gzip(html), format: .text).captures.map(\.bytes) == [html])
        #expect(FoundEntries(Array("Plain.".utf8), format: .html).captures.map(\.format) == [.html])
        #expect(FoundEntries(html, format: .wacz).rejected.count == 1)
        #expect(FoundEntries(html, format: .warc).rejected.count == 1)
        #expect(FoundEntries([0, 1, 2, 3, 0, 0, 0, 7], format: .text).captures.count == 1)
    }
}
