import Foundation

/// What an archive holds, apart from what may differ: ids and the times of ingest. Articles that others point to stand
/// by their headline and address.
struct ArchiveDump: Hashable {
    let articles: [JSON]

    /// Reads what `export --format jsonl` wrote.
    init(_ lines: String) throws {
        let exported = try lines.split(separator: "\n").map { try JSON(Data($0.utf8)) }
        let names = Dictionary(uniqueKeysWithValues: exported.map { ($0["id"], Self.name(of: $0)) })
        articles = exported.map { Self.comparable($0, names) }.sorted { $0.description < $1.description }
    }

    private static func name(of article: JSON) -> JSON {
        .array([article["headline"], article["canonical_url"], article["content_hash"]])
    }

    private static func comparable(_ article: JSON, _ names: [JSON: JSON]) -> JSON {
        var article = article
        article["id"] = .missing
        article["related"] = .array(
            article["related"].list.map { related in
                var related = related
                related["article_id"] = names[related["article_id"]] ?? .null
                return related
            })
        article["entities"] = .array(article["entities"].list.map { without("id", $0) })
        article["captures"] = .array(article["captures"].list.map { without("ingested_at", $0) })
        return article
    }

    private static func without(_ name: String, _ json: JSON) -> JSON {
        var json = json
        json[name] = .missing
        return json
    }
}
