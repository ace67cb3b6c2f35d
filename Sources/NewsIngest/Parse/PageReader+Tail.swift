import NewsText

/// Other stories' headlines and tags that follow the body without a label.
extension PageReader {
    /// Moves headlines and tags from the end of the body where they belong.
    ///
    /// Two empty lines before a block of lines that are no prose make it a list. In layouts that print such lists, a
    /// tag line at the end is enough.
    mutating func readUnlabelledTail() {
        takeTagsFromList()
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
        guard last.line > (body.last ?? -1), TagLine.likeness(of: last.headline) == .certain, related.count > 1 else {
            return
        }
        related.removeLast()
        takeTags(last.headline, at: last.line)
    }

    private mutating func takeRepeatedStoryline() {
        guard layout != nil, let last = body.last, last > 0 else { return }
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
        guard let last = body.last, body.count > 1 else { return }
        let text = lines[last].text
        guard FootnoteReader.definition(text) == nil, LineShape.bullet(text) == nil else { return }
        switch TagLine.likeness(of: text) {
        case .none:
            guard !isProse(last), TagLine.tags(in: text).count <= 2, lines[last].text.utf8.count <= 80, bodyHolds(text)
            else { return }
        case .possible:
            // One or two entries: a tag line when the story names the first, or when they are short and set apart.
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

    /// Whether the story names the first entry of a tag line.
    private func bodyHolds(_ text: String) -> Bool {
        guard let first = TagLine.tags(in: text).first else { return false }
        let key = foldedKey(first)
        var budget = 65_536
        for index in body.dropLast() {
            let line = lines[index].text
            guard isProse(index) else { continue }
            budget -= line.utf8.count
            guard budget > 0 else { return false }
            if TagLine.contains(foldedKey(line), key) { return true }
        }
        return false
    }

    private func isProse(_ index: Int) -> Bool { LineShape.isParagraph(lines[index].text) }

    /// The block of headlines at the end of the body.
    private mutating func takeHeadlineBlock(printsTail: Bool) {
        var start = body.count
        while start > 0 {
            let index = body[start - 1]
            let text = lines[index].text
            if isProse(index) || FootnoteReader.definition(text) != nil || CaptionLine.isCredit(text) { break }
            if LineShape.isDivider(text) { break }
            start -= 1
            // A list begins below an empty line: one is enough only where the whole list stands together.
            if lines[index].blanksBefore > 0 { break }
        }
        guard start < body.count, start > 0 else { return }
        let count = body.count - start
        let gap = lines[body[start]].blanksBefore
        let isSetApart = gap >= 2
        let accepts: Bool
        if printsTail {
            accepts = isSetApart || count >= 2 || (!page.tags.isEmpty && gap <= 1 && isBelowProse(start))
        } else {
            accepts =
                isSetApart && count >= 2
                && (start..<body.count).allSatisfy { LineShape.bullet(lines[body[$0]].text) == nil }
        }
        guard accepts, (start..<body.count).allSatisfy({ LineShape.wordCount(lines[body[$0]].text) >= 2 }) else {
            return
        }
        takeBlock(from: start)
        // More lists of one page stand apart from each other.
        if printsTail, body.count > 1 { takeHeadlineBlockAbove() }
    }

    private mutating func takeHeadlineBlockAbove() {
        guard let last = body.last, !isProse(last), FootnoteReader.definition(lines[last].text) == nil,
            !CaptionLine.isCredit(lines[last].text), StorylineLine.topic(in: lines[last].text) == nil
        else { return }
        let taken = related
        takeHeadlineBlock(printsTail: false)
        if related.count == taken.count { return }
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
