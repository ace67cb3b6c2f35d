import CZstd
import Foundation

/// Packing the bytes of captures with zstd, each for itself.
enum Compression {
    /// From so many bytes on, zstd's default level packs captures better than its level 1: of 3 kB of text they make the same
    /// size, the default in 40 % more time; of 140 kB of HTML the default makes 7 % less.
    private static let leastForDefault = 8_192

    /// `bytes` packed.
    static func pack(_ bytes: [UInt8]) -> Data {
        let context = contexts.take()
        defer { contexts.giveBack(context) }
        let level: Int32 = bytes.count < leastForDefault ? 1 : 3
        var size = 0
        let packed = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { out, count in
            size = ZSTD_compressCCtx(context, out.baseAddress, out.count, bytes, bytes.count, level)
            count = ZSTD_isError(size) == 0 ? size : 0
        }
        precondition(ZSTD_isError(size) == 0, "zstd cannot pack into a buffer of its own bound")
        // A copy, as the buffer has room for all bytes unpacked, and many captures wait for being written.
        return Data(packed)
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

/// The working memory of zstd, which takes longer to make than a small capture takes to pack: kept for the next.
private final class CompressionContexts: @unchecked Sendable {  // guarded by `lock`
    private let lock = NSLock()
    private var idle: [OpaquePointer] = []

    func take() -> OpaquePointer? {
        lock.withLock { idle.popLast() } ?? ZSTD_createCCtx()
    }

    func giveBack(_ context: OpaquePointer?) {
        guard let context else { return }
        lock.withLock { idle.append(context) }
    }
}

private let contexts = CompressionContexts()
