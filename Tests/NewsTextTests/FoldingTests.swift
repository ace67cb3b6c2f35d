import NewsText
import Testing

@Suite("Folding")
struct FoldingTests {
    @Test(
        "Case, diacritics, quotes, dashes and blanks do not tell values apart",
        arguments: [
            ("Café", "cafe"), ("“Butcher of Iraq”", "'butcher OF  iraq'"), ("Straße", "STRASSE"), ("Łódź", "lodz"),
            ("Ёлка", "елка"), ("US–led", "US-led"), ("ＡＢＣ", "abc"), ("ﬁnance", "finance"), ("Ærø", "aero"),
            ("so\u{AD}lar", "solar"), ("Αθήνα", "αθηνα"), (" a\u{A0}b ", "a b"), ("İstanbul", "istanbul"),
            ("naïve", "nai\u{308}ve"),
        ])
    func equalValues(left: String, right: String) {
        #expect(foldedKey(left) == foldedKey(right))
    }

    @Test(
        "Letters of their own and other signs tell values apart",
        arguments: [
            ("й", "и"), ("C++", "C"), ("a - b", "a-b"), ("10%", "10"), ("が", "か"),
        ])
    func differentValues(left: String, right: String) {
        #expect(foldedKey(left) != foldedKey(right))
    }

    @Test(
        "Text is cut into the words people look for",
        arguments: [
            ("The café's U.S. office", ["the", "cafe", "s", "us", "office"]),
            ("1,000 or 12,345,678 or 1,00", ["1000", "or", "12345678", "or", "1", "00"]),
            ("J.R.R. Tolkien, e.g.", ["jrr", "tolkien", "eg"]),
            ("A. Smith U.S", ["a", "smith", "us"]),
            ("well-known AT&T", ["well", "known", "at", "t"]),
            ("東京都x", ["東京", "京都", "都", "x"]),
            ("हिन्दी में", ["हिन्दी", "में"]),
            ("Cooper\u{AD}ation", ["cooperation"]),
            ("\u{E000}t12 \u{E001} a", ["\u{E000}t12", "\u{E001}", "a"]),
            ("", []), ("...", []),
        ])
    func words(text: String, expected: [String]) {
        #expect(tokens(of: text).map(\.text) == expected)
        #expect(tokenCount(of: text) == Set(tokens(of: text).map(\.position)).count)
    }

    @Test("A question ends a run of unspaced characters with its last pair")
    func questionRuns() {
        #expect(tokens(of: "東京都", isQuery: true).map(\.text) == ["東京", "京都"])
        #expect(tokens(of: "東", isQuery: true).map(\.text) == ["東"])
    }

    @Test("The last character of an unspaced run stands beside its last pair")
    func positions() {
        #expect(tokens(of: "東京都x").map(\.position) == [0, 1, 1, 2])
        #expect(tokenCount(of: "東京都x") == 3)
    }

    @Test("A word knows the bytes it was made from")
    func ranges() {
        let text = "Die Straße, U.S.!"
        let utf8 = Array(text.utf8)
        #expect(tokens(of: text).map { String(decoding: utf8[$0.range], as: UTF8.self) } == ["Die", "Straße", "U.S"])
    }
}
