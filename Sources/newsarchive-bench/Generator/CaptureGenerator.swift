/// Makes captures of made-up news in the forms that real ones have.
///
/// Every capture is a pure function of the seed, the number of articles and its own number; nothing is kept in memory.
/// Seven in ten are of the family with a clock line (its newer layout has no headline, its older one has), three of
/// general outlets. A body has 436 words on average (log-normal, 40 to 4,000), dates run from 2005 to 2024 with fewer
/// stories at week-ends, tags come from 20,000, names from `NamePool`; related headlines are those of other captures.
struct CaptureGenerator: Sendable {
    /// How many articles there are; related headlines point to these.
    let articles: Int
    /// What all captures depend on.
    let seed: UInt64

    let vocabulary = Vocabulary()
    let names = NamePool()

    /// A generator of `articles` captures.
    init(articles: Int, seed: UInt64 = 1) {
        self.articles = max(articles, 1)
        self.seed = seed
    }

    /// The capture with this number, from 0.
    func capture(_ number: Int) -> GeneratedCapture {
        let plan = ArticlePlan(number, generator: self)
        var writer = CaptureWriter(plan: plan, generator: self)
        writer.write()
        return GeneratedCapture(plan: plan, bytes: writer.bytes, url: address(of: plan))
    }

    /// The headline of an article, in title case; articles of the newer layout have one too, but do not print it.
    func headline(_ number: Int) -> [UInt8] {
        var random = RandomSource(seed: seed, article: number, purpose: 2)
        let subject = names.name(names.popularNumber(&random))
        var bytes = random.chance(60) ? subject.full : subject.short
        for _ in 0..<(4 + random.below(6)) {
            bytes.append(0x20)
            appendCapitalized(&bytes) { vocabulary.appendContentWord(&random, to: &$0) }
        }
        if random.chance(40) {
            bytes += random.chance(50) ? " in ".utf8 : " – ".utf8
            bytes += names.name(names.popularNumber(&random)).full
        }
        return bytes
    }

    /// The tag with this number of 20,000: a name, or one to three content words.
    func tag(_ number: Int) -> [UInt8] {
        if number % 5 < 2 { return names.name(number).full }
        let bits = mixed(UInt64(number) &* 31)
        var bytes = vocabulary.contentWord(number)
        if number % 5 < 4 || number > 6_000 { bytes += [0x20] + vocabulary.contentWord(Int(bits % 5_000)) }
        return bytes
    }

    /// The number of another article whose capture prints its headline; `nil` when none was met.
    func numberOfHeadlinedArticle(_ random: inout RandomSource, besides number: Int) -> Int? {
        for _ in 0..<24 {
            let other = random.below(articles)
            if other != number, ArticlePlan.form(of: other, seed: seed) != .newer { return other }
        }
        return nil
    }

    /// The address, where it is known: for about half of the articles.
    private func address(of plan: ArticlePlan) -> String? {
        guard plan.isInManifest else { return nil }
        var random = RandomSource(seed: seed, article: plan.number, purpose: 5)
        let slug = headline(plan.number).split { ($0 | 0x20) < 0x61 || ($0 | 0x20) > 0x7A }
            .map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }.joined(separator: "-")
        let (year, month, day) = plan.published.civil
        let date = "\(year)\(padded(month, width: 2))\(padded(day, width: 2))"
        guard plan.form == .general else {
            let id = "10" + padded(10_000_000 + plan.number, width: 8)
            return "https://sputniknews.example/\(plan.sectionSlug)/\(date)\(id)-\(slug)/"
        }
        let host = generalOutlets[plan.outlet].lowercased().filter(\.isLetter)
        let path = [
            "\(year)/\(padded(month, width: 2))/\(padded(day, width: 2))/\(slug)",
            "\(plan.sectionSlug)/\(slug)-\(date)",
            "articles/\(plan.number)-\(slug)",
        ]
        let tracking = random.chance(15) ? "?utm_source=rss&utm_medium=feed" : ""
        return "https://www.\(host).example/\(path[plan.outlet % path.count])\(tracking)"
    }
}

/// A generated capture and what a manifest would say of it.
struct GeneratedCapture {
    /// The file's name.
    var name: String
    /// The text, in UTF-8.
    var bytes: [UInt8]
    /// The address; `nil` for captures that are not in the manifest, as for all that follows.
    var url: String?
    /// Who published it; `nil` where the capture tells.
    var outlet: String?
    /// When it was captured, RFC 3339; `nil` where the capture tells.
    var capturedAt: String?
    /// When it was published, RFC 3339.
    var publishedAt: String?

    init(plan: ArticlePlan, bytes: [UInt8], url: String?) {
        name = "capture-\(padded(plan.number, width: 7)).txt"
        self.bytes = bytes
        self.url = url
        guard url != nil else { return }
        let isGeneral = plan.form == .general
        outlet = isGeneral ? generalOutlets[plan.outlet] : nil
        capturedAt = isGeneral ? plan.captured.description : nil
        publishedAt = plan.number % 3 == 0 ? plan.published.description : nil
    }

    /// The manifest's line for this capture at `path`; `nil` when it is not in the manifest.
    func manifestRow(path: String) -> String? {
        guard let url else { return nil }
        return "\(path),\(url),\(outlet ?? ""),\(capturedAt ?? ""),\(publishedAt ?? "")\n"
    }
}

/// The digits of `number` after as many zeros as `width` asks for.
func padded(_ number: Int, width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Adds what `append` adds, its first letter as a capital.
func appendCapitalized(_ bytes: inout [UInt8], _ append: (inout [UInt8]) -> Void) {
    let start = bytes.count
    append(&bytes)
    if start < bytes.count, (0x61...0x7A).contains(bytes[start]) { bytes[start] &= 0xDF }
}
