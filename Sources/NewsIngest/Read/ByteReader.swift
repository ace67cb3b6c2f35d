import Foundation

/// A source read by lines and lengths, with a look ahead.
///
/// A failure is thrown when all bytes before it were read, and again until `recover` says that reading can go on.
final class ByteReader: ByteSource {
    private let source: any ByteSource
    private var buffer: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    private var failure: ByteSourceFailure?
    /// How many bytes were given: the number of the next one.
    private(set) var offset = 0

    /// A reader of `source`. Of a small file no more memory is taken than it needs: giving back large pieces of memory
    /// for each of many files costs more than reading them.
    init(_ source: any ByteSource, capacity: Int = 1 << 17) {
        self.source = source
        let size = source.seekable?.size ?? 0
        buffer = .allocate(byteCount: size > 0 ? min(size + 1, capacity) : capacity, alignment: 16)
    }

    deinit {
        buffer.deallocate()
    }

    var seekable: (any SeekableSource)? { source.seekable }

    /// Lets the bytes in hand go and goes on behind the damage.
    func recover() -> Bool {
        offset += end - start
        (start, end, isAtEnd, failure) = (0, 0, false, nil)
        return source.recover()
    }

    func memberStart(at offset: Int) -> Int? { source.memberStart(at: offset) }

    /// Where in the packed bytes the member begins that begins here; `nil` when none does.
    var memberStart: Int? { source.memberStart(at: offset) }

    /// The next bytes, at least `count` unless the source has fewer; they stay to be read. Valid until the next call.
    func peek(_ count: Int) throws(ByteSourceFailure) -> UnsafeRawBufferPointer {
        _ = try fill(count)
        return UnsafeRawBufferPointer(rebasing: buffer[start..<end])
    }

    /// Whether nothing is left.
    func isEmpty() throws(ByteSourceFailure) -> Bool { try !fill(1) }

    func read(into target: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        if start == end {
            if let failure { throw failure }
            guard !isAtEnd else { return 0 }
            let count = try load(target)
            offset += count
            return count
        }
        let count = min(target.count, end - start)
        target.copyMemory(from: .init(rebasing: buffer[start..<start + count]))
        advance(count)
        return count
    }

    /// The next `count` bytes; fewer only at the end.
    func read(_ count: Int) throws(ByteSourceFailure) -> [UInt8] {
        var failure: ByteSourceFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            do throws(ByteSourceFailure) {
                while filled < count {
                    let got = try read(into: .init(UnsafeMutableBufferPointer(rebasing: target[filled...])))
                    guard got > 0 else { break }
                    filled += got
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// All bytes that are left, those before a failure with it; `nil` when they are more than `limit`.
    func readAll(limit: Int) -> (bytes: [UInt8], failure: ByteSourceFailure?)? {
        var bytes: [UInt8] = []
        do throws(ByteSourceFailure) {
            while try fill(1) {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
                guard bytes.count + rest.count <= limit else { return nil }
                bytes += rest
                advance(rest.count)
            }
            return (bytes, nil)
        } catch {
            return (bytes, error)
        }
    }

    /// Reads over the next `count` bytes; gives how many there were.
    func skip(_ count: Int) throws(ByteSourceFailure) -> Int {
        var left = count
        while left > 0, try fill(1) {
            let step = min(left, end - start)
            advance(step)
            left -= step
        }
        return count - left
    }

    /// The next line without its end; `nil` behind the last, or when it is longer than `limit`, which is not read then.
    func line(limit: Int) throws(ByteSourceFailure) -> [UInt8]? {
        var searched = 0
        while true {
            let unsearched = UnsafeRawBufferPointer(rebasing: buffer[(start + searched)..<end])
            if let base = unsearched.baseAddress, let found = memchr(base, 0x0A, unsearched.count) {
                let length = searched + (UnsafeRawPointer(found) - base)
                var line = Array(buffer[start..<start + length])
                while line.last == 0x0D { line.removeLast() }
                advance(length + 1)
                return line
            }
            searched = end - start
            guard searched <= limit else { return nil }
            if try !fill(searched + 1) {
                guard searched > 0 else { return nil }
                defer { advance(searched) }
                return Array(buffer[start..<end])
            }
        }
    }

    /// Puts bytes back that were the last to be read.
    func unread(_ bytes: some Collection<UInt8>) {
        let count = bytes.count
        let kept = Array(buffer[start..<end])
        makeRoom(for: count + kept.count)
        UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).copyBytes(from: bytes)
        UnsafeMutableRawBufferPointer(rebasing: buffer[count..<count + kept.count]).copyBytes(from: kept)
        (start, end) = (0, count + kept.count)
        offset -= count
    }

    private func advance(_ count: Int) {
        start += count
        offset += count
    }

    /// Sees that `count` bytes are in hand; `false` when there are not so many. Throws when there are none because of a
    /// failure.
    private func fill(_ count: Int) throws(ByteSourceFailure) -> Bool {
        while end - start < count {
            if let failure {
                guard start < end else { throw failure }
                return false
            }
            guard !isAtEnd else { return false }
            if start == end { (start, end) = (0, 0) }
            if end == buffer.count || start > 0 && start + count > buffer.count { moveToFront(roomFor: count) }
            end += (try? load(.init(rebasing: buffer[end...]))) ?? 0
        }
        return true
    }

    private func load(_ target: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        do throws(ByteSourceFailure) {
            let count = try source.read(into: target)
            isAtEnd = count == 0
            return count
        } catch {
            failure = error
            throw error
        }
    }

    private func moveToFront(roomFor count: Int) {
        let kept = end - start
        if count > buffer.count || kept == buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(count, buffer.count * 2), alignment: 16)
            larger.copyMemory(from: .init(rebasing: buffer[start..<end]))
            buffer.deallocate()
            buffer = larger
        } else if start > 0, let base = buffer.baseAddress {
            memmove(base, base + start, kept)
        }
        (start, end) = (0, kept)
    }

    private func makeRoom(for count: Int) {
        guard count > buffer.count else { return }
        buffer.deallocate()
        buffer = .allocate(byteCount: count, alignment: 16)
        (start, end) = (0, 0)
    }
}
