import NewsText

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
        guard name.unicodeScalars.count <= 20 else { return nil }
        let near = fields.keys.map { (name: $0, distance: editDistance(name.lowercased(), $0)) }
        let best = near.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        return best.flatMap { $0.distance <= 2 && $0.distance < name.unicodeScalars.count ? $0.name : nil }
    }
}

// Reading the name of a field.
extension QueryParser {
    /// Reads `name:` when it names a field and has a value; else it is text, which is said.
    mutating func readFieldName() -> Field? {
        guard let (name, end) = fieldName() else { return nil }
        let start = scanner.position
        guard let field = Self.field(named: name) else {
            if hasRoomForTerms, scanner.scalar(at: end) != "/", let nearest = Self.nearestField(to: name) {
                note(
                    .unknownField, start, end - 1 - start,
                    "no field '\(name)'; it is looked for as text. Did you mean \(nearest): ?")
            }
            return nil
        }
        guard !scanner.isBlank(end), scanner.scalar(at: end) != ")" else {
            note(
                .unknownField, start, end - start,
                "'\(name):' is looked for as text; a field's value follows its colon without a blank")
            return nil
        }
        guard !isDate(field) || canBeDate(at: end, of: field) else { return nil }
        scanner.position = end
        return field
    }

    /// The name of a field that ends with a colon at the current place, and the place behind the colon.
    private func fieldName() -> (name: String, end: Int)? {
        var end = scanner.position
        while let scalar = scanner.scalar(at: end), scalar.properties.isAlphabetic { end += 1 }
        guard end > scanner.position, scanner.scalar(at: end) == ":" else { return nil }
        return (scanner.text(scanner.position..<end), end + 1)
    }

    /// Whether a date stands at `place`, if only an impossible one; `Tuesday on: the day` is text.
    private mutating func canBeDate(at place: Int, of field: Field) -> Bool {
        var ahead = scanner
        ahead.position = place
        guard ahead.current != "(" else { return true }
        let text = ahead.readDateText()
        do throws(DateValue.Failure) {
            _ = try dateValue(text, field: field)
            return true
        } catch .notADate {
            noteNoDate(text, at: place, length: ahead.position - place)
            return false
        } catch {
            return true
        }
    }
}
