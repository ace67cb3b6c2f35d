import CCrypto
import Foundation

/// A SHA-256 digest.
public struct SHA256Digest: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// The digest of `data`, by OpenSSL's libcrypto.
    public init(of data: some Collection<UInt8>) {
        var digest = [UInt8](repeating: 0, count: 32)
        let computed: Void? = data.withContiguousStorageIfAvailable { Self.compute($0, into: &digest) }
        if computed == nil { Array(data).withUnsafeBufferPointer { Self.compute($0, into: &digest) } }
        bytes = digest
    }

    /// A digest as it was stored; `nil` when that has not 32 bytes.
    public init?(stored data: Data) {
        guard data.count == 32 else { return nil }
        bytes = Array(data)
    }

    /// Fetched once: otherwise libcrypto looks it up for every digest, which costs more than digesting a headline.
    nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)  // never changed

    private static func compute(_ data: UnsafeBufferPointer<UInt8>, into digest: inout [UInt8]) {
        let succeeded = EVP_Digest(data.baseAddress, data.count, &digest, nil, algorithm ?? EVP_sha256(), nil)
        precondition(succeeded == 1, "libcrypto has no SHA-256")
    }

    /// The 32 bytes as `Data`.
    public var data: Data { Data(bytes) }

    /// 64 lower-case hexadecimal digits.
    public var hexadecimal: String { Self.hexadecimal(bytes) }

    /// `bytes` as lower-case hexadecimal digits, two each.
    public static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// A digest of bytes that come one after another, by any of the algorithms of libcrypto.
public final class RunningDigest {
    private let context: OpaquePointer

    /// The digest by the algorithm `name` (`sha256`, `sha1`, `md5`); `nil` when libcrypto has none of that name.
    public init?(_ name: String) {
        guard let algorithm = EVP_get_digestbyname(name), let context = EVP_MD_CTX_new() else { return nil }
        guard EVP_DigestInit_ex(context, algorithm, nil) == 1 else {
            EVP_MD_CTX_free(context)
            return nil
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Goes on with `bytes`.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The digest of all bytes; to be asked once.
    public func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard EVP_DigestFinal_ex(context, &digest, &count) == 1 else { return [] }
        return Array(digest.prefix(Int(count)))
    }

    /// `bytes` in base 32 (RFC 4648) without padding, as web archives write digests.
    public static func base32(_ bytes: some Sequence<UInt8>) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var text: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(alphabet[bits >> count & 31])
            }
            bits &= 1 << count - 1
        }
        if count > 0 { text.append(alphabet[bits << (5 - count) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }
}
