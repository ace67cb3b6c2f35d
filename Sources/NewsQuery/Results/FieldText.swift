import NewsModel
import NewsStorage
import NewsText

/// A field of an article as it is printed, and its words as the index holds them.
struct FieldText {
    let text: String
    let words: [Word]

    struct Word {
        let text: String
        /// The UTF-8 bytes of the field's text that it was made from.
        let bytes: Range<Int>
        /// Which word of the field it is. One place is free between two items of a list, so no phrase runs across.
        let position: Int
    }

    /// The beginning of a field, 256 KB of each item, which bounds the time a snippet takes; `nil` for an empty field.
    init?(_ field: Snippet.Field, of article: Article) {
        self.init(items: field.items(of: article).map { $0.prefix(utf8Count: 256 << 10) })
    }

    /// The text of a field that prints `items` one after the other; `nil` when there is none.
    init?(items: [String]) {
        text = items.joined(separator: Self.separator)
        guard !text.isEmpty else { return nil }
        var words: [Word] = []
        var start = 0
        for item in items {
            let position = words.last.map { $0.position + 2 } ?? 0
            for token in tokens(of: item) {
                let bytes = (start + token.range.lowerBound)..<(start + token.range.upperBound)
                words.append(Word(text: token.text, bytes: bytes, position: position + token.position))
            }
            start += item.utf8.count + Self.separator.utf8.count
        }
        self.words = words
    }

    private static let separator = "; "

    /// Where `phrase` stands, as ranges of `words`.
    func occurrences(of phrase: IndexMatch.Phrase) -> [Range<Int>] {
        words.indices.compactMap { start in
            occurrence(of: phrase.words[...], isPrefix: phrase.isPrefix, at: start).map { start..<$0 }
        }
    }

    /// The index behind the last word of the phrase `forms` that starts with word `index`; `nil` when none does.
    private func occurrence(of forms: ArraySlice<[String]>, isPrefix: Bool, at index: Int) -> Int? {
        guard let alternatives = forms.first else { return index }
        let word = words[index].text.utf8
        let isLast = forms.count == 1
        let fits = alternatives.contains { form in
            isLast && isPrefix ? word.starts(with: form.utf8) : word.elementsEqual(form.utf8)
        }
        guard fits else { return nil }
        guard !isLast else { return index + 1 }
        // Two words can stand in one place: the last pair of an unspaced run, and its last character.
        var next = index + 1
        while next < words.count, words[next].position <= words[index].position + 1 {
            if words[next].position == words[index].position + 1,
                let end = occurrence(of: forms.dropFirst(), isPrefix: isPrefix, at: next)
            {
                return end
            }
            next += 1
        }
        return nil
    }

    /// The first word of the sentence that word `index` stands in, when it is at most `distance` words away.
    func sentenceStart(before index: Int, within distance: Int) -> Int? {
        var word = index
        while word > 0, index - word <= distance {
            let gap = slice(words[word - 1].bytes.upperBound, words[word].bytes.lowerBound)
            if gap.utf8.contains(where: { ".!?\n".utf8.contains($0) }) { return word }
            word -= 1
        }
        return word == 0 ? 0 : nil
    }

    /// Where `words` stand in the text, in Unicode scalars counted from byte `start`.
    func scalars(of words: Range<Int>, from start: Int = 0) -> Range<Int> {
        let first = self.words[words.lowerBound].bytes.lowerBound
        let last = self.words[words.upperBound - 1].bytes.upperBound
        let offset = slice(start, first).unicodeScalars.count
        return offset..<(offset + slice(first, last).unicodeScalars.count)
    }

    /// The text from byte `start` up to byte `end`; empty when there is nothing between.
    func slice(_ start: Int, _ end: Int) -> Substring {
        guard start < end else { return "" }
        let first = text.utf8.index(text.utf8.startIndex, offsetBy: start)
        return text[first..<text.utf8.index(first, offsetBy: end - start)]
    }
}

extension Snippet.Field {
    /// The column of the index that holds the field.
    var column: IndexColumn {
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

    /// What the field prints, one by one.
    fileprivate func items(of article: Article) -> [String] {
        func single(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
        return switch self {
        case .body: [article.body]
        case .headline: single(article.headline)
        case .standfirst: single(article.standfirst)
        case .tags: article.tags
        case .section: single(article.section)
        case .byline: single(article.byline)
        case .dateline: single(article.dateline)
        case .related: article.relatedHeadlines.map(\.headline)
        case .footnotes: article.footnotes.map(\.text)
        }
    }
}

extension String {
    /// The first `count` bytes at the most, cut between scalars.
    fileprivate func prefix(utf8Count count: Int) -> String {
        guard utf8.count > count else { return self }
        var end = utf8.index(startIndex, offsetBy: count)
        while end > startIndex, utf8[end] & 0xC0 == 0x80 { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
