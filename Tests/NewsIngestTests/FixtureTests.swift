import Foundation
import NewsIngest
import NewsModel
import Testing

@Suite("Fixtures")
struct FixtureTests {
    /// Set by scripts/record-fixtures: what is read is written down instead of compared.
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_FIXTURES"] != nil

    @Test("What is read from a capture is what must be read", arguments: Fixture.all)
    func reading(_ fixture: Fixture) throws {
        let shown = try ShownReading(reading: fixture.reading()).json()
        if Self.isRecording {
            try shown.write(to: fixture.expectation, atomically: true, encoding: .utf8)
        } else {
            #expect(shown == (try String(contentsOf: fixture.expectation, encoding: .utf8)))
        }
    }
}
