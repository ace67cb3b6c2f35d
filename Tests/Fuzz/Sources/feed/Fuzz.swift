import Fuzzing
import NewsIngest
import NewsModel

/// Feeds, JSON and CSV, by the first byte: every record is found and read.
@main
struct Fuzz {
    static func main() {
        fuzz { start, count in
            let bytes = Array(UnsafeBufferPointer(start: start, count: count))
            let format = [CaptureFormat.feed, .jsonl, .csv][Int(bytes.first ?? 0) % 3]
            for entry in FileCaptures(bytes: Array(bytes.dropFirst()), path: "fuzz", format: format) {
                if case .capture(let capture) = entry { _ = try? CaptureReader().read(capture) }
            }
            return 0
        }
    }
}
