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
        try start(program: program, arguments, in: folder, input: input, environment: environment).wait(
            seconds: seconds)
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

/// A program that was started and may still run. Its streams are files, so that it never waits for its reader.
package final class RunningCommand {
    /// Its number among the processes of the system.
    package let processID: pid_t
    private let command: String
    private let streams: TemporaryFolder
    private var ending: Int32?

    /// It could not be started.
    package struct Failure: Error {
        /// The error of the system.
        package let code: Int32
    }

    init(
        _ executable: URL, _ arguments: [String], in folder: URL, input: Data, environment: [String: String]
    ) throws {
        streams = try TemporaryFolder()
        command = ([executable.lastPathComponent] + arguments).joined(separator: " ")
        try input.write(to: streams.url.appending(path: "in"))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, streams.path("in"), O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, streams.path("out"), O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, streams.path("err"), O_WRONLY | O_CREAT, 0o600)
        // Threads of tests block signals, which a program must not inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var usual = sigset_t()
        sigfillset(&usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let words = (["/usr/bin/env", "-C", folder.path, executable.path] + arguments).map { strdup($0) } + [nil]
        let variables = Self.usualEnvironment.merging(environment) { $1 }.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        let code = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, variables)
        guard code == 0 else { throw Failure(code: code) }
        processID = process
    }

    /// That of the tests without what would steer the command.
    private static let usualEnvironment = ProcessInfo.processInfo.environment.filter { name, _ in
        name != "NEWSARCHIVE" && name != "NO_COLOR"
    }

    /// Whether it still runs.
    package var isRunning: Bool {
        guard ending == nil else { return false }
        var status: Int32 = 0
        guard waitpid(processID, &status, WNOHANG) == processID else { return true }
        ending = status
        return false
    }

    /// Sends it `signal`.
    package func send(_ signal: Int32) { kill(processID, signal) }

    /// Waits until `condition` holds or the program ends; whether it held.
    package func waits(until condition: () -> Bool) -> Bool {
        while isRunning {
            if condition() { return true }
            usleep(1_000)
        }
        return condition()
    }

    /// Waits until it ends.
    package func wait(seconds: Double = 120) throws -> CommandRun {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while isRunning {
            guard ContinuousClock.now < deadline else {
                send(SIGKILL)
                throw CommandRun.TooSlow(description: "\(command) ran longer than \(seconds) s")
            }
            usleep(1_000)
        }
        let status = ending ?? 0
        let signal = status & 0x7F
        return CommandRun(
            status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, wasKilled: signal != 0,
            bytes: try Data(contentsOf: streams.url.appending(path: "out")),
            errors: String(decoding: try Data(contentsOf: streams.url.appending(path: "err")), as: UTF8.self))
    }
}
