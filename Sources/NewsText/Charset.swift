/// Text read out of bytes, and how.
public struct DecodedText: Sendable {
    /// The text; bytes that fit no character stand as U+FFFD.
    public let text: String
    /// The character set's usual name in lower case.
    public let charset: String
    /// Why that character set was taken.
    public let evidence: CharsetEvidence
}

/// Why a character set was taken.
public enum CharsetEvidence: Sendable {
    case bom, header, meta, valid, detected, fallback
}

/// The text in `bytes`.
public func decodedText(_ bytes: [UInt8], declared: String? = nil) -> DecodedText {
    DecodedText(text: String(decoding: bytes, as: UTF8.self), charset: "utf-8", evidence: .valid)
}
