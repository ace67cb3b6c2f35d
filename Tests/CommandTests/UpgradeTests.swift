import Foundation
import TestSupport
import Testing

@Suite("Archives of earlier programs")
struct UpgradeTests {
    /// One archive for each schema, made by scripts/record-archive from four samples.
    static let archives: [String] = {
        let folder = SampleCaptures.folder.appending(path: "archives").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".db") }.sorted().map { folder + "/" + $0 }
    }()

    @Test("There is one of every schema", .enabled(if: !archives.isEmpty))
    func complete() throws {
        let workspace = try Workspace.withSamples()
        let version = try #require(try workspace.json("migrate")["schema_version"].integer)
        #expect(Self.archives.map { URL(filePath: $0).lastPathComponent } == (1...version).map { "schema-\($0).db" })
    }

    @Test("Each opens, is counted, searched and sound, and takes new captures", arguments: archives)
    func upgrade(path: String) throws {
        let workspace = try Workspace()
        try FileManager.default.copyItem(atPath: path, toPath: workspace.archive)
        try workspace.expect(0, "migrate")
        #expect(try workspace.articleCount() == 4)
        #expect(try workspace.json("search", "ferry")["total"].integer ?? 0 > 0)
        #expect(try workspace.json("export").list.count == 4)
        try workspace.expectSound(besides: [])
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        #expect(try workspace.json("ingest", "a.txt")["archived"].integer == 1)
        try workspace.expectSound(besides: ["a.txt"])
    }
}
