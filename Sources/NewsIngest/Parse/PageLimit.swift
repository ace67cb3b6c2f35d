import NewsText

/// How many lines and tags a page may have. What has more is no article, and each costs hundreds of bytes and
/// microseconds however short it is, so that small files could be made to take gigabytes and minutes.
enum PageLimit {
    static let lines = 200_000
    /// Tags and entities together.
    static let marks = 500_000

    /// Refuses a text with too many lines, empty ones counted. Reads it once, at some GB/s.
    static func checkLines(of text: String) throws(CaptureRejection) {
        let count = lines(in: text.utf8)
        guard count <= lines else { throw .tooManyLines(count) }
    }

    /// Refuses a text with too many tags and entities.
    static func checkMarks(of text: String) throws(CaptureRejection) {
        let count = marks(in: text.utf8)
        guard count <= marks else { throw .tooManyTags(count) }
    }

    /// Refuses texts that together have too many lines, or tags and entities.
    static func check(_ texts: some Sequence<String>) throws(CaptureRejection) {
        var count = (lines: 0, marks: 0)
        for text in texts {
            count.lines += lines(in: text.utf8)
            count.marks += marks(in: text.utf8)
        }
        guard count.lines <= lines else { throw .tooManyLines(count.lines) }
        guard count.marks <= marks else { throw .tooManyTags(count.marks) }
    }

    private static func lines(in bytes: some Sequence<UInt8>) -> Int {
        let count = bytes.withContiguousStorageIfAvailable { buffer in
            max(ByteScan.count(0x0A, in: buffer), ByteScan.count(0x0D, in: buffer))
        }
        return count ?? 0
    }

    private static func marks(in bytes: some Sequence<UInt8>) -> Int {
        let count = bytes.withContiguousStorageIfAvailable { buffer in
            ByteScan.count(0x3C, in: buffer) + ByteScan.count(0x26, in: buffer)
        }
        return count ?? 0
    }
}
