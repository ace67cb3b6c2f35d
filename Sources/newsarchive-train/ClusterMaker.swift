import Foundation

/// Sorts the frequent words of a text into 400 classes by the words before and after them, and these into a tree.
///
/// Brown et al., "Class-Based n-gram Models of Natural Language" (1992): the most frequent words begin as classes of
/// their own; each further word becomes a class, and the two classes are merged that lose the least mutual information
/// of neighbours. At the end the classes are merged to one, which gives the tree.
struct ClusterMaker {
    static let classes = 400
    /// Rarer words are not sorted.
    static let leastCount = 5

    let path: String

    func write() throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let bigrams = Bigrams(text, leastCount: Self.leastCount)
        let classes = WordClasses(bigrams, count: min(Self.classes, bigrams.words.count))
        let paths = classes.paths()
        for (word, path) in zip(bigrams.words, paths) { print("\(path)\t\(word)") }
    }
}

/// How often words follow each other.
struct Bigrams {
    /// The words, most frequent first.
    private(set) var words: [Substring] = []
    /// The share of each word of all words.
    private(set) var shares: [Double] = []
    /// For each word, the shares of pairs with words after and before it, in order of these: sums of them would else differ
    /// from run to run in their last bits, and with them the classes.
    let after: [[(word: Int, share: Double)]]
    let before: [[(word: Int, share: Double)]]

    init(_ text: String, leastCount: Int) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        var counts: [Substring: Int] = [:]
        for line in lines { for word in line { counts[word, default: 0] += 1 } }
        let frequent = counts.filter { $0.value >= leastCount }
        words = frequent.keys.sorted { (frequent[$1] ?? 0, $0) < (frequent[$0] ?? 0, $1) }
        let total = Double(counts.values.reduce(0, +))
        shares = words.map { Double(frequent[$0] ?? 0) / total }
        var numbers: [Substring: Int] = [:]
        for (number, word) in words.enumerated() { numbers[word] = number }
        var after = [[Int: Double]](repeating: [:], count: words.count)
        var before = after
        for line in lines {
            for (first, second) in zip(line, line.dropFirst()) {
                guard let first = numbers[first], let second = numbers[second] else { continue }
                after[first][second, default: 0] += 1 / total
                before[second][first, default: 0] += 1 / total
            }
        }
        self.after = after.map(Self.inOrder)
        self.before = before.map(Self.inOrder)
    }

    private static func inOrder(_ shares: [Int: Double]) -> [(word: Int, share: Double)] {
        shares.sorted { $0.key < $1.key }.map { (word: $0.key, share: $0.value) }
    }
}
