import CSearch
import Foundation
import GRDB
import NewsModel

/// The archive: one SQLite file with captures, articles and their index.
///
/// The only door to the file. Safe to share between threads; reads and writes of one `Archive` take turns.
public final class Archive: Sendable {
    /// What an archive is opened for.
    public enum Mode: Sendable {
        /// To read and write; made when there is none.
        case create
        /// To read and write; must exist.
        case update
        /// To read; must exist, may lie on a read-only medium.
        case read
    }

    /// Where the file is.
    public let path: String
    let queue: DatabaseQueue
    private let mode: Mode

    /// Opens the archive at `path`, bringing an archive of an earlier version up to date.
    ///
    /// - Throws: `ArchiveError`.
    public init(path: String, mode: Mode) throws(ArchiveError) {
        self.path = path
        self.mode = mode
        let isNew = try Self.examine(path, mode: mode)
        do {
            queue = try Self.open(path, mode: mode)
            try Self.prepare(queue, path: path, mode: mode, isNew: isNew)
        } catch {
            if isNew { Self.removeEmptyFile(at: path) }
            throw ArchiveError(error, path: path) ?? .cannotOpen(path: path, reason: "\(error)")
        }
    }

    /// Runs `body`, which must not write, on the archive in one consistent state.
    ///
    /// In a transaction of our own: that of GRDB forbids writing by `PRAGMA query_only`, at which SQLite throws all prepared
    /// statements away (measured: looking an article up took five times as long).
    ///
    /// - Throws: `ArchiveError` for trouble with the file, else what `body` throws.
    package func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try queue.inDatabase { db in
                try db.beginTransaction(.deferred)
                do {
                    let value = try body(db)
                    try db.commit()
                    return value
                } catch {
                    if db.isInsideTransaction { try? db.rollback() }
                    throw error
                }
            }
        } catch {
            throw ArchiveError(error, path: path) ?? error
        }
    }

    /// Runs `body` in one transaction: all of it is written, or nothing.
    ///
    /// - Throws: `ArchiveError` for trouble with the file, else what `body` throws.
    package func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard mode != .read else { throw ArchiveError.readOnly(path: path) }
        do {
            return try queue.write(body)
        } catch {
            throw ArchiveError(error, path: path) ?? error
        }
    }

    /// Runs `body` outside of any transaction, for `PRAGMA` and `VACUUM`.
    package func withoutTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
        guard mode != .read else { throw ArchiveError.readOnly(path: path) }
        do {
            return try queue.writeWithoutTransaction(body)
        } catch {
            throw ArchiveError(error, path: path) ?? error
        }
    }

    /// Makes what is running stop with an error; what it wrote is rolled back. Callable from any thread.
    public func interrupt() {
        queue.interrupt()
    }

    /// Waits for what is running and closes the file. The archive cannot be used afterwards.
    public func close() throws {
        try queue.close()
    }
}

// MARK: - Opening

extension Archive {
    private static let header = Array("SQLite format 3\0".utf8)

    /// Whether a new file is to be made at `path`; refuses what cannot be an archive, before SQLite touches it.
    private static func examine(_ path: String, mode: Mode) throws(ArchiveError) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = String(cString: strerror(errno))
            if errno != ENOENT { throw .cannotOpen(path: path, reason: reason) }
            if mode != .create { throw .missing(path: path) }
            return true
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen(path: path, reason: "no regular file") }
        guard status.st_size > 0 else {
            if mode != .create { throw .notSQLite(path: path) }
            return true
        }
        guard let file = fopen(path, "rb") else {
            throw .cannotOpen(path: path, reason: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        guard mode == .read || isWritable(path) else { throw .readOnly(path: path) }
        var start = [UInt8](repeating: 0, count: header.count)
        guard fread(&start, 1, start.count, file) == start.count, start == header else { throw .notSQLite(path: path) }
        return false
    }

    private static let configureOnce: Void = csearch_configure()

    private static func open(_ path: String, mode: Mode) throws -> DatabaseQueue {
        configureOnce
        var configuration = Configuration()
        configuration.readonly = mode == .read && !isWritable(path)
        configuration.busyMode = .timeout(5)
        configuration.label = "newsarchive"
        configuration.prepareDatabase { db in try prepareConnection(db) }
        guard configuration.readonly, isOnReadOnlyMedium(path) else {
            return try DatabaseQueue(path: path, configuration: configuration)
        }
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: configuration)
    }

    /// Whether SQLite can write the archive and its side files. An archive that is only read is opened for writing too
    /// where that is possible: otherwise SQLite leaves its side files behind.
    private static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access(folder(of: path), W_OK) == 0
    }

    /// Whether SQLite could not make its side files beside the archive, and need not.
    private static func isOnReadOnlyMedium(_ path: String) -> Bool {
        access(folder(of: path), W_OK) != 0 && access(path + "-wal", F_OK) != 0
    }

    private static func folder(of path: String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    private static func prepare(_ queue: DatabaseQueue, path: String, mode: Mode, isNew: Bool) throws {
        try queue.inDatabase { db in
            if isNew {
                try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL")
            } else {
                guard try isArchive(db, orUnfinished: mode == .create) else {
                    throw ArchiveError.notAnArchive(path: path)
                }
                let version = try Migrations.version(db)
                guard version <= Migrations.all.count else {
                    throw ArchiveError.newer(path: path, version: version, known: Migrations.all.count)
                }
                if mode == .read {
                    guard version == Migrations.all.count, try ArticleIndex.isUpToDate(db) else {
                        throw ArchiveError.needsMigration(path: path)
                    }
                    return
                }
            }
            try Migrations.apply(to: db)
            try ArticleIndex.bringUpToDate(db)
        }
    }

    /// Whether the file is an archive; with `orUnfinished` also one that was being made when its program was cut off,
    /// which holds nothing yet.
    private static func isArchive(_ db: Database, orUnfinished: Bool) throws -> Bool {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id")
        if application == Migrations.applicationID { return true }
        guard orUnfinished, application == 0, try Migrations.version(db) == 0 else { return false }
        return try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    }

    private static func removeEmptyFile(at path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_size == 0 else { return }
        unlink(path)
    }
}
