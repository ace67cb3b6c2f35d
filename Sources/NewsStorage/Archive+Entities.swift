import GRDB
import NewsModel

extension Archive {
    /// The entities that go by `name`, of `kind` when given; with `isPrefix` those with a name that begins so.
    package static func entityIDs(
        named name: String, kind: EntityKind?, isPrefix: Bool, in db: Database
    ) throws -> [Int64] {
        try EntityTables.ids(named: name, kind: kind, isPrefix: isPrefix, in: db)
    }
}
