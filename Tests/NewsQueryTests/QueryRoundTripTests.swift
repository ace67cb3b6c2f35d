import Foundation
@testable import NewsQuery
import TestSupport
import Testing

/// Whether the long runs were asked for, with NEWSARCHIVE_FULL_TESTS=1.
let runsFullTests = ProcessInfo.processInfo.environment["NEWSARCHIVE_FULL_TESTS"] == "1"

@Suite("Queries as text")
struct QueryRoundTripTests {
    @Test("A query reads back equal")
    func roundTrip() {
        var random = RandomQueries(seed: 1)
        for _ in 0..<(runsFullTests ? 50_000 : 3_000) {
            let query = random.query(depth: 3)
            let text = query.description
            let parsed = ParsedQuery(text, today: testDay)
            guard parsed.query != query else { continue }
            Issue.record("\(text) reads back as \(parsed.query.description): \(parsed.query), not \(query)")
            return
        }
    }

    @Test("Any text is a query, read in bounded time, that reads back equal")
    func hostileText() {
        var hostile = HostileText(seed: 2)
        let clock = ContinuousClock()
        for _ in 0..<(runsFullTests ? 200_000 : 2_000) {
            let text = hostile.next()
            var parsed: ParsedQuery?
            let time = clock.measure { parsed = ParsedQuery(text, today: testDay) }
            guard let parsed else { continue }
            let again = ParsedQuery(parsed.query.description, today: testDay).query
            let scalars = text.unicodeScalars.count
            let isInside = parsed.notices.allSatisfy {
                $0.position >= 0 && $0.length >= 0 && $0.position + $0.length <= scalars
            }
            guard again == parsed.query, isInside, time < .seconds(2) else {
                Issue.record("\(text.debugDescription) took \(time), reads as \(parsed.query) and back as \(again)")
                return
            }
        }
    }

    @Test(
        "Repetition does no harm",
        arguments: [
            "(", ")", "-", "!", "NOT ", "by:", "-by:", "\"", "a NEAR ", "NEAR ", "a OR ", "OR ", "(a OR ", "-(a ", "#",
            "=", "*",
            "headline:(", "date:", "date:[", "tga:x ", "\u{301}", "a~", "«",
        ])
    func repetition(part: String) {
        let text = String(String(repeating: part, count: 4_000).prefix(4_000))
        let time = ContinuousClock().measure { _ = ParsedQuery(text, today: testDay) }
        #expect(time < .seconds(5))
    }
}
