import Foundation
import NewsText
import Testing

@testable import NewsIngest

@Suite("HTML becomes a tree as the standard says, within bounds")
struct HTMLTreeTests {
    /// The tree of `markup` in one line: `p(a "text")`, without html, head and body.
    private func outline(_ markup: String) throws -> String {
        let tree = try HTMLParser.tree(of: markup).tree
        let body = try #require(tree.elements(.body).first)
        return tree.children(of: body).map { outline($0, of: tree) }.joined(separator: " ")
    }

    private func outline(_ node: HTMLTree.Node, of tree: HTMLTree) -> String {
        if tree.tag(of: node) == .text { return "\"\(String(decoding: tree.textBytes(of: node), as: UTF8.self))\"" }
        let children = tree.children(of: node).map { outline($0, of: tree) }.joined(separator: " ")
        return "\(tree.tag(of: node))" + (children.isEmpty ? "" : "(\(children))")
    }

    @Test(
        "What is written badly is read as browsers read it",
        arguments: [
            ("<p>one<p>two", #"p("one") p("two")"#),
            ("<b><i>x</b>y</i>", #"b(i("x")) i("y")"#),
            ("<p>a&nbsp;&nbsp; b &amp; c&#150;d", #"p("a b & c–d")"#),
            ("<ul><li>1<li>2</ul>", #"ul(li("1") li("2"))"#),
            ("a < b and <> c", #""a < b and <> c""#),
            ("<script>if (a < b) document.write('<p>no')</script><p>yes", #"p("yes")"#),
            ("<!-- <p>no --><p>yes<!--> <p>also", #"p("yes ") p("also")"#),
            ("<style>p > a {}</style><svg><a>no</a><svg></svg></svg><p>yes", #"p("yes")"#),
            ("<svg><p>unclosed", #"p("unclosed")"#),
            ("<div title='<p>'>x</div>", #"div("x")"#),
            ("<textarea><p>x</textarea>", #"textarea("<p>x")"#),
            ("x\u{0}y<p>\u{0}z", #""xy" p("z")"#),
            ("<div></p></div></b>x", #"div(p) "x""#),
            ("<plaintext>x<p>y", #""x" p("y")"#),
            ("<p>unclosed <a href=\"x", #"p("unclosed ")"#),
        ])
    func structure(markup: String, expected: String) throws {
        #expect(try outline(markup) == expected)
    }

    @Test("Attributes that are looked at keep their values, quoted in any way")
    func attributes() throws {
        let tree = try HTMLParser.tree(
            of: #"<div class='a "b"' ID=main data-x=1 hidden style="color: red" class=second><a HREF=/x?a=1&amp;b=2>"#
        ).tree
        let div = try #require(tree.elements(.div).first)
        #expect(tree.attribute(.class, of: div) == "a \"b\"")
        #expect(tree.attribute(.id, of: div) == "main")
        #expect(tree.attribute(.hidden, of: div) == "")
        let link = try #require(tree.elements(.a).first)
        #expect(tree.attribute(.href, of: link) == "/x?a=1&b=2")
    }

    @Test("Data in scripts is kept as it stands, other scripts are not")
    func scripts() throws {
        let tree = try HTMLParser.tree(
            of: #"<script type="application/ld+json">{"a": "<b>&amp;"}</script><script>var x = 1</script>"#
        ).tree
        let scripts = tree.elements(.script)
        #expect(scripts.count == 1)
        #expect(tree.text(of: try #require(scripts.first)) == #"{"a": "<b>&amp;"}"#)
    }

    @Test("Nodes know their parents, their ends and their text")
    func navigation() throws {
        let tree = try HTMLParser.tree(of: "<div><p>one <b>two</b><br>three</p></div><p>four").tree
        let paragraph = try #require(tree.elements(.p).first)
        let bold = try #require(tree.elements(.b).first)
        #expect(tree.text(of: paragraph) == "one two three")
        #expect(tree.isNode(bold, within: paragraph))
        #expect(tree.ancestors(of: bold).map { tree.tag(of: $0) } == [.p, .div, .body, .html])
        #expect(!tree.isNode(tree.elements(.p)[1], within: paragraph))
    }

    /// Pages made to take a parser beyond all bounds, each with the note that says what was left out.
    static let hostile: [(name: String, page: String, note: String?)] = [
        ("200,000 nested elements", String(repeating: "<div>", count: 200_000), "nested more than"),
        ("50,000 attributes", "<p " + (0..<50_000).map { "a\($0)=b " }.joined() + ">x", "attributes"),
        ("200,000 unclosed formats", String(repeating: "<b><p>", count: 200_000), "more than"),
        ("formats that differ", (0..<100_000).map { "<font class=c\($0)><div>x</div>" }.joined(), nil),
        ("100,000 links in links", String(repeating: "<a href=x>y", count: 100_000), nil),
        ("unclosed everything", String(repeating: "<table><tr><td><ul><li><select><option>", count: 20_000), nil),
        ("300,000 end tags", "<body>" + String(repeating: "</p></b></div>", count: 300_000), "more than"),
        ("nested tables with text", String(repeating: "<table>x", count: 50_000), nil),
        ("unclosed drawings", String(repeating: "<svg>", count: 200_000), nil),
        ("unclosed comments", String(repeating: "<!--", count: 500_000), nil),
        ("signs", String(repeating: "<", count: 1_000_000), nil),
        ("quotes", "<a b=\"" + String(repeating: "<a b='", count: 300_000), nil),
        ("entities", String(repeating: "&amp;&#x41;&notit;", count: 200_000), nil),
    ]

    @Test("Hostile pages are read within their bounds", arguments: hostile.indices)
    func bounds(index: Int) throws {
        let (_, page, note) = Self.hostile[index]
        let (tree, notes) = try HTMLParser.tree(of: page)
        #expect(tree.count < 1_300_000)
        if let note { #expect(notes.contains { $0.contains(note) }) }
        _ = try? HTMLReader.read(decodedText(Array(page.utf8)), hints: .init())
    }

    @Test("More markup than any article has is refused with its size")
    func tooMuch() throws {
        let page = String(repeating: "<p>text of a paragraph</p>", count: 400_000)
        #expect(throws: CaptureRejection.self) { try HTMLParser.tree(of: page) }
    }
}
