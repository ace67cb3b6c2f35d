import Foundation
import NewsIngest
import NewsModel
import TestSupport
import Testing

@Suite("Files with bytes changed anywhere")
struct DamageTests {
    /// The seeds that scripts/fuzz begins with.
    static let seeds: [URL] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fuzz/Corpus/warc").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { folder.appending(path: $0) }
    }()

    @Test("Seeds are there and sound")
    func sound() throws {
        #expect(Self.seeds.count >= 12)
        for seed in Self.seeds {
            let found = FoundEntries([UInt8](try Data(contentsOf: seed)))
            #expect(!found.captures.isEmpty, "\(seed.lastPathComponent)")
            #expect(
                found.rejected.allSatisfy { $0.contains("leads out") }, "\(seed.lastPathComponent): \(found.rejected)")
        }
    }

    @Test("They are read to their end, whatever was changed, cut out or doubled", arguments: seeds)
    func damaged(seed: URL) throws {
        let bytes = [UInt8](try Data(contentsOf: seed))
        var random = SeededGenerator(seed: UInt64(bytes.count))
        for _ in 1...300 {
            var changed = bytes
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0..<changed.count, using: &random)
                let end = min(changed.count, place + Int.random(in: 1...40, using: &random))
                switch Int.random(in: 0...3, using: &random) {
                case 0: changed[place] = UInt8.random(in: 0...255, using: &random)
                case 1 where changed.count > 60: changed.removeSubrange(place..<end)
                case 2: changed.insert(contentsOf: changed[place..<end], at: place)
                default: changed[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
                }
            }
            let found = FoundEntries(changed)
            #expect(found.captures.reduce(0) { $0 + $1.bytes.count } < 1 << 20)
        }
    }
}
