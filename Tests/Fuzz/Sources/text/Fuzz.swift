import Fuzzing
import NewsIngest
import NewsModel

/// A capture in text: it is read, or rejected with a reason.
@main
struct Fuzz {
    static func main() {
        fuzz { start, count in
            let bytes = Array(UnsafeBufferPointer(start: start, count: count))
            _ = try? CaptureReader().read(Capture(bytes: bytes, path: "fuzz", format: .text))
            return 0
        }
    }
}
