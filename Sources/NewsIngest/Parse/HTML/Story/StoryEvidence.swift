/// What metadata say of a page's story, as far as it helps to find the story in the page.
struct StoryEvidence {
    /// The keys of everything that is called the page's title, see `textKey`.
    var titleKeys: Set<String> = []
    /// What is called the page's description.
    var descriptions: [String] = []
    /// The keys of the writers' names.
    var writerKeys: [String] = []
    /// The whole text, as structured data repeats it; `nil` when it does not.
    var body: String?
    /// Whether that text breaks off.
    var isBodyCut = false

    init(_ metadata: PageMetadata) {
        titleKeys = metadata.titleKeys
        descriptions = metadata.descriptions
        writerKeys = metadata.authors?.value.map(textKey).filter { $0.utf8.contains(0x20) } ?? []
        body = metadata.body?.value
        isBodyCut = metadata.isBodyCut
    }
}
