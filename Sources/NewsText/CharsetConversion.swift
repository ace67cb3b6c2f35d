import Glibc
import Synchronization

/// A character set that bytes can be read in.
struct Charset: Hashable, Sendable {
    /// Its usual name in lower case.
    let name: String

    /// The character set of that name; it must be one that `label` knows or iconv does.
    init(name: String) {
        self.name = name
    }

    /// The character set that a page or header means by `label`; `nil` when nobody knows it.
    init?(label: String) {
        let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
        guard !label.isEmpty, label.utf8.count <= 40 else { return nil }
        if let name = charsetLabels[label] {
            self.init(name: name)
            return
        }
        // iconv knows many more; `//` would switch on its options.
        guard !label.contains("/"), let converter = Converter(from: label) else { return nil }
        converter.close()
        self.init(name: label)
    }

    /// Whether every byte is one character.
    var isSingleByte: Bool { SingleByteTable.all[name] != nil }

    /// Whether its units are of two or four bytes.
    var isWide: Bool { name.hasPrefix("utf-16") || name.hasPrefix("utf-32") }

    /// The escape-coded Japanese set, when the seven-bit escapes of it are there.
    static func iso2022(in bytes: [UInt8]) -> Charset? {
        var position = bytes.startIndex
        while let escape = bytes.withUnsafeBufferPointer({ ByteScan.first(0x1B, in: $0, from: position) }) {
            let next = bytes[(escape + 1)...].prefix(2)
            if next.elementsEqual("$B".utf8) || next.elementsEqual("$@".utf8) { return Charset(name: "iso-2022-jp") }
            position = escape + 1
        }
        return nil
    }

    /// The text when every byte fits; else `nil`.
    func strictText(of bytes: ArraySlice<UInt8>) -> String? {
        if let table = SingleByteTable.all[name] {
            return bytes.contains { table.scalar($0) == 0xFFFD } ? nil : table.text(of: bytes)
        }
        return Converter.borrow(iconvName) { $0.text(of: bytes, unit: unit, strict: true) } ?? nil
    }

    /// The text; bytes that fit no character stand as U+FFFD.
    func text(of bytes: ArraySlice<UInt8>) -> String {
        if let table = SingleByteTable.all[name] { return table.text(of: bytes) }
        let text = Converter.borrow(iconvName) { $0.text(of: bytes, unit: unit, strict: false) } ?? nil
        return text ?? String(decoding: bytes, as: UTF8.self)
    }

    private var unit: Int { name.hasPrefix("utf-32") ? 4 : isWide ? 2 : 1 }

    /// The superset that pages really use under this name.
    private var iconvName: String {
        switch name {
        case "shift_jis": "CP932"
        case "euc-kr": "CP949"
        case "euc-jp": "EUC-JP-MS"
        case "big5": "BIG5-HKSCS"
        default: name
        }
    }
}

/// The characters of a character set in which every byte is one.
struct SingleByteTable: Sendable {
    /// Scalars of the bytes from 0x80; U+FFFD where there is none.
    private let high: [UInt16]

    /// The tables by the names of their sets, built by iconv at first use (under a millisecond).
    static let all: [String: SingleByteTable] = {
        var tables: [String: SingleByteTable] = [:]
        for name in singleByteCharsets { tables[name] = SingleByteTable(name) }
        return tables
    }()

    private init?(_ name: String) {
        let iconvName = name == "windows-874" ? "CP874" : name == "x-mac-cyrillic" ? "MAC-CYRILLIC" : name
        guard let converter = Converter(from: iconvName) else { return nil }
        defer { converter.close() }
        high = (0x80...0xFF).map { (byte: UInt8) -> UInt16 in
            let text = converter.text(of: [byte], unit: 1, strict: true)
            return text?.unicodeScalars.first.map { UInt16(truncatingIfNeeded: $0.value) } ?? 0xFFFD
        }
    }

    @inline(__always)
    func scalar(_ byte: UInt8) -> UInt32 { byte < 0x80 ? UInt32(byte) : UInt32(high[Int(byte) - 0x80]) }

    func text(of bytes: ArraySlice<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 3) { output in
            var count = 0
            for byte in bytes {
                let scalar = scalar(byte)
                if scalar < 0x80 {
                    output[count] = byte
                    count += 1
                } else if scalar < 0x800 {
                    output[count] = UInt8(0xC0 | scalar >> 6)
                    output[count + 1] = UInt8(0x80 | scalar & 0x3F)
                    count += 2
                } else {
                    output[count] = UInt8(0xE0 | scalar >> 12)
                    output[count + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
                    output[count + 2] = UInt8(0x80 | scalar & 0x3F)
                    count += 3
                }
            }
            return count
        }
    }
}

/// glibc's iconv into UTF-8. Used by one thread at a time.
private struct Converter: @unchecked Sendable {
    private let descriptor: iconv_t

    /// Converters that nobody uses at the moment, by name: opening one loads a library, which takes longer than most
    /// texts do.
    private static let idle = Mutex<[String: [Converter]]>([:])

    /// What `body` makes of a converter from `name`; `nil` when iconv has none.
    static func borrow<Result>(_ name: String, _ body: (Converter) -> Result) -> Result? {
        guard let converter = idle.withLock({ $0[name]?.popLast() }) ?? Converter(from: name) else { return nil }
        defer { idle.withLock { $0[name, default: []].append(converter) } }
        return body(converter)
    }

    init?(from name: String) {
        guard let descriptor = iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else { return nil }
        self.descriptor = descriptor
    }

    func close() {
        iconv_close(descriptor)
    }

    /// The text of `bytes`; what does not fit is U+FFFD, or makes a strict reading `nil`.
    func text(of bytes: ArraySlice<UInt8>, unit: Int, strict: Bool) -> String? {
        iconv(descriptor, nil, nil, nil, nil)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 3 / 2 + 16)
        var buffer = [CChar](repeating: 0, count: min(max(bytes.count * 3, 64), 65_536))
        var succeeded = true
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: start)
                .assumingMemoryBound(to: CChar.self)
            var left = bytes.count
            while succeeded && left > 0 {
                let (result, error) = convert(&input, &left, into: &output, by: &buffer)
                if result != Int.max || error == E2BIG { continue }
                if strict {
                    succeeded = false
                } else {
                    output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                    let skipped = error == EINVAL ? left : min(unit, left)
                    input = input?.advanced(by: skipped)
                    left -= skipped
                }
            }
            // Sets with combining marks hold a letter back until the next one.
            var none: UnsafeMutablePointer<CChar>?
            _ = convert(&none, &left, into: &output, by: &buffer)
        }
        return succeeded ? String(decoding: output, as: UTF8.self) : nil
    }

    private func convert(
        _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into output: inout [UInt8],
        by buffer: inout [CChar]
    ) -> (result: Int, error: Int32) {
        buffer.withUnsafeMutableBufferPointer { buffer in
            var target = buffer.baseAddress
            var room = buffer.count
            let result = iconv(descriptor, &input, &left, &target, &room)
            let error = errno
            let written = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<(buffer.count - room)])
            output.append(contentsOf: written)
            return (result == -1 ? Int.max : Int(result), error)
        }
    }
}

/// The character sets with a table, by the names of `Charset`.
private let singleByteCharsets = [
    "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
    "windows-1257", "windows-1258", "windows-874", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6",
    "iso-8859-7", "iso-8859-8", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r",
    "koi8-u", "ibm866", "macintosh", "x-mac-cyrillic",
]

/// What pages call the character sets; after the labels of the WHATWG Encoding Standard, names and meanings.
private let charsetLabels: [String: String] = {
    var labels: [String: String] = [:]
    for (name, others) in [
        ("utf-8", "utf8 unicode-1-1-utf-8 x-unicode20utf8 unicode11utf8"),
        ("utf-16le", "utf-16 utf16 utf16le ucs-2 unicode csunicode iso-10646-ucs-2 unicodefeff"),
        ("utf-16be", "utf16be unicodefffe"), ("utf-32le", "utf-32 utf32"), ("utf-32be", "utf32be"),
        (
            "windows-1252",
            """
            cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 latin-1 l1 ascii us-ascii ansi_x3.4-1968 cp819
            ibm819 iso-ir-100 ansi 8bit 7bit
            """
        ),
        ("windows-1250", "cp1250 x-cp1250 win-1250"), ("windows-1251", "cp1251 x-cp1251 win-1251 win1251"),
        ("windows-1253", "cp1253 x-cp1253"),
        (
            "windows-1254",
            "cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 iso-ir-148"
        ),
        ("windows-1255", "cp1255 x-cp1255"), ("windows-1256", "cp1256 x-cp1256"), ("windows-1257", "cp1257 x-cp1257"),
        ("windows-1258", "cp1258 x-cp1258"),
        ("windows-874", "cp874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620"),
        ("iso-8859-2", "iso8859-2 iso88592 iso_8859-2 latin2 l2 iso-ir-101"),
        ("iso-8859-3", "iso8859-3 iso88593 iso_8859-3 latin3 l3"),
        ("iso-8859-4", "iso8859-4 iso88594 iso_8859-4 latin4 l4"),
        ("iso-8859-5", "iso8859-5 iso88595 iso_8859-5 cyrillic iso-ir-144"),
        ("iso-8859-6", "iso8859-6 iso88596 iso_8859-6 arabic asmo-708 ecma-114 iso-8859-6-e iso-8859-6-i"),
        ("iso-8859-7", "iso8859-7 iso88597 iso_8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek"),
        ("iso-8859-8", "iso8859-8 iso88598 iso_8859-8 hebrew visual iso-8859-8-e iso-8859-8-i logical"),
        ("iso-8859-10", "iso8859-10 iso885910 latin6 l6"), ("iso-8859-13", "iso8859-13 iso885913"),
        ("iso-8859-14", "iso8859-14 iso885914"), ("iso-8859-15", "iso8859-15 iso885915 iso_8859-15 latin9 l9"),
        ("iso-8859-16", ""), ("koi8-r", "koi koi8 koi8_r cskoi8r"), ("koi8-u", "koi8-ru"),
        ("ibm866", "866 cp866 csibm866"), ("macintosh", "mac x-mac-roman csmacintosh macroman"),
        ("x-mac-cyrillic", "x-mac-ukrainian maccyrillic mac-cyrillic"),
        ("gb18030", "gb2312 gbk gb_2312 gb_2312-80 chinese cp936 x-gbk csgb2312 euc-cn iso-ir-58 windows-936"),
        ("big5", "big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
        ("shift_jis", "shift-jis sjis x-sjis ms_kanji windows-31j csshiftjis ms932 cp932"),
        ("euc-jp", "eucjp x-euc-jp cseucpkdfmtjapanese"), ("iso-2022-jp", "csiso2022jp"),
        (
            "euc-kr",
            "euckr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 uhc iso-ir-149"
        ),
    ] {
        labels[name] = name
        for label in others.split(whereSeparator: \.isWhitespace) { labels[String(label)] = name }
    }
    return labels
}()
