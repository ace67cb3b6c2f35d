import Foundation
import NewsModel
import NewsText

/// Conditions given beside a query, which say the same as fields in it and are joined to it by AND.
public struct QueryFilters: Hashable, Sendable {
    /// All of these tags.
    public var tags: [String] = []
    /// All of these entities, by any of their names.
    public var entities: [String] = []
    /// This section.
    public var section: String?
    /// This outlet.
    public var outlet: String?
    /// This language, as an ISO 639-1 code.
    public var language: String?
    /// From this date on.
    public var since: String?
    /// Up to this date, included.
    public var until: String?
    /// On this date.
    public var on: String?

    /// No conditions.
    public init() {}

    /// A date that cannot be read.
    public struct InvalidDate: Error, CustomStringConvertible {
        /// What is wrong, where, and what to do, in one line.
        public let description: String
    }

    /// `query` with these conditions.
    public func applied(to query: ParsedQuery, today: Int? = nil) throws(InvalidDate) -> ParsedQuery {
        let day = today ?? Int(Date().timeIntervalSince1970 / 86_400)
        var parts = [query.query]
        parts += tags.map { .value(.tag, $0, isPrefix: false) }
        parts += entities.map { .value(.entity, $0, isPrefix: false) }
        if let section { parts.append(.value(.section, section, isPrefix: false)) }
        if let outlet { parts.append(.value(.outlet, outlet, isPrefix: false)) }
        if let language { parts.append(.value(.lang, foldedKey(language), isPrefix: false)) }
        for (word, text) in [("since", since), ("until", until), ("on", on)] {
            guard let text else { continue }
            do throws(DateValue.Failure) {
                if let value = try DateValue.bound(word, text, today: day) {
                    parts.append(.date(.date, from: value.from, through: value.through))
                }
            } catch {
                throw InvalidDate(description: "--\(word) '\(text)' is no date; write 2024-03-05, 2024-03, 2024 or 7d")
            }
        }
        var joined = query
        joined.query = Query.all(parts)
        return joined
    }
}
