// Words near each other.
extension QueryParser {
    static let usualDistance = 10
    static let longestDistance = 100
    /// How many combinations `(a OR b) NEAR c` may be expanded to.
    private static let expansionLimit = 64

    /// The NEAR group that begins with `first`; `first` itself when no NEAR follows.
    mutating func readNear(after first: Query, field: Field, depth: Int) -> Query {
        let start = scanner.position
        var operands = [first]
        var distance = Int.max
        while let found = readNearOperator() {
            distance = min(distance, found)
            if let operand = readUnary(field: field, depth: depth, joinsNear: false) { operands.append(operand) }
        }
        guard operands.count > 1 else { return first }
        let length = scanner.position - start
        guard let near = Self.combine(operands, distance: distance) else {
            note(.distance, start, length, "NEAR joins words and phrases of one field; AND is taken instead")
            return Query.all(operands)
        }
        guard countTerms(near.positiveWords.count - operands.flatMap(\.positiveWords).count) else {
            note(.tooManyTerms, start, length, "NEAR has too many combinations here; AND is taken instead")
            return Query.all(operands)
        }
        return near
    }

    /// Whether the word at the current place is NEAR as an operator; for one that stands between no two terms.
    func isNear(_ word: String) -> Bool {
        word == "NEAR" || (word.hasPrefix("NEAR/") && Self.number(word.dropFirst(5)) != nil)
    }

    /// Reads a NEAR with an operand behind it: `NEAR`, `NEAR/5`, `near5`, `w/5`. Gives its distance.
    private mutating func readNearOperator() -> Int? {
        var ahead = self
        ahead.scanner.skipBlanks()
        let start = ahead.scanner.position
        let word = ahead.scanner.word(from: start)
        let length = word.unicodeScalars.count
        ahead.scanner.position += length
        guard start > scanner.position, !ahead.isOperandMissing else { return nil }
        if word == "NEAR" {
            scanner.position = start + length
            return Self.usualDistance
        }
        guard let prefix = ["near/", "near", "w/"].first(where: word.lowercased().hasPrefix),
            let number = Self.number(word.dropFirst(prefix.count))
        else { return nil }
        scanner.position = start + length
        let distance = min(number, Self.longestDistance)
        if number > Self.longestDistance {
            note(.distance, start, length, "at most \(Self.longestDistance) words may stand between; that is taken")
        } else if !word.hasPrefix("NEAR/") {
            note(.distance, start, length, "'\(word)' is read as NEAR/\(distance)")
        }
        return distance
    }

    /// The number that `digits` are, the greatest there is when it is greater; `nil` for anything but digits.
    static func number(_ digits: Substring) -> Int? {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(digits) ?? .max
    }

    /// One NEAR, or several joined by OR for alternatives inside; `nil` when an operand is no word or phrase, or their
    /// fields differ.
    private static func combine(_ operands: [Query], distance: Int) -> Query? {
        var groups: [[Query.Words]] = [[]]
        for operand in operands {
            guard let choices = alternatives(operand), groups.count * choices.count <= expansionLimit else {
                return nil
            }
            groups = groups.flatMap { group in choices.map { group + [$0] } }
        }
        guard groups.allSatisfy({ group in Set(group.map(\.field)).count == 1 }) else { return nil }
        return Query.oneOf(groups.map { .near($0, distance: distance) })
    }

    private static func alternatives(_ query: Query) -> [Query.Words]? {
        switch query {
        case .words(let words): return [words]
        case .any(let parts):
            let words = parts.compactMap { part in if case .words(let words) = part { words } else { nil } }
            return words.count == parts.count ? words : nil
        default: return nil
        }
    }
}
