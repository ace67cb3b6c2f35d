extension WebAddress {
    /// Where a link on this page leads: `reference` is an address, or a path, which counts from this one; `nil` when it
    /// leads to no page of the web (`mailto:`, `#top`). Written addresses are read as `init(_:)` reads them.
    public func resolving(_ reference: String) -> WebAddress? {
        let link = reference.utf8.drop { $0 <= 0x20 }
        guard let first = link.first, first != UInt8(ascii: "#") else { return nil }
        let text = String(decoding: link, as: UTF8.self)
        if text.hasPrefix("//") || text.lowercased().hasPrefix("http") { return WebAddress(text) }
        if let colon = link.firstIndex(of: UInt8(ascii: ":")),
            link[..<colon].allSatisfy({ isASCIILetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") })
        {
            return nil  // another scheme
        }
        let site = "https://" + host
        switch first {
        case UInt8(ascii: "/"): return WebAddress(site + text)
        case UInt8(ascii: "?"): return WebAddress(site + path + text)
        default:
            let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? "/"
            return WebAddress(site + folder + text)
        }
    }

    /// Whether both are of one site: the same name below a public suffix, so that `sport.harbor-times.example` and
    /// `harbor-times.example` are. Public suffixes of two labels are told by their shape (`co.uk`, `com.au`).
    public func isSameSite(as other: WebAddress) -> Bool { site == other.site }

    private var site: Substring {
        let labels = host.split(separator: ".")
        guard labels.count > 2 else { return host[...] }
        let isDouble = labels[labels.count - 1].utf8.count == 2 && labels[labels.count - 2].utf8.count <= 3
        let kept = labels.suffix(isDouble ? 3 : 2)
        return kept.first.map { host[$0.startIndex...] } ?? host[...]
    }

    /// Whether the address is that of a site or of one of its sections: no path, or one short word.
    public var looksLikeFrontPage: Bool {
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        return segments.isEmpty || segments.count == 1 && path.utf8.count <= 16 && !looksLikeStory
    }

    /// Whether the address looks like that of one story: a number of five digits or more, a name of four words or more,
    /// a year as a folder, or a page ending behind a name of three words.
    public var looksLikeStory: Bool {
        var digits = 0
        for byte in path.utf8 {
            digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
            if digits >= 5 { return true }
        }
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        if let last = segments.last, last.filter({ $0 == UInt8(ascii: "-") }).count >= 3 { return true }
        if segments.dropLast().contains(where: { $0.count == 4 && $0.starts(with: "20".utf8) }) { return true }
        return (path.hasSuffix(".html") || path.hasSuffix(".htm")) && path.utf8.filter { $0 == 0x2D }.count >= 2
    }
}
