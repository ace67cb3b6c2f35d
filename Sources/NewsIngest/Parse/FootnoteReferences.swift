import NewsModel
import NewsText

/// Gives each footnote the places that refer to it.
struct FootnoteReferences {
    private let paragraphs: [String]

    init(in paragraphs: [String]) {
        self.paragraphs = paragraphs
    }

    /// `notes` with their references.
    ///
    /// Of several notes with one marker, a reference is that note's whose first words name the word before the marker:
    /// `Daral*` is explained by `*Daral is a banned group`. One that no note names belongs to all of them. Linear in the
    /// story, however many notes there are.
    func assigned(to notes: [Footnote]) -> [Footnote] {
        var notes = notes
        let ofMarker = FootnoteReader.references(to: Set(notes.map(\.marker)), in: paragraphs)
        for (marker, positions) in Dictionary(grouping: notes.indices, by: { notes[$0].marker }) {
            let references = ofMarker[marker] ?? []
            guard positions.count > 1 else {
                notes[positions[0]].references = references
                continue
            }
            let openings = positions.map { Self.words(in: String(notes[$0].text.unicodeScalars.prefix(80)), limit: 8) }
            for (reference, word) in zip(references, words(before: references)) {
                let named = openings.indices.filter { openings[$0].contains(word) }
                let owners = named.isEmpty ? Array(openings.indices.prefix(Self.mostSharers)) : named
                for owner in owners { notes[positions[owner]].references.append(reference) }
            }
        }
        return notes
    }

    /// More notes than these do not share a reference that names none of them.
    private static let mostSharers = 10

    /// The folded word before each of `references`, which are in order.
    private func words(before references: [FootnoteReference]) -> [String] {
        var paragraph = 0
        var scalars: [Unicode.Scalar] = []
        return references.map { reference in
            if reference.paragraph != paragraph {
                paragraph = reference.paragraph
                scalars = Array(paragraphs[paragraph - 1].unicodeScalars)
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[max(0, reference.offset - 40)..<reference.offset])
            return Self.words(in: String(text), limit: 40).last ?? ""
        }
    }

    /// The first folded words of `text`, without the signs around them.
    private static func words(in text: String, limit: Int) -> [String] {
        foldedKey(text).unicodeScalars
            .split(maxSplits: limit) { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
            .prefix(limit).map { String($0) }
    }
}
