/// A record of a WARC or ARC file.
struct CrawlRecord {
    enum Kind: Hashable {
        /// What a server answered, with its HTTP header.
        case response
        /// A page without one.
        case resource
        /// A page that was met before, without its body.
        case revisit
        /// What is no page: a request, what the crawler says of itself.
        case other
    }

    enum Content {
        case bytes([UInt8])
        /// More bytes than a capture may have: their number, and the first of them.
        case tooLong(Int, head: [UInt8])
    }

    let kind: Kind
    let position: RecordPosition
    /// The address it was fetched from.
    let url: String?
    /// When, as the record states it.
    let date: String?
    /// The type it has without an HTTP header.
    let mediaType: MediaType?
    /// The fields of the record; none in ARC.
    let header: HeaderFields
    var content: Content
    /// What is wrong with it, where its content is not what it says.
    var damage: String?

    /// The longest record whose content is held: a capture with its HTTP header.
    static let longest = CaptureRejection.longest + (1 << 20)
}

/// Where a record stands in its file.
struct RecordPosition: Hashable, Sendable, CustomStringConvertible {
    let offset: Int
    /// Whether `offset` counts unpacked bytes, because the record does not begin a gzip member of its own.
    var isUnpacked = false

    var description: String { "offset \(offset)" + (isUnpacked ? " unpacked" : "") }
}

/// What stands in a WARC or ARC file.
enum CrawlItem {
    case record(CrawlRecord)
    case damage(RecordPosition, reason: String)
}

/// The records of a file that a crawler wrote.
protocol CrawlReader: AnyObject {
    /// The next record or damage; `nil` behind the last.
    func next() -> CrawlItem?
}

/// Where a reader of records is: their bytes, the record in hand, and the way on after damage.
final class RecordCursor {
    let reader: ByteReader
    private let isPacked: Bool
    private var laterDamage: CrawlItem?
    private var isDone = false
    /// Where the record in hand begins.
    private(set) var position = RecordPosition(offset: 0)

    /// A cursor over `reader`, which gives the records unpacked when the file `isPacked`.
    init(_ reader: ByteReader, isPacked: Bool) {
        self.reader = reader
        self.isPacked = isPacked
    }

    /// What `read` gives of the next record, or the damage that it meets.
    func next(_ read: () throws(ByteSourceFailure) -> CrawlItem?) -> CrawlItem? {
        if let item = laterDamage {
            laterDamage = nil
            return item
        }
        guard !isDone else { return nil }
        do throws(ByteSourceFailure) {
            guard try skipBlanks() else { return nil }
            let packed = reader.memberStart
            position = RecordPosition(offset: packed ?? reader.offset, isUnpacked: isPacked && packed == nil)
            return try read()
        } catch {
            return item(for: error)
        }
    }

    /// Whether `condition` holds behind the record in hand, or nothing is there. What is damaged there is told with the
    /// next record, as this one is sound.
    func isFollowed(by condition: () throws(ByteSourceFailure) -> Bool) throws(ByteSourceFailure) -> Bool {
        do throws(ByteSourceFailure) {
            guard try skipBlanks() else { return true }
            return try condition()
        } catch {
            let isBehind = error.offset.map { $0 > position.offset && !position.isUnpacked } ?? false
            guard isBehind || error.kind == .trailing || error.kind == .truncated else { throw error }
            laterDamage = item(for: error)
            return true
        }
    }

    /// Reads over line ends and padding; `false` at the end.
    func skipBlanks() throws(ByteSourceFailure) -> Bool {
        while true {
            let bytes = try reader.peek(1)
            guard !bytes.isEmpty else { return false }
            let first = bytes.firstIndex { $0 != 0x0D && $0 != 0x0A && $0 != 0 }
            _ = try reader.skip(first ?? bytes.count)
            if first != nil { return true }
        }
    }

    /// The first bytes of content that is too long to be held, read over to its end.
    func head(of length: Int) throws(ByteSourceFailure) -> [UInt8] {
        let head = try reader.read(min(length, 65_536))
        let count = try head.count + reader.skip(length - head.count)
        guard count == length else { throw .truncated(Self.endsTooEarly(count, of: length)) }
        return head
    }

    /// Damage at the record in hand.
    func damage(_ reason: String) -> CrawlItem { .damage(position, reason: reason) }

    static func endsTooEarly(_ count: Int, of length: Int) -> String {
        "the file ends in the middle of the record, \(count) of \(length) bytes; fetch it again"
    }

    /// The damage that `failure` tells of; `nil` when the task was cancelled. Goes to where reading can go on.
    private func item(for failure: ByteSourceFailure) -> CrawlItem? {
        isDone = !reader.recover()
        guard failure.kind != .cancelled else { return nil }
        return .damage(failure.offset.map { RecordPosition(offset: $0) } ?? position, reason: failure.reason)
    }
}
