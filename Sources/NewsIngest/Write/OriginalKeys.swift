import NewsText
import Synchronization

/// The captures of crawls that were met in this ingest, by the digests that the crawls give them; so that a revisit
/// record finds the page it stands for.
final class OriginalKeys: Sendable {
    /// More are not held; what they are repeated by is looked for in the archive alone.
    private static let limit = 300_000

    private struct Name: Hashable {
        let digest: String
        let address: String?
    }

    private let keys = Mutex<[Name: SHA256Digest]>([:])

    /// Remembers the capture with `key`, which was met at the canonical `address`.
    func add(_ digest: String, at address: String?, key: SHA256Digest) {
        keys.withLock { keys in
            guard keys.count < Self.limit else { return }
            keys[Name(digest: digest, address: address)] = key
            keys[Name(digest: digest, address: nil), default: key] = key
        }
    }

    /// The key of the capture with `digest`: the one met at `address`, else the last one met anywhere.
    func key(_ digest: String, at address: String?) -> SHA256Digest? {
        keys.withLock { $0[Name(digest: digest, address: address)] ?? $0[Name(digest: digest, address: nil)] }
    }
}
