import Foundation
import NewsIngest

/// Shows on a terminal how far an ingest is; silent elsewhere.
final class ProgressMeter: @unchecked Sendable {  // its state is guarded by `lock`
    private let lock = NSLock()
    private var isShown = false

    /// Shows `progress` in place of what was shown before.
    func show(_ progress: IngestProgress) {
        guard Output.isErrorTerminal else { return }
        let rate = progress.seconds > 0 ? Double(progress.done) / progress.seconds : 0
        var text = "\(progress.done)\(progress.total.map { " of \($0)" } ?? "") read, \(Int(rate))/s"
        if let left = Self.secondsLeft(progress) { text += ", \(Self.duration(left)) left" }
        lock.withLock {
            isShown = true
            try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
        }
    }

    /// Takes away what is shown.
    func end() {
        lock.withLock {
            guard isShown else { return }
            isShown = false
            try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
        }
    }

    /// By the captures or bytes that are left, and the pace so far; `nil` while that is not known.
    private static func secondsLeft(_ progress: IngestProgress) -> Double? {
        func left(_ done: Int, of total: Int?) -> Double? {
            guard let total, done > 0, total > done else { return nil }
            return progress.seconds / Double(done) * Double(total - done)
        }
        return left(progress.done, of: progress.total) ?? left(progress.doneBytes, of: progress.totalBytes)
    }

    private static func duration(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded())
        return seconds < 60
            ? "\(seconds) s" : seconds < 3_600 ? "\(seconds / 60) min" : "\(seconds / 3_600) h \(seconds / 60 % 60) min"
    }
}
