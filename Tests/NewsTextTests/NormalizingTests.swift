import TestSupport
import Testing

@testable import NewsText

@Suite("Normalizing")
struct NormalizingTests {
    @Test(
        "Blanks of every kind become one blank, and lines keep their places",
        arguments: [
            ("plain text", "plain text"),
            ("", ""),
            ("   ", ""),
            ("two  blanks\tand\t\ttabs", "two blanks and tabs"),
            ("a\u{A0}b\u{202F}c\u{2003}d\u{3000}e", "a b c d e"),
            ("    indented line  \n\n  next\t\n", "indented line\n\nnext"),
            ("a\r\nb\rc\u{85}d\u{2028}e\u{2029}f", "a\nb\nc\nd\ne\nf"),
            ("a\n\n\nb", "a\n\n\nb"),
            ("a\n \u{A0}\nb", "a\n\nb"),
            ("one \u{200B} two", "one two"),
        ])
    func blanksAndLines(text: String, expected: String) {
        #expect(normalizedText(text) == expected)
    }

    @Test(
        "Invisible characters go, printed ones stay",
        arguments: [
            ("mini\u{AD}mal", "minimal"),
            ("\u{FEFF}head\u{200B}line\u{2060}", "headline"),
            ("\u{202B}abc\u{202C} \u{2066}x\u{2069}\u{200E}", "abc x"),
            ("nul\u{0}byte\u{7}\u{1B}", "nulbyte"),
            ("c1\u{90}\u{9D}", "c1"),
            ("private\u{E000}use\u{F8FF}\u{F0001}", "privateuse"),
            ("“quoted” – ‘dash’ — …", "“quoted” – ‘dash’ — …"),
            ("bad \u{FFFD} byte", "bad \u{FFFD} byte"),
        ])
    func invisibleCharacters(text: String, expected: String) {
        #expect(Array(normalizedText(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "Joiners stay where spelling needs them",
        arguments: [
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("می \u{200C}خواهم", "می خواهم"),
            ("latin\u{200C}word\u{200D}s", "latinwords"),
            ("क्\u{200D}ष", "क्\u{200D}ष"),
            ("👩\u{200D}🚒 at work", "👩\u{200D}🚒 at work"),
            ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
            ("👩\u{200D} alone", "👩 alone"),
            ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}"),
            ("a\u{E0067}b", "ab"),
        ])
    func joiners(text: String, expected: String) {
        #expect(Array(normalizedText(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test(
        "Letters are composed",
        arguments: [
            ("Cafe\u{301}", "Café"),
            ("A\u{30A} stro\u{308}m", "Å ström"),
            ("\u{212B}ngstrom \u{2126}", "Ångstrom Ω"),
            ("e\u{AD}\u{301}", "é"),
            ("\u{1112}\u{1161}\u{11AB}", "한"),
            ("が", "が"),
            ("か\u{3099}", "が"),
            ("q\u{323}\u{307} q\u{307}\u{323}", "q\u{323}\u{307} q\u{323}\u{307}"),
            ("\u{958}", "\u{915}\u{93C}"),
            ("\u{1F71}", "ά"),
        ])
    func composition(text: String, expected: String) {
        #expect(Array(normalizedText(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    @Test("Letters with marks are composed however many follow each other")
    func manyStretches() {
        let long = "a" + String(repeating: "\u{301}", count: 300)
        let parts: [(String, String)] = [
            ("e\u{301}", "é"), ("q\u{307}\u{323}", "q\u{323}\u{307}"), (long, long), ("b", "b"),
        ]
        var random = SeededGenerator(seed: 7)
        let chosen = (0..<4_000).map { _ in
            random.once(in: 200) ? parts[Int.random(in: 2...3, using: &random)] : parts[0]
        }
        let expected = chosen.map(\.1).joined()
        #expect(Array(normalizedText(chosen.map(\.0).joined()).unicodeScalars) == Array(expected.unicodeScalars))
        let marked = Array(repeating: parts[1], count: 3_000)
        #expect(
            Array(normalizedText(marked.map(\.0).joined()).unicodeScalars)
                == Array(marked.map(\.1).joined().unicodeScalars))
    }

    @Test("Normalizing twice gives the same as once", arguments: 0..<300)
    func idempotent(seed: Int) {
        let alphabet: [UInt32] = [
            0x20, 0x0A, 0x0D, 0x09, 0x61, 0x62, 0x41, 0xA0, 0xAD, 0xE9, 0x301, 0x323, 0x200B, 0x200C, 0x200D, 0x6CC,
            0x64B, 0x653, 0x627, 0x915, 0x94D, 0x93C, 0x1100, 0x1161, 0x11A8, 0xAC00, 0x3000, 0xFEFF, 0x1F469, 0xFE0F,
            0xE000, 0xFFFD, 0x2126, 0x1EAD, 0x0, 0x85, 0x2028, 0xE0061, 0x1F3F4,
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        var text = String.UnicodeScalarView()
        for _ in 0..<60 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            if let scalar = Unicode.Scalar(alphabet[Int(state >> 33) % alphabet.count]) { text.append(scalar) }
        }
        let once = normalizedText(String(text))
        #expect(Array(normalizedText(once).utf8) == Array(once.utf8))
        #expect(isNFC(once))
    }

    private func isNFC(_ text: String) -> Bool {
        var span = text.utf8Span
        return span.checkForNFC(quickCheck: false)
    }
}
