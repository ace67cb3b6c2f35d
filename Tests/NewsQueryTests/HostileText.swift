import TestSupport

/// Strings made to break a parser: pieces of the language, of SQL and FTS5, and odd characters in any order.
struct HostileText {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    private static let pieces = [
        "(", ")", "((", "))", "\"", "\"\"", "“", "”", "„", "«", "»", "'", "''", "*", "-", "--", "!", "#", "=", ":",
        "~2", "^", "+",
        "/", "\\", "[", "]", "{", "}", "<", ">", ">=", "%", "_", ";", "?", ",", ".", "..", "|", "&", "@", "$", "`",
        " ", "  ", "\t", "\n", "\r\n", "\u{0}", "\u{1}", "\u{7F}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}",
        "\u{FEFF}",
        "\u{E000}", "\u{E000}a", "\u{E001}", "\u{F8FF}", "\u{10FFFF}", "\u{FFFD}", "\u{301}", "\u{202E}", "👨‍👩‍👧", "ﬁ", "İ",
        "ß",
        "AND", "OR", "NOT", "NEAR", "NEAR/", "NEAR/3", "near5", "w/5", "and", "or", "TO", "MATCH", "rank", "rowid",
        "headline:", "body:", "tag:", "#tag", "lang:", "id:", "url:", "has:", "is:", "date:", "since:", "on:",
        "published:",
        "captured:", "entity:", "person:", "outlet:", "section:", "related:", "footnote:", "nofield:", "2024",
        "2024-13",
        "2024-02-30", "7d", "[2024 TO", "TO 2025]", "2023..", "today", "9999999999999999999999",
        "iraq", "Iraq*", "air strike", "U.S.", "1,000", "COVID-19", "O’Brien", "AT&T", "東京", "東", "กรุงเทพ", "x", "C++",
        "article_fts", "DROP TABLE articles;", "NEAR(\"a\" \"b\", 2)", "{headline}:", "-- ", "/*", "col:",
        "http://a.b/c?d=e",
    ]

    /// The next string; most are short, a few are longer than a query may be.
    mutating func next() -> String {
        let count =
            random.once(in: 200) ? Int.random(in: 500...3_000, using: &random) : Int.random(in: 0...24, using: &random)
        var text = ""
        for _ in 0..<count {
            if random.once(in: 12) {
                text.unicodeScalars.append(scalar())
            } else {
                text += random.pick(Self.pieces)
            }
            if random.once(in: 2) { text += " " }
        }
        return text
    }

    private mutating func scalar() -> Unicode.Scalar {
        while true {
            let limit: UInt32 = random.once(in: 2) ? 0x300 : 0x11_0000
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) { return scalar }
        }
    }
}
