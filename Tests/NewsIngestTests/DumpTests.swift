import NewsModel
import Testing

@testable import NewsIngest

private func stream(_ text: String) throws -> DumpStream {
    let bytes = Array(text.utf8)
    let kind = try #require(DumpStream.kind(of: bytes, declaredCharset: nil))
    return DumpStream(MemorySource(bytes), kind: kind, path: "dump.txt", hints: .init())
}

private func articles(_ text: String) throws -> [CaptureReading] {
    try captures(in: try stream(text)).map { try CaptureReader().read($0) }
}

private let nexis = """


                               1 of 2 DOCUMENTS


                                Harbor Times

                       October 12, 2020 Monday
                         Late Edition - Final

    Ferry Line Between Port Alder and Sundholm
    Reopens After Eleven Years

    BYLINE: By IDA BRANDT

    SECTION: Section A; Column 0; Regional Desk; Pg. 1

    LENGTH: 523 words

    DATELINE: PORT ALDER

     The first ferry left Port Alder on Monday, eleven years after the last one,
    and nobody who stood on the pier waved at it.


     The line carries cars, bicycles and, on Sundays, the town's brass band, which
    plays on the upper deck.

    URL: https://harbortimes.example/ferry

    SUBJECT: FERRIES (90%); PORTS & HARBORS (78%)

    GRAPHIC: PHOTO: The Alder Queen at its pier

    LOAD-DATE: October 13, 2020

    LANGUAGE: ENGLISH

                      Copyright 2020 The Harbor Times Company


                               2 of 2 DOCUMENTS


                                Harbor Times

                       October 13, 2020 Tuesday

    Swans

    LENGTH: 12 words

    Seven swans were seen.

    LOAD-DATE: October 14, 2020

    """

@Test("Articles of a Nexis dump are told apart and read by labels and places")
func nexisDump() throws {
    let readings = try articles(nexis)
    #expect(captures(in: try stream(nexis)).map(\.position) == ["document 1", "document 2"])
    #expect(rejections(in: try stream(nexis)) == [])
    let article = try #require(readings.first).article
    #expect(article.headline == "Ferry Line Between Port Alder and Sundholm Reopens After Eleven Years")
    #expect(article.outlet == "Harbor Times")
    #expect(article.byline == "IDA BRANDT")
    #expect(article.section == "Section A; Regional Desk")
    #expect(article.dateline == "PORT ALDER")
    #expect(article.published?.instant.description == "2020-10-12T00:00:00Z")
    #expect(article.url == "https://harbortimes.example/ferry")
    #expect(article.language == "en")
    #expect(article.tags == ["FERRIES", "PORTS & HARBORS"])
    #expect(article.captions == ["PHOTO: The Alder Queen at its pier"])
    #expect(article.paragraphs.count == 2)
    #expect(article.paragraphs.first?.hasSuffix("nobody who stood on the pier waved at it.") == true)
    #expect(article.paragraphs.last?.hasPrefix("The line carries cars") == true)
    #expect(readings.first?.dropped.map(\.text).contains("LOAD-DATE: October 13, 2020") == true)
    #expect(readings.last?.article.headline == "Swans")
    #expect(readings.last?.article.paragraphs == ["Seven swans were seen."])
}

@Test("A dump that holds fewer articles than it says is reported with the numbers")
func missingDocuments() throws {
    let text = nexis.replacingOccurrences(of: "of 2 DOCUMENTS", with: "of 4 DOCUMENTS")
    #expect(captures(in: try stream(text)).count == 2)
    #expect(
        rejections(in: try stream(text)) == ["the dump says that it holds 4 documents, 2 were found; missing: 3, 4"])
}

@Test("The first article is not lost where its counting line is missing")
func uncountedFirst() throws {
    let text = nexis.replacingOccurrences(of: "1 of 2 DOCUMENTS", with: "")
    #expect(captures(in: try stream(text)).count == 2)
    #expect(rejections(in: try stream(text)).count == 1)
}

@Test("The newer form of Nexis is read, in German too")
func nexisUni() throws {
    let text = """
        Fährlinie fährt wieder
        Hafenzeitung
        Montag 12. Oktober 2020

        Copyright 2020 Hafenzeitung Alle Rechte vorbehalten

        Rubrik: REGIONALES; S. 4
        Länge: 123 Wörter
        Autor: Ida Brandt

        Body

        Die erste Fähre legte am Montag ab.

        Niemand winkte.

        Update: 13. Oktober 2020

        End of Document

        Schwäne
        Hafenzeitung
        13. Oktober 2020

        Länge: 4 Wörter

        Body

        Sieben Schwäne wurden gesehen.

        Update: 14. Oktober 2020

        End of Document
        """
    let readings = try articles(text)
    #expect(readings.map(\.article.headline) == ["Fährlinie fährt wieder", "Schwäne"])
    let article = try #require(readings.first).article
    #expect(article.outlet == "Hafenzeitung")
    #expect(article.section == "REGIONALES")
    #expect(article.authors == ["Ida Brandt"])
    #expect(article.published?.instant.description == "2020-10-12T00:00:00Z")
    #expect(article.paragraphs == ["Die erste Fähre legte am Montag ab.", "Niemand winkte."])
}

@Test("A Factiva dump with codes is read")
func factivaCodes() throws {
    func document(_ headline: String, _ number: Int) -> String {
        """
        SE  Regional
        HD
        \(headline)
        BY  By Ida Brandt
        WC  523 words
        PD  12 October 2020
        ET  18:05
        SN  Harbor Times
        SC  HARTIM
        LA  English
        CY  Copyright 2020. Harbor Times.
        LP

        PORT ALDER -- The first ferry left Port Alder on Monday.

        TD

        Nobody waved.


        Seven swans did not move.

        CO  aldqn : Alder Queen Shipping
        NS  gtrans : Transportation | gferr : Ferries
        AN  Document HARTIM0020201012eg3c0000\(number)

        """
    }
    let text = "Search Summary\nText  ferry\n\n" + document("Ferry Line Reopens", 1) + "\n" + document("Swans", 2)
    let readings = try articles(text)
    #expect(readings.map(\.article.headline) == ["Ferry Line Reopens", "Swans"])
    let article = try #require(readings.last).article
    #expect(article.byline == "Ida Brandt")
    #expect(article.outlet == "Harbor Times")
    #expect(article.section == "Regional")
    #expect(article.published?.instant.description == "2020-10-12T18:05:00Z")
    #expect(article.published?.precision == .minute)
    #expect(article.dateline == "PORT ALDER")
    #expect(article.paragraphs.count == 3)
    #expect(article.tags == ["Transportation", "Ferries"])
    #expect(readings.last?.dropped.map(\.text).contains("CO aldqn : Alder Queen Shipping") == true)
}

@Test("A Factiva dump without codes is read by places")
func factivaPlaces() throws {
    let text = """
        Regional
        Ferry Line Reopens
        Ida Brandt
        523 words
        12 October 2020
        Harbor Times
        HARTIM
        A1
        English
        Copyright 2020. Harbor Times.

        The first ferry left Port Alder on Monday.


        Nobody waved.

        Document HARTIM0020201012eg3c00001

        Swans
        12 words
        13 October 2020
        Harbor Times
        HARTIM
        English
        (c) 2020 Harbor Times

        Seven swans were seen.

        Document HARTIM0020201013eg3c00002
        """
    let readings = try articles(text)
    #expect(readings.map(\.article.headline) == ["Ferry Line Reopens", "Swans"])
    let article = try #require(readings.first).article
    #expect(article.section == "Regional")
    #expect(article.authors == ["Ida Brandt"])
    #expect(article.outlet == "Harbor Times")
    #expect(article.published?.instant.description == "2020-10-12T00:00:00Z")
    #expect(article.language == "en")
    #expect(article.paragraphs == ["The first ferry left Port Alder on Monday.", "Nobody waved."])
}

@Test("A ProQuest dump is read")
func proQuest() throws {
    let rule = String(repeating: "_", count: 60)
    func document(_ number: Int, _ headline: String) -> String {
        """
        \(rule)

        Document \(number) of 2

        \(headline)

        Author: Brandt, Ida; Okoro, Samuel

        Publication info: Harbor Times ; Port Alder [Port Alder]. 12 Oct 2020: A.1.

        http://search.example/docview/\(number)

        Abstract: The line reopens after eleven years.

        Links:

        Full text: The first ferry left Port Alder on Monday.

        Nobody waved.


        Seven swans did not move.

        Subject: Ferries; Ports

        Location: Port Alder

        Title: \(headline)

        Publication title: Harbor Times

        Pages: A.1

        Publication date: Oct 12, 2020

        Section: Regional

        Language of publication: English

        ProQuest document ID: 12345\(number)

        Database: Newsstream


        """
    }
    let text = "Report Information\n\n" + document(1, "Ferry Line Reopens") + document(2, "Swans") + rule + "\n"
    let readings = try articles(text)
    #expect(rejections(in: try stream(text)) == [])
    #expect(readings.map(\.article.headline) == ["Ferry Line Reopens", "Swans"])
    let article = try #require(readings.first).article
    #expect(article.authors == ["Ida Brandt", "Samuel Okoro"])
    #expect(article.outlet == "Harbor Times")
    #expect(article.published?.instant.description == "2020-10-12T00:00:00Z")
    #expect(article.standfirst == "The line reopens after eleven years.")
    #expect(
        article.paragraphs
            == ["The first ferry left Port Alder on Monday.", "Nobody waved.", "Seven swans did not move."])
    #expect(article.tags == ["Ferries", "Ports"])
    #expect(article.section == "Regional")
    #expect(article.language == "en")
}

@Test(
    "Ordinary text is no dump",
    arguments: [
        "Ferry Line Reopens\n\nBy Ida Brandt\n\nThe ferry left. It was 1 of 2 documents.\n\nTags: a, b\n",
        "Author: Ida Brandt\nSection: Regional\nSubject: Ferries\nTitle: Swans\n\nSeven swans were seen.\n",
        "IN  the beginning\n\nCO  and so on\n\nThe ferry left.\n", "",
    ])
func noDump(text: String) {
    #expect(DumpStream.kind(of: Array(text.utf8), declaredCharset: nil) == nil)
}
