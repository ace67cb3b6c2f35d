import Foundation

/// A disk of a few kilobytes, for filling. Needs the right to mount one.
package final class SmallDisk {
    /// Where it is mounted.
    package let url: URL
    private let folder: TemporaryFolder

    /// Whether one can be made here.
    package static let isPossible = (try? SmallDisk(kilobytes: 64)) != nil

    /// It could not be mounted.
    package struct Failure: Error {}

    /// An empty disk.
    package init(kilobytes: Int) throws {
        folder = try TemporaryFolder()
        url = folder.url.appending(path: "disk")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        guard try Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", url.path) else {
            throw Failure()
        }
    }

    deinit {
        _ = try? Self.run("umount", "-l", url.path)
    }

    /// The path of `name` on the disk.
    package func path(_ name: String) -> String { url.appending(path: name).path }

    /// The names of what is on the disk, sorted.
    package func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

    /// Lets nobody write any more.
    ///
    /// Waits up to 10 s: a process that another test is just starting may still hold what was written as an open file.
    package func makeReadOnly() throws {
        for _ in 0..<100 {
            if try Self.run("mount", "-o", "remount,ro", url.path) { return }
            usleep(100_000)
        }
        throw Failure()
    }

    private static func run(_ arguments: String...) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
