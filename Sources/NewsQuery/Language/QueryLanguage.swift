/// The query language as something that changes: saved searches are read by later programs than the one that saved them.
public enum QueryLanguage {
    /// Raised whenever some text comes to mean another query than before, with an entry in `changes`.
    public static let version = 1

    /// What a version made different for text that was written in an earlier one.
    struct Change: Sendable {
        /// The first version that reads it so.
        let version: Int
        /// What is different, for the sentence "since then …".
        let what: String
        /// Given a text and the query it is read as today: the query it was meant as, which is the same for a text that
        /// the change does not touch; `nil` when nothing asks for that any more.
        let meaning: @Sendable (_ text: String, _ query: Query) -> Query?
    }

    /// Every change of the language, the earliest first.
    static let changes: [Change] = []
}
