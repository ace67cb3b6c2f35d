import GRDB

/// Why an archive cannot be opened, read or written. Each is one line: what, where, what to do.
public enum ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No file at the path.
    case missing(path: String)
    /// A file that is no SQLite database.
    case notSQLite(path: String)
    /// An SQLite database that is no archive.
    case notAnArchive(path: String)
    /// Made by a newer program: its schema version, and the newest this program knows.
    case newer(path: String, version: Int, known: Int)
    /// Another program is writing.
    case locked(path: String)
    /// The file or its folder cannot be written.
    case readOnly(path: String)
    /// No room is left on the disk.
    case diskFull(path: String)
    /// SQLite found the file damaged.
    case damaged(path: String, reason: String)
    /// Made by an earlier program, and not writable, so that it cannot be migrated.
    case needsMigration(path: String)
    /// The file cannot be opened for another reason.
    case cannotOpen(path: String, reason: String)

    /// What is wrong, where, and what to do, in one line.
    public var description: String {
        switch self {
        case .missing(let path):
            "no archive at \(path); make one with: newsarchive ingest --archive \(path) FILES"
        case .notSQLite(let path):
            "\(path) is no archive (not an SQLite file); name another file with --archive"
        case .notAnArchive(let path):
            "\(path) is an SQLite file of another program, not an archive; name another file with --archive"
        case .newer(let path, let version, let known):
            "\(path) was written by a newer newsarchive (schema \(version), this one knows \(known)); "
                + "install the newer program"
        case .locked(let path):
            "\(path) is being written by another program; try again when it is done"
        case .readOnly(let path):
            "\(path) cannot be written; check the permissions of the file and its folder"
        case .diskFull(let path):
            "the disk that holds \(path) is full; what was archived before is safe: make room and run again"
        case .damaged(let path, let reason):
            "\(path) is damaged (\(reason)); see: newsarchive check --archive \(path)"
        case .needsMigration(let path):
            "\(path) was made by an earlier newsarchive; make it ready with: newsarchive migrate --archive \(path)"
        case .cannotOpen(let path, let reason):
            "\(path) cannot be opened (\(reason)); check the path and its permissions"
        }
    }

    /// What an error of SQLite means for the archive at `path`; `nil` for errors that are bugs of the program.
    init?(_ error: any Error, path: String) {
        if let error = error as? ArchiveError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else { return nil }
        switch error.resultCode {
        case .SQLITE_NOTADB: self = .notSQLite(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, reason: error.message ?? "malformed")
        case .SQLITE_IOERR: self = .damaged(path: path, reason: error.message ?? "input or output error")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .cannotOpen(path: path, reason: error.message ?? "unable to open")
        default: return nil
        }
    }
}
