import Foundation

/// The built `newsarchive`, or another built program, run as a user runs it.
package struct CommandRun: Sendable {
    /// How it ended: its exit status, or 128 and the number of the signal that killed it.
    package let status: Int32
    /// Whether a signal killed it, as opposed to a status it chose.
    package let wasKilled: Bool
    /// What it wrote to standard output.
    package let bytes: Data
    /// What it wrote to standard error.
    package let errors: String

    /// Standard output as text.
    package var output: String { String(decoding: bytes, as: UTF8.self) }
    /// The lines of standard error.
    package var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    /// It ran longer than a test waits.
    package struct TooSlow: Error, CustomStringConvertible {
        /// What ran, and for how long.
        package let description: String
    }

    /// The folder that holds the built programs: the one the tests themselves were built into.
    package static let products = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()

    /// Runs `program` with `arguments` in `folder` and waits until it ends.
    ///
    /// - Parameters:
    ///   - input: What it reads from standard input.
    ///   - environment: Variables set beside the usual ones.
    ///   - seconds: After so many it is killed, and the test fails.
    @discardableResult
    package static func run(
        program: String = "newsarchive", _ arguments: [String], in folder: URL, input: Data = Data(),
        environment: [String: String] = [:], seconds: Double = 120
    ) throws -> CommandRun {
        try start(program: program, arguments, in: folder, input: input, environment: environment).wait(seconds: seconds)
    }

    /// Starts `program`, for a test that does something while it runs.
    package static func start(
        program: String = "newsarchive", _ arguments: [String], in folder: URL, input: Data = Data(),
        environment: [String: String] = [:]
    ) throws -> RunningCommand {
        let built = products.appending(path: program)
        let executable = program.hasPrefix("/") ? URL(filePath: program) : built
        return try RunningCommand(executable, arguments, in: folder, input: input, environment: environment)
    }
}

/// A program that was started and may still run.
package final class RunningCommand {
    private let process = Process()
    private let streams: TemporaryFolder
    private let ended = DispatchSemaphore(value: 0)

    init(
        _ executable: URL, _ arguments: [String], in folder: URL, input: Data, environment: [String: String]
    ) throws {
        streams = try TemporaryFolder()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Self.usualEnvironment.merging(environment) { $1 }
        process.standardInput = try Self.file(streams.url.appending(path: "in"), holding: input, forWriting: false)
        process.standardOutput = try Self.file(streams.url.appending(path: "out"), holding: Data(), forWriting: true)
        process.standardError = try Self.file(streams.url.appending(path: "err"), holding: Data(), forWriting: true)
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
    }

    /// That of the tests without what would steer the command.
    private static let usualEnvironment = ProcessInfo.processInfo.environment.filter { name, _ in
        name != "NEWSARCHIVE" && name != "NO_COLOR"
    }

    private static func file(_ url: URL, holding data: Data, forWriting: Bool) throws -> FileHandle {
        try data.write(to: url)
        return try forWriting ? FileHandle(forWritingTo: url) : FileHandle(forReadingFrom: url)
    }

    /// Its number among the processes of the system.
    package var processID: Int32 { process.processIdentifier }

    /// Whether it still runs.
    package var isRunning: Bool { process.isRunning }

    /// Sends it `signal`.
    package func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits until `condition` holds or the program ends; whether it held.
    package func waits(until condition: () -> Bool) -> Bool {
        while process.isRunning {
            if condition() { return true }
            usleep(1_000)
        }
        return condition()
    }

    /// Waits until it ends.
    package func wait(seconds: Double = 120) throws -> CommandRun {
        guard ended.wait(timeout: .now() + seconds) == .success else {
            kill(process.processIdentifier, SIGKILL)
            throw CommandRun.TooSlow(
                description: "\(process.arguments?.joined(separator: " ") ?? "") ran longer than \(seconds) s")
        }
        let wasKilled = process.terminationReason == .uncaughtSignal
        return CommandRun(
            status: process.terminationStatus + (wasKilled ? 128 : 0), wasKilled: wasKilled,
            bytes: try Data(contentsOf: streams.url.appending(path: "out")),
            errors: String(decoding: try Data(contentsOf: streams.url.appending(path: "err")), as: UTF8.self))
    }
}
