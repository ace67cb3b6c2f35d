import NewsIngest
import NewsModel
import NewsQuery
import NewsStorage

let archive = try Archive(path: "news.db", mode: .create)
let report = try await Ingest(into: archive).run(["captures"])
print("\(report.counts.archived) archived, \(report.counts.rejected) rejected")

let search = ArticleSearch(archive)
for hit in try search.articles(matching: "\"flood barrier\" since:2020", limit: 3) {
    print("[\(hit.id)]", hit.article.headline ?? hit.article.lead ?? "")
    print("   ", hit.snippet?.text ?? "")
}

let swans = try search.answer(SearchRequest("tag:swans has:footnotes", limit: 1))
print("\(swans.total) with a footnote about swans")
for footnote in swans.hits.flatMap(\.article.footnotes) {
    print(footnote.marker, footnote.text, footnote.references.map(\.paragraph))
}
try archive.close()
