import NewsQuery
import Testing

@Suite("Dates in queries")
struct DateParsingTests {
    @Test(
        "A date means the days it was typed for, in UTC",
        arguments: [
            ("date:2024", "date:2024-01-01..2024-12-31"),
            ("date:2024-02", "date:2024-02-01..2024-02-29"),
            ("date:2024-2", "date:2024-02-01..2024-02-29"),
            ("date:2024-03-05", "date:2024-03-05"),
            ("date:\"2024-03-05\"", "date:2024-03-05"),
            ("date:2023..2024-03", "date:2023-01-01..2024-03-31"),
            ("date:2023/2024-03", "date:2023-01-01..2024-03-31"),
            ("date:[2023 TO 2024-03]", "date:2023-01-01..2024-03-31"),
            ("date:[* TO 2024]", "date:..2024-12-31"),
            ("date:2024..", "date:2024-01-01.."),
            ("date:..2024-03", "date:..2024-03-31"),
            ("date:..", "date:.."),
            ("date:>=2024-03", "date:2024-03-01.."),
            ("date:>2024-03", "date:2024-04-01.."),
            ("date:<=2024-03", "date:..2024-03-31"),
            ("date:<2024-03", "date:..2024-02-29"),
            ("since:2024-03", "date:2024-03-01.."),
            ("until:2024-03", "date:..2024-03-31"),
            ("after:2024-03", "date:2024-04-01.."),
            ("before:2024-03", "date:..2024-02-29"),
            ("on:2024-03-05", "date:2024-03-05"),
            ("on:2024-03", "date:2024-03-01..2024-03-31"),
            ("date:7d", "date:2024-09-27..2024-10-04"),
            ("since:2w", "date:2024-09-20.."),
            ("date:3m", "date:2024-07-04..2024-10-04"),
            ("date:1y", "date:2023-10-04..2024-10-04"),
            ("date:P1W", "date:2024-09-27..2024-10-04"),
            ("date:today", "date:2024-10-04"),
            ("date:yesterday", "date:2024-10-03"),
            ("date:yesterday..today", "date:2024-10-03..2024-10-04"),
            ("since:9999999999999999999d", "date:0000-01-01.."),
            ("since:99999y", "date:0000-01-01.."),
            ("published:2024", "published:2024-01-01..2024-12-31"),
            ("captured:>2024", "captured:2025-01-01.."),
            ("modified:2024-03-05", "modified:2024-03-05"),
            ("date:(2023 OR 2021)", "date:2023-01-01..2023-12-31 OR date:2021-01-01..2021-12-31"),
            ("-date:2024", "-date:2024-01-01..2024-12-31"),
        ])
    func dates(text: String, understood: String) {
        let parsed = ParsedQuery(text, today: testDay)
        #expect(parsed.query.description == understood)
        #expect(parsed.notices.isEmpty)
        #expect(ParsedQuery(understood, today: 0).query == parsed.query)
    }

    @Test("A month ago ends where the month is too short")
    func shortMonth() {
        let may31 = 19_874
        #expect(ParsedQuery("since:3m", today: may31).query.description == "date:2024-02-29..")
    }

    @Test(
        "An impossible date finds nothing and says so",
        arguments: [
            ("date:2024-13", 5, 7), ("date:2024-02-30", 5, 10), ("date:2024..2023", 5, 10), ("on:2023-02-29", 3, 10),
            ("after:9999", 6, 4), ("x date:[2024 TO 2023]", 7, 14),
        ])
    func impossibleDates(text: String, position: Int, length: Int) {
        let parsed = ParsedQuery(text, today: testDay)
        #expect(parsed.query.description.hasSuffix("id:0"))
        #expect(parsed.notices.map(\.code) == [.impossibleDate])
        #expect(parsed.notices.map(\.position) == [position])
        #expect(parsed.notices.map(\.length) == [length])
    }

    @Test(
        "A date field with a value that is no date is text, and says so",
        arguments: [
            ("on:Tuesday", "\"on:Tuesday\"", 3, 7), ("before:dawn", "\"before:dawn\"", 7, 4),
            ("date:soon", "\"date:soon\"", 5, 4), ("since:2024..2025", "\"since:2024..2025\"", 6, 10),
            ("date:/", "\"date:/\"", 5, 1), ("date:d", "\"date:d\"", 5, 1), ("date:+7d", "\"date:+7d\"", 5, 3),
        ])
    func noDates(text: String, understood: String, position: Int, length: Int) {
        let parsed = ParsedQuery(text, today: testDay)
        #expect(parsed.query.description == understood)
        #expect(parsed.notices.map(\.code) == [.notADate])
        #expect(parsed.notices.map(\.position) == [position])
        #expect(parsed.notices.map(\.length) == [length])
    }
}
