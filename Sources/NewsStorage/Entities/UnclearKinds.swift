import GRDB
import NewsModel

/// Entities of unclear kind, such as tags that no text explains: where only one entity of a clear kind has the name, they
/// are that one.
///
/// This follows from what the archive holds, whatever came first, and is never folded into the index: another entity of
/// the name may come any time.
enum UnclearKinds {
    /// Settles it for entities with the folded `names`, after such entities came, went or changed.
    static func settle(_ names: Set<String>, in db: Database) throws {
        let find = try db.cachedStatement(
            sql: """
                SELECT id, merged_into, is_rejected,
                    EXISTS (SELECT 1 FROM entities AS m WHERE m.merged_into = e.id AND m.is_guessed = 0)
                FROM entities AS e WHERE folded = ? AND kind = 'other'
                    AND (is_guessed OR merged_into IS NULL AND is_rejected + is_named = 0)
                """)
        let clear = try db.cachedStatement(
            sql: """
                SELECT DISTINCT coalesce(merged_into, id), is_rejected FROM entities AS e
                WHERE folded = ? AND kind <> 'other' AND EXISTS (SELECT 1 FROM entity_aliases
                    WHERE entity_id = e.id AND (articles > 0 OR source = 'decision')) LIMIT 2
                """)
        let update = try db.cachedStatement(
            sql: "UPDATE entities SET merged_into = ?, is_guessed = ?, is_rejected = ? WHERE id = ?")
        for name in names.sorted() {
            guard let row = try Row.fetchOne(find, arguments: [name]) else { continue }
            let (id, merged, isRejected): (Int64, Int64?, Bool) = (row[0], row[1], row[2])
            // What people merged others into stands for itself.
            let isDecided: Bool = row[3]
            let roots = try Row.fetchAll(clear, arguments: [name])
            let wanted = roots.count == 1 && roots[0][0] != id && !isDecided ? roots[0] : nil
            let (root, rejects): (Int64?, Bool) = (wanted?[0], wanted?[1] ?? false)
            if root != merged || rejects != isRejected { try update.run([root, root != nil, rejects, id]) }
        }
    }

    /// The folded names of those that were taken for one of `entities`.
    static func names(takenFor entities: some Sequence<Int64>, in db: Database) throws -> Set<String> {
        let find = try db.cachedStatement(
            sql: "SELECT folded FROM entities WHERE merged_into = ? AND is_guessed = 1")
        return try Set(entities.flatMap { try String.fetchAll(find, arguments: [$0]) })
    }
}
