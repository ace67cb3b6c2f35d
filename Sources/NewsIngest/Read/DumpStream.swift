import NewsModel
import NewsStorage
import NewsText

/// The articles of a text dump in the style of Nexis, Factiva or ProQuest.
///
/// A capture is what stands between one separator of the dump and the next, as it stands in the file; empty lines part
/// nothing. Where the dump counts its articles, the count is checked.
final class DumpStream: CaptureStream {
    private let path: String
    private let hints: CaptureHints
    private let text: TextBytes
    private var window: ByteWindow { text.window }
    private let kind: DumpKind
    /// Where the next line begins.
    private var position = 0
    /// Where the current article begins; `nil` between articles.
    private var start: Int?
    /// Whether the current article was opened by a line that counts it.
    private var isCounted = false
    private var isTooLong = false
    private var count = 0
    private var checks = DumpCount()
    private var pending: [FoundCapture] = []
    private var isFinished = false

    /// The dump that a file begins with; `nil` for other text. A few lines are enough of it.
    static func kind(of head: [UInt8], declaredCharset: String?) -> DumpKind? {
        let isWide = head.withUnsafeBufferPointer { ByteScan.count(0, in: $0) } > 16
        guard isWide || head.withUnsafeBytes(DumpKind.mayHold) else { return nil }
        let text = decodedText(Array(head.prefix(65_536)), declared: declaredCharset).text
        guard let kind = DumpKind.kind(of: DumpText(text).lines.map(\.printed)) else { return nil }
        let hasSeparator = text.utf8.split(separator: 0x0A).contains { line in
            let line = trimmed(line)
            return DumpLine.count(line) != nil || DumpLine.isRule(line) || DumpLine.isAccession(line)
                || DumpLine.endsDocument(line) || line.elementsEqual("AN".utf8)
        }
        return hasSeparator ? kind : nil
    }

    /// The articles in `source`, which is a dump of `kind`; `hints` is what is known of all of them.
    init(_ source: any ByteSource, kind: DumpKind, path: String, hints: CaptureHints) {
        self.path = path
        self.kind = kind
        text = TextBytes(source, declared: hints.charset)
        self.hints = hints.ofEntries(charset: text.charset)
        if window.matches("\u{FEFF}", at: 0) { position = 3 }
    }

    func next() -> FoundCapture? {
        while pending.isEmpty, !isFinished { step() }
        return pending.isEmpty ? nil : pending.removeFirst()
    }

    private static func trimmed(_ line: some BidirectionalCollection<UInt8>) -> [UInt8] {
        var line = Array(line)
        while let last = line.last, last <= 0x20 { line.removeLast() }
        return Array(line.drop { $0 <= 0x20 })
    }

    /// Lines that are longer part nothing.
    private static let separatorLimit = 400
    /// Shorter ones part nothing either, their end counted: `AN` and a number, a rule.
    private static let shortestSeparator = 3

    /// Reads a line.
    private func step() {
        let lineStart = position
        guard window.byte(at: lineStart) != nil else { return finish() }
        let feed = window.index(of: 0x0A, from: lineStart)
        position = feed.map { $0 + 1 } ?? window.end
        if let start, position - start > CaptureRejection.longest {
            isTooLong = true
            window.drop(to: lineStart)
        }
        if start == nil { window.drop(to: lineStart) }
        guard position - lineStart <= Self.separatorLimit else {
            if start == nil { start = lineStart }
            return
        }
        guard position - lineStart > Self.shortestSeparator || start == nil else { return }
        let line = Self.trimmed(window.slice(lineStart..<position))
        guard !line.isEmpty else { return }
        read(line, from: lineStart)
    }

    private func read(_ line: [UInt8], from lineStart: Int) {
        if kind != .factiva, let (number, total) = DumpLine.count(line) {
            end(at: lineStart)
            checks.met(number, of: total)
            start = lineStart
            isCounted = true
        } else if kind == .proquest, DumpLine.isRule(line) {
            end(at: lineStart)
        } else if kind == .nexis, DumpLine.endsDocument(line) {
            if start == nil { start = lineStart }
            end(at: position)
        } else if kind == .factiva, endsFactiva(line) {
            if start == nil { start = lineStart }
            end(at: position)
        } else if start == nil {
            start = lineStart
        }
    }

    /// Whether the line is an article's number, which stands at its end: on the line of its code, or below it.
    private func endsFactiva(_ line: [UInt8]) -> Bool { DumpLine.isAccession(DumpLine.withSingleBlanks(line)) }

    /// Gives what began with the current article, if it is one, and ends it before `position`.
    private func end(at position: Int) {
        defer {
            start = nil
            isCounted = false
            isTooLong = false
        }
        guard let start else { return }
        guard !isTooLong else {
            count += 1
            return reject("document \(count)", CaptureRejection.tooLong(bytes: position - start).description)
        }
        let bytes = Self.trimmedEnd(text.slice(start..<position))
        // What stands above the first article, or is said at the end, is no article unless it has the fields of one.
        guard isCounted || isArticle(bytes) else { return noteRest(bytes) }
        count += 1
        checks.found += isCounted || checks.total == nil ? 1 : 0
        pending.append(
            .capture(
                Capture(bytes: bytes, path: path, position: "document \(count)", format: .text, hints: hints)))
    }

    private func isArticle(_ bytes: [UInt8]) -> Bool {
        bytes.count <= DumpReader.longest
            && DumpKind.kind(of: DumpText(text.decoded(bytes)).edges.map(\.printed)) != nil
    }

    /// Long text that is no article of the dump is told, so that none is lost without a word.
    private func noteRest(_ bytes: [UInt8]) {
        guard bytes.count > 2_000 else { return }
        let note = "\(bytes.count) bytes without the fields of an article; look whether it is one"
        let place = count == 0 ? "above document 1" : "behind document \(count)"
        pending.append(.skipped(path: path, position: place, note: note))
    }

    private static func trimmedEnd(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return bytes
    }

    private func reject(_ place: String?, _ reason: String) {
        pending.append(.rejected(Rejection(path: path, position: place, reason: reason)))
    }

    private func finish() {
        isFinished = true
        end(at: window.end)
        if let failure = text.damage { reject(count == 0 ? nil : "behind document \(count)", failure.reason) }
        for problem in checks.problems { reject(nil, problem) }
        if count == 0 { reject(nil, "looks like a dump of articles, but none was found in it") }
    }
}

/// Compares how many articles a dump says it holds with those that were found.
private struct DumpCount {
    private(set) var total: Int?
    var found = 0
    private var numbers: Set<Int> = []
    private(set) var finished: [String] = []

    /// Counts the article that a line calls number `number` of `total`. A number met again, or another total, begins
    /// another dump in the same file.
    mutating func met(_ number: Int, of total: Int) {
        if let known = self.total, known != total || numbers.contains(number) {
            finished += problem.map { [$0] } ?? []
            self = DumpCount(finished: finished)
        }
        self.total = total
        numbers.insert(number)
    }

    init() {}

    private init(finished: [String]) {
        self.finished = finished
    }

    /// What does not agree.
    var problems: [String] { finished + (problem.map { [$0] } ?? []) }

    private var problem: String? {
        guard let total, total != numbers.count, total <= 10_000_000 else { return nil }
        let missing = (1...max(1, total)).lazy.filter { [numbers] in !numbers.contains($0) }
        let shown = missing.prefix(10).map(String.init).joined(separator: ", ")
        let more = total - numbers.count > 10 ? ", …" : ""
        return "the dump says that it holds \(total) documents, \(numbers.count) were found; missing: \(shown)\(more)"
    }
}
