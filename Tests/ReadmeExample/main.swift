import NewsIngest
import NewsModel
import NewsQuery
import NewsStorage

let archive = try Archive(path: "stories.db", mode: .create)
let report = try await Ingest(into: archive).run(["captures"])
print("\(report.counts.archived) archived, \(report.counts.rejected) rejected")

let search = ArticleSearch(archive)
let answer = try search.answer(SearchRequest("tag:swans", limit: 3))
print("\(answer.total) articles have the tag swans")

for hit in answer.hits {
    print("\(hit.id): \(hit.article.headline ?? hit.article.lead ?? "no text")")
    if let snippet = hit.snippet { print("   \(snippet.text)") }
    for footnote in try archive.article(hit.id)?.article.footnotes ?? [] {
        print("   \(footnote.marker) \(footnote.text)")
    }
}

let count = try search.count(ParsedQuery("section:World since:2020-10 -ferry"))
print("\(count) in the section World since October 2020 without the word ferry")
