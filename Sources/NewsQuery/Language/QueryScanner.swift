/// The scalars of a query and the place that is being read.
struct QueryScanner {
    /// What a query may have at the most, in Unicode scalars.
    static let lengthLimit = 4_000

    let scalars: [Unicode.Scalar]
    /// The place to be read next.
    var position = 0

    /// NUL and private-use characters, which mark values in the index, become blanks.
    init(_ text: String) {
        scalars = text.unicodeScalars.prefix(Self.lengthLimit).map { scalar in
            scalar.value == 0 || scalar.properties.generalCategory == .privateUse ? " " : scalar
        }
    }

    var isAtEnd: Bool { position >= scalars.count }
    var current: Unicode.Scalar? { scalar(at: position) }

    func scalar(at place: Int) -> Unicode.Scalar? {
        scalars.indices.contains(place) ? scalars[place] : nil
    }

    /// Whether a word ends before `place`: the end, a blank or a bracket stands there.
    func isBoundary(_ place: Int) -> Bool {
        guard let scalar = scalar(at: place) else { return true }
        return scalar.properties.isWhitespace || scalar == "(" || scalar == ")"
    }

    /// Whether a blank or the end stands at `place`.
    func isBlank(_ place: Int) -> Bool {
        scalar(at: place).map(\.properties.isWhitespace) ?? true
    }

    mutating func skipBlanks() {
        while let scalar = current, scalar.properties.isWhitespace { position += 1 }
    }

    /// The word from `place` up to a blank or bracket.
    func word(from place: Int) -> String {
        var end = place
        while !isBoundary(end) { end += 1 }
        return text(place..<end)
    }

    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
        return String(text)
    }

    /// Where the text from `start` to the current place ends without the blanks behind it.
    func end(after start: Int) -> Int {
        var end = position
        while end > start, isBlank(end - 1) { end -= 1 }
        return end
    }

    /// Passes over a bracket and everything up to the one that closes it.
    mutating func skipGroup() {
        var open = 0
        repeat {
            switch current {
            case "(": open += 1
            case ")": open -= 1
            default: break
            }
            let isWordStart = isBoundary(position)
            position += 1
            if isWordStart { _ = readQuotation() }
        } while open > 0 && !isAtEnd
    }

    /// Reads a date or a range of dates: what stands up to a blank, inside quotes, or inside `[ ]`.
    mutating func readDateText() -> String {
        if let quotation = readQuotation() { return quotation.text }
        let start = position
        if current == "[", let end = scalars[start...].firstIndex(of: "]") {
            position = end + 1
        } else {
            while !isBoundary(position) { position += 1 }
        }
        return text(start..<position)
    }

    /// The marks that close a quotation opened by `scalar`; `nil` when it opens none.
    static func closers(of scalar: Unicode.Scalar) -> Set<Unicode.Scalar>? {
        switch scalar {
        case "\"": ["\"", "”"]
        case "“": ["”", "\""]
        case "„": ["“", "”", "\""]
        case "«": ["»"]
        default: nil
        }
    }

    /// Reads a quotation that opens at the current place: what stands inside, and whether it was closed.
    mutating func readQuotation() -> (text: String, isClosed: Bool)? {
        guard let opener = current, let closers = Self.closers(of: opener) else { return nil }
        let start = position + 1
        var end = start
        while let scalar = scalar(at: end), !closers.contains(scalar) { end += 1 }
        let isClosed = end < scalars.count
        position = isClosed ? end + 1 : end
        return (text(start..<end), isClosed)
    }
}
