/// Why a capture cannot be read; the description says what it is and what to do.
public enum CaptureRejection: Error, Hashable, Sendable, CustomStringConvertible {
    /// No bytes, or nothing but blanks.
    case empty
    /// Only lines of the page's frame, no story.
    case onlyChrome
    /// Bytes that are no text.
    case binary
    /// Another format than text, by its content: `HTML`, `PDF`, `gzip`.
    case otherFormat(String)
    /// A page that lists stories.
    case indexPage(headlines: Int)
    /// A page that asks for consent before it shows the story.
    case consentPage
    /// A page with more markup than any article has, counted without scripts and styles.
    case tooMuchMarkup(bytes: Int)
    /// More lines than any article has.
    case tooManyLines(Int)
    /// More tags and entities than any article has.
    case tooManyTags(Int)
    /// More bytes than a text capture may have.
    case tooLong(bytes: Int)

    /// The longest capture that is read, in bytes: 64 MB.
    public static let longest = 64 << 20

    /// What it is, and what to do; one line.
    public var description: String {
        switch self {
        case .empty:
            "the capture is empty; save the page again"
        case .onlyChrome:
            "only the page's frame, no article text; save the article's own page"
        case .binary:
            "binary data, not text; save the page as text"
        case .otherFormat(let name):
            "looks like \(name), which is not read; save the page as HTML or plain text"
        case .indexPage(let headlines):
            "a page that lists stories (\(headlines) headlines) and holds none; save the articles' own pages"
        case .consentPage:
            "a page that asks for consent, not the story behind it; accept or refuse, then save the page again"
        case .tooMuchMarkup(let bytes):
            "\(bytes) bytes of markup without scripts and styles, at most \(HTMLParser.markupLimit) are read as one page; "
                + "save its articles one by one"
        case .tooManyLines(let count):
            "\(count) lines, at most \(PageLimit.lines) are read as one page; split it into articles"
        case .tooManyTags(let count):
            "\(count) tags and entities, at most \(PageLimit.marks) are read as one page; save its articles one by one"
        case .tooLong(let bytes):
            "too long: \(bytes) bytes, at most \(Self.longest) are read as one capture; split it into articles"
        }
    }
}
