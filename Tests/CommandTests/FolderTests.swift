import Foundation
import TestSupport
import Testing

@Suite("Folders")
struct FolderTests {
    private func paths(_ report: JSON, counted name: String) -> [String] {
        report["files"].list.filter { $0[name].integer == 1 }.compactMap { $0["path"].string }
    }

    @Test("Folders are read with all that is in them, but for what is no article by its kind")
    func kinds() throws {
        let workspace = try Workspace()
        for name in ["a.txt", "b/c/d.txt", "b/no-ending", "z.md"] {
            try workspace.write(Captured.page("Page \(name)", body: "Here is \(name)."), to: "in/" + name)
        }
        let skipped = [
            ".DS_Store", ".hidden.txt", ".git/config", "b/photo.JPG", "b/style.css", "Thumbs.db", "x/desktop.ini",
        ]
        for name in skipped { try workspace.write(Captured.page("Skipped"), to: "in/" + name) }
        let report = try workspace.json("ingest", "in")
        #expect(paths(report, counted: "archived") == ["in/a.txt", "in/b/c/d.txt", "in/b/no-ending", "in/z.md"])
        #expect(
            Set(paths(report, counted: "skipped"))
                == Set(skipped.map { "in/" + ($0 == ".git/config" ? ".git" : $0) }))
        #expect(try workspace.json("ingest", "in/")["unchanged"].integer == 4)
    }

    @Test("What is named is never skipped")
    func named() throws {
        let workspace = try Workspace()
        for name in [".hidden.txt", "page.css", ".DS_Store", ".dir/page.txt"] {
            try workspace.write(Captured.page("Page \(name)", body: "Here is \(name)."), to: name)
        }
        let report = try workspace.json("ingest", ".hidden.txt", "page.css", ".DS_Store", ".dir")
        #expect(report["archived"].integer == 4 && report["skipped"].integer == 0)
    }

    @Test("Links to files are read, links to folders are not followed, and a walk in a circle ends")
    func links() throws {
        let workspace = try Workspace()
        let files = FileManager.default
        try workspace.write(Captured.page("Page A", body: "Here is A."), to: "in/a.txt")
        try workspace.write(Captured.page("Page B", body: "Here is B."), to: "elsewhere/b.txt")
        try files.createSymbolicLink(atPath: workspace.path("in/link.txt"), withDestinationPath: "../elsewhere/b.txt")
        try files.createSymbolicLink(atPath: workspace.path("in/circle"), withDestinationPath: ".")
        try files.createSymbolicLink(atPath: workspace.path("in/folder"), withDestinationPath: "../elsewhere")
        try files.createSymbolicLink(atPath: workspace.path("in/nowhere.txt"), withDestinationPath: "gone.txt")
        try files.createSymbolicLink(atPath: workspace.path("named"), withDestinationPath: "elsewhere")
        let report = try workspace.json("ingest", "in", status: 1)
        #expect(paths(report, counted: "archived") == ["in/a.txt", "in/link.txt"])
        #expect(paths(report, counted: "skipped") == ["in/circle", "in/folder"])
        #expect(paths(report, counted: "rejected") == ["in/nowhere.txt"])
        #expect(try workspace.json("ingest", "named")["unchanged"].integer == 1)
    }

    @Test(
        "The archive itself, its side files and the manifest are skipped in a folder",
        arguments: ["newsarchive.db", "stories"])
    func ownFiles(name: String) throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Page A", body: "Here is A."), to: "a.txt")
        for _ in 1...2 {
            let report = try workspace.json("ingest", ".", "--archive", name)
            #expect(report["rejected"].list == [])
            #expect(paths(report, counted: "skipped").allSatisfy { $0.hasPrefix("./\(name)") })
        }
        try workspace.expect(0, "ingest", workspace.url.path, "--archive", "./" + name)
    }

    @Test("Names with line ends, quotes and bytes that are no text are read and reported in one line each")
    func oddNames() throws {
        let workspace = try Workspace()
        try workspace.write("", to: "in/keep.txt")
        let names: [[UInt8]] = [
            Array("two\nlines.txt".utf8), Array("tab\t\"quote\".txt".utf8),
            Array("caf".utf8) + [0xE9] + Array(".txt".utf8),
            [0xFF, 0xFE], Array("naïve — 東京.txt".utf8), Array(" blank .txt".utf8),
        ]
        for (number, name) in names.enumerated() {
            try create(
                Array((workspace.path("in") + "/").utf8) + name,
                Captured.page("Odd \(number)", body: "Odd page \(number)."))
        }
        let report = try workspace.json("ingest", "in", status: 1)
        #expect(report["archived"].integer == names.count && report["rejected"].list.count == 1)
        let shown = Set(paths(report, counted: "archived"))
        #expect(
            shown.contains("in/caf\\xE9.txt") && shown.contains("in/\\xFF\\xFE") && shown.contains("in/naïve — 東京.txt"))
        #expect(try workspace.json("ingest", "in", status: 1)["unchanged"].integer == names.count)
        try create(Array((workspace.path("in") + "/").utf8) + Array("empty\n\u{1B}[31m".utf8) + [0xE9], "")
        let text = try workspace.expect(1, "ingest", "in")
        #expect(text.errorLines.count == 2)
        #expect(text.errors.contains("rejected in/empty??[31m\\xE9: the capture is empty"))
        try workspace.expectSound()
    }

    private func create(_ path: [UInt8], _ text: String) throws {
        let name = path.map(CChar.init(bitPattern:)) + [0]
        let file = name.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { open($0, O_CREAT | O_WRONLY | O_CLOEXEC, 0o644) } ?? -1
        }
        try #require(file >= 0)
        try FileHandle(fileDescriptor: file, closeOnDealloc: true).write(contentsOf: Data(text.utf8))
    }

    @Test("A folder or file that may not be read is rejected, the rest is read", .disabled(if: getuid() == 0))
    func unreadable() throws {
        let workspace = try Workspace()
        try workspace.write(Captured.page("Page A", body: "Here is A."), to: "in/a.txt")
        try workspace.write(Captured.page("Page B", body: "Here is B."), to: "in/closed/b.txt")
        try workspace.write(Captured.page("Page C", body: "Here is C."), to: "in/closed.txt")
        chmod(workspace.path("in/closed"), 0)
        chmod(workspace.path("in/closed.txt"), 0)
        defer { chmod(workspace.path("in/closed"), 0o755) }
        let report = try workspace.json("ingest", "in", status: 1)
        #expect(report["archived"].integer == 1)
        #expect(paths(report, counted: "rejected") == ["in/closed", "in/closed.txt"])
        #expect(report["rejected"].list.allSatisfy { $0["reason"].string == "cannot be read: Permission denied" })
    }

    @Test("A file that vanishes while others are read is rejected, the rest is read")
    func vanishing() throws {
        let workspace = try Workspace()
        // Two pipes in a row hold the reader back while the file behind them is taken away.
        try workspace.write(Captured.page("Page A", body: "Here is A."), to: "in/a.txt")
        try workspace.write(Captured.page("Page C", body: "Here is C."), to: "in/c.txt")
        #expect(mkfifo(workspace.path("pipe"), 0o644) == 0)
        let running = try CommandRun.start(
            ["ingest", "--json", "--jobs", "1", "pipe", "in/a.txt", "in/c.txt"], in: workspace.url)
        let writer = open(workspace.path("pipe"), O_WRONLY | O_CLOEXEC)
        try FileManager.default.removeItem(atPath: workspace.path("in/a.txt"))
        let pipe = FileHandle(fileDescriptor: writer)
        try pipe.write(contentsOf: Data(Captured.page("Page P", body: "Here is P.").utf8))
        try pipe.close()
        let run = try running.wait()
        #expect(run.status == 1)
        let report = try JSON(run.bytes)
        #expect(report["archived"].integer == 2)
        #expect(paths(report, counted: "rejected") == ["in/a.txt"])
    }

    @Test("Thousands of small files in one folder are all archived")
    func manyFiles() throws {
        let isFull = ProcessInfo.processInfo.environment["NEWSARCHIVE_FULL_TESTS"] != nil
        let count = isFull ? 100_000 : 2_000
        let workspace = try Workspace()
        for number in 1...count {
            try workspace.write(
                Captured.page("Boat \(number)", body: "Boat number \(number) left the harbor."), to: "in/\(number).txt")
        }
        let run = try CommandRun.start(["ingest", "--json", "in"], in: workspace.url).wait(seconds: 1_800)
        let report = try JSON(run.bytes)
        #expect(run.status == 0 && report["archived"].integer == count)
        #expect(report["files"].list.count == 1_000)
        #expect(try workspace.json("search", "headline:\"Boat \(count)\"")["total"].integer == 1)
        try workspace.expectSound(besides: ["in"])
    }
}
