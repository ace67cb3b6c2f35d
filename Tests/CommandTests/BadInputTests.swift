import Foundation
import TestSupport
import Testing

@Suite("Bad input")
struct BadInputTests {
    private static func named(_ form: String) -> String { "looks like \(form), which is not read" }

    static let rejected: [(name: String, bytes: Data, reason: String)] = [
        ("empty", Data(), "the capture is empty"),
        ("blank", Data(" \r\n\t\u{A0}\n".utf8), "the capture is empty"),
        (
            "chrome", Data("17:23 GMT19 October 2020\nListen Live\nCommunity standardsDiscussion".utf8),
            "only the page's frame"
        ),
        ("binary", Data((0..<4_096).map { UInt8(truncatingIfNeeded: $0 &* 37 & 0x1F) }), "binary data, not text"),
        ("zeros", Data(count: 5_000), "binary data, not text"),
        ("gzip", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]), "the gzip data ends in the middle of a member"),
        ("zip", Data("PK\u{3}\u{4}".utf8 + [20, 0, 0, 0, 8, 0]), "the zip file is damaged"),
        ("warc", Data("WARC/1.0\r\nWARC-Type: response\r\n".utf8), "the record's header has no end"),
        ("arc", Data("filedesc://a.arc\n".utf8), "no ARC record begins where one must"),
        ("xml", Data("<?xml version=\"1.0\"?><urlset></urlset>".utf8), named("XML")),
        ("pdf", Data("%PDF-1.7\n...".utf8), named("PDF")),
        ("sqlite", Data("SQLite format 3\u{0}...".utf8), named("an SQLite file")),
    ]

    @Test("Each is rejected for its true reason, in one line, and the others are archived")
    func rejections() throws {
        let workspace = try Workspace()
        for (name, bytes, _) in Self.rejected { try workspace.write(bytes, to: "in/\(name).txt") }
        try workspace.write(Captured.page("Ferry Late"), to: "in/good.txt")
        let report = try workspace.json("ingest", "in", status: 1)
        #expect(report["archived"].integer == 1)
        #expect(report["rejected"].list.count == Self.rejected.count)
        for (name, _, reason) in Self.rejected {
            let rejection = report["rejected"].list.first { $0["path"].string == "in/\(name).txt" }
            let text = rejection?["reason"].string ?? "archived"
            #expect(text.hasPrefix(reason) && text.contains("; ") && !text.contains("\n"), "\(name): \(text)")
        }
        let run = try workspace.expect(1, "ingest", "in")
        #expect(run.errorLines.count == Self.rejected.count)
        try workspace.expectSound(besides: ["in"])
    }

    static let readAllTheSame: [(name: String, bytes: Data)] = [
        ("a few NUL bytes", Data(Captured.page("Swans \0Return\0").utf8)),
        ("invalid UTF-8", Data(Captured.page("Swans Return").utf8) + [0xC3, 0x28, 0xFF, 0xE2, 0x82, 0x0A]),
        ("a lone surrogate", Data(Captured.page("Swans Return").utf8) + [0xED, 0xA0, 0x80, 0x0A]),
        ("an overlong sign", Data(Captured.page("Swans Return").utf8) + [0xC0, 0xAF, 0x0A]),
        ("private marks of the index", Data(Captured.page("Swans Return \u{E000}t1 \u{E001} \u{F8FF}").utf8)),
        (
            "UTF-16",
            Data([0xFF, 0xFE])
                + Data(Captured.page("Swans Return").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        ),
        ("CR alone", Data(Captured.page("Swans Return").replacing("\n", with: "\r").utf8)),
    ]

    @Test("What is dirty is read, found and sound", arguments: readAllTheSame)
    func dirty(name: String, bytes: Data) throws {
        let workspace = try Workspace()
        try workspace.write(bytes, to: "a.txt")
        try workspace.expect(0, "ingest", "a.txt")
        #expect(try workspace.json("search", "swans")["total"].integer == 1)
        let article = try workspace.json("show", "1")
        let scalars = (article["headline"].string ?? "").unicodeScalars + (article["body"].string ?? "").unicodeScalars
        #expect(!scalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
        #expect(try workspace.expect(0, "show", "1", "--raw").bytes == bytes)
        #expect(try workspace.json("ingest", "a.txt")["unchanged"].integer == 1)
        try workspace.expectSound()
    }

    @Test("70 MB on one line are rejected with their size, from a file and from a pipe, and the rest is archived")
    func tooLong() throws {
        let workspace = try Workspace()
        let long = Data(repeating: 0x61, count: 70 << 20)
        try workspace.write(long, to: "in/long.txt")
        try workspace.write(Captured.page("Ferry Late"), to: "in/short.txt")
        let report = try workspace.json("ingest", "in", status: 1)
        #expect(report["archived"].integer == 1)
        let reason = report["rejected"][0]["reason"].string ?? ""
        #expect(reason.hasPrefix("too long: \(70 << 20) bytes, at most \(64 << 20) are read as one capture; "))
        let piped = try workspace.json("ingest", "-", status: 1, input: long)
        #expect(piped["rejected"][0]["reason"].string?.hasPrefix("too long: ") == true)
        try workspace.expectSound(besides: ["in"])
    }

    @Test(
        "63 MB on one line are archived",
        .enabled(if: ProcessInfo.processInfo.environment["NEWSARCHIVE_FULL_TESTS"] != nil))
    func long() throws {
        let workspace = try Workspace()
        let sentence = "The tide came and went and nobody on the east bank slept. "
        let text = String(repeating: sentence, count: (63 << 20) / sentence.utf8.count)
        try workspace.write(text, to: "long.txt")
        let run = try CommandRun.start(["ingest", "--json", "long.txt"], in: workspace.url).wait(seconds: 1_800)
        #expect(run.status == 0)
        #expect(try JSON(run.bytes)["archived"].integer == 1)
        #expect(try workspace.json("search", "tide")["total"].integer == 1)
        #expect(try workspace.expect(0, "show", "1", "--raw").output == text)
        try workspace.expectSound()
    }
}
