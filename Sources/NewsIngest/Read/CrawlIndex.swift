import NewsText

/// What an index of a WARC or ARC file (CDX) says of a record; for holding the readers against indexes that others made.
package struct CrawlIndexLine: Hashable, Sendable {
    /// Where the record begins, as the reader tells it.
    package let position: String
    /// `response`, `resource`, `revisit` or `other`.
    package let kind: String
    /// The address it was fetched from.
    package let url: String?
    /// The status of an HTTP answer.
    package let status: Int?
    /// SHA-1 in base 32 of the body as it is stored, before any coding is taken off.
    package let bodyDigest: String
    /// The digest that the record itself gives, without the name of the algorithm.
    package let statedDigest: String?
}

/// The records of a WARC or ARC file and its damage, as an index lists them.
package struct CrawlIndex: Sendable {
    /// The sound records in their order.
    package private(set) var lines: [CrawlIndexLine] = []
    /// What is damaged, each with its place.
    package private(set) var damage: [String] = []

    /// Reads the file at `path`, plain or in gzip; empty when it is no WARC or ARC file.
    package init(path: String) {
        let limit = UnpackLimit()
        guard let source = try? FileSource(FilePath(path), limit: limit) else { return }
        let reader = ByteReader(source)
        let isPacked = (try? reader.peek(2))?.starts(with: [0x1F, 0x8B]) ?? false
        read(isPacked ? ByteReader(GzipSource(reader, limit: limit)) : reader, isPacked: isPacked)
    }

    private mutating func read(_ reader: ByteReader, isPacked: Bool) {
        guard let head = try? reader.peek(5) else { return }
        let records: any CrawlReader =
            head.starts(with: Array("WARC/".utf8))
            ? WARCReader(reader, isPacked: isPacked) : ARCReader(reader, isPacked: isPacked)
        while let item = records.next() {
            switch item {
            case .damage(let position, let reason): damage.append("\(position): \(reason)")
            case .record(let record):
                if let reason = record.damage {
                    damage.append("\(record.position): \(reason)")
                } else {
                    lines.append(Self.line(record))
                }
            }
        }
    }

    private static func line(_ record: CrawlRecord) -> CrawlIndexLine {
        let content = record.content.head
        let response = record.kind == .resource || record.kind == .other ? nil : HTTPResponse(content)
        let digest = RunningDigest("sha1")
        content.withUnsafeBytes { digest?.update(UnsafeRawBufferPointer(rebasing: $0[(response?.bodyStart ?? 0)...])) }
        return CrawlIndexLine(
            position: record.position.description, kind: "\(record.kind)", url: record.url, status: response?.status,
            bodyDigest: RunningDigest.base32(digest?.finish() ?? []),
            statedDigest: record.header["warc-payload-digest"]?.split(separator: ":").last.map(String.init))
    }
}
