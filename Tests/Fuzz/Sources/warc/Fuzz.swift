import Fuzzing
import NewsIngest
import NewsModel

/// Containers of all kinds: every capture in them is found, none is read.
@main
struct Fuzz {
    static func main() {
        fuzz { start, count in
            var held = 0
            for entry in FileCaptures(bytes: Array(UnsafeBufferPointer(start: start, count: count)), path: "fuzz") {
                if case .capture(let capture) = entry { held += capture.bytes.count }
            }
            precondition(held <= 128 << 20 || held <= 256 * count, "more was unpacked than may be")
            return 0
        }
    }
}
