import NewsText

/// What lines of a text dump say of its articles. All of it works on the bytes of one line.
enum DumpLine {
    /// The number of an article and how many there are: `3 of 57 DOCUMENTS`, `Document 3 of 57`, `Dokument 3 von 57`,
    /// `Document 3 de 57`, `DOCUMENTS 3 sur 57`. `nil` for other lines.
    static func count(_ line: some Collection<UInt8>) -> (number: Int, total: Int)? {
        guard line.count <= 120, mayCount(line) else { return nil }
        let words = String(decoding: line, as: UTF8.self).lowercased()
            .split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "." }
        func number(_ index: Int) -> Int? {
            guard words.indices.contains(index), words[index].utf8.count <= 7 else { return nil }
            return Int(words[index].filter { $0 != "," })
        }
        guard words.count == 4 else { return nil }
        let isBehind = names.contains(words[3])
        let first = isBehind ? 0 : 1
        guard isBehind || names.contains(words[0]), links.contains(words[first + 1]), let position = number(first),
            let total = number(first + 2), position > 0
        else { return nil }
        return (position, total)
    }

    /// Whether the line holds two numbers and letters enough for `article of`; quickly told, as nearly no line does.
    private static func mayCount(_ line: some Collection<UInt8>) -> Bool {
        var numbers = 0
        var letters = 0
        var isInNumber = false
        for byte in line {
            let isDigit = isDigit(byte)
            if isDigit && !isInNumber { numbers += 1 }
            if byte >= 0x41 { letters += 1 }
            isInNumber = isDigit
        }
        return numbers >= 2 && letters >= 9
    }

    private static let names: Set<Substring> = [
        "document", "documents", "dokument", "dokumente", "dokumenten", "documento", "documentos", "documenti",
        "article",
    ]
    private static let links: Set<Substring> = ["of", "von", "de", "sur", "di"]

    /// Whether the line is `End of Document`, which Nexis Uni prints below each article.
    static func endsDocument(_ line: some Collection<UInt8>) -> Bool {
        line.count <= 40 && ends.contains(String(decoding: line, as: UTF8.self).lowercased())
    }

    private static let ends: Set<String> = ["end of document", "ende des dokuments", "fin du document"]

    /// Whether the line is the number of an article in Factiva: `Document HARTIM0020200312eg3c0001k`.
    static func isAccession(_ line: some Collection<UInt8>) -> Bool {
        guard (24...60).contains(line.count), let first = line.first, first == 0x44 || first == 0x41 else {
            return false
        }
        var words = String(decoding: line, as: UTF8.self).split(separator: " ")
        if words.first == "AN" { words.removeFirst() }
        guard words.count == 2, words[0] == "Document" || words[0] == "Dokument" else { return false }
        let code = words[1].utf8
        return code.count >= 16 && code.allSatisfy { isDigit($0) || isLetter($0) } && code.count(where: isDigit) >= 6
    }

    /// Whether the line is the rule that ProQuest prints between articles.
    static func isRule(_ line: some Collection<UInt8>) -> Bool { line.count >= 20 && line.allSatisfy { $0 == 0x5F } }

    /// The length of an article in words: `523 words`, `LENGTH: 523 words`, `LÄNGE: 523 Wörter`, `523 mots`.
    static func isLength(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let words = text.lowercased().split(separator: " ")
        guard let unit = words.last,
            ["words", "wörter", "wörtern", "woerter", "mots", "palabras", "parole", "word"].contains(unit),
            words.count >= 2
        else { return false }
        return words[words.count - 2].utf8.allSatisfy { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
    }

    static func withSingleBlanks(_ line: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        for byte in line where byte > 0x20 || output.last != 0x20 { output.append(byte > 0x20 ? byte : 0x20) }
        return output
    }

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

/// The services whose dumps are read.
enum DumpKind {
    case nexis, factiva, proquest

    /// What may follow a byte for a sign to begin with both, a bit for each letter whatever its case; 0 for nearly all bytes.
    private static let seconds: [UInt32] = {
        var seconds = [UInt32](repeating: 0, count: 256)
        func add(_ first: Character, _ letters: String) {
            for letter in letters.utf8 { seconds[Int(first.asciiValue ?? 0)] |= 1 << UInt32(letter & 0x1F) }
        }
        for first: Character in ["D", "d"] { add(first, "ok") }
        for first: Character in ["w", "m"] { add(first, "o") }
        for first: Character in ["H", "W"] { add(first, "dc") }
        add("P", "u")
        seconds[0x4C] = .max  // L: Länge has no ASCII letter there
        return seconds
    }()

    /// Whether `bytes` may be a dump or an article of one, by words that all of them have; quickly told.
    static func mayHold(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let text = bytes.assumingMemoryBound(to: UInt8.self)
        return firsts.contains { first in
            let following = seconds[Int(first)]
            var start = 0
            while let found = ByteScan.first(first, in: text, from: start), found + 1 < text.count {
                if following >> UInt32(text[found + 1] & 0x1F) & 1 == 1, holdsSign(bytes, at: found) { return true }
                start = found + 1
            }
            return false
        }
    }

    /// What a sign may begin with.
    private static let firsts = seconds.indices.filter { seconds[$0] != 0 }.map(UInt8.init)

    private static func holdsSign(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Bool {
        let candidates: [[UInt8]]
        switch bytes[index] {
        case 0x44, 0x64: candidates = documentSigns
        case 0x4C: candidates = labelSigns
        case 0x50: candidates = publicationSigns
        case 0x48, 0x57:
            guard index == 0 || bytes[index - 1] == 0x0A else { return false }
            candidates = codeSigns
        default:
            guard index > 1, bytes[index - 1] == 0x20, DumpLine.isDigit(bytes[index - 2]) else { return false }
            candidates = unitSigns
        }
        let rest = bytes[(index + 1)...]
        return candidates.contains { rest.starts(with: $0) }
    }

    private static let documentSigns = ["ocument", "OCUMENT", "okument", "OKUMENT"].map { Array($0.utf8) }
    private static let labelSigns = [
        "ENGTH:", "ength:", "OAD-DATE", "oad-Date", "ONGUEUR", "ongueur", "änge:", "ÄNGE:",
    ].map {
        Array($0.utf8)
    }
    private static let publicationSigns = ["ublication info", "ublication title"].map { Array($0.utf8) }
    private static let codeSigns = ["D", "C"].map { Array($0.utf8) }
    private static let unitSigns = ["ords", "ots"].map { Array($0.utf8) }

    /// What dump the lines are the beginning of, or an article of one; `nil` for any other text.
    ///
    /// One sign alone is no proof: text may mention any of them.
    static func kind(of lines: some Sequence<String>) -> DumpKind? {
        var hasStrongSign = false
        var codes = 0
        var nexis = 0
        var factiva = 0
        var proquest = 0
        for (index, line) in lines.enumerated() {
            if line.utf8.count > 200 { continue }
            if DumpLine.count(line.utf8) != nil {
                hasStrongSign = true
                nexis += 2
                proquest += 2
            } else if DumpLine.isRule(line.utf8) {
                proquest += 1
            } else if DumpLine.endsDocument(line.utf8) {
                nexis += 2
                hasStrongSign = true
            } else if DumpLine.isAccession(DumpLine.withSingleBlanks(line.utf8)) {
                factiva += 2
                hasStrongSign = true
            } else if let (label, value) = DumpLabel.match(line) {
                switch label {
                case .length where DumpLine.isLength(value), .loadDate:
                    nexis += 2
                    hasStrongSign = true
                case .publicationInfo, .proquestNumber:
                    proquest += 2
                    hasStrongSign = true
                case .fullText: proquest += 1
                default:
                    nexis += line.prefix(4).allSatisfy { !$0.isLowercase } ? 1 : 0
                    proquest += line.prefix(4).allSatisfy { !$0.isLowercase } ? 0 : 1
                }
            } else if let code = FactivaCode.match(line[...])?.code {
                let counts = ["HD", "WC", "PD", "SN", "LP", "TD", "AN"].contains(code)
                factiva += counts ? 1 : 0
                codes += counts ? 1 : 0
            } else if index < 12, DumpLine.isLength(line) {
                factiva += 1
            }
        }
        let best = max(nexis, factiva, proquest)
        guard best >= 3, hasStrongSign || codes >= 4 else { return nil }
        return factiva == best ? .factiva : proquest == best ? .proquest : .nexis
    }
}

/// The two-letter names of Factiva's fields.
enum FactivaCode {
    static let known: Set<Substring> = [
        "SE", "HD", "CR", "BY", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF",
        "ART", "CLM", "CX", "CO", "IN", "NS", "RE", "IPD", "IPC", "PUB", "AN",
    ]

    /// The name at the beginning of a line as printed: alone, or with at least two blanks or a tab behind it.
    static func match(_ line: Substring) -> (code: Substring, value: Substring)? {
        guard let first = line.utf8.first, (0x41...0x5A).contains(first) else { return nil }
        let code = line.prefix(4).prefix { $0.isASCII && $0.isUppercase }
        guard (2...3).contains(code.utf8.count), known.contains(code) else { return nil }
        let rest = line.dropFirst(code.count)
        if rest.utf8.allSatisfy({ $0 <= 0x20 }) { return (code, "") }
        guard rest.first == "\t" || rest.hasPrefix("  ") else { return nil }
        return (code, rest.drop { $0 == " " || $0 == "\t" })
    }
}

/// The labels of Nexis and ProQuest.
enum DumpLabel: Hashable {
    case headline, byline, section, length, dateline, highlight, graphic, loadDate, language, subject, url, body
    case abstract, fullText, publicationInfo, publication, publicationDate, proquestNumber
    /// Known, but no field of an article.
    case other

    /// The label that opens a line, and what stands behind its colon.
    static func match(_ line: String) -> (label: DumpLabel, value: String)? {
        let head = line.utf8.prefix(40)
        guard let colon = head.firstIndex(of: 0x3A), colon > head.startIndex else { return nil }
        guard let label = labels[foldedKey(String(line[..<colon]))] else { return nil }
        return (label, normalizedText(String(line[line.utf8.index(after: colon)...])))
    }

    private static let labels: [String: DumpLabel] = {
        var labels: [String: DumpLabel] = [:]
        for (label, names) in table {
            for name in names.split(separator: ",") { labels[foldedKey(String(name))] = label }
        }
        return labels
    }()

    private static let table: [(DumpLabel, String)] = [
        (.headline, "headline,title,titel,titre,überschrift"),
        (.byline, "byline,author,authors,autor,auteur,auteurs,verfasser"),
        (.section, "section,rubrik,rubrique,ressort"),
        (.length, "length,länge,longueur"),
        (.dateline, "dateline,ortsmarke"),
        (.highlight, "highlight,dachzeile,encart,subtitle"),
        (.graphic, "graphic,grafik,graphique"),
        (.loadDate, "load-date,update,datum-laden,date-chargement,ladedatum"),
        (.language, "language,sprache,langue,language of publication"),
        (.subject, "subject,thema,sujet,subjects"),
        (.url, "url"),
        (.body, "body,text,volltext"),
        (.abstract, "abstract"),
        (.fullText, "full text"),
        (.publicationInfo, "publication info"),
        (.publication, "publication title"),
        (.publicationDate, "publication date"),
        (.proquestNumber, "proquest document id"),
        (
            .other,
            """
            publication-type,publikationstyp,type-publication,journal-code,zeitschriften-code,code-revue,series,type,\
            correction-date,distribution,copyright,geographic,organization,company,person,ticker,industry,state,country,\
            city,notes,document-type,classification,links,location,people,company / organization,pages,publication year,\
            publication subject,publisher,place of publication,country of publication,issn,source type,document type,\
            document url,last updated,database,volume,issue,first page,edition,dateline date,column,credit,\
            identifier / keyword,classification code,accession number,proquest document link,source attribution,name
            """
        ),
    ]
}
