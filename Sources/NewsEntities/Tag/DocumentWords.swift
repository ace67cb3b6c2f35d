/// What a document tells of its words: whether they stand there in lower case or with a capital inside a sentence, and
/// beside what.
package struct DocumentWords {
    /// A neighbourhood of one occurrence.
    struct Context {
        let before: Int32
        let after: Int32
    }

    /// More occurrences of a word are not looked at.
    static let contextLimit = 8

    /// By the number of the lower-case form.
    private var places: [Int32] = []
    private(set) var lowerCounts: [Int32] = []
    private(set) var capitalCounts: [Int32] = []
    private var contexts: [[Context]] = []

    package init() {}

    /// Reads the words of `document`.
    mutating func read(_ document: TokenDocument, _ vocabulary: Vocabulary) {
        for place in places.indices { places[place] = -1 }
        while places.count < Int(vocabulary.lowerFormCount) { places.append(-1) }
        lowerCounts.removeAll(keepingCapacity: true)
        capitalCounts.removeAll(keepingCapacity: true)
        contexts.removeAll(keepingCapacity: true)
        for sentence in document.sentences where sentence.style == .plain {
            for index in sentence.words { add(index, sentence, document, vocabulary) }
        }
    }

    private mutating func add(
        _ index: Int, _ sentence: TokenDocument.Sentence, _ document: TokenDocument, _ vocabulary: Vocabulary
    ) {
        let number = Int(document.words[index])
        let place = self.place(of: Int(vocabulary.lowerForms[number]))
        guard vocabulary.profiles[number].isCapital else {
            lowerCounts[place] += 1
            return
        }
        let isFirst = index == sentence.words.lowerBound
        if !isFirst { capitalCounts[place] += 1 }
        guard contexts[place].count < Self.contextLimit else { return }
        let before = isFirst ? Int32(Vocabulary.before) : document.words[index - 1]
        let after = index + 1 == sentence.words.upperBound ? Int32(Vocabulary.after) : document.words[index + 1]
        contexts[place].append(Context(before: before, after: after))
    }

    private mutating func place(of form: Int) -> Int {
        if places[form] >= 0 { return Int(places[form]) }
        places[form] = Int32(lowerCounts.count)
        lowerCounts.append(0)
        capitalCounts.append(0)
        contexts.append([])
        return lowerCounts.count - 1
    }

    /// Adds what the document tells of the word at `index` of a sentence, without the places it stands in.
    func addFeatures(
        form: Int32, isInitial: Bool, style: TokenDocument.Style, to sink: inout some FeatureSink
    ) {
        let place = form < places.count ? Int(places[Int(form)]) : -1
        let (lower, capital) = place < 0 ? (0, 0) : (lowerCounts[place], capitalCounts[place])
        let countsItself: Int32 = isInitial || style != .plain ? 0 : 1
        sink.add(.seenLower, lower > 0 ? 1 : 0, isInitial ? 1 : 0)
        sink.add(.seenCapital, capital > countsItself ? 1 : 0, isInitial || style != .plain ? 1 : 0)
    }

    /// Adds what stands beside the word elsewhere; the same for all its occurrences.
    func addContexts(form: Int32, _ profiles: UnsafeBufferPointer<WordProfile>, to sink: inout some FeatureSink) {
        guard form < places.count, places[Int(form)] >= 0 else { return }
        for context in contexts[Int(places[Int(form)])] {
            profiles[Int(context.before)].addContextFeatures(isBefore: true, to: &sink)
            profiles[Int(context.after)].addContextFeatures(isBefore: false, to: &sink)
        }
    }
}
