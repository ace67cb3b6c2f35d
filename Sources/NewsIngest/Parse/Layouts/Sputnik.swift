/// The editions of one agency share a form: a clock, the section, a link to the short address, counters, the body,
/// other stories' headlines and a tag line. Only the words differ.
let sputnikEditions: [Layout] = [
    sputnikEnglish, sputnikGerman, sputnikFrench, sputnikSpanish, sputnikItalian, sputnikPortuguese, sputnikRussian,
    sputnikPolish, sputnikCzech, sputnikTurkish, sputnikArabic, sputnikSerbian, sputnikJapanese, sputnikChinese,
    sputnikOther,
]

/// An edition whose words are not declared: known by its glued clock alone, its language by the body.
let sputnikOther = Layout.sputnik(edition: nil, otherNames: [], domains: [], form: Layout.Form())

extension Layout {
    /// An edition of the family in the words of `form`.
    static func sputnik(
        edition: String?, outlet: String = "Sputnik", otherNames: [String], domains: [String],
        seen: ClosedRange<String> = "2014-11"..."2021-12", form: Form
    ) -> Layout {
        var form = form
        form.opening = .clock
        form.hasUnlabelledTail = true
        form.sharedChrome = ["Radio", "Radio Sputnik", "Sputnik Radio", "Sputnik", "SNA Radio"] + otherNames
        form.numericDates = .dayFirst
        return Layout(
            name: edition.map { "sputnik-\($0)" } ?? "sputnik", outlet: outlet, otherNames: otherNames,
            domains: domains, language: edition,
            seen: seen, form: form, html: sputnikPages)
    }

    /// The family's HTML: the form of 2014–2021 (`b-article`), then the later one (`article__`).
    private static let sputnikPages = HTMLForm(
        body: ["b-article__text", "article__body"],
        frame: [
            "b-inject", "b-banner", "b-article__share", "b-social", "b-mobile-app", "article__userbar",
            "article__photo-item-copyright", "banner",
        ],
        standfirst: ["b-article__lead", "article__announce-text"],
        section: ["b-article__refs-rubric"],
        storyline: ["b-article__refs-storyline", "b-article__storyline"],
        tags: ["b-article__tags", "tags"],
        related: ["b-read-more", "b-inject__article", "article__article"],
        captions: [
            "b-article__header-image-desc", "b-inject__desc", "b-copyright", "media__copyright",
            "article__photo-item-text",
        ])
}
