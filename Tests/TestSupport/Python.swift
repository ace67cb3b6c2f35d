import Foundation

/// Python, for looking at files with programs other than ours.
package enum Python {
    /// Whether there is one to run.
    package static let isInstalled = (try? run("")) != nil

    /// It ended with an error.
    package struct Failure: Error, CustomStringConvertible {
        /// What it wrote.
        package let description: String
    }

    /// Runs `program` and gives what it prints.
    package static func run(_ program: String, _ arguments: String...) throws -> String {
        let process = start(program, arguments)
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(description: String(decoding: complaints, as: UTF8.self))
        }
        return String(decoding: printed, as: UTF8.self)
    }

    /// Runs `body` while `program` runs: from its first line of output on until `body` returns.
    package static func whileRunning<Value>(
        _ program: String, _ arguments: String..., body: () throws -> Value
    ) throws -> Value {
        let process = start(program, arguments)
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = Pipe()
        try process.run()
        defer {
            kill(process.processIdentifier, SIGKILL)  // a thread of a test may have blocked the gentler signals
            process.waitUntilExit()
        }
        _ = output.fileHandleForReading.availableData
        return try body()
    }

    private static func start(_ program: String, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program] + arguments
        return process
    }
}
