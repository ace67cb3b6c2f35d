import Foundation
import NewsQuery
import NewsText

/// Where answers and messages go: answers to standard output, everything else to standard error.
enum Output {
    private static let lock = NSLock()
    nonisolated(unsafe) private static var held: [UInt8] = []  // guarded by `lock`

    /// Writes a line of the answer.
    static func line(_ text: String = "") throws {
        try write(Array(text.utf8) + [UInt8(ascii: "\n")])
    }

    /// Writes bytes of the answer.
    static func write(_ bytes: [UInt8]) throws {
        let full: [UInt8]? = lock.withLock {
            held += bytes
            guard held.count >= 65_536 else { return nil }
            defer { held.removeAll(keepingCapacity: true) }
            return held
        }
        if let full { try FileOutput.write(full, to: STDOUT_FILENO, path: "standard output") }
    }

    /// Writes what is held back.
    static func flush() throws {
        let rest = lock.withLock {
            defer { held = [] }
            return held
        }
        if !rest.isEmpty { try FileOutput.write(rest, to: STDOUT_FILENO, path: "standard output") }
    }

    /// Writes what is held back and waits a little until a program behind a pipe has read all of it; one that ends before
    /// is an error.
    static func deliver() throws {
        try flush()
        try FileOutput.awaitReader(of: STDOUT_FILENO, path: "standard output", seconds: 2)
    }

    /// Writes a JSON answer: indented on a terminal, else in one line.
    static func json(_ value: JSONValue) throws {
        try line(isTerminal ? value.indentedText : value.text)
    }

    /// Tells of an error, in one line.
    static func complain(_ message: String) {
        tell("newsarchive: \(message)")
    }

    /// Tells something that is no part of the answer, in one line. Control characters, which a file's name may hold, are
    /// shown as `?`.
    static func tell(_ message: String) {
        var text = String.UnicodeScalarView()
        for scalar in message.unicodeScalars {
            text.append(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "?" : scalar)
        }
        try? FileOutput.write(Array("\(String(text))\n".utf8), to: STDERR_FILENO, path: "standard error")
    }

    /// Whether a person reads the answer.
    static let isTerminal = isatty(STDOUT_FILENO) == 1
    /// Whether a person reads the messages.
    static let isErrorTerminal = isatty(STDERR_FILENO) == 1

    /// The terminal's width in columns; 80 where there is none.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}

/// Bold and faint text for terminals that want it.
struct Style {
    /// Whether colour and weight are used.
    let isOn: Bool

    /// `NO_COLOR` (https://no-color.org), `--no-color`, a file and a dumb terminal turn it off.
    init(noColor: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        isOn = Output.isTerminal && !noColor && !isRefused
    }

    /// Printed text may not steer the terminal.
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F }) else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" }))
    }

    func bold(_ text: String) -> String { isOn ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    func faint(_ text: String) -> String { isOn ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    /// The snippet with what was looked for in bold.
    func marked(_ snippet: Snippet) -> String {
        guard isOn else { return snippet.text }
        let scalars = Array(snippet.text.unicodeScalars)
        var text = ""
        var place = 0
        func slice(_ range: Range<Int>) -> String {
            String(String.UnicodeScalarView(scalars[range.clamped(to: scalars.indices)]))
        }
        for range in snippet.ranges {
            text += slice(place..<max(place, range.lowerBound)) + bold(slice(range))
            place = range.upperBound
        }
        return text + slice(place..<max(place, scalars.count))
    }
}
