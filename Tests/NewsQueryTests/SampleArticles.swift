import NewsModel
import NewsText
import TestSupport

/// Articles made up of few words, values and dates, so that random queries find some; the same in every run.
struct SampleArticles {
    static let count = 300
    static let firstDay = 19_980
    static let days = 30

    static let words = [
        "air", "strike", "airstrike", "the", "a", "market", "Märkte", "café", "cafe", "CAFÉ", "naïve", "Straße",
        "strasse",
        "Łódź", "lodz", "Ёлка", "елка", "U.S.", "US", "1,000", "1000", "12,345,678", "COVID-19", "covid", "19",
        "O’Brien",
        "o'brien", "AT&T", "well-known", "known", "coöperate", "co\u{AD}operate", "ﬁnance", "finance", "ＡＢＣ", "abc",
        "Ærø",
        "東京", "東京都", "京都", "東", "大阪府", "第3回", "平成23年3月", "กรุงเทพ", "서울시", "हिन्दी", "Αθήνα", "a.b", "J.R.R.", "x",
        "election", "elections", "elect", "strikes", "striking", "markets", "study", "studies", "studied", "organ",
        "organization", "universe", "university", "Wahl", "Wahlen", "SDF", "Berlin", "Iraq", "Iraq*", "10%", "e-mail",
        "«quoted»", "(aside)",
    ]

    static let tags = [
        "Iraq", "iraq", "US-led coalition", "airstrike", "Café", "“Butcher”", "東京", "a; b", "Märkte", "10%",
    ]
    static let sections = ["World", "WORLD", "Military & Intelligence", "Märkte"]
    static let outlets = ["Sputnik", "Example News", "example news", "Der Bote"]
    /// Names of entities; the second and third are one.
    static let names = ["Angela Merkel", "Syrian Defense Forces", "SDF", "Berlin", "Łódź"]

    static func address(_ number: Int) -> String { "https://example.com/news/\(number)" }

    /// What was made: the articles and what each names.
    let articles: [Article]
    let entities: [[RecognizedEntity]]

    /// - Parameter years: Over how many years the articles are spread; within days when 0.
    init(seed: UInt64 = 7, count: Int = SampleArticles.count, years: Int = 0) {
        var maker = Maker(random: SeededGenerator(seed: seed))
        var articles: [Article] = []
        var entities: [[RecognizedEntity]] = []
        for number in 1...count {
            var (article, named) = maker.article(number)
            let earlier = Int64(number % 8 * years * 366 / 8) * 86_400
            article.published = article.published?.earlier(by: earlier)
            article.captured = article.captured?.earlier(by: earlier)
            articles.append(article)
            entities.append(named)
        }
        self.articles = articles
        self.entities = entities
    }

    /// An archive of them.
    ///
    /// - Parameter settled: How many of them are there when an ingest ends; what comes later leaves parts of the index
    ///   stale.
    func archive(settled: Int? = nil) throws -> TestArchive {
        let test = try TestArchive()
        var next = 0
        for start in stride(from: 0, to: articles.count, by: 40) {
            if let settled, (start - 39...start).contains(settled) { try test.archive.endLoad(merges: false) { false } }
            try test.add(Array(articles[start..<min(start + 40, articles.count)])) { _ in
                next += 1
                return entities[next - 1]
            }
        }
        if settled == articles.count { try test.archive.endLoad(merges: true) { false } }
        return test
    }

    private struct Maker {
        var random: SeededGenerator

        mutating func article(_ number: Int) -> (Article, [RecognizedEntity]) {
            var article = Article()
            article.url = SampleArticles.address(number)
            article.canonicalURL = random.once(in: 5) ? nil : WebAddress(SampleArticles.address(number))?.canonical
            article.outlet = random.once(in: 4) ? nil : random.pick(SampleArticles.outlets)
            article.section = random.once(in: 3) ? nil : random.pick(SampleArticles.sections)
            article.language = random.once(in: 4) ? nil : random.pick(["en", "de", "ja"])
            article.languageSource = article.language == nil ? nil : .detected
            article.kind = random.once(in: 4) ? random.pick(ArticleKind.allCases) : .article
            article.headline = random.once(in: 4) ? nil : text(1...6)
            article.headlineOrigin = article.headline == nil ? nil : .capture
            article.standfirst = random.once(in: 3) ? text(1...8) : nil
            article.byline = random.once(in: 3) ? text(1...3) : nil
            article.dateline = random.once(in: 4) ? text(1...2) : nil
            article.published = random.once(in: 3) ? nil : time()
            article.captured = random.once(in: 3) ? nil : time()
            article.modified = random.once(in: 5) ? time() : nil
            article.tags = Array(
                Set((0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(SampleArticles.tags) })
            ).sorted()
            article.relatedHeadlines = list(0...3, of: 1...4).map { RelatedHeadline(headline: $0) }
            article.footnotes = list(0...2, of: 1...4).map { Footnote(marker: "*", text: $0, references: []) }
            let (paragraphs, entities) = body()
            article.paragraphs = paragraphs
            return (article, entities)
        }

        private mutating func text(_ length: ClosedRange<Int>) -> String {
            normalizedText(
                (0..<Int.random(in: length, using: &random)).map { _ in random.pick(SampleArticles.words) }.joined(
                    separator: " "))
        }

        private mutating func list(_ count: ClosedRange<Int>, of length: ClosedRange<Int>) -> [String] {
            var items: [String] = []
            for _ in 0..<Int.random(in: count, using: &random) {
                let item = text(length)
                if !items.contains(item) { items.append(item) }
            }
            return items
        }

        /// Few moments, so that many articles share a day and some share a second.
        private mutating func time() -> PrintedTime {
            let day = SampleArticles.firstDay + Int.random(in: 0..<SampleArticles.days, using: &random)
            let second = Int64(random.pick([0, 1, 3_600, 43_200, 86_399]))
            return PrintedTime(
                Instant(seconds: Int64(day) * 86_400 + second), precision: .second, zone: .printed, source: .page)
        }

        private mutating func body() -> ([String], [RecognizedEntity]) {
            var paragraphs = (0..<Int.random(in: 0...4, using: &random)).map { _ in text(1...20) }
            guard !paragraphs.isEmpty, random.once(in: 2) else { return (paragraphs, []) }
            let name = random.pick(SampleArticles.names)
            let item = Int.random(in: paragraphs.indices, using: &random)
            let start = paragraphs[item].unicodeScalars.count + 1
            paragraphs[item] += " " + name
            let kind: EntityKind =
                ["Berlin", "Łódź"].contains(name) ? .place : name == "Angela Merkel" ? .person : .organization
            let mention = Mention(field: .body, item: item, start: start, length: name.unicodeScalars.count)
            let fullName = name == "SDF" ? "Syrian Defense Forces" : name
            return (paragraphs, [RecognizedEntity(name: fullName, kind: kind, aliases: [], mentions: [mention])])
        }
    }
}

extension PrintedTime {
    fileprivate func earlier(by seconds: Int64) -> PrintedTime {
        var time = self
        time.instant = Instant(seconds: instant.seconds - seconds)
        return time
    }
}
