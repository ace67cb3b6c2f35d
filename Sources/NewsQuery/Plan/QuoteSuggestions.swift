import GRDB
import NewsStorage

extension Planner {
    /// Where a value was typed without the quotes that its further words want, as in `tag:US-led coalition`: what to type
    /// instead. Only values that the archive holds are suggested.
    func quoteSuggestions(for query: ParsedQuery) throws -> [Notice] {
        guard case .every(let parts) = query.query else { return [] }
        return try parts.indices.compactMap { place in
            guard case .value(let field, let value, isPrefix: false) = parts[place] else { return nil }
            var words = [value]
            var known: String?
            for case .words(let next) in parts[(place + 1)...].prefix(while: \.isPlainWord).prefix(5) {
                words.append(next.text)
                let whole = words.joined(separator: " ")
                if try holds(whole, in: field) { known = whole }
            }
            return known.map { known in
                Notice(
                    .quotes, at: 0, length: query.text.unicodeScalars.count,
                    "\(field.rawValue):\(value) ends at the blank; there is \(field.rawValue):\"\(known)\", with quotes"
                )
            }
        }
    }

    private func holds(_ value: String, in field: ValueField) throws -> Bool {
        let table: LabelTable
        switch field {
        case .tag: table = .tags
        case .section: table = .sections
        case .storyline: table = .storylines
        case .outlet: table = .outlets
        case .entity, .person, .org, .place:
            return try !entities(field, value).isEmpty
        case .lang, .id, .url, .has, .is, .search: return false
        }
        return try !table.keys(matching: value, isPrefix: false, in: db).isEmpty
    }
}

extension Query {
    /// Whether it is one word that was typed without quotes, a field or signs.
    fileprivate var isPlainWord: Bool {
        guard case .words(let words) = self else { return false }
        return words.field == nil && !words.isExact && !words.isPrefix
    }
}
