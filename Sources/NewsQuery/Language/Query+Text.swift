import NewsModel

extension Query: CustomStringConvertible {
    /// The query in the query language; parsing it gives an equal query, unless it is longer than a query may be.
    public var description: String { text(isPart: false) }

    private func text(isPart: Bool) -> String {
        switch self {
        case .everything: isPart ? "-id:0" : ""
        case .nothing: "id:0"
        case .words(let words): words.description
        case .question(let words): words.map(\.description).joined(separator: " ")
        case .near(let words, let distance): words.map(\.description).joined(separator: " NEAR/\(distance) ")
        case .value(let field, let value, let isPrefix): "\(field.rawValue):\(Self.quoted(value))\(isPrefix ? "*" : "")"
        case .date(let field, let from, let through): "\(field.rawValue):\(Self.days(from, through))"
        case .every(let parts): Self.joined(parts, by: " AND ", isPart: isPart)
        case .any(let parts): Self.joined(parts.map(\.withoutQuestion), by: " OR ", isPart: isPart)
        case .not(let part): "-" + part.withoutQuestion.text(isPart: true)
        }
    }

    /// A question that stands inside another query, which cannot be typed, as the alternatives that it asks for.
    private var withoutQuestion: Query {
        if case .question(let words) = self { .oneOf(words.map(Query.words)) } else { self }
    }

    private static func joined(_ parts: [Query], by separator: String, isPart: Bool) -> String {
        let text = parts.map { $0.text(isPart: true) }.joined(separator: separator)
        return isPart ? "(\(text))" : text
    }

    /// `text` without the quotes that would close a quotation, which a value never counts and a word never holds.
    static func withoutQuotes(_ text: String, putting replacement: Unicode.Scalar?) -> String {
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar != "\"" && scalar != "”" {
                cleaned.append(scalar)
            } else if let replacement {
                cleaned.append(replacement)
            }
        }
        return String(cleaned)
    }

    fileprivate static func quoted(_ text: String) -> String {
        "\"\(withoutQuotes(text, putting: nil))\""
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
        let value = isPlain && !isOperator ? text : "\"\(Query.withoutQuotes(text, putting: " "))\""
        return name + (isExact ? "=" : "") + value + (isPrefix ? "*" : "")
    }
}
