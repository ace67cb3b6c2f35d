import NewsIngest
import NewsModel
import Testing

@Suite("Captures that cannot be read")
struct RejectionTests {
    static let unreadable: [([UInt8], CaptureRejection)] = [
        ([], .empty),
        (Array(" \r\n\t\n".utf8), .empty),
        (Array("Home\nSearch\nShare this\n".utf8), .onlyChrome),
        (Array("17:23 GMT19 October 2020\nListen Live\nCommunity standardsDiscussion".utf8), .onlyChrome),
        ([0, 1, 2, 3, 0, 0, 0, 7, 8, 0, 0, 0], .binary),
        ([0x1F, 0x8B, 8, 0], .otherFormat("gzip")),
        (Array("PK\u{3}\u{4}rest".utf8), .otherFormat("a ZIP file")),
        (Array("%PDF-1.7 ...".utf8), .otherFormat("PDF")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .otherFormat("a PNG image")),
    ]

    @Test("What cannot be read is rejected for its true reason", arguments: unreadable)
    func rejection(bytes: [UInt8], reason: CaptureRejection) {
        let error = #expect(throws: CaptureRejection.self) {
            try CaptureReader().read(Capture(bytes: bytes, path: "a.txt", format: .text))
        }
        #expect(error == reason)
    }

    @Test(
        "Every reason is one line that says what to do", arguments: unreadable.map(\.1) + [.tooLong(bytes: 200_000_000)]
    )
    func description(reason: CaptureRejection) {
        #expect(!reason.description.contains("\n"))
        #expect(reason.description.contains("; "))
    }

    @Test(
        "Text that only begins like another format is read",
        arguments: [
            "Boats,buoys,lanterns",
            "[Update] The bridge is open again. Drivers honked their horns on Tuesday.",
            "<b is the sign that the harbor master paints on his boats, and nobody knows why he does.",
            "{sic} was the only comment of the mayor when she was asked about the flood tax on Monday.",
        ])
    func textAfterAll(text: String) throws {
        let reading = try CaptureReader().read(Capture(bytes: Array(text.utf8), path: "a.txt", format: .text))
        #expect(reading.article.paragraphs == [text])
    }

    @Test("A line over 64 MB is too long, one below is read in linear time")
    func longLines() throws {
        let sentence = Array("The tide came and went and nobody on the east bank slept. ".utf8)
        var bytes: [UInt8] = []
        while bytes.count < 8_000_000 { bytes += sentence }
        let clock = ContinuousClock()
        let time = try clock.measure {
            let reading = try CaptureReader().read(Capture(bytes: bytes, path: "a.txt", format: .text))
            #expect(reading.article.paragraphs.count == 1)
            #expect(reading.article.lead?.utf8.count == sentence.count - 1)
        }
        #expect(time < .seconds(20))
        let long = [UInt8](repeating: 0x61, count: CaptureRejection.longest + 1)
        let error = #expect(throws: CaptureRejection.self) {
            try CaptureReader().read(Capture(bytes: long, path: "a.txt", format: .text))
        }
        #expect(error == .tooLong(bytes: long.count))
    }

    @Test(
        "Thousands of lines are read in linear time",
        arguments: [
            "A short line", "A sentence ends here.", "* a star", "a, b, c", "*Note.\nSwans* sing.", "Tags:\nswans",
            "A line\n0 1", "READ MORE: Swans", "•",
        ])
    func manyLines(line: String) throws {
        let text =
            "17:23 GMT19 October 2020\nGet short URL\n" + String(repeating: line + "\n", count: 20_000) + "Swans."
        let time = try ContinuousClock().measure {
            _ = try CaptureReader().read(Capture(bytes: Array(text.utf8), path: "a.txt", format: .text))
        }
        #expect(time < .seconds(10))
    }
}
