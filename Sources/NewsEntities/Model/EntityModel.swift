import CEmbedded

/// A trained model: tables of words, and weights of what is noticed of them.
package struct EntityModel: Sendable {
    /// The weights of one feature by label; the last lane is not used.
    package typealias Weights = SIMD8<Int16>

    package let tables: WordTables
    let features: FingerprintMap<SIMD8<Int8>>
    /// Weights of a label after another; the last row is the beginning of a sentence.
    let transitions: [[Int32]]
    /// Counts up with each model that recognizes otherwise.
    package let version: UInt32

    /// The version of models that are made now; to be counted up before one is made that recognizes otherwise.
    package static let madeVersion: UInt32 = 2

    /// The model in the binary; read at first use, in some milliseconds.
    package static let shared: EntityModel? = {
        var length = 0
        guard let bytes = cembedded_entity_model(&length) else { return nil }
        return EntityModel(UnsafeRawBufferPointer(start: bytes, count: length))
    }()

    /// What a label weighs that may not stand after another.
    static let forbidden: Int32 = -1_000_000

    /// Reads a model file; `nil` when it is none.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        var reader = ModelReader(bytes)
        guard reader.matches(ModelFormat.magic) else { return nil }
        version = reader.uint32()
        transitions = (0...Label.count).map { _ in (0..<Label.count).map { _ in reader.int32() } }
        let keys = reader.keys()
        let masks = keys.map { _ in reader.byte() }
        var entries: [(UInt32, SIMD8<Int8>)] = []
        entries.reserveCapacity(keys.count)
        for (key, mask) in zip(keys, masks) {
            var weights = SIMD8<Int8>.zero
            for lane in 0..<Label.count where mask & 1 << lane != 0 {
                weights[lane] = Int8(bitPattern: reader.byte())
            }
            entries.append((key, weights))
        }
        features = FingerprintMap(entries, empty: .zero)
        let paths = (0..<Int(reader.uint32())).map { _ in
            ClusterPath(bits: reader.uint32(), length: reader.byte())
        }
        let clusters = reader.keys().map { ($0, reader.uint16()) }
        let cases = reader.keys().map { ($0, reader.byte()) }
        let gazetteer = reader.keys().map { ($0, reader.uint16()) }
        tables = WordTables(clusters: clusters, paths: paths, cases: cases, gazetteer: gazetteer)
        guard !reader.isOverrun, clusters.allSatisfy({ $0.1 < paths.count }) else { return nil }
    }
}

/// How a model is written: numbers with the least byte first, sorted keys as differences.
package enum ModelFormat {
    static let magic: [UInt8] = Array("NEWSENT1".utf8)
}

private struct ModelReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    private(set) var isOverrun = false

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    mutating func byte() -> UInt8 {
        guard position < bytes.count else {
            isOverrun = true
            return 0
        }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func uint16() -> UInt16 { UInt16(byte()) | UInt16(byte()) << 8 }

    mutating func uint32() -> UInt32 { UInt32(uint16()) | UInt32(uint16()) << 16 }

    mutating func int32() -> Int32 { Int32(bitPattern: uint32()) }

    mutating func matches(_ text: [UInt8]) -> Bool { text.allSatisfy { $0 == byte() } }

    /// A list of sorted keys, each written as the difference to the one before in groups of seven bits.
    mutating func keys() -> [UInt32] {
        let count = min(Int(uint32()), bytes.count)
        var keys: [UInt32] = []
        keys.reserveCapacity(count)
        var last: UInt32 = 0
        for _ in 0..<count where !isOverrun {
            var shift: UInt32 = 0
            var group: UInt8
            repeat {
                group = byte()
                last &+= UInt32(group & 0x7F) << shift
                shift += 7
            } while group & 0x80 != 0 && shift < 35
            keys.append(last)
        }
        return keys
    }
}
