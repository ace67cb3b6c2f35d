import NewsText

/// What decides whether two headlines are the same: case, quotes, dashes, blanks and diacritics do not count, nor does
/// the name of an outlet behind the last ` - `, ` – ` or ` | `.
///
/// Only names in `outlets` and of known layouts are cut: `- Institute` stays. Both sides of a comparison must be given
/// the same outlets.
public func headlineKey(_ headline: String, outlets: [String]) -> String {
    headlineKey(headline, outlets: Set(outlets.map { foldedKey($0) }))
}

/// The same for outlets whose names are folded by `foldedKey` already, for many headlines in a row.
public func headlineKey(_ headline: String, outlets: Set<String>) -> String {
    let key = foldedKey(headline)
    guard let cut = outletCut(in: headline) else { return key }
    let name = foldedKey(String(headline[cut.upperBound...]))
    guard !name.isEmpty, outlets.contains(name) || knownOutletKeys.contains(name) else { return key }
    let rest = foldedKey(String(headline[..<cut.lowerBound]))
    return rest.isEmpty ? key : rest
}

/// The last sign between blanks that outlets put before their names.
private func outletCut(in headline: String) -> Range<String.Index>? {
    let scalars = headline.unicodeScalars
    var index = scalars.endIndex
    var steps = 0
    while index > scalars.startIndex, steps < 60 {
        scalars.formIndex(before: &index)
        steps += 1
        guard "-–—|·•".unicodeScalars.contains(scalars[index]), index > scalars.startIndex else { continue }
        let after = scalars.index(after: index)
        let before = scalars.index(before: index)
        guard after < scalars.endIndex, scalars[after] == " ", scalars[before] == " " else { continue }
        return before..<scalars.index(after: after)
    }
    return nil
}

private let knownOutletKeys: Set<String> = Set(
    knownLayouts.flatMap(\.outletNames).map { foldedKey($0) })
