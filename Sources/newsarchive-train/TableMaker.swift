import Foundation
import NewsEntities

/// Makes the tables of words that a model begins with.
struct TableMaker {
    /// The tables and what they were made of.
    struct Made {
        let tables: WordTables
        let clusters: [(UInt32, UInt16)]
        let paths: [ClusterPath]
        let cases: [(UInt32, UInt8)]
        let gazetteer: [(UInt32, UInt16)]
    }

    let folder: String

    func tables(_ texts: [LabelledText]) throws -> Made {
        let (clusters, paths) = try clusters()
        let cases = try cases(texts)
        let gazetteer = try gazetteer()
        return Made(
            tables: WordTables(clusters: clusters, paths: paths, cases: cases, gazetteer: gazetteer),
            clusters: clusters, paths: paths, cases: cases, gazetteer: gazetteer)
    }

    private func lines(_ name: String) throws -> [Substring] {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8).split(separator: "\n")
    }

    private func clusters() throws -> ([(UInt32, UInt16)], [ClusterPath]) {
        var numbers: [Substring: UInt16] = [:]
        var paths: [ClusterPath] = []
        var words: [UInt32: UInt16] = [:]
        for line in try lines("clusters.tsv") {
            let columns = line.split(separator: "\t")
            guard columns.count == 2 else { continue }
            let number = numbers[columns[0]] ?? UInt16(paths.count)
            if numbers[columns[0]] == nil {
                numbers[columns[0]] = number
                let bits = columns[0].reduce(UInt32(0)) { $0 << 1 | ($1 == "1" ? 1 : 0) }
                let length = UInt32(columns[0].count)
                paths.append(ClusterPath(bits: bits << (32 - length), length: UInt8(length)))
            }
            words[Fingerprint.short(Fingerprint.text(columns[1].utf8))] = number
        }
        return (words.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, paths)
    }

    /// How words are written inside sentences that are not headlines.
    private func cases(_ texts: [LabelledText]) throws -> [(UInt32, UInt8)] {
        var counts: [String: (lower: Int, capital: Int)] = [:]
        func count(_ words: [Substring]) {
            let small = words.count { $0.first?.isLowercase ?? false }
            let capital = words.count { $0.first?.isUppercase ?? false }
            guard small >= capital else { return }
            for word in words.dropFirst() where word.first?.isLetter ?? false {
                if word.first?.isUppercase ?? false {
                    counts[word.lowercased(), default: (0, 0)].capital += 1
                } else {
                    counts[String(word), default: (0, 0)].lower += 1
                }
            }
        }
        for line in try lines("words.txt") { count(line.split(separator: " ")) }
        for text in texts where !text.name.hasPrefix("silver") {
            for document in text.documents { for sentence in document { count(sentence.words.map { $0[...] }) } }
        }
        var cases: [UInt32: UInt8] = [:]
        // In order, since two words may have one key.
        for (word, counts) in counts.sorted(by: { $0.key < $1.key }) where counts.lower + counts.capital >= 2 {
            cases[Fingerprint.short(Fingerprint.text(word.utf8))] = CaseClass.of(
                lower: counts.lower, capital: counts.capital)
        }
        return cases.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func gazetteer() throws -> [(UInt32, UInt16)] {
        var lists: [UInt32: UInt16] = [:]
        for line in try lines("gazetteer.tsv") {
            let columns = line.split(separator: "\t")
            guard columns.count == 2, let bit = UInt16(columns[0]) else { continue }
            let words = columns[1].split(separator: " ").map { Fingerprint.text($0.utf8) }
            let name = words.dropFirst().reduce(words[0]) { WordTables.phrase($0, followedBy: $1) }
            lists[Fingerprint.short(name), default: 0] |= 1 << bit
            if words.count > 1 {
                lists[Fingerprint.short(words[0]), default: 0] |= GazetteerLists.beginsLonger.rawValue
            }
        }
        return lists.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
