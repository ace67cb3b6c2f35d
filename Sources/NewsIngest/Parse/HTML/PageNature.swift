import NewsModel
import NewsText

/// What sort of page a capture holds: a story, or one of the pages that stand where a story was expected.
struct PageNature {
    let metadata: PageMetadata
    /// The story's length in characters.
    private let length: Double
    /// How many headlines of other stories the page links.
    private let teasers: Int
    /// Whether there is little, and most of it asks for consent.
    private let isConsent: Bool
    /// Whether something on the page is named as a paywall.
    private let hasPaywall: Bool
    private let captions: Int
    private let isFrontPage: Bool

    init(metadata: PageMetadata, finder: StoryFinder, kept: [TextBlock], address: WebAddress?) {
        self.metadata = metadata
        length = kept.reduce(0) { $0 + $1.size }
        teasers = finder.blocks.count { $0.linkShare > 0.8 && $0.size >= 25 && $0.reason != .navigation }
        isConsent = length > 0 && length < 3_000 && Self.asksForConsent(kept, length)
        hasPaywall = finder.blocks.contains { $0.classReason.contains(.paywall) }
        captions = finder.blocks.count { $0.reason == .caption || $0.classReason.contains(.caption) }
        isFrontPage = address?.looksLikeFrontPage ?? false
    }

    /// Why the page is not archived as an article; `nil` when it is one.
    var rejection: CaptureRejection? {
        let isStory = !metadata.kind.isDisjoint(with: [.story, .live])
        if isConsent, !isStory { return .consentPage }
        if isFrontPage, teasers >= 8, !isStory { return .indexPage(headlines: teasers) }
        if !isStory, teasers >= 8, length < 250 || metadata.kind.contains(.index) && length < 1_000 {
            return .indexPage(headlines: teasers)
        }
        return nil
    }

    var kind: ArticleKind {
        if metadata.kind.contains(.live) { return .live }
        if metadata.kind.contains(.gallery), length < 1_500 || captions >= 8 { return .gallery }
        if metadata.kind.contains(.video), length < 1_000 { return .video }
        return .article
    }

    /// What a person should know of the page.
    var notes: [String] {
        var notes: [String] = []
        if length < 1_500, metadata.kind.contains(.paid) || hasPaywall {
            notes.append("the page shows only the beginning of the story; the rest is behind a paywall")
        }
        if length == 0 { notes.append("no story text in the page") }
        return notes
    }

    private static func asksForConsent(_ blocks: [TextBlock], _ length: Double) -> Bool {
        let asking = blocks.filter {
            let key = textKey($0.text)
            return consentWords.contains { key.range(ofPart: $0) != nil }
        }
        return asking.reduce(0) { $0 + $1.size } > 0.5 * length
    }

    private static let consentWords = [
        "cookie", "consent", "einwilligung", "consentement", "consentimiento", "datenschutz", "privacy",
    ]
}
