/// A stream of random numbers that depends on nothing but where it starts.
///
/// Source: Guy Steele, Doug Lea and Christine Flood, "Fast Splittable Pseudorandom Number Generators" (SplitMix64).
struct RandomSource {
    private var state: UInt64

    /// The stream for one purpose of one article.
    init(seed: UInt64, article: Int, purpose: UInt64) {
        state = mixed(seed &* 0x9E37_79B9_7F4A_7C15 ^ purpose &* 0xD1B5_4A32_D192_ED03)
        state = mixed(state ^ UInt64(bitPattern: Int64(article)) &* 0xABC9_8388_FB8F_AC03)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return mixed(state)
    }

    /// The next number from 0 up to, not including, `limit`.
    mutating func below(_ limit: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// The next number from 0 to 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// `true` in `percent` of 100 cases.
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// One of `values`.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// The sum of twelve uniform numbers less six: normally distributed, near enough.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }
}

/// The 64 bits that `bits` are spread to; different for different bits.
func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
}
