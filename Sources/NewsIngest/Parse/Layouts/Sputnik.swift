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
            seen: seen, form: form)
    }
}
