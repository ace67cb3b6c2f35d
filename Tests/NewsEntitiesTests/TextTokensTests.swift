import NewsModel
import Testing

@testable import NewsEntities

@Suite("Cutting texts into words")
struct TextTokensTests {
    @Test(
        "Words, signs and sentences are told apart",
        arguments: [
            ("Mr. Vontas met J. F. Keltau. They left.", "Mr. Vontas met J. F. Keltau . / They left ."),
            ("The U.S. and Iraq's army don't agree.", "The U.S. and Iraq 's army do n't agree ."),
            ("It's 1,000.50 euros, isn’t it?", "It 's 1,000.50 euros , is n’t it ?"),
            ("“Stop!” she said. \"Go.\" He went", "“ Stop ! ” she said . / \" Go . \" / He went"),
            ("US-led forces near Deir ez-Zor (SDF)…", "US-led forces near Deir ez-Zor ( SDF ) …"),
            (
                "See https://example.org/a?b=c or mail a@b.org @ed #tag",
                "See https://example.org/a?b=c or mail a@b.org @ed #tag"
            ),
            ("At 5 p.m. on amazon.com. Yes", "At 5 p.m. on amazon.com . / Yes"),
            ("AT&T and O'Brien -- gone", "AT&T and O'Brien -- gone"),
            ("He left.Then he came.", "He left . / Then he came ."),
            ("line one\nline two", "line one / line two"), ("Café naïve 😀😀 東京", "Café naïve 😀😀 東京"), ("", ""),
        ])
    func words(text: String, expected: String) {
        #expect(TextTokens(text).words.map { $0.joined(separator: " ") }.joined(separator: " / ") == expected)
    }

    @Test("Offsets count Unicode scalars and bytes")
    func offsets() {
        let text = "“Zürich’s é́ 😀 day” – near Baghuz’s gate, Zürich don’t sleep."
        let scalars = Array(text.unicodeScalars)
        let cut = TextTokens(text)
        for (index, token) in cut.tokens.enumerated() {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[token.start..<(token.start + token.length)])
            #expect(String(view) == cut.surface(index..<(index + 1)))
        }
        #expect(cut.sentences.flatMap { Array($0) } == Array(cut.tokens.indices))
    }
}
