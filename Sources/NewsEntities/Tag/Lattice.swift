/// Finds the best sequence of labels of a sentence (Viterbi), word by word.
struct Lattice {
    /// What labels weigh after others, a row for each label before and a last one for the beginning of a sentence.
    private let rows: [SIMD8<Int32>]
    /// What the label outside weighs after each label.
    private let toOutside: SIMD8<Int32>
    /// What the best sequence to each label of the last word weighs.
    private var scores = SIMD8<Int32>(repeating: 0)
    /// The label before each label, for each word.
    private var steps: [SIMD8<UInt8>] = []
    /// Whether the last word is surely outside.
    private var isOutside = false

    /// A lane that stands for no label.
    private static let none = SIMD8<Int32>(0, 0, 0, 0, 0, 0, 0, EntityModel.forbidden * 2)

    init(transitions: [[Int32]]) {
        rows = transitions.map { row in
            var vector = Self.none
            for (label, weight) in row.enumerated() { vector[label] = weight }
            return vector
        }
        var outside = Self.none
        for label in 0..<Label.count { outside[label] = transitions[label][0] }
        toOutside = outside
    }

    mutating func begin() {
        steps.removeAll(keepingCapacity: true)
        isOutside = false
    }

    /// Adds a word by the weights of its labels.
    @inline(__always)
    mutating func add(_ weights: EntityModel.Weights) {
        var best = steps.isEmpty ? rows[Label.count] : rows[0] &+ SIMD8(repeating: scores[0])
        var step = SIMD8<Int32>.zero
        if !steps.isEmpty, !isOutside {
            for previous in 1..<Label.count {
                let sum = rows[previous] &+ SIMD8(repeating: scores[previous])
                let isBetter = sum .> best
                best.replace(with: sum, where: isBetter)
                step.replace(with: SIMD8(repeating: Int32(previous)), where: isBetter)
            }
        }
        scores = best &+ SIMD8<Int32>(truncatingIfNeeded: weights)
        isOutside = false
        append(SIMD8<UInt8>(truncatingIfNeeded: step))
    }

    /// Adds a word that is no part of a name.
    @inline(__always)
    mutating func addOutside() {
        var from = 0
        if !steps.isEmpty, !isOutside {
            let sums = scores &+ toOutside
            for previous in 1..<Label.count where sums[previous] > sums[from] { from = previous }
            scores[0] = sums[from]
        } else {
            scores[0] = steps.isEmpty ? 0 : scores[0] &+ toOutside[0]
        }
        isOutside = true
        append(SIMD8(repeating: UInt8(from)))
    }

    private mutating func append(_ step: SIMD8<UInt8>) {
        steps.append(step)
        if steps.count & 0xFF == 0 { settle() }
    }

    /// Keeps numbers small in endless sentences.
    private mutating func settle() {
        let most = isOutside ? scores[0] : scores.max()
        for lane in 0..<8 { scores[lane] = max(scores[lane] &- most, EntityModel.forbidden * 4) }
    }

    /// Writes the best labels.
    mutating func writeBest(to labels: inout [Label], at start: Int) {
        guard !steps.isEmpty else { return }
        var label = 0
        if !isOutside { for other in 1..<Label.count where scores[other] > scores[label] { label = other } }
        for index in steps.indices.reversed() {
            labels[start + index] = Label(rawValue: label) ?? .outside
            label = Int(steps[index][label])
        }
    }
}
