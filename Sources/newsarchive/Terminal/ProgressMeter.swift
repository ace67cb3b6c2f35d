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
        if let total = progress.total, rate > 0, total > progress.done {
            text += ", \(Self.duration(Double(total - progress.done) / rate)) left"
        }
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

    private static func duration(_ seconds: Double) -> String {
        let seconds = Int(seconds.rounded())
        return seconds < 60
            ? "\(seconds) s" : seconds < 3_600 ? "\(seconds / 60) min" : "\(seconds / 3_600) h \(seconds / 60 % 60) min"
    }
}
