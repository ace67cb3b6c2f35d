import Foundation
import TestSupport
import Testing

@Suite("extract shows what would be archived")
struct ExtractTests {
    private static let page = """
        <html lang="en"><head><meta property="article:published_time" content="2021-03-05T08:30:00Z">
        <meta property="og:site_name" content="Harbor Times"></head><body><h1>Ferry Line Reopens</h1><article>
        <p>The ferry between Port Alder and the island of Sundholm will carry passengers again from Thursday, it was said.</p>
        <p>The line was closed eleven years ago, when the old pier was found to be unsafe and nobody paid for another.</p>
        </article></body></html>
        """

    @Test("Each field stands with its source, and no archive is made")
    func fields() throws {
        let space = try Workspace()
        _ = try space.write(Self.page, to: "page.html")
        let run = try space.run("extract", "page.html")
        #expect(run.status == 0)
        #expect(run.output.contains("headline      Ferry Line Reopens  [h1]"))
        #expect(run.output.contains("outlet        Harbor Times  [meta og:site_name]"))
        #expect(run.output.contains("published_at  2021-03-05T08:30:00Z"))
        #expect(!FileManager.default.fileExists(atPath: space.path("newsarchive.db")))
    }

    @Test("JSON is a list with an entry for each capture, readable or not")
    func json() throws {
        let space = try Workspace()
        _ = try space.write(Self.page, to: "in/a.html")
        _ = try space.write("%PDF-1.4", to: "in/b.bin")
        let entries = try space.json("extract", "in", status: 1).list
        #expect(entries.map { $0["outcome"].string } == ["read", "rejected"])
        #expect(entries.first?["sources"]["headline"].string == "h1")
        #expect(entries.first?["article"]["headline"].string == "Ferry Line Reopens")
        #expect(entries.last?["reason"].string?.contains("PDF") == true)
    }

    @Test("Standard input is read, with what is known of it from outside")
    func standardInput() throws {
        let space = try Workspace()
        let run = try space.run("extract", "--outlet", "Port Post", "-", input: Data(Self.page.utf8))
        #expect(run.output.contains("outlet        Port Post"))
    }
}
