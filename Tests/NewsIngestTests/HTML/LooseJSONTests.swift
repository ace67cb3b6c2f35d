import NewsText
import Testing

@testable import NewsIngest

@Suite("JSON in pages is read as it is meant")
struct LooseJSONTests {
    private func read(_ text: String) -> String {
        LooseJSON.values(in: Array(text.utf8)[...]).map(\.text).joined(separator: " ")
    }

    @Test(
        "What stands around values, commas, quotes and ends are forgiven",
        arguments: [
            (#"{"a": 1, "b": [true, false, null, 2.5, "x"]}"#, #"{"a":1,"b":[true,false,null,2.5,"x"]}"#),
            (#"<!-- {"a": 1} -->"#, #"{"a":1}"#),
            ("//<![CDATA[\n{\"a\": 1}\n//]]>", #"{"a":1}"#),
            (#"/*<![CDATA[*/ {"a": 1} /*]]>*/"#, #"{"a":1}"#),
            (#"<![CDATA[[{"a": 1}]]]>"#, #"[{"a":1}]"#),
            (#"{"a": 1};"#, #"{"a":1}"#),
            (#"{"a": 1} {"b": 2}"#, #"{"a":1} {"b":2}"#),
            (#"{"a": [1, 2, ], "b": 3, }"#, #"{"a":[1,2],"b":3}"#),
            (#"{"a": 1 "b": 2}"#, #"{"a":1,"b":2}"#),
            (#"{a: 1, "b": undefined}"#, #"{"a":1,"b":null}"#),
            ("{\"a\": \"one\ntwo\"}", #"{"a":"one\ntwo"}"#),
            (#"{"a": "the "old" harbor", "b": 1}"#, #"{"a":"the \"old\" harbor","b":1}"#),
            (#"{"a": "\u00e9\ud83d\ude00\ud83d \/ \" \\"}"#, #"{"a":"é😀\#u{FFFD} / \" \\"}"#),
            (#"{"a": "cut of"#, #"{"a":"cut of"}"#),
            (#"{"a": {"b": [1, 2"#, #"{"a":{"b":[1,2]}}"#),
            (#"{"a" 1, : 2, "b": 3}"#, #"{"b":3}"#),
            ("", ""), ("{", "{}"), ("]", ""), ("\u{FEFF}{\"a\":\u{A0}1}", #"{"a":1}"#),
        ])
    func forgiving(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test("Nesting without end takes linear time and bounded depth", .timeLimit(.minutes(1)))
    func deepNesting() {
        let deep = String(repeating: "[", count: 300_000)
        #expect(LooseJSON.values(in: Array(deep.utf8)[...]).count == 1)
        let closed = deep + String(repeating: "]", count: 300_000)
        #expect(LooseJSON.values(in: Array((#"{"a": "# + closed + #", "b": 1}"#).utf8)[...]).count == 1)
        let quotes = "{\"a\": \"" + String(repeating: "\" ", count: 200_000)
        #expect(LooseJSON.values(in: Array(quotes.utf8)[...]).count == 1)
    }
}
