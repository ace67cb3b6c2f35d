/// The records of a WARC file one after another.
///
/// Holds one record at a time, none of more than 65 MB. Where the file is damaged it goes on at the next record that can
/// be found: the next gzip member, or the next line that begins one.
final class WARCReader: CrawlReader {
    private static let signature = Array("WARC/".utf8)
    private static let longestHeader = 1 << 20
    /// So many bytes are read again behind wrong lengths; a file that is wrong throughout would cost more than it is worth.
    private static let mostReread = 512 << 20

    private var reread = 0
    private let cursor: RecordCursor
    private let reader: ByteReader

    /// Reads from `reader`, which gives the records unpacked when the file `isPacked`.
    init(_ reader: ByteReader, isPacked: Bool) {
        self.reader = reader
        cursor = RecordCursor(reader, isPacked: isPacked)
    }

    func next() -> CrawlItem? {
        cursor.next { () throws(ByteSourceFailure) in try readItem() }
    }

    private func readItem() throws(ByteSourceFailure) -> CrawlItem? {
        guard try beginsRecord() else {
            try goToNextRecord()
            return cursor.damage("no WARC record begins where one must; read on from the next that does")
        }
        guard let header = try readHeader() else {
            try goToNextRecord()
            return cursor.damage("the record's header has no end; fetch the file again")
        }
        guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
            try goToNextRecord()
            return cursor.damage("the record has no Content-Length; fetch the file again")
        }
        let kind = Self.kind(header["warc-type"])
        let isHeld = length <= (kind == .other ? Self.longestHeader : CrawlRecord.longest)
        let content: CrawlRecord.Content =
            isHeld ? .bytes(try reader.read(length)) : .tooLong(length, head: try cursor.head(of: length))
        var record = CrawlRecord(
            kind: kind, position: cursor.position, url: header["warc-target-uri"].map(Self.withoutBrackets),
            date: header["warc-date"], mediaType: header["content-type"].map { MediaType($0) }, header: header,
            content: content)
        if content.isShorter(than: length) {
            markCutOff(&record, length)
        } else if try !cursor.isFollowed(by: { () throws(ByteSourceFailure) in try beginsRecord() }) {
            try goOn(behind: &record)
        }
        return .record(record)
    }

    private static func kind(_ type: String?) -> CrawlRecord.Kind {
        switch type?.lowercased() {
        case "response": .response
        case "resource", "conversion": .resource
        case "revisit": .revisit
        default: .other
        }
    }

    /// Some programs write addresses as `<http://…>`.
    private static func withoutBrackets(_ url: String) -> String {
        url.hasPrefix("<") && url.hasSuffix(">") ? String(url.dropFirst().dropLast()) : url
    }

    /// Whether a record begins here, or the bytes end before that can be told.
    private func beginsRecord() throws(ByteSourceFailure) -> Bool {
        let bytes = try reader.peek(Self.signature.count).prefix(Self.signature.count)
        return Self.signature.starts(with: bytes)
    }

    /// The fields of a record; `nil` when the lines of its header do not end.
    private func readHeader() throws(ByteSourceFailure) -> HeaderFields? {
        var lines: [[UInt8]] = []
        var size = 0
        while let line = try reader.line(limit: Self.longestHeader - size) {
            size += line.count + 2
            if line.isEmpty { return HeaderFields(lines: lines.dropFirst()) }
            lines.append(line)
        }
        return nil
    }

    /// Marks `record`, which has fewer bytes than its `length`: another begins within, or the file ends.
    private func markCutOff(_ record: inout CrawlRecord, _ length: Int) {
        guard !cut(&record, "its Content-Length goes beyond its end; fetch the file again") else { return }
        record.damage = RecordCursor.endsTooEarly(record.content.head.count, of: length)
    }

    /// Marks `record`, behind which none begins, and goes to the next one, which may begin within.
    private func goOn(behind record: inout CrawlRecord) throws(ByteSourceFailure) {
        guard !cut(&record, "its Content-Length goes beyond its end; fetch the file again") else { return }
        let end = reader.offset
        // The line that begins the next record may have been read in part.
        if case .bytes(let bytes) = record.content { reader.unread(bytes.suffix(16)) }
        try goToNextRecord()
        // Of what is no page a few bytes more or less do no harm.
        guard record.kind != .other || reader.offset - end > 16 else { return }
        record.damage = "its Content-Length is wrong, it does not end there; fetch the file again"
    }

    /// Where another record begins within `record`, puts it back.
    private func cut(_ record: inout CrawlRecord, _ reason: String) -> Bool {
        guard case .bytes(let bytes) = record.content, reread + bytes.count <= Self.mostReread,
            let start = Self.recordStart(in: bytes)
        else { return false }
        reread += bytes.count - start
        reader.unread(bytes[start...])
        var end = start
        while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        record.content = .bytes(Array(bytes[..<end]))
        record.damage = reason
        return true
    }

    /// Reads over everything to the next line that begins a record.
    private func goToNextRecord() throws(ByteSourceFailure) {
        while true {
            let bytes = try reader.peek(9)
            if let start = Self.recordStart(in: bytes) {
                _ = try reader.skip(start)
                return
            }
            guard bytes.count >= 9 else {
                _ = try reader.skip(bytes.count)
                return
            }
            _ = try reader.skip(bytes.count - 8)
        }
    }

    /// Where in `bytes` a line begins with `WARC/1.` or `WARC/0.`; not at their first byte.
    private static func recordStart(in bytes: some Collection<UInt8>) -> Int? {
        let start = bytes.withContiguousStorageIfAvailable { buffer -> Int? in
            var position = 1
            while let found = buffer.dropFirst(position).firstIndex(of: signature[0]) {
                position = found + 1
                let rest = buffer[found...].prefix(7)
                if buffer[found - 1] == 0x0A, rest.count == 7, rest.starts(with: signature), rest.last == 0x2E {
                    return found
                }
            }
            return nil
        }
        return start ?? nil
    }
}

extension CrawlRecord.Content {
    fileprivate func isShorter(than length: Int) -> Bool {
        if case .bytes(let bytes) = self { bytes.count < length } else { false }
    }
}
