import NewsModel
@testable import NewsQuery
import NewsText
import TestSupport
import Testing

@Suite("Snippets")
struct SnippetTests {
    /// The snippet of the only article, and what is marked in it.
    private func snippet(_ query: String, of article: Article) throws -> (snippet: Snippet, marked: [String]) {
        let test = try TestArchive([article])
        let hits = try ArticleSearch(test.archive).articles(matching: query)
        let hit = try #require(hits.first, "\(query) finds it")
        let snippet = try #require(hit.snippet)
        return (snippet, Self.marked(snippet))
    }

    private static func marked(_ snippet: Snippet) -> [String] {
        let scalars = Array(snippet.text.unicodeScalars)
        return snippet.ranges.map { range in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range])
            return String(text)
        }
    }

    private static var article: Article {
        var article = Article()
        article.headline = "Tax cut in Łódź"
        article.headlineOrigin = .capture
        article.standfirst = "A standfirst about bridges"
        article.byline = "Ann Lee"
        article.dateline = "HANOI"
        article.section = "World"
        article.tags = ["tax cut", "東京都"]
        article.paragraphs = [
            "The café’s “e\u{301}lan” 👨‍👩‍👧 grew.\nA list goes on.",
            "In 東京都庁 they met; the U.S. sent 1,000 men. Straße after straße was shut.",
        ]
        article.relatedHeadlines = [
            RelatedHeadline(headline: "Storm over Hue"), RelatedHeadline(headline: "Flood ends"),
        ]
        article.footnotes = [Footnote(marker: "*", text: "A banned group", references: [])]
        return article
    }

    @Test(
        "What was asked for is marked where it stands, and the field is said",
        arguments: [
            ("cafe", Snippet.Field.body, ["café"]),
            ("elan", .body, ["élan"]),
            ("elan grew", .body, ["élan", "grew"]),
            ("us", .body, ["U.S"]),
            ("1000", .body, ["1,000"]),
            ("strasse", .body, ["Straße", "straße"]),
            ("\"us sent 1000\"", .body, ["U.S. sent 1,000"]),
            ("str*", .body, ["Straße", "straße"]),
            ("\"after st\"*", .body, ["after straße"]),
            ("us NEAR/3 men", .body, ["U.S", "men"]),
            ("東京", .body, ["東京"]),
            ("東京都庁", .body, ["東京都庁"]),
            ("庁", .body, ["庁"]),
            ("京", .body, ["京都"]),
            ("grew list", .body, ["grew", "list"]),
            ("lodz", .headline, ["Łódź"]),
            ("\"tax cut\"", .headline, ["Tax cut"]),
            ("bridges", .standfirst, ["bridges"]),
            ("lee", .byline, ["Lee"]),
            ("world", .section, ["World"]),
            ("dateline:hanoi", .dateline, ["HANOI"]),
            ("related:flood", .related, ["Flood"]),
            ("footnote:\"banned group\"", .footnotes, ["banned group"]),
            ("-zzz cafe", .body, ["café"]),
            ("headline:tax grew", .body, ["grew"]),
        ])
    func marking(query: String, field: Snippet.Field, marked: [String]) throws {
        let (snippet, found) = try snippet(query, of: Self.article)
        #expect(snippet.field == field)
        #expect(found == marked)
        #expect(!snippet.text.contains("\n"))
    }

    @Test("A phrase does not run from one item of a list to the next")
    func tags() throws {
        var article = Article()
        article.tags = ["tax cut", "cut tax"]
        let (snippet, marked) = try snippet("\"cut tax\"", of: article)
        #expect(snippet.text == "tax cut; cut tax")
        #expect(snippet.ranges == [9..<16])
        #expect(marked == ["cut tax"])
    }

    @Test("Line ends are shown as blanks")
    func lineEnds() throws {
        let (snippet, marked) = try snippet("list", of: Self.article)
        #expect(snippet.text.hasPrefix("… A list goes on.  In 東京都庁 they"))
        #expect(marked == ["list"])
    }

    @Test("A snippet has about forty words and shows the stretch with most of what was asked for")
    func length() throws {
        var article = Article()
        let filler = (1...200).map { "filler\($0)" }.joined(separator: " ")
        article.paragraphs = ["alpha \(filler) alpha.", filler, "Here beta and alpha meet \(filler)"]
        let (snippet, marked) = try snippet("alpha beta", of: article)
        #expect(snippet.text.hasPrefix("… Here beta and alpha meet filler1 "))
        #expect(snippet.text.hasSuffix(" …"))
        #expect(tokens(of: snippet.text).count == 40)
        #expect(marked == ["beta", "alpha"])
    }

    @Test("Without words to show it is the beginning of the body, else the headline")
    func beginning() throws {
        #expect(try snippet("id:1", of: Self.article).snippet.text == "The café’s “élan” 👨‍👩‍👧 grew. A list goes on.")
        var article = Article()
        article.headline = "Only this"
        article.headlineOrigin = .capture
        #expect(try snippet("id:1", of: article).snippet == Snippet(field: .headline, text: "Only this", ranges: []))
    }

    @Test("An article without text has none")
    func empty() throws {
        let test = try TestArchive([Article()])
        #expect(try ArticleSearch(test.archive).articles(matching: "").map(\.snippet) == [nil])
    }

    @Test("In every hit of every word, what is marked folds to the word that was asked for")
    func everyWord() throws {
        let test = try SampleArticles().archive()
        let search = ArticleSearch(test.archive)
        for word in SampleArticles.words {
            let asked = tokens(of: word, isQuery: true).map(\.text)
            for hit in try search.articles(matching: "=\"\(word)\"", limit: 40) {
                let snippet = try #require(hit.snippet)
                let marked = Self.marked(snippet)
                #expect(!marked.isEmpty, "\(word) in \(snippet.text)")
                for text in marked {
                    let found = tokens(of: text, isQuery: true).map(\.text)
                    let fits = found == asked || found.first?.hasPrefix(asked[0]) ?? false
                    #expect(fits, "\(word) marks \(text) in \(snippet.text)")
                }
                #expect(tokens(of: snippet.text).count <= 45)
            }
        }
    }
}
