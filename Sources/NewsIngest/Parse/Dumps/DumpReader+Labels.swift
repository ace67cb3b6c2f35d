import NewsModel
import NewsText

extension DumpPageReader {
    /// A labelled value and the lines it stands on.
    private struct Entry {
        let label: DumpLabel
        let value: String
        let lines: Range<Int>
    }

    // MARK: Nexis

    /// Outlet, date and headline by their places above the first label, then labels, the body, labels.
    mutating func readNexis() {
        var index = 0
        while index < lines.count, DumpLine.count(lines[index].text.utf8) != nil || isPageCount(index) {
            drop(index)
            index += 1
        }
        let head = index
        while index < lines.count, label(at: index) == nil, !isBody(index) { index += 1 }
        readNexisHead(head..<index)
        // Labels above the body; a value goes on until an empty line.
        while index < lines.count, let entry = entry(at: index, upTo: lines.count), entry.label != .body {
            take(entry)
            index = entry.lines.upperBound
        }
        if index < lines.count, isBody(index) || label(at: index)?.label == .body {
            drop(index)
            index += 1
        }
        readStory(from: index)
        finish(isWrapped: true)
    }

    private func isPageCount(_ index: Int) -> Bool {
        let words = lines[index].text.split(separator: " ")
        return words.count == 4 && words[0] == "Page" && words[2] == "of"
    }

    private func isBody(_ index: Int) -> Bool {
        let text = lines[index].text
        return text == "Body" || text == "Textkörper" || text == "Corps"
    }

    private mutating func readNexisHead(_ range: Range<Int>) {
        var rest: [Int] = []
        for index in range {
            if isCopyright(lines[index].text) { drop(index) } else { rest.append(index) }
        }
        let date = rest.firstIndex { index in
            let text = lines[index].text
            return text.utf8.count <= 80 && PrintedDate.first(in: text)?.day != nil
        }
        guard let date, setPublished(lines[rest[date]].text) else {
            if let first = rest.first { page.headline = lines[first].text }
            drop(rest.dropFirst())
            return
        }
        // A headline stands above outlet and date, or below them.
        if date > 0 { page.outlet = lines[rest[date - 1]].text }
        if date > 1 { page.headline = rest[..<(date - 1)].map { lines[$0].text }.joined(separator: " ") }
        var below: [Int] = []
        for index in rest[(date + 1)...] {
            if isEdition(lines[index].text) || page.headline != nil {
                drop(index)
            } else if let last = below.last, lines[index].blanksBefore > 0, index != last + 1 || !below.isEmpty {
                drop(index)
            } else {
                below.append(index)
            }
        }
        if !below.isEmpty { page.headline = below.map { lines[$0].text }.joined(separator: " ") }
    }

    private func isCopyright(_ text: String) -> Bool {
        let folded = foldedKey(String(text.prefix(40)))
        return folded.hasPrefix("copyright") || folded.hasPrefix("©") || folded.hasPrefix("(c) ")
            || folded.hasPrefix("all rights reserved") || folded.hasPrefix("alle rechte vorbehalten")
            || folded.hasPrefix("tous droits réservés")
    }

    private func isEdition(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let folded = foldedKey(text)
        return ["edition", "ausgabe", "final", "correction appended", "ausgabe:"].contains { folded.contains($0) }
    }

    // MARK: ProQuest

    /// The headline, then labels with the full text among them.
    mutating func readProQuest() {
        var index = 0
        while index < lines.count,
            DumpLine.isRule(lines[index].text.utf8) || DumpLine.count(lines[index].text.utf8) != nil
        {
            drop(index)
            index += 1
        }
        if index < lines.count, label(at: index) == nil {
            let start = index
            while index < lines.count, label(at: index) == nil, index == start || lines[index].blanksBefore == 0 {
                index += 1
            }
            page.headline = (start..<index).map { lines[$0].text }.joined(separator: " ")
        }
        var summary: String?
        while index < lines.count {
            guard let entry = entry(at: index, upTo: lines.count) else {
                drop(index)
                index += 1
                continue
            }
            index = entry.lines.upperBound
            switch entry.label {
            case .fullText, .body: index = readFullText(entry)
            case .abstract:
                summary = entry.value.isEmpty ? nil : entry.value
            default: take(entry)
            }
        }
        finish(summary: summary)
    }

    /// Takes everything from a `Full text:` up to the labels below it.
    private mutating func readFullText(_ entry: Entry) -> Int {
        let first = entry.lines.lowerBound
        if !entry.value.isEmpty, let (_, value) = DumpLabel.match(lines[first].text), !value.isEmpty {
            story.append(PageLine(number: lines[first].number, text: value, blanksBefore: 1))
        }
        var index = first + 1
        while index < lines.count, !(label(at: index) != nil && lines[index].blanksBefore > 0) {
            if DumpLine.isRule(lines[index].text.utf8) { drop(index) } else { tell(index) }
            index += 1
        }
        return index
    }

    // MARK: Labels

    private func label(at index: Int) -> (label: DumpLabel, value: String)? { DumpLabel.match(lines[index].text) }

    /// The labelled value at `index`, which goes on until an empty line or the next label.
    private func entry(at index: Int, upTo end: Int) -> Entry? {
        guard let (label, value) = label(at: index) else { return nil }
        var next = index + 1
        var text = value
        while next < end, lines[next].blanksBefore == 0, self.label(at: next) == nil {
            text += (text.isEmpty ? "" : " ") + lines[next].text
            next += 1
        }
        return Entry(label: label, value: text, lines: index..<next)
    }

    /// The body, up to the labels that stand below it.
    private mutating func readStory(from start: Int) {
        var end = lines.count
        // Below the story nothing stands but labels, copyright lines and the end of the document.
        var index = lines.count
        while index > start {
            index -= 1
            let text = lines[index].text
            if label(at: index) != nil || isCopyright(text) || DumpLine.endsDocument(text.utf8)
                || text == "Classification"
            {
                end = index
            } else if !isContinued(index, from: start) {
                break
            }
        }
        for index in start..<end { tell(index) }
        index = end
        while index < lines.count {
            if let entry = entry(at: index, upTo: lines.count) {
                take(entry)
                index = entry.lines.upperBound
            } else {
                drop(index)
                index += 1
            }
        }
    }

    /// Whether the line goes on with a labelled value above it.
    private func isContinued(_ index: Int, from start: Int) -> Bool {
        var above = index
        while above > start, above > index - 50, lines[above].blanksBefore == 0 {
            above -= 1
            if let label = label(at: above) { return label.label != .body }
        }
        return false
    }

    private mutating func take(_ entry: Entry) {
        let value = entry.value
        guard !value.isEmpty else { return drop(entry.lines) }
        switch entry.label {
        case .headline: page.headline = value
        case .byline: setAuthors(value)
        case .section: setSection(value)
        case .dateline: page.dateline = value
        case .highlight: page.standfirst = value
        case .graphic: page.captions.append(value)
        case .language:
            page.language = DeclaredLanguage.code(value.split(separator: ";").first.map(String.init) ?? value)
        case .subject: addTags(value)
        case .url where WebAddress(value) != nil && page.url == nil: page.url = value
        case .publication: page.outlet = value
        case .publicationDate:
            page.published = nil
            if !setPublished(value) { drop(entry.lines) }
        case .publicationInfo: setPublication(value, entry.lines)
        default: drop(entry.lines)
        }
    }

    /// `Doe, Jane; Roe, John` as ProQuest writes it, or a byline.
    private mutating func setAuthors(_ value: String) {
        let parts = value.split(separator: ";").map { normalizedText(String($0)) }.filter { !$0.isEmpty }
        let turned = parts.map { part -> String? in
            let names = part.split(separator: ",").map { normalizedText(String($0)) }
            guard names.count == 2, !names[0].contains(" ") || names[1].utf8.count <= 20,
                names[0] != names[0].uppercased()
            else { return nil }
            return names[1] + " " + names[0]
        }
        let names = turned.compactMap { $0 }
        guard names.count == parts.count, !names.isEmpty, value.utf8.count <= 400 else { return setByline(value) }
        page.byline = value
        page.authors = names
    }

    /// `Harbor Times ; Port Alder [Port Alder]. 12 Mar 2020: A.1.`
    private mutating func setPublication(_ value: String, _ range: Range<Int>) {
        let name = value.prefix { $0 != ";" && $0 != "[" && $0 != "," }
        if page.outlet == nil { page.outlet = normalizedText(String(name)) }
        if !setPublished(value) { drop(range) }
    }
}
