import NewsModel

/// What an article is, before it is written.
struct ArticlePlan {
    /// The forms a capture may have.
    enum Form { case newer, older, general }

    let number: Int
    let form: Form
    /// Of the general outlets; 0 for the family.
    let outlet: Int
    let section: Int
    let published: Instant
    let captured: Instant
    let words: Int
    /// Numbers of tags.
    let tags: [Int]
    /// Numbers of the names that the article is about; the first is its main one.
    let names: [Int]
    let hasFootnote: Bool
    /// The number of a running topic; `nil` for nine in ten.
    let storyline: Int?

    /// Whether the manifest tells of it: every second one.
    var isInManifest: Bool { number % 2 == 0 }

    /// The plan of the article with this number.
    init(_ number: Int, generator: CaptureGenerator) {
        var random = RandomSource(seed: generator.seed, article: number, purpose: 1)
        self.number = number
        form = Self.form(of: number, seed: generator.seed)
        outlet = form == .general ? generator.names.popularNumber(&random, count: generalOutlets.count) : 0
        section = generator.names.popularNumber(&random, count: 12)
        published = Self.time(&random)
        captured = Instant(
            seconds: published.seconds + 300 + Int64(random.below(random.chance(70) ? 20_000 : 2_000_000)))
        // The mean of a log-normal distribution lies half the variance above its centre, and a name may be two words.
        words = min(max(Int(Self.exponential(5.862 + 0.6 * random.normal())), 40), 4_000)
        var tags: [Int] = []
        for _ in 0..<(3 + random.below(5)) {
            let tag = generator.names.popularNumber(&random, count: 20_000)
            if !tags.contains(tag) { tags.append(tag) }
        }
        self.tags = tags
        names = (0..<(3 + random.below(6))).map { _ in generator.names.popularNumber(&random) }
        hasFootnote = random.chance(5)
        storyline = random.chance(10) ? generator.names.popularNumber(&random, count: 500) : nil
    }

    /// The form of the capture with this number.
    static func form(of number: Int, seed: UInt64) -> Form {
        var random = RandomSource(seed: seed, article: number, purpose: 0)
        switch random.below(100) {
        case ..<42: return .newer
        case ..<70: return .older
        default: return .general
        }
    }

    /// The section's words, as printed.
    var sectionName: String {
        form == .general ? generalSections[(section + outlet) % generalSections.count] : familySections[section]
    }

    /// The section as addresses name it.
    var sectionSlug: String {
        String(sectionName.lowercased().prefix { $0.isLetter })
    }

    /// A moment from 2005 to 2024: week-ends have half the stories, nights few.
    private static func time(_ random: inout RandomSource) -> Instant {
        let first = Instant.daysSinceEpoch(year: 2005, month: 1, day: 1)
        let days = Instant.daysSinceEpoch(year: 2025, month: 1, day: 1) - first
        var day = 0
        for _ in 0..<8 {
            day = first + random.below(days)
            // 1970-01-01 was a Thursday.
            let weekday = (day + 3) % 7
            if weekday < 5 || random.chance(50) { break }
        }
        let minute = 240 + random.below(600) + random.below(600)
        return Instant(seconds: Int64(day) * 86_400 + Int64(minute) * 60)
    }

    /// e to the power of `exponent`, the same on every machine: sums and products only.
    private static func exponential(_ exponent: Double) -> Double {
        var result = 1.0
        let part = exponent / 1_024
        var term = 1.0
        for index in 1...6 {
            term *= part / Double(index)
            result += term
        }
        for _ in 0..<10 { result *= result }
        return result
    }
}

let familySections = [
    "World", "Politics", "Military & Intelligence", "Business", "Society", "Europe", "Middle East", "Asia & Pacific",
    "Science & Tech", "Sport", "Africa", "Viral",
]

let generalSections = [
    "News", "World", "Politics", "Business", "Culture", "Sport", "Science", "Health", "Environment", "Opinion",
    "Travel",
    "Education",
]

let generalOutlets = [
    "Harbour Courier", "Northern Herald", "Valley Times", "Capital Observer", "Coastal Post", "Evening Ledger",
    "Daily Meridian", "River Gazette", "Mountain Tribune", "Island Chronicle", "Eastern Standard", "Western Mirror",
    "Lakeside Journal", "Union Examiner", "Granite Record", "Morning Beacon", "Prairie Sentinel", "Metro Dispatch",
    "Continental Review", "Atlantic Messenger",
]
