/// Bytes that are read one after another: of a file, of memory, or what another source unpacks.
protocol ByteSource: AnyObject {
    /// Reads at most `buffer.count` bytes; gives how many, 0 only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int
}

/// Why bytes cannot be read to their end.
struct ByteSourceFailure: Error, Hashable, Sendable {
    /// What is wrong, as it is reported: `the gzip data ends in the middle of a member`.
    let reason: String
}
