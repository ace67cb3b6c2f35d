/// The first sentence of `body`, shown where a story has no headline; `nil` when there is no text.
///
/// Full stops behind abbreviations, initials and numbers do not end it. It is cut at a word's end, with an ellipsis,
/// when it is longer than 300 characters. Looks at no more than the first few hundred characters.
public func leadSentence(of body: String) -> String? {
    let limit = 300
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(limit + 1)
    for scalar in body.unicodeScalars {
        guard scalars.count <= limit, scalar != "\n" else { break }
        scalars.append(scalar)
    }
    guard scalars.contains(where: { $0 != " " }) else { return nil }
    if let end = LeadSentence.end(in: scalars), end <= limit { return LeadSentence.text(scalars[..<end]) }
    guard scalars.count > limit else { return LeadSentence.text(scalars[...]) }
    let cut = scalars[..<(limit - 1)].lastIndex(of: " ") ?? limit - 1
    return LeadSentence.text(scalars[..<cut]) + "…"
}

/// Where sentences end.
private enum LeadSentence {
    static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count + 16)
        for scalar in scalars {
            if scalar.isASCII { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) } else { bytes += scalar.utf8 }
        }
        return String(trimmed(Substring(String(decoding: bytes, as: UTF8.self))))
    }

    /// The index behind the first sentence's end, closing quotes and footnote markers included.
    static func end(in scalars: [Unicode.Scalar]) -> Int? {
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar.isASCII, scalar != ".", scalar != "!", scalar != "?" {  // nearly all
                index += 1
                continue
            }
            if "。！？".unicodeScalars.contains(scalar) { return afterClosers(index + 1, in: scalars) }
            if ".!?…।؟۔".unicodeScalars.contains(scalar) {
                var end = index + 1
                while end < scalars.count, ".!?…".unicodeScalars.contains(scalars[end]) { end += 1 }
                let closed = afterClosers(end, in: scalars)
                if endsSentence(at: index, closed: closed, in: scalars) { return closed }
                index = end
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func afterClosers(_ index: Int, in scalars: [Unicode.Scalar]) -> Int {
        var end = index
        while end < scalars.count, "\"'”“’»)]」』）*†‡".unicodeScalars.contains(scalars[end]) { end += 1 }
        return end
    }

    private static func endsSentence(at index: Int, closed: Int, in scalars: [Unicode.Scalar]) -> Bool {
        guard closed < scalars.count else { return true }
        guard scalars[closed] == " " else { return false }
        guard let next = scalars[closed...].first(where: { !" \"'“„«‘(¿¡".unicodeScalars.contains($0) }) else {
            return true
        }
        // A quote's question within a sentence goes on with a small letter.
        if next.properties.isLowercase { return false }
        guard scalars[index] == "." else { return true }
        // `HELSINKI, January 20. /NORD/. The icebreaker`: a wire's opening is no sentence.
        if next == "/" || (index > 0 && scalars[index - 1] == "/") { return false }
        let word = scalars[..<index].reversed().prefix(while: { $0.properties.isAlphabetic || $0 == "." })
        if word.count == 1, word.allSatisfy(\.properties.isAlphabetic),
            scalars[index - 1].isASCII || next.properties.isUppercase
        {
            return false
        }
        if word.isEmpty, index > 0, ("0"..."9").contains(scalars[index - 1]) {
            return !isOrdinal(next: next, index, scalars)
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word.reversed())
        if abbreviations.contains(String(text).lowercased()) { return false }
        // `U.S. Navy`, `z. B. Holz`: letters with full stops between them.
        return !word.contains(".") || word.count > 6
            || next.properties.isUppercase && isSentenceStart(closed, scalars) && word.count > 4
    }

    /// `am 3. Oktober`: a short number and a full stop within a sentence.
    private static func isOrdinal(next: Unicode.Scalar, _ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
        let digits = scalars[..<index].reversed().prefix(while: { ("0"..."9").contains($0) }).count
        return digits <= 2 && next.properties.isAlphabetic
    }

    private static func isSentenceStart(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool { index + 1 < scalars.count }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "gen", "col", "lt", "sgt", "capt", "maj", "rev", "hon",
        "gov",
        "sen", "rep", "pres", "inc", "ltd", "co", "corp", "no", "vs", "etc", "approx", "dept", "est", "fig", "jan",
        "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mt", "ft", "ave", "bzw", "ca", "usw",
        "nr",
        "str", "abs", "evtl", "ggf", "dipl", "ing", "sog", "tel", "m", "mm", "mme", "mlle", "art", "av", "env", "sra",
        "srta", "dña", "ud", "uds", "núm", "pág", "sig", "dott", "avv", "ecc", "г", "гг", "тыс", "млн", "млрд", "руб",
        "им", "ул", "стр", "др", "проф", "np", "tzw", "tzn", "godz", "ul", "mjr", "płk", "např", "tzv", "atd", "ing",
        "mgr", "judr", "vb", "yy", "bkz", "örn", "hz", "bijv", "dhr", "mevr", "bl.a", "t.ex", "s.k", "f.eks", "z.b",
        "u.a", "d.h", "i.e", "e.g", "m.in", "т.е", "т.д", "и.о",
    ]
}
