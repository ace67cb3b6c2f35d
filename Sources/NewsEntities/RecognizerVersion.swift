extension EntityRecognizer {
    /// Counts up with everything that makes recognizing give something else: the model, and the rules around it. Archives
    /// record it with each article, so that what an earlier version recognized can be found and recognized again.
    public static let version = Int64(EntityModel.shared?.version ?? 0) * 1_000 + rules

    /// To be counted up when rules change what is found.
    private static let rules: Int64 = 1
}
