import Foundation
import NewsIngest
import NewsModel
import NewsText
import TestSupport
import Testing

@Suite("Zip and WACZ files, and pages saved as mails")
struct ZipTests {
    private let page = Array("The tide came and went, and nobody on the east bank slept that night.".utf8)
    private let crawl = CrawlWriting.record(
        content: CrawlWriting.answer(Array("Boat 1 left the harbor on Monday, nobody knew why.".utf8)))

    @Test("Entries are like files in a folder: read by content, skipped by kind, nested")
    func entries() throws {
        let bytes = try Packing.zip([
            ("a.txt", page), ("b/näive.html", Array("<html><p>A".utf8)), ("b/photo.jpg", [1]), (".DS_Store", [1]),
            ("__MACOSX/a.txt", page), ("c.warc", crawl), ("d.html.gz", Packing.gzip(Array("<html><p>B".utf8))),
            ("e.zip", try Packing.zip([("in/f.txt", page)])), ("g.pdf", Array("%PDF-1.4".utf8)),
        ])
        let found = FoundEntries(bytes)
        #expect(found.positions == ["a.txt", "b/näive.html", "c.warc, offset 0", "d.html.gz", "e.zip, in/f.txt"])
        #expect(found.captures.map(\.format) == [.text, .html, .text, .html, .text])
        #expect(found.skipped.sorted() == [".DS_Store", "__MACOSX/a.txt", "b/photo.jpg"])
        #expect(found.rejected == ["g.pdf looks like PDF, which is not read; save the page as HTML or plain text"])
    }

    @Test(
        "A name that leads out of the file is not read",
        arguments: ["../out.txt", "/etc/out", "a/../../b", "C:\\a", "..\\b"])
    func traversal(name: String) throws {
        let found = FoundEntries(try Packing.zip([(name, page), ("in.txt", page)]))
        #expect(found.positions == ["in.txt"])
        #expect(found.rejected.count == 1 && found.rejected[0].contains("its name leads out of the zip file"))
    }

    @Test("A zip file that is cut off anywhere is told; the entries before it are read, and it never hangs")
    func truncated() throws {
        let bytes = try Packing.zip([("a.txt", page), ("b.txt", page + page), ("c.txt", page)])
        for length in stride(from: 4, to: bytes.count, by: 11) {
            let found = FoundEntries(Array(bytes[..<length]))
            #expect(
                found.captures.allSatisfy { [page, page + page].contains($0.bytes) || page.starts(with: $0.bytes) })
            if length < bytes.count / 2 { #expect(!found.rejected.isEmpty, "\(length)") }
        }
    }

    private func package(_ files: [(name: String, bytes: [UInt8])], form: (String, String) -> String) -> [UInt8] {
        let resources = files.map { name, bytes in
            form(name, SHA256Digest(of: bytes).hexadecimal)
        }
        return Array("{\"profile\": \"data-package\", \"resources\": [\(resources.joined(separator: ","))]}".utf8)
    }

    @Test("The pages of a WACZ file are read and its digests checked, in both forms they are written")
    func wacz() throws {
        let forms: [(String, String) -> String] = [
            { "{\"path\": \"\($0)\", \"hash\": \"sha256:\($1)\"}" },
            { "{\"path\": \"\($0)\", \"stats\": {\"hash\": \"\($1)\", \"bytes\": 1}, \"hashing\": \"sha256\"}" },
        ]
        let files = [
            ("archive/a.warc.gz", Packing.gzip(crawl)), ("indexes/index.cdx", Array("x".utf8)),
            ("pages/pages.jsonl", Array("{\"url\": \"a\"}".utf8)),
        ]
        for form in forms {
            let sound = FoundEntries(
                try Packing.zip(files + [("datapackage.json", package(files, form: form))]))
            #expect(sound.positions == ["archive/a.warc.gz, offset 0"] && sound.rejected.isEmpty, "\(sound.rejected)")
            let other = [(files[0].0, Packing.gzip(crawl + crawl)), files[1]]
            let wrong = FoundEntries(
                try Packing.zip([("datapackage.json", package(files, form: form))] + other))
            #expect(wrong.captures.count == 2)
            #expect(
                wrong.rejected == [
                    "archive/a.warc.gz its digest is not the one in the package; fetch the file again",
                    "pages/pages.jsonl named in the package, but missing; fetch the file again",
                ])
        }
    }

    @Test("The digest of the package itself is checked, and a file without pages is told")
    func packageDigest() throws {
        let package = package([("archive/a.warc.gz", Packing.gzip(crawl))]) {
            "{\"path\": \"\($0)\", \"hash\": \"sha256:\($1)\"}"
        }
        for (digest, count) in [(SHA256Digest(of: package).hexadecimal, 0), (SHA256Digest(of: page).hexadecimal, 1)] {
            let note = Array("{\"path\": \"datapackage.json\", \"hash\": \"sha256:\(digest)\"}".utf8)
            let found = FoundEntries(
                try Packing.zip([
                    ("archive/a.warc.gz", Packing.gzip(crawl)), ("datapackage.json", package),
                    ("datapackage-digest.json", note),
                ]))
            #expect(found.captures.count == 1 && found.rejected.count == count, "\(found.rejected)")
        }
        #expect(FoundEntries(try Packing.zip([])).skipped == [": a zip file without files"])
        let info = CrawlWriting.record("warcinfo", content: page)
        #expect(FoundEntries(info).skipped == [": a crawl without pages"])
    }

    @Test("A signature is said not to be checked; one that was made for another digest is told")
    func signature() throws {
        let package = package([("archive/a.warc.gz", Packing.gzip(crawl))]) {
            "{\"path\": \"\($0)\", \"hash\": \"sha256:\($1)\"}"
        }
        let own = SHA256Digest(of: package).hexadecimal
        let told = [
            (own, [": signed by archives.example: digests are checked, signatures are not"], 0),
            (SHA256Digest(of: page).hexadecimal, [], 1),
        ]
        for (signed, notes, rejected) in told {
            let digest = """
                {"path": "datapackage.json", "hash": "sha256:\(own)",
                 "signedData": {"hash": "sha256:\(signed)", "domain": "archives.example", "signature": "AA=="}}
                """
            let found = FoundEntries(
                try Packing.zip([
                    ("archive/a.warc.gz", Packing.gzip(crawl)), ("datapackage.json", package),
                    ("datapackage-digest.json", Array(digest.utf8)),
                ]))
            #expect(found.captures.count == 1 && found.rejected.count == rejected, "\(found.rejected)")
            #expect(found.skipped == notes.map { "datapackage-digest.json" + $0 })
        }
    }

    @Test("A WACZ file within another file, or from a pipe, gives the same pages, and its digests are checked too")
    func streamed() throws {
        let files = [
            ("indexes/index.cdx.gz", Packing.gzip(Array("x".utf8))), ("archive/a.warc.gz", Packing.gzip(crawl)),
            ("pages/pages.jsonl", Array("{\"url\": \"a\", \"title\": \"A\", \"text\": \"No article.\"}".utf8)),
        ]
        let sound = package(files) { "{\"path\": \"\($0)\", \"hash\": \"sha256:\($1)\"}" }
        let wrong = package(files + [("archive/b.warc.gz", page)]) { name, digest in
            let stated = name.hasPrefix("archive/") ? String(digest.reversed()) : digest
            return "{\"path\": \"\(name)\", \"hash\": \"sha256:\(stated)\"}"
        }
        let other = package(files) { "{\"path\": \"\($0)\", \"hash\": \"md5:\($1)\"}" }
        let reasons = [
            (sound, []),
            (
                wrong,
                [
                    "archive/a.warc.gz its digest is not the one in the package; fetch the file again",
                    "archive/b.warc.gz named in the package, but missing; fetch the file again",
                ]
            ),
            (
                other,
                files.map(\.0).sorted().map {
                    "\($0) its digest (md5) is not checked from a pipe; ingest the file itself"
                }
            ),
        ]
        for (package, rejected) in reasons {
            let wacz = try Packing.zip(files + [("datapackage.json", package)])
            let found = FoundEntries(Packing.gzip(wacz))
            #expect(found.positions == ["archive/a.warc.gz, offset 0"], "\(found.positions)")
            #expect(found.rejected == rejected)
        }
    }

    @Test("The address of a zip file is not that of its pages")
    func address() throws {
        let hints = CaptureHints(url: "https://example.org/a.zip", outlet: "Harbor Times")
        let found = FoundEntries(try Packing.zip([("a.txt", page)]), hints: hints)
        #expect(found.captures[0].hints == CaptureHints(outlet: "Harbor Times"))
    }

    @Test(
        "The page of a mail is given decoded, with address and time", arguments: ["quoted-printable", "base64", "8bit"])
    func mhtml(encoding: String) throws {
        let html =
            "<!DOCTYPE html><html><body><p>Fähre = ferry. And a line that is longer than seventy-six signs, surely.</p>"
        let body =
            switch encoding {
            case "quoted-printable":
                html.replacing("=", with: "=3D").replacing("ä", with: "=C3=A4").replacing("And", with: "A=\r\nnd")
            case "base64": Data(html.utf8).base64EncodedString(options: .lineLength76Characters)
            default: html
            }
        let mail = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://example.org/ferry
            Subject: Ferry
            Date: Fri, 5 Mar 2021 15:30:00 +0100
            MIME-Version: 1.0
            Content-Type: multipart/related;
            	type="text/html";
            	boundary="----Boundary--x"

            ------Boundary--x
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://example.org/a.png

            iVBORw0KGgo=
            ------Boundary--x
            Content-Type: text/html; charset=utf-8
            Content-ID: <frame-1>
            Content-Transfer-Encoding: \(encoding)
            Content-Location: https://example.org/ferry

            \(body)
            ------Boundary--x--

            """
        let found = FoundEntries(Array(mail.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8))
        #expect(found.texts == [html] && found.captures[0].format == .html)
        #expect(found.captures[0].hints.url == "https://example.org/ferry")
        #expect(found.captures[0].hints.captured?.instant.description == "2021-03-05T14:30:00Z")
        #expect(found.captures[0].hints.charset == "utf-8")
    }
}
