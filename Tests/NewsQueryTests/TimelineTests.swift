import NewsModel
@testable import NewsQuery
import NewsStorage
import TestSupport
import Testing

@Suite("Timelines")
struct TimelineTests {
    @Test(
        "Weeks are those of ISO 8601",
        arguments: [
            (2024, 2, 26, "2024-W09"), (2024, 3, 3, "2024-W09"), (2024, 3, 4, "2024-W10"), (2021, 1, 3, "2020-W53"),
            (2021, 1, 4, "2021-W01"), (2018, 12, 31, "2019-W01"), (1970, 1, 1, "1970-W01"), (1969, 12, 28, "1969-W52"),
            (0, 1, 1, "-0001-W52"), (9999, 12, 31, "9999-W52"),
        ])
    func weeks(year: Int, month: Int, day: Int, name: String) {
        let step = Timeline.Step.week
        #expect(step.name(of: step.number(ofDay: Instant.daysSinceEpoch(year: year, month: month, day: day))) == name)
    }

    @Test("The periods of following days are the same or the next", arguments: Timeline.Step.allCases)
    func order(step: Timeline.Step) {
        var last = step.number(ofDay: -1_000)
        for day in -999...1_000 {
            let number = step.number(ofDay: day)
            #expect((0...1).contains(number - last))
            #expect((step.name(of: number) == step.name(of: last)) == (number == last))
            last = number
        }
    }

    /// An archive of articles with the words "a swan", shown at these moments.
    private static func archive(_ times: [String?]) throws -> TestArchive {
        try TestArchive(
            times.map { time in
                var article = Article()
                article.paragraphs = ["a swan"]
                article.published = time.flatMap(Instant.init(rfc3339:)).map {
                    PrintedTime($0, precision: .second, zone: .printed, source: .page)
                }
                return article
            })
    }

    private static func timeline(
        _ text: String, _ test: TestArchive, by step: Timeline.Step = .month, longestGap: Int = 100
    ) throws -> Timeline {
        try ArticleSearch(test.archive).timeline(of: ParsedQuery(text), by: step, longestGap: longestGap)
    }

    @Test(
        "Dates in the query bound it, hits or not",
        arguments: [
            ("swan", ["2020-01 1", "2020-02 0", "2020-03 2"]), ("zzz", []),
            ("swan since:2020-02", ["2020-02 0", "2020-03 2"]),
            ("swan until:2020-02", ["2020-01 1", "2020-02 0"]), ("zzz since:2021", ["2021-01 0"]),
            ("zzz until:2021", ["2021-12 0"]), ("swan 2020-01..2020-02", []),
            ("swan date:2020-03..2020-05", ["2020-03 2", "2020-04 0", "2020-05 0"]),
            ("swan date:2019-12 date:2020-03", []), ("swan OR date:2019", ["2020-01 1", "2020-02 0", "2020-03 2"]),
        ])
    func bounds(text: String, expected: [String]) throws {
        let test = try Self.archive(["2020-01-31T23:59:59Z", "2020-03-01T00:00:00Z", "2020-03-31T00:00:00Z", nil])
        let timeline = try Self.timeline(text, test)
        #expect(timeline.periods.map { "\($0.name) \($0.count)" } == expected)
        #expect(timeline.gaps.isEmpty)
        #expect(timeline.undated == (text.contains("zzz") || text.contains("2020-01..") ? 0 : 1))
    }

    @Test("Too many empty periods in a row are left out, and only those")
    func gaps() throws {
        let test = try Self.archive(["0001-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "2020-01-05T00:00:00Z"])
        let timeline = try Self.timeline("swan until:2020-02", test, by: .day, longestGap: 3)
        #expect(timeline.periods.map(\.count) == [1, 1, 0, 0, 0, 1, 0])
        #expect(timeline.periods.map(\.name).first == "0001-01-01" && timeline.periods.map(\.name).last == "2020-02-29")
        #expect(timeline.gaps == [Timeline.Gap(index: 1, count: 737_423), Timeline.Gap(index: 6, count: 54)])
        #expect(try Self.timeline("swan", test, by: .year, longestGap: .max).periods.count == 2_020)
    }

    @Test("The share is that of the period's articles, and none where there are none")
    func share() throws {
        let test = try Self.archive(["2020-01-01T00:00:00Z", "2020-03-01T00:00:00Z", "2020-03-02T00:00:00Z"])
        let timeline = try Self.timeline("id:2 OR id:1", test)
        #expect(timeline.periods.map(\.share) == [1, nil, 0.5])
    }
}
