import NewsText

/// Other stories' headlines and tags that follow the body without a label.
extension PageReader {
    /// Moves headlines and tags from the end of the body where they belong.
    ///
    /// Two empty lines before a block of lines that are no prose make it a list. In layouts that print such lists, a
    /// tag line at the end is enough.
    mutating func readUnlabelledTail() {
        takeTagsFromList()
        dropBelowLists()
        let notes = setTrailingNotesAside()
        defer { body += notes }
        takeRepeatedStoryline()
        let printsTail = layout?.form.hasUnlabelledTail == true
        if printsTail, page.tags.isEmpty { takeLastTagLine() }
        takeRepeatedStoryline()
        takeHeadlineBlock(printsTail: printsTail)
        takeRepeatedStoryline()
    }

    /// A tag line without a label at the end of a list that had one.
    private mutating func takeTagsFromList() {
        guard layout?.form.hasUnlabelledTail == true, page.tags.isEmpty, let last = related.last else { return }
        guard last.line > (body.last ?? -1), related.count > 1 else { return }
        switch TagLine.likeness(of: last.headline) {
        case .none: return
        case .possible:
            let isList = TagLine.tags(in: last.headline).count > 1
            guard isList, TagLine.startsSmall(last.headline) || bodyHolds(last.headline) else { return }
        case .certain: break
        }
        related.removeLast()
        takeTags(last.headline, at: last.line)
    }

    private mutating func takeRepeatedStoryline() {
        guard opensWithClock, let last = body.last, last > 0 else { return }
        let text = lines[last].text
        if let topic = StorylineLine.topic(in: text), LineShape.wordCount(topic) <= 14 {
            body.removeLast()
            takeStoryline(topic, at: last)
        } else if let storyline = page.storyline, same(storyline, text) {
            body.removeLast()
            use(last)
        }
    }

    /// The tag line, when the body's last line is one.
    private mutating func takeLastTagLine() {
        guard let last = body.last, body.count > 1 || page.headline != nil else { return }
        let text = lines[last].text
        guard FootnoteReader.definition(text) == nil, LineShape.bullet(text) == nil else { return }
        switch TagLine.likeness(of: text) {
        case .none:
            guard !isProse(last), TagLine.tags(in: text).count <= 2, lines[last].text.utf8.count <= 80, bodyHolds(text)
            else { return }
        case .possible:
            // Few entries: a tag line when the story names one, or when they are short and set apart.
            let isSetApart = lines[last].blanksBefore != 1
            guard (isSetApart && isShortEntry(text)) || bodyHolds(text) else { return }
        case .certain: break
        }
        body.removeLast()
        takeTags(text, at: last)
    }

    /// Whether the entries are too short for a headline: two words, or a few that begin with a small letter.
    private func isShortEntry(_ text: String) -> Bool {
        !LineShape.beginsLikeSentence(text) || TagLine.tags(in: text).allSatisfy { LineShape.wordCount($0) <= 2 }
    }

    /// Whether the story names the first entry of a tag line, or one of three or more.
    private func bodyHolds(_ text: String) -> Bool {
        let tags = TagLine.tags(in: text)
        let keys = (tags.count < 3 ? tags.prefix(1) : tags[...]).map { foldedKey($0) }
        var budget = 65_536
        for index in body.dropLast() {
            let line = lines[index].text
            guard isProse(index) else { continue }
            budget -= line.utf8.count
            guard budget > 0 else { return false }
            let key = foldedKey(line)
            if keys.contains(where: { TagLine.names(key, $0) }) { return true }
        }
        return false
    }

    private func isProse(_ index: Int) -> Bool { LineShape.isParagraph(lines[index].text) }

    /// Drops short lines below a list that had a label: the story does not go on there.
    private mutating func dropBelowLists() {
        guard let lastList = lastLabelledLine else { return }
        while let last = body.last, last > lastList, !isProse(last), !isNote(last),
            !CaptionLine.isCredit(lines[last].text), !isStoryline(last)
        {
            body.removeLast()
            drop(last)
            note("line \(lines[last].number) stands below the story's lists and was not taken for a field")
        }
    }

    /// The last line that became a tag or a related headline by its label. Where lists need no labels, a headline on
    /// one line with its label opens none: headlines and tags may follow it.
    private var lastLabelledLine: Int? {
        let start = body.lastIndex { isProse($0) }.map { body[$0] } ?? 0
        let printsTail = layout?.form.hasUnlabelledTail == true
        return lines.indices.last { $0 > start && listed.contains($0) && !(printsTail && oneLiners.contains($0)) }
    }

    private func isStoryline(_ index: Int) -> Bool {
        let text = lines[index].text
        return StorylineLine.topic(in: text) != nil || page.storyline.map { same($0, text) } ?? false
    }

    /// Footnotes below the tags or the related headlines, to be put back behind the body.
    private mutating func setTrailingNotesAside() -> [Int] {
        var end = body.count
        while end > 0, isNote(body[end - 1]) { end -= 1 }
        guard end < body.count, end > 0, !isProse(body[end - 1]) else { return [] }
        let notes = Array(body[end...])
        let blanks = notes.count { FootnoteReader.definition(lines[$0].text)?.hasBlank == true }
        guard blanks <= 1 else { return [] }
        body.removeSubrange(end...)
        return notes
    }

    private func isNote(_ index: Int) -> Bool { FootnoteReader.definition(lines[index].text) != nil }

    private func endsList(_ index: Int) -> Bool {
        isProse(index) || isNote(index) || CaptionLine.isCredit(lines[index].text)
            || LineShape.isDivider(lines[index].text)
    }

    /// The block of headlines at the end of the body.
    ///
    /// Below two empty lines single ones may part the headlines; without those the block must stand together.
    private mutating func takeHeadlineBlock(printsTail: Bool) {
        guard let start = setApartStart() ?? blockStart() else { return }
        let count = body.count - start
        let gap = lines[body[start]].blanksBefore
        let isSetApart = gap >= 2
        let accepts: Bool
        if printsTail {
            accepts = isSetApart || count >= 2 || (!page.tags.isEmpty && isBelowProse(start))
        } else {
            accepts =
                isSetApart && count >= 2
                && (start..<body.count).allSatisfy { LineShape.bullet(lines[body[$0]].text) == nil }
        }
        guard accepts, (start..<body.count).allSatisfy({ LineShape.wordCount(lines[body[$0]].text) >= 2 }) else {
            return
        }
        takeBlock(from: start)
    }

    /// Where the lines below the body's last two empty lines begin, when they are no prose.
    ///
    /// A headline may end as a sentence does (`'We Will Be Back.'`): among at least two others that stand directly
    /// above and below it, a short line that does is one.
    private func setApartStart() -> Int? {
        var start = body.count
        var sentences = 0
        while start > 1 {
            let index = body[start - 1]
            if isProse(index) {
                let isBetweenHeadlines =
                    lines[index].text.utf8.count <= 140 && (start == body.count || lines[body[start]].blanksBefore == 0)
                guard isBetweenHeadlines, lines[index].blanksBefore != 1 else { return nil }
                sentences += 1
            } else if endsList(index) {
                return nil
            }
            start -= 1
            if lines[index].blanksBefore >= 2 {
                let others = body.count - start - sentences
                return sentences == 0 || (others >= 2 && others > sentences) ? start : nil
            }
        }
        return nil
    }

    /// Where the last block of lines without an empty one begins, as far as it is no prose.
    private func blockStart() -> Int? {
        var start = body.count
        while start > 0, !endsList(body[start - 1]) {
            start -= 1
            if lines[body[start]].blanksBefore > 0 { break }
        }
        return start < body.count && start > 0 ? start : nil
    }

    private func isBelowProse(_ position: Int) -> Bool {
        isProse(body[position - 1]) || FootnoteReader.definition(lines[body[position - 1]].text) != nil
    }

    private mutating func takeBlock(from start: Int) {
        var block: [(line: Int, headline: String)] = []
        for index in body[start...] {
            let text = lines[index].text
            block.append((index, LineShape.bullet(text).map { String($0.rest) } ?? text))
            use(index)
        }
        body.removeSubrange(start...)
        let position = related.firstIndex { $0.line > (block.last?.line ?? 0) } ?? related.count
        related.insert(contentsOf: block, at: position)
    }
}
