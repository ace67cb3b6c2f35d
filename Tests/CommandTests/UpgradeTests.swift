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

    @Test("In archives of schema 2 a tag of unclear kind becomes the only entity of its name")
    func unclearKinds() throws {
        let workspace = try Workspace()
        let old = SampleCaptures.folder.appending(path: "archives/schema-2.db").path
        try FileManager.default.copyItem(atPath: old, toPath: workspace.archive)
        try workspace.sqlite(
            """
            INSERT INTO entities (kind, name, folded) SELECT 'other', name, folded FROM entities WHERE name = 'Sundholm';
            UPDATE article_entities SET entity_id = last_insert_rowid() WHERE article_id = 1 AND entity_id =
                (SELECT id FROM entities WHERE name = 'Sundholm' AND kind = 'place');
            """)
        try workspace.expect(0, "migrate")
        let merged =
            "SELECT k.kind FROM entities AS e JOIN entities AS k ON k.id = e.merged_into WHERE e.is_guessed = 1"
        #expect(try workspace.sqlite(merged) == "place")
    }
}
