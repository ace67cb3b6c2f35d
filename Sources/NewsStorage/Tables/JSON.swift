import Foundation
import NewsText

/// Lists and small values kept as JSON text in one column.
enum JSON {
    /// A JSON array; `nil` for an empty list, so that nothing is stored for it.
    static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : JSONValue(values).text
    }

    /// What `list` was given.
    static func strings(_ text: String?) -> [String] {
        decode([String].self, text) ?? []
    }

    static func encode(_ value: some Encodable) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, _ text: String?) -> Value? {
        text.flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}
