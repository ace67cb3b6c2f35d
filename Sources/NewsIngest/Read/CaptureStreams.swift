import NewsModel

/// Opens what holds captures, by its content.
struct CaptureStreams: Sendable {
    /// Containers in containers are read to this depth.
    private static let depth = 8

    /// The form that bytes are read as when they are out of gzip and zip; `nil` finds it out.
    var format: CaptureFormat?

    /// The captures of the file at `path`, of which `hints` is known.
    func open(_ path: FilePath, hints: CaptureHints) -> any CaptureStream {
        let place = CapturePlace(path: path.text, hints: hints)
        let limit = UnpackLimit()
        do throws(ByteSourceFailure) {
            return open(try FileSource(path, limit: limit), at: place, limit: limit)
        } catch {
            return FoundCaptures([place.rejected(error.reason)])
        }
    }

    /// The captures in `source`, which stands at `place`. What is in gzip `isPacked`: its offsets are those of members.
    func open(
        _ source: any ByteSource, at place: CapturePlace, limit: UnpackLimit, isPacked: Bool = false
    ) -> any CaptureStream {
        let reader = ByteReader(source)
        do throws(ByteSourceFailure) {
            let head = try reader.peek(CaptureKind.headLength)
            let isWhole = head.count < CaptureKind.headLength
            let kind = CaptureKind(of: head, isWhole: isWhole, declaredCharset: place.hints.charset)
            return open(reader, as: forced(kind), at: place, limit: limit, isPacked: isPacked)
        } catch {
            guard error.kind != .cancelled else { return FoundCaptures([]) }
            return FoundCaptures([place.rejected(error.reason, at: error.offset.map { "offset \($0)" })])
        }
    }

    /// The captures in `reader`, which holds what `kind` says. Every form that is read is named here.
    private func open(
        _ reader: ByteReader, as kind: CaptureKind, at place: CapturePlace, limit: UnpackLimit, isPacked: Bool
    ) -> any CaptureStream {
        switch kind {
        case .gzip, .zip:
            guard place.depth < Self.depth else {
                return FoundCaptures([place.rejected("packed more than \(Self.depth) times; unpack it first")])
            }
            guard kind == .gzip else { return ZipStream(reader, at: place, streams: self, limit: limit) }
            var inner = place
            inner.depth += 1
            return open(GzipSource(reader, limit: limit), at: inner, limit: limit, isPacked: true)
        case .warc:
            return CrawlStream(WARCReader(reader, isPacked: isPacked), at: place, limit: limit)
        case .arc:
            return CrawlStream(ARCReader(reader, isPacked: isPacked), at: place, limit: limit)
        case .feed, .json, .jsonl, .csv:
            return records(reader, as: kind, at: place)
        case .mhtml:
            return WholePage(reader, at: place) { MHTMLPage.captures(in: $0, at: place, limit: limit) }
        case .html:
            return WholePage(reader, at: place) { [place.capture($0, .html)] }
        case .text:
            let head = (try? reader.peek(CaptureKind.headLength)).map { Array($0) } ?? []
            guard let dump = DumpStream.kind(of: head, declaredCharset: place.hints.charset) else {
                return WholePage(reader, at: place) { [place.capture($0, .text)] }
            }
            let stream = DumpStream(reader, kind: dump, path: place.path, hints: place.hints)
            return place.position == nil ? stream : NestedStream(stream, at: place)
        case .empty:
            return WholePage(reader, at: place) { [place.capture($0, .text)] }
        case .binary, .other:
            return FoundCaptures([place.rejected(kind.rejection.description)])
        }
    }

    /// The records in `reader`, whose positions are told within the container's.
    private func records(_ reader: ByteReader, as kind: CaptureKind, at place: CapturePlace) -> any CaptureStream {
        let stream: any CaptureStream
        switch kind {
        case .csv: stream = CSVStream(reader, path: place.path, hints: place.hints)
        case .feed where !beginsObject(reader): stream = FeedStream(reader, path: place.path, hints: place.hints)
        default: stream = JSONStream(reader, path: place.path, hints: place.hints)
        }
        return place.position == nil ? stream : NestedStream(stream, at: place)
    }

    /// Whether what is to be read is an object of JSON, as a JSON Feed is.
    private func beginsObject(_ reader: ByteReader) -> Bool {
        let head = (try? reader.peek(256)).map { Array($0.prefix(256)) } ?? []
        return head.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
    }

    /// What bytes of `kind` are read as: in the form that was asked for, unless they are a container of it.
    private func forced(_ kind: CaptureKind) -> CaptureKind {
        switch (format, kind) {
        case (nil, _), (_, .gzip), (_, .zip), (_, .empty), (.html, .mhtml), (.warc, .arc), (.jsonl, .json): kind
        case (.text, _): .text
        case (.html, _): .html
        case (.warc, _): .warc
        case (.wacz, _): .other(kind.name + ", no WACZ")
        case (.feed, _): .feed
        case (.jsonl, _): .jsonl
        case (.csv, _): .csv
        }
    }
}

/// A file that is one page.
///
/// Of a file that ends too early, what there is of the page is given, and then the damage is told.
private final class WholePage: CaptureStream {
    private var reader: ByteReader?
    private let place: CapturePlace
    private let captures: ([UInt8]) -> [FoundCapture]
    private var found: ArraySlice<FoundCapture> = []

    init(_ reader: ByteReader, at place: CapturePlace, captures: @escaping ([UInt8]) -> [FoundCapture]) {
        self.reader = reader
        self.place = place
        self.captures = captures
    }

    func next() -> FoundCapture? {
        if let reader {
            self.reader = nil
            found = read(reader)[...]
        }
        return found.popFirst()
    }

    private func read(_ reader: ByteReader) -> [FoundCapture] {
        let size = reader.seekable?.size ?? 0
        guard size <= CaptureRejection.longest, let (bytes, failure) = reader.readAll(limit: CaptureRejection.longest)
        else {
            let size = max(size, CaptureRejection.longest + 1)
            return [place.rejected(CaptureRejection.tooLong(bytes: size).description)]
        }
        guard let failure else { return captures(bytes) }
        guard failure.kind != .cancelled else { return [] }
        let damage = place.rejected(failure.reason, at: failure.offset.map { "offset \($0)" })
        return failure.kind == .damaged || bytes.isEmpty ? [damage] : captures(bytes) + [damage]
    }
}
