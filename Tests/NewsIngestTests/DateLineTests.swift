import NewsModel
import Testing

@testable import NewsIngest

@Test("A line with two dates and one time between them tells when a story was published and when changed")
func timeBetweenDates() throws {
    let page = """
        Harbor bell rings again after nine years

        Published 5 March 2021, 14:17 | 6 March 2021

        The bell of Sundholm harbor rang again on Friday, nine years after a storm had taken its clapper.
        """
    let article = try CaptureReader().read(Capture(bytes: Array(page.utf8), path: "a.txt", format: .text)).article
    #expect(article.published?.instant.description == "2021-03-05T14:17:00Z")
    #expect(article.modified?.instant.description == "2021-03-06T00:00:00Z")
    #expect(article.published?.precision == .minute && article.modified?.precision == .day)
    #expect(article.paragraphs.count == 1)
}
