import NewsIngest
import NewsModel

/// A capture in text: it is read, or rejected with a reason.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = try? CaptureReader().read(Capture(bytes: bytes, path: "fuzz", format: .text))
    return 0
}
