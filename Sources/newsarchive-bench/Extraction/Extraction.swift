import ArgumentParser
import Foundation
import NewsIngest
import NewsModel

/// Measures how well articles are taken out of HTML pages, on pages whose articles are known.
///
/// A collection is a folder of folders with `PUBLISHER.json`, `PUBLISHER_YYYY_MM_DD.html.gz` and `meta.info`, the form of
/// fundus; or one with `html/` and `txt/`, that of newspaper4k; or one of folders with `source.html` and
/// `expected.html`, that of Readability. The last two measure the body alone.
struct Extraction: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints how much of the bodies, headlines, days, authors and tags of known pages is read right.")

    @Argument(help: "A collection of pages.")
    var directory: String

    @Flag(help: "Also print what is not right, page by page.")
    var pages = false

    @Option(help: "Read only the pages whose names contain this, and print what is missing and what is too much.")
    var only: String?

    func run() throws {
        let collection = try KnownPages.load(directory).filter { page in only.map(page.name.contains) ?? true }
        guard !collection.isEmpty else { throw ValidationError("\(directory) holds no known pages") }
        var scores = ExtractionScores()
        for page in collection {
            let capture = Capture(
                bytes: page.bytes, path: page.name, format: .html, hints: CaptureHints(url: page.address))
            let start = ContinuousClock.now
            let reading = try? CaptureReader().read(capture)
            let (seconds, attoseconds) = (ContinuousClock.now - start).components
            let result = PageResult(page: page, reading: reading)
            scores.add(result, seconds: Double(seconds) + Double(attoseconds) / 1e18, bytes: page.bytes.count)
            if pages || only != nil { result.printDifferences(withText: only != nil) }
        }
        print(scores.table)
    }
}

/// A page and the article that is in it.
struct KnownPage {
    /// `de/Taz_2023_04_28`.
    var name: String
    /// The address it was saved from.
    var address: String?
    /// As it was saved.
    var bytes: [UInt8]
    /// Its standfirst and body, paragraphs in lines.
    var body: [String]
    /// What else is known of it; `nil` where only the body is.
    var fields: Fields?

    /// The fields beside the body; `nil` where they are not known.
    struct Fields {
        var headline: String
        /// As ISO 8601.
        var published: String?
        var authors: [String]?
        var tags: [String]?
    }
}

/// Reads collections of known pages.
enum KnownPages {
    static func load(_ directory: String) throws -> [KnownPage] {
        let files = FileManager.default
        func exists(_ path: String) -> Bool { files.fileExists(atPath: directory + path) }
        if exists("/txt") { return try texts(directory) }
        for inner in ["/tests", "/data", "/test-pages"] where exists(inner) { return try load(directory + inner) }
        let folders = try files.contentsOfDirectory(atPath: directory).sorted()
        let isReadability = folders.contains { files.fileExists(atPath: "\(directory)/\($0)/expected.html") }
        return try folders.flatMap { folder in
            isReadability ? try readable(directory, folder) : try publishers(directory, folder)
        }
    }

    // MARK: fundus

    private static func publishers(_ directory: String, _ country: String) throws -> [KnownPage] {
        let folder = directory + "/" + country
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted() else { return [] }
        let addresses = try? json(folder + "/meta.info")
        return try names.filter { $0.hasSuffix(".json") }.flatMap { file throws -> [KnownPage] in
            let publisher = file.dropLast(5)
            let pages = names.filter { isPage($0, of: publisher) }
            let versions = try json(folder + "/" + file).sorted {
                numbers(in: $0.key).lexicographicallyPrecedes(numbers(in: $1.key))
            }
            return try zip(versions, pages).compactMap { version, page in
                guard let truth = version.value as? [String: Any] else { return nil }
                let about = addresses?[page] as? [String: Any]
                return KnownPage(
                    name: country + "/" + page.dropLast(8), address: about?["url"] as? String,
                    bytes: try uncompressed(folder + "/" + page), body: body(truth), fields: fields(truth))
            }
        }
    }

    private static func isPage(_ name: String, of publisher: Substring) -> Bool {
        guard name.hasPrefix(publisher + "_"), name.hasSuffix(".html.gz") else { return false }
        return name.dropFirst(publisher.count).dropLast(8).map { $0.isNumber ? "0" : $0 } == Array("_0000_00_00")
    }

    private static func numbers(in text: String) -> [Int] { text.split { !$0.isNumber }.compactMap { Int($0) } }

    private static func body(_ truth: [String: Any]) -> [String] {
        guard let body = truth["body"] as? [String: Any] else { return [] }
        let sections = body["sections"] as? [[String: Any]] ?? []
        return (body["summary"] as? [String] ?? [])
            + sections.flatMap { ($0["headline"] as? [String] ?? []) + ($0["paragraphs"] as? [String] ?? []) }
    }

    private static func fields(_ truth: [String: Any]) -> KnownPage.Fields {
        func list(_ name: String) -> [String]? { truth[name].map { $0 as? [String] ?? [] } }
        return KnownPage.Fields(
            headline: truth["title"] as? String ?? "", published: truth["publishing_date"] as? String,
            authors: list("authors"), tags: list("topics"))
    }

    private static func json(_ path: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
        guard let members = object as? [String: Any] else { throw ValidationError("\(path) holds no object") }
        return members
    }

    private static func uncompressed(_ path: String) throws -> [UInt8] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", path]
        process.standardOutput = output
        try process.run()
        let bytes = [UInt8](try output.fileHandleForReading.readToEnd() ?? Data())
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw ValidationError("\(path) cannot be uncompressed") }
        return bytes
    }

    // MARK: newspaper4k and Readability

    private static func texts(_ directory: String) throws -> [KnownPage] {
        try FileManager.default.contentsOfDirectory(atPath: directory + "/txt").sorted().compactMap { file in
            let name = String(file.dropLast(4))
            guard let page = FileManager.default.contents(atPath: directory + "/html/\(name).html") else { return nil }
            let metadata = try? json(directory + "/metadata/\(name).json")
            let text = String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: directory + "/txt/" + file)), as: UTF8.self)
            return KnownPage(
                name: name, address: metadata?["url"] as? String, bytes: [UInt8](page),
                body: text.split(separator: "\n").map(String.init))
        }
    }

    private static func readable(_ directory: String, _ name: String) throws -> [KnownPage] {
        let folder = directory + "/" + name
        guard let page = FileManager.default.contents(atPath: folder + "/source.html"),
            let expected = FileManager.default.contents(atPath: folder + "/expected.html")
        else { return [] }
        return [
            KnownPage(
                name: name, address: "http://fakehost/test/page.html", bytes: [UInt8](page),
                body: lines(ofMarkup: String(decoding: expected, as: UTF8.self)))
        ]
    }

    /// The text of well-formed markup, line by line.
    private static func lines(ofMarkup markup: String) -> [String] {
        var text = ""
        for (index, part) in markup.split(separator: "<", omittingEmptySubsequences: false).enumerated() {
            text += index == 0 ? part : part.drop { $0 != ">" }.dropFirst()
        }
        for (entity, sign) in [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replacing(entity, with: sign)
        }
        return text.split(separator: "\n").map(String.init)
    }
}
