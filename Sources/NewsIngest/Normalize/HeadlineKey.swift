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

/// The last sign between blanks that outlets put before their names, with those blanks; among the last 80 bytes.
private func outletCut(in headline: String) -> Range<String.Index>? {
    let bytes = headline.utf8
    var end = bytes.endIndex
    var steps = 0
    while let blank = bytes[..<end].suffix(80 - steps).lastIndex(of: 0x20), blank > bytes.startIndex {
        steps += bytes.distance(from: blank, to: end)
        guard steps < 80 else { return nil }
        for sign in outletSigns {
            guard let start = bytes.index(blank, offsetBy: -sign.count, limitedBy: bytes.startIndex),
                bytes[start..<blank].elementsEqual(sign), start > bytes.startIndex,
                bytes[bytes.index(before: start)] == 0x20
            else { continue }
            return bytes.index(before: start)..<bytes.index(after: blank)
        }
        end = blank
    }
    return nil
}

private let outletSigns: [[UInt8]] = ["-", "–", "—", "|", "·", "•"].map { Array($0.utf8) }

private let knownOutletKeys: Set<String> = Set(
    knownLayouts.flatMap(\.outletNames).map { foldedKey($0) })
