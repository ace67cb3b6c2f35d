import NewsText

/// Tags printed on a line.
enum TagLine {
    /// The tags of a line that is known to hold tags, in order, none twice. Commas, semicolons, bars, dots and hash
    /// signs part them, except within brackets.
    static func tags(in text: some StringProtocol) -> [String] {
        var tags: [String] = []
        let scalars = text.unicodeScalars
        var start = scalars.startIndex
        var depth = 0
        func endTag(at index: String.Index) {
            let tag = trimmedTag(Substring(text[start..<index]))
            if !tag.isEmpty { tags.append(String(tag)) }
        }
        let hasHashes = scalars.first == "#"
        for (index, scalar) in zip(scalars.indices, scalars) {
            switch scalar {
            case "(", "（": depth += 1
            case ")", "）": depth = max(0, depth - 1)
            case ",", ";", "|", "·", "•", "，", "、", "；", "،", "؛":
                guard depth == 0 else { continue }
                endTag(at: index)
                start = scalars.index(after: index)
            case "#" where hasHashes:
                endTag(at: index)
                start = scalars.index(after: index)
            default: continue
            }
        }
        endTag(at: scalars.endIndex)
        if tags.count == 1, let only = tags.first, isIdeographicList(only) {
            tags = only.split(separator: " ").map(String.init)
        }
        return withoutRepeats(tags)
    }

    /// Whether `text` is entries parted by blanks in a script that has no blanks within them.
    private static func isIdeographicList(_ text: String) -> Bool {
        text.utf8.contains(0x20) && text.unicodeScalars.allSatisfy { $0 == " " || LineShape.isIdeographic($0) }
    }

    /// `tags` without those that an earlier one equals by its folded key.
    static func withoutRepeats(_ tags: [String]) -> [String] {
        var seen: Set<String> = []
        return tags.filter { seen.insert(foldedKey($0)).inserted }
    }

    /// How sure it is that an unlabelled line holds tags and no headline.
    enum Likeness: Comparable {
        case none, possible, certain
    }

    /// How much `text` looks like a tag line: several short parts without the words and signs that sentences have.
    static func likeness(of text: String) -> Likeness {
        guard text.utf8.count <= 1_000, !LineShape.endsSentence(text) else { return .none }
        let parts = tags(in: text)
        let commas =
            ByteScan.holds(0x2C, text)
            || !ByteScan.isASCII(text) && text.unicodeScalars.contains { "，、،".unicodeScalars.contains($0) }
        if parts.count == 1 {
            return !commas && isTagLike(parts[0], among: 1) ? .possible : .none
        }
        guard commas else { return .none }
        if parts.count > 2, areMostlySmall(parts) { return .certain }
        guard parts.allSatisfy({ isTagLike($0, among: parts.count) }) else { return .none }
        let longest = parts.map { LineShape.wordCount($0) }.max() ?? 0
        if parts.count == 2 { return longest <= 2 ? .possible : startsSmall(parts) ? .possible : .none }
        if parts.count == 3, longest > 2, !startsSmall(parts) { return .possible }
        return .certain
    }

    /// Whether short parts begin with small letters as headlines' parts do not: `right to protest, Norland, police`.
    /// What such parts hold besides does not matter then.
    private static func areMostlySmall(_ parts: [String]) -> Bool {
        let small = parts.filter { part in
            let first = part.prefix { $0 != " " }
            return first.unicodeScalars.first?.properties.isLowercase == true
                && !clauseOpenings.contains(foldedKey(String(first)))
        }
        // Behind the first comma only headlines go on to a colon or dash: `Rain, snow, ice: winter is here`.
        guard !parts.dropFirst().contains(where: holdsClauseSign) else { return false }
        return small.count * 3 >= parts.count && parts.allSatisfy { LineShape.wordCount($0) <= 6 }
            && parts.filter { LineShape.wordCount($0) <= 3 }.count * 2 > parts.count
    }

    /// Words that open a clause behind a comma, which tags do not.
    private static let clauseOpenings: Set<String> = Set(
        """
        and or but as says said say so yet not no then than if when while who which that what how the a an his her its \
        their und oder aber so sagt wie wenn dass der die das ein eine le la les un une et ou mais dit selon qui que el \
        los las una y o pero dice según que il lo gli i una e ma dice che o os as um uma e mas diz que и а но или что \
        как i a ale lub że mówi ve ama
        """.split(separator: " ").map { foldedKey(String($0)) })

    /// Whether one of the entries on a line begins with a small letter.
    static func startsSmall(_ text: String) -> Bool { startsSmall(tags(in: text)) }

    /// Whether one of several parts begins with a small letter: headlines begin their parts with capitals.
    private static func startsSmall(_ parts: [String]) -> Bool {
        parts.contains { $0.unicodeScalars.first?.properties.isLowercase == true }
    }

    /// Whether a part can be a tag among `count` of them. The more parts a line has, the less a headline it can be, and
    /// the more a single part may look like one: `Back to the Future`, `Star Wars: The Last Jedi`.
    private static func isTagLike(_ part: String, among count: Int) -> Bool {
        let words = count == 1 ? 3 : count > 3 ? 9 : 7
        guard part.utf8.count <= 120, LineShape.wordCount(part) <= words else { return false }
        guard let first = part.unicodeScalars.first, let last = part.unicodeScalars.last else { return false }
        if count > 4, LineShape.wordCount(part) <= 5 { return last != ":" }
        if holdsClauseSign(part) { return false }
        if "\"'“‘«„".unicodeScalars.contains(first) || "?!:".unicodeScalars.contains(last) { return false }
        let folded = foldedKey(part)
        return !folded.split(separator: " ").dropFirst().contains { sentenceWords.contains(String($0)) }
    }

    private static func holdsClauseSign(_ part: String) -> Bool {
        [" – ", " — ", " - ", ": ", "? ", "! "].contains { contains(part, $0) }
    }

    /// Whether `part` stands in `text` where a word begins, short parts as whole words: endings may follow a name.
    static func names(_ text: String, _ part: String) -> Bool {
        let bytes = Array(text.utf8)
        let needle = Array(part.utf8)
        guard let first = part.unicodeScalars.first, needle.count <= bytes.count else { return false }
        let isWithinWord = { (index: Int) in
            bytes.indices.contains(index) && (bytes[index] >= 0x80 || LineShape.isASCIIWord(bytes[index]))
        }
        for start in 0...(bytes.count - needle.count)
        where bytes[start] == needle[0] && bytes[start...].starts(with: needle) {
            if LineShape.isIdeographic(first) { return true }
            if isWithinWord(start - 1) { continue }
            if needle.count > 4 || !isWithinWord(start + needle.count) { return true }
        }
        return false
    }

    /// Whether `part` stands in `text`, byte for byte.
    static func contains(_ text: String, _ part: String) -> Bool {
        ByteScan.holds(part, text)
    }

    /// Words that headlines hold behind their first word and tags hardly do.
    private static let sentenceWords: Set<String> = Set(
        """
        is are was were will would says said say after before amid over about as by from into than that but because \
        has have had be been to with during while despite against why how what who when ist sind wird werden nach vor \
        sagt wegen über est sont sera après avant selon dit según tras dice será è sono dopo dice prima é são após diz \
        после из-за заявил будет по je jsou po bude jest są być oznacza için sonra dedi
        """.split(separator: " ").map { foldedKey(String($0)) })

    private static func trimmedTag(_ tag: Substring) -> Substring {
        var tag = trimmed(tag)
        while let last = tag.unicodeScalars.last, last == "." && !tag.dropLast().contains(".") {
            tag = trimmed(tag.dropLast())
        }
        return tag
    }
}
