import NewsModel
import Testing

@testable import NewsEntities

@Suite("Making a document agree with itself")
struct DocumentPassTests {
    private static let kinds: [Character: EntityKind] = ["p": .person, "o": .organization, "l": .place]

    /// Sentences after the pass. Names are written `[p Karel Vontas]`.
    private func agreed(_ sentences: [String]) -> [String] {
        var words: [[String]] = []
        var spans: [[Span]] = []
        var vocabulary = Vocabulary(tables: WordTables(clusters: [], paths: [], cases: [], gazetteer: []))
        var document = TokenDocument()
        for sentence in sentences {
            let start = document.words.count
            var (found, names): ([String], [Span]) = ([], [])
            var open: (start: Int, kind: EntityKind)?
            for part in sentence.split(separator: " ") {
                if part.first == "[", let kind = part.dropFirst().first.flatMap({ Self.kinds[$0] }) {
                    open = (found.count, kind)
                } else {
                    found.append(part.last == "]" ? String(part.dropLast()) : String(part))
                    guard part.last == "]", let name = open else { continue }
                    names.append(Span(words: (start + name.start)..<(start + found.count), kind: name.kind))
                    open = nil
                }
            }
            words.append(found)
            spans.append(names)
            document.append(found, in: &vocabulary)
        }
        let result = vocabulary.profiles.withUnsafeBufferPointer { DocumentPass.agreeing(spans, in: document, $0) }
        return document.sentences.indices.map { index in
            var shown = words[index]
            let start = document.sentences[index].words.lowerBound
            for span in result[index] {
                let mark = Self.kinds.first { $0.value == span.kind }?.key ?? "?"
                shown[span.words.lowerBound - start] = "[\(mark) " + shown[span.words.lowerBound - start]
                shown[span.words.upperBound - 1 - start] += "]"
            }
            return shown.joined(separator: " ")
        }
    }

    @Test(
        "Sentences agree",
        arguments: [
            // One kind for a name, by majority.
            (
                ["seen in [o Hajin] now", "seen in [l Hajin] now", "seen in [l Hajin] now", "seen in [l Hajin] now"],
                ["seen in [l Hajin] now", "seen in [l Hajin] now", "seen in [l Hajin] now", "seen in [l Hajin] now"]
            ),
            // But one against one decides nothing.
            (["in [o Hajin] now", "in [l Hajin] now"], ["in [o Hajin] now", "in [l Hajin] now"]),
            // A surname is a person's.
            (
                ["then [p Karel Vontas] left", "later [l Vontas] came"],
                ["then [p Karel Vontas] left", "later [p Vontas] came"]
            ),
            // An acronym is what it stands for.
            (
                ["the [o Veldan Rescue Forces] ( [l VRF] ) left", "the [l VRF] came"],
                ["the [o Veldan Rescue Forces] ( [o VRF] ) left", "the [o VRF] came"]
            ),
            // What is a name in one place is one in others, surnames and companies without their form too.
            (
                ["then [p Karel Vontas] left", "later Karel Vontas and Vontas came"],
                ["then [p Karel Vontas] left", "later [p Karel Vontas] and [p Vontas] came"]
            ),
            (
                ["a deal with [o Telvor Inc.] today", "shares of Telvor rose"],
                ["a deal with [o Telvor Inc.] today", "shares of [o Telvor] rose"]
            ),
            // Not inside a longer run of capitals, and not in lower case.
            (
                ["then [p Karel Vontas] left", "the Vontas Bridge and vontas"],
                ["then [p Karel Vontas] left", "the Vontas Bridge and vontas"]
            ),
            ([""], [""]),
        ])
    func sentences(before: [String], after: [String]) {
        #expect(agreed(before) == after)
    }
}
