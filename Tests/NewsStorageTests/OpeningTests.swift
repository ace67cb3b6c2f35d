import Foundation
import GRDB
import NewsModel
import NewsStorage
import TestSupport
import Testing

@Suite("Opening an archive")
struct OpeningTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("news archive?.db") }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func write(_ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: URL(filePath: path))
    }

    private func error(_ mode: Archive.Mode) -> ArchiveError? {
        #expect(throws: ArchiveError.self) { try Archive(path: path, mode: mode).close() }
    }

    private func makeArchive() throws {
        try Archive(path: path, mode: .create).close()
    }

    /// Changes the file with SQL.
    private func execute(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try queue.close()
    }

    @Test("A new archive can be opened in every mode, and nothing but the file is left when it is closed")
    func newArchive() throws {
        for mode in [Archive.Mode.create, .create, .update, .read] {
            let archive = try Archive(path: path, mode: mode)
            #expect(try archive.articleCount() == 0)
            try archive.close()
            #expect(try folder.names() == ["news archive?.db"])
        }
    }

    @Test("An archive that was opened to read is not written")
    func reading() throws {
        try makeArchive()
        let archive = try Archive(path: path, mode: .read)
        #expect(throws: ArchiveError.readOnly(path: path)) {
            try archive.write { db in try db.execute(sql: "DELETE FROM facts") }
        }
    }

    @Test("A missing archive is said to be missing, and is not made", arguments: [Archive.Mode.update, .read])
    func missing(mode: Archive.Mode) throws {
        #expect(error(mode) == .missing(path: path))
        #expect(try folder.names().isEmpty)
    }

    @Test("An archive in a folder that does not exist cannot be made")
    func missingFolder() throws {
        let inside = folder.path("missing/archive.db")
        let error = #expect(throws: ArchiveError.self) { try Archive(path: inside, mode: .create) }
        #expect(error?.description.contains("cannot be opened") == true)
        #expect(try folder.names().isEmpty)
    }

    @Test("A folder is no archive", arguments: [Archive.Mode.create, .update, .read])
    func folderAsArchive(mode: Archive.Mode) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(error(mode) == .cannotOpen(path: path, reason: "no regular file"))
    }

    @Test("An empty file is made an archive, and is none before")
    func emptyFile() throws {
        try write([])
        #expect(error(.read) == .notSQLite(path: path))
        #expect(error(.update) == .notSQLite(path: path))
        try makeArchive()
        try Archive(path: path, mode: .read).close()
    }

    @Test("A file of something else is left as it is", arguments: [Archive.Mode.create, .update, .read])
    func notSQLite(mode: Archive.Mode) throws {
        try write("A text that is no archive.\n".utf8)
        #expect(error(mode) == .notSQLite(path: path))
        try write("SQLite".utf8)
        #expect(error(mode) == .notSQLite(path: path))
        try write("SQLite format 3\0 and then nothing of the kind, for long enough to be read".utf8)
        #expect(error(mode) == .notSQLite(path: path))
        #expect(try folder.names() == ["news archive?.db"])
    }

    @Test("An SQLite file of another program is left as it is", arguments: [Archive.Mode.create, .update, .read])
    func otherProgram(mode: Archive.Mode) throws {
        try execute("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(error(mode) == .notAnArchive(path: path))
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
        #expect(try folder.names() == ["news archive?.db"])
    }

    @Test("An archive that was cut off while being made is made now")
    func unfinished() throws {
        try execute("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL")
        #expect(error(.read) == .notAnArchive(path: path))
        try makeArchive()
        try Archive(path: path, mode: .read).close()
    }

    @Test("An archive of a newer program is refused", arguments: [Archive.Mode.create, .update, .read])
    func newer(mode: Archive.Mode) throws {
        try makeArchive()
        try execute("PRAGMA user_version = 99")
        #expect(error(mode) == .newer(path: path, version: 99, known: Migrations.all.count))
    }

    @Test("An archive of an earlier program must be migrated before it can be read")
    func older() throws {
        try makeArchive()
        try execute("PRAGMA user_version = 0")
        #expect(error(.read) == .needsMigration(path: path))
    }

    @Test("A damaged archive is said to be damaged", arguments: [Archive.Mode.create, .update, .read])
    func damaged(mode: Archive.Mode) throws {
        try makeArchive()
        var bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
        for index in 100..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
        try write(bytes)
        let error = error(mode)
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try folder.names() == ["news archive?.db"])
    }

    @Test("Every error is one line")
    func oneLine() throws {
        let errors: [ArchiveError] = [
            .missing(path: path), .notSQLite(path: path), .notAnArchive(path: path),
            .newer(path: path, version: 2, known: 1),
            .locked(path: path), .readOnly(path: path), .diskFull(path: path), .damaged(path: path, reason: "r"),
            .needsMigration(path: path), .cannotOpen(path: path, reason: "r"),
        ]
        for error in errors {
            #expect(!error.description.contains("\n"))
            #expect(error.description.contains(path))
        }
    }

    @Test("A file that is not a whole archive any more is damaged")
    func truncated() throws {
        try makeArchive()
        try write(Data(contentsOf: URL(filePath: path)).prefix(20_000))
        let error = error(.read)
        guard case .damaged = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("While another program writes, the archive can be read, and writing says that it is locked")
    func locked() throws {
        try makeArchive()
        try holdingLock {
            let archive = try Archive(path: path, mode: .update)
            #expect(try archive.articleCount() == 0)
            #expect(throws: ArchiveError.locked(path: path)) {
                try archive.write { db in try db.execute(sql: "DELETE FROM facts") }
            }
            try archive.close()
            try Archive(path: path, mode: .read).close()
        }
    }

    /// Runs `body` while another connection is in the middle of a write.
    private func holdingLock(_ body: () throws -> Void) throws {
        let other = try DatabaseQueue(path: path)
        try other.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            try body()
            try db.execute(sql: "ROLLBACK")
        }
        try other.close()
    }

    @Test(
        "An archive in a folder that cannot be written is read",
        .enabled(if: getuid() != 0, "root can write everywhere"))
    func readOnlyFolder() throws {
        try makeArchive()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.url.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.url.path) }
        let archive = try Archive(path: path, mode: .read)
        #expect(try archive.articleCount() == 0)
        try archive.close()
        #expect(try folder.names() == ["news archive?.db"])
    }

    @Test("Two programs that make one archive at the same time both get it")
    func together() async throws {
        let path = path
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { try Archive(path: path, mode: .create).close() } }
            try await group.waitForAll()
        }
        try Archive(path: path, mode: .read).close()
    }
}
