extension WebAddress {
    /// Whether both are of one site: the same name below a public suffix, so that `sport.harbor-times.example` and
    /// `harbor-times.example` are. Public suffixes of two labels are told by a short list (`co.uk`, `com.au`).
    public func isSameSite(as other: WebAddress) -> Bool { site == other.site }

    private var site: Substring {
        let labels = host.split(separator: ".")
        guard labels.count > 2 else { return host[...] }
        let isDouble = labels[labels.count - 1].utf8.count == 2 && Self.secondLevels.contains(labels[labels.count - 2])
        let kept = labels.suffix(isDouble ? 3 : 2)
        return kept.first.map { host[$0.startIndex...] } ?? host[...]
    }

    /// What stands before a country under which names are given out.
    private static let secondLevels: Set<Substring> = [
        "co", "com", "org", "net", "gov", "gob", "gouv", "govt", "edu", "ac", "or", "ne", "go", "ad", "mil", "nom",
        "sch", "gen", "web", "asso", "ltd", "plc", "me", "id", "nic", "info", "biz",
    ]

    /// Whether the address is that of a site or of one of its sections: no path, or one short word. A number alone, but a
    /// year, tells a story from others: `/417`, `/?p=417`.
    public var looksLikeFrontPage: Bool {
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        guard let segment = segments.first else { return !isNumberedByParameter }
        let isNumber = segment.allSatisfy { (0x30...0x39).contains($0) }
        let isYear = segment.count == 4 && (segment.starts(with: "19".utf8) || segment.starts(with: "20".utf8))
        return segments.count == 1 && path.utf8.count <= 16 && !looksLikeStory && (!isNumber || isYear)
    }

    /// Whether a parameter that does not count pages is a number.
    private var isNumberedByParameter: Bool {
        guard let mark = canonical.utf8.firstIndex(of: UInt8(ascii: "?")) else { return false }
        return canonical.utf8[mark...].dropFirst().split(separator: UInt8(ascii: "&")).contains { parameter in
            let parts = parameter.split(separator: UInt8(ascii: "="), maxSplits: 1)
            return parts.count == 2 && parts[1].allSatisfy { (0x30...0x39).contains($0) }
                && !["page", "paged", "pg", "start", "offset"].contains { parts[0].elementsEqual($0.utf8) }
        }
    }

    /// Whether it names a post by its number alone, as WordPress does: `?p=1725228`.
    private var isNumberedPost: Bool {
        guard let mark = canonical.utf8.firstIndex(of: UInt8(ascii: "?")) else { return false }
        return canonical.utf8[mark...].dropFirst().split(separator: UInt8(ascii: "&")).contains { parameter in
            parameter.starts(with: "p=".utf8) && parameter.count >= 5
                && parameter.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
        }
    }

    /// Whether the address is that of a list of stories, of one subject or writer.
    public var listsStories: Bool {
        path.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains { Self.lists.contains(String(Substring($0))) }
    }

    private static let lists: Set<String> = [
        "tag", "tags", "topic", "topics", "thema", "themen", "tema", "temas", "emne", "emner", "sujet", "sujets",
        "argomento", "argomenti", "stitek", "etiqueta", "author", "authors", "autor", "autoren", "auteur", "keyword",
    ]

    /// Whether the address looks like that of one story: a number of five digits or more, a name of four words or more,
    /// a year as a folder, a page ending behind a name of three words, a key below `articles`, a numbered post.
    public var looksLikeStory: Bool {
        var digits = 0
        for byte in path.utf8 {
            digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
            if digits >= 5 { return true }
        }
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        if let last = segments.last, last.filter({ $0 == UInt8(ascii: "-") }).count >= 3 { return true }
        if let last = segments.last, last.count >= 8, last.contains(where: { (0x30...0x39).contains($0) }),
            segments.dropLast().contains(where: {
                $0.elementsEqual("articles".utf8) || $0.elementsEqual("article".utf8)
            })
        {
            return true
        }
        if isNumberedPost { return true }
        if segments.dropLast().contains(where: { $0.count == 4 && $0.starts(with: "20".utf8) }) { return true }
        return (path.hasSuffix(".html") || path.hasSuffix(".htm")) && path.utf8.filter { $0 == 0x2D }.count >= 2
    }
}
