import Foundation
@testable import NewsIngest
import TestSupport
import Testing

@Suite("Text that the parser is spared")
struct HeldTextTests {
    /// A tree as lines: depth, tag, text.
    private static func lines(of tree: HTMLTree) -> [String] {
        tree.nodes.map { node in
            let depth = tree.ancestors(of: node).reduce(0) { count, _ in count + 1 }
            return "\(depth) \(tree.tag(of: node)) \(String(decoding: tree.textBytes(of: node), as: UTF8.self))"
        }
    }

    private static func expectSame(_ page: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let held = try HTMLParser.tree(of: page)
        let whole = try HTMLParser.tree(of: page, holdsTexts: false)
        #expect(lines(of: held.tree) == lines(of: whole.tree), "\(page.prefix(400))", sourceLocation: sourceLocation)
        #expect(held.notes == whole.notes, sourceLocation: sourceLocation)
    }

    @Test(
        "The tree is the same",
        arguments: [
            "<p>  A long line of text   goes on  </p>\n\n   <p>and on and on and on",
            "plain text without any tag at all",
            "<pre>\n  first line of text\n\tsecond line of text</pre><pre>\r\n\r\n   text behind line ends</pre>",
            "<table>text that belongs before the table<tr>   <td>cell with a long text</table>",
            "<table>   <b>bold text before the table</b> more text of that sort <tr><td>",
            "<p><b>bold text that goes on<p>in the next paragraph</b> and ends here then",
            "<title>A title of some length &amp; more</title><textarea>\ntext of an area, long</textarea>",
            "<script type='application/ld+json'>{\"a\": \"1 & 2\", \"b\": \"<!-- \"}</script><p>text behind it",
            "<script type='application/json'>\r\n {\"a\": 12345678}\r\n</script>",
            "<head>some text that ends the head<meta>",
            "<p>a b &nbsp;c d e f g h &#8211; i j k l m n o p q r",
            "<p>\u{A0}\u{A0} text behind hard blanks \u{A0} <i> x</i>",
            "<p>text with \u{1} a control character", "<p>text with \u{85}\u{93} C1 characters",
            "<p>text with \u{7F} delete",
            "<p>emoji 😀😀 and 漢字かな交じり文 and ｆｕｌｌ",
            "<p>held text one <p>\u{100000} and \u{100001} of their own <p>held text two",
            "<p>held text one <p>&#x100000; &#1048577; by number <p>held text two",
            "<p>&#x00100000 &#X10fffd; some text",
            "<p>a byte of zero \u{0} in a text<p>and a text without one",
            "<select>text in a list<option>one long choice<p>other",
            "<p>text before </body></html> text behind the end of it",
            "<svg><text>text of a drawing</text></svg><math><mi>text of a formula</mi></math><p>text behind",
            "<p>less < than and more > than, a long text", "<p>1 & 2 &unknown; &copy 3 &copycat; text text text",
            "<listing>\n\n text of a listing</listing><noscript><p>text for those without</noscript>",
        ])
    func same(page: String) throws {
        try Self.expectSame(page)
    }

    @Test(
        "The tree is the same with noncharacters",
        arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0xFFFFF, 0x10FFFF])
    func noncharacters(number: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(number))
        try Self.expectSame("<p>held text one <p>text with \(Character(scalar)) in it <p>held text two")
    }

    @Test("The tree is the same for random markup", arguments: 1...4 as ClosedRange<UInt64>)
    func random(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "<p>", "</p>", "<b>", "</b>", "<a href=x>", "</a>", "<table>", "<tr>", "<td>", "</table>", "<pre>",
            "</pre>", "<div>",
            "</div>", "<ul>", "<li>", "<select>", "<option>", "</select>", "<title>", "</title>", "<textarea>",
            "</textarea>",
            "<script type=application/json>", "</script>", "<template>", "</template>", "<h1>", "</h1>", "<br>",
            "<!-- x -->",
            "<svg>", "</svg>", "<body>", "</body>", "<head>", "<form>", "<button>", "<", "&amp;", "&lt", "&#x41;", " ",
            "\n", "\r\n",
            "\t", "\u{A0}", "text of some length ", "ein längerer Text", "漢字かな交じり文", "short", "two\nlines of text",
            "\u{1}",
        ]
        for _ in 0..<1_500 {
            let page = (0..<Int.random(in: 1...25, using: &random)).map { _ in random.pick(pieces) }.joined()
            try Self.expectSame(page)
        }
    }

    @Test("The tree is the same for the samples")
    func samples() throws {
        let files = FileManager.default.enumerator(at: SampleCaptures.folder, includingPropertiesForKeys: nil)
        let pages = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.pathExtension == "html" }
        #expect(!pages.isEmpty)
        for page in pages { try Self.expectSame(String(decoding: try Data(contentsOf: page), as: UTF8.self)) }
    }
}
