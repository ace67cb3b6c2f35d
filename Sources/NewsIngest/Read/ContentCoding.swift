import CBrotli
import CZlib
import CZstd

/// The content codings of HTTP: gzip, deflate, br, zstd.
enum ContentCoding {
    /// `body` without `coding`; as it stands where it does not begin as that coding does, or the coding is unknown.
    static func decoded(_ body: [UInt8], coding: String, limit: UnpackLimit) throws(ByteSourceFailure) -> [UInt8] {
        guard !body.isEmpty else { return body }
        switch coding {
        case "gzip", "x-gzip":
            return body.starts(with: [0x1F, 0x8B]) ? try inflated(body, windowBits: 31, limit: limit) : body
        case "deflate":
            if isZlib(body) { return try inflated(body, windowBits: 15, limit: limit) }
            // Many servers send deflate without its envelope. Text is no deflate stream, by its first block.
            return (try? inflated(body, windowBits: -15, limit: limit)) ?? body
        case "br":
            return try brotli(body, limit: limit)
        case "zstd":
            return body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? try zstd(body, limit: limit) : body
        default:
            return body
        }
    }

    /// How a step of unpacking ended.
    private enum Step {
        case more, end, failed
    }

    private static func isZlib(_ body: [UInt8]) -> Bool {
        body.count > 2 && body[0] & 0x0F == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
    }

    private static func inflated(
        _ body: [UInt8], windowBits: Int32, limit: UnpackLimit
    ) throws(ByteSourceFailure) -> [UInt8] {
        var stream = z_stream()
        guard inflateInit2_(&stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .damaged("cannot be unpacked: no memory; free some and ingest it again")
        }
        defer { inflateEnd(&stream) }
        return try unpacked(body, coding: "gzip or deflate", limit: limit) { input, output in
            // The input is not written to.
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            let status = inflate(&stream, Z_NO_FLUSH)
            let read = input.count - Int(stream.avail_in)
            var step: Step = status == Z_STREAM_END ? .end : status == Z_OK || status == Z_BUF_ERROR ? .more : .failed
            if step == .end, windowBits > 15, input[read...].starts(with: [0x1F, 0x8B]) {
                inflateReset(&stream)
                step = .more
            }
            return (step, read, output.count - Int(stream.avail_out))
        }
    }

    /// Brotli has no signature: what cannot be read as such and looks like text was stored decoded.
    private static func brotli(_ body: [UInt8], limit: UnpackLimit) throws(ByteSourceFailure) -> [UInt8] {
        guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else {
            throw .damaged("cannot be unpacked: no memory; free some and ingest it again")
        }
        defer { BrotliDecoderDestroyInstance(decoder) }
        do throws(ByteSourceFailure) {
            return try unpacked(body, coding: "br", limit: limit) { input, output in
                var (inputLeft, outputLeft) = (input.count, output.count)
                var (next, target) = (input.baseAddress, output.baseAddress)
                let result = BrotliDecoderDecompressStream(decoder, &inputLeft, &next, &outputLeft, &target, nil)
                let count = output.count - outputLeft
                let step: Step =
                    result == BROTLI_DECODER_RESULT_SUCCESS
                    ? .end : result == BROTLI_DECODER_RESULT_ERROR ? .failed : .more
                return (step, input.count - inputLeft, count)
            }
        } catch {
            guard !limit.isExceeded, looksDecoded(body) else { throw error }
            return body
        }
    }

    /// Whether `body` is HTML, or text in UTF-8, by its first bytes.
    private static func looksDecoded(_ body: [UInt8]) -> Bool {
        let head = body.prefix(4_096)
        if CaptureKind(of: head, isWhole: head.count == body.count) == .html { return true }
        // A character may be cut off at the end.
        let isUTF8 = (0...3).contains { String(validating: head.dropLast($0), as: UTF8.self) != nil }
        return isUTF8 && !CaptureKind.isBinary(head)
    }

    private static func zstd(_ body: [UInt8], limit: UnpackLimit) throws(ByteSourceFailure) -> [UInt8] {
        guard let stream = ZSTD_createDStream() else {
            throw .damaged("cannot be unpacked: no memory; free some and ingest it again")
        }
        defer { ZSTD_freeDStream(stream) }
        return try unpacked(body, coding: "zstd", limit: limit) { input, output in
            var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
            var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
            let status = ZSTD_decompressStream(stream, &target, &source)
            return (ZSTD_isError(status) != 0 ? .failed : status == 0 ? .end : .more, source.pos, target.pos)
        }
    }

    private static func unpacked(
        _ body: [UInt8], coding: String, limit: UnpackLimit,
        step: (UnsafeBufferPointer<UInt8>, UnsafeMutableBufferPointer<UInt8>) -> (Step, read: Int, written: Int)
    ) throws(ByteSourceFailure) -> [UInt8] {
        var page: [UInt8] = []
        var position = 0
        var block = [UInt8](repeating: 0, count: max(65_536, min(body.count * 4, 1 << 20)))
        while true {
            let (result, read, written) = body.withUnsafeBufferPointer { input in
                block.withUnsafeMutableBufferPointer { step(UnsafeBufferPointer(rebasing: input[position...]), $0) }
            }
            position += read
            page += block[..<written]
            try limit.count(unpacked: written)
            guard page.count <= CaptureRejection.longest else {
                throw .damaged(CaptureRejection.tooLong(bytes: page.count).description)
            }
            switch result {
            case .end: return page
            case .failed: throw .damaged("its \(coding) coding is damaged at byte \(position); fetch the page again")
            case .more where read == 0 && written == 0:
                throw .truncated("its \(coding) coding ends too early; fetch the page again")
            case .more: break
            }
        }
    }
}
