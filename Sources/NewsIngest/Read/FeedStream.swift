import NewsModel
import NewsStorage
import NewsText

/// The entries of a feed: RSS 0.90–2.0, RDF, Atom, CDF, well-formed or not.
///
/// A capture is the entry's element as it stands in the file. What the feed says for all entries goes with each as
/// `FeedContext`. Only one entry is held, at most `CaptureRejection.longest` bytes.
final class FeedStream: CaptureStream {
    private let path: String
    private let hints: CaptureHints
    private let text: TextBytes
    private var window: ByteWindow { text.window }
    private var context = FeedContext()
    private var position = 0
    private var count = 0
    private var pending: [FoundCapture] = []
    private var isFinished = false
    /// How many elements of the feed itself were found not to be closed.
    private var unclosed = 0

    /// Whether a file that begins with `head` is a feed, by its root element.
    static func recognizes(_ head: [UInt8]) -> Bool {
        let sample = Array(head.prefix(8_192))
        let isWide = sample.prefix(64).contains(0)
        var scanner = MarkupScanner(isWide ? Array(decodedText(sample).text.utf8) : sample)
        while let piece = scanner.next() {
            switch piece {
            case .start(let tag, _):
                let name = tag.name.lowercased()
                let local = name.split(separator: ":").last.map(String.init) ?? name
                if ["rss", "feed", "rdf", "entry"].contains(local) { return true }
                return local == "channel" && !tag.attributes.isEmpty
            case .text(let range):
                if scanner.bytes[range].contains(where: { $0 > 0x20 && $0 < 0x80 }) { return false }
            case .other: continue
            case .end, .section: return false
            }
        }
        return false
    }

    /// The entries of the feed in `source`; `hints` is what is known of all of them.
    init(_ source: any ByteSource, path: String, hints: CaptureHints) {
        self.path = path
        text = TextBytes(source, declared: hints.charset)
        // The address of the feed is not that of its entries.
        context.take(address: hints.url)
        var hints = hints
        hints.url = nil
        self.hints = hints
    }

    func next() -> FoundCapture? {
        while pending.isEmpty, !isFinished { step() }
        return pending.isEmpty ? nil : pending.removeFirst()
    }

    // MARK: Between the entries

    private static let declarationLimit = 1 << 16

    /// Looks at the next piece of markup.
    private func step() {
        guard let at = window.index(of: UInt8(ascii: "<"), from: position) else { return finish() }
        window.drop(to: at)
        // A bracket before another, or before what begins no tag.
        guard let second = window.byte(at: at + 1), second == UInt8(ascii: "!") || Self.beginsName(second) else {
            position = at + 1
            return
        }
        if window.matches("<!--", at: at) {
            position = window.find("-->", from: at + 4).map { $0 + 3 } ?? window.end
        } else if window.matches("<![cdata[", at: at) {
            position = window.find("]]>", from: at + 9).map { $0 + 3 } ?? window.end
        } else if window.matches("<!doctype", at: at) {
            readDeclaration(at: at)
        } else {
            switch tag(at: at) {
            case .tag(let tag):
                position = tag.end
                read(tag, at: at)
            case .unclosed(let end): position = end
            case .none: position = at + 1
            }
        }
    }

    private func readDeclaration(at start: Int) {
        let limit = start + Self.declarationLimit
        let close = window.index(of: UInt8(ascii: ">"), from: start, limit: limit) ?? start + 1
        let bracket = window.index(of: UInt8(ascii: "["), from: start, limit: close)
        let end = bracket.flatMap { window.find("]>", from: $0, limit: limit) } ?? close
        if bracket != nil { context.readEntities(in: window.slice(start..<end)) }
        position = end + 1
    }

    private struct Tag {
        let tag: MarkupTag
        let isClosed: Bool
        let end: Int
    }

    private enum Finding {
        case tag(Tag)
        /// No tag in it ends before this position.
        case unclosed(end: Int)
        case none
    }

    private static func beginsName(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 || byte == UInt8(ascii: "_") }

    /// The tag that opens an element at `start`.
    private func tag(at start: Int) -> Finding {
        let head = window.peek(at: start, count: 2)
        guard head.count == 2, let second = head.last, Self.beginsName(second) else { return .none }
        var length = 512
        while true {
            let bytes = Array(window.peek(at: start, count: length))
            var scanner = MarkupScanner(bytes)
            guard case .start(let tag, let isClosed) = scanner.next() else { return .none }
            if bytes[scanner.position - 1] == UInt8(ascii: ">") {
                return .tag(Tag(tag: tag, isClosed: isClosed, end: start + scanner.position))
            }
            guard bytes.count == length, length < Self.declarationLimit else {
                return .unclosed(end: start + bytes.count)
            }
            length *= 4
        }
    }

    private func read(_ tag: Tag, at start: Int) {
        let name = context.canonicalName(of: tag.tag)
        switch name {
        case "item", "entry": readEntry(tag, at: start)
        case "rss", "rdf:rdf", "feed", "channel":
            context.enter(tag.tag)
        case "image", "textinput", "cloud", "items", "itunes:owner", "skiphours", "skipdays":
            if !tag.isClosed { skip(tag) }
        case "title", "link", "language", "dc:language", "dc:publisher", "author":
            let content = tag.isClosed ? [] : content(of: tag)
            context.take(name, tag.tag, content: text.decoded(content))
        default: break
        }
    }

    /// The bytes of a short element of the feed itself, up to its closing tag.
    private func content(of tag: Tag) -> [UInt8] {
        guard let close = closingTag(of: tag, limit: tag.end + Self.declarationLimit) else { return [] }
        position = close
        return text.slice(tag.end..<close)
    }

    private func skip(_ tag: Tag) {
        if let close = closingTag(of: tag, limit: tag.end + Self.declarationLimit) { position = close + 2 }
    }

    /// Where the tag that closes `tag` begins; `nil` when an entry comes first.
    private func closingTag(of tag: Tag, limit: Int) -> Int? {
        // A file in which many are not closed is not looked through for each of them.
        guard unclosed < 20 else { return nil }
        let name = Array(tag.tag.name.utf8)
        var from = tag.end
        while let at = window.index(of: UInt8(ascii: "<"), from: from, limit: limit) {
            if window.matches("<![cdata[", at: at) {
                from = window.find("]]>", from: at + 9, limit: limit) ?? at + 9
                continue
            }
            if closes(name, at: at) { return at }
            if window.matches("<item", at: at) && !window.matches("<items", at: at) || window.matches("<entry", at: at)
            {
                return nil
            }
            from = at + 1
        }
        unclosed += 1
        return nil
    }

    /// Whether `</name` stands at `position`, with nothing more to the name.
    private func closes(_ name: [UInt8], at position: Int) -> Bool {
        let bytes = window.peek(at: position, count: name.count + 3)
        guard bytes.count >= name.count + 2, bytes.starts(with: [0x3C, 0x2F]),
            zip(bytes.dropFirst(2), name).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
        else { return false }
        guard bytes.count == name.count + 3, let behind = bytes.last else { return true }
        return behind <= 0x20 || behind == UInt8(ascii: ">")
    }

    // MARK: Entries

    private func readEntry(_ tag: Tag, at start: Int) {
        count += 1
        let place = "entry \(count)"
        let end = tag.isClosed ? tag.end : entryEnd(tag, from: start)
        guard let end else {
            let reason = CaptureRejection.tooLong(bytes: window.end - start).description
            pending.append(.rejected(Rejection(path: path, position: place, reason: reason)))
            position = start + CaptureRejection.longest
            return
        }
        position = end
        var hints = hints
        hints.charset = text.charset
        hints.map = context.map(adding: hints.map)
        let capture = Capture(
            bytes: text.slice(start..<end), path: path, position: place, format: .feed, hints: hints)
        pending.append(.capture(capture))
        if window.byte(at: end) == nil, isCutOff(end) {
            let reason = "the feed ends in the middle of the entry; what there is of it was read; save the feed again"
            pending.append(.rejected(Rejection(path: path, position: place, reason: reason)))
        }
    }

    private func isCutOff(_ end: Int) -> Bool { window.slice(max(0, end - 1)..<end).last != UInt8(ascii: ">") }

    /// Where the entry that `tag` opens ends: behind its closing tag, else before the next entry or the end of the feed.
    /// `nil` when it is too long.
    private func entryEnd(_ tag: Tag, from start: Int) -> Int? {
        let name = Array(tag.tag.name.utf8)
        let limit = start + CaptureRejection.longest
        let first = name.first.map { $0 | 0x20 }
        var from = tag.end
        search: while let at = window.index(of: UInt8(ascii: "<"), from: from, limit: limit) {
            from = at + 1
            // Nearly all tags are told by the byte behind the bracket.
            switch window.byte(at: from) {
            case UInt8(ascii: "!"):
                if window.matches("<![cdata[", at: at) {
                    guard let close = window.find("]]>", from: at + 9, limit: limit) else { break search }
                    from = close + 3
                } else if window.matches("<!--", at: at) {
                    guard let close = window.find("-->", from: at + 4, limit: limit) else { break search }
                    from = close + 3
                }
            case UInt8(ascii: "/"):
                if closes(name, at: at) {
                    return window.index(of: UInt8(ascii: ">"), from: at, limit: limit).map { $0 + 1 } ?? window.end
                }
                if endsFeed(at) { return at }
            case let byte? where byte | 0x20 == first:
                if opens(name, at: at) { return at }
            default: continue
            }
        }
        return window.byte(at: limit) == nil ? window.end : nil
    }

    private func opens(_ name: [UInt8], at position: Int) -> Bool {
        let bytes = window.peek(at: position, count: name.count + 2)
        guard bytes.count == name.count + 2, let behind = bytes.last,
            behind <= 0x20 || behind == UInt8(ascii: ">")
        else { return false }
        return zip(bytes.dropFirst(), name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }

    private func endsFeed(_ at: Int) -> Bool {
        window.matches("</channel>", at: at) || window.matches("</rss>", at: at) || window.matches("</feed>", at: at)
            || window.matches("</rdf:rdf>", at: at)
    }

    private func finish() {
        isFinished = true
        if let failure = text.damage {
            let place = count == 0 ? nil : "behind entry \(count)"
            pending.append(.rejected(Rejection(path: path, position: place, reason: failure.reason)))
        } else if count == 0 {
            pending.append(
                .rejected(Rejection(path: path, reason: "a feed without entries; nothing in it is an article")))
        }
    }
}
