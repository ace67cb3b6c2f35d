import NewsModel
import NewsText

/// The pages of a WARC or ARC file: what servers answered with status 200 and what is a page without a header. All else
/// that was fetched is skipped: images, styles, programs, redirects, pages not found.
final class CrawlStream: CaptureStream {
    private let records: any CrawlReader
    private let place: CapturePlace
    private let limit: UnpackLimit
    private var inner: (any CaptureStream)?
    /// Whether the entry in hand is JSON, of which a crawl holds much that was never to be read.
    private var isLenient = false
    private var damage: FoundCapture?
    private var isEmpty = true

    init(_ records: any CrawlReader, at place: CapturePlace, limit: UnpackLimit) {
        self.records = records
        self.place = place
        self.limit = limit
    }

    func next() -> FoundCapture? {
        if let found = nextFound() {
            isEmpty = false
            return found
        }
        guard isEmpty else { return nil }
        isEmpty = false
        return place.skipped("a crawl without pages")
    }

    private func nextFound() -> FoundCapture? {
        while true {
            if let found = inner?.next() {
                guard isLenient, case .rejected(let rejection) = found else { return found }
                return .skipped(path: rejection.path, position: rejection.position, note: nil)
            }
            inner = nil
            if let found = damage {
                damage = nil
                return found
            }
            guard let item = records.next() else { return nil }
            switch item {
            case .damage(let position, let reason):
                return place.rejected(reason, at: position.description)
            case .record(let record):
                damage = record.damage.map { place.rejected($0, at: record.position.description) }
                if damage == nil || record.isWhole, let found = found(record) { return found }
            }
        }
    }

    /// What `record` is; `nil` when it is no page, or when it was opened as `inner`.
    private func found(_ record: CrawlRecord) -> FoundCapture? {
        switch record.kind {
        case .other: return nil
        case .revisit: return repeated(record)
        case .resource: return page(of: record, type: record.mediaType, bodyStart: 0, response: nil)
        case .response:
            let entry = place.entry(record.position.description)
            guard let response = HTTPResponse(record.content.head) else {
                if record.mediaType?.name.hasPrefix("application/http") ?? true {
                    return entry.rejected("the record holds no HTTP answer; fetch the page again")
                }
                return page(of: record, type: record.mediaType, bodyStart: 0, response: nil)
            }
            guard let status = response.status else { return entry.skipped("an answer without a status") }
            guard status == 200 else { return entry.skipped() }
            return page(
                of: record, type: response.header["content-type"].map { MediaType($0) }, bodyStart: response.bodyStart,
                response: response)
        }
    }

    private func page(
        of record: CrawlRecord, type: MediaType?, bodyStart: Int, response: HTTPResponse?
    ) -> FoundCapture? {
        var entry = entry(of: record, type: type)
        guard !CrawlTypes.isSkipped(type, url: record.url) else { return entry.skipped() }
        guard case .bytes(let content) = record.content else {
            guard case .tooLong(let size, _) = record.content else { return nil }
            return entry.rejected(CaptureRejection.tooLong(bytes: size).description)
        }
        do throws(ByteSourceFailure) {
            let bytes = try response?.page(in: content, limit: limit) ?? content
            guard bytes.count <= CaptureRejection.longest else {
                return entry.rejected(CaptureRejection.tooLong(bytes: bytes.count).description)
            }
            entry.hints.damage = record.damage(bodyStart: bodyStart, page: bytes)
            return open(bytes, type: type, at: entry, digest: record.header["warc-payload-digest"])
        } catch {
            return entry.rejected(error.reason)
        }
    }

    private func open(_ bytes: [UInt8], type: MediaType?, at entry: CapturePlace, digest: String?) -> FoundCapture? {
        let head = bytes.prefix(CaptureKind.headLength)
        let kind = CaptureKind(of: head, isWhole: head.count == bytes.count, declaredCharset: entry.hints.charset)
        switch kind {
        case .empty: return entry.skipped()
        case .binary: return entry.skipped("binary data")
        case .other(let name): return entry.skipped(CrawlTypes.isMedia(name) ? nil : "looks like \(name)")
        case .text where !CrawlTypes.isText(type): return entry.skipped()
        case .html, .text:
            let isHTML = kind == .html || CrawlTypes.isHTML(type)
            let capture = Capture(
                bytes: bytes, path: entry.path, position: entry.position, format: isHTML ? .html : .text,
                hints: entry.hints)
            return .crawled(capture, digest: digest)
        default:
            isLenient = kind == .json || kind == .jsonl || kind == .csv
            var entry = entry
            // The address of a container is not that of its pages.
            if [.zip, .warc, .arc].contains(kind) { entry.hints.url = nil }
            inner = CaptureStreams().open(MemorySource(bytes), at: entry, limit: limit)
            return nil
        }
    }

    /// The place of `record`, with what it says of its page.
    private func entry(of record: CrawlRecord, type: MediaType?) -> CapturePlace {
        var entry = place.entry(record.position.description)
        let url = record.url.flatMap { $0.hasPrefix("http") ? $0 : nil }
        entry.hints = entry.hints.adding(
            CaptureHints(url: url, captured: record.date.flatMap(CrawlTypes.time), charset: type?.charset))
        return entry
    }

    private func repeated(_ record: CrawlRecord) -> FoundCapture? {
        let response = HTTPResponse(record.content.head)
        let entry = place.entry(record.position.description)
        let type = response?.header["content-type"].map { MediaType($0) }
        guard response?.status ?? 200 == 200, !CrawlTypes.isSkipped(type, url: record.url) else {
            return entry.skipped()
        }
        return .repeated(
            RepeatedCapture(
                path: entry.path, position: entry.position, url: record.url,
                originalURL: record.header["warc-refers-to-target-uri"],
                originalDate: record.header["warc-refers-to-date"].flatMap(CrawlTypes.time),
                digest: record.header["warc-payload-digest"]))
    }
}

extension CrawlRecord {
    /// Whether the page is here to its last byte, by the length that the server gave.
    fileprivate var isWhole: Bool {
        guard kind == .response, case .bytes(let bytes) = content, let response = HTTPResponse(bytes),
            let length = response.header["content-length"].flatMap({ Int($0) })
        else { return false }
        return response.header["transfer-encoding"] == nil && length == bytes.count - response.bodyStart
    }
}

/// What the types and addresses of a crawl say.
enum CrawlTypes {
    /// Whether what has this type or address is no article by its kind.
    static func isSkipped(_ type: MediaType?, url: String?) -> Bool {
        if let url, isAside(url) { return true }
        guard let name = type?.name else { return false }
        guard let slash = name.firstIndex(of: "/") else { return false }
        switch name[..<slash] {
        case "image", "audio", "video", "font": return true
        default: return skippedTypes.contains(name) || name.hasSuffix("javascript") || name.contains("/font")
        }
    }

    /// Whether text that was sent with this type is meant to be read: no answer to a program.
    static func isText(_ type: MediaType?) -> Bool {
        guard let name = type?.name, name.contains("/") else { return true }
        return name.hasPrefix("text/") && name != "text/xml" || isHTML(type) || name == "application/octet-stream"
    }

    static func isHTML(_ type: MediaType?) -> Bool {
        type?.name == "text/html" || type?.name == "application/xhtml+xml"
    }

    /// Whether `name`, as content is recognized, is of what pages are made of.
    static func isMedia(_ name: String) -> Bool {
        ["image", "audio", "video", "font", "icon", "XML", "program"].contains { name.contains($0) }
    }

    /// The time that a record states: RFC 3339 in WARC, fourteen digits in ARC.
    static func time(_ text: String) -> PrintedTime? {
        if let instant = Instant(rfc3339: text) {
            return PrintedTime(instant, precision: .second, zone: .printed, source: .metadata)
        }
        let digits = Array(text.utf8)
        guard digits.count >= 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        func number(_ start: Int, _ length: Int) -> Int {
            guard start + length <= digits.count else { return 0 }
            return digits[start..<start + length].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        let instant = Instant(
            year: number(0, 4), month: number(4, 2), day: number(6, 2), hour: number(8, 2), minute: number(10, 2),
            second: number(12, 2))
        let precision: TimePrecision = digits.count >= 14 ? .second : digits.count >= 12 ? .minute : .day
        return instant.map { PrintedTime($0, precision: precision, zone: .printed, source: .metadata) }
    }

    /// What crawlers write beside pages, and what only they read.
    private static func isAside(_ url: String) -> Bool {
        let asides = ["dns:", "whois:", "urn:", "metadata:", "screenshot:", "mailto:"]
        return asides.contains { url.hasPrefix($0) } || url.hasSuffix("/robots.txt")
    }

    private static let skippedTypes: Set<String> = [
        "text/css", "text/dns", "text/vtt", "application/x-shockwave-flash", "application/wasm",
        "application/vnd.ms-fontobject", "application/x-font-ttf", "application/x-font-woff", "application/ecmascript",
        "text/ecmascript", "application/manifest+json", "application/warc-fields", "application/vnd.apple.mpegurl",
        "application/dash+xml", "application/ocsp-response",
    ]
}
