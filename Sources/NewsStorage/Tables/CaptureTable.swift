import Foundation
import GRDB
import NewsModel
import NewsText

/// A capture on its way into the archive.
package struct NewCapture: Sendable {
    /// What makes it one capture: its bytes, and the address that was given with it.
    package let key: SHA256Digest
    /// Of its bytes.
    package let sha256: SHA256Digest
    /// How many bytes it has.
    package let size: Int
    /// Its bytes, packed; `nil` when they are not to be kept.
    package let packed: Data?
    /// The file it was met in.
    package let path: String
    /// Where in the file.
    package let position: String?
    /// The form it is in.
    package let format: CaptureFormat
    /// What is known of it from outside.
    package let hints: CaptureHints
    /// What reading it gave.
    package let reading: CaptureReading
    /// The same in the form of the table, made here because many captures are prepared at once and one is written.
    let readingColumns: ReadingColumns

    /// Digests and packs `capture`, which `reading` was read out of.
    package init(_ capture: Capture, sha256: SHA256Digest, reading: CaptureReading, keepsBytes: Bool) {
        key = CaptureTable.key(sha256: sha256, hints: capture.hints)
        self.sha256 = sha256
        size = capture.bytes.count
        packed = keepsBytes ? Compression.pack(capture.bytes) : nil
        path = capture.path
        position = capture.position
        format = capture.format
        hints = capture.hints
        self.reading = reading
        readingColumns = ReadingColumns(reading, hints: capture.hints)
    }
}

/// How a capture was read, as text for its row.
struct ReadingColumns: Sendable {
    private let charset: String
    private let charsetSource: String
    private let layout: String
    private let capturedAt: Int64?
    private let hints: String?
    private let notes: String?
    private let dropped: String?

    init(_ reading: CaptureReading, hints: CaptureHints) {
        charset = reading.charset
        charsetSource = reading.charsetSource.rawValue
        layout = reading.layout
        capturedAt = reading.article.captured?.instant.seconds
        self.hints = hints == CaptureHints() ? nil : JSON.encode(hints)
        notes = JSON.list(reading.notes)
        let lines = reading.dropped.map { JSONValue.array([JSONValue($0.line), .string($0.text)]) }
        dropped = lines.isEmpty ? nil : JSONValue.array(lines).text
    }

    var values: [any BoundValue] {
        [charset, charsetSource, layout, capturedAt, hints, notes, dropped]
    }
}

/// A capture as writing needs to know it.
package struct KnownCapture: Sendable {
    /// Its row.
    package let id: Int64
    /// The story it is a copy of.
    package let article: ArticleID
    /// What was known of it from outside.
    package let hints: CaptureHints
    /// Whether its bytes are kept.
    package let hasBytes: Bool
    /// The file it was met in.
    package let path: String
    /// Where in the file.
    package let position: String?
}

/// The order of an article's captures: the one that stands highest supplies the fields.
package struct CaptureRank: Comparable, Sendable {
    /// When it was made.
    package let capturedAt: Instant?
    /// Of its bytes, in hexadecimal.
    package let sha256: String

    package init(capturedAt: Instant?, sha256: String) {
        self.capturedAt = capturedAt
        self.sha256 = sha256
    }

    package static func < (left: CaptureRank, right: CaptureRank) -> Bool {
        if left.capturedAt != right.capturedAt {
            return (left.capturedAt?.seconds ?? .min) < (right.capturedAt?.seconds ?? .min)
        }
        return left.sha256 < right.sha256
    }
}

/// The rows of `captures`.
package enum CaptureTable {
    /// What makes a capture one capture. Given without an address, it is its bytes alone; with one, the same bytes at
    /// another address, or of another outlet, are another capture.
    package static func key(sha256: SHA256Digest, hints: CaptureHints) -> SHA256Digest {
        guard let url = hints.url else { return sha256 }
        let place = "\n" + (WebAddress(url)?.canonical ?? url) + "\n" + foldedKey(hints.outlet ?? "")
        return SHA256Digest(of: sha256.bytes + Array(place.utf8))
    }

    static func find(key: SHA256Digest, in db: Database) throws -> KnownCapture? {
        let find = try db.cachedStatement(
            sql: "SELECT id, article_id, hints, bytes IS NOT NULL, path, position FROM captures WHERE key = ?")
        return try Row.fetchOne(find, arguments: [key.data]).map { row in
            KnownCapture(
                id: row[0], article: row[1], hints: JSON.decode(CaptureHints.self, row[2]) ?? CaptureHints(),
                hasBytes: row[3], path: row[4], position: row[5])
        }
    }

    /// A capture of the page at the canonical address `address` that was saved at `time`, or whose bytes have the SHA-1
    /// that crawls call their body's digest; `nil` when there is none.
    static func find(
        address: String, capturedAt time: Instant?, bodyDigest: String?, in db: Database
    ) throws -> KnownCapture? {
        let find = try db.cachedStatement(
            sql: """
                SELECT captures.key, captures.captured_at, captures.bytes, captures.size
                FROM articles JOIN captures ON captures.article_id = articles.id
                WHERE articles.canonical_url = ? ORDER BY captures.id LIMIT 16
                """)
        let sum = bodyDigest?.split(separator: ":").last.map { $0.uppercased() }
        let rows = try Row.fetchAll(find, arguments: [address])
        let isMeant: (Row) -> Bool = { row in
            if let time, row[1] as Int64? == time.seconds { return true }
            guard let sum, let packed = row[2] as Data?, let bytes = Compression.unpack(packed, size: row[3]),
                let digest = RunningDigest("sha1")
            else { return false }
            bytes.withUnsafeBytes { digest.update($0) }
            return RunningDigest.base32(digest.finish()) == sum
        }
        guard let row = rows.first(where: isMeant), let key = SHA256Digest(stored: row[0] as Data) else { return nil }
        return try self.find(key: key, in: db)
    }

    static func insert(_ capture: NewCapture, article: ArticleID, run: Int64?, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO captures (article_id, run_id, key, sha256, size, bytes, path, position, format,
                    ingested_at, charset, charset_source, layout, captured_at, hints, notes, dropped)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, unixepoch(), ?, ?, ?, ?, ?, ?, ?)
                """
        ).run(
            [
                article.rawValue, run, capture.key.bytes, capture.sha256.bytes, capture.size,
                capture.packed, capture.path, capture.position, capture.format.rawValue,
            ] + capture.readingColumns.values)
    }

    /// Records how capture `id` reads now, and what is known of it.
    static func update(_ id: Int64, reading: CaptureReading, hints: CaptureHints, in db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE captures SET charset = ?, charset_source = ?, layout = ?, captured_at = ?, hints = ?, notes = ?,
                    dropped = ? WHERE id = ?
                """
        ).run(ReadingColumns(reading, hints: hints).values + [id])
    }

    /// Keeps the bytes of capture `id`, which was archived without them.
    static func setBytes(_ id: Int64, packed: Data, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE captures SET bytes = ? WHERE id = ?").run([packed, id])
    }

    static func setNotes(_ id: Int64, _ notes: [String], in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE captures SET notes = ? WHERE id = ?").run([JSON.list(notes), id])
    }

    static func setPlace(_ id: Int64, path: String, position: String?, in db: Database) throws {
        try db.cachedStatement(sql: "UPDATE captures SET path = ?, position = ? WHERE id = ?")
            .run([path, position, id])
    }

    /// The rank of the capture that supplies the fields of `article`, and its row; but for the capture `other`.
    static func leader(
        of article: ArticleID, except other: Int64? = nil, in db: Database
    ) throws -> (id: Int64, rank: CaptureRank)? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, captured_at, sha256 FROM captures WHERE article_id = ? AND id IS NOT ?
                ORDER BY captured_at DESC, sha256 DESC LIMIT 1
                """)
        return try Row.fetchOne(statement, arguments: [article.rawValue, other]).map { row in
            let capturedAt = (row[1] as Int64?).map(Instant.init)
            return (row[0], CaptureRank(capturedAt: capturedAt, sha256: SHA256Digest.hexadecimal(row[2] as Data)))
        }
    }

    /// The captures of `article`, the one that supplies the fields first.
    static func fetch(of article: ArticleID, in db: Database) throws -> [ArchivedCapture] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT id, sha256, size, path, position, format, charset, charset_source, layout, captured_at,
                    ingested_at, hints, notes, dropped
                FROM captures WHERE article_id = ? ORDER BY captured_at DESC, sha256 DESC
                """)
        return try Row.fetchAll(statement, arguments: [article.rawValue]).map { row in
            ArchivedCapture(
                id: row["id"], sha256: SHA256Digest.hexadecimal(row["sha256"] as Data), size: row["size"],
                path: row["path"], position: row["position"],
                format: CaptureFormat(rawValue: row["format"]) ?? .text, charset: row["charset"],
                charsetSource: CharsetSource(rawValue: row["charset_source"]) ?? .fallback, layout: row["layout"],
                capturedAt: (row["captured_at"] as Int64?).map(Instant.init),
                ingestedAt: Instant(seconds: row["ingested_at"]),
                hints: JSON.decode(CaptureHints.self, row["hints"]) ?? CaptureHints(),
                notes: JSON.strings(row["notes"]), dropped: decodeDropped(row["dropped"]))
        }
    }

    /// The bytes of capture `id`; `nil` when they were not kept.
    ///
    /// - Throws: `ArchiveError.damaged` when they do not give their digest any more.
    static func bytes(_ id: Int64, path: String, in db: Database) throws -> [UInt8]? {
        let statement = try db.cachedStatement(sql: "SELECT bytes, size, sha256 FROM captures WHERE id = ?")
        guard let row = try Row.fetchOne(statement, arguments: [id]), let packed = row[0] as Data? else { return nil }
        guard let bytes = Compression.unpack(packed, size: row[1]),
            SHA256Digest(of: bytes).bytes == Array(row[2] as Data)
        else { throw ArchiveError.damaged(path: path, reason: "the bytes of capture \(id) do not match their digest") }
        return bytes
    }

    private static func decodeDropped(_ text: String?) -> [DroppedLine] {
        (JSON.decode([PackedLine].self, text) ?? []).map { DroppedLine(line: $0.line, text: $0.text) }
    }
}

/// A dropped line as `[line, text]`, the short form that is stored.
private struct PackedLine: Decodable {
    let line: Int
    let text: String

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        line = try values.decode(Int.self)
        text = try values.decode(String.self)
    }
}
