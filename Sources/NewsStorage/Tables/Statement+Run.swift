import GRDB
import NewsModel

extension Statement {
    /// Executes with `values` bound; the fast path of GRDB, for statements whose number of parameters is known.
    func run(_ values: StatementArguments) throws {
        setUncheckedArguments(values)
        try execute()
    }
}

extension ArticleID: DatabaseValueConvertible {
    /// The number.
    public var databaseValue: DatabaseValue { rawValue.databaseValue }

    /// The article numbered `value`; `nil` when it is no number.
    public static func fromDatabaseValue(_ value: DatabaseValue) -> ArticleID? {
        Int64.fromDatabaseValue(value).map(ArticleID.init)
    }
}
