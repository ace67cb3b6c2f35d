import NewsIngest
import Testing

@Suite("Headline keys")
struct HeadlineKeyTests {
    @Test(
        "Headlines that differ in print only have one key",
        arguments: [
            ("Ferry Line Reopens after Eleven Years", "FERRY LINE REOPENS AFTER ELEVEN YEARS"),
            ("Aldmark Votes – Exit Polls", "Aldmark Votes - Exit Polls"),
            ("Ferry Line Reopens - Sputnik", "Ferry Line Reopens"),
            ("Ferry Line Reopens – Sputnik International", "Ferry Line Reopens"),
            ("Ferry Line Reopens | Harbor Times", "Ferry Line Reopens"),
        ])
    func same(left: String, right: String) {
        #expect(headlineKey(left, outlets: ["Harbor Times"]) == headlineKey(right, outlets: ["Harbor Times"]))
    }

    @Test(
        "What is no outlet stays",
        arguments: [
            ("Seals Return to Sundholm - Institute", "Seals Return to Sundholm"),
            ("Ferry Line Reopens | Harbor Times", "Ferry Line Reopens"),
            ("Sputnik", "Sputnik International"),
            ("Half-Time - Sputnik-1", "Half-Time"),
        ])
    func different(left: String, right: String) {
        #expect(headlineKey(left, outlets: []) != headlineKey(right, outlets: []))
    }
}
