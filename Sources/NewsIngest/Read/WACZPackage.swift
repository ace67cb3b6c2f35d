import Foundation
import NewsModel
import NewsText

/// What `datapackage.json` says of the files of a WACZ file, and whether it is true.
final class WACZPackage {
    private static let name = "datapackage.json"
    private static let digestName = "datapackage-digest.json"
    private static let longest = 16 << 20
    /// So many missing files are told by their names.
    private static let mostTold = 1_000

    private struct Resource {
        let algorithm: String
        let digest: String
    }

    /// What was signed, and by whom.
    private struct Signature {
        let signer: String?
        /// Whether the digest that was signed is the one of the package.
        let fits: Bool
    }

    private let resources: [String: Resource]
    private let isReadable: Bool
    private let signature: Signature?
    private var wrong: [String] = []
    private var unchecked: [(name: String, reason: String)] = []
    private var met: Set<String> = []

    /// The package of the zip file in `source`; `nil` when it has none, and so is no WACZ file.
    convenience init?(in source: any SeekableSource, limit: UnpackLimit) {
        source.offset = 0
        let entries = ZipEntries(source, limit: limit)
        var files: [String: [UInt8]] = [:]
        while let entry = try? entries.next() {
            guard Self.describes(entry.name) else { continue }
            files[entry.name] = Self.bytes(of: ZipEntrySource(entries, digest: nil))
        }
        self.init(files: files)
    }

    /// The package that `files`, those of its files that describe it, tell of; `nil` when they do not.
    init?(files: [String: [UInt8]]) {
        guard let object = Self.object(files[Self.name]) else { return nil }
        let list = object.list(at: "resources")
        guard list != nil || object.value(at: "wacz_version") != nil else { return nil }
        isReadable = list != nil
        let digest = Self.object(files[Self.digestName])
        var resources: [String: Resource] = [:]
        for resource in (list ?? []) + [digest].compactMap({ $0 }) {
            guard let path = resource.text(at: "path"),
                let text = resource.text(at: "hash") ?? resource.text(at: "stats.hash")
            else { continue }
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            let algorithm = parts.count > 1 ? parts[0] : resource.text(at: "hashing") ?? "sha256"
            resources[path] = Resource(algorithm: algorithm.lowercased(), digest: parts.last?.lowercased() ?? "")
        }
        self.resources = resources
        signature = digest?.value(at: "signedData").map { signed in
            let isOther = signed.text(at: "hash").map { $0 != digest?.text(at: "hash") } ?? false
            return Signature(signer: signed.text(at: "domain"), fits: !isOther)
        }
    }

    private static func object(_ bytes: [UInt8]?) -> JSONValue? {
        bytes.map { (try? JSONReader.value(of: $0)) ?? .object([]) }
    }

    /// Whether the file `name` is one of those that tell of the others.
    static func describes(_ name: String) -> Bool { name == Self.name || name == digestName }

    /// The bytes of such a file, none when there are too many of them.
    static func bytes(of source: any ByteSource) -> [UInt8] {
        ByteReader(source).readAll(limit: longest)?.bytes ?? []
    }

    /// Whether a file of this name is a part of a WACZ file other than its pages, which can be told before its package
    /// was met.
    static func isAside(_ name: String) -> Bool {
        name == "pages/pages.jsonl" || name == "pages/extraPages.jsonl" || name.hasPrefix("indexes/index.")
    }

    /// Whether the file `name` holds pages; the others tell of them.
    func isCrawl(_ name: String) -> Bool {
        !(name.hasPrefix("indexes/") || name.hasPrefix("pages/") || name.hasPrefix("logs/")
            || name.hasPrefix("datapackage")
            || name == "fuzzy.json")
    }

    /// The digest to make of the file `name`; `nil` when the package says none of it.
    func digest(of name: String) -> RunningDigest? {
        resources[name].flatMap { RunningDigest($0.algorithm) }
    }

    /// Compares the digests of files that were met before the package, all made by `algorithm`.
    func check(_ digests: [String: [UInt8]?], algorithm: String) {
        for (name, digest) in digests.sorted(by: { $0.key < $1.key }) {
            if let other = resources[name]?.algorithm, other != algorithm {
                met.insert(name)
                unchecked.append((name, "its digest (\(other)) is not checked from a pipe; ingest the file itself"))
            } else {
                check(name, digest: digest)
            }
        }
    }

    /// Compares the digest of the file `name`; `nil` when it could not be made.
    func check(_ name: String, digest: [UInt8]?) {
        guard let resource = resources[name] else { return }
        met.insert(name)
        guard let digest else {
            unchecked.append((name, "its digest cannot be checked; see whether the file is whole"))
            return
        }
        let isEqual = [SHA256Digest.hexadecimal(digest), Data(digest).base64EncodedString().lowercased()]
            .contains(resource.digest)
        if !isEqual { wrong.append(name) }
    }

    /// What is not as the package says, when all files were met; the pages of such files are read all the same.
    func mismatches(at place: CapturePlace) -> [FoundCapture] {
        let missing = resources.keys.filter { !met.contains($0) }.sorted()
        let unfit = isReadable ? [] : [place.entry(Self.name).rejected("names no resources; fetch the file again")]
        return unfit + signatureNotes(at: place)
            + wrong.map { place.entry($0).rejected("its digest is not the one in the package; fetch the file again") }
            + unchecked.map { place.entry($0.name).rejected($0.reason) }
            + missing.prefix(Self.mostTold).map {
                place.entry($0).rejected("named in the package, but missing; fetch the file again")
            }
            + (missing.count <= Self.mostTold
                ? []
                : [
                    place.entry(Self.name).rejected(
                        "names \(missing.count - Self.mostTold) more files that are missing; fetch the file again")
                ])
    }

    /// That a signature is not checked; or what is wrong with what it was made for.
    private func signatureNotes(at place: CapturePlace) -> [FoundCapture] {
        guard let signature else { return [] }
        let place = place.entry(Self.digestName)
        guard signature.fits else {
            return [place.rejected("the digest that was signed is not that of the package; fetch the file again")]
        }
        let signer = signature.signer.map { " by \($0)" } ?? ""
        return [place.skipped("signed\(signer): digests are checked, signatures are not")]
    }
}

extension JSONValue {
    fileprivate func text(at path: String) -> String? {
        if case .string(let text) = value(at: path) { text } else { nil }
    }

    fileprivate func list(at path: String) -> [JSONValue]? {
        if case .array(let values) = value(at: path) { values } else { nil }
    }
}
