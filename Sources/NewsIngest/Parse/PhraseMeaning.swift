/// What a line means that begins with, or is, a known phrase.
enum PhraseMeaning: Hashable, Sendable {
    /// Part of the page's frame.
    case chrome
    /// Readers' comments follow. Nothing behind it belongs to the story unless a label says so.
    case closing
    /// Part of the frame when it stands behind the story; within the story it could be a heading.
    case footer
    /// The link that stands between head and body in layouts that have one (`Get short URL`).
    case anchor
    /// Other stories follow, on the line or below it.
    case related
    /// Tags follow, on the line or below it.
    case tags
    /// The running topic follows.
    case storyline
    /// The section follows.
    case section
    /// The writers follow.
    case byline
    /// The time of publication follows.
    case published
    /// The time of the last change follows.
    case modified
    /// A caption or the name of a photographer follows.
    case caption
    /// The agency that the story was taken from follows.
    case source
    /// A note on the story's mistakes follows; it belongs to the body.
    case correction
    /// Other galleries follow.
    case morePhotos
}
