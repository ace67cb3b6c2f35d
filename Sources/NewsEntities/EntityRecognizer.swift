import NewsModel
import Synchronization

/// Finds the persons, organizations and places that an article names.
///
/// In English a trained model labels words (a linear-chain conditional random field), and what the article tells of
/// itself corrects it. In other languages only tags, `Long Name (LN)` definitions, names that every newsroom knows and full
/// names after a person's title count.
public struct EntityRecognizer: Sendable {
    /// A recognizer; it may be shared by threads.
    public init() {}

    /// Written with captures of articles that the model is not made for.
    public static let foreignLanguageNote =
        "entities: names of people and organizations are recognized in English only; here by tags, acronyms and known names"

    /// The entities of `article` with every mention, in order of first mention; at most 1,000. Linear.
    public func entities(in article: Article) -> [RecognizedEntity] {
        guard let model = EntityModel.shared else { return [] }
        let texts = ArticleText(article.namedPart)
        var names = GivenNames()
        var definitions: [String: String] = [:]
        for item in texts.items {
            for definition in AcronymDefinition.all(in: item.text) { add(definition, item.text, &names, &definitions) }
        }
        addDateline(of: article, texts, &names)
        var spans = texts.items.map { _ in [Span]() }
        if Self.recognizes(article) {
            spans = Self.finders.withFinder(of: model) { $0.spans(in: texts.items.map(\.text)) }
        } else {
            let foreign = ForeignNames(tables: model.tables)
            for item in texts.items where item.field != .tag { foreign.find(in: item.text, into: &names) }
        }
        readTags(texts, &spans, &names, model)
        var collector = MentionCollector(tables: model.tables)
        for (item, spans) in zip(texts.items, spans) {
            var spans = names.added(to: spans, in: item.text)
            if item.field != .tag {
                spans = KnownNames.shared.sureNames.added(to: spans, in: item.text, keepsKinds: true)
                spans = KnownNames.shared.surePlaces.filled(into: spans, in: item.text)
            }
            collector.add(spans, of: item)
        }
        return collector.entities(definitions: definitions)
    }

    /// What a person should know of looking for entities in `article`; to be kept with its capture.
    public static func notes(on article: Article) -> [String] {
        (recognizes(article) ? [] : [foreignLanguageNote]) + [article.longBodyNote].compactMap { $0 }
    }

    /// Whether the model is made for the article's language: what the article says of it; without that, texts of few
    /// letters above ASCII are taken for English.
    public static func recognizes(_ article: Article) -> Bool {
        if let language = article.language { return language == "en" || language.hasPrefix("en-") }
        var bytes = 0
        var high = 0
        for text in [article.headline, article.standfirst].compactMap({ $0 }) + article.paragraphs {
            bytes += text.utf8.count
            for byte in text.utf8 where byte >= 0x80 { high += 1 }
        }
        return high * 20 <= bytes
    }

    /// The place that the story is dated from, which stands in capitals before its first words.
    private func addDateline(of article: Article, _ texts: ArticleText, _ names: inout GivenNames) {
        guard let dateline = article.dateline else { return }
        let words = 0..<TextTokens(dateline).tokens.count
        for item in texts.items where item.field == .body && item.item < 2 {
            guard !words.isEmpty, words.upperBound <= item.text.tokens.count, item.text.surface(words) == dateline
            else {
                continue
            }
            return names.add(item.text, words, .place)
        }
    }

    private func add(
        _ definition: AcronymDefinition, _ text: TextTokens, _ names: inout GivenNames,
        _ definitions: inout [String: String]
    ) {
        let kind: EntityKind = text.endsAsPlace(definition.name) ? .place : .organization
        let acronym = definition.acronym..<(definition.acronym + 1)
        names.add(text, definition.name, kind)
        names.add(text, acronym, kind)
        definitions[text.surface(acronym)] = text.surface(definition.name)
    }

    /// Tags are names as a whole or not at all.
    private func readTags(
        _ texts: ArticleText, _ spans: inout [[Span]], _ names: inout GivenNames, _ model: EntityModel
    ) {
        let tags = texts.items.indices.filter { texts.items[$0].field == .tag }
        guard !tags.isEmpty else { return }
        let reader = TagReader(
            tags: tags.map { texts.items[$0].text }, texts: texts.items.filter { $0.field != .tag }.map(\.text),
            tables: model.tables)
        for index in tags {
            let tag = texts.items[index].text
            // `Long Name (LN)` has been taken apart already.
            let kind = AcronymDefinition.all(in: tag).isEmpty ? reader.kind(of: tag, spans[index]) : nil
            spans[index] = kind.map { [Span(words: tag.tokens.indices, kind: $0)] } ?? []
            if let kind, kind != .other || tag.tokens.count > 1 { names.add(tag, tag.tokens.indices, kind) }
        }
    }

    private static let finders = FinderPool()
}

/// The texts of an article that names are looked for in.
struct ArticleText {
    /// One text with its place.
    struct Item {
        let field: MentionField
        let item: Int
        let text: TextTokens
    }

    /// In the order of fields.
    let items: [Item]

    init(_ article: Article) {
        var items: [Item] = []
        func add(_ field: MentionField, _ item: Int, _ string: String?) {
            guard let string, !string.isEmpty else { return }
            items.append(Item(field: field, item: item, text: TextTokens(string)))
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

/// Finders that wait to be used again, with the words they know: as many as threads ever ran at a time.
private final class FinderPool: Sendable {
    private let waiting = Mutex<[NameFinder]>([])

    func withFinder<Result>(of model: EntityModel, _ body: (inout NameFinder) -> Result) -> Result {
        var finder = waiting.withLock { $0.popLast() } ?? NameFinder(model: model)
        let result = body(&finder)
        waiting.withLock { $0.append(finder) }
        return result
    }
}
