import Foundation

/// A JSON answer as a program that reads it sees it; `missing` is what is not there.
indirect enum JSON: Decodable, Hashable, Sendable, CustomStringConvertible {
    case null, missing
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    init(_ data: Data) throws {
        self = try JSONDecoder().decode(JSON.self, from: data)
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let boolean = try? value.decode(Bool.self) {
            self = .boolean(boolean)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let string = try? value.decode(String.self) {
            self = .string(string)
        } else if let array = try? value.decode([JSON].self) {
            self = .array(array)
        } else {
            self = .object(try value.decode([String: JSON].self))
        }
    }

    subscript(name: String) -> JSON {
        get { members[name] ?? .missing }
        set {
            var changed = members
            changed[name] = newValue
            self = .object(changed)
        }
    }

    subscript(index: Int) -> JSON { list.indices.contains(index) ? list[index] : .missing }

    var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
    var names: Set<String> { Set(members.keys) }
    var list: [JSON] { if case .array(let list) = self { list } else { [] } }
    var string: String? { if case .string(let string) = self { string } else { nil } }
    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var integer: Int? { number.flatMap { Int(exactly: $0) } }
    var boolean: Bool? { if case .boolean(let boolean) = self { boolean } else { nil } }
    var strings: [String] { list.compactMap(\.string) }

    var description: String {
        switch self {
        case .null: "null"
        case .missing: "(missing)"
        case .boolean(let boolean): "\(boolean)"
        case .number(let number): "\(number)"
        case .string(let string): "\"\(string)\""
        case .array(let list): "\(list)"
        case .object(let members): "\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" })"
        }
    }
}

/// What a promise says about a value of a JSON answer.
indirect enum Shape: Sendable {
    case string, integer, number, boolean, date
    case oneOf([String])
    case list(Shape)
    case object([String: Shape])
    /// A pair of two integers.
    case pair
    /// Null where it is unknown.
    case optional(Shape)
    case anything

    /// What in `json` is not as promised, each with where it stands. Further members are allowed.
    func faults(in json: JSON, at place: String = "$") -> [String] {
        switch self {
        case .string: return json.string.map { $0.isEmpty ? ["\(place) is empty"] : [] } ?? ["\(place) is no string"]
        case .integer: return json.integer == nil ? ["\(place) is no integer"] : []
        case .number: return json.number == nil ? ["\(place) is no number"] : []
        case .boolean: return json.boolean == nil ? ["\(place) is no boolean"] : []
        case .date:
            let isDate = json.string?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil
            return isDate ? [] : ["\(place) is no date in UTC"]
        case .oneOf(let values):
            return values.contains(json.string ?? "") ? [] : ["\(place) is \(json), none of \(values)"]
        case .list(let shape):
            guard case .array = json else { return ["\(place) is no list"] }
            return json.list.enumerated().flatMap { shape.faults(in: $1, at: "\(place)[\($0)]") }
        case .object(let members):
            guard case .object = json else { return ["\(place) is no object"] }
            return members.sorted { $0.key < $1.key }.flatMap { name, shape in
                shape.faults(in: json[name], at: "\(place).\(name)")
            }
        case .pair:
            return json.list.count == 2 && json.list.allSatisfy { $0.integer != nil } ? [] : ["\(place) is no pair"]
        case .optional(let shape): return json == .null ? [] : shape.faults(in: json, at: place)
        case .anything: return json == .missing ? ["\(place) is missing"] : []
        }
    }
}

/// The answers that CONTRACT promises.
enum Promised {
    static let hit = Shape.object([
        "id": .integer, "headline": .optional(.string), "headline_source": .optional(headlineSource),
        "lead": .optional(.string), "url": .optional(.string), "outlet": .optional(.string),
        "section": .optional(.string), "date": .optional(.date),
        "date_source": .optional(.oneOf(["published", "captured"])), "published_at": .optional(.date),
        "captured_at": .optional(.date), "lang": .optional(.string), "byline": .optional(.string),
        "tags": .list(.string), "score": .optional(.number),
        "snippet": .optional(.object(["field": .string, "text": .string, "ranges": .list(.pair)])),
    ])

    static let search = Shape.object([
        "query": .anything, "understood": .anything, "total": .integer, "total_is_exact": .boolean,
        "took_ms": .number, "results": .list(hit), "next": .optional(.string), "facets": .object([:]),
        "notices": .list(
            .object(["code": .string, "position": .integer, "length": .integer, "message": .string])),
    ])

    static let article = Shape.object([
        "id": .integer, "url": .optional(.string), "canonical_url": .optional(.string), "outlet": .optional(.string),
        "headline": .optional(.string), "headline_source": .optional(headlineSource), "lead": .optional(.string),
        "standfirst": .optional(.string), "byline": .optional(.string), "authors": .list(.string),
        "dateline": .optional(.string), "section": .optional(.string), "storyline": .optional(.string),
        "kind": .oneOf(["article", "summary", "live", "gallery", "video"]), "lang": .optional(.string),
        "lang_source": .optional(.string), "published_at": .optional(.date),
        "published_at_precision": .optional(precision), "published_at_zone": .optional(zone),
        "published_at_source": .optional(.oneOf(["page", "metadata", "url"])), "modified_at": .optional(.date),
        "captured_at": .optional(.date), "captured_at_zone": .optional(zone), "body": .anything,
        "paragraphs": .list(.string), "captions": .list(.string), "word_count": .integer, "tags": .list(.string),
        "related": .list(related), "footnotes": .list(footnote), "entities": .list(entity), "captures": .list(capture),
    ])

    private static let headlineSource = Shape.oneOf(["capture", "metadata", "lead"])
    private static let precision = Shape.oneOf(["year", "month", "day", "minute", "second"])
    private static let zone = Shape.oneOf(["printed", "page", "assumed"])
    private static let kind = Shape.oneOf(["person", "organization", "place", "other"])

    private static let related = Shape.object([
        "position": .integer, "headline": .string, "url": .optional(.string), "article_id": .optional(.integer),
    ])
    private static let footnote = Shape.object([
        "position": .integer, "marker": .string, "text": .string,
        "references": .list(.object(["paragraph": .integer, "offset": .integer])),
    ])
    private static let entity = Shape.object([
        "id": .integer, "name": .string, "kind": kind, "mentions": .integer, "surface": .list(.string),
    ])
    private static let capture = Shape.object([
        "sha256": .string, "path": .string, "position": .optional(.string), "format": .string, "charset": .string,
        "charset_source": .string, "layout": .string, "captured_at": .optional(.date), "ingested_at": .date,
        "notes": .list(.string),
    ])

    static let ingest = Shape.object([
        "found": .integer, "archived": .integer, "updated": .integer, "unchanged": .integer, "skipped": .integer,
        "rejected": .list(.object(["path": .string, "position": .optional(.string), "reason": .string])),
        "seconds": .number,
        "files": .list(
            .object([
                "path": .string, "found": .integer, "archived": .integer, "updated": .integer, "unchanged": .integer,
                "skipped": .integer, "rejected": .integer,
            ])),
        "articles": .list(.object(["id": .integer, "path": .string, "position": .optional(.string)])),
    ])

    static let values = Shape.list(.object(["value": .string, "count": .integer]))
    static let associations = Shape.list(
        .object(["value": .string, "count": .integer, "total": .integer, "expected": .number, "score": .number]))
    static let timeline = Shape.list(.object(["period": .string, "count": .integer, "share": .optional(.number)]))
    static let entities = Shape.list(.object(["value": .string, "count": .integer, "id": .integer, "kind": kind]))
    static let relatedAnswer = Shape.object([
        "shown": .list(related), "shown_by": .list(.object(["id": .integer, "headline": .optional(.string)])),
    ])
    static let savedSearch = Shape.object([
        "name": .string, "query": .string, "match": .oneOf(["all", "best"]), "sort": .optional(.string),
        "language_version": .integer, "saved_at": .date, "watched_at": .optional(.date),
    ])
    static let check = Shape.object([
        "ok": .boolean,
        "problems": .list(.object(["kind": .string, "where": .string, "what": .string, "repaired": .boolean])),
    ])
    static let stats = Shape.object([
        "articles": .integer, "captures": .integer, "outlets": .integer, "tags": .integer, "entities": .integer,
        "related_headlines": .integer, "related_resolved": .integer, "footnotes": .integer,
        "first_date": .optional(.date), "last_date": .optional(.date), "words": .integer, "file_bytes": .integer,
        "capture_bytes": .integer, "schema_version": .integer,
    ])
}
