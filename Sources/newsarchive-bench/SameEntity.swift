import ArgumentParser
import Foundation
import NewsEntities
import NewsModel

/// How well names of one document are told to be one entity or not: B³, the mean over all names of the precision and
/// recall of the set of names it was put into (Bagga and Baldwin, "Algorithms for Scoring Coreference Chains", 1998).
///
/// The texts are in the form of Re-DocRED: a JSON list of documents, in whose `vertexSet` each entity is a list of its
/// names with `type`, `sent_id` and `pos`.
struct SameEntity {
    private struct Name {
        let text: String
        let kind: EntityKind
        let place: (Int, Int)
        let entity: Int
    }

    private var precision: [EntityKind: Double] = [:]
    private var recall: [EntityKind: Double] = [:]
    private var counts: [EntityKind: Int] = [:]

    /// Reads and measures the documents of a file.
    init(path: String) throws {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))
        guard let documents = json as? [[String: Any]] else { throw ValidationError("\(path) is no list of documents") }
        for document in documents { add(Self.names(in: document)) }
    }

    private static func names(in document: [String: Any]) -> [Name] {
        let kinds: [String: EntityKind] = ["PER": .person, "ORG": .organization, "LOC": .place]
        var names: [Name] = []
        for (entity, vertex) in (document["vertexSet"] as? [[[String: Any]]] ?? []).enumerated() {
            for name in vertex {
                guard let text = name["name"] as? String, let kind = kinds[name["type"] as? String ?? ""] else {
                    continue
                }
                let place = (name["sent_id"] as? Int ?? 0, (name["pos"] as? [Int])?.first ?? 0)
                names.append(Name(text: text, kind: kind, place: place, entity: entity))
            }
        }
        return names.sorted { $0.place < $1.place }
    }

    private mutating func add(_ names: [Name]) {
        let found = NameResolver.entities(of: names.map { NameResolver.Name(text: $0.text, kind: $0.kind) })
        var byFound: [Int: [Int]] = [:]
        var byEntity: [Int: [Int]] = [:]
        for index in names.indices {
            byFound[found[index], default: []].append(index)
            byEntity[names[index].entity, default: []].append(index)
        }
        for index in names.indices {
            let (together, same) = (byFound[found[index]] ?? [], byEntity[names[index].entity] ?? [])
            let both = Double(Set(together).intersection(same).count)
            precision[names[index].kind, default: 0] += both / Double(together.count)
            recall[names[index].kind, default: 0] += both / Double(same.count)
            counts[names[index].kind, default: 0] += 1
        }
    }

    /// Precision, recall and F by kind and of all, in percent.
    var row: String {
        let kinds: [EntityKind] = [.person, .organization, .place]
        return "\(counts.values.reduce(0, +)) | "
            + (kinds.map { figures([$0]) } + [figures(kinds)]).joined(separator: " | ")
    }

    private func figures(_ kinds: [EntityKind]) -> String {
        let count = Double(max(kinds.reduce(0) { $0 + (counts[$1] ?? 0) }, 1))
        let precision = kinds.reduce(0) { $0 + (self.precision[$1] ?? 0) } / count
        let recall = kinds.reduce(0) { $0 + (self.recall[$1] ?? 0) } / count
        let both = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        return [precision, recall, both].map { String(($0 * 1_000).rounded() / 10) }.joined(separator: " / ")
    }
}
