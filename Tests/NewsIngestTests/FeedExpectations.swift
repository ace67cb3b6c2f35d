import Foundation
import NewsText

/// What a file of the feedparser test suite says must be read from it, as far as it is about articles.
struct FeedExpectation {
    /// The field of an entry: `title`, `link`, `published_parsed`.
    let field: String
    /// The entry, counted from 0.
    let entry: Int
    /// The expected value, as Python writes it.
    let value: Value

    enum Value: Equatable {
        case text(String)
        case numbers([Int])
    }

    /// The fields that an article has.
    static let fields: Set<String> = [
        "title", "title_detail.value", "link", "published_parsed", "updated_parsed", "modified_parsed", "issued_parsed",
        "content.value", "summary", "summary_detail.value", "description", "author", "author_detail.name",
        "authors.name", "tags.term", "category",
    ]

    /// The expectations in a file's text; empty when it has none about a field of an article.
    static func expectations(in text: String) -> [FeedExpectation] {
        guard let start = text.range(of: "Expect:") else { return [] }
        let rest = text[start.upperBound...]
        let expression = String(rest[..<(rest.range(of: "-->")?.lowerBound ?? rest.endIndex)])
        var parser = PythonExpression(expression)
        return parser.expectations()
    }
}

/// Reads `not bozo and entries[0]['title'] == u'…' and …` as far as it is needed.
private struct PythonExpression {
    private var rest: Substring

    init(_ text: String) {
        rest = text[...]
    }

    mutating func expectations() -> [FeedExpectation] {
        var found: [FeedExpectation] = []
        while let at = rest.range(of: "entries[") {
            rest = rest[at.upperBound...]
            guard let close = rest.firstIndex(of: "]"), let entry = Int(rest[..<close]) else { continue }
            rest = rest[rest.index(after: close)...]
            let field = path()
            skipBlanks()
            guard rest.hasPrefix("==") else { continue }
            rest = rest.dropFirst(2)
            skipBlanks()
            guard let value = value(), FeedExpectation.fields.contains(field) else { continue }
            found.append(FeedExpectation(field: field, entry: entry, value: value))
        }
        return found
    }

    /// `['content'][0]['value']`, `.tags[0].term` as `content.value`, `tags.term`.
    private mutating func path() -> String {
        var names: [String] = []
        while true {
            if rest.hasPrefix("[") {
                guard let close = rest.firstIndex(of: "]") else { return "" }
                let key = rest[rest.index(after: rest.startIndex)..<close].trimmingCharacters(in: ["'", "\""])
                if Int(key) == nil { names.append(key) }
                rest = rest[rest.index(after: close)...]
            } else if rest.hasPrefix(".") {
                rest = rest.dropFirst()
                let key = rest.prefix { $0.isLetter || $0 == "_" }
                names.append(String(key))
                rest = rest.dropFirst(key.count)
            } else {
                return names.joined(separator: ".")
            }
        }
    }

    private mutating func skipBlanks() { rest = rest.drop(while: \.isWhitespace) }

    private mutating func value() -> FeedExpectation.Value? {
        if rest.first == "(" {
            guard let close = rest.firstIndex(of: ")") else { return nil }
            let inside = rest.dropFirst()[..<close]
            rest = rest[rest.index(after: close)...]
            return .numbers(inside.split(separator: ",").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) })
        }
        if rest.first == "u" { rest = rest.dropFirst() }
        return string().map { .text($0) }
    }

    /// A text in one or three quotes.
    private mutating func string() -> String? {
        guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
        let triple = String(repeating: quote, count: 3)
        let closing = rest.hasPrefix(triple) ? triple : String(quote)
        rest = rest.dropFirst(closing.count)
        var text = ""
        while !rest.isEmpty, !rest.hasPrefix(closing) {
            let sign = rest.removeFirst()
            text += sign == "\\" ? escape() : String(sign)
        }
        guard !rest.isEmpty else { return nil }
        rest = rest.dropFirst(closing.count)
        return text
    }

    private mutating func escape() -> String {
        guard let sign = rest.popFirst() else { return "" }
        switch sign {
        case "n": return "\n"
        case "t": return "\t"
        case "r": return "\r"
        case "x", "u", "U":
            let digits = rest.prefix(sign == "x" ? 2 : sign == "u" ? 4 : 8)
            rest = rest.dropFirst(digits.count)
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
        case "\n": return ""
        default: return String(sign)
        }
    }
}
