import Foundation

/// One run of a program: how long it took and the most anonymous memory it held.
struct ProcessRun {
    /// From start to end, in seconds.
    let seconds: Double
    /// The most anonymous memory (mapped files apart) that was seen, in bytes; looked at every 20 ms.
    let anonymousBytes: Int
    /// Its exit status.
    let status: Int32
    /// The last line of its standard output.
    let lastLine: String

    /// Runs `program` to its end.
    init(_ program: String, _ arguments: [String], watchesMemory: Bool = false) throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        var peak = 0
        while watchesMemory && process.isRunning {
            peak = max(peak, Self.anonymousBytes(of: process.processIdentifier))
            usleep(20_000)
        }
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        self.seconds = Double(seconds) + Double(attoseconds) / 1e18
        anonymousBytes = peak
        status = process.terminationStatus
        lastLine = text.split(separator: "\n").last.map(String.init) ?? ""
    }

    /// Seconds from starting `program` to its end, its output thrown away. Started and awaited by the system's own calls:
    /// `Process` notices an end some milliseconds late.
    static func seconds(_ program: String, _ arguments: [String]) throws -> Double {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0)
        }
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let start = ContinuousClock.now
        guard posix_spawn(&process, program, &actions, nil, &words, environ) == 0 else {
            throw CocoaError(.executableNotLoadable)
        }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }

    /// `RssAnon` of a running process. Source: proc(5).
    private static func anonymousBytes(of process: Int32) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("RssAnon:") }),
            let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return 0 }
        return kilobytes * 1_024
    }
}
