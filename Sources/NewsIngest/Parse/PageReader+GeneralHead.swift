import NewsModel
import NewsText

/// The head of pages of outlets that no layout is declared for.
extension PageReader {
    /// Reads everything above the body; returns the index of the body's first line.
    ///
    /// The headline is the first line that is neither prose nor frame. What stands between it and a byline or date
    /// line is the standfirst; without such a line nothing tells a standfirst from the body.
    mutating func readGeneralHead() -> Int {
        let start = dropNavigation()
        guard let headline = headlineIndex(from: start) else { return readHeadWithoutHeadline(from: start) }
        readAboveHeadline(from: start, to: headline)
        page.headline = HeadingSigns.removed(from: lines[headline].text)
        use(headline)
        return readBelowHeadline(headline + 1)
    }

    /// Byline, dates and labels above a body without a headline; returns where the body begins.
    private mutating func readHeadWithoutHeadline(from start: Int) -> Int {
        var index = start
        while index < lines.count {
            let match = matches[index]
            if !isOpen(index) {
                index += 1
                continue
            }
            if let line = dateLine(at: index, match: match) {
                take(line, at: index)
            } else if page.byline == nil, let match, match.meaning == .byline, takeByline(match, at: index) {
                index += 1
                continue
            } else if page.section == nil, SectionNames.contains(lines[index].text) {
                page.section = lines[index].text
                use(index)
            } else {
                break
            }
            index += 1
        }
        return index
    }

    /// Drops the frame's lines at the top; returns the first line that is none.
    private mutating func dropNavigation() -> Int {
        var index = 0
        while index < lines.count {
            let text = lines[index].text
            if !isOpen(index) {
                index += 1
                continue
            }
            let match = matches[index]
            let isChrome =
                match.map { ($0.meaning == .chrome || $0.meaning == .footer) && (text.utf8.count <= 400) } ?? false
            guard
                isChrome || book.isGluedChrome(text) || isBreadcrumb(text) || isAddress(text)
                    || LineShape.isDivider(text)
            else { break }
            drop(index)
            index += 1
        }
        return index
    }

    private func isBreadcrumb(_ text: String) -> Bool {
        guard text.utf8.count <= 120, !LineShape.endsSentence(text) else { return false }
        let parts = text.unicodeScalars.split(whereSeparator: { Self.breadcrumbSigns.contains($0) })
        return parts.count >= 2 && parts.allSatisfy { LineShape.wordCount(String($0)) <= 4 }
            && (parts.count >= 3 || [" > ", " › ", " » "].contains { TagLine.contains(text, $0) })
    }

    private static let breadcrumbSigns: Set<Unicode.Scalar> = [">", "›", "»", "|", "/", "→"]

    private func isAddress(_ text: String) -> Bool {
        (text.hasPrefix("http://") || text.hasPrefix("https://")) && !text.utf8.contains(0x20)
    }

    /// The headline's line; `nil` when the page begins with prose.
    private func headlineIndex(from start: Int) -> Int? {
        var index = start
        var candidates: [Int] = []
        while index < min(lines.count, start + 12) {
            let text = lines[index].text
            let match = matches[index]
            let isPhrase = match.map { isHeadPhrase($0, at: index) } ?? false
            if isBreadcrumb(text) {
                index += 1
                continue
            }
            if isPhrase || dateLine(at: index, match: match) != nil || CaptionLine.isCredit(text) {
                // A name of two words above the date is the outlet's or a section's as often as a headline.
                if candidates.contains(where: { LineShape.wordCount(lines[$0].text) > 2 }) { break }
                index += 1
                continue
            }
            if LineShape.isParagraph(text), !isMarkedHeading(text) {
                // A short sentence directly above a byline or date line is a headline with a full stop.
                if candidates.isEmpty, text.utf8.count <= 120, isFollowedByHeadLine(index) { return index }
                break
            }
            if isMarkedHeading(text), text.hasPrefix("# ") { return index }
            candidates.append(index)
            index += 1
        }
        return headline(among: candidates, end: index)
    }

    private func isMarkedHeading(_ text: String) -> Bool { HeadingSigns.removed(from: text) != text }

    /// The first candidate that is not a word of navigation: one to three words, an empty line, a longer line.
    private func headline(among candidates: [Int], end: Int) -> Int? {
        for (position, index) in candidates.enumerated() {
            let words = LineShape.wordCount(lines[index].text)
            let hasLonger = candidates.dropFirst(position + 1).prefix(2).contains {
                LineShape.wordCount(lines[$0].text) > max(words, 3)
            }
            if words <= 3, hasLonger { continue }
            if words <= 2, candidates.count > position + 1, isDirectlyAboveProse(candidates[candidates.count - 1]) {
                continue
            }
            guard words >= 2 || end < lines.count, lines[index].text.utf8.count <= 400 else { continue }
            // A list of words is no headline; neither is a line that nothing follows.
            if TagLine.likeness(of: lines[index].text) == .certain, words > 3 { continue }
            return index + 1 < lines.count ? index : nil
        }
        return nil
    }

    private func isDirectlyAboveProse(_ index: Int) -> Bool {
        index + 1 < lines.count && lines[index + 1].blanksBefore > 0 && LineShape.isParagraph(lines[index + 1].text)
            && LineShape.wordCount(lines[index].text) > 2
    }

    private func isHeadPhrase(_ match: PhraseBook.Match, at index: Int) -> Bool {
        switch match.meaning {
        case .published, .modified: return dateLine(at: index, match: match) != nil
        case .byline: return BylineLine.namesWriters(String(match.rest), isLabel: match.isLabel)
        case .section: return match.isLabel && match.rest.utf8.count <= 60
        case .related, .tags, .storyline, .morePhotos, .caption: return match.isLabel
        case .source: return false
        case .correction: return match.isLabel || LineShape.isParagraph(lines[index].text)
        case .chrome, .anchor, .closing, .footer: return true
        }
    }

    private func isFollowedByHeadLine(_ index: Int) -> Bool {
        guard index + 1 < lines.count else { return false }
        let match = matches[index + 1]
        if dateLine(at: index + 1, match: match) != nil { return true }
        guard let match, match.meaning == .byline else { return false }
        return BylineLine.namesWriters(String(match.rest), isLabel: match.isLabel)
    }

    private mutating func readAboveHeadline(from start: Int, to headline: Int) {
        for index in start..<headline where isOpen(index) {
            let text = lines[index].text
            let match = matches[index]
            if let line = dateLine(at: index, match: match) {
                take(line, at: index)
            } else if let match, match.meaning == .section, match.isLabel, !match.rest.isEmpty {
                page.section = String(match.rest)
                use(index)
            } else if let match, match.meaning == .tags, match.isLabel, !match.rest.isEmpty {
                takeTags(String(match.rest), at: index)
            } else if page.byline == nil, let match, match.meaning == .byline, takeByline(match, at: index) {
                continue
            } else if page.section == nil, SectionNames.contains(text) {
                page.section = text
                use(index)
            } else {
                drop(index)
                if match == nil, !LineShape.isCounter(text), !isBreadcrumb(text) {
                    note("line \(lines[index].number) stands above the headline and was not taken for a field")
                }
            }
        }
    }

    /// Standfirst, byline, dates, section and the first image's caption; returns where the body begins.
    private mutating func readBelowHeadline(_ start: Int) -> Int {
        var texts: [Int] = []
        var end = start
        var index = start
        while index < min(lines.count, start + 12), texts.count <= 4, longTexts(texts) <= 2 {
            let text = lines[index].text
            let match = matches[index]
            if let line = dateLine(at: index, match: match) {
                take(line, at: index)
                end = index + 1
            } else if page.byline == nil, let match, match.meaning == .byline, takeByline(match, at: index) {
                end = index + 1
            } else if let match, match.meaning == .section, match.isLabel, !match.rest.isEmpty,
                match.rest.utf8.count <= 60, page.section == nil
            {
                page.section = String(match.rest)
                use(index)
                end = index + 1
            } else if let match, match.meaning == .chrome, match.isLabel || text.utf8.count <= 200 {
                drop(index)
            } else if book.isGluedChrome(text) || LineShape.isCounter(text) || LineShape.isDivider(text)
                || LineShape.isContact(text)
            {
                drop(index)
            } else if let match, match.meaning == .published || match.meaning == .modified, DateLine.isVague(match.rest)
            {
                dropVagueDate(index)
                end = index + 1
            } else if let match, namesSource(match) {
                drop(index)
                end = index + 1
            } else if CaptionLine.isCredit(text) || match?.meaning == .caption {
                break
            } else if match?.meaning == .related || match?.meaning == .tags {
                break
            } else {
                texts.append(index)
            }
            index += 1
        }
        // A byline or date below the last paragraph makes no standfirst of the body above it.
        guard (end..<lines.count).contains(where: { matches[$0] == nil && LineShape.isParagraph(lines[$0].text) })
        else {
            return start
        }
        let above = texts.filter { $0 < end }
        takeStandfirst(above)
        return above.isEmpty && end == start ? start : max(end, start)
    }

    private func longTexts(_ texts: [Int]) -> Int { texts.count { LineShape.wordCount(lines[$0].text) > 4 } }

    /// The lines between headline and byline or date: a standfirst of at most two lines; a section's name.
    private mutating func takeStandfirst(_ texts: [Int]) {
        var standfirst: [String] = []
        for index in texts {
            let text = lines[index].text
            if page.section == nil, SectionNames.contains(text) {
                page.section = text
            } else if matches[index]?.meaning == .correction {
                body.append(index)
                continue
            } else if LineShape.isParagraph(text) || LineShape.wordCount(text) >= 5 {
                standfirst.append(text)
            } else {
                drop(index)
                note("line \(lines[index].number) stands below the headline and was not taken for a field")
                continue
            }
            use(index)
        }
        if !standfirst.isEmpty { page.standfirst = standfirst.joined(separator: " ") }
    }
}
