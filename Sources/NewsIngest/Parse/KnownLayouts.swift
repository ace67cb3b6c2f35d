import NewsText

/// The layouts of outlets whose form is known, in the order in which they are tried.
public let knownLayouts: [Layout] = sputnikEditions

/// A layout with its phrases prepared for looking up.
struct PreparedLayout: Sendable {
    let layout: Layout
    let book: PhraseBook

    /// All known layouts, prepared once.
    static let all: [PreparedLayout] = knownLayouts.map { PreparedLayout(layout: $0, book: $0.phraseBook()) }

    /// What tells one edition from another: its own lines and what they weigh.
    private static let evidence: [String: [(layout: Int, weight: Int)]] = {
        var evidence: [String: [(layout: Int, weight: Int)]] = [:]
        for (index, prepared) in all.enumerated() {
            let form = prepared.layout.form
            for phrase in form.anchors { evidence[foldedKey(phrase), default: []].append((index, 4)) }
            for phrase in form.closing + form.chrome + form.storyline + form.related + form.tags + form.morePhotos {
                evidence[foldedKey(phrase), default: []].append((index, 1))
            }
        }
        return evidence
    }()

    /// The layout that the page's lines belong to: one that opens with a clock and has lines of the
    /// edition, or has enough of them without a clock. When two
    /// fit alike, `domain` decides, then the order of `knownLayouts`. `nil` when none fits.
    static func layout(of lines: [PageLine], clock: ClockLine?, host: String?) -> PreparedLayout? {
        var weights = [Int](repeating: 0, count: all.count)
        for line in lines.prefix(40) { weigh(line.text, into: &weights) }
        for line in lines.suffix(60).dropFirst(max(0, 100 - lines.count)) { weigh(line.text, into: &weights) }
        if let last = lines.last?.text, last.utf8.count <= 120 {
            let folded = PhraseBook.withoutBlanks(last)
            for (index, prepared) in all.enumerated() where prepared.book.isGluedChrome(folded: folded) {
                weights[index] += 2
            }
        }
        if let host {
            for (index, prepared) in all.enumerated() where prepared.layout.owns(host: host) { weights[index] += 3 }
        }
        guard let best = weights.max(), let index = weights.firstIndex(of: best) else { return nil }
        // Without its clock a page needs the link and another line of the edition.
        let needed = clock.map { $0.isGlued ? 1 : 2 } ?? 5
        if best >= needed { return all[index] }
        return clock?.isGlued == true ? all.first { $0.layout.form.opening == .clock && $0.layout.language == nil } : nil
    }

    private static func weigh(_ text: String, into weights: inout [Int]) {
        guard text.utf8.count <= 80 else { return }
        var key = foldedKey(text)
        if key.hasSuffix(":") { key = trimmedKey(key) }
        for (index, weight) in evidence[key] ?? [] { weights[index] += weight }
    }

    private static func trimmedKey(_ key: String) -> String {
        String(trimmed(key.dropLast()))
    }
}

extension Layout {
    /// Whether `host` is one of the layout's domains or below one.
    func owns(host: String) -> Bool {
        domains.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    /// The layout whose domains are nearest to `host`; `nil` when it is nobody's.
    static func owner(ofHost host: String) -> Layout? {
        knownLayouts.filter { $0.owns(host: host) }.max { left, right in
            left.longestDomain(in: host) < right.longestDomain(in: host)
        }
    }

    private func longestDomain(in host: String) -> Int {
        domains.filter { host == $0 || host.hasSuffix("." + $0) }.map(\.count).max() ?? 0
    }
}
