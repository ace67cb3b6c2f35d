import Foundation
import TestSupport
import Testing

@Suite("Files that hold many captures")
struct ContainerTests {
    private func page(_ number: Int) -> [UInt8] {
        Array(Captured.page("Boat \(number)", body: "Boat number \(number) left the harbor of Port Alder.").utf8)
    }

    private func record(_ number: Int, time: String = "2021-03-05T14:30:00Z") -> [UInt8] {
        CrawlWriting.record(
            url: "https://gazette.example/\(number)", content: CrawlWriting.answer(page(number)), date: time)
    }

    private func crawl(_ numbers: some Sequence<Int>) -> Data {
        Data(numbers.flatMap { Packing.gzip(record($0)) })
    }

    @Test("A crawl is archived with positions, and skipped when it is met again, whatever packs it")
    func again() throws {
        let workspace = try Workspace()
        try workspace.write(crawl(1...40), to: "a.warc.gz")
        let report = try workspace.json("ingest", "a.warc.gz")
        #expect(report["found"].integer == 40 && report["archived"].integer == 40)
        #expect(report["files"].list.count == 1 && report["files"][0]["archived"].integer == 40)
        let position = "offset \(Packing.gzip(record(1)).count)"
        #expect(report["articles"][1]["position"].string == position)
        let article = try workspace.json("show", "2")
        #expect(article["captures"][0]["position"].string == position)
        #expect(article["url"].string == "https://gazette.example/2")
        #expect(article["captured_at"].string == "2021-03-05T14:30:00Z")
        #expect(try workspace.expect(0, "show", "2", "--raw").bytes == Data(page(2)))
        #expect(try workspace.json("ingest", "a.warc.gz")["unchanged"].integer == 40)
        try workspace.write(Data((1...40).flatMap { record($0) }), to: "b.warc")
        #expect(try workspace.json("ingest", "b.warc")["unchanged"].integer == 40)
        try workspace.write(Data(try Packing.zip([("x/b.warc", (1...41).flatMap { record($0) })])), to: "c.zip")
        let more = try workspace.json("ingest", "c.zip")
        #expect(more["unchanged"].integer == 40 && more["archived"].integer == 1)
        #expect(more["articles"].list.last?["position"].string?.hasPrefix("x/b.warc, offset ") == true)
        try workspace.expectSound(besides: ["a.warc.gz", "b.warc", "c.zip"])
    }

    @Test("A crawl gives the same ids from a small file, a large one, a pipe, and with any number of jobs")
    func order() throws {
        let filler = CrawlWriting.record(
            url: "https://gazette.example/a.png",
            content: CrawlWriting.answer([UInt8](repeating: 7, count: 400_000), type: "image/png"))
        let large = Data(filler) + Data((1...60).flatMap { record($0) })
        var seen: [[String?]] = []
        for (name, bytes, jobs) in [("s.warc.gz", crawl(1...60), "2"), ("l.warc", large, "1"), ("l.warc", large, "7")] {
            let workspace = try Workspace()
            try workspace.write(bytes, to: name)
            let report = try workspace.json("ingest", "--jobs", jobs, name)
            #expect(report["archived"].integer == 60)
            seen.append(try (1...60).map { try workspace.json("show", "\($0)")["url"].string })
        }
        let workspace = try Workspace()
        #expect(try workspace.json("ingest", "-", input: large)["archived"].integer == 60)
        seen.append(try (1...60).map { try workspace.json("show", "\($0)")["url"].string })
        #expect(seen.allSatisfy { $0 == (1...60).map { "https://gazette.example/\($0)" } })
    }

    @Test("The same page met at two times is one capture with the later, in either order, and is unchanged then")
    func twice() throws {
        let times = ["2021-03-05T14:30:00Z", "2021-04-05T14:30:00Z"]
        for order in [times, times.reversed()] {
            let workspace = try Workspace()
            try workspace.write(Data(order.flatMap { record(1, time: $0) }), to: "a.warc")
            try workspace.expect(0, "ingest", "a.warc")
            #expect(try workspace.json("show", "1")["captured_at"].string == times[1])
            #expect(try workspace.json("show", "1")["captures"].list.count == 1)
            #expect(try workspace.json("ingest", "a.warc")["unchanged"].integer == 2)
            #expect(try workspace.json("show", "1")["captured_at"].string == times[1])
        }
    }

    @Test("A revisit is unchanged when its page is archived, by digest or by address and time, else noted")
    func revisits() throws {
        let digest = ["WARC-Payload-Digest: sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A"]
        let original = CrawlWriting.record(
            url: "https://gazette.example/1", fields: digest, content: CrawlWriting.answer(page(1)))
        func revisit(_ url: String, _ fields: [String]) -> [UInt8] {
            CrawlWriting.record("revisit", url: url, fields: fields, content: CrawlWriting.answer([]))
        }
        let workspace = try Workspace()
        let same = revisit("https://gazette.example/1", digest)
        let elsewhere = revisit("https://gazette.example/2", digest)
        try workspace.write(Data(original + same + elsewhere), to: "a.warc")
        let report = try workspace.json("ingest", "a.warc")
        #expect(report["archived"].integer == 1 && report["unchanged"].integer == 1 && report["skipped"].integer == 1)
        #expect(
            report["files"][0]["notes"][0]["note"].string
                == "a revisit of a page that is archived from another address")
        let dated = revisit(
            "https://gazette.example/1",
            ["WARC-Refers-To-Target-URI: https://gazette.example/1", "WARC-Refers-To-Date: 2021-03-05T14:30:00Z"])
        let unknown = revisit("https://gazette.example/9", digest)
        try workspace.write(Data(dated + unknown), to: "b.warc")
        let later = try workspace.json("ingest", "b.warc")
        #expect(later["unchanged"].integer == 1 && later["skipped"].integer == 1)
        let text = try workspace.expect(0, "ingest", "b.warc")
        #expect(
            text.errors
                == "skipped 1 in b.warc: a revisit of a page that is not archived; ingest the file that holds it first\n"
        )
    }

    @Test("A page that is not what its digest says is archived with a note, which stays when it is read again")
    func digests() throws {
        let wrong = CrawlWriting.record(
            url: "https://gazette.example/1", fields: ["WARC-Payload-Digest: sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A"],
            content: CrawlWriting.answer(page(1)))
        let note = "the WARC-Payload-Digest of its record is not that of its bytes; fetch the page again"
        let workspace = try Workspace()
        try workspace.write(Data(wrong + record(2)), to: "a.warc")
        try workspace.write(Data(record(1)), to: "b.warc")
        let report = try workspace.json("ingest", "a.warc")
        #expect(report["archived"].integer == 2 && report["files"][0]["damage"].list.count == 1)
        #expect(report["files"][0]["damage"][0]["note"].string == note)
        let again = try workspace.expect(0, "ingest", "a.warc", "b.warc")
        #expect(again.output.hasPrefix("3 found, 0 archived, 0 updated, 3 unchanged"))
        #expect(again.errors == "read 1 in a.warc with a note: \(note)\n")
        #expect(try workspace.json("ingest", "--reread")["unchanged"].integer == 2)
        for (id, isNoted) in [("1", true), ("2", false)] {
            let notes = try workspace.json("show", id)["captures"][0]["notes"].list
            #expect(notes.contains { $0.string == note } == isNoted)
        }
        try workspace.write(Data(wrong), to: "c.warc")
        let other = try Workspace()
        try other.write(Data(record(1)), to: "b.warc")
        try other.write(Data(wrong), to: "c.warc")
        try other.expect(0, "ingest", "--no-raw", "b.warc")
        #expect(try other.json("ingest", "--no-raw", "c.warc")["updated"].integer == 1)
        // That the bytes are new is no reason to say it of this file.
        #expect(try other.json("ingest", "b.warc")["files"][0]["damage"].list.isEmpty)
        #expect(try other.json("show", "1")["captures"][0]["notes"].list.contains { $0.string == note })
    }

    @Test("Damage is reported with its place and the rest archived; --strict ends there")
    func damage() throws {
        let workspace = try Workspace()
        let first = Packing.gzip(record(1))
        var second = Packing.gzip(record(2))
        for index in 60..<90 { second[index] ^= 0x5A }
        try workspace.write(Data(first + second + Packing.gzip(record(3))), to: "a.warc.gz")
        let report = try workspace.json("ingest", "a.warc.gz", status: 1)
        #expect(report["archived"].integer == 2)
        #expect(report["rejected"][0]["position"].string == "offset \(first.count)")
        #expect(report["files"][0]["rejected"].integer == 1)
        let run = try workspace.expect(1, "ingest", "--strict", "--archive", "s.db", "a.warc.gz")
        #expect(run.output.hasPrefix("2 found, 1 archived") && run.output.contains("stopped before the end"))
    }

    @Test("Hints are for what the pages of a container do not say; a manifest tells of the container")
    func hints() throws {
        let workspace = try Workspace()
        try workspace.write(crawl(1...2), to: "a.warc.gz")
        try workspace.write("path,outlet,captured_at\na.warc.gz,Harbor Times,1999-01-01T00:00:00Z\n", to: "m.csv")
        try workspace.expect(0, "ingest", "--manifest", "m.csv", "--lang", "en")
        let article = try workspace.json("show", "2")
        #expect(article["outlet"].string == "Harbor Times" && article["lang"].string == "en")
        #expect(article["captured_at"].string == "2021-03-05T14:30:00Z")
    }

    @Test("A signal in the middle of a crawl ends the ingest in good order, and running again completes it")
    func interrupted() throws {
        let workspace = try Workspace()
        try workspace.write(Data((1...4_000).flatMap { record($0) }), to: "a.warc")
        let running = try CommandRun.start(["ingest", "a.warc"], in: workspace.url)
        #expect(running.waits { FileManager.default.fileExists(atPath: workspace.archive + "-wal") })
        usleep(400_000)
        running.send(SIGINT)
        let run = try running.wait()
        #expect(run.status == 130 || run.status == 0)
        try workspace.expectSound(besides: ["a.warc"])
        let before = try workspace.articleCount()
        let report = try workspace.json("ingest", "a.warc")
        #expect(report["unchanged"].integer == before && report["archived"].integer == 4_000 - before)
    }
}
