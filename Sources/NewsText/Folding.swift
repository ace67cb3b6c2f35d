import CSearch

/// The key by which values are compared: tags, names, headlines.
///
/// Case, diacritics, ligatures, width, the kind of dash and runs of blanks do not count, and quotation marks are left
/// out: `“Élan” – vital` and `elan - vital` have the same key. Words fold here exactly as in the index, by the same
/// function and the same table. Linear; about 200 MB/s.
public func foldedKey(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
            String(unsafeUninitializedCapacity: 4 * bytes.count) { out in
                guard let from = characters.baseAddress, let to = out.baseAddress else { return 0 }
                return to.withMemoryRebound(to: CChar.self, capacity: out.count) {
                    csearch_key(from, characters.count, $0)
                }
            }
        }
    }
}

/// A word as the index holds it, and where it stands in the text it was made from.
public struct Token: Hashable, Sendable {
    /// The folded word.
    public let text: String
    /// The UTF-8 bytes of the text that it was made from.
    public let range: Range<Int>
    /// Which word of the text it is, from 0. The last character of an unspaced run has the place of the pair it ends.
    public let position: Int
}

/// The words of `text` as the index holds them, in order.
///
/// - Parameter isQuery: Whether `text` is asked for; single characters of scripts without blanks differ, see
///   `csearch_tokenize`.
public func tokens(of text: String, isQuery: Bool = false) -> [Token] {
    var found: [Token] = []
    var position = -1
    forEachToken(of: text, isQuery: isQuery) { bytes, range, isBeside in
        position += isBeside ? 0 : 1
        found.append(Token(text: String(decoding: bytes, as: UTF8.self), range: range, position: position))
    }
    return found
}

/// How many words of `text` the index holds. About 350 MB/s.
public func tokenCount(of text: String) -> Int {
    var count = 0
    forEachToken(of: text, isQuery: false) { _, _, isBeside in count += isBeside ? 0 : 1 }
    return count
}

/// The version of the tokens: raised whenever the words of some text change, see `CSEARCH_TOKENIZER_VERSION`.
public let tokenizerVersion = Int(CSEARCH_TOKENIZER_VERSION)

private func forEachToken(
    of text: String, isQuery: Bool, _ body: (UnsafeBufferPointer<UInt8>, Range<Int>, _ isBeside: Bool) -> Void
) {
    var text = text
    withoutActuallyEscaping(body) { body in
        var receiver = TokenReceiver(body: body)
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else { return }
                _ = withUnsafeMutablePointer(to: &receiver) {
                    csearch_tokenize(start, Int32(characters.count), isQuery ? 1 : 0, $0) {
                        context, flags, token, length, start, end in
                        guard let context, let token else { return 0 }
                        let receiver = context.assumingMemoryBound(to: TokenReceiver.self)
                        token.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
                            receiver.pointee.body(
                                UnsafeBufferPointer(start: $0, count: Int(length)), Int(start)..<Int(end),
                                flags & 1 != 0)
                        }
                        return 0
                    }
                }
            }
        }
    }
}

private struct TokenReceiver {
    let body: (UnsafeBufferPointer<UInt8>, Range<Int>, Bool) -> Void
}
