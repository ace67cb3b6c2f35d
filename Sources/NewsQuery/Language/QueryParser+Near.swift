// Words near each other.
extension QueryParser {
    static let usualDistance = 10
    static let longestDistance = 100
    /// How many combinations `(a OR b) NEAR c` may be expanded to.
    private static let expansionLimit = 64

    /// The NEAR group that begins with `first`; `first` itself when no NEAR follows.
    mutating func readNear(after first: Query?, field: Field, depth: Int) -> Query? {
        guard let first else { return nil }
        let start = scanner.position
        var operands = [first]
        var distance: Int?
        while let found = nearOperator() {
            scanner.position = found.end
            if isNothingLeft {
                note(.danglingOperator, found.start, found.end - found.start, "NEAR stands between two terms; this one is ignored")
                break
            }
            scanner.skipBlanks()
            guard operatorRange("OR") == nil, operatorRange("AND") == nil,
                let operand = readNearOperand(field: field, depth: depth)
            else { break }
            operands.append(operand)
            distance = min(distance ?? .max, found.distance)
        }
        guard let distance, operands.count > 1 else { return first }
        if let near = Self.combine(operands, distance: distance) { return near }
        note(
            .distance, start, scanner.position - start,
            "NEAR joins words and phrases of one field; AND is taken instead")
        return Query.all(operands)
    }

    private mutating func readNearOperand(field: Field, depth: Int) -> Query? {
        if scanner.current == "-" || scanner.current == "!" || operatorRange("NOT") != nil {
            var ahead = self
            let operand = ahead.readUnary(field: field, depth: depth)
            self = ahead
            return operand
        }
        return readOperand(field: field, depth: depth)
    }

    /// A NEAR that follows: `NEAR`, `NEAR/5`, `near5`, `w/5`, with a term behind it.
    private mutating func nearOperator() -> (start: Int, end: Int, distance: Int)? {
        var ahead = scanner
        ahead.skipBlanks()
        let start = ahead.position
        guard start > scanner.position else { return nil }
        let word = ahead.word(from: start)
        let end = start + word.unicodeScalars.count
        if word == "NEAR" { return (start, end, Self.usualDistance) }
        if word.hasPrefix("NEAR/"), let number = Int(word.dropFirst(5)), number >= 0 {
            return (start, end, limited(number, at: start, end: end))
        }
        let lower = word.lowercased()
        for alias in ["near/", "near", "w/"] where lower.hasPrefix(alias) {
            guard let number = Int(lower.dropFirst(alias.count)), number >= 0, ahead.scalar(at: end + 1) != nil else { continue }
            note(.distance, start, end - start, "'\(word)' is read as NEAR/\(number)")
            return (start, end, limited(number, at: start, end: end))
        }
        return nil
    }

    private mutating func limited(_ number: Int, at start: Int, end: Int) -> Int {
        if number > Self.longestDistance {
            note(.distance, start, end - start, "at most \(Self.longestDistance) words may stand between; that is taken")
        }
        return min(number, Self.longestDistance)
    }

    /// One NEAR, or several joined by OR for alternatives inside; `nil` when an operand is no word or phrase, or their
    /// fields differ.
    private static func combine(_ operands: [Query], distance: Int) -> Query? {
        var groups: [[Query.Words]] = [[]]
        for operand in operands {
            guard let choices = alternatives(operand), groups.count * choices.count <= expansionLimit else { return nil }
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
