import NewsText

extension QueryFilters {
    /// `text` and these conditions as one query in the query language, as they were typed: `7d` stays `7d`.
    ///
    /// - Throws: `SavedSearchError.notJoinable` when what is open in `text` would swallow the conditions, or there is too
    ///   much of both; `unusableOption` for a value that no field can hold.
    public func joined(to text: String, matching: Matching = .all) throws(SavedSearchError) -> String {
        guard !fields.isEmpty else { return text }
        let conditions = fields.joined(separator: " ")
        if let notice = ParsedQuery(conditions).notices.first { throw .unusableOption(message: notice.message) }
        let isEmpty = text.allSatisfy(\.isWhitespace)
        let candidates =
            isEmpty ? [conditions] : ["\(text) \(conditions)", "(\(text)) \(conditions)", "\(conditions) \(text)"]
        for candidate in candidates where Self.asksTheSame(candidate, as: text, and: conditions, matching) {
            return candidate
        }
        throw .notJoinable
    }

    /// Each condition as a field.
    private var fields: [String] {
        func field(_ name: ValueField, _ value: String?) -> [String] {
            value.map { ["\(name.rawValue):\"\(Query.withoutQuotes($0, putting: nil))\""] } ?? []
        }
        func bound(_ word: String, _ date: String?) -> [String] { date.map { ["\(word):\($0)"] } ?? [] }
        return tags.flatMap { field(.tag, $0) } + entities.flatMap { field(.entity, $0) } + field(.section, section)
            + field(.outlet, outlet) + field(.lang, language) + bound("since", since) + bound("until", until)
            + bound("on", on)
    }

    /// Whether `joined` asks for what both ask for, today and on another day, and leaves no more unsaid.
    private static func asksTheSame(
        _ joined: String, as text: String, and conditions: String, _ matching: Matching
    ) -> Bool {
        [20_000, 20_300].allSatisfy { day in
            let whole = ParsedQuery(joined, matching: matching, today: day)
            let parts = [text, conditions].map { ParsedQuery($0, matching: matching, today: day) }
            let isSaid = whole.notices.map(\.code) == parts[0].notices.map(\.code)
            return isSaid && whole.query == Query.all(parts.map(\.query))
        }
    }
}
