import NewsText

/// A digest as a record of a crawl states it: `sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ`, or in hexadecimal.
struct StatedDigest {
    private let algorithm: String
    private let value: String

    /// Reads `text`; `nil` when its algorithm is none that can be made.
    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        algorithm = parts[0].lowercased().filter { $0 != "-" }
        value = parts[1].uppercased().filter { $0 != "=" && $0 != " " }
        guard RunningDigest(algorithm) != nil else { return nil }
    }

    /// Whether it is the digest of `bytes`.
    func isDigest(of bytes: ArraySlice<UInt8>) -> Bool {
        guard let running = RunningDigest(algorithm) else { return false }
        bytes.withUnsafeBytes { running.update($0) }
        let digest = running.finish()
        return RunningDigest.base32(digest) == value || SHA256Digest.hexadecimal(digest).uppercased() == value
    }
}

extension CrawlRecord {
    /// Which of its digests is not that of its bytes, as it is noted with its page; `nil` when those fit that can be
    /// checked.
    ///
    /// Crawlers differ in which codings they take off before they make the digest of a body, so any of its forms will
    /// do: as it is stored from `bodyStart` on, without its transfer coding, and `page`, without any coding.
    func damage(bodyStart: Int, page: [UInt8]) -> String? {
        guard case .bytes(let content) = content else { return nil }
        func stated(_ name: String) -> StatedDigest? { header[name].flatMap { StatedDigest($0) } }
        // Of what is in pieces or was cut off by the crawler, the digest may be that of the whole body.
        let isWhole = header["warc-truncated"] == nil && header["warc-segment-number"] == nil
        if isWhole, let digest = stated("warc-payload-digest") {
            let body = content[bodyStart...]
            func joined() -> [UInt8]? { (try? ChunkedCoding.decoded(Array(body))) ?? nil }
            let isRight =
                digest.isDigest(of: body) || digest.isDigest(of: page[...])
                || joined().map { digest.isDigest(of: $0[...]) } ?? false
            if !isRight { return Self.damage(field: "WARC-Payload-Digest") }
        }
        if damage == nil, let digest = stated("warc-block-digest"), !digest.isDigest(of: content[...]) {
            return Self.damage(field: "WARC-Block-Digest")
        }
        return nil
    }

    private static func damage(field: String) -> String {
        "the \(field) of its record is not that of its bytes; fetch the page again"
    }
}
