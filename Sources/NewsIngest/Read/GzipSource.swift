import CZlib

/// What gzip data unpacks to, member after member, each checked by its own sum.
///
/// Damage is told where it is met; `recover` goes on at the next member. Zeros behind the last member are padding.
final class GzipSource: ByteSource {
    private static let capacity = 1 << 18
    /// Of what was read already, so much is kept, to look in for the next member when this one is damaged.
    private static let kept = 1 << 16

    private let source: any ByteSource
    private let limit: UnpackLimit
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    /// Where in the packed bytes the first byte of `input` stands.
    private var base = 0
    private var memberStart = 0
    private var isInMember = false
    private var isPrepared: Bool
    private var pending: ByteSourceFailure?
    private var unpacked = 0
    private var starts: [(unpacked: Int, packed: Int)] = []

    init(_ source: any ByteSource, limit: UnpackLimit) {
        self.source = source
        self.limit = limit
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: Self.capacity, alignment: 16)
        isPrepared = inflateInit2_(stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isPrepared { inflateEnd(stream) }
        stream.deallocate()
        input.deallocate()
    }

    func memberStart(at offset: Int) -> Int? {
        // The last start is kept, so that a record in the middle of a member is not taken for one at its beginning.
        while starts.count > 1, starts[1].unpacked <= offset { starts.removeFirst() }
        guard let first = starts.first, first.unpacked == offset else { return nil }
        return first.packed
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        if let failure = pending {
            pending = nil
            throw failure
        }
        guard buffer.count > 0 else { return 0 }
        guard isPrepared else { throw .damaged("cannot be unpacked: no memory; free some and ingest it again") }
        while true {
            if !isInMember {
                guard try beginMember() else { return 0 }
            }
            let count = try inflate(into: buffer)
            if count > 0 {
                unpacked += count
                try limit.count(unpacked: count)
                return count
            }
        }
    }

    func recover() -> Bool {
        guard !limit.isExceeded else { return false }
        pending = nil
        let from = max(memberStart + 1, base)
        start = max(0, min(from - base, end))
        while true {
            var position = start
            while position + 10 <= end {
                if isMemberHead(at: position) {
                    start = position
                    isInMember = false
                    return true
                }
                position += 1
            }
            start = position
            guard (try? refill(keeping: 0)) == true else { return false }
        }
    }

    /// A member's first ten bytes: the signature, deflate, no reserved flag, an operating system that is one.
    private func isMemberHead(at position: Int) -> Bool {
        input[position] == 0x1F && input[position + 1] == 0x8B && input[position + 2] == 8
            && input[position + 3] & 0xE0 == 0 && (input[position + 9] <= 13 || input[position + 9] == 255)
    }

    /// Finds the next member; `false` at the end.
    private func beginMember() throws(ByteSourceFailure) -> Bool {
        while true {
            while start < end, input[start] == 0 { start += 1 }
            if start < end { break }
            guard try refill(keeping: 0) else { return false }
        }
        while end - start < 2 {
            guard try refill(keeping: 0) else { break }
        }
        memberStart = base + start
        guard end - start >= 2, input[start] == 0x1F, input[start + 1] == 0x8B else {
            throw ByteSourceFailure(
                kind: .trailing, reason: "what follows the gzip data is none; what stands before it is read",
                offset: memberStart)
        }
        starts.append((unpacked, memberStart))
        isInMember = true
        inflateReset(stream)
        return true
    }

    private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        if start == end {
            guard try refill(keeping: Self.kept) else {
                isInMember = false
                throw .truncated(
                    "the gzip data ends in the middle of a member; fetch the file again", at: memberStart)
            }
        }
        let room = min(buffer.count, 1 << 30)
        stream.pointee.next_in = input.baseAddress?.advanced(by: start).assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(end - start)
        stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        let status = CZlib.inflate(stream, Z_NO_FLUSH)
        start = end - Int(stream.pointee.avail_in)
        let count = room - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END:
            isInMember = false
        case Z_OK, Z_BUF_ERROR:
            break
        default:
            isInMember = false
            let detail = stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)"
            pending = .damaged("the gzip data is damaged (\(detail)); fetch the file again", at: memberStart)
        }
        if count == 0, let failure = pending {
            pending = nil
            throw failure
        }
        return count
    }

    /// Reads more packed bytes behind those in hand, of which the last `kept` before `start` stay; `false` at the end.
    private func refill(keeping kept: Int) throws(ByteSourceFailure) -> Bool {
        let first = max(0, start - min(kept, max(0, base + start - memberStart)))
        if first > 0 {
            input.copyMemory(from: .init(rebasing: input[first..<end]))  // a move: the regions may overlap
            base += first
            start -= first
            end -= first
        }
        let count = try source.read(into: .init(rebasing: input[end...]))
        end += count
        return count > 0
    }
}
