import NewsText

/// The named values of a record: what an object of JSON or a row of CSV holds.
struct Record {
    /// A value and what it is called.
    struct Field {
        /// The names on the way to it, as printed, joined by dots: `source.name`.
        let path: String
        /// The same so that spelling does not count, without the names of what only wraps the record.
        let key: String
        /// In how many objects it stands, wrappings not counted.
        let depth: Int
        let value: JSONValue
    }

    /// The values that say anything, in printed order.
    private(set) var fields: [Field] = []

    private static let deepest = 4
    private static let most = 5_000

    /// The values of an object, those of the objects in it too.
    init(_ members: [JSONValue.Member]) {
        add(members, path: "", key: "", depth: 0, level: 0)
    }

    private mutating func add(_ members: [JSONValue.Member], path: String, key: String, depth: Int, level: Int) {
        for member in members where fields.count < Self.most {
            let inner = path.isEmpty ? member.name : path + "." + member.name
            if case .object(let members) = member.value, level < Self.deepest {
                let isWrapping = key.isEmpty && Self.wrappings.contains(member.name.lowercased())
                add(
                    members, path: inner, key: isWrapping ? "" : key + RecordNames.key(member.name),
                    depth: isWrapping ? depth : depth + 1, level: level + 1)
            } else if !member.value.isBlank {
                fields.append(
                    Field(path: inner, key: key + RecordNames.key(member.name), depth: depth, value: member.value))
            }
        }
    }

    private static let wrappings: Set<String> = [
        "_source", "row", "article", "fields", "metadata", "meta", "data", "doc", "document", "item", "post", "story",
        "attributes", "properties", "thread", "news", "record",
    ]
}

extension JSONValue {
    /// Whether it says nothing: null, no text, an empty list.
    var isBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.utf8.allSatisfy { $0 <= 0x20 }
        case .array(let values): values.allSatisfy(\.isBlank)
        case .object(let members): members.isEmpty
        default: false
        }
    }

    /// The texts in it, in order: of an object, the one that names it.
    var strings: [String] {
        switch self {
        case .null, .bool: return []
        case .integer(let value): return [String(value)]
        case .number(let value): return [String(value)]
        case .string(let text): return text.isEmpty ? [] : [text]
        case .array(let values): return values.flatMap(\.strings)
        case .object(let members):
            let names = ["name", "headline", "title", "webTitle", "value", "label", "term", "text", "main", "original"]
            let member = names.lazy.compactMap { name in members.first { $0.name == name && !$0.value.isBlank } }.first
            return member?.value.strings ?? []
        }
    }

    /// The value at a path of names joined by dots; `nil` when there is none.
    func value(at path: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        if let member = members.first(where: { $0.name == path }) { return member.value }
        for member in members where path.hasPrefix(member.name + ".") {
            if let value = member.value.value(at: String(path.dropFirst(member.name.count + 1))) { return value }
        }
        return nil
    }
}
