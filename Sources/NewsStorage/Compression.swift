import CZstd
import Foundation

/// Packing the bytes of captures with zstd, each for itself.
enum Compression {
    /// `bytes` packed at zstd's level 3 (its default; about 300 MB/s on text).
    static func pack(_ bytes: [UInt8]) -> Data {
        var packed = Data(count: ZSTD_compressBound(bytes.count))
        let size = packed.withUnsafeMutableBytes { out in
            ZSTD_compress(out.baseAddress, out.count, bytes, bytes.count, 3)
        }
        precondition(ZSTD_isError(size) == 0, "zstd cannot pack into a buffer of its own bound")
        return packed.prefix(size)
    }

    /// What `pack` was given; `nil` when `packed` is damaged.
    static func unpack(_ packed: Data, size: Int) -> [UInt8]? {
        var isSound = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { out, count in
            let written = packed.withUnsafeBytes { ZSTD_decompress(out.baseAddress, size, $0.baseAddress, $0.count) }
            isSound = ZSTD_isError(written) == 0 && written == size
            count = isSound ? size : 0
        }
        return isSound ? bytes : nil
    }
}
