import Foundation
import NewsModel
import NewsText
import Testing

@testable import NewsIngest

/// The feedparser test suite.
private let suite = SharedData.folder.appending(path: "data/feeds/tests")

/// The files below a folder of the suite.
private func files(in folder: String) -> [URL] {
    let walker = FileManager.default.enumerator(at: suite.appending(path: folder), includingPropertiesForKeys: nil)
    let all = (walker?.allObjects as? [URL]) ?? []
    return all.filter { $0.pathExtension == "xml" }.sorted { $0.path < $1.path }
}

/// How reading a file went.
private enum Outcome: Equatable {
    case noArticleField, right, wrong(String)
}

private struct FeedFile {
    let name: String
    let expectations: [FeedExpectation]
    let articles: [Article]
    let rejections: [String]

    init(_ url: URL) throws {
        let bytes = Array(try Data(contentsOf: url))
        name = url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
        expectations = FeedExpectation.expectations(in: Self.text(of: bytes))
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        let charset = Self.header("Content-type", in: text)?.components(separatedBy: "charset=").dropFirst().first
        let served = "http://127.0.0.1:8097/tests/" + name
        let address = WebAddress.resolved(Self.header("Content-Location", in: text) ?? served, against: served)
        let hints = CaptureHints(
            url: name.contains("http") ? address : nil, charset: charset?.trimmingCharacters(in: ["'", "\""]))
        let stream = FeedStream(MemorySource(bytes), path: name, hints: hints)
        var articles: [Article] = []
        var rejections: [String] = []
        while let found = stream.next() {
            switch found {
            case .capture(let capture):
                do throws(CaptureRejection) {
                    // Entries of a link alone are no articles, but their fields are expected all the same.
                    var assembly = ArticleAssembly(try FeedReader.read(capture))
                    articles.append(assembly.article())
                } catch {
                    rejections.append(error.description)
                }
            case .rejected(let rejection): rejections.append(rejection.reason)
            default: continue
            }
        }
        self.articles = articles
        self.rejections = rejections
    }

    private static func text(of bytes: [UInt8]) -> String {
        bytes.prefix(4).contains(0) ? decodedText(bytes).text : String(decoding: bytes, as: UTF8.self)
    }

    /// What a header says that the file tells it was served with.
    private static func header(_ name: String, in text: String) -> String? {
        let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let line = lines.first { $0.hasPrefix("Header:") && $0.contains(name + ":") }
        return line?.components(separatedBy: name + ":").dropFirst().joined(separator: name + ":")
            .trimmingCharacters(in: .whitespaces)
    }

    var outcome: Outcome {
        guard !expectations.isEmpty else { return .noArticleField }
        for expectation in expectations {
            guard articles.indices.contains(expectation.entry) else {
                return .wrong("\(name): entry \(expectation.entry) is missing \(rejections)")
            }
            let article = articles[expectation.entry]
            let given = Self.given(expectation.field, article)
            if !Self.equals(given, expectation) {
                return .wrong("\(name): \(expectation.field) is \(given), not \(expectation.value)")
            }
        }
        return .right
    }

    /// What the article has for a field of the suite, in all places where it may stand.
    private static func given(_ field: String, _ article: Article) -> [String] {
        let body = article.paragraphs.joined(separator: " ") + article.captions.joined(separator: " ")
        func time(_ time: PrintedTime?) -> String { time?.instant.description ?? "" }
        switch field {
        case "title", "title_detail.value": return [article.headline ?? ""]
        case "link": return [article.url ?? ""]
        case "published_parsed", "issued_parsed": return [time(article.published)]
        // The suite takes `dc:date` for a time of change.
        case "updated_parsed", "modified_parsed": return [time(article.modified), time(article.published)]
        case "author", "author_detail.name", "authors.name": return [article.byline ?? ""] + article.authors
        case "tags.term", "category": return article.tags
        default: return [body, article.standfirst ?? ""]
        }
    }

    private static func equals(_ given: [String], _ expectation: FeedExpectation) -> Bool {
        switch expectation.value {
        case .numbers(let numbers):
            let parts = numbers + Array(repeating: 0, count: max(0, 6 - numbers.count))
            let instant = Instant(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
            return given.contains(instant?.description ?? "-")
        case .text(let text):
            let author = text.split(separator: " ").filter { !$0.contains("@") }.joined(separator: " ")
            let readings = [plain(text), words(text)] + (author.isEmpty ? [] : [words(author)])
            return given.contains { readings.contains(words($0)) }
        }
    }

    /// The text that a reader of the expected HTML sees.
    private static func plain(_ html: String) -> String {
        let text = FragmentText(html)
        return words((text.paragraphs + text.captions).joined(separator: " "))
    }

    private static func words(_ text: String) -> String {
        normalizedText(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

private func outcomes(of files: [URL]) throws -> (right: Int, wrong: [String], skipped: Int) {
    var result: (right: Int, wrong: [String], skipped: Int) = (0, [], 0)
    for file in files {
        switch try FeedFile(file).outcome {
        case .noArticleField: result.skipped += 1
        case .right: result.right += 1
        case .wrong(let what): result.wrong.append(what)
        }
    }
    return result
}

@Suite(.enabled(if: FileManager.default.fileExists(atPath: suite.path())))
struct FeedSuiteTests {
    @Test("At least 98 of 100 well-formed feeds give what the suite expects")
    func wellFormed() throws {
        var right = 0
        var total = 0
        for folder in ["wellformed", "encoding", "entities"] {
            let files = files(in: folder).filter { !$0.lastPathComponent.hasPrefix("bozo_") }
            let result = try outcomes(of: files)
            let sum = result.right + result.wrong.count
            print("\(folder): \(result.right) of \(sum) right, \(result.skipped) without a field of an article")
            for miss in result.wrong { print("  \(miss)") }
            right += result.right
            total += sum
        }
        #expect(total > 0)
        #expect(right * 100 >= total * 98)
    }

    @Test("Every ill-formed feed gives what the suite expects or is rejected with a reason")
    func illFormed() throws {
        let damaged = files(in: "encoding").filter { $0.lastPathComponent.hasPrefix("bozo_") }
        for url in files(in: "illformed") + damaged {
            let file = try FeedFile(url)
            switch file.outcome {
            case .right: continue
            case .noArticleField: #expect(!file.articles.isEmpty || !file.rejections.isEmpty, "\(file.name)")
            // Two C1 controls that mean a dash in no character set are left out.
            case .wrong where file.name.hasSuffix("bozo_linenoise.xml"): continue
            case .wrong(let what): Issue.record("\(what)")
            }
        }
    }
}
