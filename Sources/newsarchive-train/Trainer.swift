import Foundation
import NewsEntities

/// Learns the weights of a linear-chain conditional random field from labelled sentences, by stochastic gradients whose
/// steps shrink by feature (AdaGrad). Words without a label may have any.
struct Trainer {
    typealias Vector = SIMD8<Float>

    /// A sentence with the numbers of its features, word after word.
    struct Example {
        let features: [UInt32]
        /// Where the features of each word begin, and where the last ones end.
        let starts: [Int]
        /// 1 where a label may be, by word.
        let allowed: [Vector]
        let weight: Float
    }

    struct Settings {
        var epochs = 8
        var rate: Float = 0.1
        var decay: Float = 1e-6
        /// The share of features that is not shown, each time others: none shall be relied on alone.
        var dropout = 0.3
    }

    private(set) var weights: UnsafeMutableBufferPointer<Vector>
    private(set) var transitions = [Vector](repeating: .zero, count: Label.count + 1)
    private let squares: UnsafeMutableBufferPointer<Vector>
    private var transitionSquares = [Vector](repeating: .zero, count: Label.count + 1)
    private let settings: Settings
    private var random = SplitMix(state: 7)
    private var chain = Chain()
    private var shown: [UInt32] = []
    private var shownStarts: [Int] = []

    init(features: Int, settings: Settings) {
        self.settings = settings
        weights = .allocate(capacity: features)
        squares = .allocate(capacity: features)
        weights.initialize(repeating: .zero)
        squares.initialize(repeating: .zero)
    }

    func release() {
        weights.deallocate()
        squares.deallocate()
    }

    /// Reads all examples several times, each time in another order.
    mutating func train(_ examples: [Example], report: (Int, Double) -> Void) {
        var order = Array(examples.indices)
        for epoch in 1...settings.epochs {
            for index in order.indices.reversed() { order.swapAt(index, random.below(index + 1)) }
            var likelihood = 0.0
            for index in order { likelihood += learn(examples[index]) }
            report(epoch, likelihood)
        }
        let kept = Float(1 - settings.dropout)
        for index in weights.indices { weights[index] *= kept }
    }

    private mutating func learn(_ example: Example) -> Double {
        choose(example)
        let words = example.allowed.count
        var emissions = [Vector](repeating: .zero, count: words)
        for word in 0..<words {
            var sum = Vector.zero
            for place in shownStarts[word]..<shownStarts[word + 1] { sum += weights[Int(shown[place])] }
            emissions[word] = sum
        }
        guard let likelihood = chain.run(emissions, example.allowed, transitions) else { return 0 }
        for word in 0..<words {
            let gradient = chain.gradients[word] * example.weight
            guard gradient.max() > 1e-3 || gradient.min() < -1e-3 else { continue }
            for place in shownStarts[word]..<shownStarts[word + 1] { step(Int(shown[place]), gradient) }
        }
        for row in 0...Label.count {
            let gradient = chain.transitionGradients[row] * example.weight
            transitionSquares[row] += gradient * gradient
            transitions[row] += settings.rate * gradient / (transitionSquares[row].squareRoot() + 1e-3)
        }
        return Double(likelihood)
    }

    /// Chooses the features that are shown this time.
    private mutating func choose(_ example: Example) {
        shown.removeAll(keepingCapacity: true)
        shownStarts.removeAll(keepingCapacity: true)
        let limit = UInt16(settings.dropout * 65_536)
        var bits: UInt64 = 0
        var left = 0
        for word in example.allowed.indices {
            shownStarts.append(shown.count)
            for place in example.starts[word]..<example.starts[word + 1] {
                if left == 0 { (bits, left) = (random.next(), 4) }
                if UInt16(truncatingIfNeeded: bits) >= limit { shown.append(example.features[place]) }
                bits >>= 16
                left -= 1
            }
        }
        shownStarts.append(shown.count)
    }

    @inline(__always)
    private func step(_ feature: Int, _ gradient: Vector) {
        let slope = gradient - settings.decay * weights[feature]
        squares[feature] += slope * slope
        weights[feature] += settings.rate * slope / (squares[feature].squareRoot() + 1e-3)
    }
}

/// The chances of labels and of their pairs in one sentence, with and without what is known of it (forward-backward).
struct Chain {
    typealias Vector = SIMD8<Float>

    /// How much more often each label is right than expected, by word.
    private(set) var gradients: [Vector] = []
    private(set) var transitionGradients = [Vector](repeating: .zero, count: Label.count + 1)

    private var forward: [Vector] = []
    private var backward: [Vector] = []
    private var rows = [Vector](repeating: .zero, count: Label.count + 1)
    private static let possible: [Vector] = (0...Label.count).map { row in
        var vector = Vector.zero
        for label in Label.allCases where label.mayFollow(Label(rawValue: row)) { vector[label.rawValue] = 1 }
        return vector
    }

    /// The logarithm of the chance of the known labels; `nil` when they cannot be.
    mutating func run(_ emissions: [Vector], _ allowed: [Vector], _ transitions: [Vector]) -> Float? {
        for row in rows.indices { rows[row] = exponential(transitions[row]) * Self.possible[row] }
        let factors = emissions.map { emission in
            var most = emission[0]
            for lane in 1..<Label.count { most = max(most, emission[lane]) }
            return exponential(emission - most)
        }
        gradients = Array(repeating: .zero, count: emissions.count)
        for row in rows.indices { transitionGradients[row] = .zero }
        guard let known = pass(zip(factors, allowed).map { $0 * $1 }, sign: 1), let free = pass(factors, sign: -1)
        else {
            return nil
        }
        return known - free
    }

    /// Adds the chances, times `sign`, that follow from `factors`; gives the logarithm of their sum.
    private mutating func pass(_ factors: [Vector], sign: Float) -> Float? {
        let count = factors.count
        forward.removeAll(keepingCapacity: true)
        var logarithm: Float = 0
        for word in 0..<count {
            var sum = word == 0 ? rows[Label.count] : Vector.zero
            if word > 0 { for label in 0..<Label.count { sum += forward[word - 1][label] * rows[label] } }
            sum *= factors[word]
            let total = sum.sum()
            guard total > 1e-30 else { return nil }
            logarithm += log(total)
            forward.append(sum / total)
        }
        backward = Array(repeating: Vector(1, 1, 1, 1, 1, 1, 1, 0), count: count)
        for word in stride(from: count - 1, to: 0, by: -1) {
            let after = factors[word] * backward[word]
            var sum = Vector.zero
            for label in 0..<Label.count { sum[label] = (rows[label] * after).sum() }
            backward[word - 1] = sum / max(sum.max(), 1e-30)
            addPairs(word, after, sign)
        }
        for word in 0..<count {
            let both = forward[word] * backward[word]
            gradients[word] += both * (sign / max(both.sum(), 1e-30))
        }
        let first = rows[Label.count] * factors[0] * backward[0]
        transitionGradients[Label.count] += first * (sign / max(first.sum(), 1e-30))
        return logarithm
    }

    private mutating func addPairs(_ word: Int, _ after: Vector, _ sign: Float) {
        var total: Float = 0
        for label in 0..<Label.count { total += forward[word - 1][label] * (rows[label] * after).sum() }
        guard total > 1e-30 else { return }
        for label in 0..<Label.count {
            transitionGradients[label] += rows[label] * after * (sign * forward[word - 1][label] / total)
        }
    }

    private func exponential(_ vector: Vector) -> Vector {
        var result = Vector.zero
        for lane in 0..<Label.count { result[lane] = exp(vector[lane]) }
        return result
    }
}
