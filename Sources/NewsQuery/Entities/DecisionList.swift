import Foundation
import NewsModel
import NewsText

/// Decisions about entities as JSON Lines: one object a line, in their order.
///
/// Members: `action` (alias, merge, split, rename, kind, reject), `kind` and `name` of the entity, `other_kind` and
/// `other_name` of the second one, `alias`, `query`, `decided_at`. What an action does not need is null.
public struct DecisionList: Sendable {
    /// The decisions with the lines they stand in, counted from 1.
    public let decisions: [(line: Int, decision: EntityDecision)]

    /// These decisions.
    public init(_ decisions: [EntityDecision]) {
        self.decisions = decisions.enumerated().map { ($0.offset + 1, $0.element) }
    }

    /// Reads the file of decisions at `path`, `-` for standard input.
    ///
    /// - Throws: `EntityError`.
    public init(path: String) throws(EntityError) {
        let data: Data
        do {
            data =
                try path == "-"
                ? FileHandle.standardInput.readToEnd() ?? Data() : Data(contentsOf: URL(filePath: path))
        } catch {
            let isThere = path == "-" || FileManager.default.fileExists(atPath: path)
            throw .unopened(path: path, reason: isThere ? "\(error.localizedDescription)" : "there is no such file")
        }
        try self.init(reading: [UInt8](data), path: path)
    }

    /// Reads a file of decisions; lines without anything are left out.
    ///
    /// - Parameter path: The file, for messages.
    /// - Throws: `EntityError.unreadable` with the first line that is no decision.
    public init(reading bytes: [UInt8], path: String) throws(EntityError) {
        var decisions: [(line: Int, decision: EntityDecision)] = []
        for (place, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            do throws(LineFailure) {
                decisions.append((place + 1, try Self.decision(Array(line))))
            } catch {
                throw .unreadable(path: path, line: place + 1, reason: error.reason)
            }
        }
        self.decisions = decisions
    }

    /// The lines.
    public var lines: [String] { decisions.map { $0.decision.json.text } }

    private struct LineFailure: Error {
        let reason: String
    }

    private static func decision(_ line: [UInt8]) throws(LineFailure) -> EntityDecision {
        guard String(validating: line, as: UTF8.self) != nil else { throw LineFailure(reason: "damaged UTF-8") }
        let value: JSONValue
        do throws(JSONReader.Failure) {
            value = try JSONReader.value(of: line)
        } catch {
            throw LineFailure(reason: "no JSON: \(error)")
        }
        let members = try Members(value)
        let entity = EntityName(try members.kind("kind"), try members.text("name"))
        let action: EntityDecision.Action
        switch try members.text("action") {
        case "alias": action = .alias(try members.text("other_name"))
        case "merge": action = .merge(try members.other())
        case "split":
            if let query = try members.optional("query") {
                guard try members.optional("alias") == nil else {
                    throw LineFailure(reason: "a split has an alias or a query, not both")
                }
                action = .splitIn(query: query, as: try members.other())
            } else {
                action = .split(alias: try members.text("alias"), as: try members.other())
            }
        case "rename": action = .rename(try members.text("other_name"))
        case "kind": action = .kind(try members.kind("other_kind"))
        case "reject": action = .reject(query: try members.optional("query"))
        case let other: throw LineFailure(reason: "there is no action '\(other)'")
        }
        return EntityDecision(entity, action, at: try members.instant("decided_at"))
    }

    /// The members of a line's object.
    private struct Members {
        private var values: [String: JSONValue] = [:]

        private static let names: Set = [
            "action", "kind", "name", "other_kind", "other_name", "alias", "query", "decided_at", "id",
        ]

        init(_ value: JSONValue) throws(LineFailure) {
            guard case .object(let members) = value else { throw LineFailure(reason: "no JSON object") }
            for member in members {
                guard Self.names.contains(member.name) else {
                    throw LineFailure(reason: "a decision has no member '\(member.name)'")
                }
                guard values.updateValue(member.value, forKey: member.name) == nil else {
                    throw LineFailure(reason: "the member '\(member.name)' stands twice")
                }
            }
        }

        func optional(_ name: String) throws(LineFailure) -> String? {
            switch values[name] {
            case nil, .null: return nil
            case .string(let text): return text
            default: throw LineFailure(reason: "the member '\(name)' is no text")
            }
        }

        func text(_ name: String) throws(LineFailure) -> String {
            guard let text = try optional(name), !foldedKey(text).isEmpty else {
                throw LineFailure(reason: "the member '\(name)' is missing")
            }
            return text
        }

        func kind(_ name: String) throws(LineFailure) -> EntityKind {
            let text = try text(name)
            guard let kind = EntityKind(rawValue: text) else {
                let kinds = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
                throw LineFailure(reason: "'\(text)' is no kind of entity; there are \(kinds)")
            }
            return kind
        }

        func other() throws(LineFailure) -> EntityName {
            EntityName(try kind("other_kind"), try text("other_name"))
        }

        func instant(_ name: String) throws(LineFailure) -> Instant {
            let text = try text(name)
            guard let date = try? Date(text, strategy: .iso8601) else {
                throw LineFailure(reason: "'\(text)' is no time such as 2026-11-24T18:00:00Z")
            }
            return Instant(seconds: Int64(date.timeIntervalSince1970))
        }
    }
}

extension EntityDecision {
    /// Its members as a line of a file has them.
    public var json: JSONValue {
        let (name, other, alias) = parts
        return [
            "action": .string(name), "kind": .string(entity.kind.rawValue), "name": .string(entity.name),
            "other_kind": JSONValue(other?.kind.rawValue), "other_name": JSONValue(other?.name),
            "alias": JSONValue(alias), "query": JSONValue(query), "decided_at": .string(decidedAt.description),
        ]
    }
}
