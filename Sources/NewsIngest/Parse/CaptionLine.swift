import NewsText

/// Captions and the credit lines below them.
enum CaptionLine {
    /// Whether `text` names the maker of an image: `© AP Photo/ Name`, `CC BY 2.0 / Name / Title`, `REUTERS / Name`.
    static func isCredit(_ text: String) -> Bool {
        guard text.utf8.count <= 200, !isCopyright(text) else { return false }
        if text.utf8.starts(with: [0xC2, 0xA9]) { return true }
        let openings: [StaticString] = ["CC0", "CC BY", "CC-BY", "Public Domain", "Public domain"]
        if let first = text.utf8.first, first == 0x43 || first == 0x50,
            openings.contains(where: { text.hasPrefix("\($0)") })
        {
            return true
        }
        guard text.utf8.count <= 80, ByteScan.holds(0x2F, text), !LineShape.endsSentence(text) else { return false }
        let first = text.prefix(while: { $0 != "/" && $0 != " " && $0 != "-" })
        return agencies.contains(String(first)) && text.utf8.dropFirst(first.utf8.count).prefix(12).contains(0x2F)
    }

    /// Whether `text` ends with the name of a photographer: `The pier at dawn. Photo: Ida Holm`.
    static func endsWithCredit(_ text: String) -> Bool {
        guard text.utf8.count <= 400 else { return false }
        guard text.utf8.suffix(60).contains(where: { $0 == 0x3A || $0 == 0x28 }) else { return false }
        let tail = String(decoding: text.utf8.suffix(60), as: UTF8.self)
        for sign in [
            "Photo: ", "Photograph: ", "Foto: ", "Bild: ", "Фото: ", "Photo : ", "Picture: ", "Image: ", "Kuva: ",
            "(Photo by ", "(Picture by ", "(Image by ", "(Foto von ", "(Foto di ", "(Foto de ",
        ] {
            guard let range = tail.range(ofPart: sign) else { continue }
            let name = tail[range.upperBound...]
            if LineShape.wordCount(String(name)) <= 5, !LineShape.holdsSentenceEnd(String(name)) { return true }
        }
        return false
    }

    /// Whether `text` claims the page, not an image: `© 2020 Harbor Times`, `Copyright © 2020 Harbor Times`.
    static func isCopyright(_ text: String) -> Bool {
        guard text.utf8.count <= 300, let sign = copyrightSigns.first(where: { text.utf8.starts(with: $0.utf8) }) else {
            return false
        }
        let rest = text.unicodeScalars.dropFirst(sign.unicodeScalars.count).drop(while: { $0 == " " })
        if rest.prefix(4).count == 4, rest.prefix(4).allSatisfy({ ("0"..."9").contains($0) }) { return true }
        let lower = text.lowercased()
        return reservations.contains { TagLine.contains(lower, $0) }
    }

    private static let copyrightSigns = ["©", "Copyright ©", "Copyright (c)", "Copyright"]

    /// Words that reserve rights.
    private static let reservations = [
        "rights reserved", "vorbehalten", "riservat", "droits réservés", "reservados", "защищены", "zastrzeżone",
        "vyhrazena", "voorbehouden",
    ]

    private static let agencies: Set<String> = [
        "AP", "AFP", "REUTERS", "Reuters", "EPA", "dpa", "DPA", "TASS", "Sputnik", "RIA", "Getty", "EFE", "ANSA", "РИА",
        "ТАСС",
    ]
}

extension String {
    /// The first place where `part` stands; by bytes.
    func range(ofPart part: String) -> Range<String.Index>? {
        let needle = Array(part.utf8)
        guard let first = needle.first else { return nil }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: needle) {
                return start..<rest.index(start, offsetBy: needle.count)
            }
            rest = rest.dropFirst()
        }
        return nil
    }
}
