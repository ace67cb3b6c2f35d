import CArchive
import Foundation
import NewsModel
import NewsText

/// The captures in a zip file, entry after entry, each like a file in a folder; of a WACZ file the pages of its WARC
/// files, with the digests of its package checked.
///
/// Nothing is ever written to disk, so a name that leads out of the file is only a name; what has one is not read.
final class ZipStream: CaptureStream {
    private let entries: ZipEntries
    private let place: CapturePlace
    private let streams: CaptureStreams
    private let limit: UnpackLimit
    /// What is said of a WACZ file's parts; where the file cannot be read from anywhere, not known before its end.
    private var package: WACZPackage?
    private var streamed: StreamedPackage?
    private var inner: (any CaptureStream)?
    private var source: ZipEntrySource?
    private var isDone = false
    private var isEmpty = true
    private var mismatches: ArraySlice<FoundCapture>?

    /// The captures in `reader`, whose entries are opened by `streams`.
    init(_ reader: ByteReader, at place: CapturePlace, streams: CaptureStreams, limit: UnpackLimit) {
        self.place = place
        self.streams = streams
        self.limit = limit
        package = reader.seekable.flatMap { WACZPackage(in: $0, limit: limit) }
        streamed = reader.seekable == nil ? StreamedPackage() : nil
        reader.seekable?.offset = 0
        entries = ZipEntries(reader.seekable ?? reader, limit: limit)
    }

    func next() -> FoundCapture? {
        while true {
            if let found = inner?.next() { return found }
            endEntry()
            if isDone {
                if mismatches == nil {
                    if let streamed { package = streamed.package }
                    let notes = isEmpty ? [place.skipped("a zip file without files")] : []
                    mismatches = (notes + (package?.mismatches(at: place) ?? []))[...]
                }
                return mismatches?.popFirst()
            }
            do throws(ByteSourceFailure) {
                guard let entry = try entries.next() else {
                    isDone = true
                    continue
                }
                if let found = open(entry) { return found }
            } catch {
                (isDone, isEmpty) = (true, false)
                if error.kind != .cancelled { return place.rejected(error.reason) }
            }
        }
    }

    /// What `entry` is without being read; `nil` when it was opened as `inner`, or is a folder.
    private func open(_ entry: ZipEntry) -> FoundCapture? {
        guard entry.isFile else { return nil }
        isEmpty = false
        var place = place.entry(entry.name)
        place.hints.url = nil  // the address of the file is not that of its pages
        guard !entry.leadsOut else {
            return place.rejected("its name leads out of the zip file; unpack it yourself if you trust it")
        }
        guard !entry.isEncrypted else { return place.rejected("is encrypted; unpack it yourself and ingest it then") }
        let source = ZipEntrySource(entries, digest: streamed?.digest ?? package?.digest(of: entry.name))
        self.source = source
        if let package, !package.isCrawl(entry.name) { return nil }
        if streamed?.takes(entry.name, source) ?? false { return nil }
        guard !entry.isSkippedKind else { return place.skipped() }
        inner = NestedOpening { [streams, limit, place] in streams.open(source, at: place, limit: limit) }
        return nil
    }

    /// Reads what is left of the entry in hand, where its digest is to be checked.
    private func endEntry() {
        inner = nil
        guard let source else { return }
        self.source = nil
        guard let name = entries.name else { return }
        streamed?.add(name, digest: source.finish())
        if let package { package.check(name, digest: source.finish()) }
    }
}

/// What is met of a WACZ file whose package can only be read where it stands, mostly at the end.
private struct StreamedPackage {
    private static let algorithm = "sha256"
    private var files: [String: [UInt8]] = [:]
    private var digests: [String: [UInt8]?] = [:]

    /// The digest to make of each entry.
    var digest: RunningDigest? { RunningDigest(Self.algorithm) }

    /// Whether the entry `name` is read here, or is no page.
    mutating func takes(_ name: String, _ source: ZipEntrySource) -> Bool {
        guard WACZPackage.describes(name) else { return WACZPackage.isAside(name) }
        files[name] = WACZPackage.bytes(of: source)
        return true
    }

    /// Remembers the digest of the entry `name`, about 100 bytes each.
    mutating func add(_ name: String, digest: [UInt8]?) {
        digests.updateValue(digest, forKey: name)
    }

    /// The package, with all digests compared; `nil` when there was none.
    var package: WACZPackage? {
        let package = WACZPackage(files: files)
        package?.check(digests, algorithm: Self.algorithm)
        return package
    }
}

/// A stream that is opened when it is first asked.
private final class NestedOpening: CaptureStream {
    private let open: () -> any CaptureStream
    private lazy var stream = open()

    init(_ open: @escaping () -> any CaptureStream) {
        self.open = open
    }

    func next() -> FoundCapture? { stream.next() }
}

/// The bytes of the entry in hand.
final class ZipEntrySource: ByteSource {
    private let entries: ZipEntries
    private let digest: RunningDigest?

    init(_ entries: ZipEntries, digest: RunningDigest?) {
        self.entries = entries
        self.digest = digest
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        let count = try entries.read(into: buffer)
        digest?.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        return count
    }

    /// The digest of the whole entry, of which the rest is read; `nil` when none is asked for or it cannot be read.
    func finish() -> [UInt8]? {
        guard let digest else { return nil }
        let rest = ByteReader(self)
        do throws(ByteSourceFailure) {
            while try rest.skip(1 << 20) > 0 {}
            return digest.finish()
        } catch {
            return nil
        }
    }
}
