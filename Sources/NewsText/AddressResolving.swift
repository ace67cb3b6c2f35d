extension WebAddress {
    /// `reference` as the whole address it means on a page at `base` (RFC 3986, section 5); the reference itself,
    /// without blanks around it, when `base` is unknown or it is whole already.
    public static func resolved(_ reference: String, against base: String?) -> String {
        let reference = trimmed(reference)
        guard let base = base.map(trimmed), !base.isEmpty, scheme(of: reference) == nil,
            let scheme = scheme(of: base)
        else { return reference }
        if reference.isEmpty { return base }
        if reference.hasPrefix("//") { return scheme + ":" + reference }
        let rest = base.dropFirst(scheme.utf8.count + 1)
        let authority = rest.hasPrefix("//") ? rest.prefix(upTo: authorityEnd(of: rest)) : ""
        let afterAuthority = rest.dropFirst(authority.count)
        let path = afterAuthority.prefix { $0 != "?" && $0 != "#" }
        let front = scheme + ":" + authority
        if reference.hasPrefix("#") { return String(base.prefix { $0 != "#" }) + reference }
        if reference.hasPrefix("?") { return front + path + reference }
        let (own, tail) = split(reference)
        if reference.hasPrefix("/") { return front + withoutDots(own) + tail }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return front + withoutDots(folder + own) + tail
    }

    private static func authorityEnd(of rest: Substring) -> Substring.Index {
        rest.dropFirst(2).firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
    }

    /// The path of a reference, and its query and fragment.
    private static func split(_ reference: String) -> (path: Substring, tail: Substring) {
        let path = reference.prefix { $0 != "?" && $0 != "#" }
        return (path, reference[path.endIndex...])
    }

    private static func withoutDots(_ path: Substring) -> String {
        guard path.contains("./") || path.hasSuffix(".") else { return String(path) }
        var kept: [Substring] = []
        let parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    /// The scheme at the start of an address: letters before a colon.
    private static func scheme(of address: String) -> String? {
        guard let colon = address.firstIndex(of: ":") else { return nil }
        let scheme = address[..<colon]
        guard let first = scheme.utf8.first, (0x61...0x7A).contains(first | 0x20), scheme.utf8.count <= 20,
            scheme.utf8.allSatisfy({
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0)
            })
        else { return nil }
        return String(scheme)
    }

    private static func trimmed(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last, first <= 0x20 || last <= 0x20 else { return text }
        let start = text.utf8.firstIndex { $0 > 0x20 } ?? text.endIndex
        let end = text.utf8.lastIndex { $0 > 0x20 }.map { text.utf8.index(after: $0) } ?? text.endIndex
        return start < end ? String(text[start..<end]) : ""
    }
}
