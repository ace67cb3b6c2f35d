import NewsModel
import NewsStorage
import NewsText

/// The stretch of an article's printed text that shows why it was found.
public struct Snippet: Hashable, Sendable {
    /// The field it is taken from.
    public let field: Field
    /// Printed text, without markup.
    public let text: String
    /// What was looked for, in Unicode scalars of `text`.
    public let ranges: [Range<Int>]

    /// The fields a snippet can be taken from, the preferred first.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case body, headline, standfirst, tags, section, byline, dateline, related, footnotes
    }

    /// How many words it shows at the most.
    static let length = 40
}

/// Finds the snippet of an article for the words of a query.
struct SnippetMaker {
    private let patterns: [Pattern]

    private struct Pattern {
        let phrase: IndexMatch.Phrase
        let columns: Set<IndexColumn>
    }

    init(_ query: Query) {
        patterns = query.positiveWords.map { words in
            Pattern(phrase: Planner.phrase(words), columns: Set(Planner.columns(of: words)))
        }
    }

    /// The best stretch of `article`: of the first field that holds most of the words; the beginning of the body when
    /// none does. `nil` for an article without text.
    func snippet(of article: Article) -> Snippet? {
        var best: (score: Int, snippet: Snippet)?
        for field in Snippet.Field.allCases where !patterns.isEmpty {
            guard let text = field.text(of: article), let found = window(in: text, column: field.column) else { continue }
            if found.score > best?.score ?? 0 {
                best = (found.score, Snippet(field: field, text: found.text, ranges: found.ranges))
            }
            if found.score == patterns.count { break }
        }
        return best?.snippet ?? Self.beginning(of: article)
    }

    private static func beginning(of article: Article) -> Snippet? {
        guard let text = article.paragraphs.first else {
            return article.headline.map { Snippet(field: .headline, text: $0, ranges: []) }
        }
        let words = tokens(of: text)
        guard words.count > Snippet.length else { return Snippet(field: .body, text: text, ranges: []) }
        return Snippet(field: .body, text: slice(text, 0..<words[Snippet.length - 1].range.upperBound) + " …", ranges: [])
    }

    /// The stretch of `text` with the most different words looked for.
    private func window(in text: String, column: IndexColumn) -> (score: Int, text: String, ranges: [Range<Int>])? {
        let words = tokens(of: text)
        let matches = matches(in: words, column: column)
        guard !matches.isEmpty else { return nil }
        var best = (score: 0, hits: 0, first: 0, last: 0)
        var end = 0
        for start in matches.indices {
            end = max(end, start)
            while end + 1 < matches.count, matches[end + 1].range.upperBound - matches[start].range.lowerBound <= Snippet.length {
                end += 1
            }
            let score = Set(matches[start...end].map(\.pattern)).count
            if (score, end - start + 1) > (best.score, best.hits) { best = (score, end - start + 1, start, end) }
        }
        let covered = matches[best.first].range.lowerBound..<(matches[best.first...best.last].map(\.range.upperBound).max() ?? 0)
        let spare = max(0, Snippet.length - covered.count)
        var first = max(0, covered.lowerBound - spare / 3)
        if let sentence = Self.sentenceStart(in: text, words, before: covered.lowerBound, within: spare) { first = sentence }
        let last = min(words.count, max(covered.upperBound, first + Snippet.length))
        let marked = matches.map(\.range).filter { $0.lowerBound >= first && $0.upperBound <= last }
        return cut(text, words, first..<last, marked: marked, score: best.score)
    }

    private struct Match {
        let pattern: Int
        let range: Range<Int>
    }

    /// Where the patterns stand among `words`, in order.
    private func matches(in words: [Token], column: IndexColumn) -> [Match] {
        var found: [Match] = []
        for (index, pattern) in patterns.enumerated() where pattern.columns.contains(column) {
            let tokens = pattern.phrase.tokens
            guard let last = tokens.last, words.count >= tokens.count else { continue }
            for start in 0...(words.count - tokens.count) {
                let isMatch = tokens.indices.allSatisfy { offset in
                    let word = words[start + offset].text
                    let isEnd = offset == tokens.count - 1
                    return isEnd && pattern.phrase.isPrefix ? word.hasPrefix(last) : word == tokens[offset]
                }
                if isMatch { found.append(Match(pattern: index, range: start..<(start + tokens.count))) }
            }
        }
        return found.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    }

    /// The first word of the sentence that word `index` stands in, when it is at most `distance` words away.
    private static func sentenceStart(in text: String, _ words: [Token], before index: Int, within distance: Int) -> Int? {
        let bytes = text.utf8
        var word = index
        while word > 0, index - word <= distance {
            let gap = words[word - 1].range.upperBound..<words[word].range.lowerBound
            let between = bytes[bytes.index(bytes.startIndex, offsetBy: gap.lowerBound)..<bytes.index(bytes.startIndex, offsetBy: gap.upperBound)]
            if between.contains(where: { ".!?\n".utf8.contains($0) }) { return word }
            word -= 1
        }
        return word == 0 ? 0 : nil
    }

    private func cut(
        _ text: String, _ words: [Token], _ range: Range<Int>, marked: [Range<Int>], score: Int
    ) -> (score: Int, text: String, ranges: [Range<Int>]) {
        let isStart = range.lowerBound == 0
        let isEnd = range.upperBound == words.count
        let from = isStart ? 0 : words[range.lowerBound].range.lowerBound
        let to = isEnd ? text.utf8.count : words[range.upperBound - 1].range.upperBound
        let lead = isStart ? "" : "… "
        var ranges: [Range<Int>] = []
        for mark in marked {
            let start = words[mark.lowerBound].range.lowerBound
            let end = words[mark.upperBound - 1].range.upperBound
            let offset = Self.slice(text, from..<start).unicodeScalars.count + lead.unicodeScalars.count
            ranges.append(offset..<(offset + Self.slice(text, start..<end).unicodeScalars.count))
        }
        let shown = Self.slice(text, from..<to).replacing("\n\n", with: " \u{20}").replacing("\n", with: " ")
        return (score, lead + shown + (isEnd ? "" : " …"), Self.merged(ranges))
    }

    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
    }

    private static func slice(_ text: String, _ bytes: Range<Int>) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
        return String(text[start..<utf8.index(start, offsetBy: bytes.count)])
    }
}

extension Snippet.Field {
    fileprivate var column: IndexColumn {
        switch self {
        case .body: .body
        case .headline: .headline
        case .standfirst: .standfirst
        case .tags: .tags
        case .section: .section
        case .byline: .byline
        case .dateline: .dateline
        case .related: .related
        case .footnotes: .footnotes
        }
    }

    /// The field's printed text; `nil` when it is empty.
    fileprivate func text(of article: Article) -> String? {
        let text: String? =
            switch self {
            case .body: article.body
            case .headline: article.headline
            case .standfirst: article.standfirst
            case .tags: article.tags.joined(separator: "; ")
            case .section: article.section
            case .byline: article.byline
            case .dateline: article.dateline
            case .related: article.relatedHeadlines.map(\.headline).joined(separator: "; ")
            case .footnotes: article.footnotes.map(\.text).joined(separator: "; ")
            }
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }
}
