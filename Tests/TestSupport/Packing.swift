import CArchive
import CZlib
import Foundation
import Glibc

/// Bytes packed as crawls and people pack them.
package enum Packing {
    /// One gzip member.
    package static func gzip(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflated(Array(bytes), windowBits: 31) }

    /// Deflate in the envelope of zlib.
    package static func zlib(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflated(Array(bytes), windowBits: 15) }

    /// Deflate without an envelope.
    package static func deflate(_ bytes: some Sequence<UInt8>) -> [UInt8] { deflated(Array(bytes), windowBits: -15) }

    /// The chunked transfer coding of HTTP.
    package static func chunked(_ bytes: [UInt8], length: Int = 40) -> [UInt8] {
        var coded: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            let chunk = bytes[start..<min(start + length, bytes.count)]
            coded += Array("\(String(chunk.count, radix: 16));x=1\r\n".utf8) + chunk + [0x0D, 0x0A]
        }
        return coded + Array("0\r\n\r\n".utf8)
    }

    /// A zip file with these entries.
    package static func zip(_ entries: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
        let folder = try TemporaryFolder()
        let path = folder.path("made.zip")
        let archive = archive_write_new()
        archive_write_set_format_zip(archive)
        archive_write_set_options(archive, "hdrcharset=UTF-8")
        archive_write_open_filename(archive, path)
        for (name, bytes) in entries {
            let entry = archive_entry_new()
            archive_entry_set_pathname_utf8(entry, name)
            archive_entry_set_size(entry, Int64(bytes.count))
            archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
            archive_entry_set_perm(entry, 0o644)
            archive_write_header(archive, entry)
            archive_write_data(archive, bytes, bytes.count)
            archive_entry_free(entry)
        }
        archive_write_close(archive)
        archive_write_free(archive)
        return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
        var stream = z_stream()
        deflateInit2_(
            &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var bytes = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
        let count = bytes.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                CZlib.deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(packed.prefix(count))
    }
}

/// Records of web archives, written for tests.
package enum CrawlWriting {
    /// A WARC record; `length` where it is to be a wrong one.
    package static func record(
        _ type: String = "response", url: String? = "https://example.org/a", fields: [String] = [],
        contentType: String = "application/http; msgtype=response", content: [UInt8], length: Int? = nil,
        version: String = "1.1", date: String = "2021-03-05T14:30:00Z"
    ) -> [UInt8] {
        var lines = ["WARC/\(version)", "WARC-Type: \(type)"]
        if let url { lines.append("WARC-Target-URI: \(url)") }
        lines +=
            ["WARC-Date: \(date)", "WARC-Record-ID: <urn:uuid:6d058047-ede2-4a13-be79-90c17c631dd4>"]
            + fields
        lines += ["Content-Type: \(contentType)", "Content-Length: \(length ?? content.count)", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + content + Array("\r\n\r\n".utf8)
    }

    /// What a server answers.
    package static func answer(
        _ body: [UInt8], status: String = "200 OK", type: String = "text/plain; charset=utf-8", fields: [String] = []
    ) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status)", "Content-Type: \(type)"] + fields + ["", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + body
    }

    /// An ARC file with these records; `length` of the last where it is to be a wrong one.
    package static func arc(_ records: [(url: String, type: String, content: [UInt8])], length: Int? = nil) -> [UInt8] {
        let heading = Array("1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n".utf8)
        var bytes = Array("filedesc://test.arc 0.0.0.0 20140216050221 text/plain \(heading.count)\n".utf8) + heading
        for (number, record) in records.enumerated() {
            let count = number == records.count - 1 ? length ?? record.content.count : record.content.count
            bytes += Array("\n\(record.url) 192.0.2.1 20140216050221 \(record.type) \(count)\n".utf8) + record.content
        }
        return bytes + [0x0A]
    }
}
