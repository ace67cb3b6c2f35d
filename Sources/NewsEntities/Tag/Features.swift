/// What may be noticed of a word in its sentence and document. Raw values are part of a model.
enum Template: UInt64 {
    // Of one word, seen from it or from a word beside it.
    case any = 1
    case lower, exact, shape, outline, prefix, suffix, ending, hyphen, cluster, list, listOutline, caseClass, length
    // Of two and three words.
    case outlines, outlinesAround, outlineBefore, outlineAfter
    case beforeOutline, afterOutline, twoBefore, twoAfter, beforeWord, wordAfter
    case clusterBefore, clusterAfter, clusterBeforeOutline, clusterAfterOutline, listsBefore, listsAfter
    // Of the run of capitals around it.
    case run, runFirst, runLast, runBefore, runAfter, runAround, runLastCluster, runFirstLists
    // Of the sentence.
    case styleCase, style, initial, initialCase, phraseBegins, phraseGoesOn, phraseOutline, short
    // Of the document.
    case seenLower, seenCapital, contextBefore, contextAfter, contextBeforeCluster, contextAfterCluster
    case contextBeforeList
}

/// Takes the keys of what is noticed.
protocol FeatureSink {
    mutating func add(_ key: UInt32)
}

extension FeatureSink {
    @inline(__always)
    mutating func add(_ template: Template, _ value: UInt64, at place: Int = 0) {
        add(Fingerprint.short(Fingerprint.pair(template.rawValue &+ UInt64(place + 2) << 8, value)))
    }

    @inline(__always)
    mutating func add(_ template: Template, _ first: UInt64, _ second: UInt64) {
        add(template, Fingerprint.pair(first, second))
    }
}

extension WordProfile {
    /// Adds what is noticed of this word alone, seen from the word that it follows by `place` words.
    func addFeatures(at place: Int, to sink: inout some FeatureSink) {
        if place == 0 { addOwnFeatures(to: &sink) }
        sink.add(.lower, lower, at: place)
        sink.add(.outline, outline, at: place)
        if cluster.length > 0 {
            for level in Self.levels where level == Self.levels[0] || cluster.length > level / 2 {
                sink.add(.cluster, cluster.prefix(level), at: place)
            }
        }
        guard abs(place) == 1 else { return }
        if ending != 0 { sink.add(.ending, ending, at: place) }
        forEachList { sink.add(.list, $0, at: place) }
    }

    /// How many branches of the tree of clusters are taken for wider classes.
    private static let levels: [UInt8] = [4, 6, 10, 20]

    private func addOwnFeatures(to sink: inout some FeatureSink) {
        sink.add(.any, 0)
        sink.add(.exact, exact)
        sink.add(.shape, shape)
        for count in 0..<4 where affixes[count] != 0 {
            sink.add(.prefix, affixes[count])
            sink.add(.suffix, affixes[7 - count])
        }
        if hasHyphen { sink.add(.hyphen, 0) }
        sink.add(.caseClass, UInt64(caseClass), isCapital ? 1 : 0)
        forEachList {
            sink.add(.list, $0)
            sink.add(.listOutline, $0, outline)
        }
    }

    @inline(__always)
    private func forEachList(_ body: (UInt64) -> Void) {
        var rest = lists.subtracting(.beginsLonger).rawValue
        while rest != 0 {
            body(UInt64(rest.trailingZeroBitCount))
            rest &= rest - 1
        }
    }

    /// Adds that another occurrence of a word follows or precedes this one.
    func addContextFeatures(isBefore: Bool, to sink: inout some FeatureSink) {
        sink.add(isBefore ? .contextBefore : .contextAfter, lower)
        if cluster.length > 0 { sink.add(isBefore ? .contextBeforeCluster : .contextAfterCluster, cluster.prefix(10)) }
        if isBefore { forEachList { sink.add(.contextBeforeList, $0) } }
    }
}

/// A sentence while its words are looked at.
struct SentenceView {
    let profiles: UnsafeBufferPointer<WordProfile>
    let words: UnsafeBufferPointer<Int32>
    let style: TokenDocument.Style
    /// The run of capitals that each word stands in, empty for others, relative to the sentence.
    let runs: [Range<Int32>]
    /// The lists that hold a name of several words: in the lower half those of names that begin at a word, in the upper
    /// half those of names that go on over it.
    let phrases: [UInt32]

    @inline(__always)
    subscript(_ index: Int) -> WordProfile {
        _read {
            let number = index < 0 ? Vocabulary.before : index >= words.count ? Vocabulary.after : Int(words[index])
            yield profiles[number]
        }
    }

    init(
        _ words: UnsafeBufferPointer<Int32>, style: TokenDocument.Style, profiles: UnsafeBufferPointer<WordProfile>,
        gazetteer: FingerprintMap<UInt16>
    ) {
        self.words = words
        self.style = style
        self.profiles = profiles
        runs = Self.runs(words, profiles)
        phrases = Self.phrases(words, profiles, gazetteer)
    }

    private static func runs(
        _ words: UnsafeBufferPointer<Int32>, _ profiles: UnsafeBufferPointer<WordProfile>
    ) -> [Range<Int32>] {
        var runs = [Range<Int32>](repeating: 0..<0, count: words.count)
        func isCapital(_ index: Int) -> Bool { index < words.count && profiles[Int(words[index])].isCapital }
        var index = 0
        while index < words.count {
            guard isCapital(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while isCapital(end) || end < words.count && profiles[Int(words[end])].isJoint && isCapital(end + 1) {
                end += 1
            }
            for inside in index..<end { runs[inside] = Int32(index)..<Int32(end) }
            index = end
        }
        return runs
    }

    private static let longestPhrase = 6

    private static func phrases(
        _ words: UnsafeBufferPointer<Int32>, _ profiles: UnsafeBufferPointer<WordProfile>,
        _ gazetteer: FingerprintMap<UInt16>
    ) -> [UInt32] {
        var phrases = [UInt32](repeating: 0, count: words.count)
        for start in words.indices {
            let first = profiles[Int(words[start])]
            guard first.lists.contains(.beginsLonger), first.hasUpper else { continue }
            var name = first.lower
            var end = start + 1
            while end < words.count, end - start < longestPhrase {
                name = WordTables.phrase(name, followedBy: profiles[Int(words[end])].lower)
                end += 1
                guard let found = gazetteer[Fingerprint.short(name)] else { continue }
                let lists = UInt32(found & ~GazetteerLists.beginsLonger.rawValue)
                phrases[start] |= lists
                for inside in (start + 1)..<end { phrases[inside] |= lists << 16 }
            }
        }
        return phrases
    }
}

extension SentenceView {
    /// Adds what is noticed of the word at `index` together with its neighbours and its sentence.
    func addFeatures(at index: Int, to sink: inout some FeatureSink) {
        addPairs(index, to: &sink)
        addClusters(index, to: &sink)
        let word = self[index]
        if style != .plain {
            sink.add(.style, UInt64(style.rawValue), word.isCapital ? 1 : 0)
            sink.add(
                .styleCase, Fingerprint.pair(UInt64(style.rawValue), UInt64(word.caseClass)), word.isCapital ? 1 : 0)
        }
        if index == 0 {
            sink.add(.initial, word.isCapital ? 1 : 0)
            sink.add(.initialCase, UInt64(word.caseClass), word.isCapital ? 1 : 0)
        }
        if words.count <= 4 { sink.add(.short, UInt64(words.count) << 8 | UInt64(index), word.outline) }
        if runs[index].lowerBound < runs[index].upperBound { addRun(index, to: &sink) }
        var rest = phrases[index]
        while rest != 0 {
            let bit = UInt64(rest.trailingZeroBitCount)
            sink.add(bit < 16 ? .phraseBegins : .phraseGoesOn, bit)
            sink.add(.phraseOutline, bit, word.outline)
            rest &= rest - 1
        }
    }

    @inline(__always)
    private func addPairs(_ index: Int, to sink: inout some FeatureSink) {
        let (outline, lower) = (self[index].outline, self[index].lower)
        let (before, after) = (self[index - 1].lower, self[index + 1].lower)
        let (outlineBefore, outlineAfter) = (self[index - 1].outline, self[index + 1].outline)
        sink.add(.outlineBefore, outlineBefore, outline)
        sink.add(.outlineAfter, outline, outlineAfter)
        sink.add(.outlinesAround, Fingerprint.pair(outlineBefore, outline), outlineAfter)
        sink.add(.beforeOutline, before, outline)
        sink.add(.afterOutline, after, outline)
        sink.add(.twoBefore, Fingerprint.pair(self[index - 2].lower, before), outline)
        sink.add(.twoAfter, Fingerprint.pair(after, self[index + 2].lower), outline)
        sink.add(.beforeWord, before, lower)
        sink.add(.wordAfter, lower, after)
    }

    @inline(__always)
    private func addClusters(_ index: Int, to sink: inout some FeatureSink) {
        let (own, outline) = (self[index].cluster.prefix(20), self[index].outline)
        let (before, after) = (self[index - 1].cluster.prefix(20), self[index + 1].cluster.prefix(20))
        sink.add(.clusterBefore, before, own)
        sink.add(.clusterAfter, own, after)
        sink.add(.clusterBeforeOutline, before, outline)
        sink.add(.clusterAfterOutline, after, outline)
    }

    private func addRun(_ index: Int, to sink: inout some FeatureSink) {
        let (first, end) = (Int(runs[index].lowerBound), Int(runs[index].upperBound))
        let ends: UInt64 = (first == index ? 1 : 0) | (end - 1 == index ? 2 : 0)
        let (before, after) = (self[first - 1].lower, self[end].lower)
        sink.add(.run, UInt64(min(end - first, 6)), ends)
        sink.add(.runFirst, self[first].lower)
        sink.add(.runLast, self[end - 1].lower)
        sink.add(.runBefore, before)
        sink.add(.runAfter, after)
        sink.add(.runAround, before, after)
        if self[end - 1].cluster.length > 0 { sink.add(.runLastCluster, self[end - 1].cluster.prefix(10)) }
        // A first name at the beginning and how long the run is: the pattern of persons.
        sink.add(
            .runFirstLists, UInt64(self[first].lists.rawValue & 0x20) | UInt64(self[end - 1].lists.rawValue & 0x40),
            UInt64(min(end - first, 4)) << 2 | ends)
    }
}
