/// A stretch of a page's text that stands apart: a paragraph, a heading, an item of a list, a row of links.
struct TextBlock {
    /// Why a block is not part of the story.
    enum Reason: UInt8 {
        case navigation, footer, menu, dialog, aside, caption, role, hidden, className, teaser, pointer, form
    }

    /// As printed, single blanks; a line end where the page breaks the line.
    var text: String
    /// Where it stands among the blocks.
    var index: Int
    /// The block element that it is in.
    var node: HTMLTree.Node
    /// What it is: the nearest heading, paragraph, item or cell around it, else `div`.
    var tag: HTMLTag
    /// Why it is left out; `nil` when nothing says so.
    var reason: Reason?
    /// What the class that left it out says.
    var classReason: ClassMeaning = []
    /// Its length in characters; Chinese, Japanese and Korean ones count 2.5, as they hold more.
    var size: Double
    /// Its length in Unicode scalars.
    var length: Int
    /// How much of it is inside links, in characters.
    var linked: Int
    /// How much of it is bold.
    var bold: Int
    /// The links that stand in it.
    var links: [HTMLTree.Node]
    /// Whether a sentence ends in it.
    var holdsSentence: Bool
    /// Whether it is part of the story.
    var isKept = false
    /// Whether it is the summary above the body.
    var isStandfirst = false

    /// The share of it that is inside links.
    var linkShare: Double { Double(linked) / Double(max(1, length)) }
    var isHeading: Bool { tag.isHeading }

    /// Running text: long enough, few links, a sentence's end.
    var isGood: Bool { size >= 80 && linkShare < 0.35 && holdsSentence && !isHeading }
}
