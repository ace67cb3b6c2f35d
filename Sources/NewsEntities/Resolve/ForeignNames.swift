import NewsModel
import NewsText

/// Finds names in languages that the model was not trained on: known names, and full names after a person's title.
struct ForeignNames {
    private let tables: WordTables

    init(tables: WordTables) {
        self.tables = tables
    }

    /// Adds what `text` names.
    func find(in text: TextTokens, into names: inout GivenNames) {
        for sentence in text.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard text.isNameLike(index) else {
                    index += 1
                    continue
                }
                index =
                    readKnown(text, index, sentence, &names) ?? readTitled(text, index, sentence, &names) ?? index + 1
            }
        }
    }

    /// Adds a known name that begins here; gives where it ends.
    private func readKnown(
        _ text: TextTokens, _ start: Int, _ sentence: Range<Int>, _ names: inout GivenNames
    ) -> Int? {
        for end in ((start + 1)...min(start + 4, sentence.upperBound)).reversed() {
            let surface = text.surface(start..<end)
            guard let number = KnownNames.shared.number(ofFolded: foldedKey(surface)) else { continue }
            let known = KnownNames.shared.all[number]
            // As it is written: `Isis`, a river, `us`, `who`.
            guard known.name == surface || known.aliases.contains(surface) else { continue }
            names.add(text, start..<end, known.kind)
            return end
        }
        return nil
    }

    /// Adds a first name and the word after it, behind a title; gives where they end.
    private func readTitled(
        _ text: TextTokens, _ start: Int, _ sentence: Range<Int>, _ names: inout GivenNames
    ) -> Int? {
        guard start > sentence.lowerBound, start + 1 < sentence.upperBound,
            personTitles.contains(foldedKey(text.surface((start - 1)..<start))), text.isNameLike(start + 1),
            isFirstName(text, start)
        else { return nil }
        names.add(text, start..<(start + 2), .person)
        names.add(text, (start + 1)..<(start + 2), .person)
        return start + 2
    }

    private func isFirstName(_ text: TextTokens, _ index: Int) -> Bool {
        text.utf8.withUnsafeBufferPointer { all in
            let word = UnsafeBufferPointer(rebasing: all[text.tokens[index].bytes])
            let lists = WordProfile(word, tables: tables, isRestored: false).lists
            return lists.contains(.firstName)
        }
    }
}

/// Titles of persons in several languages, folded.
private let personTitles = Set(
    """
    mr mrs ms dr prof professor sir president prime minister premier chancellor king queen prince senator general
    herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin bundespräsident ministerpräsident
    außenminister außenministerin innenminister verteidigungsminister finanzminister regierungschef sprecher sprecherin
    président présidente ministre mme m monsieur madame señor señora presidente presidenta ministro ministra canciller
    signor signora primo sr sra президент министр премьер-министр глава канцлер депутат
    """.split(whereSeparator: \.isWhitespace).map { foldedKey(String($0)) })
