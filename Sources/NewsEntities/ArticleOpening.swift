import NewsModel

extension Article {
    /// Names are looked for in so many bytes of a body: what is longer is no article, and each byte takes about twenty
    /// while that is done.
    static let longestNamed = 6 << 20

    /// That not all of it is looked through for names; `nil` when it is.
    var longBodyNote: String? {
        guard isLongerThanNamed else { return nil }
        return "entities: names are looked for in the first \(Self.longestNamed) bytes of the body only"
    }

    /// What names are looked for in: all of an article of usual length, else it with the beginning of its body.
    var namedPart: Article {
        guard isLongerThanNamed else { return self }
        var part = self
        part.paragraphs = []
        var left = Self.longestNamed
        for paragraph in paragraphs where left > 0 {
            part.paragraphs.append(Self.beginning(of: paragraph, bytes: left))
            left -= paragraph.utf8.count
        }
        return part
    }

    private var isLongerThanNamed: Bool {
        var left = Self.longestNamed
        for paragraph in paragraphs {
            left -= paragraph.utf8.count
            if left < 0 { return true }
        }
        return false
    }

    /// At most `count` bytes of `text`, all its characters whole.
    private static func beginning(of text: String, bytes count: Int) -> String {
        guard text.utf8.count > count else { return text }
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: count)
        while end > text.startIndex, text.utf8[end] & 0xC0 == 0x80 { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }
}
