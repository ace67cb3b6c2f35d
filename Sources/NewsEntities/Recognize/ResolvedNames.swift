import NewsModel

/// The names that were accepted, and which of them are one entity.
struct ResolvedNames {
    /// An entity, before its mentions are known.
    struct Entity {
        let kind: EntityKind
    }

    /// The entities.
    private(set) var entities: [Entity] = []
    /// Entities by the keys of their names.
    private(set) var byName: [UInt64: Int] = [:]
    /// Persons by the key of their surname, in order of the table.
    private(set) var bySurname: [UInt64: [Int]] = [:]
    /// Surnames by the person.
    private(set) var surname: [Int: UInt64] = [:]
    /// The greatest number of words in a name.
    private(set) var longest = 1

    init(_ table: NameTable, acronyms: [UInt64: UInt64]) {
        var table = table
        Self.findPersonsBySurname(&table)
        let companies = Set(table.entries.values.compactMap { $0.kind == .organization ? $0.companyKey : nil })
        let accepted = table.entries.filter { Self.isAccepted($0.value) || companies.contains($0.key) }
        // In a fixed order, so that the same article gives the same entities.
        let keys = accepted.keys.sorted()
        var parent = Dictionary(uniqueKeysWithValues: keys.map { ($0, $0) })
        func root(_ key: UInt64) -> UInt64 {
            var key = key
            while let up = parent[key], up != key { key = up }
            return key
        }
        func unite(_ key: UInt64, into other: UInt64) {
            guard accepted[key] != nil, accepted[other] != nil else { return }
            parent[root(key)] = root(other)
        }
        var firstOfIdentity: [Int: UInt64] = [:]
        for key in keys {
            guard let entry = accepted[key] else { continue }
            if let long = acronyms[key] { unite(key, into: long) }
            if let identity = entry.identity {
                if let first = firstOfIdentity[identity] {
                    unite(key, into: first)
                } else {
                    firstOfIdentity[identity] = key
                }
            }
            // "Telcor Inc" and "Telcor"
            if let company = entry.companyKey, entry.kind == .organization { unite(company, into: key) }
            // "Iraqi Ministry of Defense" and "Ministry of Defense"
            if entry.beginsWithDemonym, entry.words > 2, entry.kind == .organization, accepted[entry.restKey] != nil {
                unite(entry.restKey, into: key)
            }
        }
        var votes: [UInt64: SIMD4<Int32>] = [:]
        for key in keys { votes[root(key), default: .zero] &+= accepted[key]?.votes ?? .zero }
        var numbers: [UInt64: Int] = [:]
        for key in keys {
            guard let entry = accepted[key] else { continue }
            let top = root(key)
            let number = numbers[top] ?? entities.count
            if number == entities.count { entities.append(Entity(kind: EntityKind(votes: votes[top] ?? .zero))) }
            numbers[top] = number
            byName[key] = number
            longest = max(longest, entry.words)
        }
        nameSurnames(keys, accepted)
    }

    /// A full name of unknown kind whose last word also stands alone or after a title is a person's.
    private static func findPersonsBySurname(_ table: inout NameTable) {
        for (key, entry) in table.entries
        where (2...3).contains(entry.words) && entry.votes[1] == 0 && entry.votes[2] == 0 {
            guard let single = table.entries[Lexicon.join(Lexicon.seed, entry.lastHash)], single.identity == nil,
                single.votes[1] == 0, single.votes[2] == 0
            else { continue }
            table.vote(key, kind: .person, weight: 1)
        }
    }

    private static func isAccepted(_ entry: NameTable.Entry) -> Bool {
        if entry.isCertain || entry.words > 1 { return true }
        return entry.votes[0] >= 3 || entry.votes[1] >= 2 || entry.votes[2] >= 2 || entry.plainCount >= 2
    }

    private mutating func nameSurnames(_ keys: [UInt64], _ accepted: [UInt64: NameTable.Entry]) {
        for key in keys {
            guard let entry = accepted[key], entry.words > 1, let number = byName[key], entities[number].kind == .person
            else { continue }
            let last = Lexicon.join(Lexicon.seed, entry.lastHash)
            // A surname that is a known place or organization stays that.
            if let other = accepted[last], other.identity != nil { continue }
            surname[number] = last
            bySurname[last, default: []].append(number)
        }
    }
}
