import NewsText

/// What bytes are, told by their content; names and endings do not count.
enum CaptureKind: Hashable, Sendable {
    case empty
    /// One page each.
    case text, html, mhtml
    /// Files that hold many.
    case gzip, zip, warc, arc
    /// Files that `RecordStreams` opens: feeds (XML or JSON), JSON, JSON Lines, CSV.
    case feed, json, jsonl, csv
    /// What is not read, by its name: `PDF`.
    case other(String)
    /// No text of any character set.
    case binary

    /// So many bytes tell what a file is.
    static let headLength = 65_536

    /// What `head` is the beginning of; all of it when `isWhole`.
    init(of head: some RandomAccessCollection<UInt8>, isWhole: Bool, declaredCharset: String? = nil) {
        let bytes = Array(head.prefix(Self.headLength))
        if let kind = Self.signed(bytes) {
            self = kind
            return
        }
        guard let text = Self.asciiCompatible(bytes, declaredCharset: declaredCharset) else {
            self = .binary
            return
        }
        var opening = text[...]
        if opening.starts(with: [0xEF, 0xBB, 0xBF]) { opening = opening.dropFirst(3) }
        opening = opening.drop(while: Self.isBlank)
        guard !opening.isEmpty else {
            self = isWhole ? .empty : .text
            return
        }
        let mail = MHTMLSniffing.isArchive(opening) ? CaptureKind.mhtml : nil
        self =
            mail ?? MarkupSniffing.kind(of: opening) ?? RecordSniffing.kind(of: opening, isWhole: isWhole) ?? .text
    }

    /// Why `bytes` cannot be read as text, whatever text it is; `nil` when they can.
    static func rejectionAsText(of bytes: [UInt8], declaredCharset: String?) -> CaptureRejection? {
        if bytes.allSatisfy(isBlank) { return .empty }
        let head = Array(bytes.prefix(headLength))
        switch signed(head) {
        case .other(let name): return .otherFormat(name)
        case .gzip: return .otherFormat("gzip")
        case .zip: return .otherFormat("a ZIP file")
        default: return asciiCompatible(head, declaredCharset: declaredCharset) == nil ? .binary : nil
        }
    }

    /// What it is called where it cannot be read.
    var name: String {
        switch self {
        case .empty: "nothing"
        case .text: "text"
        case .html: "HTML"
        case .mhtml: "MHTML"
        case .gzip: "gzip"
        case .zip: "a ZIP file"
        case .warc: "a WARC file"
        case .arc: "an ARC file"
        case .feed: "a feed"
        case .json: "JSON"
        case .jsonl: "JSON Lines"
        case .csv: "CSV"
        case .other(let name): name
        case .binary: "binary data"
        }
    }

    /// Why bytes of this kind are not read where they stand.
    var rejection: CaptureRejection {
        switch self {
        case .empty: .empty
        case .binary: .binary
        default: .otherFormat(name)
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static let signatures: [([UInt8], CaptureKind)] = [
        ([0x1F, 0x8B], .gzip),
        (Array("PK\u{3}\u{4}".utf8), .zip),
        (Array("PK\u{5}\u{6}".utf8), .zip),
        (Array("WARC/".utf8), .warc),
        (Array("filedesc://".utf8), .arc),
        (Array("%PDF-".utf8), .other("PDF")),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .other("a PNG image")),
        ([0xFF, 0xD8, 0xFF], .other("a JPEG image")),
        (Array("GIF87a".utf8), .other("a GIF image")),
        (Array("GIF89a".utf8), .other("a GIF image")),
        (Array("BM".utf8) + [0, 0], .other("a BMP image")),
        (Array("wOFF".utf8), .other("a font")),
        (Array("wOF2".utf8), .other("a font")),
        ([0, 1, 0, 0, 0], .other("a font")),
        ([0, 0, 1, 0], .other("an icon")),
        ([0x28, 0xB5, 0x2F, 0xFD], .other("zstd")),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], .other("xz")),
        (Array("BZh".utf8), .other("bzip2")),
        (Array("7z".utf8) + [0xBC, 0xAF, 0x27, 0x1C], .other("a 7z file")),
        (Array("Rar!".utf8) + [0x1A, 7], .other("a RAR file")),
        (Array("SQLite format 3\u{0}".utf8), .other("an SQLite file")),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .other("an old Office document")),
        (Array("{\\rtf".utf8), .other("RTF")),
        (Array("ID3".utf8), .other("audio")),
        (Array("OggS".utf8), .other("audio or video")),
        ([0x7F] + Array("ELF".utf8), .other("a program")),
        (Array("\u{0}asm".utf8), .other("a program")),
        (Array("bplist00".utf8), .other("a Safari web archive or property list")),
    ]

    private static func signed(_ bytes: [UInt8]) -> CaptureKind? {
        for (signature, kind) in signatures where bytes.starts(with: signature) {
            // Three letters may begin a text: bzip2 has a digit behind them and then the sign of a block.
            if kind == .other("bzip2"), !(bytes.count > 9 && bytes[4...].starts(with: [0x31, 0x41, 0x59, 0x26])) {
                continue
            }
            if kind == .other("audio"), bytes.count < 4 || bytes[3] > 0x0F { continue }
            return kind
        }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.count > 12,
            bytes[4...].prefix(4).contains(0)
                || ["WAVE", "WEBP"].contains(where: { bytes[8...].starts(with: $0.utf8) })
        {
            return .other("an image, audio or video")
        }
        if bytes.count > 12, bytes[0] == 0, bytes[4...].starts(with: Array("ftyp".utf8)) { return .other("video") }
        // Text may hold these letters: mustard. Source: POSIX.1, pax, "ustar Interchange Format"; GNU tar writes two blanks.
        if bytes.count > 264, ["ustar\0", "ustar  \0"].contains(where: { bytes[257...].starts(with: $0.utf8) }) {
            return .other("a tar file")
        }
        return nil
    }

    /// `bytes` so that signs of ASCII can be looked for: those of UTF-16 without their zeros; `nil` for binary data.
    private static func asciiCompatible(_ bytes: [UInt8], declaredCharset: String?) -> [UInt8]? {
        if bytes.starts(with: [0xFF, 0xFE]) { return narrowed(bytes.dropFirst(2), isLittleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return narrowed(bytes.dropFirst(2), isLittleEndian: false) }
        if let declaredCharset, declaredCharset.lowercased().hasPrefix("utf-16") {
            return narrowed(bytes[...], isLittleEndian: !declaredCharset.lowercased().hasSuffix("be"))
        }
        if bytes.starts(with: [0x3C, 0]) { return narrowed(bytes[...], isLittleEndian: true) }
        if bytes.starts(with: [0, 0x3C]) { return narrowed(bytes[...], isLittleEndian: false) }
        return isBinary(bytes) ? nil : bytes
    }

    /// UTF-16 as one byte a unit; what is no Latin-1 becomes a letter.
    private static func narrowed(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
        stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index in
            let (low, high) = isLittleEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return high == 0 ? low : 0x61
        }
    }

    static func isBinary(_ bytes: some Collection<UInt8>) -> Bool {
        var zeros = 0
        var controls = 0
        let counted: Void? = bytes.withContiguousStorageIfAvailable { bytes in
            var position = ByteScan.firstControl(in: bytes)
            while position < bytes.count {
                switch bytes[position] {
                case 0: zeros += 1
                case 0x08...0x0D, 0x1B, 0x0E, 0x0F: break
                default: controls += 1
                }
                position = ByteScan.firstControl(in: bytes, from: position + 1)
            }
        }
        guard counted != nil else { return isBinary(Array(bytes)) }
        return zeros * 10 > bytes.count || controls * 20 > bytes.count
    }
}
