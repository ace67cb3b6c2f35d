import NewsModel
import NewsText

/// The notes of a story: what raised signs link to, and paragraphs that open with a sign.
struct StoryFootnotes {
    private let tree: HTMLTree
    /// The story's blocks without those that are notes.
    private(set) var blocks: [TextBlock] = []
    /// The blocks that raised signs link to.
    private(set) var noteBlocks: Set<Int> = []
    /// The notes that raised signs link to, in printed order, without their references.
    private var linked: [Footnote] = []

    /// What holds more blocks than this is no note, whatever links to it.
    private static let mostBlocks = 100

    /// Sorts the notes out of `kept`; `all` are the page's blocks, among which linked notes may stand anywhere.
    init(tree: HTMLTree, kept: [TextBlock], all: [TextBlock]) {
        self.tree = tree
        var taken: Set<Int> = []
        var markers: Set<String> = []
        let byNode = all.sorted { ($0.node, $0.index) < ($1.node, $1.index) }
        for (marker, target) in Self.targets(of: kept, in: tree) where !markers.contains(marker) {
            let start = byNode.partitionIndex { $0.node >= target }
            let within = byNode[start...].prefix(Self.mostBlocks).prefix { tree.isNode($0.node, within: target) }
            let inside = within.filter { !taken.contains($0.index) }.sorted { $0.index < $1.index }
            guard within.count < Self.mostBlocks, inside.count <= 5 else { continue }
            let text = normalizedText(inside.map(\.text).joined(separator: " "))
            let note = Self.withoutSigns(text, marker: marker)
            guard !note.isEmpty else { continue }
            markers.insert(marker)
            linked.append(Footnote(marker: marker, text: note, references: []))
            taken.formUnion(inside.map(\.index))
        }
        noteBlocks = taken
        blocks = kept.filter { !taken.contains($0.index) }
    }

    /// Takes the paragraphs that are notes out of `paragraphs`; gives all notes with their references.
    func notes(in paragraphs: inout [String]) -> [Footnote] {
        let printed = FootnoteReader.notes(among: paragraphs)
        var notes = linked
        for index in printed.sorted() {
            guard let definition = FootnoteReader.definition(paragraphs[index]) else { continue }
            for marker in FootnoteReader.markers(in: definition.marker) {
                notes.append(Footnote(marker: marker, text: definition.note, references: []))
            }
        }
        paragraphs = paragraphs.enumerated().filter { !printed.contains($0.offset) }.map(\.element)
        return notes.isEmpty ? [] : FootnoteReferences(in: paragraphs).assigned(to: notes)
    }

    /// The signs that link to a place in the page, with the block element that is there, in printed order.
    private static func targets(of kept: [TextBlock], in tree: HTMLTree) -> [(marker: String, target: HTMLTree.Node)] {
        var marks: [(marker: String, id: [UInt8])] = []
        for link in kept.flatMap(\.links) {
            guard let href = tree.value(.href, of: link), let sign = href.lastIndex(of: UInt8(ascii: "#")),
                let marker = marker(of: link, in: tree)
            else { continue }
            marks.append((marker, Array(href[(sign + 1)...])))
        }
        guard !marks.isEmpty else { return [] }
        var places: [[UInt8]: HTMLTree.Node] = [:]
        for node in tree.nodes {
            guard let id = tree.value(.id, of: node) ?? (tree.tag(of: node) == .a ? tree.value(.name, of: node) : nil)
            else { continue }
            places[Array(id)] = places[Array(id)] ?? node
        }
        return marks.compactMap { mark in
            guard let place = places[mark.id] else { return nil }
            let around = [place] + tree.ancestors(of: place)
            guard let block = around.first(where: { tree.tag(of: $0).isBlock }), block > 0 else { return nil }
            return (mark.marker, block)
        }
    }

    /// The sign that `link` is, or stands in.
    private static func marker(of link: HTMLTree.Node, in tree: HTMLTree) -> String? {
        let inside = tree.subtree(of: link).first { tree.tag(of: $0) == .sup }
        let around = tree.ancestors(of: link).prefix(2).first { tree.tag(of: $0) == .sup }
        return FootnoteMark.sign(at: inside ?? around ?? link, in: tree)
    }

    /// A note without the number before it and the arrows back to the text.
    private static func withoutSigns(_ note: String, marker: String) -> String {
        var text = note[...]
        let number = marker.filter { $0 != "[" && $0 != "]" }
        for opening in ["↑", "^", marker, number + ".", number + ")", number + " "] where text.hasPrefix(opening) {
            text = text.dropFirst(opening.count).drop { $0 == " " }
        }
        let arrows: Set<Unicode.Scalar> = ["↩", "↑", "⏎", "^", " ", "\u{FE0E}", "\u{FE0F}"]
        while let last = text.unicodeScalars.last, arrows.contains(last) { text.unicodeScalars.removeLast() }
        return String(text)
    }
}
