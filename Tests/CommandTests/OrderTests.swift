import Foundation
import TestSupport
import Testing

@Suite("The order in which captures arrive does not change the archive")
struct OrderTests {
    /// The samples, and pages that update one another by address, show one another, and end with outlets' names.
    private struct Mixture {
        let workspace: Workspace
        private(set) var entries: [String] = []

        init() throws {
            workspace = try Workspace()
            entries = try SampleCaptures.manifest().split(separator: "\n").map(String.init)
            try add(
                "ferry-1",
                Captured.page("Ferry Late Again", body: "The ferry is late.", related: ["Swans Return – Evening Gull"]),
                "https://gull.example/ferry", "2020-01-01T00:00:00Z")
            try add(
                "ferry-2", Captured.page("Ferry Lost", body: "The ferry is lost.", related: ["Swans Return"]),
                "https://gull.example/ferry", "2020-01-03T00:00:00Z")
            try add(
                "ferry-3",
                Captured.page(
                    "Ferry Found", body: "The ferry is found.",
                    related: ["Night trains return to Aldmark - The Harbor Times"]), "https://gull.example/ferry#now",
                "2020-01-02T00:00:00Z")
            try add(
                "swans-1",
                Captured.page(
                    "Swans Return", body: "They are back.", related: ["Ferry Late Again", "Ferry Lost | Evening Gull"]),
                "https://gull.example/swans", nil)
            try add(
                "swans-2", Captured.page("Swans Return!", body: "They are back at last.", related: ["FERRY LOST"]),
                "https://gull.example/swans", nil)
            try add("twin-1", Captured.page("Swans Return", body: "Twins of swans."), nil, nil)
            try add("twin-2", Captured.page("Swans Return", body: "Twins of swans."), nil, nil)
            try add(
                "harbor", Captured.page("Harbor Frozen - Pier Press", body: "It is cold.", related: ["Ferry Lost"]),
                nil, nil, outlet: nil)
            try add(
                "pier", Captured.page("Pier Closed", body: "It is closed.", related: ["Harbor Frozen"]), nil, nil,
                outlet: "Pier Press")
        }

        private mutating func add(
            _ name: String, _ text: String, _ url: String?, _ capturedAt: String?, outlet: String? = "Evening Gull"
        ) throws {
            let path = try workspace.write(text, to: "pages/\(name).txt")
            var fields = ["path": path]
            fields["url"] = url
            fields["captured_at"] = capturedAt
            fields["outlet"] = outlet
            entries.append(String(decoding: try JSONEncoder().encode(fields), as: UTF8.self))
        }

        /// What the archive holds after ingesting `parts` one after the other.
        func dump(ingesting parts: [ArraySlice<String>]) throws -> ArchiveDump {
            for ending in ["", "-wal", "-shm"] { unlink(workspace.archive + ending) }
            for part in parts where !part.isEmpty {
                try workspace.write(part.joined(separator: "\n"), to: "part.jsonl")
                try workspace.expect(0, "ingest", "--manifest", "part.jsonl")
            }
            let dump = try ArchiveDump(workspace.expect(0, "export", "--format", "jsonl").output)
            try workspace.expectSound()
            return dump
        }
    }

    @Test("Ten random orders, in one, two and several runs, give the same archive")
    func orders() throws {
        let mixture = try Mixture()
        var generator = SeededGenerator(seed: 2020)
        let reference = try mixture.dump(ingesting: [mixture.entries[...]])
        let captures = reference.articles.map { $0["captures"].list.count }.reduce(0, +)
        #expect(captures == mixture.entries.count - 1)  // two files hold the same bytes
        for round in 0..<10 {
            let entries = mixture.entries.shuffled(using: &generator)
            let cuts = (0..<round % 4).map { _ in Int.random(in: 0...entries.count, using: &generator) }.sorted()
            let edges = [0] + cuts + [entries.count]
            let parts = zip(edges, edges.dropFirst()).map { entries[$0..<$1] }
            let dump = try mixture.dump(ingesting: parts)
            for (article, expected) in zip(dump.articles, reference.articles) where article != expected {
                for name in expected.names where article[name] != expected[name] {
                    Issue.record(
                        "round \(round), \(expected["headline"]), \(name): \(article[name]) for \(expected[name])")
                }
            }
            #expect(dump.articles.count == reference.articles.count, "round \(round)")
        }
    }
}
