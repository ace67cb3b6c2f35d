import NewsModel

/// Finds the persons, organizations and places that an article names.
///
/// A plain recognizer: word lists, capitals and the words beside them; no model. It would rather miss a name than invent
/// one. Names are looked for in headline, standfirst, body, tags and footnotes; what is found is then marked wherever it
/// stands, related headlines too. In articles that are not English only tags, `Long Name (LN)` definitions and names
/// after a person's title count, because elsewhere capitals mean other things.
public struct EntityRecognizer: Sendable {
    /// A recognizer; it holds no state and may be shared.
    public init() {}

    /// The entities of `article` with every mention, in order of first mention; at most 1,000.
    ///
    /// Linear in the article's length, about 0.1 ms for an average one.
    public func entities(in article: Article) -> [RecognizedEntity] {
        let texts = ArticleText(article, lexicon: .shared)
        var finder = CandidateFinder(isEnglish: isEnglish(article, texts), texts: texts)
        finder.findAll()
        let resolved = ResolvedNames(finder.names, acronyms: finder.acronyms)
        return MentionFinder(names: resolved).entities(in: texts)
    }

    /// What the article says of its language; without that, texts of few letters above ASCII are taken for English.
    private func isEnglish(_ article: Article, _ texts: ArticleText) -> Bool {
        if let language = article.language { return language == "en" || language.hasPrefix("en-") }
        var bytes = 0
        var high = 0
        for item in texts.items {
            bytes += item.text.utf8.count
            for byte in item.text.utf8 where byte >= 0x80 { high += 1 }
        }
        return high * 20 <= bytes
    }
}

/// The texts of an article that names are looked for in.
struct ArticleText {
    /// One text with its place.
    struct Item {
        let field: MentionField
        let item: Int
        let text: TokenizedText
        /// Whether its capitals say nothing because it is a headline or all in capitals.
        let isHeadlineStyle: Bool
    }

    /// In the order of fields.
    let items: [Item]

    init(_ article: Article, lexicon: Lexicon) {
        var items: [Item] = []
        func add(_ field: MentionField, _ item: Int, _ string: String?) {
            guard let string, !string.isEmpty else { return }
            let text = TokenizedText(string, lexicon: lexicon)
            let mayBeHeadline = field == .headline || field == .standfirst || field == .related
            let isLine = text.tokens.count < 30 && !text.endsWithFullStop
            let style = (mayBeHeadline || isLine) && field != .tag && text.isHeadlineStyle
            items.append(Item(field: field, item: item, text: text, isHeadlineStyle: style || field == .related))
        }
        add(.headline, 0, article.headline)
        add(.standfirst, 0, article.standfirst)
        for (index, paragraph) in article.paragraphs.enumerated() { add(.body, index, paragraph) }
        for (index, tag) in article.tags.enumerated() { add(.tag, index, tag) }
        for (index, related) in article.relatedHeadlines.enumerated() { add(.related, index, related.headline) }
        for (index, footnote) in article.footnotes.enumerated() { add(.footnote, index, footnote.text) }
        self.items = items
    }
}
