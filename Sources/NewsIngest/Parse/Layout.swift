/// How an outlet's edition prints its pages: data, which the readers interpret.
///
/// To add an outlet, add a file to `Layouts/` with a value of this type, name it in `knownLayouts`, and add a capture
/// with what must be read from it to `Tests/Fixtures/`.
public struct Layout: Sendable {
    /// What the layout is called in captures: `sputnik-en`.
    public let name: String
    /// Who publishes the edition, as the archive names it.
    public let outlet: String
    /// Other names the outlet prints behind its headlines: `Sputnik International`.
    public let otherNames: [String]
    /// All names that may stand behind a headline.
    public var outletNames: [String] { [outlet] + otherNames }
    /// Hosts of the edition; their subdomains count too.
    public let domains: [String]
    /// The edition's language as an ISO 639-1 code; `nil` when it prints several.
    public let language: String?
    /// The months of the first and the last capture that this form was seen in: `2014-11`.
    public let seen: ClosedRange<String>
    /// What the pages are made of, saved as text.
    let form: Form
    /// What the pages are made of, saved as HTML; `nil` when they are read as those of any outlet.
    let html: HTMLForm?

    /// A layout with the form of its pages.
    init(
        name: String, outlet: String, otherNames: [String] = [], domains: [String], language: String?,
        seen: ClosedRange<String>, form: Form, html: HTMLForm? = nil
    ) {
        self.name = name
        self.outlet = outlet
        self.otherNames = otherNames
        self.domains = domains
        self.language = language
        self.seen = seen
        self.form = form
        self.html = html
    }

    /// What a layout's pages are made of, in the words they print.
    struct Form: Sendable {
        /// What the first line is.
        var opening: Opening = .headline
        /// Links that stand between the head and the body; the line above them is the section.
        var anchors: [String] = []
        /// Lines of the frame.
        var chrome: [String] = []
        /// Lines of the frame that all editions of an outlet print: they do not tell which edition it is.
        var sharedChrome: [String] = []
        /// Lines of the frame whose middle changes: what they begin and end with.
        var frames: [(String, String)] = []
        /// Lines after the story, which the page glues together.
        var closing: [String] = []
        /// Labels of the running topic.
        var storyline: [String] = []
        /// Labels of other stories, after the body or within it.
        var related: [String] = []
        /// Labels of the tag line.
        var tags: [String] = []
        /// Labels of the times of publication and of the last change.
        var published: [String] = []
        var modified: [String] = []
        /// Labels of other galleries.
        var morePhotos: [String] = []
        /// Whether related headlines and tags follow the body without a label.
        var hasUnlabelledTail = false
        /// How the edition writes `03/04/2020`.
        var numericDates: NumericOrder?
    }

    /// What a layout's HTML pages are made of: the classes of their elements, as written, of each form that was seen.
    /// Times, address and what else metadata tell need no declaration.
    struct HTMLForm: Sendable {
        /// What holds the body's paragraphs.
        var body: [String]
        /// What stands within it and is not of the story.
        var frame: [String] = []
        /// The summary above the body.
        var standfirst: [String] = []
        var section: [String] = []
        var storyline: [String] = []
        /// What holds the tags: each of its links, else its words between commas.
        var tags: [String] = []
        /// What holds other stories' headlines: each of its links.
        var related: [String] = []
        /// Captions and credit lines of images.
        var captions: [String] = []
    }

    enum Opening: Hashable, Sendable {
        /// The page's clock: the moment of capture.
        case clock
        /// The headline or words of navigation.
        case headline
    }

    enum NumericOrder: Hashable, Sendable {
        case dayFirst, monthFirst
    }

    /// The general phrases and the layout's own, which win.
    func phraseBook() -> PhraseBook {
        var book = PhraseBook.general
        book.addLines(.chrome, form.chrome + form.sharedChrome)
        book.addLines(.footer, form.closing)
        book.addLines(.anchor, form.anchors)
        book.addLabels(.related, form.related)
        book.addLabels(.tags, form.tags)
        book.addLabels(.storyline, form.storyline)
        book.addLabels(.published, form.published)
        book.addLabels(.modified, form.modified)
        book.addLabels(.morePhotos, form.morePhotos)
        book.addFrames(form.frames)
        book.addGlued(form.closing + form.chrome)
        return book
    }
}
