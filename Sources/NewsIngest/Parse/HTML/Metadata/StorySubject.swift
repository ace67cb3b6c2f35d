import NewsText

/// What a story is about, as far as its titles, descriptions and first paragraphs say.
struct StorySubject {
    private let words: Set<Substring>
    private let text: String

    init(_ reader: MetadataReader) {
        let facts = reader.facts
        var parts = reader.headings.map(\.text) + reader.descriptions()
        parts += [facts.title, facts.first("og:title"), reader.story?.text("headline")].compactMap { $0 }
        parts = parts.map { String($0.unicodeScalars.prefix(1_000)) }
        if let heading = reader.headings.first?.node { parts += Self.paragraphs(of: facts, behind: heading) }
        text = " " + parts.map(textKey).joined(separator: " ") + " "
        words = Set(text.split(separator: " "))
    }

    /// The first paragraphs behind the headline, 2,000 bytes or so.
    private static func paragraphs(of facts: PageFacts, behind heading: HTMLTree.Node) -> [String] {
        var paragraphs: [String] = []
        var length = 0
        for node in heading..<facts.tree.count where facts.tree.tag(of: node) == .p && length < 2_000 {
            let paragraph = facts.spacedText(of: node, limit: 2_000)
            guard paragraph.utf8.count > 80 else { continue }
            paragraphs.append(String(paragraph.unicodeScalars.prefix(10_000)))
            length += paragraph.utf8.count
        }
        return paragraphs
    }

    /// Whether one of the tags or a long word of one is said in the story; `true` where the story says next to nothing.
    func concerns(_ tags: [String]) -> Bool {
        guard words.count > 8 || text.utf8.count > 120 else { return true }
        let keys = tags.prefix(40).map(textKey)
        if keys.contains(where: { $0.split(separator: " ").contains { $0.utf8.count > 3 && words.contains($0) } }) {
            return true
        }
        // Languages that set no blanks between words.
        return keys.contains { key in
            key.utf8.count > 5 && key.utf8.contains { $0 >= 0xE0 } && text.contains(key)
        }
    }
}
