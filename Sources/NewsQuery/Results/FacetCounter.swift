import GRDB
import NewsStorage
import NewsText

/// Counts the values of a facet over all hits of a plan, the most frequent first.
struct FacetCounter {
    let db: Database
    let plan: SearchPlan

    func count(_ facet: Facet, startingWith prefix: String = "") throws -> [FacetCount] {
        let folded = foldedKey(prefix)
        let shape = Self.shape(of: facet)
        let condition = "(? = '' OR \(shape.folded) >= ? AND \(shape.folded) < ? || char(1114111))"
        let compiled = CompiledSearch(plan, needsRow: true).grouped(
            "\(shape.id) AS id, \(shape.value) AS value, \(shape.kind) AS kind, count(DISTINCT hits.article_id) AS count",
            join: shape.join,
            tail: "WHERE \(shape.condition) AND \(condition) GROUP BY \(shape.group) ORDER BY count DESC, value",
            with: [folded, folded, folded])
        return try Row.fetchAll(db, sql: compiled.sql, arguments: compiled.arguments).map { row in
            FacetCount(id: row["id"], value: row["value"], kind: row["kind"], count: row["count"])
        }
    }

    private struct Shape {
        var join: String
        var id = "NULL"
        var value: String
        var folded: String
        var kind = "NULL"
        var condition = "1"
        var group: String
    }

    private static func shape(of facet: Facet) -> Shape {
        switch facet {
        case .tag:
            return label("tags", join: "JOIN article_tags AS at USING (article_id) JOIN tags AS t ON t.id = at.tag_id")
        case .section: return label("sections", join: articleJoin("sections", "section_id"))
        case .outlet: return label("outlets", join: articleJoin("outlets", "outlet_id"))
        case .entity, .person, .org, .place:
            let kinds: [Facet: String] = [.person: "person", .org: "organization", .place: "place"]
            return Shape(
                join: "JOIN article_entities AS ae USING (article_id) JOIN entities AS e ON e.id = ae.entity_id",
                id: "e.id", value: "e.name", folded: "e.folded", kind: "e.kind",
                condition: kinds[facet].map { "e.kind = '\($0)'" } ?? "1", group: "e.id")
        case .lang:
            return Shape(
                join: "JOIN articles AS a ON a.id = hits.article_id", value: "a.language", folded: "a.language",
                condition: "a.language IS NOT NULL", group: "a.language")
        case .year: return period("%Y")
        case .month: return period("%Y-%m")
        }
    }

    private static func articleJoin(_ table: String, _ column: String) -> String {
        "JOIN articles AS a ON a.id = hits.article_id JOIN \(table) AS t ON t.id = a.\(column)"
    }

    /// Names that differ only in case or diacritics are counted together, under the greatest of them in byte order.
    private static func label(_ table: String, join: String) -> Shape {
        Shape(
            join: join, value: "(SELECT max(name) FROM \(table) WHERE folded = t.folded)", folded: "t.folded",
            group: "t.key_id")
    }

    private static func period(_ format: String) -> Shape {
        let value = "strftime('\(format)', hits.shown_at, 'unixepoch')"
        return Shape(join: "", value: value, folded: value, condition: "hits.shown_at IS NOT NULL", group: value)
    }
}
