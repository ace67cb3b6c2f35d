import NewsModel

/// Writes sentences about the names of one article.
struct ProseWriter {
    /// The name the article is mostly about.
    let mainName: [UInt8]

    private let names: [NamePool.Name]
    private let vocabulary: Vocabulary
    private var random: RandomSource
    /// Which names have stood in full: after that, mostly their short form stands.
    private var introduced: Set<Int> = []

    init(plan: ArticlePlan, generator: CaptureGenerator) {
        names = plan.names.map(generator.names.name)
        mainName = names.first?.full ?? []
        vocabulary = generator.vocabulary
        random = RandomSource(seed: generator.seed, article: plan.number, purpose: 4)
    }

    /// Writes sentences of `words` words in all.
    mutating func writeParagraph(words: Int, hasFootnote: Bool, to bytes: inout [UInt8]) {
        var left = words
        var isFirst = true
        while left > 0 {
            if !isFirst { bytes.append(0x20) }
            var length = min(left, 8 + random.below(22))
            if left - length < 5 { length = left }
            if isFirst && hasFootnote {
                bytes += mainName
                bytes += "* ".utf8
            }
            if random.chance(12) && length > 10 {
                writeQuote(words: length, to: &bytes)
            } else {
                writeSentence(words: length, to: &bytes)
            }
            left -= length
            isFirst = false
        }
    }

    /// Writes a sentence that ends with a full stop.
    mutating func writeSentence(words: Int, to bytes: inout [UInt8]) {
        writeWords(words, to: &bytes)
        bytes.append(UInt8(ascii: "."))
    }

    private mutating func writeQuote(words: Int, to bytes: inout [UInt8]) {
        let marks = random.chance(50) ? ("“", ",” ") : ("\"", ",\" ")
        bytes += marks.0.utf8
        writeWords(words - 3, to: &bytes)
        bytes += marks.1.utf8
        if names.isEmpty { bytes += "officials".utf8 } else { writeName(to: &bytes) }
        bytes += " said.".utf8
    }

    private mutating func writeWords(_ count: Int, to bytes: inout [UInt8]) {
        appendCapitalized(&bytes) { vocabulary.appendWord(&random, to: &$0) }
        for position in 1..<max(count, 2) {
            let kind = random.below(100)
            if position > 2, position < count - 2, kind < 7 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(0x20)
            if kind >= 93 && !names.isEmpty {
                writeName(to: &bytes)
            } else if kind == 92 {
                writeNumber(to: &bytes)
            } else {
                vocabulary.appendWord(&random, to: &bytes)
            }
        }
    }

    private mutating func writeName(to bytes: inout [UInt8]) {
        // The first ones more often: the lesser of two draws.
        let index = min(random.below(names.count), random.below(names.count))
        let name = names[index]
        if introduced.insert(index).inserted || random.chance(20) {
            bytes += name.full
            if name.kind == .organization, name.short != name.full, random.chance(60) {
                bytes += " (".utf8
                bytes += name.short
                bytes += ")".utf8
            }
        } else {
            bytes += name.short
        }
    }

    private mutating func writeNumber(to bytes: inout [UInt8]) {
        switch random.below(3) {
        case 0: bytes += String(2 + random.below(98)).utf8
        case 1: bytes += "\(1 + random.below(900)),\(100 + random.below(900))".utf8
        default: bytes += "\(1 + random.below(99)).\(random.below(10)) percent".utf8
        }
    }
}

/// `17:23`
func clock(_ seconds: Int64) -> String {
    let minutes = Int(seconds % 86_400) / 60
    return padded(minutes / 60, width: 2) + ":" + padded(minutes % 60, width: 2)
}

/// `19 October 2020`
func longDate(_ seconds: Int64) -> String {
    let (year, month, day) = Instant(seconds: seconds).civil
    return "\(day) \(monthNames[month - 1]) \(year)"
}

/// `18.05.2017`
func numericDate(_ seconds: Int64) -> String {
    let (year, month, day) = Instant(seconds: seconds).civil
    return "\(padded(day, width: 2)).\(padded(month, width: 2)).\(year)"
}

private let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]
