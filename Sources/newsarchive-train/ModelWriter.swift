import Foundation
import NewsEntities

/// Writes a model: weights in steps of 1/20, those of features that weigh little left out.
struct ModelWriter {
    let trainer: Trainer
    let keys: [UInt32]
    let tables: TableMaker.Made

    private static let scale: Float = 20
    /// Features whose greatest weight is less are left out.
    private static let least: Float = 0.2

    func write(to path: String) throws {
        var bytes: [UInt8] = Array("NEWSENT1".utf8)
        append(EntityModel.madeVersion, to: &bytes)
        for row in 0...Label.count {
            for label in Label.allCases {
                let isPossible = label.mayFollow(Label(rawValue: row))
                let weight = (trainer.transitions[row][label.rawValue] * Self.scale).rounded()
                append(UInt32(bitPattern: isPossible ? Int32(weight) : -1_000_000), to: &bytes)
            }
        }
        let kept = keys.indices.filter { index in
            (0..<Label.count).contains { abs(trainer.weights[index][$0]) >= Self.least }
        }
        appendKeys(kept.map { keys[$0] }, to: &bytes)
        let rows = kept.map { index in (0..<Label.count).map { step(trainer.weights[index][$0]) } }
        for row in rows {
            bytes.append(row.enumerated().reduce(UInt8(0)) { $0 | ($1.element == 0 ? 0 : 1 << UInt8($1.offset)) })
        }
        for row in rows { for value in row where value != 0 { bytes.append(UInt8(bitPattern: value)) } }
        say("\(kept.count) features kept, \(bytes.count) bytes")
        appendTables(to: &bytes)
        say("\(bytes.count) bytes with tables")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    private func step(_ weight: Float) -> Int8 { Int8(max(-127, min(127, (weight * Self.scale).rounded()))) }

    private func appendTables(to bytes: inout [UInt8]) {
        append(UInt32(tables.paths.count), to: &bytes)
        for path in tables.paths {
            append(path.bits, to: &bytes)
            bytes.append(path.length)
        }
        appendKeys(tables.clusters.map(\.0), to: &bytes)
        for (_, cluster) in tables.clusters { append(cluster, to: &bytes) }
        appendKeys(tables.cases.map(\.0), to: &bytes)
        for (_, value) in tables.cases { bytes.append(value) }
        appendKeys(tables.gazetteer.map(\.0), to: &bytes)
        for (_, lists) in tables.gazetteer { append(lists, to: &bytes) }
    }

    /// Sorted keys as differences in groups of seven bits.
    private func appendKeys(_ keys: [UInt32], to bytes: inout [UInt8]) {
        append(UInt32(keys.count), to: &bytes)
        var last: UInt32 = 0
        for key in keys {
            var difference = key - last
            last = key
            while difference >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: difference) | 0x80)
                difference >>= 7
            }
            bytes.append(UInt8(difference))
        }
    }

    private func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
}
