import ArgumentParser
import Foundation

/// Writes generated captures, one file each, and a manifest of about half of them.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes captures of made-up news; the same seed gives the same bytes.")

    @Option(help: "How many captures.")
    var articles: Int

    @Option(help: "The folder to write into; made when it is missing.")
    var out: String

    @Option(help: "What the captures depend on, besides their number.")
    var seed: UInt64 = 1

    @Option(help: "How many captures a folder holds.")
    var filesPerFolder: Int = 1_000

    func validate() throws {
        guard articles > 0, filesPerFolder > 0 else {
            throw ValidationError("--articles and --files-per-folder must be 1 or more")
        }
    }

    func run() throws {
        let started = ContinuousClock.now
        let generator = CaptureGenerator(articles: articles, seed: seed)
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let manifest = try OutputFile(out + "/manifest.csv")
        try manifest.write(Array("path,url,outlet,captured_at,published_at\n".utf8))
        var rows: [UInt8] = []
        var bytes = 0
        for number in 0..<articles {
            let folder = padded(number / filesPerFolder, width: 5)
            if number % filesPerFolder == 0 {
                try FileManager.default.createDirectory(atPath: "\(out)/\(folder)", withIntermediateDirectories: true)
            }
            let capture = generator.capture(number)
            let path = "\(folder)/\(capture.name)"
            try OutputFile("\(out)/\(path)").write(capture.bytes)
            bytes += capture.bytes.count
            if let row = capture.manifestRow(path: path) { rows += row.utf8 }
            if rows.count > 65_536 {
                try manifest.write(rows)
                rows.removeAll(keepingCapacity: true)
            }
        }
        try manifest.write(rows)
        let elapsed = ContinuousClock.now - started
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = Int(Double(articles) / max(seconds, 0.001))
        print("\(articles) captures, \(bytes / articles) bytes each on average, \(rate)/s")
    }
}

/// A file being written; closed when it is let go.
private final class OutputFile {
    private let descriptor: Int32
    private let path: String

    init(_ path: String) throws {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Self.failure(path) }
    }

    deinit {
        close(descriptor)
    }

    func write(_ bytes: [UInt8]) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            guard count > 0 else { throw Self.failure(path) }
            written += count
        }
    }

    private static func failure(_ path: String) -> ValidationError {
        ValidationError("cannot write \(path): \(String(cString: strerror(errno)))")
    }
}
