import NewsModel
import NewsText

/// Tells footnotes from paragraphs and finds the places that refer to them.
enum FootnoteReader {
    /// The marker and the note of a line that opens with a marker; `nil` for other lines, bullets of a list included
    /// only when they could be a note.
    static func definition(_ text: String) -> (marker: String, note: String, hasBlank: Bool)? {
        guard let first = text.unicodeScalars.first else { return nil }
        let scalars = text.unicodeScalars
        var marker = ""
        var rest = scalars[...]
        switch first {
        case _ where signs.contains(first):
            while rest.first == first { marker.unicodeScalars.append(rest.removeFirst()) }
            guard marker.unicodeScalars.count <= 6 else { return nil }
        case _ where superscripts.contains(first) && first != "⁰":
            while let digit = rest.first, superscripts.contains(digit) {
                marker.unicodeScalars.append(rest.removeFirst())
            }
        case "[":
            guard let close = rest.prefix(6).firstIndex(of: "]") else { return nil }
            let inside = rest[rest.index(after: rest.startIndex)..<close]
            guard !inside.isEmpty,
                inside.allSatisfy({ ("0"..."9").contains($0) || $0 == "*" || $0 == "†" || ("a"..."e").contains($0) })
            else { return nil }
            marker = "[" + String(inside) + "]"
            rest = rest[rest.index(after: close)...]
        default: return nil
        }
        while let (more, behind) = furtherMarker(rest, first: first) {
            marker += " " + more
            rest = behind
        }
        let hasBlank = rest.first == " "
        let note = String(trimmed(Substring(rest)))
        guard note.utf8.count >= 3, note.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
        if let start = note.unicodeScalars.first, start == "*" || start == first { return nil }
        // `*emphasis* goes on` is no note.
        if first == "*", !hasBlank, isEmphasis(note, marker: marker) { return nil }
        return (marker, note, hasBlank)
    }

    /// A second marker of one note: `*, ** Not registered in the harbor.`
    private static func furtherMarker(
        _ rest: Substring.UnicodeScalarView, first: Unicode.Scalar
    ) -> (String, Substring.UnicodeScalarView)? {
        guard rest.first == "," || rest.first == "/" else { return nil }
        var behind = rest.dropFirst().drop(while: { $0 == " " })
        var marker = ""
        while behind.first == first { marker.unicodeScalars.append(behind.removeFirst()) }
        return marker.isEmpty ? nil : (marker, behind)
    }

    private static let signs: Set<Unicode.Scalar> = ["*", "†", "‡", "§", "¶", "※", "＊"]
    private static let superscripts: Set<Unicode.Scalar> = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

    private static func isEmphasis(_ note: String, marker: String) -> Bool {
        guard TagLine.contains(note, marker) else { return false }
        let scalars = Array(note.unicodeScalars.prefix(120))
        guard let star = scalars.firstIndex(of: "*"), star > 0 else { return false }
        let after = star + marker.unicodeScalars.count
        return scalars[star - 1] != " " && (after >= scalars.count || scalars[after] == " " || scalars[after] == ",")
    }

    /// Which of a story's `texts` are notes: they open with a marker and stand at the end, or the others refer to them.
    static func notes(among texts: [String]) -> Set<Int> {
        var candidates: [(position: Int, marker: String, hasBlank: Bool)] = []
        var counts: [String: Int] = [:]
        for (position, text) in texts.enumerated() {
            guard let definition = definition(text) else { continue }
            candidates.append((position, definition.marker, definition.hasBlank))
            if definition.hasBlank { counts[definition.marker, default: 0] += 1 }
        }
        // A page of more notes than that is a list.
        guard !candidates.isEmpty, candidates.count <= 200 else { return [] }
        let positions = Set(candidates.map(\.position))
        let prose = texts.indices.filter { !positions.contains($0) }
        let lastProse = prose.last ?? -1
        let sought = candidates.filter { $0.position < lastProse }.flatMap { markers(in: $0.marker) }
        let referred = references(to: Set(sought), in: prose.map { texts[$0] })
        var notes: Set<Int> = []
        for candidate in candidates {
            // Several lines behind the same sign and a blank are a list.
            if candidate.hasBlank, counts[candidate.marker, default: 0] > 1 { continue }
            let isNote =
                candidate.position > lastProse
                ? candidate.position > 0 : markers(in: candidate.marker).contains { referred[$0] != nil }
            if isNote { notes.insert(candidate.position) }
        }
        return notes
    }

    /// The single markers of a note that has several.
    static func markers(in marker: String) -> [String] { marker.split(separator: " ").map(String.init) }

    /// A text that refers to one note more often is none that anybody wrote.
    private static let mostReferences = 10_000

    /// Where `paragraphs` refer to each of `markers`, in order; the first 10,000 places of each. Markers to which nothing
    /// refers are left out.
    ///
    /// One pass, however many markers there are.
    static func references(
        to markers: Set<String>, in paragraphs: [String]
    ) -> [String: [FootnoteReference]] {
        let openings = Set(markers.compactMap(\.utf8.first))
        var references: [String: [FootnoteReference]] = [:]
        for (index, paragraph) in paragraphs.enumerated()
        where openings.contains(where: { ByteScan.holds($0, paragraph) }) {
            forEachReference(in: Array(paragraph.unicodeScalars), among: markers) { marker, offset in
                guard references[marker, default: []].count < mostReferences else { return }
                references[marker, default: []].append(FootnoteReference(paragraph: index + 1, offset: offset))
            }
        }
        return references
    }

    private static func forEachReference(
        in scalars: [Unicode.Scalar], among markers: Set<String>, _ take: (_ marker: String, _ offset: Int) -> Void
    ) {
        var emphasis: Set<String> = []
        var index = 0
        while index < scalars.count {
            guard let end = markerEnd(at: index, in: scalars) else {
                index += 1
                continue
            }
            defer { index = end }
            let marker = scalars[index..<end].reduce(into: "") { $0.unicodeScalars.append($1) }
            guard markers.contains(marker) else { continue }
            let previous = index > 0 ? scalars[index - 1] : nil
            let next = end < scalars.count ? scalars[end] : nil
            if scalars[index] != "[", opensEmphasis(previous, next) {
                emphasis.insert(marker)
            } else if let previous, previous != " ", emphasis.contains(marker) {
                emphasis.remove(marker)
            } else if refers(previous, at: index, in: scalars, next: next) {
                take(marker, index)
            }
        }
    }

    /// Behind the sign at `index` that may be a marker: `[12]`, `**`, `¹²`; `nil` for what is none.
    private static func markerEnd(at index: Int, in scalars: [Unicode.Scalar]) -> Int? {
        let first = scalars[index]
        if first == "[" {
            return scalars[index...].prefix(6).firstIndex(of: "]").map { $0 + 1 }
        }
        let isNumber = superscripts.contains(first)
        guard isNumber || signs.contains(first) else { return nil }
        return scalars[index...].firstIndex { isNumber ? !superscripts.contains($0) : $0 != first } ?? scalars.count
    }

    /// Whether a marker stands as the opening of emphasis does: behind a blank, before a letter.
    private static func opensEmphasis(_ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) -> Bool {
        guard let next, next.properties.isAlphabetic else { return false }
        return previous == nil || previous == " " || previous == "\n" || previous == "("
    }

    private static func refers(
        _ previous: Unicode.Scalar?, at index: Int, in scalars: [Unicode.Scalar], next: Unicode.Scalar?
    ) -> Bool {
        guard let previous, previous != "\n" else { return false }
        if previous == " " {
            // Behind a blank only after a closing quote, a bracket or a word, and never before a word.
            guard index > 1, next == nil || !(next?.properties.isAlphabetic ?? false) else { return false }
            let before = scalars[index - 2]
            return closingQuotes.contains(before) || before.properties.isAlphabetic
        }
        guard let next, previous.properties.isAlphabetic, next.properties.isAlphabetic || ("0"..."9").contains(next)
        else {
            return true
        }
        // `f*ck` hides a letter; scripts without blanks between words refer within them.
        return LineShape.isIdeographic(previous) || LineShape.isIdeographic(next)
    }

    private static let closingQuotes: Set<Unicode.Scalar> = [
        "\"", "”", "“", "’", "'", "»", "«", "›", "」", "』", ")", "]",
    ]
}
