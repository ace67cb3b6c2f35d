import Foundation

/// How much more often a value occurs among hits than elsewhere.
public struct Association: Hashable, Sendable {
    /// In how many articles of the archive it occurs.
    public let total: Int
    /// In how many hits it would occur if they had nothing to do with it.
    public let expected: Double
    /// The log-likelihood ratio G²: greater is surer. Negative when the value is rarer among the hits than expected.
    ///
    /// Unlike a quotient of shares it does not favour values that occur once or twice. Source: T. Dunning, "Accurate
    /// Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19 (1993).
    public let score: Double

    /// Of a value in `count` of `hits` hits and in `total` of all `articles`.
    init(count: Int, hits: Int, total: Int, articles: Int) {
        self.total = total
        let share = articles > 0 ? Double(total) / Double(articles) : 0
        expected = Double(hits) * share
        let others = articles - hits
        let cells = [
            (count, expected), (hits - count, Double(hits) - expected),
            (total - count, Double(others) * share), (others - (total - count), Double(others) * (1 - share)),
        ]
        let ratio = cells.reduce(0) { $0 + ($1.0 > 0 ? 2 * Double($1.0) * log(Double($1.0) / $1.1) : 0) }
        let rounded = (ratio * 1_000).rounded() / 1_000  // what is left of nothing is no difference
        score = Double(count) < expected ? -rounded : rounded
    }
}
