import NewsIngest
import Testing

@Suite("Leads")
struct LeadTests {
    @Test(
        "The lead is the first sentence",
        arguments: [
            ("One sentence. Another.", "One sentence."),
            ("Dr. Ida Brandt of the U.S. Navy came. She left.", "Dr. Ida Brandt of the U.S. Navy came."),
            (
                "J. R. Holm paid 3.5 crowns on Oct. 3. Nobody asked.",
                "J. R. Holm paid 3.5 crowns on Oct. 3. Nobody asked."
            ),
            ("\"Will it hold?\" asked Velling. It did.", "\"Will it hold?\" asked Velling."),
            ("\"It held.\" The engineer smiled.", "\"It held.\""),
            ("The group Blue Gull.* It fishes.", "The group Blue Gull.*"),
            (
                "Am 3. Oktober stieg das Wasser, z. B. in der Altstadt. Dann fiel es.",
                "Am 3. Oktober stieg das Wasser, z. B. in der Altstadt."
            ),
            ("港が開いた。船が出た。", "港が開いた。"),
            ("HELSINKI, January 20/NORD/. The ice is thick. Very.", "HELSINKI, January 20/NORD/. The ice is thick."),
            ("No full stop at all", "No full stop at all"),
        ])
    func firstSentence(body: String, lead: String) {
        #expect(leadSentence(of: body) == lead)
    }

    @Test("A lead is never longer than 300 characters")
    func length() {
        let lead = leadSentence(of: String(repeating: "endless ", count: 200))
        #expect((lead?.unicodeScalars.count ?? 0) <= 300)
        #expect(lead?.hasSuffix("endless…") == true)
        #expect(leadSentence(of: "") == nil)
        #expect(leadSentence(of: "  \n ") == nil)
    }
}
