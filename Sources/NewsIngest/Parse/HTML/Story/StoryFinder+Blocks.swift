import NewsText

/// Which blocks of the container are the story.
extension StoryFinder {
    private struct Make: Hashable {
        let tag: HTMLTag
        let signature: Int
    }

    /// Decides block by block.
    mutating func decide() {
        var byParent: [HTMLTree.Node: Double] = [:]
        var byMake: [Make: Double] = [:]
        let inside = blocks.indices.filter { isInRegions(blocks[$0]) }
        for index in inside where blocks[index].isGood && blocks[index].reason == nil {
            byParent[tree.parent(of: blocks[index].node) ?? 0, default: 0] += blocks[index].size
            byMake[make(of: blocks[index]), default: 0] += blocks[index].size
        }
        let total = max(byParent.values.reduce(0, +), 1)
        let leading = byMake.values.max() ?? 0
        for index in inside {
            let block = blocks[index]
            let share = (byParent[tree.parent(of: block.node) ?? 0] ?? 0) / total
            let makeShare = (byMake[make(of: block)] ?? 0) / total
            blocks[index].isKept = isStory(
                block, share: share, makeShare: makeShare, hasLeadingMake: leading > 0.6 * total)
        }
    }

    /// What most of the running text is made of.
    private func leadingMake(of kept: [TextBlock]) -> Make? {
        var sizes: [Make: Double] = [:]
        for block in kept where block.isGood { sizes[make(of: block), default: 0] += block.size }
        return sizes.max { ($0.value, $1.key.signature) < ($1.value, $0.key.signature) }?.key
    }

    private func make(of block: TextBlock) -> Make {
        Make(tag: tree.tag(of: block.node), signature: classes.names(of: block.node).signature)
    }

    private func isStory(_ block: TextBlock, share: Double, makeShare: Double, hasLeadingMake: Bool) -> Bool {
        guard block.reason == nil, block.tag != .h1 else { return false }
        let isShort = block.size < 300
        if isShort {
            let key = textKey(block.text)
            if key.isEmpty || evidence.titleKeys.contains(key) { return false }
            if block.isHeading, isTitleWithKicker(key) { return false }
            let role = PagePhrases.role(of: block.text, key: key)
            if role.contains(.frame) || CaptionLine.isCredit(block.text) || CaptionLine.isCopyright(block.text) {
                return false
            }
            if isPointer(block, role) { return false }
            if role.contains(.call), block.linkShare > 0.3 || block.size < 120 { return false }
        }
        if block.isHeading { return block.linkShare <= 0.8 && block.size < 250 }
        if block.tag == .div, makeShare < 0.12, hasLeadingMake {
            return block.isGood && regions.contains(block.node)  // text directly in the container
        }
        if block.linkShare > 0.75 { return block.tag == .p && block.size > 200 }
        switch block.tag {
        case .li: return isItem(block)
        case .td, .th: return block.size > 3 && block.linkShare < 0.5
        default: break
        }
        if block.isGood { return true }
        switch block.tag {
        case .p, .blockquote, .pre, .dd, .dt:
            return block.linkShare <= 0.5 || block.length - block.linked >= 50 && block.size > 100
        default:
            guard block.linkShare <= 0.35 else { return false }
            return block.size >= 60 && block.holdsSentence || max(share, makeShare) > 0.3 && block.size > 25
        }
    }

    /// Whether a heading's key is a title with a few words before it.
    private func isTitleWithKicker(_ key: String) -> Bool {
        evidence.titleKeys.contains { Self.isKicker(of: $0, in: key) }
    }

    /// Whether a heading's key is a title with a few words before it, or one without those that it opens with.
    func isTitleButForKicker(_ key: String) -> Bool {
        isTitleWithKicker(key) || evidence.titleKeys.contains { Self.isKicker(of: key, in: $0) }
    }

    /// Whether `long` is `short` with no more than that before it.
    private static func isKicker(of short: String, in long: String) -> Bool {
        short.utf8.count >= 20 && long.utf8.count <= 2 * short.utf8.count && long.hasSuffix(short)
    }

    /// Whether a short block opens as one that points to another story does: `More on this in our overview:`.
    func isPointer(_ block: TextBlock, _ role: PhraseRole) -> Bool {
        role.contains(.pointer) && (block.linkShare > 0.3 || block.size < 120) && !block.isHeading
    }

    /// Whether an item's list is text rather than links.
    private func isItem(_ block: TextBlock) -> Bool {
        let around = [block.node] + tree.ancestors(of: block.node)
        guard let list = around.first(where: { tree.tag(of: $0) == .ul || tree.tag(of: $0) == .ol }) else {
            return block.linkShare < 0.5
        }
        // A list of single words is text where nothing in it is a link.
        let isPlain = linkedLengths[list] == 0 && lengths[list] >= 60
        return Double(linkedLengths[list]) <= 0.4 * Double(max(1, lengths[list])) && (block.size > 8 || isPlain)
    }

    // MARK: The standfirst

    /// Takes the sentence or two between headline and body: by place and class, or equal to the description.
    mutating func addStandfirst() {
        guard let first = blocks.first(where: \.isKept)?.index else { return }
        let headings = blocks[..<first].filter { $0.isHeading && evidence.titleKeys.contains(textKey($0.text)) }
        let heading = headings.first { first - $0.index <= 15 }?.index ?? headings.last?.index
        let start = heading ?? max(0, first - 12)
        let descriptions = evidence.descriptions.filter { $0.utf8.count > 40 }
            .map { Set(Shingles($0, length: 3).runs) }
        for index in start..<first where mayBeStandfirst(blocks[index]) {
            let block = blocks[index]
            let runs = Set(Shingles(block.text, length: 3).runs)
            let isDescription = descriptions.contains { description in
                Double(runs.intersection(description).count) > 0.6 * Double(min(runs.count, description.count))
            }
            let around = [block.node] + tree.ancestors(of: block.node).prefix(2)
            let isNamed = around.contains { classes.names(of: $0).meaning.contains(.standfirst) }
            let isPlain =
                heading != nil && index - start <= 15 && block.size >= 60 && block.linked == 0 && block.reason == nil
                && ([.h2, .h3, .h4].contains(block.tag) || block.isGood)
                && PagePhrases.role(of: block.text).isDisjoint(with: [.byline, .frame])
            if isDescription || isNamed && heading != nil || isPlain {
                blocks[index].isKept = true
                blocks[index].isStandfirst = true
            }
        }
    }

    /// Of the first blocks of the story, those above its text that are made otherwise and are named as a summary, or repeat
    /// the description, are the standfirst.
    func markStandfirst(in kept: inout [TextBlock]) {
        guard kept.count > 2, !kept.contains(where: \.isStandfirst), let make = leadingMake(of: kept) else { return }
        let descriptions = evidence.descriptions.filter { $0.utf8.count > 40 }.map { Set(Shingles($0, length: 3).runs) }
        for index in kept.indices.prefix(2) {
            let block = kept[index]
            guard block.size >= 30, block.size < 700, block.tag != .li, isMadeOtherwise(block, than: make, in: kept)
            else {
                return
            }
            let around = [block.node] + tree.ancestors(of: block.node).prefix(2)
            let isNamed = around.contains { classes.names(of: $0).meaning.contains(.standfirst) }
            let isBold = Double(block.bold) > 0.9 * Double(block.length)
            let runs = Set(Shingles(block.text, length: 3).runs)
            let isDescription = descriptions.contains { description in
                Double(runs.intersection(description).count) > 0.8 * Double(max(runs.count, description.count))
            }
            guard isNamed || isDescription || isBold && index == 0 else { return }
            kept[index].isStandfirst = true
        }
    }

    private func isMadeOtherwise(_ block: TextBlock, than make: Make, in kept: [TextBlock]) -> Bool {
        if self.make(of: block) != make || Double(block.bold) > 0.9 * Double(block.length) { return true }
        let parent = tree.parent(of: block.node)
        return !kept.contains { $0.index != block.index && tree.parent(of: $0.node) == parent && $0.isGood }
    }

    private func mayBeStandfirst(_ block: TextBlock) -> Bool {
        guard !block.isKept, block.size >= 40, block.linkShare <= 0.35, block.tag != .figcaption, block.tag != .li,
            ![.hidden, .caption, .pointer, .form].contains(block.reason),
            block.classReason.isDisjoint(with: [.consent, .comments, .caption])
        else { return false }
        let key = textKey(block.text)
        if evidence.titleKeys.contains(key) { return false }
        // A headline as printed may differ from all titles.
        return !block.isHeading || block.tag != .h1 && !isTitleButForKicker(key)
    }

    // MARK: The edges

    /// Without bylines, dates and labels before the first and behind the last paragraph.
    func withoutScraps(_ kept: [TextBlock]) -> [TextBlock] {
        var kept = kept[...]
        while let first = kept.first, !isSolid(first), isScrap(first) { kept.removeFirst() }
        while let last = kept.last, !isSolid(last),
            ![.li, .td, .p].contains(last.tag) || last.tag == .p && isScrap(last)
        {
            kept.removeLast()
        }
        while let last = kept.last, last.size < 200, PagePhrases.role(of: last.text).contains(.byline) {
            kept.removeLast()
        }
        return Array(kept)
    }

    private func isSolid(_ block: TextBlock) -> Bool {
        if block.isStandfirst || block.isGood { return true }
        return [.p, .li, .blockquote, .td].contains(block.tag) && block.size >= 40 && block.holdsSentence
    }

    private func isScrap(_ block: TextBlock) -> Bool {
        if block.size < 25, !block.holdsSentence, !block.isHeading { return true }
        guard block.size < 120 else { return false }
        return PagePhrases.role(of: block.text).contains(.byline) || block.size < 60 && WrittenDate.isDate(block.text)
    }

    /// Without a paragraph that was printed before.
    func withoutRepeats(_ kept: [TextBlock]) -> [TextBlock] {
        var seen: Set<String> = []
        return kept.filter { block in
            let key = textKey(block.text)
            return key.utf8.count <= 30 || seen.insert(key).inserted
        }
    }

    /// Without what follows the story in the same box: a heading such as "More on this" and all below it, unless the
    /// story's own text goes on there; then calls to subscribe.
    func withoutTail(_ kept: [TextBlock]) -> [TextBlock] {
        let total = max(kept.reduce(0) { $0 + $1.size }, 1)
        let make = leadingMake(of: kept)
        var kept = kept[...]
        var after = 0.0
        var ownText = 0
        for index in kept.indices.dropFirst().reversed() {
            let block = kept[index]
            after += block.size
            if block.isGood, self.make(of: block) == make { ownText += 1 }
            guard after <= 0.25 * total, ownText < 2 else { break }
            let isLabel =
                block.size < 60 && after < 0.1 * total
                && (Double(block.bold) > 0.8 * Double(block.length) || block.text.hasSuffix(":"))
            if block.isHeading || isLabel, PagePhrases.role(of: block.text).contains(.tail) {
                kept = kept[..<index]
                break
            }
        }
        for _ in 0..<4 {
            guard kept.count > 2, let last = kept.last, last.size < 320,
                PagePhrases.role(of: last.text).contains(.call)
            else { break }
            kept.removeLast()
        }
        return Array(kept)
    }

    /// Without the note on the writer behind the story: `Jane Doe is a fellow of …`.
    func withoutWriterNotes(_ kept: [TextBlock]) -> [TextBlock] {
        var kept = kept
        for _ in 0..<2 {
            guard kept.count > 3, let last = kept.last, last.size < 500 else { break }
            let key = textKey(last.text)
            let isNote = evidence.writerKeys.contains { writer in
                guard let name = key.range(ofPart: writer + " "),
                    key.utf8.distance(from: key.startIndex, to: name.lowerBound) < 40
                else { return false }
                let next = key[name.upperBound...].split(separator: " ").first { !$0.allSatisfy(\.isNumber) }
                return next.map(Self.telling.contains) ?? false
            }
            guard isNote else { break }
            kept.removeLast()
        }
        return kept
    }

    /// What notes on writers say of them first.
    private static let telling: Set<Substring> = [
        "is", "was", "has", "writes", "covers", "reports", "ist", "war", "schreibt", "arbeitet", "leitet", "est", "es",
        "è", "e", "is", "jest", "je", "är", "er",
    ]

    /// Without headings of boxes of which nothing else is left: links to other stories stood in them.
    func withoutBoxHeadings(_ kept: [TextBlock]) -> [TextBlock] {
        let texts = Set(kept.lazy.filter { !$0.isHeading }.map(\.index))
        let first = texts.min() ?? 0
        return kept.filter { block in
            guard block.isHeading, block.index > first else { return true }
            let around = [block.index - 1, block.index + 1].filter(blocks.indices.contains)
            let box = ([block.node] + tree.ancestors(of: block.node)).first { element in
                around.contains { tree.isNode(blocks[$0].node, within: element) }
            }
            guard let box else { return true }
            func isInBox(_ index: Int) -> Bool { tree.isNode(blocks[index].node, within: box) }
            let before = (0..<block.index).suffix(Self.boxReach).reversed().prefix(while: isInBox)
            let behind = ((block.index + 1)..<blocks.count).prefix(Self.boxReach).prefix(while: isInBox)
            if before.contains(where: texts.contains) || behind.contains(where: texts.contains) { return true }
            return !behind.contains { blocks[$0].linkShare > 0.7 }
        }
    }

    /// So many blocks of a box are looked at before and behind its heading.
    private static let boxReach = 40

    /// Without headings that have nothing below them.
    func withoutLoneHeadings(_ kept: [TextBlock]) -> [TextBlock] {
        guard let lastText = kept.lastIndex(where: { !$0.isHeading }) else { return [] }
        return kept[...lastText].enumerated().filter { index, block in
            guard block.isHeading, index < lastText else { return true }
            let next = kept[index + 1]
            return !(next.isHeading && next.tag.rawValue < block.tag.rawValue)
        }.map(\.element)
    }
}

/// Lines that are nothing but a date.
enum WrittenDate {
    static func isDate(_ text: String) -> Bool {
        text.utf8.contains { (0x30...0x39).contains($0) } && PrintedDate.first(in: text, order: .dayFirst) != nil
    }
}
