import Foundation

/// Classes of words while they are merged. What each merge would lose is kept and brought up to date, so that a step costs
/// the square of their number.
final class WordClasses {
    private let bigrams: Bigrams
    /// Rows that may hold a class; one more than there are classes between two steps.
    private let size: Int
    /// The node of the tree in each row; -1 where there is none.
    private var nodes: [Int]
    private var rowOfWord: [Int]
    /// The node above each node, and which branch it is.
    private var parents: [(parent: Int, branch: Int)]
    /// The share of each row's words of all words.
    private let shares: UnsafeMutablePointer<Double>
    /// The shares of pairs of a word of one row and a word of another after it.
    private let pairs: UnsafeMutablePointer<Double>
    /// What merging a row with a later one would lose.
    private let losses: UnsafeMutablePointer<Double>

    /// Sorts the words into `count` classes, and these into a tree.
    init(_ bigrams: Bigrams, count: Int) {
        self.bigrams = bigrams
        size = count + 1
        nodes = Array(repeating: -1, count: size)
        rowOfWord = Array(repeating: -1, count: bigrams.words.count)
        parents = Array(repeating: (-1, 0), count: bigrams.words.count)
        shares = .allocate(capacity: size)
        pairs = .allocate(capacity: size * size)
        losses = .allocate(capacity: size * size)
        shares.initialize(repeating: 0, count: size)
        pairs.initialize(repeating: 0, count: size * size)
        losses.initialize(repeating: 0, count: size * size)
        for word in bigrams.words.indices {
            take(word)
            if rows.count == size { mergeBest() }
        }
        while rows.count > 1 { mergeBest() }
    }

    deinit {
        shares.deallocate()
        pairs.deallocate()
        losses.deallocate()
    }

    /// The branches from the root to each word's class, at most 20.
    func paths() -> [String] {
        bigrams.words.indices.map { word in
            var path = ""
            var node = classOfWord[word]
            while parents[node].parent >= 0 {
                path = String(parents[node].branch) + path
                node = parents[node].parent
            }
            return path.isEmpty ? "0" : String(path.prefix(20))
        }
    }

    /// The node of each word's class when all words were taken and the tree was not begun.
    private lazy var classOfWord: [Int] = []

    private var rows: [Int] { nodes.indices.filter { nodes[$0] >= 0 } }

    /// Makes a word a class of its own.
    private func take(_ word: Int) {
        guard let row = nodes.firstIndex(of: -1) else { return }
        nodes[row] = word
        rowOfWord[word] = row
        shares[row] = bigrams.shares[word]
        for (other, share) in bigrams.after[word] where rowOfWord[other] >= 0 {
            pairs[row * size + rowOfWord[other]] += share
        }
        for (other, share) in bigrams.before[word] where rowOfWord[other] >= 0 && other != word {
            pairs[rowOfWord[other] * size + row] += share
        }
        let others = rows.filter { $0 != row }
        addLosses(among: others, seenFrom: row, sign: 1)
        for other in others { setLoss(row, other, among: others) }
        if word == bigrams.words.count - 1 { classOfWord = rowOfWord.map { nodes[$0] } }
    }

    private func mergeBest() {
        let rows = rows
        var best = (first: rows[0], second: rows[1], loss: Double.infinity)
        for (index, first) in rows.enumerated() {
            for second in rows[(index + 1)...] where losses[first * size + second] < best.loss {
                best = (first, second, losses[first * size + second])
            }
        }
        merge(best.first, best.second)
    }

    private func merge(_ row: Int, _ other: Int) {
        let rest = rows.filter { $0 != row && $0 != other }
        addLosses(among: rest, seenFrom: row, sign: -1)
        addLosses(among: rest, seenFrom: other, sign: -1)
        parents[nodes[row]] = (parents.count, 0)
        parents[nodes[other]] = (parents.count, 1)
        nodes[row] = parents.count
        nodes[other] = -1
        parents.append((-1, 0))
        for word in rowOfWord.indices where rowOfWord[word] == other { rowOfWord[word] = row }
        for column in 0..<size { move(other * size + column, to: row * size + column) }
        for line in 0..<size { move(line * size + other, to: line * size + row) }
        shares[row] += shares[other]
        shares[other] = 0
        addLosses(among: rest, seenFrom: row, sign: 1)
        for third in rest { setLoss(row, third, among: rest) }
    }

    private func move(_ from: Int, to: Int) {
        pairs[to] += pairs[from]
        pairs[from] = 0
    }
}

extension WordClasses {
    /// Adds to what merging each two of `rows` would lose the part that their pairs with `column` make.
    private func addLosses(among rows: [Int], seenFrom column: Int, sign: Double) {
        for (index, first) in rows.enumerated() {
            let (after, before) = (pairs[first * size + column], pairs[column * size + first])
            for second in rows[(index + 1)...] {
                losses[first * size + second] +=
                    sign
                    * (loss(first, second, after, pairs[second * size + column], column)
                        + loss(first, second, before, pairs[column * size + second], column))
            }
        }
    }

    /// Finds what merging `row` and `other` would lose.
    private func setLoss(_ row: Int, _ other: Int, among rows: [Int]) {
        var sum = 0.0
        for column in rows where column != other {
            sum += loss(row, other, pairs[row * size + column], pairs[other * size + column], column)
            sum += loss(row, other, pairs[column * size + row], pairs[column * size + other], column)
        }
        let inside = [(row, row), (row, other), (other, row), (other, other)]
        for (first, second) in inside {
            sum += information(pairs[first * size + second], shares[first], shares[second])
        }
        let both = shares[row] + shares[other]
        sum -= information(inside.reduce(0) { $0 + pairs[$1.0 * size + $1.1] }, both, both)
        losses[min(row, other) * size + max(row, other)] = sum
    }

    /// What is lost of the pairs of two rows with `column` when the rows become one.
    @inline(__always)
    private func loss(_ first: Int, _ second: Int, _ ofFirst: Double, _ ofSecond: Double, _ column: Int) -> Double {
        if ofFirst == 0, ofSecond == 0 { return 0 }
        let both = shares[first] + shares[second]
        if ofSecond == 0 { return ofFirst * log(both / shares[first]) }
        if ofFirst == 0 { return ofSecond * log(both / shares[second]) }
        return ofFirst * log(ofFirst * both / (shares[first] * (ofFirst + ofSecond)))
            + ofSecond * log(ofSecond * both / (shares[second] * (ofFirst + ofSecond)))
    }

    /// What a pair contributes to the mutual information.
    private func information(_ pair: Double, _ first: Double, _ second: Double) -> Double {
        pair == 0 ? 0 : pair * log(pair / (first * second))
    }
}
