/// The order of values: the greater score first, then the more frequent, then by bytes; of entities with one name the
/// lesser number.
struct FacetOrder {
    private let score: Double
    private let count: Int
    /// The first eight bytes of the value, which tell most values apart.
    private let beginning: UInt64
    private let place: Int

    private init(_ value: FacetCount, at place: Int) {
        score = value.association?.score ?? 0
        count = value.count
        var beginning: UInt64 = 0
        var width = 0
        for byte in value.value.utf8.prefix(8) {
            beginning = beginning << 8 | UInt64(byte)
            width += 1
        }
        self.beginning = width == 0 ? 0 : beginning << UInt64(8 * (8 - width))
        self.place = place
    }

    /// `values` in order. Sorts what is small instead of the values themselves, of which there can be a million.
    static func sorted(_ values: [FacetCount]) -> [FacetCount] {
        var orders = values.enumerated().map { FacetOrder($1, at: $0) }
        orders.sort { left, right in
            if left.score != right.score { return left.score > right.score }
            if left.count != right.count { return left.count > right.count }
            if left.beginning != right.beginning { return left.beginning < right.beginning }
            let (first, second) = (values[left.place], values[right.place])
            if first.value.utf8.elementsEqual(second.value.utf8) { return first.id ?? 0 < second.id ?? 0 }
            return first.value.utf8.lexicographicallyPrecedes(second.value.utf8)
        }
        return orders.map { values[$0.place] }
    }
}
