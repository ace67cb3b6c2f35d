/// A running topic printed with the number of its stories: `Monsoon Floods Reach the Delta (1881)`.
enum StorylineLine {
    /// The topic without its count; `nil` when `text` does not end with a count.
    static func topic(in text: String) -> String? {
        guard text.utf8.count <= 200, text.utf8.last == 0x29 else { return nil }
        guard let open = text.utf8.lastIndex(of: 0x28) else { return nil }
        let digits = text.utf8[text.utf8.index(after: open)...].dropLast()
        guard (1...7).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let topic = trimmed(text[..<open])
        guard !topic.isEmpty, !LineShape.endsSentence(String(topic)) else { return nil }
        return String(topic)
    }
}
