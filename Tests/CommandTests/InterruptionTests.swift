import Foundation
import TestSupport
import Testing

@Suite("Ingests that are cut off")
struct InterruptionTests {
    private let count = 1_500

    private func workspace() throws -> Workspace {
        let workspace = try Workspace()
        for number in 1...count {
            try workspace.write(
                Captured.page("Boat \(number)", body: "Boat number \(number) left the harbor of Port Alder."),
                to: "in/\(10_000 + number).txt")
        }
        return workspace
    }

    /// Starts an ingest whose last input is a pipe, so that it is still running when `body` is called; all files before
    /// the pipe may be archived by then, or not.
    private func whileIngesting(_ workspace: Workspace, _ body: (RunningCommand) -> Void) throws -> CommandRun {
        if !FileManager.default.fileExists(atPath: workspace.path("pipe")) {
            #expect(mkfifo(workspace.path("pipe"), 0o644) == 0)
        }
        let writer = open(workspace.path("pipe"), O_RDWR | O_CLOEXEC)  // keeps the pipe open, with nothing in it
        defer { close(writer) }
        let running = try CommandRun.start(["ingest", "--jobs", "1", "in", "pipe"], in: workspace.url)
        #expect(running.waits { FileManager.default.fileExists(atPath: workspace.archive + "-wal") })
        usleep(300_000)
        body(running)
        return try running.wait()
    }

    private func expectCompleted(_ workspace: Workspace) throws {
        try workspace.expectSound()
        let before = try workspace.articleCount()
        let report = try workspace.json("ingest", "in")
        #expect(report["unchanged"].integer == before)
        #expect(report["archived"].integer == count - before)
        #expect(try workspace.articleCount() == count)
        try workspace.expectSound(besides: ["in", "pipe"])
    }

    @Test(
        "A signal ends an ingest in good order: what is archived is said and stays, and running again completes it",
        arguments: [SIGINT, SIGTERM])
    func signal(number: Int32) throws {
        let workspace = try workspace()
        let run = try whileIngesting(workspace) { $0.send(number) }
        #expect(run.status == 128 + number && !run.wasKilled)
        #expect(run.output.contains("stopped before the end"))
        let archived = run.output.firstMatch(of: /(\d+) archived/).flatMap { Int($0.1) }
        #expect(try workspace.articleCount() == archived)
        #expect(try workspace.folder.names() == ["in", "newsarchive.db", "pipe"])
        try expectCompleted(workspace)
    }

    @Test("A signal while standard input is awaited ends the command")
    func waitingForInput() throws {
        let workspace = try Workspace()
        #expect(mkfifo(workspace.path("pipe"), 0o644) == 0)
        let writer = open(workspace.path("pipe"), O_RDWR | O_CLOEXEC)
        defer { close(writer) }
        let running = try CommandRun.start(
            program: "/usr/bin/env",
            ["bash", "-c", "exec '\(CommandRun.products.appending(path: "newsarchive").path)' ingest - <pipe"],
            in: workspace.url)
        #expect(running.waits { FileManager.default.fileExists(atPath: workspace.archive) })
        usleep(300_000)
        running.send(SIGINT)
        #expect(try running.wait(seconds: 20).status == 130)
        try workspace.expectSound()
    }

    @Test("A killed ingest leaves a sound archive, and running again completes it", arguments: [0, 20, 150, 600])
    func killed(milliseconds: UInt32) throws {
        let workspace = try workspace()
        let running = try CommandRun.start(["ingest", "in"], in: workspace.url)
        _ = running.waits { FileManager.default.fileExists(atPath: workspace.archive) }
        usleep(milliseconds * 1_000)
        running.send(SIGKILL)
        #expect(try running.wait().wasKilled || milliseconds > 0)
        #expect(mkfifo(workspace.path("pipe"), 0o644) == 0)
        // Killed at once, the archive may be no more than an empty file, which only ingest takes up.
        if try workspace.run("check").status == 3 {
            try workspace.expect(0, "ingest", "in")
            try workspace.expectSound(besides: ["in", "pipe"])
        } else {
            try expectCompleted(workspace)
        }
    }

    @Test("A dry run that is ended leaves nothing behind")
    func dryRun() throws {
        let workspace = try workspace()
        let temporary = try TemporaryFolder()
        #expect(mkfifo(workspace.path("pipe"), 0o644) == 0)
        let writer = open(workspace.path("pipe"), O_RDWR | O_CLOEXEC)
        defer { close(writer) }
        let running = try CommandRun.start(
            ["ingest", "--dry-run", "in", "pipe"], in: workspace.url, environment: ["TMPDIR": temporary.url.path])
        #expect(running.waits { (try? temporary.names())?.isEmpty == false })
        usleep(200_000)
        running.send(SIGTERM)
        #expect(try running.wait().status == 143)
        #expect(try temporary.names() == [])
        #expect(try workspace.folder.names() == ["in", "pipe"])
    }
}
