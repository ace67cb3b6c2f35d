import NewsModel
import NewsText

/// The body and everything behind it: a walk down the lines in which labels and the frame's phrases change what the
/// lines below them are.
extension PageReader {
    private enum Mode { case body, related, tags, storyline, comments }

    /// Sorts the lines from `start` on into the body and the parts that have labels.
    mutating func readBody(from start: Int) {
        let end = trimFrame(from: start)
        let lastParagraph = lines[start..<max(start, end)].lastIndex { LineShape.isParagraph($0.text) } ?? start
        var mode = Mode.body
        for index in start..<max(start, end) where isOpen(index) {
            let text = lines[index].text
            if mode == .comments, matches[index].map({ $0.meaning != .related && $0.meaning != .tags }) ?? true {
                drop(index)
            } else if let match = matches[index],
                let next = read(match, at: index, mode: mode, lastParagraph: lastParagraph)
            {
                mode = next
            } else if isFrame(text) {
                drop(index)
            } else {
                mode = readPlain(index, mode: mode, lastParagraph: lastParagraph)
            }
        }
    }

    /// Drops the frame's lines below the story; returns the end of what is left.
    private mutating func trimFrame(from start: Int) -> Int {
        var end = lines.count
        var gluedLinks = lines.count
        while end > start {
            let text = lines[end - 1].text
            let meaning = matches[end - 1]
            let isFrame: Bool
            switch meaning?.meaning {
            case .chrome, .anchor: isFrame = meaning?.isLabel == true || text.utf8.count <= 400
            case .closing, .footer: isFrame = true
            default:
                isFrame =
                    book.isGluedChrome(text) || LineShape.isCounter(text) || CaptionLine.isCopyright(text)
                    || LineShape.isDivider(text)
                if !isFrame, end == gluedLinks, isGluedLinks(end - 1) {
                    drop(end - 1)
                    end -= 1
                    gluedLinks = end
                    continue
                }
            }
            guard isFrame else { break }
            drop(end - 1)
            end -= 1
        }
        return end
    }

    /// Whether a line within the story is the frame's by its looks: links glued together, the number of a picture,
    /// counters in layouts that print them.
    private func isFrame(_ text: String) -> Bool {
        guard text.utf8.count <= 120, !LineShape.endsSentence(text) else { return false }
        if LineShape.isCounter(text) { return opensWithClock || text.utf8.contains(0x2F) }
        return book.isGluedChrome(text)
    }

    /// Whether one of the last lines of a page with a clock is two links glued together, in words that no layout
    /// declares.
    private func isGluedLinks(_ index: Int) -> Bool {
        guard opensWithClock, index >= lines.count - 2 else { return false }
        let text = lines[index].text
        return text.utf8.count <= 80 && LineShape.wordCount(text) <= 6 && !LineShape.endsSentence(text)
            && LineShape.hasGluedWords(text) && !text.utf8.contains(0x2C)
    }

    /// Reads a line that has a known phrase; `nil` when the phrase does not make it anything here.
    private mutating func read(_ match: PhraseBook.Match, at index: Int, mode: Mode, lastParagraph: Int) -> Mode? {
        let rest = String(match.rest)
        switch match.meaning {
        case .chrome, .anchor:
            guard match.isLabel || lines[index].text.utf8.count <= 400 else { return nil }
            if match.isLabel, LineShape.isParagraph(rest) { return nil }
            drop(index)
            return mode
        case .closing:
            drop(index)
            return .comments
        case .source:
            let isAtEdge = index > lastParagraph || body.isEmpty
            guard isAtEdge, namesSource(match) else { return nil }
            drop(index)
            return mode
        case .correction:
            return nil
        case .footer:
            guard index > lastParagraph else { return nil }
            drop(index)
            return mode
        case .related:
            guard match.isLabel, !(LineShape.isParagraph(rest) && rest.utf8.count > 160) else { return nil }
            if rest.isEmpty {
                drop(index)
            } else {
                oneLiners.insert(index)
                takeRelated(rest, at: index)
            }
            return rest.isEmpty ? .related : mode == .related ? .related : .body
        case .morePhotos:
            drop(index)
            page.kind = .gallery
            return .related
        case .tags:
            guard match.isLabel, !LineShape.isParagraph(rest) else { return nil }
            if rest.isEmpty { drop(index) } else { takeTags(rest, at: index) }
            return rest.isEmpty ? .tags : .body
        case .storyline:
            guard match.isLabel, rest.utf8.count <= 160, !LineShape.isParagraph(rest) else { return nil }
            if rest.isEmpty {
                drop(index)
                return .storyline
            }
            takeStoryline(StorylineLine.topic(in: rest) ?? rest, at: index)
            return .body
        case .section:
            guard match.isLabel, page.section == nil, !rest.isEmpty, rest.utf8.count <= 60 else { return nil }
            page.section = rest
            use(index)
            return .body
        case .published, .modified:
            if let line = dateLine(at: index, match: match) {
                take(line, at: index)
                return mode
            }
            guard body.isEmpty ? DateLine.isVague(match.rest) : DateLine.saysAgo(match.rest) else { return nil }
            dropVagueDate(index)
            return mode
        case .byline:
            let isAtEdge = index >= lastParagraph || body.isEmpty
            return isAtEdge && page.byline == nil && takeByline(match, at: index) ? mode : nil
        case .caption:
            return readCaption(match, rest, at: index) ? mode : nil
        }
    }

    /// Whether a line is a label and the name of an agency. Pages with a clock print headlines such as `Source: …`.
    func namesSource(_ match: PhraseBook.Match) -> Bool {
        guard match.meaning == .source, match.isLabel, !opensWithClock else { return false }
        let rest = String(match.rest)
        return !rest.isEmpty && LineShape.wordCount(rest) <= 5 && !LineShape.endsSentence(rest)
    }

    /// Drops a line such as `Updated 2 hours ago`, which tells a reader of that day something, but no archive.
    mutating func dropVagueDate(_ index: Int) {
        drop(index)
        note("'\(lines[index].text)' states no date and was not taken")
    }

    private mutating func readCaption(_ match: PhraseBook.Match, _ rest: String, at index: Int) -> Bool {
        guard match.isLabel, rest.utf8.count <= 300 else { return false }
        if rest.isEmpty {
            drop(index)
        } else {
            page.captions.append(lines[index].text)
            use(index)
        }
        return true
    }

    private mutating func readPlain(_ index: Int, mode: Mode, lastParagraph: Int) -> Mode {
        let text = lines[index].text
        switch mode {
        case .body, .comments: break
        case .related:
            if continuesList(index, lastParagraph: lastParagraph) {
                takeRelated(LineShape.bullet(text).map { String($0.rest) } ?? text, at: index)
                return .related
            }
        case .tags:
            if continuesTags(index) {
                takeTags(LineShape.bullet(text).map { String($0.rest) } ?? text, at: index)
                return .tags
            }
        case .storyline:
            if !LineShape.isParagraph(text) {
                takeStoryline(StorylineLine.topic(in: text) ?? text, at: index)
                return .body
            }
        }
        body.append(index)
        return .body
    }

    /// Whether a line below a label of related headlines is another one. Within the body only the label's own block
    /// is: what follows the next empty line is the story again.
    private func continuesList(_ index: Int, lastParagraph: Int) -> Bool {
        let line = lines[index]
        if CaptionLine.isCredit(line.text) || FootnoteReader.definition(line.text).map({ !$0.hasBlank }) == true {
            return false
        }
        if LineShape.isParagraph(line.text), line.text.utf8.count > 120 || line.blanksBefore > 0 { return false }
        if index >= lastParagraph || line.blanksBefore == 0 { return true }
        return related.last?.line != previousRead(index)
    }

    private func previousRead(_ index: Int) -> Int { index - 1 }

    private func continuesTags(_ index: Int) -> Bool {
        let line = lines[index]
        if LineShape.isParagraph(line.text) || CaptionLine.isCredit(line.text) { return false }
        if page.tags.isEmpty { return true }
        if line.blanksBefore > 0 || !listed.contains(index - 1) { return false }
        return LineShape.wordCount(line.text) <= 4 || TagLine.likeness(of: line.text) == .certain
    }

    mutating func takeRelated(_ headline: String, at index: Int) {
        related.append((index, headline))
        listed.insert(index)
        use(index)
    }

    mutating func takeTags(_ text: String, at index: Int) {
        page.tags += TagLine.tags(in: text)
        listed.insert(index)
        use(index)
    }

    /// Puts the related headlines in order, each once: those within the body on a line with their label, then those
    /// of the lists behind it. What a list repeats keeps the list's place.
    mutating func arrangeRelated() {
        let end = body.last ?? 0
        let listStart = related.first { $0.line > end && !oneLiners.contains($0.line) }?.line ?? lines.count
        let keyed = related.map {
            (line: $0.line, headline: $0.headline, key: headlineKey($0.headline, outlets: outlets))
        }
        let isInline = keyed.map { $0.line < end || ($0.line < listStart && oneLiners.contains($0.line)) }
        let inline = zip(keyed, isInline).filter(\.1).map(\.0)
        let listed = zip(keyed, isInline).filter { !$0.1 }.map(\.0)
        let listedKeys = Set(listed.map(\.key))
        var kept: [String: String] = [:]
        for entry in inline.filter({ !listedKeys.contains($0.key) }) + listed where kept[entry.key] == nil {
            kept[entry.key] = entry.headline
            page.relatedHeadlines.append(RelatedHeadline(headline: entry.headline))
        }
        // A repeat that is printed otherwise (`… - Sputnik`) is in no field.
        for entry in keyed where kept[entry.key] != entry.headline { drop(entry.line) }
    }
}
