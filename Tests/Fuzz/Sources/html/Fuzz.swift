import Fuzzing
import NewsIngest
import NewsModel

/// A capture in HTML: it is read, or rejected with a reason.
@main
struct Fuzz {
    static func main() {
        fuzz { start, count in
            let bytes = Array(UnsafeBufferPointer(start: start, count: count))
            _ = try? CaptureReader().read(Capture(bytes: bytes, path: "fuzz", format: .html))
            return 0
        }
    }
}
