import Foundation
import NewsIngest
import Testing

/// Crawls beside the project, with the indexes that others made of them; not part of it.
enum SharedCrawls {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../../shared/data/warc").standardized.path
    static let exist = FileManager.default.fileExists(atPath: folder)

    static func files(_ name: String) -> [String] {
        let path = "\(folder)/\(name)"
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted().map { "\(path)/\($0)" }
    }
}

@Suite("Records of crawls", .enabled(if: SharedCrawls.exist))
struct CrawlIndexTests {
    /// A line of an index.
    struct Expected {
        let file: String
        let offset: Int
        let url: String
        let status: Int?
        let digest: String?
        let isRevisit: Bool

        /// A line of eleven fields (CDX).
        init?(cdx line: Substring) {
            let fields = line.split(separator: " ").map(String.init)
            guard fields.count == 11, let offset = Int(fields[9]) else { return nil }
            (file, self.offset, url, status, digest) = (fields[10], offset, fields[2], Int(fields[4]), fields[5])
            isRevisit = fields[3] == "warc/revisit"
        }

        /// A line that ends in JSON (CDXJ).
        init?(cdxj line: Substring) {
            guard let start = line.firstIndex(of: "{"),
                let object = try? JSONSerialization.jsonObject(with: Data(line[start...].utf8)) as? [String: Any],
                let file = object["filename"] as? String, let url = object["url"] as? String,
                let offset = (object["offset"] as? String).flatMap({ Int($0) })
            else { return nil }
            (self.file, self.offset, self.url) = (file, offset, url)
            status = (object["status"] as? String).flatMap { Int($0) }
            digest = object["digest"] as? String
            isRevisit = object["mime"] as? String == "warc/revisit"
        }
    }

    static let indexes =
        SharedCrawls.files("pywb-sample-archive/sample_archive/cdx")
        .filter { $0.hasSuffix(".cdx") && !$0.hasSuffix("bad.cdx") || $0.hasSuffix(".cdxj") }
        + SharedCrawls.files("pywb-sample-archive/sample_archive/cdxj").filter { $0.hasSuffix(".cdxj") }

    @Test("Every sound record stands where the index says, with its digest and status", arguments: indexes)
    func records(index: String) throws {
        let text = try String(contentsOfFile: index, encoding: .utf8)
        let expected = text.split(separator: "\n").compactMap {
            index.hasSuffix(".cdxj") ? Expected(cdxj: $0) : Expected(cdx: $0)
        }
        #expect(!expected.isEmpty)
        for (file, lines) in Dictionary(grouping: expected, by: \.file) {
            let path = "\(SharedCrawls.folder)/pywb-sample-archive/sample_archive/warcs/\(file)"
            let found = CrawlIndex(path: path)
            for line in lines {
                let record = found.lines.first { $0.position == "offset \(line.offset)" }
                let place = "\(file) at \(line.offset)"
                #expect(record?.url == line.url, "\(place)")
                #expect(line.isRevisit == (record?.kind == "revisit"), "\(place)")
                if !line.isRevisit, let status = line.status { #expect(record?.status == status, "\(place)") }
                guard let digest = line.digest else { continue }
                let stated = record?.statedDigest
                #expect(digest == stated ?? record?.bodyDigest, "\(place)")
                if !line.isRevisit, digest.count == 32 { #expect(digest == record?.bodyDigest, "\(place)") }
            }
        }
    }

    @Test(
        "Every broken file is told, with what is sound before and behind the damage",
        arguments: [
            ("gowarc-testdata/testdata/warcs/corrupted-mid-record.warc.gz.open", 12, 1),
            ("gowarc-testdata/testdata/warcs/corrupted-trailing-bytes.warc.gz.open", 30, 1),
            ("gowarc-testdata/testdata/warcs/good.warc.gz.open", 50, 0),
            ("warcio-testdata/test/data/bad.arc", 1, 3), ("warcio-testdata/test/data/example-trunc.warc", 4, 0),
            ("warcio-testdata/test/data/example-bad.warc.gz.bad", 6, 0),
            ("pywb-sample-archive/sample_archive/warcs/example.warc", 6, 0),
            ("pywb-sample-archive/sample_archive/warcs/iana.warc.gz", 343, 0),
        ])
    func damage(name: String, sound: Int, damaged: Int) {
        let index = CrawlIndex(path: "\(SharedCrawls.folder)/\(name)")
        #expect(index.lines.count == sound)
        #expect(index.damage.count == damaged, "\(index.damage)")
    }
}
