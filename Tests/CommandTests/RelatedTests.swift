import Foundation
import TestSupport
import Testing

@Suite("Related headlines")
struct RelatedTests {
    private let shown = "The Ferry Is Late"

    /// A workspace with a page that shows `headline`, to be ingested as `a.txt`, and the page of that headline, `b.txt`.
    private func pair(showing headline: String) throws -> Workspace {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Swans Return", body: "They are back.", related: [headline]), to: "a.txt")
        try workspace.write(Captured.page(shown, body: "It is late."), to: "b.txt")
        return workspace
    }

    private func id(_ workspace: Workspace, _ headline: String) throws -> Int {
        let hits = try workspace.json("search", "headline:\"\(headline)\"")["results"].list
        return try #require(hits.first { $0["headline"].string == headline }?["id"].integer)
    }

    private func expectTied(_ workspace: Workspace, _ first: String, _ second: String) throws {
        let (one, two) = (try id(workspace, first), try id(workspace, second))
        let outward = try workspace.json("related", "\(one)")
        #expect(Promised.relatedAnswer.faults(in: outward) == [])
        #expect(outward["shown"].list.map { $0["article_id"].integer } == [two])
        let inward = try workspace.json("related", "\(two)")
        #expect(inward["shown_by"].list.map { $0["id"].integer } == [one])
        #expect(inward["shown_by"][0]["headline"].string == first)
        #expect(try workspace.json("show", "\(one)")["related"][0]["article_id"].integer == two)
        #expect(try workspace.expect(0, "related", "\(one)").output.contains("[\(two)] "))
        #expect(try workspace.expect(0, "related", "\(two)").output.contains("[\(one)] \(first)"))
    }

    @Test(
        "They resolve in both directions, whichever came first", arguments: [["a.txt", "b.txt"], ["b.txt", "a.txt"]])
    func bothDirections(order: [String]) throws {
        let workspace = try pair(showing: "the  ferry is LATE")
        for name in order { try workspace.expect(0, "ingest", name) }
        try expectTied(workspace, "Swans Return", shown)
        try workspace.expectSound()
    }

    @Test(
        "A known outlet's name behind a headline does not count, also when the outlet becomes known later",
        arguments: [
            "The Ferry Is Late - Evening Gull", "The Ferry Is Late | EVENING GULL", "The ferry is late — Evening Gull",
        ])
    func outletBehind(headline: String) throws {
        let workspace = try pair(showing: headline)
        try workspace.expect(0, "ingest", "a.txt", "b.txt")
        let one = try id(workspace, "Swans Return")
        #expect(try workspace.json("related", "\(one)")["shown"][0]["article_id"] == .null)
        try workspace.write(Captured.page("Pier Closed", body: "It is closed."), to: "c.txt")
        try workspace.expect(0, "ingest", "c.txt", "--outlet", "Evening Gull")
        try expectTied(workspace, "Swans Return", shown)
        try workspace.expectSound()
    }

    @Test("What only looks like an outlet's name counts")
    func noOutlet() throws {
        let workspace = try pair(showing: "The Ferry Is Late - Institute")
        try workspace.expect(0, "ingest", "a.txt", "b.txt")
        #expect(try workspace.json("related", "\(id(workspace, "Swans Return"))")["shown"][0]["article_id"] == .null)
    }

    @Test("They follow when a headline changes")
    func changedHeadline() throws {
        let workspace = try Workspace()
        let address = ["--url", "https://gull.example/ferry", "--outlet", "Evening Gull"]
        try workspace.write(
            Captured.page("Swans Return", body: "They are back.", related: [shown, "The Ferry Is Lost"]), to: "a.txt")
        try workspace.write(Captured.page(shown, body: "It is late."), to: "b.txt")
        try workspace.write(Captured.page("The Ferry Is Lost", body: "It is lost."), to: "c.txt")
        func ingest(_ name: String, at time: String) throws {
            let run = try CommandRun.run(["ingest", name, "--captured-at", time] + address, in: workspace.url)
            #expect(run.status == 0)
        }
        try workspace.expect(0, "ingest", "a.txt")
        try ingest("b.txt", at: "2020-01-01T00:00:00Z")
        let (swans, ferry) = (try id(workspace, "Swans Return"), try id(workspace, shown))
        func resolved() throws -> [Int?] {
            try workspace.json("related", "\(swans)")["shown"].list.map { $0["article_id"].integer }
        }
        #expect(try resolved() == [ferry, nil])
        try ingest("c.txt", at: "2020-01-02T00:00:00Z")
        #expect(try resolved() == [nil, ferry])
        #expect(try workspace.json("related", "\(ferry)")["shown_by"].list.map { $0["id"].integer } == [swans])
        try workspace.expect(0, "remove", "--yes", "\(ferry)")
        #expect(try resolved() == [nil, nil])
        try workspace.expectSound()
    }

    @Test("A lead never resolves")
    func lead() throws {
        let workspace = try Workspace()
        let sentence = "Ferry of Sundholm Is Late Again"
        try workspace.write(
            Captured.sputnik(clock: "17:23 GMT19 October 2020", body: sentence), to: "lead.txt")
        try workspace.write(
            Captured.sputnik(
                clock: "18:23 GMT19 October 2020", body: "The swans of Sundholm are back, the harbor office said.",
                related: [sentence, "Another Headline That Nobody Wrote"]),
            to: "showing.txt")
        try workspace.expect(0, "ingest", "lead.txt", "showing.txt")
        let hits = try workspace.json("search", "--sort", "oldest")["results"].list
        #expect(hits.map { $0["headline"] } == [.null, .null])
        #expect(hits.map { $0["headline_source"].string } == ["lead", "lead"])
        #expect(hits.first?["lead"].string == sentence)
        let related = try workspace.json("related", "2")["shown"]
        #expect(related[0]["headline"].string == sentence && related[0]["article_id"] == .null)
        #expect(try workspace.json("related", "1")["shown_by"] == .array([]))
    }

    @Test("Of several articles with a headline the one of the same outlet is meant, then the nearest in time")
    func candidates() throws {
        let workspace = try Workspace()
        func ingest(_ name: String, _ text: String, _ outlet: String, _ date: String) throws {
            try workspace.write(text, to: name)
            try workspace.expect(0, "ingest", name, "--outlet", outlet, "--captured-at", date)
        }
        try ingest("far.txt", Captured.page(shown, body: "It is far."), "Gull", "2019-01-01")
        try ingest("other.txt", Captured.page(shown, body: "It is other."), "Courier", "2020-01-02")
        try ingest("near.txt", Captured.page(shown, body: "It is near."), "Gull", "2020-02-01")
        try ingest(
            "a.txt", Captured.page("Swans Return", body: "They are back.", related: [shown]), "Gull", "2020-01-01")
        #expect(try workspace.json("related", "4")["shown"][0]["article_id"].integer == 3)
        try workspace.expect(0, "remove", "--yes", "3")
        #expect(try workspace.json("related", "4")["shown"][0]["article_id"].integer == 1)
        try workspace.expect(0, "remove", "--yes", "1")
        #expect(try workspace.json("related", "4")["shown"][0]["article_id"].integer == 2)
    }

    @Test("They are no part of the body: only related: finds them")
    func searching() throws {
        let workspace = try pair(showing: "Zeppelin Over the Quay")
        try workspace.expect(0, "ingest", "a.txt")
        #expect(try workspace.json("search", "zeppelin")["total"].integer == 0)
        #expect(try workspace.json("search", "related:zeppelin")["total"].integer == 1)
    }
}
