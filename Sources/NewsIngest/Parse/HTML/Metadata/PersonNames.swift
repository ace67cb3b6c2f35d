import NewsText

/// Takes the names of people out of the lines that hold them: `By Ida Brandt and Samuel Okoro, Port Alder`.
enum PersonNames {
    /// The names in `line`, tidied, none empty; nothing for a line too long to be one of names.
    static func split(_ line: String) -> [String] {
        var line = plainLine(line)
        guard !line.isEmpty, line.unicodeScalars.count <= 300 else { return [] }
        line = withoutOpening(withoutBrackets(line))
        return parts(of: line).flatMap(names(inPart:)).map(tidied).filter { !$0.isEmpty }
    }

    /// Whether `name` may be what a source of names calls a writer: no address, no label, not too long.
    static func isWriter(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard !name.isEmpty, name.unicodeScalars.count <= 60, words.count <= 6 else { return false }
        if name.utf8.first.map({ (0x30...0x39).contains($0) }) == true { return false }
        let lower = name.lowercased()
        if nobody.contains(lower) || lower.contains("@") || lower.contains("http") || lower.contains("www.") {
            return false
        }
        return !labels.contains(where: lower.contains)
    }

    /// Whether `name` is spelled as people's names are: two to five words with capitals. Scripts without capitals: two to
    /// twelve letters without a digit.
    static func isSpelledAsPerson(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        if name.unicodeScalars.contains(where: {
            ("0"..."9").contains($0) || "©?!:“”\"»«|/".unicodeScalars.contains($0)
        }) {
            return false
        }
        guard (2...5).contains(words.count) else { return false }
        if words.contains(where: { notNames.contains($0.lowercased()) }) { return false }
        return words.allSatisfy { word in
            guard let first = word.unicodeScalars.first else { return false }
            return first.properties.isUppercase || !first.properties.isCased || particles.contains(word.lowercased())
        }
    }

    /// `line` behind an opening word of a byline; `nil` when it has none.
    static func afterOpening(_ line: String) -> String? {
        let rest = withoutOpening(line, isStrict: false)
        return rest == line ? nil : rest
    }

    // MARK: Parts

    private static func withoutBrackets(_ line: String) -> String {
        guard line.utf8.contains(0x28) else { return line }
        var output = ""
        var depth = 0
        for character in line {
            if character == "(" { depth += 1 }
            if depth == 0 { output.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
        return output
    }

    /// `line` without the words that open a byline. Words that also begin names (`De Niro`) go only before two more
    /// words with capitals.
    private static func withoutOpening(_ line: String, isStrict: Bool = true) -> String {
        let trimmed = line.drop {
            $0 == " " || $0 == "," || $0 == "-" || $0 == "–" || $0 == "—" || $0 == "|" || $0 == ":"
        }
        let words = trimmed.split(separator: " ")
        for opening in openings {
            guard words.count > opening.count else { continue }
            var matches = true
            for (word, wanted) in zip(words, opening) where matches {
                matches = word.lowercased().trimmingColons == wanted
            }
            guard matches else { continue }
            let rest = words.dropFirst(opening.count)
            let last = words[opening.count - 1]
            if isStrict, opening.count == 1, particles.contains(opening[0]), last.hasSuffix(":") == false {
                let isCapital = last.first?.isUppercase == true
                let next = rest.first?.first
                if next?.isLowercase == true || isCapital && rest.count < 2 { return String(trimmed) }
            }
            return rest.joined(separator: " ")
        }
        // `Text:Ida Brandt`
        if let colon = trimmed.firstIndex(of: ":"), openingWords.contains(trimmed[..<colon].lowercased()) {
            return withoutOpening(String(trimmed[trimmed.index(after: colon)...]), isStrict: isStrict)
        }
        return String(trimmed)
    }

    private static func parts(of line: String) -> [String] {
        var parts: [String] = []
        var current: [Substring] = []
        func end() {
            if !current.isEmpty { parts.append(current.joined(separator: " ")) }
            current = []
        }
        for word in line.split(separator: " ") {
            if signs.contains(word) || joiners.contains(word.lowercased()), !current.isEmpty || signs.contains(word) {
                end()
                continue
            }
            let pieces = word.split(omittingEmptySubsequences: false) { ";|•·、，／".contains($0) }
            for (index, piece) in pieces.enumerated() {
                if index > 0 { end() }
                if !piece.isEmpty { current.append(piece) }
            }
        }
        end()
        return parts
    }

    /// The names in a part between signs: full names between commas, else what stands before a role or place.
    private static func names(inPart part: String) -> [String] {
        let pieces = part.split(separator: ",").map { $0.trimmingBlanks }.filter { !$0.isEmpty }
        guard pieces.count > 1 else { return pieces }
        func namesRole(_ piece: String) -> Bool {
            piece.lowercased().split { !$0.isLetter }.contains { roles.contains(String($0)) }
        }
        if pieces.prefix(2).allSatisfy({ $0.contains(" ") }), !pieces.contains(where: namesRole) { return pieces }
        let full = pieces.filter { $0.contains(" ") && !namesRole($0) }
        return full.isEmpty ? [pieces[0]] : full
    }

    private static func tidied(_ name: String) -> String {
        let edges: Set<Character> = [" ", ",", "-", "–", "—", ":", "|", "→", "←", "/", "*"]
        var name = name[...]
        func trim() {
            while let first = name.first, edges.contains(first) || first == "." { name = name.dropFirst() }
            while let last = name.last, edges.contains(last) { name = name.dropLast() }
        }
        trim()
        let lower = name.lowercased()
        for label in linkLabels where lower.hasPrefix(label + " ") && lower.utf8.count == name.utf8.count {
            name = name.dropFirst(label.count)
        }
        name = withoutOpening(String(name))[...]
        if let at = name.split(separator: " ").last, at.hasPrefix("@") { name = name.dropLast(at.count) }
        trim()
        if name.hasSuffix("."), !keepsFullStop(name) { name = name.dropLast() }
        return String(name)
    }

    private static func keepsFullStop(_ name: Substring) -> Bool {
        guard let last = name.dropLast().split(separator: " ").last else { return true }
        return last.count == 1 || ["jr", "sr", "dr", "e.v", "inc", "ph.d", "m.d"].contains(last.lowercased())
            || last.contains(".")
    }

    // MARK: Words

    private static let openings: [[String]] = [
        "written by", "reported by", "story by", "geschrieben von", "escrito por", "a cura di", "rédigé par",
        "écrit par",
        "ein beitrag von", "eine analyse von", "ein kommentar von", "interview von", "text von", "from our", "tekst av",
        "av", "by", "von", "par", "por", "di", "da", "de", "door", "af", "text", "words", "autor", "autorin", "author",
        "authors", "autoren", "redazione", "przez", "od", "yazan", "oleh", "автор", "текст", "tekst", "auteur",
        "autore", "penulis", "reporter", "skrevet av", "foto", "redaktion",
    ].map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
    private static let openingWords = Set(openings.filter { $0.count == 1 }.map { $0[0] })
    private static let joiners: Set<String> = [
        "and", "und", "et", "y", "e", "&", "og", "och", "en", "ve", "sowie", "и", "та", "i", "dan",
    ]
    private static let signs: Set<Substring> = ["/", "&", "|", "•", "·", ";"]
    private static let particles: Set<String> = [
        "von", "van", "de", "der", "den", "di", "da", "del", "la", "le", "bin", "al", "zu", "ten", "el", "dos", "y",
        "e",
        "af", "av", "du", "ibn", "ben", "ter", "das", "do",
    ]
    private static let roles: Set<String> = [
        "reporter", "editor", "correspondent", "writer", "journalist", "redakteur", "redakteurin", "chefredakteur",
        "chefredakteurin", "korrespondent", "korrespondentin", "autor", "autorin", "staff", "columnist", "contributor",
        "redaktion", "producer", "freelance", "bureau", "senior", "chief", "political", "deputy", "redactor",
        "periodista", "muhabir", "journaliste", "giornalista",
    ]
    private static let nobody: Set<String> = [
        "admin", "administrator", "editor", "editors", "staff", "staff writer", "staff reporter", "guest", "none",
        "null",
        "undefined", "unknown", "user", "webmaster", "author", "autor", "autorin", "von", "by", "redaktion", "profile",
        "email", "twitter", "facebook", "all articles", "view all", "online", "web desk", "n/a", "root", "newsroom",
        "anonymous", "default", "foto", "text",
    ]
    private static let labels = [
        "published", "updated", "min read", "mins read", "minute read", "minutes read", "newsletter", "subscribe",
        "follow",
        "share ", "posted", "read more",
    ]
    private static let linkLabels = [
        "show all articles by", "show all articles of", "show all posts by", "view all posts by",
        "zeige alle beiträge von",
        "alle beiträge von", "alle artikel von", "posts by", "more by", "articles by", "more from", "artikel von",
        "mehr von",
    ]
    private static let notNames: Set<String> = [
        "foto", "photo", "bild", "image", "getty", "inhalt", "springen", "view", "all", "more", "alle", "article",
        "articles", "post", "posts", "profile", "bio", "contact", "follow", "about", "staff", "news", "online", "stand",
        "uhr", "images", "send", "request",
    ]
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.first == " " { text = text.dropFirst() }
        while text.last == " " { text = text.dropLast() }
        return String(text)
    }
}

extension String {
    fileprivate var trimmingColons: String {
        var text = self
        while text.last == ":" { text.removeLast() }
        return text
    }
}
