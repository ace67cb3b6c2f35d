import NewsIngest
import NewsQuery
import NewsText

/// A layout as it is listed.
struct KnownLayout {
    private let layout: Layout

    static var all: [KnownLayout] { knownLayouts.map(KnownLayout.init) }

    var line: String {
        "\(layout.name)\t\(layout.outlet)\t\(layout.language ?? "")\t\(layout.seen.lowerBound)–\(layout.seen.upperBound)"
    }

    var json: JSONValue {
        [
            "name": .string(layout.name), "outlet": .string(layout.outlet), "lang": JSONValue(layout.language),
            "domains": JSONValue(layout.domains), "seen_from": .string(layout.seen.lowerBound),
            "seen_until": .string(layout.seen.upperBound),
        ]
    }
}
