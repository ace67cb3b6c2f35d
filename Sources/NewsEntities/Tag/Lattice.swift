/// Finds the best sequence of labels of a sentence (Viterbi), word by word.
struct Lattice {
    /// What the best sequence to each label of the last word weighs.
    private var scores = SIMD8<Int32>(repeating: 0)
    /// The label before each label, for each word.
    private var steps: [SIMD8<UInt8>] = []

    mutating func begin() {
        steps.removeAll(keepingCapacity: true)
    }

    /// Adds a word by the weights of its labels.
    @inline(__always)
    mutating func add(_ weights: EntityModel.Weights, _ transitions: [[Int32]]) {
        var next = SIMD8<Int32>(repeating: EntityModel.forbidden * 2)
        var step = SIMD8<UInt8>.zero
        if steps.isEmpty {
            for label in 0..<Label.count { next[label] = transitions[Label.count][label] &+ Int32(weights[label]) }
        } else {
            for label in 0..<Label.count {
                var best = Int32.min
                var from = 0
                for previous in 0..<Label.count {
                    let score = scores[previous] &+ transitions[previous][label]
                    if score > best { (best, from) = (score, previous) }
                }
                next[label] = best &+ Int32(weights[label])
                step[label] = UInt8(from)
            }
        }
        scores = next
        steps.append(step)
        if steps.count & 0xFF == 0 { settle() }
    }

    /// Adds a word that is no part of a name.
    @inline(__always)
    mutating func addOutside(_ transitions: [[Int32]]) {
        var best: Int32 = 0
        var from = 0
        if !steps.isEmpty {
            best = .min
            for previous in 0..<Label.count {
                let score = scores[previous] &+ transitions[previous][0]
                if score > best { (best, from) = (score, previous) }
            }
        }
        scores = SIMD8(repeating: best &+ EntityModel.forbidden * 2)
        scores[0] = best
        steps.append(SIMD8(repeating: UInt8(from)))
        if steps.count & 0xFF == 0 { settle() }
    }

    /// Keeps numbers small in endless sentences.
    private mutating func settle() {
        let most = scores.max()
        for lane in 0..<8 { scores[lane] = max(scores[lane] &- most, EntityModel.forbidden * 4) }
    }

    /// Writes the best labels.
    mutating func writeBest(to labels: inout [Label], at start: Int) {
        guard !steps.isEmpty else { return }
        var label = 0
        for other in 1..<Label.count where scores[other] > scores[label] { label = other }
        for index in steps.indices.reversed() {
            labels[start + index] = Label(rawValue: label) ?? .outside
            label = Int(steps[index][label])
        }
    }
}
