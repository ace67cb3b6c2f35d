import ArgumentParser
import CZlib
import Foundation
import NewsText

/// Measures how fast a crawl is read whose pages are all archived, against unpacking it.
struct CrawlPace: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warc", abstract: "Times the ingest of a crawl that is archived already against zcat.")

    @Option(help: "The built command.")
    var program: String

    @Option(help: "A folder to work in.")
    var folder: String

    @Option(help: "How many pages the crawl has that is made when none is named.")
    var pages = 8_000

    @Option(help: "How often each is run.")
    var runs = 5

    @Argument(help: "A WARC file in gzip; one of made-up pages is made when none is named.")
    var file: String?

    func run() throws {
        let crawl = try file ?? made()
        let archive = folder + "/crawl.db"
        for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: archive + ending) }
        let ingest = ["ingest", "--no-entities", "--archive", archive, crawl]
        let first = try ProcessRun(program, ingest, watchesMemory: true)
        let again = try ProcessRun(program, ingest, watchesMemory: true)
        let zcat = ["-c", "zcat \"$1\" | wc -c", "sh", crawl]
        let bytes = Double(try ProcessRun("/bin/sh", zcat).lastLine) ?? 0
        // One after the other, so that both meet the same machine.
        let pairs = try (0..<runs).map { _ in
            (try ProcessRun.seconds("/bin/sh", zcat), try ProcessRun.seconds(program, ingest))
        }
        let unpacking = pairs.map(\.0).sorted()[runs / 2]
        let reading = pairs.map(\.1).sorted()[runs / 2]
        func pace(_ seconds: Double) -> String { "\(Int(bytes / seconds / 1e6)) MB/s" }
        print("| what | figure |\n|---|---|")
        print("| the crawl, unpacked | \(Int(bytes / 1e6)) MB |")
        print("| `zcat \\| wc -c` | \(pace(unpacking)) |")
        print("| ingest, all archived | \(pace(reading)), \(Int((unpacking / reading * 100).rounded())) % of zcat |")
        print("| its peak anonymous memory | \(again.anonymousBytes >> 20) MB |")
        print("| first ingest, without entities | \(pace(first.seconds)), \(first.anonymousBytes >> 20) MB |")
        print("\nfirst: \(first.lastLine)\n\nagain: \(again.lastLine)")
    }

    /// A crawl of made-up pages of about 100 KB each, every record in a gzip member of its own, with the digests
    /// that crawlers write.
    private func made() throws -> String {
        let path = "\(folder)/crawl-\(pages)-digests.warc.gz"
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let generator = CaptureGenerator(articles: 50_000)
        _ = FileManager.default.createFile(atPath: path + ".part", contents: nil)
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: path + ".part"))
        for number in 0..<pages {
            let page = CrawledPage(number: number, generator: generator).bytes
            let answer = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8) + page
            let header = [
                "WARC/1.1", "WARC-Type: response", "WARC-Target-URI: https://news.example/story/\(number)",
                "WARC-Date: 2021-03-05T14:30:00Z", "WARC-Payload-Digest: sha1:\(Self.digest(page))",
                "WARC-Block-Digest: sha1:\(Self.digest(answer))", "Content-Type: application/http; msgtype=response",
                "Content-Length: \(answer.count)", "", "",
            ]
            let record = Array(header.joined(separator: "\r\n").utf8) + answer + Array("\r\n\r\n".utf8)
            try output.write(contentsOf: Data(Self.gzip(record)))
        }
        try output.close()
        try FileManager.default.moveItem(atPath: path + ".part", toPath: path)
        return path
    }

    private static func digest(_ bytes: [UInt8]) -> String {
        let running = RunningDigest("sha1")
        bytes.withUnsafeBytes { running?.update($0) }
        return RunningDigest.base32(running?.finish() ?? [])
    }

    private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
        let count = input.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(packed.prefix(count))
    }
}

/// A page of HTML as outlets send them: little story, much beside it.
struct CrawledPage {
    let bytes: [UInt8]

    /// Page `number`, of about `length` bytes.
    init(number: Int, generator: CaptureGenerator, length: Int = 100_000) {
        let lines = generator.capture(number).bytes.split(separator: 0x0A)
        var page = Array("<!DOCTYPE html><html lang=\"en\"><head><title>".utf8) + generator.headline(number)
        page += Array("</title></head><body><article><h1>".utf8) + generator.headline(number) + Array("</h1>\n".utf8)
        for line in lines { page += Array("<p class=\"story__paragraph\">".utf8) + line + Array("</p>\n".utf8) }
        page += Array("</article><aside><ul>\n".utf8)
        var other = number
        while page.count < length * 2 / 5 {
            other += 7_919
            let headline = generator.headline(other % 50_000)
            page += Array(
                "<li class=\"teaser\"><a href=\"/story/\(other)\"><img src=\"/i/\(other)-320x180.webp\">".utf8)
            page += headline + Array("</a></li>\n".utf8)
        }
        page += Array("</ul></aside><script type=\"application/json\">{\"stories\":[\n".utf8)
        while page.count < length {
            other += 104_729
            page += Array("{\"id\":\(other),\"text\":\"".utf8)
            page += generator.capture(other % 50_000).bytes.map { $0 == 0x22 || $0 < 0x20 ? 0x20 : $0 }
            page += Array("\"},\n".utf8)
        }
        bytes = page + Array("]}</script></body></html>\n".utf8)
    }
}
