import CSearch
import NewsText

/// Words on their way into `word_forms`, brought into the order of the table, in which writing them is quickest.
struct WordChanges {
    struct Row {
        let language: Int
        let articles: Int
        /// Where the form stands in the bytes, the stem behind it.
        let start: Int
        let formLength: Int
        var stemLength = 0
        /// The place of the language among all, then the first bytes of the stem: tells nearly all rows apart.
        var rank = 0
        var opening: UInt64 = 0
    }

    private var bytes: [UInt8] = []
    private var rows: [Row] = []

    /// Adds a word with the articles that it stands in more than before.
    mutating func add(_ form: UnsafeRawBufferPointer, language: Int, articles: Int) {
        rows.append(Row(language: language, articles: articles, start: bytes.count, formLength: form.count))
        bytes.append(contentsOf: form)
    }

    /// The rows in the order of language, stem and form.
    mutating func inOrder(_ languages: [(code: String, stemmer: Stemmer?)]) -> [Row] {
        let ranks = languages.indices.sorted { languages[$0].code < languages[$1].code }
        var rankOf = Array(repeating: 0, count: languages.count)
        for (rank, language) in ranks.enumerated() { rankOf[language] = rank }
        var packed: [UInt8] = []
        packed.reserveCapacity(bytes.count * 2)
        rows = rows.map { row in
            let form = bytes[row.start..<(row.start + row.formLength)]
            var moved = Row(
                language: row.language, articles: row.articles, start: packed.count, formLength: row.formLength)
            packed.append(contentsOf: form)
            let stemStart = packed.count
            if let stemmer = languages[row.language].stemmer {
                form.withUnsafeBufferPointer { stemmer.appendStem(of: $0, to: &packed) }
            } else {
                packed.append(contentsOf: form)
            }
            moved.stemLength = packed.count - stemStart
            moved.rank = rankOf[row.language]
            for index in 0..<8 {
                let byte = index < moved.stemLength ? packed[stemStart + index] : 0
                moved.opening = moved.opening << 8 | UInt64(byte)
            }
            return moved
        }
        bytes = packed
        bytes.withUnsafeBufferPointer { bytes in rows.sort { Self.isBefore($0, $1, in: bytes) } }
        return rows
    }

    func form(of row: Row) -> Text { Text(bytes: bytes[row.start..<(row.start + row.formLength)]) }

    func stem(of row: Row) -> Text {
        let start = row.start + row.formLength
        return Text(bytes: bytes[start..<(start + row.stemLength)])
    }

    /// A word in UTF-8, given to a statement without a string being made of it.
    struct Text: BoundValue {
        let bytes: ArraySlice<UInt8>

        func bind(to statement: UnsafeMutableRawPointer, at place: Int32) -> Int32 {
            bytes.withUnsafeBytes { word in
                csearch_bind_text(statement, place, word.baseAddress?.assumingMemoryBound(to: CChar.self), word.count)
            }
        }
    }

    private static func isBefore(_ left: Row, _ right: Row, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.rank == right.rank else { return left.rank < right.rank }
        guard left.opening == right.opening else { return left.opening < right.opening }
        func stem(_ row: Row) -> Slice<UnsafeBufferPointer<UInt8>> {
            bytes[(row.start + row.formLength)..<(row.start + row.formLength + row.stemLength)]
        }
        func form(_ row: Row) -> Slice<UnsafeBufferPointer<UInt8>> { bytes[row.start..<(row.start + row.formLength)] }
        if stem(left).lexicographicallyPrecedes(stem(right)) { return true }
        if stem(right).lexicographicallyPrecedes(stem(left)) { return false }
        return form(left).lexicographicallyPrecedes(form(right))
    }
}
