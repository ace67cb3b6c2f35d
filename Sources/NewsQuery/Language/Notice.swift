/// Something in a query that was not understood as it stands, and what was done instead.
public struct Notice: Hashable, Sendable, Encodable {
    /// A fixed word for programs.
    public let code: Code
    /// Where it is in the query, in Unicode scalars from 0.
    public let position: Int
    /// How long it is, in Unicode scalars.
    public let length: Int
    /// One line for people.
    public let message: String

    /// What kinds of notices there are.
    public enum Code: String, Hashable, Sendable, Encodable, CaseIterable {
        case best, bracket, changedSearch, circularSearch, danglingOperator, distance, entity, impossibleDate, lostSigns
        case lowercaseOperator, mixedOperators, newerSearch, noWords, notADate, prefix, quotes, refused, tooDeep,
            tooLong
        case tooManyTerms, unclosedQuote, undated, unknownField, unknownSearch, unknownValue
    }

    /// A notice of `code` about a part of the query.
    public init(_ code: Code, at position: Int, length: Int, _ message: String) {
        self.code = code
        self.position = position
        self.length = length
        self.message = message
    }
}
