import CArchive
import Foundation

/// An entry of a zip file, by what stands in its directory.
struct ZipEntry {
    let name: String
    let isFile: Bool
    let isEncrypted: Bool

    /// Whether the name names something outside of the folder that the file would be unpacked into.
    var leadsOut: Bool {
        name.hasPrefix("/") || name.hasPrefix("\\") || name.dropFirst().hasPrefix(":")
            || name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).contains("..")
    }

    /// Whether it is no article by its kind, as a file in a folder would be.
    var isSkippedKind: Bool {
        let parts = name.split(separator: "/")
        guard let last = parts.last else { return true }
        return parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
            || InputFiles.isSkippedKind(FileName(bytes: Array(last.utf8)))
    }
}

/// The entries of a zip file one after another, by libarchive: by its directory where it can be read from anywhere,
/// else in the order of the bytes.
final class ZipEntries {
    private let source: any ByteSource
    private let seekable: (any SeekableSource)?
    private let limit: UnpackLimit
    private let archive: OpaquePointer?
    private let buffer: UnsafeMutableRawBufferPointer
    private var failure: ByteSourceFailure?
    private var isOpen = false
    /// The name of the entry in hand.
    private(set) var name: String?

    /// The entries of `source`; what they unpack to counts for `limit`.
    init(_ source: any ByteSource, limit: UnpackLimit) {
        self.source = source
        self.limit = limit
        seekable = source as? any SeekableSource
        buffer = .allocate(byteCount: 1 << 17, alignment: 16)
        archive = archive_read_new()
        archive_read_support_format_zip(archive)
    }

    deinit {
        archive_read_free(archive)
        buffer.deallocate()
    }

    /// The next entry; `nil` behind the last.
    func next() throws(ByteSourceFailure) -> ZipEntry? {
        // libarchive reads names in UTF-8 as the locale of the thread has it, which is not set in this program.
        let locale = uselocale(Self.locale)
        defer { uselocale(locale) }
        try open()
        var entry: OpaquePointer?
        let status = archive_read_next_header(archive, &entry)
        guard status != ARCHIVE_EOF else { return nil }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw damage("the zip file") }
        let name = Self.name(of: entry)
        self.name = name
        return ZipEntry(
            name: name, isFile: archive_entry_filetype(entry) == S_IFREG,
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// Reads on in the entry in hand.
    func read(into target: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        let count = archive_read_data(archive, target.baseAddress, target.count)
        guard count >= 0 else { throw damage("the entry") }
        try limit.count(unpacked: count)
        return count
    }

    nonisolated(unsafe) private static let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)  // never changed

    private static func name(of entry: OpaquePointer) -> String {
        if let name = archive_entry_pathname_utf8(entry) { return String(cString: name) }
        guard let name = archive_entry_pathname(entry) else { return "(an entry without a readable name)" }
        return FilePath(
            bytes: Array(UnsafeBufferPointer(start: name, count: strlen(name))).map { UInt8(bitPattern: $0) }
        ).text
    }

    private func damage(_ what: String) -> ByteSourceFailure {
        if let failure { return failure }
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "unknown damage"
        return .damaged("\(what) is damaged (\(reason)); fetch the file again")
    }

    private func open() throws(ByteSourceFailure) {
        guard !isOpen else { return }
        isOpen = true
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(self).toOpaque())
        archive_read_set_read_callback(archive) { _, context, bytes in
            guard let context else { return -1 }
            return Unmanaged<ZipEntries>.fromOpaque(context).takeUnretainedValue().fill(bytes)
        }
        if seekable != nil {
            archive_read_set_seek_callback(archive) { _, context, offset, origin in
                guard let context else { return -1 }
                return Unmanaged<ZipEntries>.fromOpaque(context).takeUnretainedValue().seek(offset, from: origin)
            }
            archive_read_set_skip_callback(archive) { _, context, count in
                guard let context else { return 0 }
                return Unmanaged<ZipEntries>.fromOpaque(context).takeUnretainedValue().skip(count)
            }
        }
        guard archive_read_open1(archive) == ARCHIVE_OK else { throw damage("the zip file") }
    }

    private func fill(_ bytes: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
        do throws(ByteSourceFailure) {
            let count = try source.read(into: buffer)
            bytes?.pointee = UnsafeRawPointer(buffer.baseAddress)
            return count
        } catch {
            failure = error
            return Int(ARCHIVE_FATAL)
        }
    }

    private func seek(_ offset: Int64, from origin: Int32) -> Int64 {
        guard let seekable else { return Int64(ARCHIVE_FATAL) }
        let base = origin == SEEK_SET ? 0 : origin == SEEK_CUR ? seekable.offset : seekable.size
        seekable.offset = max(0, min(seekable.size, base + Int(offset)))
        return Int64(seekable.offset)
    }

    private func skip(_ count: Int64) -> Int64 {
        guard let seekable else { return 0 }
        let step = max(0, min(Int(count), seekable.size - seekable.offset))
        seekable.offset += step
        return Int64(step)
    }
}
