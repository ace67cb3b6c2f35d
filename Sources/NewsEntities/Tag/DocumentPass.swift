import NewsModel

/// Makes a document agree with itself: one kind for a name, surnames are persons', `Long Name (LN)` defines an acronym,
/// and what is a name in one place is one in others.
struct DocumentPass {
    private let document: TokenDocument
    private let profiles: UnsafeBufferPointer<WordProfile>
    /// Names by sentence, their words counted through the document.
    private var names: [[Span]]

    private var votes: [UInt64: SIMD4<Int32>] = [:]
    /// How often persons with this last word are named in full.
    private var surnames: [UInt64: Int32] = [:]
    private var acronyms: [UInt64: EntityKind] = [:]
    /// Names of companies without their legal form.
    private var companies: Set<UInt64> = []

    private init(
        _ document: TokenDocument, _ profiles: UnsafeBufferPointer<WordProfile>, names: [[Span]]
    ) {
        self.document = document
        self.profiles = profiles
        self.names = names
    }

    /// The names of each sentence after the pass.
    static func agreeing(
        _ names: [[Span]], in document: TokenDocument, _ profiles: UnsafeBufferPointer<WordProfile>
    ) -> [[Span]] {
        var pass = DocumentPass(document, profiles, names: names)
        pass.countVotes()
        pass.agreeOnKinds()
        pass.fillIn()
        return pass.names
    }

    @inline(__always)
    private func profile(_ word: Int) -> WordProfile { profiles[Int(document.words[word])] }

    @inline(__always)
    private func lower(_ word: Int) -> UInt64 { profiles[Int(document.words[word])].lower }

    private func key(_ words: Range<Int>) -> UInt64 {
        words.dropFirst().reduce(lower(words.lowerBound)) { Fingerprint.pair($0, lower($1)) }
    }

    private mutating func countVotes() {
        for sentence in names {
            for name in sentence {
                votes[key(name.words), default: .zero][name.kind.index] += 1
                if name.kind == .person, name.words.count > 1 {
                    surnames[lower(name.words.upperBound - 1), default: 0] += 1
                } else if name.kind == .organization, name.words.count > 1,
                    Self.legalForms.contains(lower(name.words.upperBound - 1))
                {
                    companies.insert(key(name.words.dropLast()))
                }
            }
        }
    }

    private mutating func agreeOnKinds() {
        for sentence in names.indices {
            for index in names[sentence].indices {
                let name = names[sentence][index]
                names[sentence][index].kind = agreedKind(name)
                defineAcronyms(names[sentence][index], end: document.sentences[sentence].words.upperBound)
            }
        }
        guard !acronyms.isEmpty else { return }
        for sentence in names.indices {
            for (index, name) in names[sentence].enumerated() where name.words.count == 1 {
                if let kind = acronyms[lower(name.words.lowerBound)] { names[sentence][index].kind = kind }
            }
        }
    }

    /// The kind that most occurrences have; a surname's is a person unless more speaks against it.
    private func agreedKind(_ name: Span) -> EntityKind {
        let key = key(name.words)
        if companies.contains(key) { return .organization }
        let votes = votes[key] ?? .zero
        let person = EntityKind.person.index
        if name.words.count == 1, name.kind != .person, let full = surnames[key],
            votes.wrappedSum() - votes[person] <= full + votes[person]
        {
            return .person
        }
        let most = EntityKind(votes: votes)
        let count = votes[most.index]
        return most != name.kind && count >= 2 && count > 2 * votes[name.kind.index] ? most : name.kind
    }

    private mutating func defineAcronyms(_ name: Span, end: Int) {
        guard name.words.count > 1 else { return }
        var initials: [UInt8] = []
        for word in name.words where profile(word).isCapital { initials.append(profile(word).initial) }
        guard (2...8).contains(initials.count), !initials.contains(0) else { return }
        let acronym = Fingerprint.text(initials)
        let bracket = name.words.upperBound
        if bracket + 2 < end, Self.opening.contains(lower(bracket)), lower(bracket + 1) == acronym {
            acronyms[acronym] = name.kind == .person ? .organization : name.kind
        } else if initials.count > 2, name.kind == .organization, acronyms[acronym] == nil {
            acronyms[acronym] = .organization
        }
    }

    private static let opening = Set(["(", "-lrb-", "["].map { Fingerprint.text($0.utf8) })
}

extension DocumentPass {
    private struct Known {
        let lowers: [UInt64]
        let kind: EntityKind
    }

    /// More names with one first word are not tried.
    private static let limit = 16

    /// Finds names again where they were not recognized.
    private mutating func fillIn() {
        let known = knownNames()
        guard !known.isEmpty else { return }
        var taken = [Bool](repeating: false, count: document.words.count)
        for name in names.joined() { for word in name.words { taken[word] = true } }
        for index in document.sentences.indices {
            let sentence = document.sentences[index]
            var added: [Span] = []
            for word in sentence.words where !taken[word] && profile(word).isCapital {
                guard let names = known[lower(word)],
                    let found = names.first(where: { fits($0, at: word, sentence, taken) })
                else { continue }
                let span = Span(words: word..<(word + found.lowers.count), kind: found.kind)
                for word in span.words { taken[word] = true }
                added.append(span)
            }
            guard !added.isEmpty else { continue }
            names[index] = (names[index] + added).sorted { $0.words.lowerBound < $1.words.lowerBound }
        }
    }

    /// The names that were found, by their first word, longer ones first.
    private func knownNames() -> [UInt64: [Known]] {
        var votes: [UInt64: (words: Range<Int>, votes: SIMD4<Int32>)] = [:]
        for sentence in names {
            for name in sentence { votes[key(name.words), default: (name.words, .zero)].votes[name.kind.index] += 1 }
        }
        var known: [UInt64: [Known]] = [:]
        for (_, entry) in votes.sorted(by: { $0.value.words.lowerBound < $1.value.words.lowerBound }) {
            add(entry.words, EntityKind(votes: entry.votes), to: &known)
            let last = entry.words.upperBound - 1
            if entry.words.count > 1, Self.legalForms.contains(lower(last)) {
                add(entry.words.dropLast(), .organization, to: &known)
            }
            guard entry.words.count > 1, surnames[lower(last)] != nil, votes[lower(last)] == nil else { continue }
            add(last..<(last + 1), .person, to: &known)
        }
        for first in known.keys { known[first]?.sort { $0.lowers.count > $1.lowers.count } }
        return known
    }

    /// A company is called by its name without them as well.
    private static let legalForms = Set(
        "inc inc. corp corp. corporation ltd ltd. llc plc gmbh ag co co. sa nv oyj asa".split(separator: " ")
            .map { Fingerprint.text($0.utf8) })

    private func add(_ words: Range<Int>, _ kind: EntityKind, to known: inout [UInt64: [Known]]) {
        let first = lower(words.lowerBound)
        guard known[first]?.count ?? 0 < Self.limit, words.count < Self.limit else { return }
        known[first, default: []].append(Known(lowers: words.map(lower), kind: kind))
    }

    private func fits(_ name: Known, at start: Int, _ sentence: TokenDocument.Sentence, _ taken: [Bool]) -> Bool {
        let end = start + name.lowers.count
        guard end <= sentence.words.upperBound else { return false }
        for (word, lower) in zip(start..<end, name.lowers) {
            let profile = profile(word)
            guard profile.lower == lower, !taken[word] else { return false }
            guard
                profile.isCapital || !profile.hasLower || profile.isJoint || name.lowers.count > 1 && profile.length < 4
            else { return false }
        }
        guard name.lowers.count == 1 else { return true }
        let word = profile(start)
        let isFirst = start == sentence.words.lowerBound
        if word.length < 3 || word.lists.contains(.demonym) || isFirst && CaseClass.isMostlyLower(word.caseClass) {
            return false
        }
        func isOpenCapital(_ index: Int) -> Bool {
            sentence.words.contains(index) && profile(index).isCapital && !taken[index]
        }
        let afterFirst = start > sentence.words.lowerBound + 1
        return !isOpenCapital(start + 1) && !(afterFirst && isOpenCapital(start - 1))
    }
}

extension EntityKind {
    /// Its place among votes.
    var index: Int {
        switch self {
        case .person: 0
        case .organization: 1
        case .place: 2
        case .other: 3
        }
    }

    /// The kind with the most votes; of equal ones person, then place, then organization.
    init(votes: SIMD4<Int32>) {
        let most = max(votes[0], votes[1], votes[2])
        self = most <= 0 ? .other : votes[0] == most ? .person : votes[2] == most ? .place : .organization
    }
}
