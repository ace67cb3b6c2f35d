/// Where a file is, as the system has it: bytes, which need not be text.
struct FilePath: Hashable, Sendable {
    /// To be shown and stored; a byte that is no UTF-8 stands as `\xE9`.
    let text: String
    /// The path itself, where `text` is not.
    private let bytes: [UInt8]?

    init(_ text: String) {
        self.text = text
        bytes = nil
    }

    init(bytes: some Collection<UInt8>) {
        let valid = String(validating: bytes, as: UTF8.self)
        text = valid ?? Self.shown(bytes)
        self.bytes = valid == nil ? Array(bytes) : nil
    }

    /// The file `name` in this folder.
    func appending(_ name: FileName) -> FilePath {
        let separator = text.hasSuffix("/") ? "" : "/"
        guard bytes != nil || name.text == nil else { return FilePath(text + separator + (name.text ?? "")) }
        return FilePath(bytes: (bytes ?? Array(text.utf8)) + separator.utf8 + name.bytes)
    }

    /// Gives the path to a function of the system.
    func withCString<Value>(_ body: (UnsafePointer<CChar>) -> Value) -> Value {
        guard let bytes else { return text.withCString(body) }
        return (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map(body) ?? text.withCString(body)
        }
    }

    private static func shown(_ bytes: some Collection<UInt8>) -> String {
        var rest = Array(bytes)[...]
        var text = ""
        while let first = rest.first {
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            if let character = String(validating: rest.prefix(length), as: UTF8.self) {
                text += character
                rest = rest.dropFirst(length)
            } else {
                let digits = String(first, radix: 16, uppercase: true)
                text += "\\x" + (digits.count < 2 ? "0" : "") + digits
                rest = rest.dropFirst()
            }
        }
        return text
    }
}

/// The name of a file in its folder; in the order of its bytes.
struct FileName: Comparable {
    let bytes: [UInt8]

    /// The name as text; `nil` when it is none.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    static func < (left: FileName, right: FileName) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
