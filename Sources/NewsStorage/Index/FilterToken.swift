/// A word in the index that stands for a value: U+E000, a letter, a number or code.
///
/// Text never holds one: private-use characters are removed when a capture is normalized. The view `article_index`
/// writes them; this is how they are asked for.
package struct FilterToken: Hashable, Sendable {
    /// The word as the index holds it.
    package let text: String

    private init(_ kind: Character, _ value: String) {
        text = "\u{E000}\(kind)\(value)"
    }

    /// Stands with every article.
    package static let all = FilterToken("a", "")
    /// The tag with the key `id`.
    package static func tag(_ id: Int64) -> FilterToken { FilterToken("t", "\(id)") }
    /// The section with the key `id`.
    package static func section(_ id: Int64) -> FilterToken { FilterToken("s", "\(id)") }
    /// The storyline with the key `id`.
    package static func storyline(_ id: Int64) -> FilterToken { FilterToken("y", "\(id)") }
    /// The outlet with the key `id`.
    package static func outlet(_ id: Int64) -> FilterToken { FilterToken("o", "\(id)") }
    /// The entity `id`.
    package static func entity(_ id: Int64) -> FilterToken { FilterToken("e", "\(id)") }
    /// The language with an ISO 639-1 code.
    package static func language(_ code: String) -> FilterToken { FilterToken("l", code) }
    /// The kind of article (`summary`, `live` …).
    package static func kind(_ name: String) -> FilterToken { FilterToken("k", name) }
    /// Has the part `name`: headline, date, published, byline, tags, related, footnotes, entities.
    package static func has(_ name: String) -> FilterToken { FilterToken("h", name) }
}
