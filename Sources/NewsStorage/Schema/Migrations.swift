import CEmbedded
import GRDB

/// The schema as numbered files of SQL, compiled into the program.
///
/// `PRAGMA user_version` of an archive is the number of migrations it has; each is applied in one transaction with the
/// new number, so an archive is never between two versions.
package enum Migrations {
    /// One file of `Migrations/`.
    package struct File: Sendable {
        /// `0001_archive.sql`.
        package let name: String
        /// Its SQL.
        package let sql: String
    }

    /// All of them, in order.
    package static let all: [File] = {
        var first: UnsafePointer<cembedded_file>?
        let count = cembedded_migrations(&first)
        return UnsafeBufferPointer(start: first, count: count).map { file in
            File(name: String(cString: file.name), sql: String(cString: file.text))
        }
    }()

    /// Marks a file as an archive of this program: "NWSA" in `PRAGMA application_id`.
    static let applicationID: Int32 = 0x4E57_5341

    /// How many migrations the archive has.
    static func version(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    }

    /// Applies those that are missing.
    static func apply(to db: Database) throws {
        for (index, file) in all.enumerated().dropFirst(try version(db)) {
            try db.inTransaction(.immediate) {
                guard try version(db) == index else { return .commit }  // another program was faster
                try db.execute(sql: file.sql)
                try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(index + 1)")
                return .commit
            }
        }
    }
}
