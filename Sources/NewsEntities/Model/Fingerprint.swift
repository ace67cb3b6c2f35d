/// Hashes that stand for words, and for what is noticed of a word.
///
/// A model holds 32 bits of each: buckets without keys would let one feature speak for another, which destroys it.
package enum Fingerprint {
    /// Stands for the bytes of a text (FNV-1a).
    @inline(__always)
    package static func text(_ bytes: some Sequence<UInt8>, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
    }

    /// Stands for two things in their order.
    @inline(__always)
    package static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &* 0x9E37_79B9_7F4A_7C15 &+ 0x632B_E59B_D9B4_E019) ^ (second >> 29 | second << 35)
    }

    /// A key of 32 bits, never 0.
    @inline(__always)
    package static func short(_ hash: UInt64) -> UInt32 {
        var mixed = hash ^ hash >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return max(UInt32(truncatingIfNeeded: mixed >> 32), 1)
    }
}

/// Values by keys of 32 bits: open addressing, at most half full, never changed after it is made. Keys that are not there
/// are mostly told by bits alone, which stay in the processor's cache.
package struct FingerprintMap<Value: Sendable & BitwiseCopyable>: Sendable {
    private let mask: Int
    private let keys: [UInt32]
    private let values: [Value]
    private let bits: [UInt64]
    private let bitShift: UInt32

    /// A map of `entries`; of equal keys the last counts.
    package init(_ entries: some Collection<(UInt32, Value)>, empty: Value) {
        var capacity = 16
        while capacity < entries.count * 2 { capacity *= 2 }
        let mask = capacity - 1
        let bitCount = min(capacity * 8, 1 << 32)
        let bitShift = UInt32(32 - bitCount.trailingZeroBitCount)
        var bits = [UInt64](repeating: 0, count: bitCount / 64)
        var keys = [UInt32](repeating: 0, count: capacity)
        var values = [Value](repeating: empty, count: capacity)
        for (key, value) in entries {
            var slot = Int(key &* 0x9E37_79B1 >> 3) & mask
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
            keys[slot] = key
            values[slot] = value
            bits[Int(key >> (bitShift + 6))] |= 1 << UInt64(key >> bitShift & 63)
        }
        self.bits = bits
        self.bitShift = bitShift
        self.mask = mask
        self.keys = keys
        self.values = values
    }

    /// The value of `key`, if there is one.
    @inline(__always)
    package subscript(_ key: UInt32) -> Value? {
        guard bits[Int(key >> (bitShift + 6))] & (1 << UInt64(key >> bitShift & 63)) != 0 else { return nil }
        var slot = Int(key &* 0x9E37_79B1 >> 3) & mask
        while true {
            let found = keys[slot]
            if found == key { return values[slot] }
            if found == 0 { return nil }
            slot = (slot + 1) & mask
        }
    }
}
