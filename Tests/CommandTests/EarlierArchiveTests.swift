import Foundation
import NewsQuery
import NewsStorage
import TestSupport
import Testing

@Suite("Earlier archives")
struct EarlierArchiveTests {
    /// One small archive of each schema there has been, made by `scripts/record-archive` when it was the newest.
    static let archives: [URL] = {
        let folder = SampleCaptures.folder.appending(path: "archives")
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "archive" }.sorted { $0.path < $1.path }
    }()

    @Test("Every schema there has been is kept as a small archive")
    func everySchemaIsKept() {
        #expect(Self.archives.map(\.lastPathComponent).count == Migrations.all.count)
    }

    @Test("An archive of every landed version opens, is found in and is sound", arguments: archives)
    func opens(_ kept: URL) throws {
        let folder = try TemporaryFolder()
        let copy = folder.url.appending(path: "copy.db")
        try FileManager.default.copyItem(at: kept, to: copy)
        let archive = try Archive(path: copy.path, mode: .update)
        #expect(try archive.articleCount() == 4)
        #expect(try ArticleSearch(archive).articles(matching: "tag:\"flood barrier\"").count == 2)
        #expect(try ArticleSearch(archive).articles(matching: "river authority").count == 1)
        #expect(try archive.check(repairs: false).isEmpty)
    }
}
