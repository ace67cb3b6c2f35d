import Foundation
import NewsModel
import TestSupport
import Testing

@testable import NewsEntities

@Suite("Recognizing entities in hostile text")
struct HostileTextTests {
    @Test("An article of five megabytes is read to its end, and offsets are right there")
    func large() throws {
        // Few and long words, so that it takes little time: how many there are is what counts.
        let long = String(repeating: "pier", count: 50)
        let filling = String(repeating: "the \(long) was shut for the \(long) all week. ", count: 12_000)
        let text = "President Karel Vontas spoke. \(filling)Vontas left Baghdad."
        #expect(text.utf8.count > 5_000_000)
        #expect(TextTokens(text).tokens.count == 5 + 10 * 12_000 + 4)
        let article = article([text])
        let found = EntityRecognizer().entities(in: article)
        #expect(found.map(\.name) == ["Karel Vontas", "Baghdad"])
        let last = text.unicodeScalars.count - 8
        #expect(found.last?.mentions == [Mention(field: .body, item: 0, start: last, length: 7)])
        #expect(found.first?.mentions.last == Mention(field: .body, item: 0, start: last - 12, length: 6))
    }

    @Test("A hundred thousand capitals in a row give a bounded number of names, each where it stands")
    func capitals() {
        var random = SeededGenerator(seed: 5)
        let words = (0..<100_000).map { _ in
            String(
                (0..<Int.random(in: 1...9, using: &random)).map { index in
                    let letter = UInt8.random(in: 0x61...0x7A, using: &random)
                    return Character(Unicode.Scalar(index == 0 ? letter - 0x20 : letter))
                })
        }
        let article = article([words.joined(separator: " ")])
        let found = EntityRecognizer().entities(in: article)
        #expect(found.count <= 1_000)
        #expect(found.reduce(0) { $0 + $1.mentions.count } <= words.count)
        expectRightOffsets(found, article)
    }

    @Test(
        "Emoji, combining marks and text of no language keep offsets right",
        arguments: [
            "👨‍👩‍👧‍👦 Karel Vontas 🇸🇾🇮🇶 met Maria Keltau 👍🏽 in Baghdad.",
            "Presi\u{301}dent Ka\u{301}rel Vontas\u{302}\u{303} met Maria Keltau in Zu\u{308}rich and Zürich.",
            "\u{301}\u{302} Baghdad\u{301} \u{300}Aleppo, \u{200D}Damascus\u{200B}, \u{FEFF}Mosul.",
            "Z̸̢͎̖a̵̧l̶͓g̷͉o̸̯ Vontas of Baghdad", "\u{202E}dadhgaB Baghdad\u{202C}, Baghdad", "Bag\u{AD}hdad, Baghdad.",
            "\u{0}\u{1}\u{7F} Baghdad \u{0}", "𝔅𝔞𝔤𝔥𝔡𝔞𝔡 Ｂａｇｈｄａｄ Baghdad", "Baghdad، بغداد؛ 巴格达。Baghdad",
            "ǅungla ŉ ß ẞ ﬁ İstanbul Baghdad",
        ])
    func marks(text: String) {
        for language in ["en", "xx", nil] {
            var article = article([text, String(repeating: text, count: 20)])
            article.language = language
            let found = EntityRecognizer().entities(in: article)
            if language == "en", text.contains("in Baghdad.") { #expect(found.contains { $0.name == "Baghdad" }) }
            expectRightOffsets(found, article)
        }
    }

    @Test("Random scalars of all planes keep offsets right", arguments: 1...8)
    func noise(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "Baghdad", "(SDF)", " ", " ", "'s", ".", "Veldan Rescue Forces", "(VRF)", "\n", "U.S.", "A", "the",
        ]
        var text = ""
        for _ in 0..<4_000 {
            let value = UInt32.random(in: 0...(Bool.random(using: &random) ? 0x24F : 0x10FFFF), using: &random)
            if Bool.random(using: &random), let scalar = Unicode.Scalar(value) {
                text.unicodeScalars.append(scalar)
            } else {
                text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }
        }
        var article = article([text])
        article.headline = String(text.prefix(80))
        article.tags = text.split(separator: " ").prefix(20).map(String.init)
        expectRightOffsets(EntityRecognizer().entities(in: article), article)
    }

    @Test(
        "Work grows as text does",
        arguments: [
            "Xa Yb ", "Mary Smith ", "(SDF) ", "of Ministry ", "A.", "’s'(", "NORHAVEN ", "😀 e\u{301}\u{302} ", "(",
            "東京 ",
            "Baghdad, Iraq, ", "Iraqi Ministry of ", "State of ", "Norway (", "University of Texas of Texas ",
        ])
    func linear(text: String) {
        /// Nanoseconds that this thread worked, whatever else the machine does.
        func work(_ count: Int) -> UInt64 {
            let article = article([String(repeating: text, count: count)])
            let start = clock_gettime_nsec(CLOCK_THREAD_CPUTIME_ID)
            _ = EntityRecognizer().entities(in: article)
            return clock_gettime_nsec(CLOCK_THREAD_CPUTIME_ID) - start
        }
        _ = work(100)
        // Twelve times the text is about twelve times the work; were it quadratic, 144 times.
        let short = min(work(600), work(600), work(600))
        #expect(work(7_200) < short * 48)
    }

    private func clock_gettime_nsec(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private func article(_ paragraphs: [String]) -> Article {
        var article = Article()
        article.language = "en"
        article.paragraphs = paragraphs
        return article
    }

    /// Expects that each entity stands under one of its names where it says.
    private func expectRightOffsets(_ entities: [RecognizedEntity], _ article: Article) {
        let body = article.paragraphs.map { Array($0.unicodeScalars) }
        let tags = article.tags.map { Array($0.unicodeScalars) }
        let headline = Array((article.headline ?? "").unicodeScalars)
        for entity in entities {
            for mention in entity.mentions {
                let text =
                    switch mention.field {
                    case .tag: tags[mention.item]
                    case .headline: headline
                    default: body[mention.item]
                    }
                guard mention.start >= 0, mention.length > 0, mention.start + mention.length <= text.count else {
                    Issue.record("\(entity.name): \(mention) lies outside its text")
                    continue
                }
                var surface = String.UnicodeScalarView()
                surface.append(contentsOf: text[mention.start..<(mention.start + mention.length)])
                // Only so many other names are told.
                let isTold = entity.name == String(surface) || entity.aliases.contains(String(surface))
                #expect(isTold || entity.aliases.count >= 31, "\(entity.name), \(entity.aliases): \(String(surface))")
            }
        }
    }
}
