/// Cuts a page into blocks of text, in reading order.
struct BlockReader {
    let tree: HTMLTree
    /// Where the page's running text is; `nil` for a first look at it, which leaves nothing out by class.
    let running: RunningText?
    private let classes: ClassReader
    private(set) var blocks: [TextBlock] = []

    /// The block in hand.
    private var words = Words()

    private struct Words {
        var text: [UInt8] = []
        var linked = 0
        var bold = 0
        var links: [HTMLTree.Node] = []
    }

    private init(tree: HTMLTree, running: RunningText?, classes: ClassReader) {
        self.tree = tree
        self.running = running
        self.classes = classes
    }

    /// The blocks in `root`; `classes` remembers what it has looked at.
    static func blocks(
        in root: HTMLTree.Node, of tree: HTMLTree, running: RunningText?, classes: ClassReader
    ) -> [TextBlock] {
        var reader = BlockReader(tree: tree, running: running, classes: classes)
        reader.walk(root, Place(block: root, why: nil))
        reader.flush(Place(block: root, why: nil))
        return reader.blocks
    }

    /// Where the walk is.
    private struct Place {
        var block: HTMLTree.Node
        var why: Why?
        /// The link around it.
        var link: HTMLTree.Node?
        var isBold = false
    }

    private struct Why {
        var reason: TextBlock.Reason
        var meaning: ClassMeaning = []
    }

    private mutating func walk(_ node: HTMLTree.Node, _ place: Place) {
        var breaks = 0
        for child in tree.children(of: node) {
            let tag = tree.tag(of: child)
            switch tag {
            case .text:
                let bytes = tree.textBytes(of: child)
                if bytes.count > 1 || bytes.first != 0x20 { breaks = 0 }
                append(bytes, place)
                continue
            case .br:
                breaks += 1
                if breaks >= 2 { flush(place) } else { words.text.append(0x0A) }
                continue
            default: break
            }
            if Self.isSkipped(tag), !(Self.mayHoldText(tag) && isLarge(child)) { continue }
            if tag == .sup || tag == .sub, let mark = FootnoteMark.sign(at: child, in: tree) {
                append(Array(mark.utf8)[...], place)
                words.links += tree.elements(.a, in: child)
                continue
            }
            var inner = place
            if place.why == nil { inner.why = why(child, tag) }
            if tag == .a, tree.has(.href, child) { inner.link = child }
            if tag == .b || tag == .strong { inner.isBold = true }
            let isLeftOut = inner.why != nil && place.why == nil
            if isLeftOut, !tree.subtree(of: child).contains(where: { tree.tag(of: $0).isBlock }) {
                // A few words within a sentence, which goes on behind them.
                let sentence = words
                words = Words()
                walk(child, inner)
                flush(inner)
                words = sentence
            } else if tag.isBlock || isLeftOut {
                flush(place)
                if tag.isBlock { inner.block = child }
                inner.isBold = false
                walk(child, inner)
                flush(inner)
                breaks = 0
            } else {
                walk(child, inner)
            }
        }
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, _ place: Place) {
        guard !bytes.isEmpty else { return }
        words.text += bytes
        if let link = place.link, words.links.last != link { words.links.append(link) }
        if place.link != nil || place.isBold {
            let length = bytes.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
            if place.link != nil { words.linked += length }
            if place.isBold { words.bold += length }
        }
    }

    /// Ends the block in hand.
    private mutating func flush(_ place: Place) {
        defer {
            words.text.removeAll(keepingCapacity: true)
            words.linked = 0
            words.bold = 0
            words.links = []
        }
        guard let printed = Self.trimmed(words.text) else { return }
        let shape = TextShape(printed)
        blocks.append(
            TextBlock(
                text: String(decoding: printed, as: UTF8.self), index: blocks.count, node: place.block,
                tag: kind(of: place.block), reason: place.why?.reason, classReason: place.why?.meaning ?? [],
                size: Double(shape.length) * (shape.isIdeographic ? 2.5 : 1), length: shape.length,
                linked: min(words.linked, shape.length), bold: min(words.bold, shape.length), links: words.links,
                holdsSentence: shape.holdsSentence))
    }

    /// `text` without blanks at its ends and around its line ends; `nil` when nothing is left.
    private static func trimmed(_ text: [UInt8]) -> [UInt8]? {
        var printed: [UInt8] = []
        printed.reserveCapacity(text.count)
        for byte in text {
            if byte == 0x20 {
                if let last = printed.last, last != 0x20, last != 0x0A { printed.append(byte) }
            } else if byte == 0x0A {
                if printed.last == 0x20 { printed.removeLast() }
                if let last = printed.last, last != 0x0A { printed.append(byte) }
            } else {
                printed.append(byte)
            }
        }
        while let last = printed.last, last == 0x20 || last == 0x0A { printed.removeLast() }
        return printed.isEmpty ? nil : printed
    }

    private func kind(of node: HTMLTree.Node) -> HTMLTag {
        var current = node
        while true {
            let tag = tree.tag(of: current)
            if tag.isHeading { return tag }
            switch tag {
            case .p, .li, .blockquote, .figcaption, .td, .th, .dd, .dt, .pre: return tag
            case .article, .main, .section, .body, .div, .figure, .table: return .div
            default: break
            }
            guard let parent = tree.parent(of: current) else { return .div }
            current = parent
        }
    }

    // MARK: What is left out

    private func why(_ node: HTMLTree.Node, _ tag: HTMLTag) -> Why? {
        if let reason = structuralReason(node, tag), !isProtected(node, reason, []) { return Why(reason: reason) }
        guard running != nil, !Self.isWord(tag) else { return nil }
        if tag == .form, !isProtected(node, .form, []) { return Why(reason: .form) }
        if isImageBox(node, tag), !isProtected(node, .caption, []) { return Why(reason: .caption) }
        let meaning = leftOutMeaning(node, tag)
        guard !meaning.isEmpty, !isProtected(node, .className, meaning) else { return nil }
        return Why(reason: .className, meaning: meaning)
    }

    /// Why `node` is left out by its tag, role or style alone.
    private func structuralReason(_ node: HTMLTree.Node, _ tag: HTMLTag) -> TextBlock.Reason? {
        switch tag {
        case .nav: return .navigation
        case .footer: return .footer
        case .menu: return .menu
        case .dialog: return .dialog
        case .aside: return .aside
        case .figcaption: return .caption
        default: break
        }
        if let role = tree.attribute(.role, of: node)?.lowercased(), Self.roles.contains(role) { return .role }
        if isHidden(node) { return .hidden }
        if tree.attribute(.ariaHidden, of: node) == "true", tag != .p, tag != .article { return .hidden }
        return nil
    }

    private static let roles: Set<String> = [
        "navigation", "complementary", "contentinfo", "banner", "dialog", "alertdialog", "search", "menu", "menubar",
        "toolbar", "tooltip", "alert",
    ]

    /// Whether `node` is called an image and holds one, with some words to it.
    private func isImageBox(_ node: HTMLTree.Node, _ tag: HTMLTag) -> Bool {
        let meaning = classes.names(of: node).meaning
        guard tag == .div, meaning.contains(.image), meaning.isDisjoint(with: [.text, .body]),
            tree.end(of: node) - node <= 100
        else { return false }
        var hasImage = false
        for inner in tree.subtree(of: node) {
            switch tree.tag(of: inner) {
            case .img, .picture: hasImage = true
            case .h1, .h2, .h3, .h4, .h5, .h6, .li, .table, .blockquote: return false
            default: break
            }
        }
        // In a figure, what is the caption is said otherwise.
        return hasImage && tree.collapsedText(of: node).count <= 500
            && !tree.ancestors(of: node).contains { tree.tag(of: $0) == .figure }
    }

    private func isHidden(_ node: HTMLTree.Node) -> Bool {
        if let hidden = tree.attribute(.hidden, of: node), hidden != "until-found" { return true }
        guard let style = tree.value(.style, of: node), !style.isEmpty else { return false }
        let written = String(decoding: style.lazy.filter { $0 != 0x20 }, as: UTF8.self).lowercased()
        return written.contains("display:none") || written.contains("visibility:hidden")
    }

    private func leftOutMeaning(_ node: HTMLTree.Node, _ tag: HTMLTag) -> ClassMeaning {
        let names = classes.names(of: node)
        var meaning = names.meaning.intersection(.leftOut)
        guard !meaning.isEmpty else { return [] }
        if [.p, .h2, .h3, .h4].contains(tag) {
            meaning.subtract([.ads, .media, .paywall, .navigation, .legal, .comments, .extras])
        }
        if !names.meaning.isDisjoint(with: .text) { meaning.subtract([.media, .paywall]) }
        return meaning
    }

    /// Whether `node` holds so much of the page's running text that it is not left out, whatever it is called.
    private func isProtected(_ node: HTMLTree.Node, _ reason: TextBlock.Reason, _ meaning: ClassMeaning)
        -> Bool
    {
        guard let running, running.total > 0 else { return false }
        let limit: Double
        switch reason {
        case .aside, .footer: limit = 0.65
        case .hidden: limit = 0.5
        default: limit = meaning.contains(.comments) ? 0.65 : 0.25
        }
        return running.size(in: node, named: meaning.isEmpty ? nil : classes.names(of: node)) > limit * running.total
    }

    /// Elements that stand within sentences: whatever they are called, the sentence is not whole without them.
    private static func isWord(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .a, .b, .strong, .em, .i, .u, .cite, .q, .abbr, .mark, .s, .del, .ins, .sub, .sup: true
        default: false
        }
    }

    /// Elements whose content is no text of the page.
    private static func isSkipped(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .script, .style, .template, .noscript, .svg, .iframe, .object, .embed, .canvas, .audio, .video, .map,
            .head, .input, .button, .select, .textarea, .math, .picture, .img, .source, .rt, .rp, .ampAd, .ampEmbed,
            .ampSocialShare:
            true
        default: false
        }
    }

    /// Of those, the ones that pages have been seen to wrap a whole story in.
    private static func mayHoldText(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .noscript, .button, .object, .video, .map, .canvas, .select, .textarea, .audio, .math: true
        default: false
        }
    }

    private func isLarge(_ node: HTMLTree.Node) -> Bool {
        var count = 0
        for _ in tree.children(of: node) { count += 1 }
        return count > 3 && tree.collapsedText(of: node).count > 1_500
    }
}

/// How much of a page's running text stands in each of its elements.
struct RunningText {
    /// All of it, in characters.
    let total: Double
    private let sizes: [Double]
    /// The same for all elements of one set of classes together.
    private let ofNames: [Int: Double]

    /// The running text among `blocks`, which were read without regard to classes.
    init(_ blocks: [TextBlock], in tree: HTMLTree, classes: ClassReader) {
        var sizes = [Double](repeating: 0, count: tree.count)
        var total = 0.0
        for block in blocks where block.isGood && (block.reason == nil || block.reason == .hidden) {
            guard !Self.isChatter(block.node, in: tree, classes: classes) else { continue }
            total += block.size
            sizes[block.node] += block.size
        }
        for node in stride(from: tree.count - 1, to: 0, by: -1) where sizes[node] > 0 {
            if let parent = tree.parent(of: node) { sizes[parent] += sizes[node] }
        }
        self.total = total
        self.sizes = sizes
        var ofNames: [Int: Double] = [:]
        for node in tree.nodes where sizes[node] > 0 {
            let names = classes.names(of: node)
            guard !names.meaning.isDisjoint(with: .leftOut) else { continue }
            let isInside = tree.parent(of: node).map { classes.names(of: $0) == names } ?? false
            if !isInside { ofNames[names.signature, default: 0] += sizes[node] }
        }
        self.ofNames = ofNames
    }

    /// How much of it is in `node`, or in all elements of its `names` together: a story is not in each of its paragraphs.
    func size(in node: HTMLTree.Node, named names: ClassReader.Names?) -> Double {
        max(sizes[node], names.flatMap { ofNames[$0.signature] } ?? 0)
    }

    /// Whether `node` is in a box of readers' comments or of consent, by its name.
    private static func isChatter(_ node: HTMLTree.Node, in tree: HTMLTree, classes: ClassReader) -> Bool {
        var current = node
        for _ in 0..<9 {
            switch tree.tag(of: current) {
            case .body, .main, .article: return false
            default: break
            }
            if !classes.names(of: current).meaning.isDisjoint(with: [.comments, .consent]) { return true }
            guard let parent = tree.parent(of: current) else { return false }
            current = parent
        }
        return false
    }
}

/// What can be told of a block's text by its bytes.
struct TextShape {
    /// In Unicode scalars.
    private(set) var length = 0
    /// Whether it is Chinese, Japanese or Korean: more than 30 % of the first 200 characters.
    private(set) var isIdeographic = false
    /// Whether a sentence ends in it.
    private(set) var holdsSentence = false

    init(_ text: [UInt8]) {
        var ideographs = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte == 0x2E || byte == 0x21 || byte == 0x3F, !holdsSentence {
                    holdsSentence = Self.isEnd(behind: index + 1, in: text)
                }
                index += 1
            } else {
                let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                if width == 3, length < 200, index + 1 < text.count,
                    byte == 0xE3 && text[index + 1] >= 0x81 || (0xE4...0xE9).contains(byte)
                        || (0xEA...0xED).contains(byte) && byte != 0xEE
                {
                    ideographs += 1
                }
                if !holdsSentence, Self.isWideEnd(index, in: text) {
                    holdsSentence = Self.isEnd(behind: index + width, in: text) || byte == 0xE3 || byte == 0xEF
                }
                index += width
            }
            length += 1
        }
        isIdeographic = Double(ideographs) > 0.3 * Double(min(length, 200))
    }

    /// `…`, `。`, `！`, `？`, `؟`, `।`.
    private static func isWideEnd(_ index: Int, in text: [UInt8]) -> Bool {
        let rest = text[index...].prefix(3)
        return ends.contains { rest.starts(with: $0) }
    }

    private static let ends: [[UInt8]] = ["…", "。", "！", "？", "؟", "।", "۔"].map { Array($0.utf8) }

    /// Whether closing quotes and brackets and then a blank or nothing stand at `index`.
    private static func isEnd(behind start: Int, in text: [UInt8]) -> Bool {
        var index = start
        while index < text.count {
            switch text[index] {
            case 0x20, 0x0A: return true
            case 0x22, 0x27, 0x29, 0x5D: index += 1
            case 0xC2 where index + 1 < text.count && text[index + 1] == 0xBB: index += 2
            case 0xE2
            where index + 2 < text.count && text[index + 1] == 0x80
                && [0x99, 0x9D, 0x9C, 0x98, 0xBA].contains(text[index + 2]):
                index += 3
            default: return false
            }
        }
        return true
    }
}
