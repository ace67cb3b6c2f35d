import NewsIngest
import NewsModel
import NewsText
import TestSupport
import Testing

@Suite("Pages of crawls")
struct CrawlTests {
    private func page(_ number: Int) -> [UInt8] {
        Array("Boat \(number) left the harbor on Monday, nobody knew why.".utf8)
    }

    private func record(_ number: Int, length: Int? = nil) -> [UInt8] {
        let answer = CrawlWriting.answer(page(number), fields: ["Content-Length: \(page(number).count)"])
        return CrawlWriting.record(
            url: "https://example.org/\(number)", content: answer, length: length.map { answer.count + $0 })
    }

    private let info = CrawlWriting.record(
        "warcinfo", url: nil, contentType: "application/warc-fields", content: [0x61])

    @Test("Records are given with offset, address, time and character set; packed each for itself, as one, or plain")
    func sound() {
        let records = [info, record(1), record(2)]
        let plain = FoundEntries(Array(records.joined()))
        let offsets = [info.count, info.count + record(1).count]
        #expect(plain.positions == offsets.map { "offset \($0)" })
        #expect(plain.captures.map(\.bytes) == [page(1), page(2)])
        let hints = plain.captures[0].hints
        #expect(hints.url == "https://example.org/1" && hints.charset == "utf-8")
        #expect(hints.captured?.instant.description == "2021-03-05T14:30:00Z" && hints.captured?.precision == .second)
        let packed = records.map { Packing.gzip($0) }
        let members = FoundEntries(Array(packed.joined()))
        #expect(members.positions == ["offset \(packed[0].count)", "offset \(packed[0].count + packed[1].count)"])
        #expect(members.captures.map(\.bytes) == [page(1), page(2)])
        let one = FoundEntries(Packing.gzip(records.joined()))
        #expect(one.positions == offsets.map { "offset \($0) unpacked" })
        #expect([plain, members, one].allSatisfy { $0.rejected.isEmpty })
    }

    static let coded: [([String], @Sendable ([UInt8]) -> [UInt8])] = [
        ([], { $0 }), (["Transfer-Encoding: chunked"], { Packing.chunked($0) }),
        (["Transfer-Encoding: chunked"], { $0 }), (["Content-Encoding: gzip"], { Packing.gzip($0) }),
        (["Content-Encoding: gzip"], { $0 }), (["Content-Encoding: deflate"], { Packing.zlib($0) }),
        (["Content-Encoding: deflate"], { Packing.deflate($0) }), (["Content-Encoding: deflate"], { $0 }),
        (["Content-Encoding: br"], { $0 }), (["Content-Encoding: x-unknown"], { $0 }),
        (["Content-Encoding: gzip", "Transfer-Encoding: chunked"], { Packing.chunked(Packing.gzip($0)) }),
        (["Content-Encoding: gzip"], { Packing.gzip($0[..<9]) + Packing.gzip($0[9...]) }),
        (["Content-Encoding: deflate, gzip"], { Packing.gzip(Packing.zlib($0)) }),
    ]

    @Test("Bodies are given without their codings, and as they stand where a crawler took those off", arguments: coded)
    func codings(fields: [String], code: @Sendable ([UInt8]) -> [UInt8]) {
        let page = page(7)
        let found = FoundEntries(CrawlWriting.record(content: CrawlWriting.answer(code(page), fields: fields)))
        #expect(found.captures.map(\.bytes) == [page] && found.rejected.isEmpty)
    }

    @Test("Brotli is unpacked")
    func brotli() {
        let text = "Boats left the harbor, boats left the harbor, boats left the harbor."
        let coded: [UInt8] = [
            0x1B, 0x43, 0x00, 0xF8, 0xC5, 0x6D, 0x6C, 0x5D, 0xF9, 0xD1, 0x19, 0xAD, 0xA7, 0xAB, 0x27, 0x58,
            0xA9, 0x88, 0x2C, 0xFE, 0x94, 0x09, 0xF9, 0x64, 0xCC, 0x3F, 0xB4, 0x7B, 0x2D, 0x23, 0xA7, 0x20, 0x1A,
        ]
        let fields = ["Content-Encoding: br"]
        let found = FoundEntries(CrawlWriting.record(content: CrawlWriting.answer(coded, fields: fields)))
        #expect(found.texts == [text])
        let cut = FoundEntries(CrawlWriting.record(content: CrawlWriting.answer(coded.dropLast(4), fields: fields)))
        #expect(cut.captures.isEmpty && cut.rejected.count == 1, "\(cut.texts)")
    }

    @Test("Codings that end too early or are wrong within are told")
    func wrongCodings() {
        let cases: [([String], [UInt8], String)] = [
            (["Content-Encoding: gzip"], Packing.gzip(page(1)).dropLast(12), "coding ends too early"),
            (["Transfer-Encoding: chunked"], Packing.chunked(page(1)).dropLast(20), "chunk"),
            (
                ["Transfer-Encoding: chunked"], Array("5\r\nboats\r\nzz\r\nharbor\r\n0\r\n\r\n".utf8),
                "its chunked transfer coding is wrong at byte 10 of the body; fetch it again"
            ),
        ]
        for (fields, body, reason) in cases {
            let bytes = CrawlWriting.record(content: CrawlWriting.answer(body, fields: fields)) + record(2)
            let found = FoundEntries(bytes)
            #expect(found.captures.map(\.bytes) == [page(2)])
            #expect(
                found.rejected.count == 1 && found.rejected[0].hasPrefix("offset 0 ")
                    && found.rejected[0].contains(reason))
        }
    }

    static let body = Array("Boat 3 left the harbor on Monday, nobody knew why.".utf8)

    private static func digest(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let running = RunningDigest(name)
        bytes.withUnsafeBytes { running?.update($0) }
        return running?.finish() ?? []
    }

    /// How digests are written.
    static let writings: [@Sendable ([UInt8]) -> String] = [
        { "sha1:" + RunningDigest.base32(digest("sha1", $0)) },
        { "sha1:" + RunningDigest.base32(digest("sha1", $0)).lowercased() },
        { "SHA-1:" + SHA256Digest.hexadecimal(digest("sha1", $0)) },
        { "sha256:" + SHA256Digest.hexadecimal(digest("sha256", $0)) },
        { "sha256:" + RunningDigest.base32(digest("sha256", $0)) + "====" },
        { "md5:" + SHA256Digest.hexadecimal(digest("md5", $0)).uppercased() },
    ]

    @Test("Digests of body and record are checked, however they are written; a wrong one is noted with its page")
    func digests() {
        let answer = CrawlWriting.answer(Self.body)
        func damage(_ fields: [String]) -> [String?] {
            FoundEntries(CrawlWriting.record(fields: fields, content: answer)).captures.map(\.hints.damage)
        }
        for write in Self.writings {
            #expect(
                damage(["WARC-Payload-Digest: " + write(Self.body), "WARC-Block-Digest: " + write(answer)]) == [nil])
            for field in ["WARC-Payload-Digest", "WARC-Block-Digest"] {
                let note = "the \(field) of its record is not that of its bytes; fetch the page again"
                #expect(damage(["\(field): " + write([1])]) == [note], "\(write([1]))")
            }
        }
        #expect(damage(["WARC-Payload-Digest: unknown:123", "WARC-Block-Digest: none"]) == [nil])
        // What was cut off by the crawler may have the digest of the whole.
        #expect(damage(["WARC-Payload-Digest: " + Self.writings[0]([1]), "WARC-Truncated: length"]) == [nil])
        let resource = CrawlWriting.record(
            "resource", fields: ["WARC-Payload-Digest: " + Self.writings[3](Self.body)], contentType: "text/plain",
            content: Self.body)
        #expect(FoundEntries(resource).captures.map(\.hints.damage) == [nil])
    }

    @Test("The digest of a body may be made with its codings or without")
    func digestsOfCodedBodies() {
        let fields = ["Content-Encoding: gzip", "Transfer-Encoding: chunked"]
        let packed = Packing.gzip(Self.body)
        let stored = Packing.chunked(packed)
        for (bytes, isRight) in [(stored, true), (packed, true), (Self.body, true), (Self.body.dropLast(), false)] {
            let record = CrawlWriting.record(
                fields: ["WARC-Payload-Digest: " + Self.writings[0](Array(bytes))],
                content: CrawlWriting.answer(stored, fields: fields))
            let found = FoundEntries(record)
            #expect(found.captures.map(\.bytes) == [Self.body])
            #expect((found.captures.first?.hints.damage == nil) == isRight)
        }
    }

    @Test("What is no page is skipped: images, styles, programs, redirects, pages not found, what crawlers write")
    func skipped() {
        let records = [
            CrawlWriting.record(content: CrawlWriting.answer([1, 2], type: "image/png")),
            CrawlWriting.record(content: CrawlWriting.answer(page(1), type: "text/css")),
            CrawlWriting.record(content: CrawlWriting.answer(page(1), type: "application/javascript")),
            CrawlWriting.record(content: CrawlWriting.answer(page(1), status: "404 Not Found")),
            CrawlWriting.record(content: CrawlWriting.answer([], status: "301 Moved")),
            CrawlWriting.record("resource", url: "urn:X-wpull:log", contentType: "text/plain", content: page(1)),
            CrawlWriting.record(url: "https://example.org/robots.txt", content: CrawlWriting.answer(page(1))),
            CrawlWriting.record(content: CrawlWriting.answer([0xFF, 0xD8, 0xFF, 0xE0], type: "text/html")),
            CrawlWriting.record(content: CrawlWriting.answer(Array("%PDF-1.4".utf8), type: "application/pdf")),
        ]
        let found = FoundEntries(Array(records.joined()))
        #expect(found.captures.isEmpty && found.rejected.isEmpty && found.skipped.count == records.count)
        #expect(found.skipped.last?.hasSuffix(": looks like PDF") == true)
        let answers = [("application/json", "callback(1)"), ("application/xml", "ok"), ("text/xml", "ok")]
        for (type, body) in answers {
            #expect(
                FoundEntries(CrawlWriting.record(content: CrawlWriting.answer(Array(body.utf8), type: type))).captures
                    .isEmpty)
        }
        let unmentioned = ["request", "metadata", "warcinfo"].flatMap { CrawlWriting.record($0, content: page(1)) }
        #expect(FoundEntries(unmentioned).skipped == [": a crawl without pages"])
    }

    @Test("Resources and conversions are pages without an HTTP header; WARC 1.0 and addresses in brackets are read")
    func resources() {
        let records =
            CrawlWriting.record("resource", url: "<http://example.org/r>", contentType: "text/html", content: page(1))
            + CrawlWriting.record("conversion", contentType: "text/plain", content: page(2), version: "1.0")
        let found = FoundEntries(records)
        #expect(found.captures.map(\.format) == [.html, .text])
        #expect(found.captures[0].hints.url == "http://example.org/r")
    }

    @Test("Wrong lengths are told; what is before and behind is read", arguments: [-20, -3, 7, 60, 300, 5_000])
    func wrongLength(difference: Int) {
        let bytes = record(1) + record(2, length: difference) + record(3)
        let found = FoundEntries(bytes)
        #expect(found.texts.contains(String(decoding: page(1), as: UTF8.self)))
        #expect(found.texts.contains(String(decoding: page(3), as: UTF8.self)))
        #expect(
            found.rejected.count == 1 && found.rejected[0].hasPrefix("offset \(record(1).count) its Content-Length"))
        #expect(found.captures.allSatisfy { [page(1), page(2), page(3)].contains($0.bytes) })
    }

    @Test("A file that is cut off anywhere gives the pages before, tells the damage, and nothing else")
    func truncated() {
        let bytes = record(1) + record(2)
        for length in stride(from: record(1).count + 5, to: bytes.count - 4, by: 7) {
            let found = FoundEntries(Array(bytes[..<length]))
            #expect(found.captures.first?.bytes == page(1))
            #expect(found.captures.count == 1 && found.rejected.count == 1, "\(length): \(found.rejected)")
        }
        let packed = Packing.gzip(record(1)) + Packing.gzip(record(2))
        for length in stride(from: Packing.gzip(record(1)).count + 2, to: packed.count - 1, by: 7) {
            let found = FoundEntries(Array(packed[..<length]))
            // Without the sum behind it, the page is here to its last byte.
            #expect(found.captures.map(\.bytes) == [page(1)] || length > packed.count - 16)
            #expect(
                found.rejected.count == 1 && found.rejected[0].hasPrefix("offset \(Packing.gzip(record(1)).count) "),
                "\(found.rejected)")
        }
    }

    @Test("A damaged member of gzip is told with its offset, and reading goes on with the next")
    func damagedMember() {
        let first = Packing.gzip(record(1))
        var second = Packing.gzip(record(2))
        for index in 60..<90 { second[index] ^= 0x5A }
        let found = FoundEntries(first + second + Packing.gzip(record(3)))
        #expect(found.captures.map(\.bytes) == [page(1), page(3)])
        #expect(
            found.rejected.count == 1 && found.rejected[0].hasPrefix("offset \(first.count) the gzip data is damaged"))
    }

    @Test("Bytes between records are told, and reading goes on behind them")
    func garbage() {
        let found = FoundEntries(record(1) + Array("nonsense\nmore of it\n".utf8) + record(2))
        #expect(found.captures.map(\.bytes) == [page(1), page(2)] || found.captures.map(\.bytes) == [page(2)])
        #expect(found.rejected.count == 1)
    }

    @Test("A file whose every length is wrong is read in a short time", .timeLimit(.minutes(1)))
    func wrongThroughout() {
        let record = CrawlWriting.record(content: CrawlWriting.answer(page(1)), length: 60 << 20)
        let found = FoundEntries(Array(repeatElement(record, count: 30_000).joined()))
        #expect(found.captures.isEmpty && found.rejected.count > 10)
    }

    @Test("A record of more than 64 MB is rejected with its size, one of another kind skipped")
    func tooLong() {
        let long = [UInt8](repeating: 0x61, count: 70 << 20)
        let records =
            CrawlWriting.record(content: CrawlWriting.answer(long))
            + CrawlWriting.record(content: CrawlWriting.answer(long, type: "video/mp4")) + record(1)
        let found = FoundEntries(records)
        #expect(found.captures.map(\.bytes) == [page(1)] && found.skipped.count == 1)
        #expect(found.rejected.count == 1 && found.rejected[0].hasPrefix("offset 0 too long: 734"))
    }

    @Test("ARC files are read, plain and packed, addresses with blanks too; a wrong length is told")
    func arc() {
        let records = [
            ("http://example.org/a b", "text/plain", CrawlWriting.answer(page(1))),
            ("http://example.org/i", "image/png", [1]),
            ("http://example.org/c", "text/plain", page(2)),
        ]
        let found = FoundEntries(CrawlWriting.arc(records))
        #expect(
            found.captures.map(\.bytes) == [page(1), page(2)] && found.rejected.isEmpty && found.skipped.count == 1)
        #expect(found.captures[0].hints.url == "http://example.org/a b")
        #expect(found.captures[0].hints.captured?.instant.description == "2014-02-16T05:02:21Z")
        #expect(FoundEntries(Packing.gzip(CrawlWriting.arc(records))).captures.map(\.bytes) == [page(1), page(2)])
        let wrong = FoundEntries(CrawlWriting.arc(records, length: 500))
        #expect(wrong.captures.map(\.bytes) == [page(1)] && wrong.rejected.count == 1)
    }

    @Test("A page with a feed's or another container's bytes is opened in its place")
    func nested() {
        let inner = Packing.gzip(page(5))
        let found = FoundEntries(CrawlWriting.record("resource", contentType: "application/gzip", content: inner))
        #expect(found.captures.map(\.bytes) == [page(5)] && found.positions == ["offset 0"])
    }
}
