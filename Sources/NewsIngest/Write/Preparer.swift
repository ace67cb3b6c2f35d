import NewsEntities
import NewsModel
import NewsStorage
import NewsText

/// A capture made ready to be written, by as much as can be done before the archive is asked.
enum PreparedCapture: Sendable {
    /// Read, packed, its entities found. What `isCrawled` may be met again with another time; `damage` is what was said
    /// against it this time.
    case read(NewCapture, NewArticle, isCrawled: Bool, damage: String?)
    /// Archived already, with nothing new to tell.
    case known(KnownCapture, path: String, position: String?, damage: String?)
    /// An archived article whose captures were read again.
    case reread(RereadArticle)
    /// An archived article whose entities were looked for.
    case recognized(RecognizedArticle)
    /// A page that its crawl met before.
    case repeated(RepeatedCapture)
    /// A file or entry that is no article by its kind.
    case skipped(path: String, position: String?, note: String?)
    /// An input that cannot be read.
    case rejected(Rejection)

    /// About how much memory it holds, in bytes.
    var weight: Int {
        switch self {
        case .read(let capture, let article, _, _):
            (capture.packed?.count ?? 0) + 4 * article.article.paragraphs.reduce(0) { $0 + $1.utf8.count } + 4_096
        case .reread(let article): article.captures.reduce(4_096) { $0 + 4 * $1.known.size }
        case .recognized(let article): 4_096 + 4 * article.article.paragraphs.reduce(0) { $0 + $1.utf8.count }
        case .known, .repeated, .skipped, .rejected: 256
        }
    }
}

/// Reads captures and makes them ready to be written. Used by many threads at once.
struct Preparer: Sendable {
    let options: IngestOptions
    /// For finding out what is archived already; `nil` when nothing was when the ingest began.
    let lookup: Archive?
    /// The outlets whose names may stand behind a headline.
    let outlets: OutletNames
    /// The pages of crawls that were met.
    let originals = OriginalKeys()
    private let reader = CaptureReader()
    private let recognizer = EntityRecognizer()

    init(options: IngestOptions, lookup: Archive?, outlets: OutletNames) {
        self.options = options
        self.lookup = lookup
        self.outlets = outlets
    }

    /// What reading `input` gives, as far as it was read when the task was cancelled.
    func prepare(_ input: IngestInputs.Input) -> [PreparedCapture] {
        switch input {
        case .found(let found, _):
            return [prepare(found)]
        case .file(let path, _):
            let stream = CaptureStreams(format: options.format).open(path, hints: hints(for: path))
            var prepared: [PreparedCapture] = []
            while let found = stream.next() { prepared.append(prepare(found)) }
            return prepared
        }
    }

    /// What is known from outside of the captures in the file at `path`.
    @Sendable func hints(for path: FilePath) -> CaptureHints {
        options.hints(for: path)
    }

    private func prepare(_ found: FoundCapture) -> PreparedCapture {
        switch found {
        case .capture(let capture):
            return prepare(capture, digest: SHA256Digest(of: capture.bytes), isCrawled: false)
        case .crawled(let capture, let name):
            let digest = SHA256Digest(of: capture.bytes)
            if let name {
                let address = capture.hints.url.flatMap { WebAddress($0)?.canonical }
                originals.add(name, at: address, key: CaptureTable.key(sha256: digest, hints: capture.hints))
            }
            return prepare(capture, digest: digest, isCrawled: true)
        case .repeated(let repeated): return .repeated(repeated)
        case .skipped(let path, let position, let note): return .skipped(path: path, position: position, note: note)
        case .rejected(let rejection): return .rejected(rejection)
        }
    }

    /// What reading `capture` gives, ready to be written.
    private func prepare(_ capture: Capture, digest: SHA256Digest, isCrawled: Bool) -> PreparedCapture {
        var capture = capture
        let damage = capture.hints.damage
        let key = CaptureTable.key(sha256: digest, hints: capture.hints)
        if let lookup, let known = try? lookup.capture(withKey: key) {
            let hints = known.hints.adding(capture.hints, isCrawled: isCrawled)
            if hints == known.hints, known.hasBytes || !options.keepsBytes {
                return .known(known, path: capture.path, position: capture.position, damage: damage)
            }
            capture.hints = hints  // what was said of it before still holds
        }
        do throws(CaptureRejection) {
            let reading = try read(capture)
            let new = NewCapture(capture, sha256: digest, reading: reading, keepsBytes: options.keepsBytes)
            return .read(new, newArticle(reading.article), isCrawled: isCrawled, damage: damage)
        } catch {
            return .rejected(Rejection(path: capture.path, position: capture.position, reason: error.description))
        }
    }

    /// What `capture` holds, with what is to be known of looking for its entities.
    func read(_ capture: Capture) throws(CaptureRejection) -> CaptureReading {
        var reading = try reader.read(capture)
        if options.recognizesEntities { reading.notes += EntityRecognizer.notes(on: reading.article) }
        return reading
    }

    /// `article` with its identity, its keys and its entities.
    func newArticle(_ article: Article) -> NewArticle {
        let hash = contentHash(of: article)
        let names = outlets.adding(article.outlet)
        return NewArticle(
            article: article, identity: Identity.digest(of: article, contentHash: hash), contentHash: hash,
            headlineKey: article.headline.map { HeadlineKey($0, outlets: names) },
            relatedKeys: article.relatedHeadlines.map { HeadlineKey($0.headline, outlets: names) },
            entities: options.recognizesEntities ? recognizer.entities(in: article) : [],
            recognizer: options.recognizesEntities ? EntityRecognizer.version : nil)
    }
}

extension CaptureHints {
    /// These hints with those of `other`, which win where both know something unless `overriding` is false. Of two ways
    /// to write one address the shorter is kept, whichever came first.
    func adding(_ other: CaptureHints, overriding: Bool = true) -> CaptureHints {
        func choose<Value>(_ path: KeyPath<CaptureHints, Value?>) -> Value? {
            overriding ? other[keyPath: path] ?? self[keyPath: path] : self[keyPath: path] ?? other[keyPath: path]
        }
        var address = choose(\.url)
        if let own = url, let given = other.url, WebAddress(own)?.canonical == WebAddress(given)?.canonical {
            address = (own.utf8.count, own) < (given.utf8.count, given) ? own : given
        }
        return CaptureHints(
            url: address, outlet: choose(\.outlet), captured: choose(\.captured), published: choose(\.published),
            language: choose(\.language), charset: choose(\.charset), map: choose(\.map),
            damage: [damage, other.damage].compactMap { $0 }.min())
    }
}

extension CaptureHints {
    /// These hints with those of the same bytes met again. A crawl meets a page at many times; the last one counts,
    /// whichever came first.
    func adding(_ other: CaptureHints, isCrawled: Bool) -> CaptureHints {
        var hints = adding(other)
        if isCrawled, let own = captured, let met = other.captured, own.instant > met.instant { hints.captured = own }
        return hints
    }
}

/// What decides whether two captures are of one story.
enum Identity {
    /// With an address the outlet and the canonical address, else the content.
    static func digest(of article: Article, contentHash: SHA256Digest) -> SHA256Digest {
        guard let address = article.canonicalURL else {
            return SHA256Digest(of: Array("content\n".utf8) + contentHash.bytes)
        }
        return SHA256Digest(of: Array("address\n\(foldedKey(article.outlet ?? ""))\n\(address)".utf8))
    }
}

extension HeadlineKey {
    /// The key of a printed headline, without the name of an outlet behind it.
    init(_ headline: String, outlets: Set<String>) {
        self.init(folded: headlineKey(headline, outlets: outlets))
    }
}
