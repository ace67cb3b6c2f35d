import NewsModel
import NewsStorage

/// Finds the snippet of an article for the words of a query.
struct SnippetMaker {
    private let patterns: [Pattern]

    private struct Pattern {
        let phrase: IndexMatch.Phrase
        let columns: Set<IndexColumn>
    }

    /// Snippets for `query`, whose words were looked for as `phrases` says.
    init(_ query: Query, phrases: PhraseMaker) throws {
        patterns = try phrases.positive(query).map { Pattern(phrase: $0.phrase, columns: Set($0.columns)) }
    }

    /// The best stretch of `article`: of the first field that holds most of the words; the beginning of the body when
    /// none does. `nil` for an article without text.
    func snippet(of article: Article) -> Snippet? {
        var best: (score: Int, snippet: Snippet)?
        for field in Snippet.Field.allCases where !patterns.isEmpty {
            guard let text = FieldText(field, of: article), let window = window(in: text, column: field.column) else {
                continue
            }
            if window.score > best?.score ?? 0 {
                best = (window.score, Self.snippet(field, text, window.words, marked: window.marked))
            }
            if window.score == patterns.count { break }
        }
        return best?.snippet ?? Self.beginning(of: article)
    }

    private static func beginning(of article: Article) -> Snippet? {
        var start = Article()
        start.paragraphs = Array(article.paragraphs.prefix(1))
        start.headline = article.headline
        for field in [Snippet.Field.body, .headline] {
            guard let text = FieldText(field, of: start) else { continue }
            return snippet(field, text, 0..<min(text.words.count, Snippet.length), marked: [])
        }
        return nil
    }

    /// A stretch of a field and what stands in it, in words of the field.
    private struct Window {
        let score: Int
        let words: Range<Int>
        let marked: [Range<Int>]
    }

    private struct Match {
        let pattern: Int
        let words: Range<Int>
    }

    /// The stretch of `text` with the most different words looked for; of several the one where these stand nearest
    /// together, then the one with the most places.
    private func window(in text: FieldText, column: IndexColumn) -> Window? {
        let matches = matches(in: text, column: column)
        var best = (score: 0, distance: 0, hits: 0, words: 0..<0)
        var end = 0
        for start in matches.indices {
            let first = matches[start].words.lowerBound
            end = max(end, start + 1)
            while end < matches.count, matches[end].words.upperBound - first <= Snippet.length { end += 1 }
            let held = matches[start..<end]
            var seen: Set<Int> = []
            let different = held.filter { seen.insert($0.pattern).inserted }
            let distance = (different.last?.words.upperBound ?? first) - first
            guard (different.count, -distance, held.count) > (best.score, -best.distance, best.hits) else { continue }
            best = (different.count, distance, held.count, first..<(held.map(\.words.upperBound).max() ?? first))
        }
        guard best.score > 0 else { return nil }
        let words = Self.widened(best.words, in: text)
        let marked = matches.map(\.words).filter {
            words.lowerBound <= $0.lowerBound && $0.upperBound <= words.upperBound
        }
        return Window(score: best.score, words: words, marked: marked)
    }

    /// `words` with what stands around them: from the beginning of the sentence when there is room for it.
    private static func widened(_ words: Range<Int>, in text: FieldText) -> Range<Int> {
        let spare = max(0, Snippet.length - words.count)
        let first =
            text.sentenceStart(before: words.lowerBound, within: spare) ?? max(0, words.lowerBound - spare / 3)
        return first..<min(text.words.count, max(words.upperBound, first + Snippet.length))
    }

    /// Where the patterns stand, in order.
    private func matches(in text: FieldText, column: IndexColumn) -> [Match] {
        patterns.indices.filter { patterns[$0].columns.contains(column) }
            .flatMap { pattern in
                text.occurrences(of: patterns[pattern].phrase).map { Match(pattern: pattern, words: $0) }
            }
            .sorted { ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound) }
    }

    // MARK: Cutting out

    private static func snippet(
        _ field: Snippet.Field, _ text: FieldText, _ words: Range<Int>, marked: [Range<Int>]
    ) -> Snippet {
        let isStart = words.lowerBound == 0
        let isEnd = words.upperBound == text.words.count
        let start = isStart ? 0 : text.words[words.lowerBound].bytes.lowerBound
        let end = isEnd ? text.text.utf8.count : text.words[words.upperBound - 1].bytes.upperBound
        let lead = isStart ? "" : "… "
        let shift = lead.unicodeScalars.count
        let ranges = marked.map { mark in
            let range = text.scalars(of: mark, from: start)
            return (range.lowerBound + shift)..<(range.upperBound + shift)
        }
        return Snippet(
            field: field, text: lead + withoutLineEnds(text.slice(start, end)) + (isEnd ? "" : " …"),
            ranges: ranges.mergingOverlaps())
    }

    /// Each line end as a blank, so that no place shifts.
    private static func withoutLineEnds(_ text: Substring) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { line.append(scalar == "\n" ? " " : scalar) }
        return String(line)
    }
}

extension [Range<Int>] {
    /// The ranges in order, those that overlap as one.
    func mergingOverlaps() -> [Range<Int>] {
        sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, range in
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
    }
}
