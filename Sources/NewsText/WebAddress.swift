/// A web address taken apart for the archive.
public struct WebAddress: Hashable, Sendable {
    /// The address that identifies a page: two addresses of one page are equal here, those of two pages are not.
    ///
    /// Always `https`; host in lower case without `www.`, `m.`, `mobile.` and `amp.` (when a whole host name is left), no
    /// user, no default port, no fragment (but `#!…` and `#/…`, which some sites keep their pages in), no tracking
    /// parameters, the others sorted by name; dot segments resolved, percent-encoding in one form, no slash at the end
    /// of a path, no `/index.html`, no AMP suffix. Pages kept by web.archive.org or an AMP cache have the address of the
    /// page itself. Whatever is not known to be harmless stays.
    public let canonical: String
    /// The host in lower case as `canonical` has it, without a port.
    public let host: String
    /// The path as `canonical` has it; empty for the site itself.
    public let path: String

    /// Reads an address; `nil` when `text` is no http or https address.
    ///
    /// Tolerates blanks and angle brackets around it, capitals, `//host/…`, `www.host/…` without a scheme, characters
    /// that should be percent-encoded, and `&amp;` between parameters.
    public init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        func isOutside(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }
        while let first = rest.first, isOutside(first) { rest = rest.dropFirst() }
        while let last = rest.last, isOutside(last) { rest = rest.dropLast() }
        guard rest.count <= 65_536, let parts = AddressParts(rest) else { return nil }
        let page = parts.unwrapped(depth: 3)
        host = page.host
        path = page.canonicalPath()
        let port = page.port.map { ":\($0)" } ?? ""
        let query = page.canonicalQuery()
        canonical =
            "https://" + host + port + (path.isEmpty ? "/" : path) + (query.isEmpty ? "" : "?" + query)
            + page.pageFragment
    }
}

/// An address cut at its punctuation, nothing decoded yet.
struct AddressParts {
    /// In lower case, without the prefixes of mirrors.
    var host: String
    /// `nil` when it is the scheme's own.
    var port: Int?
    var path: ArraySlice<UInt8>
    var query: ArraySlice<UInt8>
    var fragment: ArraySlice<UInt8>

    init?(_ address: ArraySlice<UInt8>) {
        guard let (isSecure, afterScheme) = Self.scheme(of: address) else { return nil }
        var rest = afterScheme
        let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        rest = rest.dropFirst(authority.count)
        path = rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        rest = rest.dropFirst(path.count)
        query = rest.first == UInt8(ascii: "?") ? rest.dropFirst().prefix { $0 != UInt8(ascii: "#") } : []
        fragment = rest.firstIndex(of: UInt8(ascii: "#")).map { rest[$0...] } ?? []
        guard let (name, number) = Self.hostAndPort(authority) else { return nil }
        host = Self.withoutMirrorPrefix(name)
        port = number == (isSecure ? 443 : 80) ? nil : number
    }

    /// What follows `http://`, `https://`, `//`, or stands before `www.`.
    private static func scheme(of address: ArraySlice<UInt8>) -> (isSecure: Bool, rest: ArraySlice<UInt8>)? {
        for (name, isSecure) in [("https:", true), ("http:", false), ("//", true), ("www.", true)] {
            guard address.count > name.utf8.count,
                zip(address, name.utf8).allSatisfy({ asciiLowercase($0) == $1 })
            else { continue }
            if name == "www." || name == "//" { return (isSecure, name == "//" ? address.dropFirst(2) : address) }
            let rest = address.dropFirst(name.utf8.count).drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
            return (isSecure, rest)
        }
        return nil
    }

    private static func hostAndPort(_ authority: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
        var name = authority
        if let at = name.lastIndex(of: UInt8(ascii: "@")) { name = name[(at + 1)...] }
        var port: Int?
        if let colon = name.lastIndex(of: UInt8(ascii: ":")), !name[colon...].contains(UInt8(ascii: "]")) {
            let digits = name[(colon + 1)...]
            if !digits.isEmpty {
                guard let number = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(number) else {
                    return nil
                }
                port = number
            }
            name = name[..<colon]
        }
        while name.last == UInt8(ascii: ".") { name = name.dropLast() }
        let isBracketed = name.first == UInt8(ascii: "[") && name.last == UInt8(ascii: "]")
        guard !name.isEmpty, name.count <= 253, isBracketed || name.allSatisfy(isHostByte) else { return nil }
        let text = String(decoding: name.map(asciiLowercase), as: UTF8.self)
        let host = name.allSatisfy { $0 < 0x80 } ? text : text.lowercased()
        guard host.utf8.contains(UInt8(ascii: ".")) || host == "localhost" || isBracketed, !host.hasPrefix("."),
            !host.contains("..")
        else { return nil }
        return (host, port)
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., 0x2D, 0x2E, 0x5F: true
        default: false
        }
    }

    /// `host` without the names under which sites serve the same pages to browsers, phones and caches.
    private static func withoutMirrorPrefix(_ host: String) -> String {
        var host = host[...]
        while let prefix = ["www.", "m.", "mobile.", "amp."].first(where: host.hasPrefix),
            host.dropFirst(prefix.utf8.count).utf8.contains(UInt8(ascii: "."))
        {
            host = host.dropFirst(prefix.utf8.count)
        }
        return String(host)
    }

    /// The page itself when this is a copy of it: web.archive.org, the AMP caches.
    func unwrapped(depth: Int) -> AddressParts {
        guard depth > 0, let inner = wrappedAddress, let parts = AddressParts(inner[...]) else { return self }
        return parts.unwrapped(depth: depth - 1)
    }

    private var wrappedAddress: [UInt8]? {
        let segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        func rest(from index: Int) -> ArraySlice<UInt8>? {
            guard index < segments.count else { return nil }
            return path[segments[index].startIndex...]
        }
        func text(_ index: Int) -> String {
            index < segments.count ? String(decoding: segments[index], as: UTF8.self) : ""
        }
        let tail = (query.isEmpty ? [] : [UInt8(ascii: "?")] + query) + fragment
        if host == "web.archive.org", text(0) == "web", let inner = rest(from: 2) {
            let hasScheme = inner.starts(with: "http".utf8)
            return (hasScheme ? [] : Array("http://".utf8)) + inner + tail
        }
        let isCache = host.hasSuffix("cdn.ampproject.org") && ["c", "v", "a"].contains(text(0))
        let isViewer = host.hasPrefix("google.") && text(0) == "amp"
        guard isCache || isViewer, let inner = rest(from: text(1) == "s" ? 2 : 1) else { return nil }
        return Array((text(1) == "s" ? "https://" : "http://").utf8) + inner + tail
    }

    /// The fragment when a site keeps its pages in it, else nothing.
    var pageFragment: String {
        guard fragment.count > 2, fragment.starts(with: "#!".utf8) || fragment.starts(with: "#/".utf8) else {
            return ""
        }
        return String(decoding: percentNormalized(fragment), as: UTF8.self)
    }
}

/// `byte` with A–Z in lower case.
@inline(__always)
func asciiLowercase(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
