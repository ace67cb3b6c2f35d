import Foundation
import TestSupport
import Testing

@Suite("Archives that cannot be used")
struct BadArchiveTests {
    private static let commands: [[String]] = [
        ["search", "swan"], ["export"], ["show", "1"], ["tags"], ["stats"], ["check"], ["optimize"],
        ["backup", "copy.db"], ["remove", "--yes", "1"], ["ingest", "a.txt"], ["ingest", "--dry-run", "a.txt"],
        ["ingest", "--reread"], ["save", "--replace", "swans", "swan"], ["saved"], ["watch", "swans"],
    ]

    /// Every command ends with status 3 and one line that holds `message`, and changes nothing.
    private func expectRefused(
        _ workspace: Workspace, _ message: String, at location: SourceLocation = #_sourceLocation
    ) throws {
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        let names = try workspace.folder.names()
        let before = try? workspace.read("newsarchive.db")
        for command in Self.commands {
            let run = try CommandRun.run(command, in: workspace.url)
            #expect(run.status == 3, "\(command): \(run.errors)", sourceLocation: location)
            #expect(run.output == "", sourceLocation: location)
            #expect(
                run.errorLines.count == 1 && run.errors.contains(message)
                    && run.errors.hasPrefix("newsarchive: newsarchive.db"),
                "\(command): \(run.errors)", sourceLocation: location)
        }
        #expect(try workspace.folder.names() == names, sourceLocation: location)
        #expect((try? workspace.read("newsarchive.db")) == before, sourceLocation: location)
    }

    @Test("A folder")
    func folder() throws {
        let workspace = try Workspace()
        try FileManager.default.createDirectory(atPath: workspace.archive, withIntermediateDirectories: false)
        try expectRefused(workspace, "cannot be opened (no regular file); check the path")
    }

    @Test("A file that is no SQLite file", arguments: ["Just some text.\n", "SQLite format 3", "S"])
    func notSQLite(text: String) throws {
        let workspace = try Workspace()
        try workspace.write(text, to: "newsarchive.db")
        try expectRefused(workspace, "is no archive (not an SQLite file); name another file with --archive")
    }

    @Test("An SQLite file of another program")
    func otherProgram() throws {
        let workspace = try Workspace()
        try workspace.sqlite("CREATE TABLE photos (id INTEGER PRIMARY KEY); PRAGMA user_version = 1")
        try expectRefused(workspace, "is an SQLite file of another program, not an archive")
    }

    @Test("An archive of a newer program")
    func newer() throws {
        let workspace = try Workspace.withSamples()
        try workspace.sqlite("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)")
        try expectRefused(workspace, "was written by a newer newsarchive (schema 99, this one knows ")
    }

    @Test(
        "A truncated archive is damaged, and no command crashes or invents", arguments: [100, 20_000, 100_000, 300_000])
    func truncated(length: Int) throws {
        let workspace = try Workspace.withSamples()
        let whole = try workspace.read("newsarchive.db")
        try workspace.write(whole.prefix(length), to: "newsarchive.db")
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        let check = try workspace.run("check")
        #expect([1, 3].contains(check.status))
        for command in Self.commands {
            let run = try CommandRun.run(command, in: workspace.url)
            #expect([0, 1, 3].contains(run.status) && !run.wasKilled, "\(command): \(run.errors)")
            if run.status == 3 { #expect(run.errorLines.count == 1, "\(command): \(run.errors)") }
            #expect(
                try workspace.folder.names().allSatisfy {
                    $0.hasPrefix("newsarchive.db") || ["a.txt", "copy.db"].contains($0)
                })
        }
    }

    @Test("An archive that another program writes is locked for writing, and can be read")
    func locked() throws {
        let workspace = try Workspace.withSamples()
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        let program = """
            import sqlite3, sys
            connection = sqlite3.connect(sys.argv[1], isolation_level=None)
            connection.execute('BEGIN IMMEDIATE')
            connection.execute("UPDATE articles SET byline = 'Nobody' WHERE id = 1")
            print('locked', flush=True)
            sys.stdin.read()
            """
        try Python.whileRunning(program, workspace.archive) {
            for command in [["ingest", "a.txt"], ["remove", "--yes", "1"], ["check"]] {
                let run = try CommandRun.run(command, in: workspace.url)
                #expect(run.status == 3, "\(command)")
                #expect(
                    run.errors == "newsarchive: newsarchive.db is being written by another program; "
                        + "try again when it is done\n", "\(command)")
            }
            for command in [
                ["search", "swan"], ["export"], ["show", "1"], ["stats"], ["ingest", "--dry-run", "a.txt"],
            ] {
                try #expect(CommandRun.run(command, in: workspace.url).status == 0, "\(command)")
            }
        }
        try workspace.expect(0, "ingest", "a.txt")
        try workspace.expectSound(besides: ["a.txt"])
    }

    @Test("An archive on a read-only disk is read, and refused for writing", .enabled(if: SmallDisk.isPossible))
    func readOnly() throws {
        let workspace = try Workspace.withSamples()
        try workspace.write(Captured.page("Ferry Late"), to: "a.txt")
        let disk = try SmallDisk(kilobytes: 16_384)
        let path = disk.path("stories.db")
        try FileManager.default.copyItem(atPath: workspace.archive, toPath: path)
        try disk.makeReadOnly()
        for command in [
            ["search", "swan"], ["export"], ["show", "1"], ["stats"], ["tags"], ["backup", "copy.db"],
            ["ingest", "--dry-run", "a.txt"],
        ] {
            let run = try CommandRun.run(command + ["--archive", path], in: workspace.url)
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
        for command in [["ingest", "a.txt"], ["remove", "--yes", "1"], ["optimize"]] {
            let run = try CommandRun.run(command + ["--archive", path], in: workspace.url)
            #expect(run.status == 3)
            #expect(
                run.errors
                    == "newsarchive: \(path) cannot be written; check the permissions of the file and its folder\n",
                "\(command)")
        }
        #expect(try disk.names() == ["stories.db"])
    }

    @Test(
        "On a full disk what was archived stays, the status is 3, and nothing else is left",
        .enabled(if: SmallDisk.isPossible))
    func fullDisk() throws {
        let workspace = try Workspace()
        for number in 1...300 {
            try workspace.write(
                Captured.page(
                    "Boat \(number)",
                    body: String(repeating: "Boat \(number) left on Monday \(number * 7_919). ", count: 60)),
                to: "in/\(number).txt")
        }
        for kilobytes in [0, 64, 512, 2_048] {
            let disk = try SmallDisk(kilobytes: max(kilobytes, 8))
            let path = disk.path("stories.db")
            if kilobytes == 0 { try? Data(count: 8_192).write(to: disk.url.appending(path: "ballast")) }
            let run = try workspace.expect(3, "ingest", "in", "--archive", path)
            #expect(run.errorLines.count == 1, "\(kilobytes): \(run.errors)")
            #expect(run.errors.contains("full") || run.errors.contains("cannot be"), "\(kilobytes): \(run.errors)")
            let names = try disk.names().filter { $0 != "ballast" }
            #expect(names == [] || names.contains("stories.db"), "\(kilobytes): \(names)")
            if names.contains("stories.db"),
                let search = Optional(try workspace.run("search", "--count", "boat", "--archive", path))
            {
                #expect([0, 3].contains(search.status), "\(kilobytes): \(search.errors)")
            }
        }
        // On a disk with room everything that is needed is there again.
        try workspace.expect(0, "ingest", "in")
        try workspace.expectSound(besides: ["in"])
    }
}
