import NewsModel
import Testing

@testable import NewsIngest

@Suite("Places that refer to a note")
struct FootnoteReaderTests {
    @Test(
        "A marker is found whole: not the beginning of a longer one, not the sign of another",
        arguments: [
            ("The tide¹² came.", ["¹²"]), ("The tide** came.", ["**"]), ("The tide[12] came.", ["[12]"]),
            ("The tide¹ and the moon².", ["¹", "²"]), ("The tide*† came.", ["*", "†"]), ("The tide[3] [12", ["[3]"]),
            ("It is *not* the tide*.", ["*"]), ("A f*ck", []), ("* opens a line", []),
        ] as [(String, [String])])
    func markers(paragraph: String, expected: [String]) {
        let markers: Set<String> = ["¹", "²", "¹²", "*", "**", "†", "[1]", "[2]", "[12]", "[3]"]
        let found = FootnoteReader.references(to: markers, in: [paragraph])
        #expect(Set(found.keys) == Set(expected))
        #expect(found.values.allSatisfy { $0.count == 1 && $0[0].paragraph == 1 })
    }

    @Test("Offsets count scalars, paragraphs from 1; of what nothing refers to there is nothing")
    func places() {
        let found = FootnoteReader.references(to: ["[1]", "[2]"], in: ["Ebb.", "Zoë’s tide[1], the moon[1]."])
        #expect(found == ["[1]": [.init(paragraph: 2, offset: 10), .init(paragraph: 2, offset: 23)]])
    }
}
