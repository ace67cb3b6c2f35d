import CSearch
import GRDB

/// All of a file of usual size: asking a mapped file is faster.
let mappedBytes = 68_719_476_736

/// Makes a connection fit for an archive: our tokenizer and ranking function, and settings that are no part of the file.
///
/// Sources of the settings: measurements of writing and asking at a million articles; `secure_delete` is on in Debian's
/// SQLite and makes deletes slow.
func prepareConnection(_ db: Database) throws {
    guard let handle = db.sqliteConnection else { throw DatabaseError(resultCode: .SQLITE_MISUSE) }
    let status = csearch_register(UnsafeMutableRawPointer(handle))
    guard status == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: status)) }
    try db.execute(
        sql: """
            PRAGMA cache_size = -65536;
            PRAGMA mmap_size = \(mappedBytes);
            PRAGMA temp_store = MEMORY;
            PRAGMA secure_delete = OFF;
            PRAGMA synchronous = NORMAL;
            """)
}
