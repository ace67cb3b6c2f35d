import NewsIngest
import NewsModel

/// Feeds, JSON and CSV: every record is found and read.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    guard let form = UnsafeBufferPointer(start: start, count: count).first else { return 0 }
    let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
    let format = [CaptureFormat.feed, .jsonl, .csv][Int(form) % 3]
    for entry in FileCaptures(bytes: bytes, path: "fuzz", format: format) {
        if case .capture(let capture) = entry { _ = try? CaptureReader().read(capture) }
    }
    return 0
}
