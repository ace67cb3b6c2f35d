// The names of fields.
extension QueryParser {
    /// The field that goes by `name`, in any case; `nil` when there is none.
    static func field(named name: String) -> Field? { fields[name.lowercased()] }

    /// Every name of every field.
    static let fields: [String: Field] = {
        var fields: [String: Field] = [:]
        for field in WordField.allCases {
            for name in [field.rawValue] + field.aliases { fields[name] = .words(field) }
        }
        for field in ValueField.allCases {
            for name in [field.rawValue] + field.aliases { fields[name] = .value(field) }
        }
        for field in DateField.allCases { fields[field.rawValue] = .date(field) }
        for word in ["since", "until", "before", "after", "on"] { fields[word] = .bound(word) }
        return fields
    }()

    /// The field whose name is nearest to `name`, when it is near enough to be meant.
    static func nearestField(to name: String) -> String? {
        let name = Array(name.lowercased().unicodeScalars)
        guard name.count <= 20 else { return nil }
        let near = fields.keys.map { (name: $0, distance: distance(name, Array($0.unicodeScalars))) }
        let best = near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return best.flatMap { $0.distance <= 2 && $0.distance < name.count ? $0.name : nil }
    }

    /// How many letters must be added, left out, changed or swapped with their neighbour (Damerau and Levenshtein).
    private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var rows = [Array(0...right.count)]
        for i in left.indices {
            var row = [i + 1]
            for j in right.indices {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[left.count][right.count]
    }
}
