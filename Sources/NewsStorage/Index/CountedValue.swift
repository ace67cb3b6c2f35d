/// What articles are counted by, each value a number; in the order of `csearch_block`.
package enum CountedValue: Int, Hashable, Sendable, CaseIterable {
    /// `key_id` of the outlet.
    case outlet
    /// `key_id` of the section.
    case section
    /// The number in `index_languages`.
    case language
    /// `key_id` of each tag.
    case tag
    /// Each entity the article is found by.
    case entity

    /// The part of a block that tells it.
    var part: RowBlock.Part {
        switch self {
        case .outlet: .outlets
        case .section: .sections
        case .language: .languages
        case .tag: .tags
        case .entity: .entities
        }
    }
}
