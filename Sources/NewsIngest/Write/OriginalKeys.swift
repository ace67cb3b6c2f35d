import Foundation
import NewsText
import Synchronization

/// The captures of crawls that were met in this ingest, by the digests that the crawls give them; so that a revisit
/// record finds the page it stands for.
///
/// About 170 bytes for each page, at most 25 MB.
final class OriginalKeys: Sendable {
    /// More are not held; what they are repeated by is looked for in the archive alone.
    private static let limit = 300_000

    /// Half a digest of what a page is known by: long enough that no two are alike.
    private struct Name: Hashable {
        let bits: SIMD2<UInt64>

        init(digest: String, address: String?) {
            bits = SHA256Digest(of: Array("\(digest)\n\(address ?? "")".utf8)).bytes
                .withUnsafeBytes { $0.loadUnaligned(as: SIMD2<UInt64>.self) }
        }
    }

    private let keys = Mutex<[Name: SIMD4<UInt64>]>([:])

    /// Remembers the capture with `key`, which was met at the canonical `address`.
    func add(_ digest: String, at address: String?, key: SHA256Digest) {
        let names = (Name(digest: digest, address: address), Name(digest: digest, address: nil))
        let bits = key.bytes.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
        keys.withLock { keys in
            guard keys.count < Self.limit else { return }
            keys[names.0] = bits
            keys[names.1, default: bits] = bits
        }
    }

    /// The key of the capture with `digest`: the one met at `address`, else the last one met anywhere.
    func key(_ digest: String, at address: String?) -> SHA256Digest? {
        let names = (Name(digest: digest, address: address), Name(digest: digest, address: nil))
        let bits = keys.withLock { $0[names.0] ?? $0[names.1] }
        return bits.flatMap { bits in withUnsafeBytes(of: bits) { SHA256Digest(stored: Data($0)) } }
    }
}
