/// An answer of a web server as crawls keep it: status, header, body still coded.
struct HTTPResponse {
    /// `nil` where the status line holds none.
    let status: Int?
    let header: HeaderFields
    /// Where the body begins.
    let bodyStart: Int

    private static let longestHeader = 1 << 20

    /// Reads the beginning of `bytes`; `nil` when it is no HTTP answer.
    init?(_ bytes: [UInt8]) {
        guard bytes.starts(with: Array("HTTP/".utf8)) else { return nil }
        var lines: [[UInt8]] = []
        var position = 0
        while position < bytes.count, position < Self.longestHeader {
            let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
            var line = bytes[position..<end]
            while line.last == 0x0D { line.removeLast() }
            position = min(end + 1, bytes.count)
            if line.isEmpty { break }
            lines.append(Array(line))
        }
        let parts = (lines.first ?? []).split(separator: 0x20)
        status = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) : nil
        header = HeaderFields(lines: lines.dropFirst())
        bodyStart = position
    }

    /// The page: the body of `bytes` without its transfer and content coding.
    ///
    /// Crawlers that store bodies decoded leave the header as it was; so a body that does not begin as its coding does
    /// is taken as it stands.
    func page(in bytes: [UInt8], limit: UnpackLimit) throws(ByteSourceFailure) -> [UInt8] {
        var body = bytes
        body.removeFirst(bodyStart)
        if header.list("transfer-encoding").contains("chunked"), let joined = try ChunkedCoding.decoded(body) {
            body = joined
        }
        for coding in (header.list("content-encoding") + header.list("transfer-encoding")).reversed() {
            body = try ContentCoding.decoded(body, coding: coding, limit: limit)
        }
        return body
    }
}

/// The chunked transfer coding of HTTP/1.1.
enum ChunkedCoding {
    /// The body without it; `nil` when it does not begin with the length of a chunk.
    static func decoded(_ body: [UInt8]) throws(ByteSourceFailure) -> [UInt8]? {
        var joined: [UInt8] = []
        joined.reserveCapacity(body.count)
        var position = 0
        var isFirst = true
        while true {
            guard let (length, start) = chunk(in: body, at: position) else {
                if isFirst { return nil }
                if position >= body.count {
                    throw .truncated("its chunked transfer coding ends too early; fetch the page again")
                }
                throw .damaged("its chunked transfer coding is wrong at byte \(position) of the body; fetch it again")
            }
            if length == 0 { return joined }
            guard length <= body.count - start else {
                if isFirst { return nil }
                throw .truncated("its last chunk has \(body.count - start) of \(length) bytes; fetch the page again")
            }
            joined += body[start..<start + length]
            position = start + length
            if position < body.count, body[position] == 0x0D { position += 1 }
            if position < body.count, body[position] == 0x0A { position += 1 }
            isFirst = false
        }
    }

    /// The length of the chunk whose line begins at `position`, and where its bytes begin.
    private static func chunk(in body: [UInt8], at position: Int) -> (length: Int, start: Int)? {
        guard position < body.count, let end = body[position...].prefix(1_024).firstIndex(of: 0x0A) else { return nil }
        let line = body[position..<end].prefix { $0 != 0x3B && $0 != 0x0D && $0 != 0x20 }
        guard (1...8).contains(line.count) else { return nil }
        var length = 0
        for byte in line {
            guard let digit = QuotedPrintable.digit(byte) else { return nil }
            length = length << 4 | Int(digit)
        }
        return (length, end + 1)
    }
}
