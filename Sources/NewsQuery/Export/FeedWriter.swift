import Foundation
import NewsModel
import NewsText

/// Writes hits as a feed for feed readers: Atom 1.0 (RFC 4287) or JSON Feed 1.1.
///
/// An entry is known by the canonical address of its article, else by its text as first read, so that it is the same
/// entry in every feed and stays so when the article changes. A feed is held in memory until it is whole.
public struct FeedWriter: Sendable {
    /// The forms of a feed.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        case atom, jsonfeed
    }

    private let form: Form
    private let title: String
    private let id: String
    private let now: Instant
    private var entries: [UInt8] = []
    private var updated: Instant?

    /// A feed without entries.
    ///
    /// - Parameters:
    ///   - title: What it is called.
    ///   - subject: What it is about: feeds of one subject are the same feed at different times.
    ///   - now: When it is made, which stands for times that nothing else tells; `nil` for the clock's.
    public init(_ form: Form, title: String, subject: String, now: Instant? = nil) {
        self.form = form
        self.title = title
        self.now = now ?? Instant(seconds: Int64(Date().timeIntervalSince1970))
        id = Self.urn(SHA256Digest(of: Array("feed\n\(subject)".utf8)).bytes)
    }

    /// Appends an entry. A hit without any date wants its captures: the time it came into the archive is taken then.
    public mutating func add(_ hit: Hit) {
        let entry = FeedEntry(hit, now: now)
        updated = max(updated ?? entry.updated, entry.updated)
        switch form {
        case .atom: entries += Self.atom(entry).utf8
        case .jsonfeed:
            entries += (entries.isEmpty ? "\n" : ",\n").utf8
            entry.json.write(to: &entries)
        }
    }

    /// The whole feed with the entries added so far.
    public var bytes: [UInt8] {
        switch form {
        case .atom: Array(atomOpening.utf8) + entries + Array("</feed>\n".utf8)
        case .jsonfeed: Array(jsonOpening.utf8) + entries + Array("\n]}\n".utf8)
        }
    }

    private var jsonOpening: String {
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\(JSONValue.string(title).text),\"items\":["
    }

    // MARK: Atom

    /// The feed has an author because an entry may have none; it is made here.
    private var atomOpening: String {
        """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        \(Self.element("id", id))\(Self.element("title", title))\(Self.element("updated", (updated ?? now).description))\
        <author><name>newsarchive</name></author>
        <generator>newsarchive</generator>

        """
    }

    private static func atom(_ entry: FeedEntry) -> String {
        var text = "<entry\(entry.language.map { " xml:lang=\"\(escaped($0))\"" } ?? "")>\n"
        text += element("id", entry.id) + element("title", entry.title)
        text += element("updated", entry.updated.description)
        if let published = entry.published { text += element("published", published.description) }
        if let link = entry.link { text += "<link rel=\"alternate\" href=\"\(escaped(link))\"/>\n" }
        for name in entry.authors { text += "<author><name>\(escaped(name))</name></author>\n" }
        for tag in entry.tags { text += "<category term=\"\(escaped(tag))\"/>\n" }
        if let summary = entry.summary { text += element("summary", summary) }
        return text + element("content", entry.content) + "</entry>\n"
    }

    private static func element(_ name: String, _ text: String) -> String {
        "<\(name)>\(escaped(text))</\(name)>\n"
    }

    /// `text` for an element or an attribute in double quotes. Characters that XML 1.0 does not allow, or discourages,
    /// become U+FFFD; line ends and tabs read back as they are.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case "\"": escaped += "&quot;".unicodeScalars
            case "\t", "\n", "\r": escaped += "&#\(scalar.value);".unicodeScalars
            default: escaped.append(isAllowed(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(escaped)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x84, 0x86...0x9F, 0xFDD0...0xFDEF: false
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    /// A UUID made of a digest (RFC 9562, version 8) as a URN.
    static func urn(_ digest: [UInt8]) -> String {
        var bytes = Array(digest.prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = Array(SHA256Digest.hexadecimal(bytes))
        let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
        return "urn:uuid:" + groups.joined(separator: "-")
    }
}
