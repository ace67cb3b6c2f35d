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

    /// `RssAnon` of a running process. Source: proc(5).
    private static func anonymousBytes(of process: Int32) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("RssAnon:") }),
            let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
        else { return 0 }
        return kilobytes * 1_024
    }
}
