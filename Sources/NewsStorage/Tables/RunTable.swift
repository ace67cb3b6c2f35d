import GRDB
import NewsModel

/// How many captures an ingest met, and what became of them.
public struct IngestCounts: Hashable, Sendable {
    /// Captures met.
    public var found = 0
    /// That became new articles.
    public var archived = 0
    /// That changed an article, or added a capture to it.
    public var updated = 0
    /// That were archived already.
    public var unchanged = 0
    /// Files met in folders that are no articles by their kind.
    public var skipped = 0
    /// That could not be read.
    public var rejected = 0

    /// Nothing met yet.
    public init() {}
}

/// An input that could not be read, and why.
public struct Rejection: Hashable, Sendable {
    /// The file.
    public let path: String
    /// Where in the file; `nil` for the file itself.
    public let position: String?
    /// What is wrong and what to do, in one line.
    public let reason: String

    /// The input at `position` of `path` with what is wrong.
    public init(path: String, position: String? = nil, reason: String) {
        self.path = path
        self.position = position
        self.reason = reason
    }
}

/// The rows of `ingest_runs` and `rejections`.
enum RunTable {
    static func start(program: String, in db: Database) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO ingest_runs (started_at, program) VALUES (unixepoch(), ?)", arguments: [program])
        return db.lastInsertedRowID
    }

    static func update(_ id: Int64, counts: IngestCounts, isFinished: Bool, in db: Database) throws {
        try db.execute(
            sql: """
                UPDATE ingest_runs SET found = ?, archived = ?, updated = ?, unchanged = ?, skipped = ?, rejected = ?,
                    finished_at = iif(?, unixepoch(), NULL) WHERE id = ?
                """,
            arguments: [
                counts.found, counts.archived, counts.updated, counts.unchanged, counts.skipped, counts.rejected,
                isFinished, id,
            ])
        if isFinished {
            try db.execute(
                sql: "DELETE FROM ingest_runs WHERE id = ? AND archived + updated + rejected = 0", arguments: [id])
        }
    }

    static func reject(_ rejection: Rejection, run: Int64, in db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO rejections (run_id, path, position, reason) VALUES (?, ?, ?, ?)")
            .run([run, rejection.path, rejection.position, rejection.reason])
    }
}
