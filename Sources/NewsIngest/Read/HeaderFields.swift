/// Named fields as WARC records, HTTP messages and mails begin with: `Name: value` a line, to an empty line.
struct HeaderFields: Sendable {
    private var fields: [(name: String, value: String)] = []

    /// Reads the lines of a header, without the empty one behind it. A line that begins with a blank goes on with the
    /// value before it; what is no field is left out.
    init(lines: some Sequence<[UInt8]>) {
        for line in lines {
            if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty {
                fields[fields.count - 1].value += " " + Self.text(line[...])
            } else if let colon = line.firstIndex(of: 0x3A) {
                fields.append((Self.text(line[..<colon]).lowercased(), Self.text(line[(colon + 1)...])))
            }
        }
    }

    /// The first value of the field `name`, in lower case; `nil` when it is missing or empty.
    subscript(name: String) -> String? {
        fields.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// All values of a list such as `gzip, br`, in lower case, over all fields of the name.
    func list(_ name: String) -> [String] {
        fields.filter { $0.name == name }.flatMap { $0.value.split(separator: ",") }
            .map { Self.text(Array($0.utf8)[...]).lowercased() }.filter { !$0.isEmpty }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var rest = bytes
        while let first = rest.first, first == 0x20 || first == 0x09 { rest.removeFirst() }
        while let last = rest.last, last == 0x20 || last == 0x09 || last == 0x0D { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
    }
}

/// What a Content-Type says: `text/html; charset=utf-8`.
struct MediaType: Hashable, Sendable {
    /// Type and subtype in lower case.
    let name: String
    /// The values of its parameters by their names in lower case.
    let parameters: [String: String]

    /// Reads `text`; a value in quotes loses them.
    init(_ text: String) {
        var parts: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            var isQuoted = false
            let part = rest.prefix { sign in
                if sign == "\"" { isQuoted.toggle() }
                return sign != ";" || isQuoted
            }
            parts.append(part)
            rest = rest.dropFirst(part.count + 1)
        }
        func trimmed(_ text: Substring) -> String {
            let open = text.drop { $0.isWhitespace }
            return String(open.dropLast(open.reversed().prefix { $0.isWhitespace }.count))
        }
        name = trimmed(parts.first ?? "").lowercased()
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let value = trimmed(part[part.index(after: equals)...])
            let isQuoted = value.count >= 2 && (value.first == "\"" || value.first == "'") && value.first == value.last
            parameters[trimmed(part[..<equals]).lowercased()] = isQuoted ? String(value.dropFirst().dropLast()) : value
        }
        self.parameters = parameters
    }

    /// The character set it declares.
    var charset: String? { parameters["charset"].flatMap { $0.isEmpty ? nil : $0 } }
}
