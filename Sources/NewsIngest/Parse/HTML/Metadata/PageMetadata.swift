import NewsModel
import NewsText

/// A value and where it was read: `JSON-LD headline`, `meta og:title`, `h1`.
struct Sourced<Value: Sendable & Equatable>: Sendable, Equatable {
    var value: Value
    var source: String
}

/// What a page says of its story outside the story's text: JSON-LD (schema.org), microdata, `meta` elements, `time`
/// elements and the lines around the headline, in that order of trust.
///
/// Where sources disagree, `notes` says so. Nothing is invented: what no source tells is `nil` or empty.
struct PageMetadata: Sendable {
    /// The story's headline.
    var headline: Sourced<String>?
    /// Whether the headline stands in the page's own text.
    var isHeadlinePrinted = false
    /// Everything that is called the page's title, the headline first, none twice.
    var titles: [String] = []
    /// Everything that is called the page's description, none twice.
    var descriptions: [String] = []
    /// When it was published.
    var published: Sourced<PrintedTime>?
    /// When it was last changed.
    var modified: Sourced<PrintedTime>?
    /// The writers.
    var authors: Sourced<[String]>?
    /// The line that names the writers, without its opening word.
    var byline: Sourced<String>?
    var tags: Sourced<[String]>?
    var section: Sourced<String>?
    /// As an ISO 639-1 code; `nil` where declarations contradict each other.
    var language: Sourced<String>?
    /// The page's own address, whole.
    var canonical: Sourced<String>?
    /// Who published it, as the page calls itself.
    var outlet: Sourced<String>?
    /// The story's text as structured data repeats it, paragraphs in lines where it has them.
    var body: Sourced<String>?
    /// What sort of page it is.
    var kind: PageKind = []
    /// Where sources disagree, one sentence each.
    var notes: [String] = []

    /// The keys of `titles`, see `textKey`.
    var titleKeys: Set<String> { Set(titles.map(textKey).filter { !$0.isEmpty }) }

    /// Whether `body` breaks off: it ends with an ellipsis or `[+123 chars]`.
    var isBodyCut: Bool {
        guard let end = body?.value.suffix(20).filter({ !$0.isWhitespace }) else { return false }
        return end.hasSuffix("...") || end.hasSuffix("…") || end.hasSuffix("chars]")
    }

    /// Reads the metadata of a page saved from `address`. About 1 ms for a page of 170 KB.
    static func read(_ tree: HTMLTree, address: WebAddress?) -> PageMetadata {
        guard tree.count > 0 else { return PageMetadata() }
        let reader = MetadataReader(PageFacts(tree), address: address)
        return reader.metadata()
    }
}

/// What a page says of the sort of page it is. Several may hold; none does where nothing is said.
struct PageKind: OptionSet, Sendable {
    let rawValue: UInt16

    /// Structured data call it a story.
    static let story = PageKind(rawValue: 1)
    /// A story that goes on while it is read: `LiveBlogPosting`.
    static let live = PageKind(rawValue: 2)
    /// A video is the page's subject.
    static let video = PageKind(rawValue: 4)
    /// A gallery of images is.
    static let gallery = PageKind(rawValue: 8)
    /// A list of stories: `CollectionPage`, an address that is the site's own.
    static let index = PageKind(rawValue: 16)
    /// Not all of it may be read without paying: `isAccessibleForFree` is false.
    static let paid = PageKind(rawValue: 32)
}
