/// Finds the story among the blocks of a page: its container, and which of its blocks are the body.
///
/// The recipe, and what each of its rules buys, is in the project's measurements of body extraction (`scripts/bench
/// extraction`). Linear in the page but for the container, which is looked for among the elements that hold text.
struct StoryFinder {
    let tree: HTMLTree
    let evidence: StoryEvidence
    /// The element that holds the page.
    let root: HTMLTree.Node
    let classes: ClassReader
    var blocks: [TextBlock] = []
    var running: RunningText
    /// The blocks whose text stands in the text that structured data repeats.
    var matched: Set<Int> = []
    /// How much of that text was found in the page, 0 to 1.
    var coverage = 0.0
    /// What each element is worth as the story's container.
    var scores: [Double] = []
    /// How many characters of text each element holds, and how many of them in links.
    var lengths: [Int32] = []
    var linkedLengths: [Int32] = []
    /// The elements that hold the story; more than one when it is printed in several boxes of one kind.
    var regions: [HTMLTree.Node] = []
    /// The headline's block, when it is printed as a heading.
    var headline: Int?

    init(_ tree: HTMLTree, evidence: StoryEvidence) {
        self.tree = tree
        self.evidence = evidence
        root = tree.elements(.body).first ?? 0
        let classes = ClassReader(tree)
        let first = BlockReader.blocks(in: root, of: tree, running: nil, classes: classes)
        running = RunningText(first, in: tree, classes: classes)
        blocks = BlockReader.blocks(in: root, of: tree, running: running, classes: classes)
        self.classes = classes
    }

    /// The blocks of the story, in order.
    mutating func find() -> [TextBlock] {
        guard tree.count > 0 else { return [] }
        Teasers(tree: tree, blocks: blocks, running: running).mark(&blocks)
        PointerLines(tree: tree).mark(&blocks)
        matchRepeatedBody()
        findContainer()
        decide()
        stopAtNextStory()
        addLeadParagraphs()
        addStandfirst()
        followRepeatedBody()
        var kept = blocks.filter(\.isKept)
        kept = withoutScraps(kept)
        kept = withoutRepeats(kept)
        kept = withoutTail(kept)
        kept = withoutWriterNotes(kept)
        kept = withoutLoneHeadings(withoutBoxHeadings(kept))
        markStandfirst(in: &kept)
        return rescued(kept)
    }

    // MARK: The text that structured data repeats

    private mutating func matchRepeatedBody() {
        guard let body = evidence.body, body.utf8.count > 250 else { return }
        let wanted = Set(Shingles(body).runs)
        var seen: Set<UInt64> = []
        for block in blocks {
            let runs = Shingles(block.text).runs
            guard !runs.isEmpty, runs.count > 1 || block.length > 15 else { continue }
            let hits = runs.filter { wanted.contains($0) }
            guard Double(hits.count) >= 0.7 * Double(runs.count) else { continue }
            matched.insert(block.index)
            seen.formUnion(hits)
        }
        coverage = wanted.isEmpty ? 0 : Double(seen.count) / Double(wanted.count)
    }

    /// What that text holds is taken, what stands between and behind is not, when it is most of what was kept.
    private mutating func followRepeatedBody() {
        guard coverage > 0.6, !evidence.isBodyCut, let first = matched.min(), let last = matched.max() else { return }
        let kept = blocks.filter { $0.isKept && isInRegions($0) }
        let size = kept.reduce(0) { $0 + $1.size }
        let matchedSize = kept.reduce(0) { $0 + (matched.contains($1.index) ? $1.size : 0) }
        guard matchedSize >= 0.7 * max(size, 1) else { return }
        for index in blocks.indices {
            let block = blocks[index]
            if matched.contains(index) {
                let isLabel = block.text.hasSuffix(":") && isPointer(block, PagePhrases.role(of: block.text))
                let isLinkLine = isLabel || block.linkShare > 0.7 && block.size < 250
                if !block.isKept, !isLinkLine, ![.hidden, .pointer, .form].contains(block.reason),
                    block.tag != .figcaption,
                    !evidence.titleKeys.contains(textKey(block.text))
                {
                    blocks[index].isKept = true
                }
            } else if block.isKept, index > last {
                blocks[index].isKept = false
            } else if block.isKept, index > first, !block.isHeading, block.tag != .li,
                Shingles(block.text).runs.count > 2
            {
                blocks[index].isKept = false
            }
        }
    }

    func isInRegions(_ block: TextBlock) -> Bool {
        regions.contains { tree.isNode(block.node, within: $0) }
    }

    // MARK: The end

    /// Another headline of the same make behind the story opens the next story of an endless page.
    private mutating func stopAtNextStory() {
        guard let headline else { return }
        let main = blocks[headline]
        let own = classes.names(of: main.node)
        var taken = 0.0
        for block in blocks where block.index > headline && isInRegions(block) {
            if block.isKept { taken += block.size }
            guard taken > 250, block.tag == .h1, block.reason != .hidden, block.reason != .navigation,
                textKey(block.text) != textKey(main.text)
            else { continue }
            let isSameMake = !own.isEmpty && classes.names(of: block.node) == own
            guard isSameMake || article(around: block.node) != article(around: main.node) else { continue }
            for index in block.index..<blocks.count where isInRegions(blocks[index]) { blocks[index].isKept = false }
            return
        }
    }

    private func article(around node: HTMLTree.Node) -> HTMLTree.Node? {
        tree.ancestors(of: node).first { tree.tag(of: $0) == .article }
    }

    /// Running text between the headline and the container belongs to the story.
    private mutating func addLeadParagraphs() {
        guard let headline, let first = blocks.first(where: { $0.isKept && isInRegions($0) })?.index,
            first > headline, first - headline <= 40
        else { return }
        for index in (headline + 1)..<first {
            let block = blocks[index]
            guard block.reason == nil, block.isGood, block.tag == .p,
                PagePhrases.role(of: block.text).isDisjoint(with: [.byline, .frame, .call])
            else { continue }
            blocks[index].isKept = true
        }
    }

    // MARK: When nothing is left

    private func rescued(_ kept: [TextBlock]) -> [TextBlock] {
        let size = kept.reduce(0) { $0 + $1.size }
        guard size < 250 else { return kept }
        let others = blocks.filter { block in
            guard block.isGood, ![.hidden, .navigation, .footer].contains(block.reason) else { return false }
            return block.classReason.isDisjoint(with: [.consent, .comments, .legal, .newsletter])
        }
        return others.reduce(0) { $0 + $1.size } > size * 1.5 ? others : kept
    }
}
