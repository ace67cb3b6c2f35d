import NewsText

/// The layouts of outlets whose form is known, in the order in which they are tried.
public let knownLayouts: [Layout] = sputnikEditions

/// A layout with its phrases prepared for looking up.
struct PreparedLayout: Sendable {
    let layout: Layout
    let book: PhraseBook
    /// The frame's phrases that are the layout's alone.
    private let own: PhraseBook

    init(_ layout: Layout) {
        self.layout = layout
        book = layout.phraseBook()
        var own = PhraseBook()
        own.addGlued(layout.form.closing + layout.form.chrome)
        self.own = own
    }

    /// All known layouts, prepared once.
    static let all: [PreparedLayout] = knownLayouts.map { PreparedLayout($0) }

    /// The layout that the page's lines belong to: the one with most lines of its own among them, the address's host
    /// counting too. Of several that fit alike the first of `knownLayouts`; `nil` when none fits well enough.
    static func layout(of lines: [PageLine], clock: ClockLine?, host: String?) -> PreparedLayout? {
        let evidence = LayoutEvidence.gathered(from: lines, host: host, withLabels: clock?.isGlued == true) {
            all[$0].own.isGluedChrome(folded: $1)
        }
        guard let best = evidence.max(), let index = evidence.firstIndex(of: best) else { return nil }
        if best >= neededEvidence(for: all[index].layout, clock: clock) { return all[index] }
        return clock?.isGlued == true
            ? all.first { $0.layout.form.opening == .clock && $0.layout.language == nil } : nil
    }

    /// How much evidence a layout needs. A clock glued to its date is nearly enough; another could be a date line, and
    /// a page without one needs the link and another line of the edition.
    private static func neededEvidence(for layout: Layout, clock: ClockLine?) -> Int {
        guard layout.form.opening == .clock else { return 3 }
        guard let clock else { return 5 }
        return clock.isGlued ? 1 : 4
    }
}

/// What speaks for each of the known layouts.
private enum LayoutEvidence {
    private typealias Weights = [String: [(layout: Int, weight: Int)]]

    /// The weights of all layouts, in order. Looks at the short lines among the first 40 and the last 60.
    static func gathered(
        from lines: [PageLine], host: String?, withLabels: Bool, isGlued: (Int, [UInt8]) -> Bool
    ) -> [Int] {
        var weights = [Int](repeating: 0, count: knownLayouts.count)
        let edges = lines.count <= 100 ? lines[...] : lines.prefix(40) + lines.suffix(60)
        for line in edges where line.text.utf8.count <= 80 {
            var key = foldedKey(line.text)
            if key.hasSuffix(":") { key = String(trimmed(key.dropLast())) }
            for (index, weight) in frame[key] ?? [] { weights[index] += weight }
            if withLabels { for (index, weight) in labels[key] ?? [] { weights[index] += weight } }
        }
        if let last = lines.last?.text, last.utf8.count <= 120 {
            let folded = PhraseBook.withoutBlanks(last)
            for index in weights.indices where isGlued(index, folded) { weights[index] += 2 }
        }
        if let owner = host.flatMap({ Layout.owner(ofHost: $0)?.name }),
            let index = knownLayouts.firstIndex(where: { $0.name == owner })
        {
            weights[index] += 3
        }
        return weights
    }

    /// Lines of the frame: the link between head and body weighs most.
    private static let frame: Weights = table { form in
        form.anchors.map { ($0, 4) } + (form.closing + form.chrome).map { ($0, 1) }
    }

    /// Labels, which other outlets print too.
    private static let labels: Weights = table { form in
        (form.storyline + form.related + form.tags + form.morePhotos).map { ($0, 1) }
    }

    private static func table(_ phrases: (Layout.Form) -> [(String, Int)]) -> Weights {
        var weights: Weights = [:]
        for (index, layout) in knownLayouts.enumerated() {
            for (phrase, weight) in phrases(layout.form) {
                weights[foldedKey(phrase), default: []].append((index, weight))
            }
        }
        return weights
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
