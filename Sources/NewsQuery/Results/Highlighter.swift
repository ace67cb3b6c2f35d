/// Marks in printed text what a query looks for, whatever field it looks in.
public struct Highlighter: Sendable {
    private let phrases: [IndexMatch.Phrase]

    init(_ query: Query, phrases: PhraseMaker) throws {
        self.phrases = try phrases.positive(query).map(\.phrase)
    }

    /// What to mark in `text`, in Unicode scalars, in order and without overlap.
    public func ranges(in text: String) -> [Range<Int>] {
        guard let field = FieldText(items: [text]) else { return [] }
        let found = phrases.flatMap(field.occurrences)
        return found.map { field.scalars(of: $0) }.mergingOverlaps()
    }
}
