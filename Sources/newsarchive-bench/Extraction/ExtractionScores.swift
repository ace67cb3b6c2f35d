import Foundation
import NewsModel

/// What was read out of a known page, compared with what is in it.
struct PageResult {
    let page: KnownPage
    let article: Article
    let reading: CaptureReading?
    let body: Agreement

    init(page: KnownPage, reading: CaptureReading?) {
        self.page = page
        self.reading = reading
        article = reading?.article ?? Article()
        let read = [article.standfirst].compactMap { $0 } + article.paragraphs
        body = Agreement(
            wanted: Shingles(page.body.joined(separator: "\n")), got: Shingles(read.joined(separator: "\n")))
    }

    var headlineIsRight: Bool {
        compared(page.fields?.headline ?? "") == compared(article.headline ?? "")
    }

    enum Day { case unknown, right, wrong, missing }

    /// Whether the day is right where the page's clock is; `inUTC`, whether the archive's own day is the one wanted.
    func day(inUTC: Bool = false) -> Day {
        guard let wanted = page.fields?.published?.prefix(10), !wanted.isEmpty else { return .unknown }
        guard let published = article.published else { return .missing }
        var instant = published.instant
        if !inUTC, [.minute, .second].contains(published.precision) {
            instant = Instant(seconds: instant.seconds + wantedOffset)
        }
        return instant.description.prefix(10) == wanted ? .right : .wrong
    }

    /// Seconds east of UTC where the page's time is stated.
    private var wantedOffset: Int64 {
        guard let zone = page.fields?.published?.suffix(6), let sign = zone.first, sign == "+" || sign == "-" else {
            return 0
        }
        let numbers = zone.dropFirst().split(separator: ":").compactMap { Int64($0) }
        guard numbers.count == 2 else { return 0 }
        return (sign == "-" ? -1 : 1) * (numbers[0] * 3_600 + numbers[1] * 60)
    }

    // MARK: Printing

    func printDifferences(withText: Bool) {
        print("\(page.name)  F1 \(thousandths(body.f1)) P \(thousandths(body.precision)) R \(thousandths(body.recall))")
        func line(_ name: String, _ wanted: String, _ got: String) {
            print("  \(name)\n    wanted  \(wanted)\n    got     \(got)")
        }
        if let fields = page.fields {
            if !headlineIsRight { line("headline", fields.headline, article.headline ?? "–") }
            if let published = fields.published, day() != .right {
                line("day", published, article.published.map { "\($0.instant) \($0.source)" } ?? "–")
            }
            for (name, wanted, got) in [
                ("authors", fields.authors, article.authors), ("tags", fields.tags, article.tags),
            ] {
                if let wanted, keys(wanted) != keys(got) {
                    line(name, wanted.joined(separator: "; "), got.joined(separator: "; "))
                }
            }
        }
        guard withText else { return }
        let read = [article.standfirst].compactMap { $0 } + article.paragraphs
        for (mark, lines, others) in [("-", page.body, read), ("+", read, page.body)] {
            let all = Shingles(others.joined(separator: "\n"))
            for text in lines where Agreement(wanted: Shingles(text), got: all).recall < 0.5 {
                print("  \(mark) \(text)")
            }
        }
        for (field, source) in (reading?.sources ?? [:]).sorted(by: { $0.key < $1.key }) {
            print("  \(field) from \(source)")
        }
        for note in reading?.notes ?? [] { print("  note: \(note)") }
    }
}

/// Sums of measures over known pages, as `article-extraction-benchmark` and fundus take them.
struct ExtractionScores {
    private var pages = 0
    private var precisions: [Double] = []
    private var recalls: [Double] = []
    private var headlines = (right: 0, all: 0)
    private var days: [PageResult.Day: Int] = [:]
    private var daysInUTC: [PageResult.Day: Int] = [:]
    /// Days given to pages that hold none.
    private var inventedDays = 0
    private var authors = Agreement()
    private var tags = Agreement()
    private var seconds: [Double] = []
    private var bytes = 0

    mutating func add(_ result: PageResult, seconds: Double, bytes: Int) {
        pages += 1
        self.seconds.append(seconds)
        self.bytes += bytes
        if result.body.got > 0 { precisions.append(result.body.precision) }
        if result.body.wanted > 0 { recalls.append(result.body.recall) }
        guard let fields = result.page.fields else { return }
        headlines.all += 1
        if result.headlineIsRight { headlines.right += 1 }
        days[result.day(), default: 0] += 1
        daysInUTC[result.day(inUTC: true), default: 0] += 1
        if result.day() == .unknown, result.article.published != nil { inventedDays += 1 }
        if let wanted = fields.authors { authors.add(keys(wanted), keys(result.article.authors)) }
        if let wanted = fields.tags { tags.add(keys(wanted), keys(result.article.tags)) }
    }

    var table: String {
        func mean(_ values: [Double]) -> Double { values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count) }
        let (precision, recall) = (mean(precisions), mean(recalls))
        let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
        var lines = ["| measure | value |", "|---|---|", "| pages | \(pages) |"]
        func row(_ name: String, _ value: String) { lines.append("| \(name) | \(value) |") }
        row("body F1 (P, R)", "\(thousandths(f1)) (\(thousandths(precision)), \(thousandths(recall)))")
        if headlines.all > 0 {
            row(
                "headline exact", "\(thousandths(Double(headlines.right) / Double(headlines.all))) (\(headlines.right))"
            )
            func counts(_ days: [PageResult.Day: Int]) -> String {
                "\(days[.right] ?? 0) / \(days[.wrong] ?? 0) / \(days[.missing] ?? 0)"
            }
            row("day right / wrong / missing", counts(days))
            row("the same, days in UTC", counts(daysInUTC))
            row("days of pages without one", String(inventedDays))
            row("authors F1 (P, R)", authors.description)
            row("tags F1 (P, R)", tags.description)
        }
        let total = seconds.reduce(0, +)
        row("pages a second", String(Int((Double(pages) / total).rounded())))
        row(
            "ms a page, median / greatest",
            "\(milliseconds(seconds.sorted()[pages / 2])) / \(milliseconds(seconds.max() ?? 0))")
        row("KB a page", String(bytes / pages / 1_000))
        return lines.joined(separator: "\n")
    }

    private func milliseconds(_ seconds: Double) -> String { String((seconds * 10_000).rounded() / 10) }
}

/// How far what was got is what was wanted.
struct Agreement: CustomStringConvertible {
    private(set) var both = 0
    private(set) var wanted = 0
    private(set) var got = 0

    init() {}

    init(wanted: Shingles, got: Shingles) {
        for (key, count) in wanted.counts { both += min(count, got.counts[key] ?? 0) }
        self.wanted = wanted.counts.values.reduce(0, +)
        self.got = got.counts.values.reduce(0, +)
    }

    mutating func add(_ wanted: Set<String>, _ got: Set<String>) {
        both += wanted.intersection(got).count
        self.wanted += wanted.count
        self.got += got.count
    }

    var precision: Double { got == 0 ? (wanted == 0 ? 1 : 0) : Double(both) / Double(got) }
    var recall: Double { wanted == 0 ? (got == 0 ? 1 : 0) : Double(both) / Double(wanted) }
    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
    var description: String { "\(thousandths(f1)) (\(thousandths(precision)), \(thousandths(recall)))" }
}

/// The stretches of four words in a text, with how often each occurs; of a shorter text the whole.
struct Shingles {
    private(set) var counts: [[UInt8]: Int] = [:]

    init(_ text: String) {
        let words = text.unicodeScalars.split { !Self.isWordScalar($0) }.map { Array(String($0).utf8) }
        guard !words.isEmpty else { return }
        for start in 0..<max(1, words.count - 3) {
            let shingle = words[start..<min(start + 4, words.count)]
            counts[Array(shingle.joined(separator: [0x20])), default: 0] += 1
        }
    }

    /// What `\w` matches in Python.
    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: scalar == "_"
        }
    }
}

/// `text` without what does not count when headlines are compared: forms of quotes and dashes, width, blanks.
private func compared(_ text: String) -> String {
    var output = ""
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
        switch scalar {
        case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201B}", "`", "´", "′": output += "'"
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "«", "»", "″": output += "\""
        case "\u{2010}"..."\u{2015}": output += "-"
        default: output.unicodeScalars.append(scalar)
        }
    }
    return output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

private func keys(_ names: [String]) -> Set<String> {
    Set(names.filter { !$0.isEmpty }.map { compared($0).lowercased() })
}

/// A share with three places: `.973`.
private func thousandths(_ share: Double) -> String { String(format: "%.3f", share) }
