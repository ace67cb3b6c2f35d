import CSearch
import Foundation
import GRDB
import NewsStorage
import NewsText

/// Learns from the articles that fit a question best which other words belong to it.
///
/// Pseudo relevance feedback in the manner of RM3 (N. A. Jaleel et al., "UMass at TREC 2004: Novelty and HARD"), with the
/// words of the best articles weighted by BM25's own saturation and rarity. Its numbers were chosen once over five
/// collections; with a share of 0.6 or less for the question, or more words, news suffered.
struct Feedback {
    let db: Database

    /// How many of the best articles are read.
    static let articles = 10
    /// How many words they add.
    private static let words = 10
    /// The weight that stays with the words of the question.
    private static let share = 0.75
    /// A word in more than this share of all articles tells nothing.
    private static let commonest = 0.2

    private struct Stem: Hashable {
        let language: String
        let stem: String
    }

    private struct Word {
        let group: WordForms.Group
        let weight: Double
    }

    /// The question with its weights lessened, and the words that were learned for it. Where there are not twice as many
    /// hits as are read, the best are no better than the rest, and nothing is learned.
    ///
    /// Cost: about 0.3 ms for each of the articles read.
    func applied(
        to question: [IndexMatch.Phrase], _ found: Collector.Collection
    ) throws -> (question: [IndexMatch.Phrase], hints: [IndexMatch.Phrase]) {
        guard found.count >= 2 * Self.articles else { return (question, []) }
        let learned = try words(of: found)
        let sum = learned.reduce(0) { $0 + $1.weight }
        guard sum > 0 else { return (question, []) }
        let length = question.reduce(0) { $0 + $1.weight }
        var question = question
        for place in question.indices { question[place].weight *= Self.share }
        var hints: [IndexMatch.Phrase] = []
        for word in learned {
            let weight = (1 - Self.share) * length * word.weight / sum
            if let place = question.firstIndex(where: { $0.words[0].contains(word.group.forms[0]) }) {
                question[place].weight += weight
            } else {
                hints.append(
                    IndexMatch.Phrase(words: [word.group.forms], articles: word.group.articles, weight: weight))
            }
        }
        return (question, hints)
    }

    private func words(of found: Collector.Collection) throws -> [Word] {
        let forms = try WordForms(db)
        let all = Double(try forms.articleCount())
        let total = found.best.reduce(0) { $0 + $1.score }
        var weights: [Stem: Double] = [:]
        for hit in found.best where total > 0 {
            let stems = try stems(in: hit.row, forms)
            let length = stems.reduce(0) { $0 + $1.value.count }
            let norm = Collector.k1 * (1 - Collector.b + Collector.b * Double(length) / found.averageLength)
            for (stem, occurrences) in stems {
                weights[stem, default: 0] += hit.score / total * occurrences.weight / (occurrences.weight + norm)
            }
        }
        var words: [Word] = []
        for (stem, weight) in weights {
            let group = try forms.forms(withStem: stem.stem, in: stem.language)
            let held = Double(group.articles ?? 0)
            guard held > 0, held <= Self.commonest * all else { continue }
            words.append(Word(group: group, weight: weight * log(1 + (all - held + 0.5) / (held + 0.5))))
        }
        words.sort { ($1.weight, $0.group.forms[0]) < ($0.weight, $1.group.forms[0]) }
        return Array(words.prefix(Self.words))
    }

    /// The stems of the article in `row` that can be learned, how often they occur, and their weight by column.
    private func stems(in row: Int64, _ forms: WordForms) throws -> [Stem: (count: Int, weight: Double)] {
        guard let (texts, language) = try ArticleIndex.texts(of: IndexRow(row), in: db) else { return [:] }
        var stems: [Stem: (count: Int, weight: Double)] = [:]
        for (column, text) in texts {
            let weight = column == .headline ? Collector.headlineWeight : 1
            for token in tokens(of: text) {
                let stem = Stem(language: language, stem: forms.stem(of: token.text, in: language))
                let isStop = isStopWord(token.text, in: language.isEmpty ? "en" : language)
                stems[stem, default: (0, 0)].count += 1
                if !isStop { stems[stem, default: (0, 0)].weight += weight }
            }
        }
        return stems
    }
}
