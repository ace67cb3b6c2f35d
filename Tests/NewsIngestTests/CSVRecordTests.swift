import Foundation
import NewsModel
import NewsText
import Testing

@testable import NewsIngest

private func stream(_ text: String, hints: CaptureHints = .init()) -> CSVStream {
    CSVStream(MemorySource(Array(text.utf8)), path: "a.csv", hints: hints)
}

@Test(
    "The records of CSV are found whatever stands between the cells",
    arguments: [
        ("title,text\na,b\nc,d\n", ["line 2", "line 3"], "a/b c/d"),
        ("\u{FEFF}title;text\r\na;b\r\n\r\nc;d", ["line 2", "line 4"], "a/b c/d"),
        ("title\ttext\na\tb", ["line 2"], "a/b"),
        ("sep=;\ntitle;text\na;b", ["line 3"], "a/b"),
        ("title,text\n\"a, \"\"b\"\"\",\"c\nd\"\ne,f", ["line 2", "line 4"], "a, \"b\"/c|d e/f"),
        ("\"title\",\"text\"\r\"a\",\"b\"\r", ["line 2"], "a/b"),
    ])
func csvRecords(text: String, places: [String], articles: String) throws {
    let captures = captures(in: stream(text))
    #expect(captures.map(\.position) == places)
    #expect(rejections(in: stream(text)) == [])
    let read = try captures.map { capture -> String in
        let article = try CaptureReader().read(capture).article
        return (article.headline ?? "-") + "/" + article.paragraphs.joined(separator: "|")
    }
    #expect(read.joined(separator: " ") == articles)
}

@Test("A capture of CSV is the header and the record as they stand in the file")
func verbatimRecord() throws {
    let capture = try #require(captures(in: stream("title, text\r\n\"a\" ,b\r\nc,\"d\"\r\n")).last)
    #expect(String(decoding: capture.bytes, as: UTF8.self) == "title, text\r\nc,\"d\"\r\n")
}

@Test(
    "Rows that do not fit are rejected with their line",
    arguments: [
        ("title,text\na,b\nc\nd,e", 2, ["line 3: 1 cells where the header has 2"]),
        ("title,text\na,\"b\nc,d\n", 1, ["line 2: a quote that is never closed"]),
        ("when,where\na,b", 0, ["line 1: no column is known to hold a story: when, where"]),
        ("title,text\n", 0, ["column names without a record"]),
    ])
func badRows(text: String, count: Int, reasons: [String]) {
    #expect(captures(in: stream(text)).count == count)
    let rejected = rejections(in: stream(text))
    #expect(rejected.count == reasons.count)
    #expect(zip(rejected, reasons).allSatisfy { $0.hasPrefix($1) }, "\(rejected)")
}

@Test("Lists that were printed into a cell are lists")
func printedLists() throws {
    let text = "title,text,authors,tags\na,b,\"['Ida Brandt', \"\"Otto O'Brandt\"\"]\",\"[\"\"x\"\", \"\"y z\"\"]\"\n"
    let article = try CaptureReader().read(try #require(captures(in: stream(text)).first)).article
    #expect(article.authors == ["Ida Brandt", "Otto O'Brandt"])
    #expect(article.tags == ["x", "y z"])
}

@Test("CSV in UTF-16 and in windows-1252 is read")
func wideCSV() throws {
    let text = "title\ttext\nFähre\tSie fährt.\n"
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let narrow: [UInt8] = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [wide, narrow] {
        let stream = CSVStream(MemorySource(bytes), path: "a.csv", hints: .init())
        let article = try CaptureReader().read(try #require(captures(in: stream).first)).article
        #expect(article.headline == "Fähre")
        #expect(article.paragraphs == ["Sie fährt."])
    }
}

private let torture = SharedData.folder.appending(path: "data/csv")

@Test("Torture files mean what is said of them", .enabled(if: FileManager.default.fileExists(atPath: torture.path())))
func tortureFiles() throws {
    let files = try FileManager.default.contentsOfDirectory(
        at: torture.appending(path: "csvs"), includingPropertiesForKeys: nil)
    var compared = 0
    for file in files {
        let truth = torture.appending(path: "json/" + file.deletingPathExtension().lastPathComponent + ".json")
        guard let data = try? Data(contentsOf: truth),
            let expected = try JSONSerialization.jsonObject(with: data) as? [[String: Any]]
        else { continue }
        let bytes = Array(try Data(contentsOf: file))
        let header = CSVReader.rows(of: String(decoding: bytes, as: UTF8.self)).first?.cells ?? []
        let stream = CSVStream(
            MemorySource(bytes), path: file.lastPathComponent, hints: CaptureHints(map: ["text": header.first ?? ""]))
        let captures = captures(in: stream)
        #expect(captures.count == expected.count, "\(file.lastPathComponent)")
        for (capture, truth) in zip(captures, expected) {
            let rows = CSVReader.rows(of: String(decoding: capture.bytes, as: UTF8.self))
            #expect(rows.count == 2)
            let read = Dictionary(zip(rows[0].cells, rows[1].cells)) { first, _ in first }
            // The files came with other line ends than the truth was written for.
            let expected = truth.mapValues { "\($0)".replacingOccurrences(of: "\r\n", with: "\n") }
            #expect(read == expected, "\(file.lastPathComponent)")
        }
        compared += 1
    }
    #expect(compared >= 10)
}
