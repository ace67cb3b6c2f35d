/// Writes one capture as its page's text would have been saved.
struct CaptureWriter {
    /// What is written.
    private(set) var bytes: [UInt8] = []

    private let plan: ArticlePlan
    private let generator: CaptureGenerator
    private var random: RandomSource
    private var prose: ProseWriter
    private let indent: String

    init(plan: ArticlePlan, generator: CaptureGenerator) {
        self.plan = plan
        self.generator = generator
        random = RandomSource(seed: generator.seed, article: plan.number, purpose: 3)
        prose = ProseWriter(plan: plan, generator: generator)
        indent = plan.form == .general ? "" : "    "
        bytes.reserveCapacity(plan.words * 8 + 1_024)
    }

    /// Writes the whole capture.
    mutating func write() {
        switch plan.form {
        case .newer: writeNewerLayout()
        case .older: writeOlderLayout()
        case .general: writeGeneralPage()
        }
    }

    private mutating func writeNewerLayout() {
        writeClock()
        line("Listen Live", indented: false)
        line(plan.sectionName)
        if random.chance(30) { writeDateLines() }
        line("Get short URL")
        line("\(random.below(4)) \(random.below(300))")
        writeStoryline()
        line("")
        writeBody()
        writeStoryline()
        writeFamilyEnd()
    }

    private mutating func writeOlderLayout() {
        writeClock()
        if random.chance(70) { line("Listen Live", indented: false) }
        if random.chance(40) { line("Search", indented: false) }
        append(indent)
        prose.writeSentence(words: 8, to: &bytes)
        bytes.append(0x0A)
        line("")
        append(indent)
        bytes += generator.headline(plan.number)
        bytes.append(0x0A)
        line("")
        let photographer = generator.names.name(plan.number % 200 * 10).full
        line((random.chance(50) ? "© Sputnik / " : "© AP Photo/ ") + String(decoding: photographer, as: UTF8.self))
        line(plan.sectionName)
        if random.chance(60) { writeDateLines() }
        line("Get short URL")
        line("\(random.below(4))\(random.chance(50) ? " " : "")\(random.below(300))")
        writeStoryline()
        line("")
        writeBody()
        writeStoryline()
        writeFamilyEnd()
    }

    private mutating func writeFamilyEnd() {
        bytes += "\n\n".utf8
        writeRelatedHeadlines()
        if !random.chance(4) { writeTags(label: indent) }
        append(indent + "Community standardsDiscussion")
    }

    private mutating func writeGeneralPage() {
        bytes += generator.headline(plan.number)
        bytes += "\n\n".utf8
        if random.chance(50) {
            prose.writeSentence(words: 18, to: &bytes)
            bytes += "\n\n".utf8
        }
        if random.chance(70) {
            let author = String(decoding: generator.names.name(plan.number % 300 * 10).full, as: UTF8.self)
            line("By \(author)")
        }
        line(generalDate)
        line("Share this")
        line("")
        writeBody()
        if random.chance(80) {
            line("")
            line(random.chance(50) ? "Related:" : "More on this story")
            writeRelatedHeadlines()
        }
        line("")
        if !random.chance(10) { writeTags(label: random.chance(50) ? "Tags: " : "Topics: ") }
        if random.chance(30) { line("Sign up for our newsletter") }
    }

    /// The page's clock in the spellings it has, offset and day glued.
    private mutating func writeClock() {
        let offset = [0, 0, 0, 0, 0, 3, 3, 1, 5, -1][random.below(10)]
        if offset < 0 {
            line("\(clock(plan.captured.seconds)) \(longDate(plan.captured.seconds))", indented: false)
        } else {
            let local = plan.captured.seconds + Int64(offset) * 3_600
            let zone = offset == 0 ? "GMT" : "GMT +\(offset)"
            line("\(clock(local)) \(zone)\(longDate(local))", indented: false)
        }
    }

    private mutating func writeDateLines() {
        line("\(clock(plan.published.seconds)) \(numericDate(plan.published.seconds))")
        if random.chance(25) {
            let changed = min(plan.published.seconds + 1_800, plan.captured.seconds)
            line("Last update: \(clock(changed)) \(numericDate(changed))")
        }
    }

    private var generalDate: String {
        mutating get {
            let seconds = plan.published.seconds
            return switch random.below(4) {
            case 0: "Published \(longDate(seconds)), \(clock(seconds)) GMT"
            case 1: "Published: \(plan.published.description)"
            case 2: "Updated \(longDate(seconds)) \(clock(seconds)) UTC"
            default: "Published on \(longDate(seconds))"
            }
        }
    }

    private mutating func writeStoryline() {
        guard let storyline = plan.storyline, plan.form != .general else { return }
        let topic = String(decoding: generator.headline(-1 - storyline), as: UTF8.self)
        line("\(topic) (\(20 + storyline * 7))")
    }

    private mutating func writeBody() {
        var left = plan.words
        var paragraph = 0
        while left > 0 {
            append(indent)
            if paragraph == 0 { writeDateline() }
            let words = min(left, 25 + random.below(70))
            prose.writeParagraph(words: words, hasFootnote: paragraph == 0 && plan.hasFootnote, to: &bytes)
            left -= words
            paragraph += 1
            bytes += left > 0 ? "\n\n".utf8 : "\n".utf8
            if left > 0, plan.form != .general, random.chance(2),
                let other = generator.numberOfHeadlinedArticle(&random, besides: plan.number)
            {
                append(indent + "READ MORE: ")
                bytes += generator.headline(other)
                bytes += "\n\n".utf8
            }
        }
        guard plan.hasFootnote else { return }
        bytes.append(0x0A)
        append(indent + "*")
        bytes += prose.mainName
        line(" is a group outlawed in \(String(decoding: generator.names.place(8), as: UTF8.self)).", indented: false)
    }

    private mutating func writeDateline() {
        guard random.chance(plan.form == .general ? 15 : 35) else { return }
        let place = generator.names.place(generator.names.popularNumber(&random, count: 500))
        bytes += place.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
        append(
            plan.form == .general
                ? " – " : random.pick([" (Sputnik) – ", " (Sputnik) - ", " (Sputnik) — ", " (Sputnik) "]))
    }

    private mutating func writeRelatedHeadlines() {
        var printed: [Int] = []
        for _ in 0..<(3 + random.below(6)) {
            guard let other = generator.numberOfHeadlinedArticle(&random, besides: plan.number),
                !printed.contains(other)
            else { continue }
            printed.append(other)
            append(indent)
            bytes += generator.headline(other)
            bytes.append(0x0A)
        }
    }

    private mutating func writeTags(label: String) {
        append(label)
        for (position, tag) in plan.tags.enumerated() {
            if position > 0 { bytes += ", ".utf8 }
            bytes += generator.tag(tag)
        }
        bytes.append(0x0A)
    }

    private mutating func line(_ text: String, indented: Bool = true) {
        if indented && !text.isEmpty { append(indent) }
        append(text)
        bytes.append(0x0A)
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
