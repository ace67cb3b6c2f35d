import NewsStorage
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
    var text = headline
    guard let cut = text.withUTF8(outletCut) else { return nil }
    let start = text.utf8.startIndex
    return text.utf8.index(start, offsetBy: cut.lowerBound)..<text.utf8.index(start, offsetBy: cut.upperBound)
}

private func outletCut(in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    let first = max(1, bytes.count - 80)
    var blank = bytes.count - 1
    while blank >= first {
        defer { blank -= 1 }
        guard bytes[blank] == 0x20 else { continue }
        guard bytes.count - blank < 80 else { return nil }
        guard outletSignEnds[Int(bytes[blank - 1])] else { continue }
        for sign in outletSigns {
            let start = blank - sign.count
            guard start > 0, bytes[start - 1] == 0x20, bytes[start..<blank].elementsEqual(sign) else { continue }
            return (start - 1)..<(blank + 1)
        }
    }
    return nil
}

private let outletSigns = headlineSigns.map { Array($0.utf8) }

/// By byte.
private let outletSignEnds: [Bool] = {
    let ends = Set(outletSigns.compactMap(\.last))
    return (0...255).map(ends.contains)
}()

private let knownOutletKeys: Set<String> = Set(
    knownLayouts.flatMap(\.outletNames).map { foldedKey($0) })
