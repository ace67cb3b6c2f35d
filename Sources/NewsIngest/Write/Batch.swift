/// What is written in one transaction. Where batches end follows from the inputs alone, however many captures wait to be
/// written by then; and so does the archive, which gives the rows of a day batch by batch.
struct Batch {
    /// Many words are stored once a batch, so batches are large; the first ones are not, for the writer to begin soon.
    private static let lengths = [500, 1_000, 2_000, 4_000]
    private static let byteLimit = 64 << 20

    private var chunks: [[PreparedCapture]] = []
    private var count = 0
    private var bytes = 0
    private var taken = 0

    private var length: Int { Self.lengths[min(taken, Self.lengths.count - 1)] }
    var isFull: Bool { count >= length || bytes >= Self.byteLimit }
    /// Whether half of it is there.
    var isLarge: Bool { count >= length / 2 || bytes >= Self.byteLimit / 2 }
    /// Whether more may be prepared while the writer is at work: as much again.
    var hasRoom: Bool { count < 2 * length && bytes < 2 * Self.byteLimit }

    mutating func add(_ chunk: [PreparedCapture]) {
        chunks.append(chunk)
        count += chunk.count
        bytes += Self.bytes(of: chunk)
    }

    /// What is to be written; `nil` when that is nothing. Chunks that came when it was full belong to the next.
    mutating func take() -> [PreparedCapture]? {
        var batch = Batch()
        batch.taken = taken
        for chunk in chunks where !batch.isFull { batch.add(chunk) }
        chunks.removeFirst(batch.chunks.count)
        (count, bytes, taken) = (count - batch.count, bytes - batch.bytes, taken + 1)
        return batch.count == 0 ? nil : Array(batch.chunks.joined())
    }

    private static func bytes(of chunk: [PreparedCapture]) -> Int { chunk.reduce(0) { $0 + $1.weight } }
}
