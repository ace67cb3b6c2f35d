/// What structured data says of a page's story, as far as it helps to find the story in the page.
struct StoryEvidence {
    /// The keys of everything that is called the page's title, see `textKey`.
    var titleKeys: Set<String> = []
    /// What is called the page's description, the longest words first or not.
    var descriptions: [String] = []
    /// The whole text, as structured data repeats it; `nil` when it does not.
    var body: String?

    /// Whether `body` breaks off: it ends with an ellipsis or `[+123 chars]`.
    var isBodyCut: Bool {
        guard let body else { return true }
        let end = body.suffix(20).filter { !$0.isWhitespace }
        return end.hasSuffix("...") || end.hasSuffix("…") || end.hasSuffix("chars]")
    }
}
