import NewsModel
import NewsQuery
import NewsText

/// What a query must find, by reading every article from its first word to its last: slow, and without an index.
struct ReferenceMatcher {
    private let articles: [ReferenceArticle]
    private let forms: ReferenceForms
    /// The entities that go by a name.
    private let aliases: [(name: String, entity: ReferenceEntity)]

    init(_ sample: SampleArticles) {
        articles = zip(sample.articles, sample.entities).enumerated().map { index, pair in
            ReferenceArticle(id: ArticleID(Int64(index + 1)), article: pair.0, entities: pair.1)
        }
        forms = ReferenceForms(articles)
        aliases = sample.entities.enumerated().flatMap { index, entities in
            entities.flatMap { entity in
                entity.mentions.map { mention in
                    let paragraph = Array(sample.articles[index].paragraphs[mention.item].unicodeScalars)
                    var name = String.UnicodeScalarView()
                    name.append(contentsOf: paragraph[mention.start..<(mention.start + mention.length)])
                    return (foldedKey(String(name)), ReferenceEntity(entity))
                }
            }
        }
    }

    /// The ids of the articles that match, in order; ordered by date only.
    func ids(matching query: Query, order: SearchOrder) -> [ArticleID] {
        let found = articles.filter(test(query))
        let dated = found.filter { $0.shownAt != nil }.sorted { ($0.shownAt ?? 0, $0.id) < ($1.shownAt ?? 0, $1.id) }
        let undated = found.filter { $0.shownAt == nil }.sorted { $0.id < $1.id }
        return order == .oldest ? (dated + undated).map(\.id) : (dated.reversed() + undated.reversed()).map(\.id)
    }

    private typealias Test = (ReferenceArticle) -> Bool

    private func test(_ query: Query) -> Test {
        switch query {
        case .everything:
            return { _ in true }
        case .nothing:
            return { _ in false }
        case .words(let words):
            let phrase = ReferencePhrase(words, forms)
            return { $0.fields(of: words).contains { $0.contains(phrase) } }
        case .question(let words):
            return test(.any(words.map(Query.words)))
        case .near(let group, let distance):
            let phrases = group.map { ReferencePhrase($0, forms) }
            return { $0.fields(of: group[0]).contains { $0.contains(phrases, within: distance) } }
        case .value(let field, let value, let isPrefix):
            return test(field, value, isPrefix: isPrefix)
        case .date(let field, let from, let through):
            return { $0.day(of: field).map { $0 >= from ?? .min && $0 <= through ?? .max } ?? false }
        case .every(let parts):
            let tests = parts.map(test)
            return { article in tests.allSatisfy { $0(article) } }
        case .any(let parts):
            let tests = parts.map(test)
            return { article in tests.contains { $0(article) } }
        case .not(let part):
            let test = test(part)
            return { !test($0) }
        }
    }

    private func test(_ field: ValueField, _ value: String, isPrefix: Bool) -> Test {
        func fits(_ candidate: String?, _ wanted: String) -> Bool {
            guard let candidate else { return false }
            return isPrefix ? candidate.utf8.starts(with: wanted.utf8) : candidate.utf8.elementsEqual(wanted.utf8)
        }
        let folded = foldedKey(value)
        func fitsFolded(_ candidate: String?) -> Bool { fits(candidate.map(foldedKey), folded) }
        switch field {
        case .tag: return { $0.article.tags.contains(where: fitsFolded) }
        case .section: return { fitsFolded($0.article.section) }
        case .storyline: return { fitsFolded($0.article.storyline) }
        case .outlet: return { fitsFolded($0.article.outlet) }
        case .lang: return { fits($0.article.language, value) }
        case .id: return { String($0.id.rawValue) == value }
        case .url:
            let address = WebAddress(value)?.canonical ?? value
            return { $0.article.canonicalURL?.utf8.starts(with: address.utf8) ?? false }
        case .entity, .person, .org, .place:
            let wanted = Set(aliases.filter { fits($0.name, folded) }.map(\.entity))
                .filter { field.entityKind == nil || field.entityKind == $0.kind }
            return { !wanted.isDisjoint(with: $0.entities) }
        case .has: return { $0.has(value) }
        case .search: return { _ in false }  // nothing is saved
        case .is: return { value == "updated" ? $0.article.modified != nil : $0.article.kind.rawValue == value }
        }
    }
}

/// What makes two mentions one entity.
struct ReferenceEntity: Hashable {
    let kind: EntityKind
    let name: String

    init(_ entity: RecognizedEntity) {
        kind = entity.kind
        name = foldedKey(entity.name)
    }
}

/// An article with the words of its fields.
struct ReferenceArticle {
    let id: ArticleID
    let article: Article
    let entities: [ReferenceEntity]
    private let usual: [ReferenceText]
    private let named: [WordField: ReferenceText]

    init(id: ArticleID, article: Article, entities: [RecognizedEntity]) {
        self.id = id
        self.article = article
        self.entities = entities.map(ReferenceEntity.init)
        named = [
            .headline: ReferenceText([article.headline ?? ""]), .standfirst: ReferenceText([article.standfirst ?? ""]),
            .body: ReferenceText([article.body]), .byline: ReferenceText([article.byline ?? ""]),
            .dateline: ReferenceText([article.dateline ?? ""]),
            .related: ReferenceText(article.relatedHeadlines.map(\.headline)),
            .footnote: ReferenceText(article.footnotes.map(\.text)),
        ]
        usual =
            [WordField.headline, .standfirst, .body, .byline].compactMap { [named] in named[$0] }
            + [ReferenceText(article.tags), ReferenceText([article.section ?? ""])]
    }

    /// All words of all fields.
    var words: Set<String> { Set((Array(named.values) + usual).flatMap(\.words)) }

    var shownAt: Int64? { article.shownTime?.instant.seconds }

    func fields(of words: Query.Words) -> [ReferenceText] {
        words.field.map { named[$0].map { [$0] } ?? [] } ?? usual
    }

    func day(of field: DateField) -> Int? {
        switch field {
        case .date: article.shownTime?.instant.day
        case .published: article.published?.instant.day
        case .captured: article.captured?.instant.day
        case .modified: article.modified?.instant.day
        }
    }

    func has(_ part: String) -> Bool {
        switch part {
        case "headline": article.headline != nil
        case "date": article.shownTime != nil
        case "byline": article.byline != nil
        case "tags": !article.tags.isEmpty
        case "related": !article.relatedHeadlines.isEmpty
        case "footnotes": !article.footnotes.isEmpty
        case "entities": !entities.isEmpty
        default: false
        }
    }
}

/// The forms of every word that the articles hold, found by comparing it with all others of its language.
final class ReferenceForms {
    private var words: [String: Set<String>] = [:]
    private let stemmers: [String: Stemmer]

    init(_ articles: [ReferenceArticle]) {
        for article in articles { words[article.article.language ?? "en", default: []].formUnion(article.words) }
        stemmers = Dictionary(
            uniqueKeysWithValues: words.keys.compactMap { key in Stemmer(language: key).map { (key, $0) } })
    }

    /// `word` and its other forms.
    func forms(of word: String) -> [String] {
        var found: Set<String> = [word]
        for (language, stemmer) in stemmers {
            let stem = stemmer.stem(word)
            let held = words[language] ?? []
            for other in held where stemmer.stem(other) == stem && (stem.count >= 3 || held.contains(word)) {
                let hasDigit = other.contains { $0.isASCII && $0.isNumber }
                guard !hasDigit, other.utf8.count >= 2 else { continue }
                if language != "en" || areEnglishInflections(other, word) { found.insert(other) }
            }
        }
        return found.sorted()
    }
}

/// The words of a phrase.
struct ReferencePhrase {
    /// Each word with its other forms.
    let words: [[[UInt8]]]
    let isPrefix: Bool

    init(_ words: Query.Words, _ forms: ReferenceForms) {
        let tokens = tokens(of: words.text, isQuery: true).map(\.text)
        // One character of Chinese or Japanese is looked for as the beginning of a pair too.
        let last = tokens.last?.unicodeScalars
        let isHalf = last.map { $0.count == 1 && $0.allSatisfy { (0x3040...0x9FFF).contains($0.value) } } ?? false
        let isPrefix = words.isPrefix || isHalf
        self.isPrefix = isPrefix
        self.words = tokens.enumerated().map { place, token in
            let isPrinted = words.isExact || isPrefix && place == tokens.count - 1
            return (isPrinted ? [token] : forms.forms(of: token)).map { Array($0.utf8) }
        }
    }
}

/// The words of a field, place by place; two words stand in one place where the index has them so.
struct ReferenceText {
    private var places: [[[UInt8]]] = []
    /// Where each word stands.
    private var placesOf: [[UInt8]: [Int]] = [:]

    /// The words of a list of texts. One place is left free between two, so that no phrase runs across.
    init(_ items: [String]) {
        for (index, item) in items.enumerated() {
            if index > 0 { places.append([]) }
            let first = places.count
            for token in tokens(of: item) {
                if first + token.position == places.count { places.append([]) }
                let word = Array(token.text.utf8)
                places[first + token.position].append(word)
                placesOf[word, default: []].append(first + token.position)
            }
        }
    }

    /// The words of the texts.
    var words: [String] { placesOf.keys.map { String(decoding: $0, as: UTF8.self) } }

    func contains(_ phrase: ReferencePhrase) -> Bool { !starts(of: phrase).isEmpty }

    /// Whether all phrases stand so that at most `distance` words are between each of them and the one that starts last.
    /// Source: FTS5's documentation of NEAR, and its function fts5ExprNearIsMatch.
    func contains(_ phrases: [ReferencePhrase], within distance: Int) -> Bool {
        let starts = phrases.map(starts)
        return Set(starts.flatMap { $0 }).contains { last in
            zip(phrases, starts).allSatisfy { phrase, starts in
                starts.contains { $0 <= last && $0 + phrase.words.count + distance >= last }
            }
        }
    }

    private func starts(of phrase: ReferencePhrase) -> [Int] {
        guard let first = phrase.words.first else { return [] }
        let candidates =
            phrase.words.count == 1 && phrase.isPrefix
            ? Array(places.indices) : Set(first.flatMap { placesOf[$0] ?? [] }).sorted()
        return candidates.filter { start in
            start + phrase.words.count <= places.count
                && phrase.words.indices.allSatisfy { offset in
                    let isLast = offset == phrase.words.count - 1
                    return places[start + offset].contains { word in
                        phrase.words[offset].contains { form in
                            isLast && phrase.isPrefix ? word.starts(with: form) : word == form
                        }
                    }
                }
        }
    }
}
