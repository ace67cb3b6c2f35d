import Foundation
import NewsModel
import NewsText

/// What `datapackage.json` says of the files of a WACZ file, and whether it is true.
final class WACZPackage {
    private static let name = "datapackage.json"
    private static let digestName = "datapackage-digest.json"
    private static let longest = 16 << 20

    private struct Resource {
        let algorithm: String
        let digest: String
    }

    private let resources: [String: Resource]
    private let isReadable: Bool
    private var wrong: [String] = []
    private var unreadable: [String] = []
    private var met: Set<String> = []

    /// The package of the zip file in `source`; `nil` when it has none, and so is no WACZ file.
    init?(in source: any SeekableSource, limit: UnpackLimit) {
        source.offset = 0
        let entries = ZipEntries(source, limit: limit)
        var files: [String: [String: Any]] = [:]
        while let entry = try? entries.next() {
            guard entry.name == Self.name || entry.name == Self.digestName else { continue }
            let bytes = ByteReader(ZipEntrySource(entries, digest: nil)).readAll(limit: Self.longest)?.bytes ?? []
            files[entry.name] = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
        }
        guard let object = files[Self.name] else { return nil }
        let list = object["resources"] as? [[String: Any]]
        guard list != nil || object["wacz_version"] != nil else { return nil }
        isReadable = list != nil
        var resources: [String: Resource] = [:]
        for resource in (list ?? []) + [files[Self.digestName]].compactMap({ $0 }) {
            guard let path = resource["path"] as? String else { continue }
            let statistics = resource["stats"] as? [String: Any]
            guard let text = resource["hash"] as? String ?? statistics?["hash"] as? String else { continue }
            let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
            let algorithm = parts.count > 1 ? parts[0] : resource["hashing"] as? String ?? "sha256"
            resources[path] = Resource(algorithm: algorithm.lowercased(), digest: parts.last?.lowercased() ?? "")
        }
        self.resources = resources
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

    /// Compares the digest of the file `name`; `nil` when it could not be made.
    func check(_ name: String, digest: [UInt8]?) {
        guard let resource = resources[name] else { return }
        met.insert(name)
        guard let digest else {
            unreadable.append(name)
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
        return unfit
            + wrong.map { place.entry($0).rejected("its digest is not the one in the package; fetch the file again") }
            + unreadable.map { place.entry($0).rejected("its digest cannot be checked; fetch the file again") }
            + missing.map { place.entry($0).rejected("named in the package, but missing; fetch the file again") }
    }
}
