import NewsText

/// The writers' line: `By Jane Doe and John Roe, Science Correspondents`.
enum BylineLine {
    /// Whether `rest`, which stood behind `By` or `Von`, names writers: few words, most of them names.
    static func namesWriters(_ line: String, isLabel: Bool) -> Bool {
        let rest = beforeSigns(line)
        guard (2...160).contains(rest.utf8.count), !LineShape.endsSentence(rest) || rest.utf8.count < 60 else {
            return false
        }
        let words = rest.split(separator: " ")
        guard words.count <= 20, !rest.utf8.contains(0x3F) else { return false }
        let names = words.filter { word in
            guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return false }
            return !first.properties.isLowercase
        }
        guard let first = words.first?.unicodeScalars.first, !first.properties.isLowercase else { return false }
        if words.contains(where: { $0.utf8.contains { (0x30...0x39).contains($0) } }) { return false }
        if isLabel { return names.count * 2 >= words.count }
        return (2...14).contains(names.count) && names.count * 3 >= words.count * 2
            || (words.count == 1 && names.count == 1)
    }

    /// The names in a byline, in order, without roles and outlets behind them.
    static func authors(in byline: String) -> [String] {
        var names: [String] = []
        for part in separated(beforeSigns(byline)) {
            let words = part.split(separator: " ")
            guard let first = words.first, first.unicodeScalars.first?.properties.isLowercase == false else { continue }
            if !names.isEmpty, words.contains(where: { roles.contains(foldedKey(String($0))) }) || isAgency(words) {
                continue
            }
            let name = withoutPlace(words)
            if !name.isEmpty, name.utf8.count <= 80, !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// What stands before the sign or bracket that roles, outlets and places follow.
    private static func beforeSigns(_ byline: String) -> String {
        var head = byline
        for sign in [" | ", " – ", " — ", " - ", "; ", " • ", " · ", " ("] {
            if let range = head.range(ofPart: sign) { head = String(head[..<range.lowerBound]) }
        }
        return head
    }

    /// `AP` and `CPN` behind a name: one short word in capitals.
    private static func isAgency(_ words: [Substring]) -> Bool {
        words.count == 1 && (2...5).contains(words[0].utf8.count)
            && words[0].unicodeScalars.allSatisfy(\.properties.isUppercase)
    }

    /// `Jane Doe in Port Alder`, `Jane Doe for the Harbor Times` without what follows the name.
    private static func withoutPlace(_ words: [Substring]) -> String {
        let name = words.prefix { !placeWords.contains(String($0)) }
        return name.joined(separator: " ")
    }

    /// Parts at commas and the words for "and".
    private static func separated(_ text: String) -> [String] {
        var parts: [String] = []
        for piece in text.split(whereSeparator: { ",،、，/&".contains($0) }) {
            var current: [Substring] = []
            for word in piece.split(separator: " ") {
                if conjunctions.contains(String(word)) {
                    parts.append(current.joined(separator: " "))
                    current = []
                } else {
                    current.append(word)
                }
            }
            parts.append(current.joined(separator: " "))
        }
        return parts.filter { !$0.isEmpty }
    }

    private static let conjunctions: Set<String> = [
        "and", "And", "AND", "und", "et", "y", "e", "i", "и", "a", "og", "och", "en", "ve", "ja", "és", "și", "και",
        "і", "та", "with",
        "und", "UND", "mit",
    ]
    private static let placeWords: Set<String> = [
        "in", "for", "at", "from", "reporting", "aus", "für", "à", "pour", "en", "para", "per", "w", "dla", "v", "pro",
    ]
    private static let roles: Set<String> = Set(
        """
        correspondent correspondents editor editors reporter reporters writer writers staff journalist photographer \
        columnist contributor bureau chief desk news times agency korrespondent korrespondentin redakteur redakteurin \
        journaliste correspondante rédacteur redactor corresponsal periodista redattore corrispondente giornalista \
        jornalista correspondente корреспондент редактор журналист redaktor dziennikarz redaktorka muhabir
        """.split(separator: " ").map { foldedKey(String($0)) })
}

extension PageReader {
    /// Takes the byline that `match` opens; `false` when no writers are named.
    mutating func takeByline(_ match: PhraseBook.Match, at index: Int) -> Bool {
        var rest = String(match.rest)
        guard !rest.isEmpty else { return false }
        // A date may share the line: `By Jane Doe | March 3, 2020`.
        var date: DateLine?
        if let finding = PrintedDate.findings(in: rest, order: order).first, finding.range.lowerBound > 0 {
            let bytes = Array(rest.utf8)
            date = DateLine.read(
                String(decoding: bytes[finding.range.lowerBound...], as: UTF8.self), meaning: nil,
                rest: String(decoding: bytes[finding.range.lowerBound...], as: UTF8.self)[...], book: book, order: order
            )
            let name = String(decoding: bytes[..<finding.range.lowerBound], as: UTF8.self)
            rest = Self.withoutDateLabel(name, book: book)
        }
        guard BylineLine.namesWriters(rest, isLabel: match.isLabel) else { return false }
        page.byline = rest
        if let date { take(date, at: index) }
        use(index)
        return true
    }

    /// The names before a date, without the signs and the label between them.
    private static func withoutDateLabel(_ text: String, book: PhraseBook) -> String {
        var rest = Substring(text)
        while true {
            while let last = rest.unicodeScalars.last, " |·•,;:-–—(".unicodeScalars.contains(last) {
                rest = Substring(rest.unicodeScalars.dropLast())
            }
            guard let blank = rest.utf8.lastIndex(of: 0x20) else { break }
            let word = foldedKey(String(rest[rest.utf8.index(after: blank)...]))
            guard let meaning = book.openings[word], meaning == .published || meaning == .modified else { break }
            rest = rest[..<blank]
        }
        return String(rest)
    }
}
