/// The records of an ARC file one after another: a line of address, IP address, time, type and length, then the content.
///
/// Where the file is damaged it goes on at the next line that begins a record, or the next gzip member.
final class ARCReader: CrawlReader {
    private static let longestLine = 1 << 16

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

    /// What the line in front of a record says.
    private struct Heading {
        let url: String
        let date: String
        let mediaType: MediaType
        let length: Int?

        /// Reads `line`, from behind as the address may hold blanks; `nil` when it is none.
        init?(_ line: some Collection<UInt8>) {
            let words = line.split(separator: 0x20, omittingEmptySubsequences: false)
            guard words.count >= 5 else { return nil }
            // Version 2 has code, checksum, location, offset and file name between type and length.
            let size = words.count >= 10 && Self.isTime(words[words.count - 8]) ? 9 : 4
            let tail = words.suffix(size).map { String(decoding: $0, as: UTF8.self) }
            guard Self.isTime(tail[1].utf8) else { return nil }
            url = String(decoding: Array(words.dropLast(size).joined(separator: [0x20])), as: UTF8.self)
            guard url.contains(":") else { return nil }
            date = tail[1]
            mediaType = MediaType(tail[2])
            length = tail.last.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
        }

        /// Whether the record tells of the file itself.
        var isOfFile: Bool { url.hasPrefix("filedesc:") }

        private static func isTime(_ word: some Collection<UInt8>) -> Bool {
            (8...18).contains(word.count) && word.allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    private func readItem() throws(ByteSourceFailure) -> CrawlItem? {
        guard try beginsRecord(), let line = try reader.line(limit: Self.longestLine), let heading = Heading(line)
        else {
            return try damage("no ARC record begins where one must; read on from the next that does")
        }
        guard let length = heading.length else {
            return try damage("the record has no length; fetch the file again")
        }
        guard length <= CrawlRecord.longest else {
            return record(heading, .tooLong(length, head: try cursor.head(of: length)))
        }
        let bytes = try reader.read(length)
        guard bytes.count == length else {
            return record(heading, .bytes(bytes), damage: RecordCursor.endsTooEarly(bytes.count, of: length))
        }
        guard try cursor.isFollowed(by: { () throws(ByteSourceFailure) in try beginsRecord() }) else {
            return try damage("its length is wrong, it does not end there; fetch the file again")
        }
        return record(heading, .bytes(bytes))
    }

    private func record(_ heading: Heading, _ content: CrawlRecord.Content, damage: String? = nil) -> CrawlItem {
        .record(
            CrawlRecord(
                kind: heading.isOfFile
                    ? .other : content.head.starts(with: Array("HTTP/".utf8)) ? .response : .resource,
                position: cursor.position, url: heading.url, date: heading.date, mediaType: heading.mediaType,
                header: HeaderFields(lines: []), content: content, damage: damage))
    }

    /// Damage here; reading goes on at the next line that begins a record.
    private func damage(_ reason: String) throws(ByteSourceFailure) -> CrawlItem {
        while try cursor.skipBlanks(), try !beginsRecord() {
            if try reader.line(limit: Self.longestLine) == nil { _ = try reader.skip(Self.longestLine) }
        }
        return cursor.damage(reason)
    }

    /// Whether a record begins here, or the bytes end before that can be told.
    private func beginsRecord() throws(ByteSourceFailure) -> Bool {
        var bytes = try reader.peek(1)
        if !bytes.contains(0x0A) { bytes = try reader.peek(Self.longestLine) }
        guard bytes.count >= Self.longestLine || bytes.contains(0x0A) else { return true }
        return Heading(bytes.prefix(Self.longestLine).prefix { $0 != 0x0A && $0 != 0x0D }) != nil
    }
}

extension CrawlRecord.Content {
    /// The content, or the first bytes of it.
    var head: [UInt8] {
        switch self {
        case .bytes(let bytes), .tooLong(_, let bytes): bytes
        }
    }
}
