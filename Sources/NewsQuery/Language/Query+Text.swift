import NewsModel

extension Query: CustomStringConvertible {
    /// The query in the query language; parsing it gives an equal query.
    public var description: String { text(inside: .any) }

    private enum Context {
        case any, every, unary
    }

    private func text(inside context: Context) -> String {
        switch self {
        case .everything: context == .unary ? "(*)" : ""
        case .nothing: "id:0"
        case .words(let words): words.description
        case .near(let words, let distance): words.map(\.description).joined(separator: " NEAR/\(distance) ")
        case .value(let field, let value, let isPrefix): "\(field.rawValue):\(Self.quoted(value))\(isPrefix ? "*" : "")"
        case .date(let field, let from, let through): "\(field.rawValue):\(Self.days(from, through))"
        case .every(let parts):
            Self.bracketed(parts.map { $0.text(inside: .every) }.joined(separator: " AND "), if: context == .unary)
        case .any(let parts):
            Self.bracketed(parts.map { $0.text(inside: .every) }.joined(separator: " OR "), if: context != .any)
        case .not(let part): "-" + part.text(inside: .unary)
        }
    }

    private static func bracketed(_ text: String, if condition: Bool) -> String {
        condition ? "(\(text))" : text
    }

    static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\"", with: " ") + "\""
    }

    private static func days(_ from: Int?, _ through: Int?) -> String {
        func day(_ number: Int?) -> String {
            number.map { String(Instant(seconds: Int64($0) * 86_400).description.prefix(10)) } ?? ""
        }
        return from != nil && from == through ? day(from) : "\(day(from))..\(day(through))"
    }
}

extension Query.Words: CustomStringConvertible {
    /// The words in the query language.
    public var description: String {
        let name = field.map { $0.rawValue + ":" } ?? ""
        let isPlain = text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        let isOperator = ["AND", "OR", "NOT", "NEAR"].contains(text)
        let value = isPlain && !isOperator ? text : Query.quoted(text)
        return name + (isExact ? "=" : "") + value + (isPrefix ? "*" : "")
    }
}
