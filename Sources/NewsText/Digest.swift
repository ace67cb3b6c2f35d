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

    private static func compute(_ data: UnsafeBufferPointer<UInt8>, into digest: inout [UInt8]) {
        let succeeded = EVP_Digest(data.baseAddress, data.count, &digest, nil, EVP_sha256(), nil)
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
