/// Labels the words of documents by a model. Holds the words met so far; for one thread.
package struct Tagger {
    package let model: EntityModel
    package private(set) var vocabulary: Vocabulary

    private var seen = DocumentWords()
    /// Sums of weights by word, for each place it is seen from: -2, -1, 0, 1, 2.
    private var sums: [WordSums] = []
    /// Sums of weights of what stands beside a word elsewhere in the document, by the number of its lower-case form.
    private var contextSums: [Int32: EntityModel.Weights] = [:]
    private var lattice: Lattice

    /// More words are forgotten between documents.
    private static let vocabularyLimit = 60_000

    package init(model: EntityModel) {
        self.model = model
        vocabulary = Vocabulary(tables: model.tables)
        lattice = Lattice(transitions: model.transitions)
    }

    /// Fills `document` with sentences; to be called before labels are asked for.
    package mutating func fill(_ document: inout TokenDocument, _ body: (inout TokenDocument, inout Vocabulary) -> Void)
    {
        if vocabulary.profiles.count > Self.vocabularyLimit {
            vocabulary.forget()
            sums.removeAll(keepingCapacity: true)
        }
        document.removeAll()
        body(&document, &vocabulary)
    }

    /// The label of each word of `document`.
    package mutating func labels(of document: TokenDocument) -> [Label] {
        seen.read(document, vocabulary)
        contextSums.removeAll(keepingCapacity: true)
        addSums()
        var labels = [Label](repeating: .outside, count: document.words.count)
        let vocabulary = vocabulary
        vocabulary.profiles.withUnsafeBufferPointer { profiles in
            document.words.withUnsafeBufferPointer { words in
                for sentence in document.sentences {
                    let view = SentenceView(
                        UnsafeBufferPointer(rebasing: words[sentence.words]), style: sentence.style, profiles: profiles,
                        gazetteer: model.tables.gazetteer)
                    label(view, at: sentence.words.lowerBound, &labels)
                }
            }
        }
        return labels
    }

    private mutating func addSums() {
        while sums.count < vocabulary.profiles.count {
            sums.append(WordSums(vocabulary.profiles[sums.count], model.features))
        }
    }

    private mutating func label(_ view: SentenceView, at start: Int, _ labels: inout [Label]) {
        lattice.begin()
        for index in view.words.indices {
            var sum = sums[view.number(index)].own
            sum &+= sums[view.number(index - 2)].asSecondBefore
            sum &+= sums[view.number(index - 1)].asBefore
            sum &+= sums[view.number(index + 1)].asAfter
            sum &+= sums[view.number(index + 2)].asSecondAfter
            let word = view[index]
            if !word.isCapital, isOutside(sum, at: index, in: view) {
                lattice.addOutside()
                continue
            }
            var sink = WeightSink(features: model.features, sum: sum)
            view.addFeatures(at: index, to: &sink)
            if word.isCapital {
                let form = vocabulary.lowerForms[Int(view.words[index])]
                seen.addFeatures(form: form, isInitial: index == 0, style: view.style, to: &sink)
                sink.sum &+= contexts(of: form, view.profiles)
            }
            lattice.add(sink.sum)
        }
        lattice.writeBest(to: &labels, at: start)
    }

    /// Whether a word without a capital is surely no part of a name, so that its neighbourhood need not be looked at.
    @inline(__always)
    private func isOutside(_ sum: EntityModel.Weights, at index: Int, in view: SentenceView) -> Bool {
        var rest = sum
        rest[0] = .min
        rest[7] = .min
        return Int32(sum[0]) - Int32(rest.max()) > Self.sureMargin && view.phrases[index] == 0
    }

    private static let sureMargin: Int32 = 60

    private mutating func contexts(
        of form: Int32, _ profiles: UnsafeBufferPointer<WordProfile>
    ) -> EntityModel.Weights {
        if let known = contextSums[form] { return known }
        var keys = KeySink()
        seen.addContexts(form: form, profiles, to: &keys)
        var sink = WeightSink(features: model.features, sum: .zero)
        keys.keys.sort()
        var last: UInt32 = 0
        for key in keys.keys where key != last {
            sink.add(key)
            last = key
        }
        contextSums[form] = sink.sum
        return sink.sum
    }
}

/// Adds up weights.
struct WeightSink: FeatureSink {
    let features: FingerprintMap<SIMD8<Int8>>
    var sum: EntityModel.Weights

    @inline(__always)
    mutating func add(_ key: UInt32) {
        if let weights = features[key] { sum &+= EntityModel.Weights(truncatingIfNeeded: weights) }
    }
}

/// What a word alone speaks for, seen from itself and from its neighbours.
private struct WordSums {
    let own: EntityModel.Weights
    let asBefore: EntityModel.Weights
    let asAfter: EntityModel.Weights
    let asSecondBefore: EntityModel.Weights
    let asSecondAfter: EntityModel.Weights

    init(_ word: WordProfile, _ features: FingerprintMap<SIMD8<Int8>>) {
        func sum(_ place: Int) -> EntityModel.Weights {
            var sink = WeightSink(features: features, sum: .zero)
            word.addFeatures(at: place, to: &sink)
            return sink.sum
        }
        own = sum(0)
        asBefore = sum(-1)
        asAfter = sum(1)
        asSecondBefore = sum(-2)
        asSecondAfter = sum(2)
    }
}
