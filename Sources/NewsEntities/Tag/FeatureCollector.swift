/// The keys of all that is noticed in texts: what a model is trained with.
package struct FeatureCollector {
    private var vocabulary: Vocabulary
    private var document = TokenDocument()
    private var seen = DocumentWords()
    /// By word, for each place it may be seen from.
    private var wordKeys: [[[UInt32]]] = []

    package init(tables: WordTables) {
        vocabulary = Vocabulary(tables: tables)
    }

    /// The keys of each word of each sentence.
    package mutating func features(of sentences: [[String]]) -> [[[UInt32]]] {
        document.removeAll()
        for sentence in sentences { document.append(sentence, in: &vocabulary) }
        seen.read(document, vocabulary)
        while wordKeys.count < vocabulary.profiles.count {
            let profile = vocabulary.profiles[wordKeys.count]
            wordKeys.append(
                (-2...2).map { place in
                    var keys = KeySink()
                    profile.addFeatures(at: place, to: &keys)
                    return keys.keys
                })
        }
        return vocabulary.profiles.withUnsafeBufferPointer { profiles in
            document.words.withUnsafeBufferPointer { words in
                document.sentences.map { features(of: $0, profiles, words) }
            }
        }
    }

    private func features(
        of sentence: TokenDocument.Sentence, _ profiles: UnsafeBufferPointer<WordProfile>,
        _ words: UnsafeBufferPointer<Int32>
    ) -> [[UInt32]] {
        let view = SentenceView(
            UnsafeBufferPointer(rebasing: words[sentence.words]), style: sentence.style, profiles: profiles,
            gazetteer: vocabulary.tables.gazetteer)
        return view.words.indices.map { index in
            var keys = KeySink()
            for place in -2...2 { keys.keys += wordKeys[view.number(index + place)][place + 2] }
            view.addFeatures(at: index, to: &keys)
            if view[index].isCapital {
                let form = vocabulary.lowerForms[Int(view.words[index])]
                seen.addFeatures(form: form, isInitial: index == 0, style: sentence.style, to: &keys)
                var contexts = KeySink()
                seen.addContexts(form: form, profiles, to: &contexts)
                keys.keys += Set(contexts.keys).sorted()
            }
            return keys.keys
        }
    }
}

/// Keeps the keys.
struct KeySink: FeatureSink {
    var keys: [UInt32] = []

    mutating func add(_ key: UInt32) { keys.append(key) }
}

extension SentenceView {
    /// The number of the word at `index`, which may lie beside the sentence.
    @inline(__always)
    func number(_ index: Int) -> Int {
        index < 0 ? Vocabulary.before : index >= words.count ? Vocabulary.after : Int(words[index])
    }
}
