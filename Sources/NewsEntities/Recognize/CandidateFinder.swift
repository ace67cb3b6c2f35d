import NewsModel

/// Finds what may be names in an article, and collects what speaks for each.
struct CandidateFinder {
    /// What was found.
    private(set) var names = NameTable()
    /// Acronyms by the key of their one word, with the key of what they stand for.
    private(set) var acronyms: [UInt64: UInt64] = [:]

    private let isEnglish: Bool
    private let texts: ArticleText
    private let lexicon = Lexicon.shared
    /// Words that stand in lower case somewhere; a capital on them at a sentence's beginning says nothing.
    private var lowerWords: Set<UInt64> = []
    /// Words that have a capital inside a sentence, as printed.
    private var plainCapitals: Set<UInt64> = []

    init(isEnglish: Bool, texts: ArticleText) {
        self.isEnglish = isEnglish
        self.texts = texts
    }

    /// Reads the whole article.
    mutating func findAll() {
        for item in texts.items where !item.isHeadlineStyle && item.field != .tag {
            for token in item.text.tokens {
                if token.shape == .lower {
                    lowerWords.insert(token.folded)
                } else if token.isNameLike && !token.isInitialWord {
                    plainCapitals.insert(token.hash)
                }
            }
        }
        let tagsAreLower = texts.items.contains { $0.field == .tag && $0.text.tokens.first?.shape == .lower }
        for item in texts.items {
            findAcronyms(item.text)
            if item.field == .tag {
                findTag(item.text, caseIsInformative: tagsAreLower)
            } else if isEnglish {
                findKnownNames(item.text)
                if item.isHeadlineStyle { findFullNames(item.text) } else { findRuns(item.text) }
            } else if !item.isHeadlineStyle {
                findTitledPersons(item.text)
            }
        }
    }

    private mutating func findAcronyms(_ text: TokenizedText) {
        for definition in AcronymDefinition.all(in: text) {
            let acronym = definition.acronym..<(definition.acronym + 1)
            let words = text.tokens[definition.name]
            let isPlace = words.last.map { $0.traits.contains(.place) && !$0.traits.contains(.organization) } ?? false
            let kind: EntityKind = isPlace ? .place : .organization
            names.add(text, definition.name, kind: kind, weight: 3, isCertain: true)
            names.add(text, acronym, kind: kind, weight: 1, isCertain: true)
            acronyms[text.key(acronym)] = text.key(definition.name)
        }
    }

    /// A tag is a name when it is written like one and nothing shows that tags are always written so.
    private mutating func findTag(_ text: TokenizedText, caseIsInformative: Bool) {
        let tokens = text.tokens
        guard let first = tokens.first, first.isNameLike, tokens.count <= 8 else { return }
        let range = tokens.indices
        for (index, token) in tokens.enumerated() where index > 0 {
            let joins = token.traits.contains(.joint) || token.traits.contains(.particle)
            guard token.isAttached, token.isNameLike || joins || token.shape == .number else { return }
        }
        if let known = lexicon.knownName(text.key(range)) {
            names.add(text, range, kind: known.kind, weight: 4, isCertain: true, identity: known.identity)
            return
        }
        let isOrdinary =
            first.traits.contains(.common) || first.traits.contains(.calendar) || first.traits.contains(.title)
        if tokens.count == 1 {
            guard !isOrdinary, !first.traits.contains(.demonym), !first.traits.contains(.organization),
                !lowerWords.contains(first.folded), first.shape != .initial
            else { return }
            let isCapitals = first.shape == .capitals && first.length <= 6
            guard isCapitals || caseIsInformative || plainCapitals.contains(first.hash) else { return }
        }
        let isNoun =
            tokens.count > 1 && tokens.allSatisfy { lowerWords.contains($0.folded) || $0.traits.contains(.common) }
        guard !isNoun else { return }
        let evidence = evidence(text, range)
        names.add(text, range, kind: evidence.kind ?? .other, weight: 1, isCertain: true)
    }

    private mutating func findKnownNames(_ text: TokenizedText) {
        let tokens = text.tokens
        var index = 0
        while index < tokens.count {
            guard tokens[index].isNameLike else {
                index += 1
                continue
            }
            var key = Lexicon.seed
            var found: (count: Int, name: Lexicon.KnownName)?
            for count in 1...Lexicon.longestKnownName {
                let next = index + count - 1
                guard next < tokens.count, count == 1 || tokens[next].isAttached else { break }
                key = Lexicon.join(key, tokens[next].hash)
                if let name = lexicon.knownName(key) { found = (count, name) }
            }
            if let found {
                names.add(
                    text, index..<(index + found.count), kind: found.name.kind, weight: 4, isCertain: true,
                    identity: found.name.identity)
            }
            index += found?.count ?? 1
        }
    }

    /// In headlines only a first name and the word after it are taken.
    private mutating func findFullNames(_ text: TokenizedText) {
        for index in text.tokens.indices.dropLast() {
            let (first, last) = (text.tokens[index], text.tokens[index + 1])
            guard first.traits.contains(.firstName), last.isAttached, last.shape == .capitalized,
                last.traits.isDisjoint(with: [
                    .common, .organization, .place, .title, .calendar, .demonym, .afterPerson,
                ])
            else { continue }
            names.add(text, index..<(index + 2), kind: .person, weight: 2)
        }
    }

    /// In other languages: one to three words after a title, the first of them a first name unless it is the only one.
    private mutating func findTitledPersons(_ text: TokenizedText) {
        for index in text.tokens.indices.dropLast() where text.tokens[index].traits.contains(.title) {
            let start = index + 1
            var end = start
            while end < text.tokens.count, end - start < 3, text.tokens[end].isAttached,
                text.tokens[end].shape == .capitalized || text.tokens[end].shape == .initial,
                text.tokens[end].traits.isDisjoint(with: [.title, .organization, .common])
            {
                end += 1
            }
            guard end > start else { continue }
            let isFull = text.tokens[start].traits.contains(.firstName) && end > start + 1
            if isFull { names.add(text, start..<(start + 2), kind: .person, weight: 3, isCertain: true) }
        }
    }

    private mutating func findRuns(_ text: TokenizedText) {
        let longest = 10
        var index = 0
        while index < text.tokens.count {
            guard text.tokens[index].isNameLike else {
                index += 1
                continue
            }
            var end = index + 1
            while end < text.tokens.count, let next = continuation(text, from: index, to: end) { end = next }
            if end - index <= longest { readRun(text, index..<end) }
            index = end
        }
    }

    /// Where a run goes on after `end`: over the next capitalized word, or over small words and one; `nil` at its end.
    private func continuation(_ text: TokenizedText, from start: Int, to end: Int) -> Int? {
        let tokens = text.tokens
        guard tokens[end].isAttached else { return nil }
        if tokens[end].isNameLike { return end + 1 }
        func isName(_ index: Int) -> Bool {
            index < tokens.count && tokens[index].isAttached && tokens[index].isNameLike
        }
        let traits = tokens[end].traits
        if traits.contains(.joint), end - start <= 8 {
            let isOfOrFor = tokens[end].folded != Lexicon.and && tokens[end].folded != Lexicon.the
            if isOfOrFor, !tokens[end - 1].traits.isDisjoint(with: [.organization, .place]) {
                if isName(end + 1) { return end + 2 }
                if end + 1 < tokens.count, tokens[end + 1].folded == Lexicon.the, isName(end + 2) { return end + 3 }
            }
            // "Ministry of Labour and Social Affairs"
            if tokens[end].folded == Lexicon.and, isName(end + 1),
                tokens[start..<end].contains(where: { $0.folded == Lexicon.of && $0.shape == .lower }),
                tokens[end + 1].traits.isDisjoint(with: [.title, .firstName, .demonym]),
                lexicon.knownName(text.key((end + 1)..<(end + 2))) == nil
            {
                return end + 2
            }
            return nil
        }
        guard traits.contains(.particle) else { return nil }
        if isName(end + 1) { return end + 2 }
        let isSecondParticle =
            end + 1 < tokens.count && tokens[end + 1].isAttached && tokens[end + 1].traits.contains(.particle)
        return isSecondParticle && isName(end + 2) ? end + 3 : nil
    }
}

extension CandidateFinder {
    /// Reads one run of capitalized words.
    private mutating func readRun(_ text: TokenizedText, _ run: Range<Int>) {
        guard let range = trimmed(text, run) else { return }
        let tokens = text.tokens
        guard !isClause(tokens[range]) else { return }
        if let person = titledPerson(text, range) {
            names.add(text, person, kind: .person, weight: 3, isCertain: true, isPlain: true)
            return
        }
        if range.count == 1 {
            readSingleWord(text, range.lowerBound)
            return
        }
        let first = tokens[range.lowerBound]
        let evidence = evidence(text, range)
        if first.isInitialWord, evidence.kind != .person, evidence.kind != .organization,
            lowerWords.contains(first.folded) || first.traits.contains(.common)
        {
            readRun(text, range.dropFirst())
            return
        }
        names.add(text, range, kind: evidence.kind ?? .other, weight: max(evidence.weight, 1), isPlain: true)
    }

    /// Whether words with capitals are a heading or the beginning of a clause: `Do You Think`, `Nobody Told Us`.
    private func isClause(_ words: ArraySlice<TextToken>) -> Bool {
        words.count > 1 && words.contains { $0.shape == .capitalized && $0.traits.contains(.clause) }
            && !words.contains { !$0.traits.isDisjoint(with: [.organization, .place, .firstName, .title]) }
    }

    /// A run without the words at its ends that belong to no name; `nil` when nothing is left.
    private func trimmed(_ text: TokenizedText, _ run: Range<Int>) -> Range<Int>? {
        let tokens = text.tokens
        var range = run
        func isName(_ traits: WordTraits) -> Bool { !traits.isDisjoint(with: [.organization, .place]) }
        while let last = range.last,
            tokens[last].traits.contains(.calendar) || tokens[last].traits.contains(.joint)
                || tokens[last].shape == .initial
                || tokens[last].traits.contains(.title) && !tokens[range.lowerBound].traits.contains(.firstName)
        {
            range = range.dropLast()
        }
        while let index = range.first {
            let traits = tokens[index].traits
            let rest = range.dropFirst()
            let keeps = traits.contains(.nameAdjective) && rest.contains { isName(tokens[$0].traits) }
            let isTitled = traits.contains(.title) && !rest.isEmpty
            let isOpening = traits.contains(.common) && tokens[index].isInitialWord && !keeps && !isTitled
            let isDemonym = traits.contains(.demonym) && !rest.contains { isName(tokens[$0].traits) }
            guard traits.contains(.joint) || traits.contains(.calendar) || isOpening || isDemonym else { break }
            range = rest
        }
        return range.isEmpty ? nil : range
    }

    /// The words after the last title of a run, when they are a person's name.
    private func titledPerson(_ text: TokenizedText, _ range: Range<Int>) -> Range<Int>? {
        let tokens = text.tokens
        guard !tokens[range.lowerBound].traits.contains(.firstName),
            let title = range.dropLast().last(where: { tokens[$0].traits.contains(.title) })
        else { return nil }
        let rest = (title + 1)..<range.upperBound
        guard rest.count <= 4, rest.allSatisfy({ !isImpersonal(tokens[$0]) }) else { return nil }
        return rest
    }

    /// `its president, Minette Shaw, said`: two or three words between commas behind a title.
    private func isApposition(_ tokens: [TextToken], _ range: Range<Int>) -> Bool {
        let title = tokens[range.lowerBound - 1]
        return (2...3).contains(range.count) && tokens[range.lowerBound].gap == .other && title.shape == .lower
            && title.traits.contains(.title) && range.upperBound < tokens.count
            && tokens[range.upperBound].gap == .other && range.allSatisfy { !isImpersonal(tokens[$0]) }
    }

    private func isImpersonal(_ token: TextToken) -> Bool {
        !token.traits.isDisjoint(with: [.organization, .place, .calendar, .demonym, .joint])
            || token.traits.contains(.common) && !token.traits.contains(.firstName)
    }

    /// A word alone needs more: a cue beside it, or to stand so more than once.
    private mutating func readSingleWord(_ text: TokenizedText, _ index: Int) {
        let token = text.tokens[index]
        guard token.length > 1,
            token.traits.isDisjoint(with: [.common, .demonym, .organization, .place, .title, .calendar]),
            !lowerWords.contains(token.folded)
        else { return }
        let range = index..<(index + 1)
        let evidence = evidence(text, range)
        if token.isInitialWord {
            if let kind = evidence.kind, plainCapitals.contains(token.hash) {
                names.add(text, range, kind: kind, weight: evidence.weight)
            }
        } else {
            names.add(text, range, kind: evidence.kind ?? .other, weight: evidence.weight, isPlain: true)
        }
    }

    /// What the words of a name and those beside it say of its kind.
    private func evidence(_ text: TokenizedText, _ range: Range<Int>) -> (kind: EntityKind?, weight: Int32) {
        let tokens = text.tokens
        guard let start = range.first, let end = range.last else { return (nil, 0) }
        let ofWord = range.first { tokens[$0].folded == Lexicon.of }
        let heads = ofWord.map { [$0 - 1, end] } ?? [end, start]
        if range.count > 1 {
            if range.contains(where: { tokens[$0].traits.contains(.organization) && tokens[$0].shape != .lower }) {
                let isPlace = tokens[end].traits.contains(.place) && !tokens[end].traits.contains(.organization)
                return (isPlace ? .place : .organization, 3)
            }
            if heads.contains(where: { $0 >= start && tokens[$0].traits.contains(.place) }) { return (.place, 3) }
            let isShort = range.count <= 4
            if isShort, tokens[start].traits.contains(.firstName) { return (.person, 3) }
            if isShort, range.contains(where: { tokens[$0].shape == .initial }) { return (.person, 2) }
        }
        var before = start - 1
        if before >= 0, isApposition(tokens, range) { return (.person, 2) }
        if before >= 0, tokens[start].isAttached {
            if tokens[before].folded == Lexicon.the, before > 0, tokens[before].isAttached { before -= 1 }
            let previous = tokens[before]
            if previous.traits.contains(.title), previous.shape == .lower, before == start - 1 { return (.person, 3) }
            if previous.folded == Lexicon.of, before > 0, tokens[before - 1].traits.contains(.placeNoun) {
                return (.place, 3)
            }
            if previous.traits.contains(.beforePlace) { return (.place, before == start - 1 ? 2 : 1) }
        }
        if end + 1 < tokens.count, tokens[end + 1].isAttached, tokens[end + 1].shape == .lower {
            let next = tokens[end + 1].traits
            if next.contains(.afterPlace) { return (.place, 2) }
            if next.contains(.afterOrganization) { return (.organization, 2) }
            if next.contains(.afterPerson), range.count <= 3 { return (.person, range.count == 1 ? 0 : 1) }
        }
        return (nil, 0)
    }
}
