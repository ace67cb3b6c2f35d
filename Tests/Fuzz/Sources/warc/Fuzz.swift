import NewsIngest
import NewsModel

/// Containers of all kinds: every capture in them is found, none is read.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    var held = 0
    for entry in FileCaptures(bytes: bytes, path: "fuzz") {
        if case .capture(let capture) = entry { held += capture.bytes.count }
    }
    precondition(held <= 64 << 20 || held <= 256 * count, "more was unpacked than may be")
    return 0
}
