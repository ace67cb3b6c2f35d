import NewsModel

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
        case "*", "†", "‡", "§", "¶", "※", "＊":
            while rest.first == first { marker.unicodeScalars.append(rest.removeFirst()) }
            guard marker.unicodeScalars.count <= 6 else { return nil }
        case "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹":
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
        // A page of more notes than that is a list, and each note costs a search of the whole story.
        guard !candidates.isEmpty, candidates.count <= 200 else { return [] }
        let positions = Set(candidates.map(\.position))
        let prose = texts.indices.filter { !positions.contains($0) }
        let proseTexts = prose.map { texts[$0] }
        var notes: Set<Int> = []
        var referred: [Substring: Bool] = [:]
        for candidate in candidates {
            // Several lines behind the same sign and a blank are a list.
            if candidate.hasBlank, counts[candidate.marker, default: 0] > 1 { continue }
            let isAtEnd = candidate.position > prose.last ?? -1
            let isReferred =
                !isAtEnd
                && candidate.marker.split(separator: " ").contains { marker in
                    if referred[marker] == nil {
                        referred[marker] = !references(to: String(marker), in: proseTexts).isEmpty
                    }
                    return referred[marker] == true
                }
            if isAtEnd ? candidate.position > 0 : isReferred { notes.insert(candidate.position) }
        }
        return notes
    }

    /// A text that refers to one note more often is none that anybody wrote.
    private static let mostReferences = 10_000

    /// Where `paragraphs` refer to `marker`, in order; the first 10,000 places.
    static func references(to marker: String, in paragraphs: [String]) -> [FootnoteReference] {
        guard let first = marker.utf8.first else { return [] }
        let isBracketed = first == 0x5B
        var references: [FootnoteReference] = []
        for (index, paragraph) in paragraphs.enumerated() where paragraph.utf8.contains(first) {
            for offset in offsets(of: Array(marker.unicodeScalars), isBracketed: isBracketed, in: paragraph) {
                references.append(FootnoteReference(paragraph: index + 1, offset: offset))
                if references.count == mostReferences { return references }
            }
        }
        return references
    }

    private static func offsets(of marker: [Unicode.Scalar], isBracketed: Bool, in paragraph: String) -> [Int] {
        let scalars = Array(paragraph.unicodeScalars)
        guard let first = marker.first else { return [] }
        var offsets: [Int] = []
        var emphasisIsOpen = false
        var index = 0
        while index < scalars.count {
            guard scalars[index] == first else {
                index += 1
                continue
            }
            var end = index
            if isBracketed {
                guard scalars[index...].starts(with: marker) else {
                    index += 1
                    continue
                }
                end = index + marker.count
            } else {
                while end < scalars.count, scalars[end] == first { end += 1 }
                if superscripts.contains(first) { end = min(scalars.count, index + marker.count) }
            }
            let previous = index > 0 ? scalars[index - 1] : nil
            let next = end < scalars.count ? scalars[end] : nil
            if end - index == marker.count, !isBracketed, opensEmphasis(previous, next) {
                emphasisIsOpen = true
            } else if end - index == marker.count, emphasisIsOpen, let previous, previous != " " {
                emphasisIsOpen = false
            } else if end - index == marker.count, refers(previous, at: index, in: scalars, next: next) {
                offsets.append(index)
            }
            index = end
        }
        return offsets
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
