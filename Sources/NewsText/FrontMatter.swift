/// The named values above a Markdown text: YAML between `---`, TOML between `+++`, or a JSON object.
///
/// Of YAML and TOML the flat part that such texts use: scalars, quoted or not, folded and literal blocks, lists in
/// brackets or line by line, values one level below a name as `name.below`. What is beyond that is kept as its text.
public struct FrontMatter: Hashable, Sendable {
    /// The values in printed order.
    public private(set) var members: [JSONValue.Member] = []
    /// How many lines of the text they take, with the lines around them.
    public private(set) var lineCount = 0
    /// The text below.
    public private(set) var rest: Substring = ""

    private static let most = 1_000

    /// Reads the values above `text`; `nil` when it does not begin with any. Linear.
    public init?(above text: String) {
        let opening = text.utf8.prefix(16)
        guard opening.starts(with: "---".utf8) || opening.starts(with: "+++".utf8) || opening.first == 0x7B else {
            return nil
        }
        // A line end of two signs is one character.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        switch lines[0].trimmed {
        case "---", "+++":
            let fence = lines[0].trimmed
            var inner: [Substring] = []
            var end: Int?
            for (index, line) in lines.enumerated().dropFirst() {
                if line.trimmed == fence || (fence == "---" && line == "...") {
                    end = index
                    break
                }
                guard inner.count < Self.most else { return nil }
                inner.append(line)
            }
            guard let end else { return nil }
            lineCount = end + 1
            members = fence == "---" ? YAMLReader.members(of: inner) : TOMLReader.members(of: inner)
            guard !members.isEmpty else { return nil }
        case "{":
            var inner = ""
            var end: Int?
            for (index, line) in lines.enumerated() where index < Self.most {
                inner += line + "\n"
                if line == "}" {
                    end = index
                    break
                }
            }
            guard let end, case .object(let found) = try? JSONReader.value(of: Array(inner.utf8)) else { return nil }
            lineCount = end + 1
            members = found
        default: return nil
        }
        rest = Self.text(text, behindLines: lineCount)
    }

    private static func text(_ text: String, behindLines count: Int) -> Substring {
        var rest = text.utf8[...]
        for _ in 0..<count {
            guard let end = rest.firstIndex(of: 0x0A) else { return "" }
            rest = rest[rest.index(after: end)...]
        }
        return Substring(rest)
    }

    /// The value that a scalar of YAML or TOML is: a text without its quotes, or a list in brackets.
    static func value(of text: Substring) -> JSONValue {
        let text = text.trimmed
        if text.first == "[", text.last == "]" {
            return .array(parts(of: text.dropFirst().dropLast()).map { value(of: $0) })
        }
        return unquoted(text).map { JSONValue($0) }
            ?? (["null", "~", ""].contains(text) ? .null : .string(String(text)))
    }

    /// The text between quotes; `nil` without them.
    private static func unquoted(_ text: Substring) -> String? {
        guard text.utf8.count >= 2, let quote = text.first, quote == "\"" || quote == "'", text.last == quote else {
            return nil
        }
        let inner = text.dropFirst().dropLast()
        if quote == "'" { return inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'") }
        if let value = try? JSONReader.value(of: Array(text.utf8)), case .string(let string) = value { return string }
        return String(inner)
    }

    /// The parts of a list between its commas, those within quotes and brackets not counted.
    private static func parts(of text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var quote: Character?
        var depth = 0
        for index in text.indices {
            let sign = text[index]
            if let open = quote {
                if sign == open { quote = nil }
            } else if sign == "\"" || sign == "'" {
                quote = sign
            } else if sign == "[" || sign == "{" {
                depth += 1
            } else if sign == "]" || sign == "}" {
                depth -= 1
            } else if sign == ",", depth == 0 {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        parts.append(text[start...])
        return parts.filter { !$0.trimmed.isEmpty }
    }
}

/// Reads the flat part of YAML.
private struct YAMLReader {
    private let lines: [Substring]
    private var index = 0

    static func members(of lines: [Substring]) -> [JSONValue.Member] {
        var reader = YAMLReader(lines: lines)
        return reader.members(indent: 0, prefix: "")
    }

    private init(lines: [Substring]) {
        self.lines = lines
    }

    private mutating func members(indent: Int, prefix: String) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        while index < lines.count {
            let line = lines[index]
            let depth = line.indent
            if line.trimmed.isEmpty || line.trimmed.first == "#" {
                index += 1
                continue
            }
            guard depth >= indent else { break }
            guard depth == indent, let (name, rest) = Self.nameAndValue(line.trimmed) else {
                index += 1
                continue
            }
            index += 1
            members += value(rest, name: prefix + name, indent: indent)
        }
        return members
    }

    private mutating func value(_ rest: Substring, name: String, indent: Int) -> [JSONValue.Member] {
        let rest = Self.withoutComment(rest)
        if let first = rest.first, first == "|" || first == ">" {
            return [JSONValue.Member(name: name, value: .string(block(indent: indent, isFolded: first == ">")))]
        }
        guard rest.isEmpty else {
            let whole = rest.first == "[" && rest.last != "]" ? rest + " " + continued(until: "]") : rest
            let folded = whole.first == "[" ? whole : whole + continuation(indent: indent)
            return [JSONValue.Member(name: name, value: FrontMatter.value(of: Substring(folded)))]
        }
        guard let next = nextLine else { return [] }
        if next.trimmed == "-" || next.trimmed.hasPrefix("- "), next.indent >= indent {
            return [JSONValue.Member(name: name, value: .array(list(indent: next.indent)))]
        }
        guard next.indent > indent else { return [] }
        if Self.nameAndValue(next.trimmed) != nil { return members(indent: next.indent, prefix: name + ".") }
        return [JSONValue.Member(name: name, value: FrontMatter.value(of: Substring(continuation(indent: indent))))]
    }

    private var nextLine: Substring? { lines[index...].first { !$0.trimmed.isEmpty } }

    /// The items of a list that stand line by line; of an item with names, the first value.
    private mutating func list(indent: Int) -> [JSONValue] {
        var items: [JSONValue] = []
        while index < lines.count {
            let line = lines[index]
            if line.trimmed.isEmpty {
                index += 1
                continue
            }
            guard line.indent >= indent else { break }
            let text = line.trimmed
            guard line.indent == indent else {
                index += 1
                continue
            }
            guard text.hasPrefix("-") else { break }
            index += 1
            let item = Self.withoutComment(text.dropFirst().trimmed)
            let isName = item.first != "\"" && item.first != "'"
            items.append(
                FrontMatter.value(of: isName ? Self.nameAndValue(item)?.value ?? item : item))
        }
        return items
    }

    /// Lines below that are set in deeper: what goes on with a scalar.
    private mutating func continuation(indent: Int) -> String {
        var text = ""
        while index < lines.count, lines[index].indent > indent, !lines[index].trimmed.isEmpty {
            text += (text.isEmpty ? "" : " ") + lines[index].trimmed
            index += 1
        }
        return text.isEmpty ? "" : " " + text
    }

    private mutating func continued(until sign: Character) -> String {
        var text = ""
        while index < lines.count {
            let line = lines[index].trimmed
            index += 1
            text += " " + line
            if line.last == sign { break }
        }
        return text
    }

    private mutating func block(indent: Int, isFolded: Bool) -> String {
        var text = ""
        while index < lines.count, lines[index].indent > indent || lines[index].trimmed.isEmpty {
            let line = lines[index].trimmed
            if line.isEmpty {
                text += "\n\n"
            } else {
                text += (text.isEmpty || text.last == "\n" ? "" : isFolded ? " " : "\n") + line
            }
            index += 1
        }
        return String(text.trimmedLines)
    }

    /// `name: value`; a colon within a value stays in it.
    private static func nameAndValue(_ line: Substring) -> (name: String, value: Substring)? {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        let behind = line[line.index(after: colon)...]
        guard behind.isEmpty || behind.first == " " || behind.first == "\t" else { return nil }
        let name = line[..<colon].trimmed
        guard !name.isEmpty, name.utf8.count <= 100, !name.hasPrefix("- ") else { return nil }
        let plain = name.first == "\"" || name.first == "'" ? name.dropFirst().dropLast() : name
        return (String(plain), behind.trimmed)
    }

    private static func withoutComment(_ text: Substring) -> Substring {
        guard text.first != "\"", text.first != "'", let range = text.range(of: " #") else { return text }
        return text[..<range.lowerBound].trimmed
    }
}

/// Reads the flat part of TOML.
private enum TOMLReader {
    static func members(of lines: [Substring]) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        var table = ""
        var index = 0
        while index < lines.count {
            let line = lines[index].trimmed
            index += 1
            if line.isEmpty || line.first == "#" { continue }
            if line.first == "[", line.last == "]" {
                table = line.drop { $0 == "[" }.prefix { $0 != "]" } + "."
                continue
            }
            guard let sign = line.firstIndex(of: "=") else { continue }
            let name = table + line[..<sign].trimmed.filter { $0 != "\"" }
            var value = String(line[line.index(after: sign)...].trimmed)
            if value.hasPrefix("\"\"\"") || value.hasPrefix("'''") {
                let fence = String(value.prefix(3))
                value = String(value.dropFirst(3))
                while !value.hasSuffix(fence), index < lines.count {
                    value += (value.isEmpty ? "" : "\n") + lines[index]
                    index += 1
                }
                members.append(JSONValue.Member(name: name, value: .string(String(value.dropLast(3)))))
                continue
            }
            while value.first == "[", value.last != "]", index < lines.count {
                value += " " + lines[index].trimmed
                index += 1
            }
            members.append(JSONValue.Member(name: name, value: FrontMatter.value(of: value[...])))
        }
        return members
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while let first = text.utf8.first, first <= 0x20 { text = text.dropFirst() }
        while let last = text.utf8.last, last <= 0x20 { text = text.dropLast() }
        return text
    }

    /// How many blanks stand before it.
    fileprivate var indent: Int {
        var count = 0
        for byte in utf8 {
            guard byte == 0x20 || byte == 0x09 else { break }
            count += 1
        }
        return count
    }

    fileprivate func range(of text: String) -> Range<Index>? {
        var from = startIndex
        while let start = self[from...].firstIndex(of: text.first ?? " ") {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            from = index(after: start)
        }
        return nil
    }
}

extension String {
    fileprivate var trimmedLines: Substring { self[...].trimmed }
}
