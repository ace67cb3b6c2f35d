import NewsModel
import NewsText

/// A hit as an entry of a feed.
struct FeedEntry {
    /// The article's canonical address; without one a URN made of its text as first read.
    let id: String
    /// The address to open; `nil` when there is none, or none of the web.
    let link: String?
    /// The headline, else the lead.
    let title: String
    /// The stretch that shows why it was found, else the lead.
    let summary: String?
    /// The body as printed; what else there is to read where it has none.
    let content: String
    /// When it was changed by the outlet, else published, else captured, else when it came into the archive: a feed must
    /// say some time.
    let updated: Instant
    /// When it was published, and when the outlet changed it; `nil` when nothing says so. A date that is known in part
    /// counts from its first instant.
    let published, modified: Instant?
    /// The authors the byline names, else the byline, else the outlet.
    let authors: [String]
    let tags: [String]
    /// A language tag; `nil` when it is not known.
    let language: String?
    /// What the archive knows beside what feeds have names for.
    private let archived: JSONValue

    init(_ hit: Hit, now: Instant) {
        let article = hit.article
        let address = article.url.flatMap(WebAddress.init)
        id = article.canonicalURL ?? address?.canonical ?? Self.urn(ofContent: hit.archived.contentHash)
        let isWhole = article.url.map { $0.lowercased().hasPrefix("http") } ?? false
        link = (isWhole ? address.flatMap { _ in article.url } : address?.canonical).map(Self.percentEncoded)
        title = article.headline ?? article.lead ?? "(no text)"
        summary = hit.snippet?.text ?? article.lead
        content = article.paragraphs.isEmpty ? summary ?? title : article.body
        published = article.published?.instant
        modified = article.modified?.instant
        updated =
            article.modified?.instant ?? article.shownTime?.instant ?? hit.archived.captures.map(\.ingestedAt).min()
            ?? now
        let byline = article.authors.isEmpty ? [article.byline].compactMap { $0 } : article.authors
        authors = byline.isEmpty ? [article.outlet].compactMap { $0 } : byline
        tags = article.tags
        language = article.language.flatMap { language in
            language.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } ? language : nil
        }
        archived = [
            "id": .integer(hit.id.rawValue), "outlet": JSONValue(article.outlet), "section": JSONValue(article.section),
            "captured_at": JSONValue(article.captured?.instant.description),
        ]
    }

    private static func urn(ofContent hash: String) -> String {
        FeedWriter.urn(SHA256Digest(of: Array("content\n\(hash)".utf8)).bytes)
    }

    /// `address` with everything percent-encoded that no address may hold.
    private static func percentEncoded(_ address: String) -> String {
        var encoded = ""
        for scalar in address.unicodeScalars {
            let isForbidden =
                scalar.value <= 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar.properties.isWhitespace
                || "<>\"{}|\\^`".unicodeScalars.contains(scalar)
            if isForbidden {
                for byte in String(scalar).utf8 { encoded += "%" + SHA256Digest.hexadecimal([byte]).uppercased() }
            } else {
                encoded.unicodeScalars.append(scalar)
            }
        }
        return encoded
    }

    /// The item as JSON Feed has it. What is not known is left out, as that format wants it.
    var json: JSONValue {
        var members = [
            JSONValue.Member(name: "id", value: .string(id)),
            JSONValue.Member(name: "title", value: .string(title)),
            JSONValue.Member(name: "content_text", value: .string(content)),
        ]
        for (name, text) in [
            ("url", link), ("summary", summary), ("language", language), ("date_published", published?.description),
            ("date_modified", modified?.description),
        ] {
            if let text { members.append(JSONValue.Member(name: name, value: .string(text))) }
        }
        if !authors.isEmpty {
            members.append(
                JSONValue.Member(name: "authors", value: .array(authors.map { ["name": .string($0)] })))
        }
        if !tags.isEmpty { members.append(JSONValue.Member(name: "tags", value: JSONValue(tags))) }
        members.append(JSONValue.Member(name: "_newsarchive", value: archived))
        return .object(members)
    }
}
