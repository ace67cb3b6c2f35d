/// Bytes that are read one after another: of a file, of memory, or what another source unpacks.
protocol ByteSource: AnyObject {
    /// Reads at most `buffer.count` bytes; gives how many, 0 only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int
    /// After a failure, goes on behind the damage where that can be told; `false` where it cannot.
    func recover() -> Bool
    /// Where in the packed bytes the member begins whose first byte is unpacked byte number `offset`; `nil` when none
    /// does. To be asked in ascending order.
    func memberStart(at offset: Int) -> Int?
    /// The same bytes to be read from anywhere; `nil` where that is not possible.
    var seekable: (any SeekableSource)? { get }
}

extension ByteSource {
    func recover() -> Bool { false }
    func memberStart(at offset: Int) -> Int? { nil }
    var seekable: (any SeekableSource)? { nil }
}

/// A source that can be read from any of its bytes on.
protocol SeekableSource: ByteSource {
    /// How many bytes it has.
    var size: Int { get }
    /// Where the next read begins.
    var offset: Int { get set }
}

/// Why bytes cannot be read to their end.
struct ByteSourceFailure: Error, Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// What was given is not what was packed, or nothing more can be had.
        case damaged
        /// The bytes just end too early; those that were given are sound.
        case truncated
        /// What was packed was given; behind it stands something else.
        case trailing
        /// The task was cancelled.
        case cancelled
    }

    var kind = Kind.damaged
    /// What is wrong and what to do, as it is reported.
    let reason: String
    /// Where in the packed bytes the damage is, as far as that can be told.
    var offset: Int?

    static func damaged(_ reason: String, at offset: Int? = nil) -> ByteSourceFailure {
        ByteSourceFailure(kind: .damaged, reason: reason, offset: offset)
    }

    static func truncated(_ reason: String, at offset: Int? = nil) -> ByteSourceFailure {
        ByteSourceFailure(kind: .truncated, reason: reason, offset: offset)
    }

    static let cancelled = ByteSourceFailure(kind: .cancelled, reason: "was not read to its end")
}

/// Bytes in memory.
final class MemorySource: SeekableSource {
    private let bytes: [UInt8]
    var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var size: Int { bytes.count }
    var seekable: (any SeekableSource)? { self }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        let count = max(0, min(buffer.count, bytes.count - offset))
        guard count > 0 else { return 0 }
        bytes.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[offset..<offset + count])) }
        offset += count
        return count
    }
}

/// How much may be unpacked out of a file, over all that is packed in it: 64 MB, and beyond that so many times what was
/// read of the file. A file that exceeds it was made to fill memory.
final class UnpackLimit {
    private static let allowance = 64 << 20
    private static let ratio = 200

    private var unpacked = 0
    /// Whether there was more; nothing of the file is read any further then.
    private(set) var isExceeded = false
    /// Bytes read of the file itself.
    var consumed = 0

    /// Counts `count` unpacked bytes.
    func count(unpacked count: Int) throws(ByteSourceFailure) {
        unpacked += count
        guard unpacked > Self.allowance, unpacked > Self.ratio * consumed else { return }
        isExceeded = true
        throw .damaged("unpacks to more than \(Self.ratio) times its size; unpack it yourself if you trust it")
    }
}
