import NewsModel
import NewsText

/// The head of pages that open with a clock.
extension PageReader {
    /// Reads everything above the body; returns the index of the body's first line.
    mutating func readClockHead() -> Int {
        let start = (clock?.index ?? -1) + 1
        for index in 0..<(clock?.index ?? 0) { drop(index) }
        guard let anchor = anchor(from: start) else { return readHeadWithoutAnchor(from: start) }
        readHead(from: start, to: anchor)
        return readBelowAnchor(anchor + 1)
    }

    /// The line of the link between head and body, else the counters in its place.
    private func anchor(from start: Int) -> Int? {
        var counter: Int?
        for index in start..<min(lines.count, start + 30) {
            let text = lines[index].text
            if matches[index]?.meaning == .anchor || gluedAnchor(text) != nil { return index }
            if counter == nil, LineShape.isCounter(text) { counter = index }
            if LineShape.isParagraph(text), text.utf8.count > 240 { break }
        }
        return counter
    }

    /// What stands before the link when both share a line: `21:17 18.11.2019 Get short URL`.
    private func gluedAnchor(_ text: String) -> String? {
        guard text.utf8.count <= 120, let layout else { return nil }
        for anchor in layout.form.anchors where text.hasSuffix(anchor) && text.utf8.count > anchor.utf8.count {
            let rest = String(trimmed(text.dropLast(anchor.count)))
            if !rest.isEmpty, PrintedDate.first(in: rest, order: .dayFirst) != nil { return rest }
        }
        return nil
    }

    private mutating func readHead(from start: Int, to anchor: Int) {
        readAnchorLine(anchor)
        var texts: [Int] = []
        for index in start..<anchor {
            let text = lines[index].text
            let match = matches[index]
            if isLoneSection(index, start: start, anchor: anchor) {
                texts.append(index)
            } else if let line = dateLine(at: index, match: match) {
                take(line, at: index)
            } else if let match, match.meaning == .chrome || match.meaning == .footer,
                match.rest.isEmpty || match.isLabel
            {
                drop(index)
            } else if book.isGluedChrome(text) || LineShape.isCounter(text) {
                drop(index)
            } else if CaptionLine.isCredit(text) {
                page.captions.append(text)
                use(index)
            } else if page.byline == nil, let match, match.meaning == .byline, takeByline(match, at: index) {
                continue
            } else if let topic = StorylineLine.topic(in: text), page.storyline == nil {
                page.storyline = topic
                use(index)
            } else {
                texts.append(index)
            }
        }
        dropUndeclaredLink(from: &texts, anchor: anchor)
        takeSection(from: &texts, anchor: anchor)
        takeHeadline(from: texts, start: start, anchor: anchor)
    }

    /// Whether a line that some phrase of other pages fits is the section all the same: `Kommentare`, `Video` and `By
    /// Any Means Necessary` are, where they stand alone above the link.
    private func isLoneSection(_ index: Int, start: Int, anchor: Int) -> Bool {
        guard index + 1 == anchor, lines[anchor].blanksBefore == 0, !LineShape.isCounter(lines[anchor].text),
            let match = matches[index], let form = layout?.form
        else { return false }
        switch match.meaning {
        case .byline: break
        case .chrome, .footer, .closing:
            let key = foldedKey(lines[index].text)
            guard match.isLabel, match.rest.isEmpty,
                !(form.chrome + form.sharedChrome).contains(where: { foldedKey($0) == key })
            else { return false }
        default: return false
        }
        guard index > start, lines[index].blanksBefore == 0 else { return true }
        return CaptionLine.isCredit(lines[index - 1].text) || matches[index - 1]?.meaning == .chrome
    }

    private mutating func readAnchorLine(_ anchor: Int) {
        if let rest = gluedAnchor(lines[anchor].text),
            let line = DateLine.read(rest, meaning: nil, rest: rest[...], book: book, order: order)
        {
            take(line, at: anchor)
        } else {
            drop(anchor)
        }
    }

    /// Where counters had to stand for the link, the line above them may be the link in words that no layout declares:
    /// two short lines in one block are section and link.
    private mutating func dropUndeclaredLink(from texts: inout [Int], anchor: Int) {
        guard LineShape.isCounter(lines[anchor].text), lines[anchor].blanksBefore == 0, let last = texts.last,
            last == anchor - 1, texts.count > 1, texts[texts.count - 2] == last - 1, lines[last].blanksBefore == 0,
            LineShape.wordCount(lines[last].text) <= 4, LineShape.wordCount(lines[last - 1].text) <= 5
        else { return }
        drop(last)
        note("line \(lines[last].number) stands between section and body and was not taken for a field")
        texts.removeLast()
    }

    /// The section is the last line above the link, when it is short.
    private mutating func takeSection(from texts: inout [Int], anchor: Int) {
        guard let last = texts.last else { return }
        let text = lines[last].text
        let isNear = lines[(last + 1)...].prefix(max(0, anchor - last)).allSatisfy { $0.blanksBefore == 0 }
        let limit = isNear ? 6 : 3
        guard text.utf8.count <= 80, LineShape.wordCount(text) <= limit, !LineShape.endsSentence(text) else { return }
        page.section = text
        use(last)
        texts.removeLast()
    }

    /// Tells the headline from an image's caption: a caption stands directly above a credit line, or first of two.
    private mutating func takeHeadline(from texts: [Int], start: Int, anchor: Int) {
        var texts = texts
        let hasBlanks = (start..<anchor).contains { lines[$0].blanksBefore > 0 }
        if hasBlanks {
            texts.removeAll { index in
                guard let credit = creditBelow(index), lines[credit].blanksBefore == 0 else { return false }
                takeCaption(index)
                return true
            }
        }
        while texts.count > 2, LineShape.wordCount(lines[texts[0]].text) <= 3 {
            drop(texts.removeFirst())
        }
        guard let last = texts.last else { return }
        if texts.count == 1, isFrameBelowClock(last) {
            drop(last)
            note("line \(lines[last].number) stands below the clock and was not taken for a field")
            return
        }
        switch texts.count {
        case 1:
            takeHeadline(last)
        case 2
        where LineShape.isParagraph(lines[last].text) && !LineShape.isParagraph(lines[texts[0]].text)
            && creditBelow(last) == nil:
            takeHeadline(texts[0])
            page.standfirst = lines[last].text
            use(last)
        default:
            takeHeadline(last)
            for index in texts.dropLast() {
                if LineShape.wordCount(lines[index].text) <= 3, page.captions.isEmpty {
                    drop(index)
                } else {
                    takeCaption(index)
                }
            }
        }
    }

    /// Whether a line of up to three words stands between the clock and another line without an empty one: links do,
    /// headlines do not.
    private func isFrameBelowClock(_ index: Int) -> Bool {
        guard let clock, index == clock.index + 1, index + 1 < lines.count else { return false }
        return lines[index].blanksBefore == 0 && lines[index + 1].blanksBefore == 0
            && LineShape.wordCount(lines[index].text) <= 3
    }

    private func creditBelow(_ index: Int) -> Int? {
        let next = index + 1
        return next < lines.count && CaptionLine.isCredit(lines[next].text) ? next : nil
    }

    private mutating func takeHeadline(_ index: Int) {
        page.headline = lines[index].text
        use(index)
    }

    /// Puts a caption before the credit line that was read with it.
    private mutating func takeCaption(_ index: Int) {
        let text = lines[index].text
        if let credit = creditBelow(index), let position = page.captions.firstIndex(of: lines[credit].text) {
            page.captions.insert(text, at: position)
        } else if let position = page.captions.indices.first {
            page.captions.insert(text, at: position)
        } else {
            page.captions.append(text)
        }
        use(index)
    }

    /// Counters, the storyline and the frame's last lines above the body.
    private mutating func readBelowAnchor(_ start: Int) -> Int {
        var index = start
        while index < lines.count {
            let text = lines[index].text
            let match = matches[index]
            if LineShape.isCounter(text) {
                drop(index)
            } else if let line = dateLine(at: index, match: match) {
                take(line, at: index)
            } else if let topic = StorylineLine.topic(in: text) {
                takeStoryline(topic, at: index)
            } else if let match, match.meaning == .chrome || match.meaning == .anchor,
                match.isLabel || text.utf8.count < 60
            {
                drop(index)
            } else if let match, match.meaning == .storyline, !match.rest.isEmpty {
                takeStoryline(StorylineLine.topic(in: String(match.rest)) ?? String(match.rest), at: index)
            } else if page.byline == nil, let match, match.meaning == .byline, takeByline(match, at: index) {
                index += 1
                continue
            } else if index < start + 12, lines[index].blanksBefore == 0, isLooseHeadLine(index) {
                takeLooseHeadLine(index)
            } else {
                return index
            }
            index += 1
        }
        return index
    }

    mutating func takeStoryline(_ topic: String, at index: Int) {
        if page.storyline == nil { page.storyline = topic }
        if let storyline = page.storyline, same(storyline, topic) { use(index) } else { drop(index) }
    }

    /// A short line in one block with the link and the counters, before the body's first blank line.
    private func isLooseHeadLine(_ index: Int) -> Bool {
        let text = lines[index].text
        guard !LineShape.isParagraph(text), LineShape.wordCount(text) <= 14, index + 1 < lines.count else {
            return false
        }
        return lines[index + 1].blanksBefore > 0 || LineShape.isCounter(lines[index + 1].text)
    }

    private mutating func takeLooseHeadLine(_ index: Int) {
        let text = lines[index].text
        let recurs = lines.dropFirst(index + 1).contains {
            StorylineLine.topic(in: $0.text).map { same($0, text) } ?? same($0.text, text)
        }
        if recurs, page.storyline == nil {
            page.storyline = text
            use(index)
        } else if page.headline == nil, LineShape.wordCount(text) >= 4 {
            page.headline = text
            use(index)
        } else {
            drop(index)
            note("line \(lines[index].number) stands between head and body and was not taken for a field")
        }
    }

    /// Reads a head that has neither the link nor counters: the lines above the first paragraph.
    private mutating func readHeadWithoutAnchor(from start: Int) -> Int {
        var texts: [Int] = []
        var index = start
        while index < min(lines.count, start + 12) {
            let text = lines[index].text
            let match = matches[index]
            if let line = dateLine(at: index, match: match) {
                take(line, at: index)
            } else if let match, match.meaning == .chrome, match.isLabel {
                drop(index)
            } else if CaptionLine.isCredit(text) {
                page.captions.append(text)
                use(index)
            } else if let topic = StorylineLine.topic(in: text) {
                takeStoryline(topic, at: index)
            } else if LineShape.isParagraph(text) || match?.meaning == .related || match?.meaning == .tags {
                break
            } else {
                texts.append(index)
            }
            index += 1
        }
        takeSection(from: &texts, anchor: index)
        takeHeadline(from: texts, start: start, anchor: index)
        return index
    }
}
