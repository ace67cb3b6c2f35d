/// The list of the segments of an FTS5 table, as its record number 10 holds it.
///
/// Source: "The contents of the structure record" in SQLite's fts5_index.c.
struct SegmentStructure {
    /// A sorted run of words on pages of its own.
    struct Segment: Equatable {
        let number: Int64
        /// Its first page that is still in use.
        let firstPage: Int64
        let lastPage: Int64
    }

    /// The segments of one age; a level is newer than the next one, and within it the last is the newest.
    struct Level {
        /// How many of the segments FTS5 is merging.
        var merging: Int64 = 0
        var segments: [Segment] = []
    }

    /// Source: FTS5_MAX_SEGMENT.
    private static let mostSegments: Int64 = 2_000

    private let cookie: [UInt8]
    private var pagesWritten: UInt64
    private(set) var levels: [Level]

    /// Reads the record; `nil` when it is of a form that is not known here.
    init?(_ record: [UInt8]) {
        guard record.count > 4 else { return nil }
        cookie = Array(record.prefix(4))
        var numbers = VariableNumbers(record.dropFirst(4))
        guard let levelCount = numbers.next(), let segmentCount = numbers.next(), let pagesWritten = numbers.next(),
            levelCount <= 64, segmentCount <= Self.mostSegments
        else { return nil }
        self.pagesWritten = pagesWritten
        levels = []
        for _ in 0..<levelCount {
            guard let merging = numbers.next(), let count = numbers.next(), count <= segmentCount else { return nil }
            var level = Level(merging: Int64(truncatingIfNeeded: merging))
            for _ in 0..<count {
                guard let number = numbers.next(), let first = numbers.next(), let last = numbers.next() else {
                    return nil
                }
                level.segments.append(
                    Segment(
                        number: Int64(truncatingIfNeeded: number), firstPage: Int64(truncatingIfNeeded: first),
                        lastPage: Int64(truncatingIfNeeded: last)))
            }
            levels.append(level)
        }
        guard numbers.isAtEnd, self.segmentCount == segmentCount else { return nil }
    }

    /// The record.
    var record: [UInt8] {
        var record = cookie
        func append(_ number: some BinaryInteger) {
            VariableNumbers.append(UInt64(truncatingIfNeeded: number), to: &record)
        }
        append(levels.count)
        append(segmentCount)
        append(pagesWritten)
        for level in levels {
            append(level.merging)
            append(level.segments.count)
            for segment in level.segments {
                append(segment.number)
                append(segment.firstPage)
                append(segment.lastPage)
            }
        }
        return record
    }

    /// A number that no segment has; `nil` when there are as many as FTS5 allows.
    var freeNumber: Int64? {
        let taken = Set(levels.flatMap(\.segments).map(\.number))
        return (1..<Self.mostSegments).first { !taken.contains($0) }
    }

    /// Whether FTS5 is in the middle of merging some.
    var isBeingMerged: Bool {
        levels.contains { $0.merging > 0 || $0.segments.contains { $0.firstPage != 1 } }
    }

    var segmentCount: Int { levels.reduce(0) { $0 + $1.segments.count } }

    /// How many pages all segments have.
    var pages: Int64 { levels.reduce(0) { $1.segments.reduce($0) { $0 + $1.lastPage } } }

    /// Adds the newest segment.
    mutating func add(_ segment: Segment) {
        if levels.isEmpty { levels.append(Level()) }
        levels[0].segments.append(segment)
        pagesWritten &+= UInt64(truncatingIfNeeded: segment.lastPage)
    }

    /// Puts `segment`, `nil` when it is empty, in the place of all of the first `count` levels: at the end of the level
    /// behind them, or of the last one when these are all.
    mutating func replaceLevels(_ count: Int, by segment: Segment?) {
        for level in 0..<count { levels[level].segments = [] }
        guard let segment else { return }
        if count == levels.count, count == 1 { levels.append(Level()) }
        levels[min(count, levels.count - 1)].segments.append(segment)
        pagesWritten &+= UInt64(truncatingIfNeeded: segment.lastPage)
    }
}

/// SQLite's numbers of variable length. Source: SQLite's file format, "varint".
struct VariableNumbers {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { bytes.isEmpty }

    /// The next one; `nil` when there is none.
    mutating func next() -> UInt64? {
        var value: UInt64 = 0
        for place in 0..<9 {
            guard let byte = bytes.popFirst() else { return nil }
            if place == 8 { return value << 8 | UInt64(byte) }
            value = value << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return value }
        }
        return nil
    }

    /// Adds `number` to the end of `bytes`.
    static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        guard number >> 56 == 0 else {
            for shift in stride(from: 57, through: 8, by: -7) {
                bytes.append(UInt8(number >> UInt64(shift) & 0x7F) | 0x80)
            }
            bytes.append(UInt8(truncatingIfNeeded: number))
            return
        }
        var shift: UInt64 = 0
        while shift < 49, number >> (shift + 7) != 0 { shift += 7 }
        while shift > 0 {
            bytes.append(UInt8(number >> shift & 0x7F) | 0x80)
            shift -= 7
        }
        bytes.append(UInt8(number & 0x7F))
    }
}
