/// The distinct words met so far; what is said of a word is found once.
package struct Vocabulary {
    /// Stand before the first and after the last word of a sentence.
    package static let before = 0
    package static let after = 1

    package let tables: WordTables
    /// What is said of each word.
    package private(set) var profiles: [WordProfile] = []
    /// Numbers of the lower-case forms of the words.
    package private(set) var lowerForms: [Int32] = []
    /// How many different lower-case forms there are.
    package private(set) var lowerFormCount: Int32 = 0

    private var words = HashIndex()
    private var lowers = HashIndex()

    package init(tables: WordTables) {
        self.tables = tables
        forget()
    }

    /// Forgets all words.
    mutating func forget() {
        words.removeAll()
        lowers.removeAll()
        profiles.removeAll(keepingCapacity: true)
        lowerForms.removeAll(keepingCapacity: true)
        lowerFormCount = 0
        for edge in [Self.before, Self.after] { append(WordProfile(edge: UInt64(edge) + 1)) }
    }

    /// The number of the word `bytes`; `isRestored` as it is in headlines.
    @inline(__always)
    package mutating func number(of bytes: UnsafeBufferPointer<UInt8>, isRestored: Bool) -> Int {
        let hash = Fingerprint.text(bytes) ^ (isRestored ? 0x9E37_79B9_7F4A_7C15 : 0)
        if let known = words[hash] { return Int(known) }
        return add(bytes, hash: hash, isRestored: isRestored)
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, isRestored: Bool) -> Int {
        words[hash] = Int32(profiles.count)
        append(WordProfile(bytes, tables: tables, isRestored: isRestored))
        return profiles.count - 1
    }

    private mutating func append(_ profile: WordProfile) {
        profiles.append(profile)
        if let known = lowers[profile.lower] {
            lowerForms.append(known)
        } else {
            lowers[profile.lower] = lowerFormCount
            lowerForms.append(lowerFormCount)
            lowerFormCount += 1
        }
    }
}

/// Small numbers by hashes of 64 bits: open addressing, at most half full.
struct HashIndex {
    private var keys = [UInt64](repeating: 0, count: 1_024)
    private var values = [Int32](repeating: 0, count: 1_024)
    private var count = 0

    mutating func removeAll() {
        self = HashIndex()
    }

    subscript(_ hash: UInt64) -> Int32? {
        @inline(__always) get {
            let slot = slot(of: hash | 1)
            return keys[slot] == 0 ? nil : values[slot]
        }
        set {
            guard let newValue else { return }
            if count * 2 >= keys.count { grow() }
            let slot = slot(of: hash | 1)
            if keys[slot] == 0 { count += 1 }
            keys[slot] = hash | 1
            values[slot] = newValue
        }
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        values = [Int32](repeating: 0, count: keys.count)
        for (key, value) in zip(old.0, old.1) where key != 0 {
            let slot = slot(of: key)
            keys[slot] = key
            values[slot] = value
        }
    }
}
