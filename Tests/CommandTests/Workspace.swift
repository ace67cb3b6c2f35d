import Foundation
import TestSupport
import Testing

/// A temporary folder in which the command is run, as a user works with it.
final class Workspace {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// A workspace whose `newsarchive.db` holds all samples.
    static func withSamples() throws -> Workspace {
        let workspace = try Workspace()
        try FileManager.default.copyItem(atPath: try SampleArchive.path.get(), toPath: workspace.archive)
        return workspace
    }

    var url: URL { folder.url }
    /// Where the command finds its archive when none is named.
    var archive: String { path("newsarchive.db") }

    func path(_ name: String) -> String { folder.path(name) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    @discardableResult
    func write(_ data: Data, to name: String) throws -> String {
        let url = folder.url.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
        return url.path
    }

    func read(_ name: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: name)) }

    /// Runs `newsarchive` here, whatever comes of it.
    func run(
        _ arguments: String..., input: Data = Data(), environment: [String: String] = [:]
    ) throws -> CommandRun {
        try CommandRun.run(arguments, in: folder.url, input: input, environment: environment)
    }

    /// Runs `newsarchive` here, which must end with `status`.
    @discardableResult
    func expect(
        _ status: Int32 = 0, _ arguments: String..., input: Data = Data(), environment: [String: String] = [:],
        at location: SourceLocation = #_sourceLocation
    ) throws -> CommandRun {
        let run = try CommandRun.run(arguments, in: folder.url, input: input, environment: environment)
        #expect(
            run.status == status, "\(arguments.joined(separator: " ")): \(run.errors)", sourceLocation: location)
        return run
    }

    /// The JSON that `newsarchive` answers; it must end with `status` and say nothing else on standard output.
    func json(
        _ arguments: String..., status: Int32 = 0, input: Data = Data(), at location: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        let run = try CommandRun.run(arguments + ["--json"], in: folder.url, input: input)
        #expect(
            run.status == status, "\(arguments.joined(separator: " ")): \(run.errors)", sourceLocation: location)
        return try JSON(run.bytes)
    }

    /// Runs SQL in the archive with the sqlite3 shell, as a user would by hand.
    @discardableResult
    func sqlite(_ sql: String) throws -> String {
        let run = try CommandRun.run(program: "/usr/bin/env", ["sqlite3", archive, sql], in: folder.url)
        #expect(run.status == 0, "\(sql): \(run.errors)")
        return run.output.trimmingCharacters(in: .newlines)
    }

    /// How many articles the archive holds.
    func articleCount() throws -> Int { try json("stats")["articles"].integer ?? -1 }

    /// The archive is sound, and nothing but it and `expected` is in the folder.
    func expectSound(besides expected: [String]? = nil, at location: SourceLocation = #_sourceLocation) throws {
        let run = try run("check")
        #expect(run.status == 0, "\(run.output)\(run.errors)", sourceLocation: location)
        if let expected {
            #expect(try folder.names() == (expected + ["newsarchive.db"]).sorted(), sourceLocation: location)
        }
    }
}

/// An archive of all samples, made once and copied by the tests that need it.
enum SampleArchive {
    nonisolated(unsafe) private static var folder: TemporaryFolder?  // set once, by `path`

    static let path: Result<String, any Error> = Result {
        let made = try TemporaryFolder()
        folder = made
        atexit { SampleArchive.folder = nil }
        try SampleCaptures.manifest().write(toFile: made.path("samples.jsonl"), atomically: true, encoding: .utf8)
        let run = try CommandRun.run(["ingest", "--manifest", "samples.jsonl"], in: made.url)
        try #require(run.status == 0, "\(run.errors)")
        return made.path("newsarchive.db")
    }
}

/// Captures about made-up events, written for tests that need to say exactly what stands in them.
enum Captured {
    /// A page of the Harbor Gazette with a headline.
    static func page(
        _ headline: String, body: String = "The harbor office counted the boats on Monday and found eleven of them.",
        published: String? = nil, related: [String] = []
    ) -> String {
        var lines = [headline, ""]
        if let published { lines += ["Published \(published)", ""] }
        lines += [
            body, "", "Nobody on the east bank slept that night. \(headline): \(body) So they said on the quay.", "",
        ]
        if !related.isEmpty { lines += ["Related:"] + related }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A page of Sputnik without a headline, whose clock says when it was captured.
    static func sputnik(
        clock: String, body: String, related: [String] = [], tags: String = "harbor, boats"
    ) -> String {
        """
        \(clock)
        Listen Live
            Society
            Get short URL
            0 50

            \(body)

            The lighthouse keeper of Sundholm said that nobody had asked him.


            \(related.joined(separator: "\n    "))
            \(tags)
            Community standardsDiscussion
        """
    }
}
