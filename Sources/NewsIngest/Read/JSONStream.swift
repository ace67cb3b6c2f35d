import NewsModel
import NewsStorage
import NewsText

/// The objects of JSON Lines and JSON: one a line, one behind the other, in a list, or in a list within an object.
///
/// A capture is an object as it stands in the file. Only one is held. What is no JSON is rejected with its line, and the
/// next line is read.
final class JSONStream: CaptureStream {
    private let path: String
    private var hints: CaptureHints
    private let text: TextBytes
    private var window: ByteWindow { text.window }
    private var position = 0
    private var pending: [FoundCapture] = []
    private var isFinished = false
    /// When so much one after another is no JSON, nothing behind it is read.
    private static let brokenLimit = 10_000
    private var broken = 0

    /// How many objects were met in the current list.
    private var count = 0
    /// How many were met at all, broken ones included.
    private var total = 0
    private var isInList = false
    /// The object around the list.
    private var wrapping: JSONScan?
    /// The line that `linePosition` is on, counted from 1.
    private var line = 1
    private var linePosition = 0
    /// The line of the last object that was placed by its line.
    private var lastLine = 0

    /// The objects in `source`; `hints` is what is known of all of them.
    init(_ source: any ByteSource, path: String, hints: CaptureHints) {
        self.path = path
        text = TextBytes(source, declared: hints.charset)
        self.hints = hints.ofEntries(charset: text.charset)
        if window.matches("\u{FEFF}", at: 0) { position = 3 }
    }

    func next() -> FoundCapture? {
        while pending.isEmpty, !isFinished { step() }
        return pending.isEmpty ? nil : pending.removeFirst()
    }

    // MARK: Between the objects

    private func step() {
        while let byte = window.byte(at: position), byte <= 0x20 || byte == UInt8(ascii: ",") { position += 1 }
        countLines(to: position)
        window.drop(to: position)
        guard let byte = window.byte(at: position) else { return finish() }
        switch byte {
        case UInt8(ascii: "{"): readObject()
        case UInt8(ascii: "[") where !isInList:
            isInList = true
            position += 1
        case UInt8(ascii: "]") where isInList:
            position += 1
            isInList = false
            if var wrapping {
                self.wrapping = nil
                let outcome = wrapping.resume(at: position)
                handleWrapping(outcome, wrapping)
            }
        default: readOther()
        }
    }

    private func countLines(to position: Int) {
        guard position > linePosition else { return }
        line += window.lineEnds(in: max(linePosition, window.start)..<position)
        linePosition = position
    }

    private func finish() {
        isFinished = true
        broken = 0
        if let failure = text.damage {
            reject("line \(line)", failure.reason)
        } else if isInList {
            reject("line \(line)", "the list is not closed: the file ends here; get the whole of it")
        } else if total == 0 {
            pending.append(
                .rejected(Rejection(path: path, reason: "no objects in JSON; articles are read out of objects")))
        }
    }

    private func reject(_ place: String, _ reason: String) {
        broken += 1
        if broken >= Self.brokenLimit { isFinished = true }
        let more = broken == Self.brokenLimit ? "; as \(broken) before it, so nothing behind it is read" : ""
        pending.append(.rejected(Rejection(path: path, position: place, reason: reason + more)))
    }

    // MARK: Objects

    private func readObject() {
        let start = position
        var scan = JSONScan(window, from: start, looksForLists: !isInList)
        let outcome = scan.run()
        switch outcome {
        case .list: handleWrapping(outcome, scan)
        case .complete(let end):
            let place = nextPlace()
            let capture = Capture(
                bytes: text.slice(start..<end), path: path, position: place, format: .jsonl, hints: hints)
            pending.append(.capture(capture))
            broken = 0
            position = end
        case .tooLong(let end, let bytes):
            reject(nextPlace(), CaptureRejection.tooLong(bytes: bytes).description)
            position = end
        case .broken(let at, let reason):
            reportBroken(at: at, reason)
        }
    }

    private func handleWrapping(_ outcome: JSONScan.Outcome, _ scan: JSONScan) {
        switch outcome {
        case .list(let start):
            readFeed(before: start)
            wrapping = scan
            isInList = true
            count = 0
            position = start + 1
        case .complete(let end), .tooLong(let end, _): position = end
        case .broken(let at, let reason): reportBroken(at: at, reason)
        }
    }

    /// Takes what an object says before its list, if it is a JSON Feed.
    private func readFeed(before list: Int) {
        guard position >= window.start, list - position < 1 << 20 else { return }
        let opening = text.decoded(text.slice(position..<list)) + "[]}"
        guard case .object(let members) = try? JSONReader.value(of: Array(opening.utf8)) else { return }
        var context = FeedContext()
        context.take(jsonFeed: members)
        hints.map = context.map(adding: hints.map)
    }

    /// Where the object at the current position stands: its number in a list, else its line.
    private func nextPlace() -> String {
        count += 1
        total += 1
        defer { lastLine = line }
        return isInList || line == lastLine ? "object \(count)" : "line \(line)"
    }

    /// Rejects what begins here and is no JSON at `at`, and goes on with the next line that begins an object.
    private func reportBroken(at: Int, _ reason: String) {
        let place = isInList ? "object \(count + 1), line \(line)" : "line \(line)"
        count += 1
        total += 1
        let start = max(position, window.start)
        countLines(to: start)
        let column = text.column(of: at, lineFrom: start)
        reject(place, "no JSON: \(reason), \(column); correct the line, or leave it out")
        // What is found wrong may be the beginning of the next object.
        let isNewLine = at > start && lineBegins(at: at) && window.byte(at: at) == UInt8(ascii: "{")
        position = isNewLine ? at : nextObjectLine(behind: max(start, min(at, firstLineEnd(from: start))))
    }

    private func firstLineEnd(from start: Int) -> Int { window.index(of: 0x0A, from: start) ?? window.end }

    private func lineBegins(at position: Int) -> Bool {
        position > window.start && window.slice(position - 1..<position).first == 0x0A
    }

    /// The next line behind `position` that begins with a bracket of an object; in a list it may be indented.
    private func nextObjectLine(behind position: Int) -> Int {
        var from = position
        while let end = window.index(of: 0x0A, from: from) {
            var at = end + 1
            while isInList, let byte = window.byte(at: at), byte == 0x20 || byte == 0x09 { at += 1 }
            countLines(to: end + 1)
            window.drop(to: end)
            if let byte = window.byte(at: at), byte == UInt8(ascii: "{") || (!isInList && byte > 0x20) { return at }
            from = end + 1
        }
        countLines(to: window.end)
        return window.end
    }

    /// Goes over something between the objects that is none.
    private func readOther() {
        let place = "line \(line)"
        total += 1
        var scan = JSONScan(window, from: position, looksForLists: false)
        if case .complete(let end) = scan.run(), isInList {
            position = end
            reject(place, "no object; articles are read out of objects")
        } else {
            reject(place, "no JSON object; each line must be one")
            position = nextObjectLine(behind: position)
        }
    }
}
