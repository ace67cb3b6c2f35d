import Foundation

/// A stretch of a byte source that is held while it is looked at.
///
/// What has been looked at is let go with `drop(to:)`; positions count from the start of the source, so they stay true.
final class ByteWindow {
    private let source: any ByteSource
    private var bytes: [UInt8] = []
    /// The position of `bytes[0]`.
    private var base = 0
    private var isExhausted = false
    /// Why the source could not be read to its end.
    private(set) var failure: ByteSourceFailure?
    /// The position before which nothing is held.
    private(set) var start = 0

    private static let chunk = 1 << 16
    private static let blank = [UInt8](repeating: 0, count: chunk)

    init(_ source: any ByteSource) {
        self.source = source
    }

    /// The position behind the last byte held.
    var end: Int { base + bytes.count }

    /// The byte at `position`, which must not have been let go; `nil` behind the end of the source.
    @inline(__always)
    func byte(at position: Int) -> UInt8? {
        let index = position - base
        if index < bytes.count { return bytes[index] }
        return loadedByte(at: position)
    }

    private func loadedByte(at position: Int) -> UInt8? {
        while position >= end { guard load() else { return nil } }
        return bytes[position - base]
    }

    /// The bytes from `position` on, at most `count` of them.
    func peek(at position: Int, count: Int) -> ArraySlice<UInt8> {
        while end < position + count, load() {}
        let from = min(max(position - base, 0), bytes.count)
        return bytes[from..<min(bytes.count, from + count)]
    }

    /// The bytes in `range`, which must be held.
    func slice(_ range: Range<Int>) -> [UInt8] {
        let lower = min(max(range.lowerBound - base, 0), bytes.count)
        let upper = min(max(range.upperBound - base, lower), bytes.count)
        return Array(bytes[lower..<upper])
    }

    /// The next `byte` at or behind `position` and before `limit`.
    func index(of byte: UInt8, from position: Int, limit: Int = .max) -> Int? {
        var from = position
        while true {
            if from >= limit { return nil }
            if from >= end {
                guard load() else { return nil }
                continue
            }
            let found = bytes.withUnsafeBytes { buffer -> Int? in
                guard let start = buffer.baseAddress else { return nil }
                return memchr(start + (from - base), Int32(byte), buffer.count - (from - base)).map {
                    $0 - UnsafeMutableRawPointer(mutating: start)
                }
            }
            if let found { return base + found < limit ? base + found : nil }
            from = end
        }
    }

    /// The next quote, backslash or line end at or behind `position`: where a text in JSON may stop.
    func textStop(from position: Int) -> Int? {
        var from = position
        while true {
            if from >= end {
                guard load() else { return nil }
                continue
            }
            let found = bytes.withUnsafeBufferPointer { buffer -> Int? in
                var index = from - base
                while index < buffer.count {
                    let byte = buffer[index]
                    if byte == 0x22 || byte == 0x5C || byte == 0x0A { return index }
                    index += 1
                }
                return nil
            }
            if let found { return base + found }
            from = end
        }
    }

    /// How many line ends stand in `range`, which must be held.
    func lineEnds(in range: Range<Int>) -> Int {
        bytes[(range.lowerBound - base)..<(range.upperBound - base)].withUnsafeBufferPointer { buffer in
            var count = 0
            for byte in buffer where byte == 0x0A { count += 1 }
            return count
        }
    }

    /// Whether the bytes at `position` are `pattern`, which is in lower case; capitals do not count.
    func matches(_ pattern: StaticString, at position: Int) -> Bool {
        let count = pattern.utf8CodeUnitCount
        while end < position + count { guard load() else { return false } }
        let from = position - base
        return pattern.withUTF8Buffer { pattern in
            for index in 0..<count {
                let byte = bytes[from + index]
                let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                if lower != pattern[index] { return false }
            }
            return true
        }
    }

    /// The next place of `pattern` at or behind `position` and before `limit`.
    func find(_ pattern: StaticString, from position: Int, limit: Int = .max) -> Int? {
        let first = pattern.withUTF8Buffer { $0[0] }
        var from = position
        while let at = index(of: first, from: from, limit: limit) {
            if matches(pattern, at: at) { return at }
            from = at + 1
        }
        return nil
    }

    /// Lets everything before `position` go.
    func drop(to position: Int) {
        start = max(start, min(position, end))
        let dead = start - base
        guard dead >= Self.chunk, dead * 2 >= bytes.count else { return }
        bytes.removeFirst(dead)
        base = start
    }

    /// Reads more; `false` at the end.
    private func load() -> Bool {
        guard !isExhausted else { return false }
        let held = bytes.count
        bytes += Self.blank
        let got = bytes.withUnsafeMutableBytes { buffer -> Int in
            do throws(ByteSourceFailure) {
                return try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[held...]))
            } catch {
                failure = error
                return 0
            }
        }
        bytes.removeLast(Self.chunk - got)
        isExhausted = got == 0
        return got > 0
    }
}
