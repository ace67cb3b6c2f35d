import Glibc

/// The words of generated text: listed ones first, then invented ones without end.
///
/// Ranks follow two laws, as in large collections of news: Zipf and Mandelbrot's for the first 8,000, and a steeper one
/// (exponent 1.66) for all others, so that the number of distinct words grows with the 0.6th power of the text (Heaps):
/// about 300,000 in 100,000 articles. The head is a table; memory does not grow.
struct Vocabulary: Sendable {
    /// The words of the head, by rank.
    private let head: [[UInt8]]
    /// Ranks for equally likely draws.
    private let draws: [UInt16]

    private static let headCount = 8_000
    private static let tailShare = 0.032
    private static let tailExponent = 1.66
    private static let lastRank = 50_000_000.0

    /// Lists the head: a few milliseconds.
    init() {
        head = (0..<Self.headCount).map { rank in
            rank < listedWords.count ? Array(listedWords[rank].utf8) : inventedWord(rank - listedWords.count)
        }
        let shift = 1.5
        let ratio = (Double(Self.headCount) + 1 + shift) / (1 + shift)
        draws = (0..<(1 << 17)).map { draw in
            let rank = (1 + shift) * pow(ratio, (Double(draw) + 0.5) / Double(1 << 17)) - shift - 1
            return UInt16(min(max(rank, 0), Double(Self.headCount - 1)))
        }
    }

    /// Adds the next word of running text to `bytes`.
    func appendWord(_ random: inout RandomSource, to bytes: inout [UInt8]) {
        let bits = random.next()
        if Double(bits >> 40) < Self.tailShare * Double(1 << 24) {
            bytes.append(contentsOf: inventedWord(tailRank(random.unit()) - listedWords.count))
        } else {
            bytes.append(contentsOf: head[Int(draws[Int(bits & (1 << 17 - 1))])])
        }
    }

    /// Adds the next word that is no function word.
    func appendContentWord(_ random: inout RandomSource, to bytes: inout [UInt8]) {
        for _ in 0..<8 {
            let rank = Int(draws[random.below(1 << 17)])
            guard rank >= functionWordCount else { continue }
            bytes.append(contentsOf: head[rank])
            return
        }
        appendWord(&random, to: &bytes)
    }

    /// The listed content word numbered `index`, counted around.
    func contentWord(_ index: Int) -> [UInt8] {
        head[functionWordCount + index % (Self.headCount - functionWordCount)]
    }

    private func tailRank(_ unit: Double) -> Int {
        let power = 1 - Self.tailExponent
        let first = pow(Double(Self.headCount), power)
        let last = pow(Self.lastRank, power)
        return Int(pow(first + unit * (last - first), 1 / power))
    }
}

/// The pronounceable word numbered `index`; different for different numbers, but for a few. Every second one is an inflected
/// form of the one before it.
func inventedWord(_ index: Int) -> [UInt8] {
    let onsets = [
        "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br", "dr", "gr", "kl", "pl",
        "st",
        "tr", "sh",
    ]
    let vowels = ["a", "e", "i", "o", "u"]
    let endings = ["s", "ed", "ing", "er", "ly"]
    let base = index / 2
    // Syllables are a consonant and a vowel, so a word reads back as one number only. Three of them, scrambled.
    let syllables = onsets.count * vowels.count
    var count = 2
    var first = 0
    var size = syllables * syllables
    while base - first >= size {
        first += size
        size *= syllables
        count += 1
    }
    var number = (base - first) &* 7_368_787 % size
    var word: [UInt8] = []
    for _ in 0..<count {
        word += onsets[number % onsets.count].utf8
        number /= onsets.count
        word += vowels[number % vowels.count].utf8
        number /= vowels.count
    }
    word.append("nrltkm".utf8.dropFirst(base % 6).first ?? 0x6E)
    if index % 2 == 1 { word += endings[base % endings.count].utf8 }
    return word
}
