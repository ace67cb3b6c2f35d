import CUchardet

/// The character set that bytes which are not UTF-8 are most likely in; `nil` when they hardly are text.
///
/// Each candidate reads a sample of 2 KB around the bytes above ASCII; the one whose characters are the likeliest for the
/// languages it is used for wins (sums of logarithms of letter frequencies, rounded). uchardet sees 64 KB and has a say
/// where the letters leave it open, and the last word on sets without a model here.
func detectedCharset(of bytes: [UInt8]) -> Charset? {
    let sample = sampleAboveASCII(bytes)
    let high = sample.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    guard high > 0 else { return nil }
    let opinion = uchardetOpinion(bytes)
    var best: (name: String, score: Double)?
    for (name, model) in charsetModels {
        let text = Charset(name: name).text(of: sample[...])
        var score = model.score(of: text)
        if let opinion, name == opinion || name == charsetTwins[opinion] { score += 3 }
        if best.map({ score > $0.score }) ?? true { best = (name, score) }
    }
    if let best, best.score / Double(high) > -6.5 { return Charset(name: best.name) }
    guard let opinion, let charset = Charset(label: opinion), charset.name != "utf-8",
        charset.strictText(of: sample[...]) != nil, !sample.contains(0)
    else { return nil }
    return charset
}

/// Words with bytes above ASCII and their neighbours, up to 2 KB; cut at blanks and line ends only, which are no part of
/// a character in any candidate.
private func sampleAboveASCII(_ bytes: [UInt8]) -> [UInt8] {
    let limit = 2_048
    if bytes.count <= limit { return bytes }
    var sample: [UInt8] = []
    var position = 0
    while position < bytes.count && sample.count < limit {
        guard let high = bytes[position...].firstIndex(where: { $0 >= 0x80 }) else { break }
        var start = max(position, high - 40)
        while start > position && bytes[start] > 0x20 && high - start < 200 { start -= 1 }
        var end = min(bytes.count, high + 200)
        while end < bytes.count && bytes[end] > 0x20 && end - high < 400 { end += 1 }
        sample += bytes[start..<end]
        position = end
    }
    return sample
}

/// What uchardet takes the first 64 KB for, by our names; `nil` when it does not know.
private func uchardetOpinion(_ bytes: [UInt8]) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let sample = bytes.prefix(65_536)
    let result = sample.withUnsafeBytes { buffer -> Int32 in
        guard let start = buffer.baseAddress else { return 1 }
        return Int32(uchardet_handle_data(detector, start.assumingMemoryBound(to: CChar.self), buffer.count))
    }
    guard result == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector), name.pointee != 0 else { return nil }
    return Charset(label: String(cString: name))?.name
}

/// Sets that hold the same letters in the same places; uchardet names one where the other is the likelier.
private let charsetTwins = [
    "iso-8859-2": "windows-1250", "iso-8859-7": "windows-1253", "iso-8859-8": "windows-1255",
    "iso-8859-15": "windows-1252", "iso-8859-13": "windows-1257", "iso-8859-4": "windows-1257",
    "iso-8859-3": "windows-1254",
]

/// The candidates, the more usual ones first: an earlier one wins a tie.
private let charsetModels: [(name: String, model: LetterModel)] = [
    (
        "windows-1252",
        .latin(languages: ["en", "fr", "de", "es", "pt", "it", "nl", "sv", "no", "fi", "is", "ca", "et"])
    ),
    ("windows-1251", .cyrillic), ("gb18030", .chinese(simplified: true)), ("shift_jis", .japanese),
    ("euc-kr", .korean), ("big5", .chinese(simplified: false)), ("euc-jp", .japanese),
    ("windows-1250", .latin(languages: ["pl", "cs", "sk", "hu", "hr", "sl", "ro"])),
    ("iso-8859-2", .latin(languages: ["pl", "cs", "sk", "hu", "hr", "sl", "ro"])),
    ("koi8-r", .cyrillic), ("koi8-u", .cyrillic), ("windows-1254", .latin(languages: ["tr"])),
    ("windows-1253", .greek), ("iso-8859-7", .greek), ("windows-1256", .arabic), ("iso-8859-6", .arabic),
    ("windows-1255", .hebrew), ("iso-8859-8", .hebrew), ("windows-1257", .latin(languages: ["lt", "lv", "et"])),
    ("windows-874", .thai), ("iso-8859-5", .cyrillic), ("ibm866", .cyrillic), ("x-mac-cyrillic", .cyrillic),
    ("iso-8859-15", .latin(languages: ["fr", "de", "fi", "es"])), ("macintosh", .latin(languages: ["fr", "de", "es"])),
]
