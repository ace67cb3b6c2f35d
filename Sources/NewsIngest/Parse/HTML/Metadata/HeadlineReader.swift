import NewsText

/// Chooses the headline among all that is called the page's title: by vote, as no source alone is right often enough.
///
/// An `h1` counts 1.5, `og:title` without the site's name 1.2, JSON-LD and the `title` element without the site's name
/// 1 each. Of titles with the same words, the form that most sources have is taken.
struct HeadlineReader {
    private struct Candidate {
        var text: String
        var source: String
        var weight: Double
        /// Which comes first among equals.
        var rank: Int
    }

    /// The headline; `nil` where the page has no title.
    let chosen: Sourced<String>?
    /// Whether the page prints it as a heading.
    let isPrinted: Bool
    /// All titles, the headline first, none twice.
    let titles: [String]
    /// How JSON-LD disagrees.
    let note: String?

    init(_ reader: MetadataReader) {
        let facts = reader.facts
        let data = reader.story?.text("headline") ?? reader.story?.text("name")
        let headings = reader.headings.map(\.text)
        let subheadings = facts.subheadings.prefix(40).lazy.filter { !facts.isBesideStory($0) }
            .compactMap { facts.shortText(of: $0, limit: 400) }
        let known = Set((headings + subheadings + [data].compactMap { $0 }).map(textKey)).subtracting([""])
        let (og, title) = (facts.first("og:title"), facts.title)
        let ogCut = og.map { TitleCutter(site: reader.site, known: known).cut($0) }
        let knownToTitle = og.map { known.union([textKey($0)]) } ?? known
        let titleCut = title.map { TitleCutter(site: reader.site, known: knownToTitle).cut($0) }

        var candidates: [Candidate] = []
        func add(_ text: String?, _ source: String, _ weight: Double, _ rank: Int) {
            guard let text, !textKey(text).isEmpty else { return }
            candidates.append(Candidate(text: text, source: source, weight: weight, rank: rank))
        }
        let others = [og, title, data].compactMap { $0.map(textKey) }
        // An h1 that has nothing in common with any other title is likely to be that of a section or a box.
        let isForeign = !others.isEmpty && headings.first.map { Self.sharesNothing(textKey($0), others) } ?? false
        let confirmed = headings.first { heading in
            let key = textKey(heading)
            return heading.count > 12 && others.contains { $0.contains(key) }
        }
        add(headings.first, "h1", isForeign ? 0.5 : 1.5, 3)
        add(ogCut, "meta og:title", 1.2, 1)
        add(data, "JSON-LD headline", 1, 2)
        add(titleCut, "title", 1, 4)
        if let confirmed, confirmed != headings.first { add(confirmed, "h1", 0, 0) }

        let best = Self.best(of: candidates, confirmed: confirmed)
        chosen = best.map { Sourced(value: $0.text, source: $0.source) }
        let key = best.map { textKey($0.text) } ?? ""
        isPrinted = best != nil && (headings + subheadings).contains { textKey($0) == key }
        var titles: [String] = []
        for text in [best?.text, data, og, facts.first("twitter:title"), titleCut, ogCut] + headings {
            if let text, !titles.contains(text) { titles.append(text) }
        }
        self.titles = titles
        note = Self.note(best?.text, data)
    }

    private static func best(of candidates: [Candidate], confirmed: String?) -> Candidate? {
        var votes: [String: Double] = [:]
        for candidate in candidates { votes[textKey(candidate.text), default: 0] += candidate.weight }
        guard let most = votes.values.max() else { return nil }
        let tied = candidates.filter { votes[textKey($0.text)] == most }
        // An h1 that others contain wins a tie.
        let ranked = tied.min { left, right in
            let (leftRank, rightRank) = (
                left.text == confirmed ? 0 : left.rank, right.text == confirmed ? 0 : right.rank
            )
            return leftRank < rightRank
        }
        guard let ranked else { return nil }
        let key = textKey(ranked.text)
        let same = candidates.filter { textKey($0.text) == key }
        var forms: [String: Double] = [:]
        for candidate in same { forms[form(candidate.text), default: 0] += candidate.weight }
        let mostForm = forms.values.max() ?? 0
        if forms[form(ranked.text)] == mostForm { return ranked }
        return same.first { forms[form($0.text)] == mostForm }
    }

    /// `text` without what does not make it another form: the kind of quotes and dashes, blanks.
    private static func form(_ text: String) -> String {
        var form = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2018}"..."\u{201B}", "`", "´", "′": form += "'"
            case "\u{201C}"..."\u{201F}", "«", "»", "″": form += "\""
            case "\u{2010}"..."\u{2015}": form += "-"
            case " ": continue
            default: form.unicodeScalars.append(scalar)
            }
        }
        return form
    }

    /// Whether no longer word of `key` is in one of `others`; in scripts without blanks, no two signs in a row.
    private static func sharesNothing(_ key: String, _ others: [String]) -> Bool {
        func parts(_ key: String) -> Set<String> {
            var parts: Set<String> = []
            for word in key.split(separator: " ") {
                if word.utf8.contains(where: { $0 >= 0xE0 }) {
                    let signs = Array(word)
                    for (first, second) in zip(signs, signs.dropFirst()) { parts.insert(String([first, second])) }
                } else if word.utf8.count > 3 || word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                    parts.insert(String(word))
                }
            }
            return parts
        }
        let own = parts(key)
        let theirs = others.map { parts(String($0.prefix(1_000))) }.filter { !$0.isEmpty }
        return !own.isEmpty && !theirs.isEmpty && theirs.allSatisfy(own.isDisjoint)
    }

    private static func note(_ chosen: String?, _ data: String?) -> String? {
        guard let chosen, let data else { return nil }
        let (key, other) = (textKey(chosen), textKey(data))
        guard !key.contains(other), !other.contains(key) else { return nil }
        return "the page's headline is '\(chosen)', JSON-LD says '\(data)'"
    }
}

/// Cuts the site's and sections' names off titles: `Storm Closes Port | World | Harbor Times`.
struct TitleCutter {
    let site: SiteNames
    /// Keys of what may be the headline.
    let known: Set<String>

    /// `title` up to the sign behind which only names of the site stand; whole where there are none.
    func cut(_ title: String) -> String {
        let scalars = Array(title.unicodeScalars.prefix(1_000))
        func text(_ range: Range<Int>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[range])
            return String(view)
        }
        let cuts = Self.cuts(in: scalars).prefix(20)
        for cut in cuts where known.contains(textKey(text(0..<cut.lowerBound))) { return text(0..<cut.lowerBound) }
        for cut in cuts.reversed() where known.contains(textKey(text(cut.upperBound..<scalars.count))) {
            return text(cut.upperBound..<scalars.count)
        }
        var range = 0..<scalars.count
        while true {
            let inner = cuts.filter { $0.lowerBound > range.lowerBound && $0.upperBound < range.upperBound }
            guard let last = inner.last, let first = inner.first else { break }
            if site.isTail(text(last.upperBound..<range.upperBound)) {
                range = range.lowerBound..<last.lowerBound
            } else if site.isName(text(range.lowerBound..<first.lowerBound)) {
                range = first.upperBound..<range.upperBound
            } else {
                break
            }
        }
        return range.count == scalars.count ? title : text(range)
    }

    /// The signs between parts of a title, with the blanks around them.
    private static func cuts(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var cuts: [Range<Int>] = []
        for index in scalars.indices {
            let scalar = scalars[index]
            let blankBefore = index > 0 && scalars[index - 1] == " "
            let blankAfter = index + 1 < scalars.count && scalars[index + 1] == " "
            switch scalar {
            case "|", "｜", "•", "│", "ǀ":
                cuts.append((blankBefore ? index - 1 : index)..<(blankAfter ? index + 2 : index + 1))
            case "-", "–", "—", "·", "»", "«", ":", "/", "~", "›":
                if blankBefore, blankAfter { cuts.append(index - 1..<index + 2) }
            default: continue
            }
        }
        return cuts.filter { $0.lowerBound > 0 && $0.upperBound < scalars.count }
    }
}
