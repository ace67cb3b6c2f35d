import NewsModel
import Testing

@testable import NewsIngest

private func stream(_ text: String, hints: CaptureHints = .init()) -> JSONStream {
    JSONStream(MemorySource(Array(text.utf8)), path: "a.jsonl", hints: hints)
}

private func reading(_ text: String, map: [String: String]? = nil) throws -> CaptureReading {
    try CaptureReader().read(Capture(bytes: Array(text.utf8), path: "-", format: .jsonl, hints: CaptureHints(map: map)))
}

@Test(
    "Objects are found line by line, in lists, and in lists within an object",
    arguments: [
        ("{\"title\":\"a\"}\n{\"title\":\"b\"}\n", ["line 1", "line 2"]),
        ("\u{FEFF}{\"title\":\"a\"}\r\n\r\n{\"title\":\"b\"}", ["line 1", "line 3"]),
        ("[{\"title\":\"a\"},\n{\"title\":\"b\"}]", ["object 1", "object 2"]),
        ("{\"title\":\"a\"}{\"title\":\"b\"}", ["line 1", "object 2"]),
        ("{\n \"title\": \"a\"\n}\n{\n \"title\": \"b\"\n}", ["line 1", "line 4"]),
        ("{\"status\":\"ok\",\"articles\":[{\"title\":\"a\"},{\"title\":\"b\"}],\"n\":2}", ["object 1", "object 2"]),
        (
            "{\"response\":{\"n\":2,\"results\":[{\"title\":\"a\"},{\"title\":\"b\"}]},\"x\":[{}]}",
            ["object 1", "object 2"]
        ),
        ("{\"title\":\"a\",\"text\":\"b\",\"items\":[{\"title\":\"c\"}]}", ["line 1"]),
        ("{\"title\":\"]}\\\"{\",\"text\":\"[{\"}", ["line 1"]),
    ])
func objects(text: String, places: [String]) {
    #expect(captures(in: stream(text)).map(\.position) == places)
    #expect(rejections(in: stream(text)) == [])
}

@Test("A capture is the object as it stands in the file")
func verbatimObject() {
    let text = " [ { \"title\" : \"Fähre\\u0021\" , \"text\":\"x\"}  ,{\"title\":\"b\"} ]"
    let captures = captures(in: stream(text))
    #expect(
        captures.map { String(decoding: $0.bytes, as: UTF8.self) } == [
            "{ \"title\" : \"Fähre\\u0021\" , \"text\":\"x\"}", "{\"title\":\"b\"}",
        ])
}

@Test(
    "Broken lines are rejected with their number and the next line is read",
    arguments: [
        (
            "{\"title\":\"a\"}\n{\"title\": \"b\n{\"title\":\"c\"}", ["line 1", "line 3"],
            "line 2: no JSON: a text that is not closed"
        ),
        (
            "{\"title\":\"a\"}\n{\"title\": \n{\"title\":\"c\"}\n{\"title\":\"d\"}", ["line 1", "line 4"],
            "line 2: no JSON:"
        ),
        (
            "{\"title\":\"a\"}\n{\"title\":\"b\",\n{\"title\":\"c\"}", ["line 1", "line 3"],
            "line 2: no JSON: a name in quotes is missing"
        ),
        ("{\"title\":\"a\"}\nnonsense\n{\"title\":\"c\"}", ["line 1", "line 3"], "line 2: no JSON object"),
        (
            "{\"title\":\"a\"}\n{'title':'b'}\n{\"title\":\"c\"}", ["line 1", "line 3"],
            "line 2: no JSON: a name in quotes is missing"
        ),
        (
            "[{\"title\":\"a\"},\n{\"title\":},\n{\"title\":\"c\"}]", ["object 1", "object 3"],
            "object 2, line 2: no JSON: no value"
        ),
        ("{\"title\":\"a\"}\n{\"title\":\"b\"", ["line 1"], "line 2: no JSON: the file ends within it"),
        ("[{\"title\":\"a\"},", ["object 1"], "line 1: the list is not closed"),
    ])
func brokenLines(text: String, places: [String], reason: String) {
    #expect(captures(in: stream(text)).map(\.position) == places)
    let reasons = rejections(in: stream(text))
    #expect(reasons.count == 1)
    #expect(reasons.first?.hasPrefix(reason) == true, "\(reasons)")
}

@Test("The fields of a record are found under the names of common data sets")
func newsPleaseRecord() throws {
    let text = """
        {"authors": ["Ida Brandt", "Otto Brandt"], "date_download": "2020-10-13 06:00:00", "date_modify": "2020-10-12 20:00:00",
        "date_publish": "2020-10-12 18:05:00", "description": "The line reopens.", "image_url": "https://harbortimes.example/i.jpg",
        "language": "en", "source_domain": "harbortimes.example", "maintext": "The ferry left* Port Alder.\\nNobody waved.\\n* The Alder Queen.",
        "title": "Ferry Line Reopens", "url": "https://harbortimes.example/ferry", "localpath": null}
        """
    let reading = try reading(text)
    let article = reading.article
    #expect(article.headline == "Ferry Line Reopens")
    #expect(article.authors == ["Ida Brandt", "Otto Brandt"])
    #expect(article.published?.instant.description == "2020-10-12T18:05:00Z")
    #expect(article.published?.source == .metadata)
    #expect(article.modified?.instant.description == "2020-10-12T20:00:00Z")
    #expect(article.captured?.instant.description == "2020-10-13T06:00:00Z")
    #expect(article.standfirst == "The line reopens.")
    #expect(article.paragraphs == ["The ferry left* Port Alder.", "Nobody waved."])
    #expect(article.footnotes.map(\.text) == ["The Alder Queen."])
    #expect(article.outlet == "harbortimes.example")
    #expect(article.language == "en")
    #expect(reading.sources["published_at"] == "field date_publish")
    #expect(reading.dropped.map(\.text).contains("image_url: https://harbortimes.example/i.jpg"))
}

@Test(
    "Each data set's own names are understood",
    arguments: [
        // NewsAPI
        (
            #"{"source":{"id":null,"name":"Harbor Times"},"author":"By Ida Brandt","title":"T","description":"D","url":"https://harbortimes.example/t","publishedAt":"2020-10-12T16:05:00Z","content":"C."}"#,
            "T|Harbor Times|Ida Brandt|2020-10-12T16:05:00Z|C."
        ),
        // Kaggle's All the News
        (
            #"{"id":17283,"title":"T","publication":"Harbor Times","author":"Ida Brandt","date":"2020-10-12","year":2020.0,"content":"C."}"#,
            "T|Harbor Times|Ida Brandt|2020-10-12T00:00:00Z|C."
        ),
        // trafilatura
        (
            #"{"title":"T","author":"Ida Brandt; Otto Brandt","hostname":"harbortimes.example","date":"2020-10-12","source":"https://harbortimes.example/t","source-hostname":"Harbor Times","text":"C.","tags":"a;b"}"#,
            "T|Harbor Times|Ida Brandt, Otto Brandt|2020-10-12T00:00:00Z|C."
        ),
        // schema.org
        (
            #"{"@type":"NewsArticle","headline":"T","author":{"name":"Ida Brandt"},"publisher":{"name":"Harbor Times"},"datePublished":"2020-10-12T18:05:00+02:00","articleBody":"C."}"#,
            "T|Harbor Times|Ida Brandt|2020-10-12T16:05:00Z|C."
        ),
        // An index's hit
        (
            #"{"_index":"n","_source":{"title":"T","publisher":"Harbor Times","byline":"Ida Brandt","published":1602518700,"body":"<p>C.</p>"}}"#,
            "T|Harbor Times|Ida Brandt|2020-10-12T16:05:00Z|C."
        ),
        // Media Cloud, milliseconds
        (
            #"{"media_name":"Harbor Times","title":"T","publish_date":1602518700000,"authors":"Ida Brandt","story_text":"C."}"#,
            "T|Harbor Times|Ida Brandt|2020-10-12T16:05:00Z|C."
        ),
    ])
func dataSets(text: String, expected: String) throws {
    let article = try reading(text).article
    let parts: [String?] = [
        article.headline, article.outlet, article.byline, article.published?.instant.description,
        article.paragraphs.joined(separator: "/"),
    ]
    #expect(parts.map { $0 ?? "-" }.joined(separator: "|") == expected)
}

@Test("Fields may be named by a map")
func mappedFields() throws {
    let text = #"{"ueberschrift":"T","inh":{"lang":"C."},"title":"wrong","wann":"12.10.2020"}"#
    let reading = try reading(text, map: ["headline": "ueberschrift", "text": "inh.lang", "date": "wann"])
    #expect(reading.article.headline == "T")
    #expect(reading.article.paragraphs == ["C."])
    #expect(reading.article.published?.instant.description == "2020-10-12T00:00:00Z")
    #expect(reading.dropped.map(\.text) == ["title: wrong"])
}

@Test("A record with a description alone is a summary")
func summaryRecord() throws {
    let article = try reading(#"{"title":"T","description":"One <b>line</b>.","url":"https://harbortimes.example/t"}"#)
        .article
    #expect(article.kind == .summary)
    #expect(article.paragraphs == ["One line."])
}

@Test("A text alone is read like a page")
func textRecord() throws {
    let article = try reading(
        #"{"text":"Ferry Line Reopens\n\nBy Ida Brandt\n\nOctober 12, 2020\n\nThe ferry left Port Alder on Monday, and nobody who stood on the pier waved at it."}"#
    ).article
    #expect(article.headline == "Ferry Line Reopens")
    #expect(article.byline == "Ida Brandt")
}

@Test("The items of a JSON Feed take outlet and language from it")
func jsonFeed() throws {
    let text = """
        {"version":"https://jsonfeed.org/version/1.1","title":"Harbor Times","home_page_url":"https://harbortimes.example/","language":"en-US",
        "items":[{"id":"1","url":"/t","title":"T","content_html":"<p>C.</p><p>D.</p>","date_published":"2020-10-12T18:05:00+02:00","tags":["swans"]}]}
        """
    let capture = try #require(captures(in: stream(text)).first)
    let article = try CaptureReader().read(capture).article
    #expect(article.outlet == "Harbor Times")
    #expect(article.language == "en")
    #expect(article.url == "https://harbortimes.example/t")
    #expect(article.paragraphs == ["C.", "D."])
    #expect(article.tags == ["swans"])
}
