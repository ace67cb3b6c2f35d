import NewsEntities
import NewsModel
import TestSupport
import Testing

@testable import NewsIngest

@Test(
    "Captures say when names are not looked for as in English",
    arguments: [("en", true, false), ("de", true, true), ("ru", true, true), ("de", false, false)])
func foreignLanguage(language: String, recognizes: Bool, isNoted: Bool) throws {
    var options = IngestOptions()
    options.recognizesEntities = recognizes
    let page = """
        ---
        title: Hafen gesperrt
        language: \(language)
        ---
        Der Hafen wurde am Montag gesperrt.
        """
    let test = try TestArchive()
    let preparer = Preparer(options: options, lookup: nil, outlets: try OutletNames(test.archive))
    let reading = try preparer.read(Capture(bytes: Array(page.utf8), path: "a.md", format: .text))
    #expect(reading.article.language == language)
    #expect(reading.notes.contains(EntityRecognizer.foreignLanguageNote) == isNoted)
}
