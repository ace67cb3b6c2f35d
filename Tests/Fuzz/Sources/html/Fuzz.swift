import NewsIngest
import NewsModel

/// A capture in HTML: it is read, or rejected with a reason.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = try? CaptureReader().read(Capture(bytes: bytes, path: "fuzz", format: .html))
    return 0
}
