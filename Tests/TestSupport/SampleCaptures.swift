import Foundation

/// The captures of `Tests/Fixtures`, which are the project's samples, with what is known of them from outside.
package enum SampleCaptures {
    /// The folder with the tests.
    package static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    /// The folder with the project.
    package static let project = tests.deletingLastPathComponent()
    /// The folder with the captures.
    package static let folder = tests.appending(path: "Fixtures")

    /// The paths of all captures, sorted.
    package static let paths: [String] = {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let urls = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "txt" }
        return urls.map(\.path).sorted()
    }()

    /// A manifest, in JSON Lines, of the captures at `paths` with what is known of them.
    package static func manifest(of paths: [String] = paths) throws -> String {
        try paths.map { path in
            let beside = URL(filePath: path).deletingPathExtension().appendingPathExtension("hints.json")
            let known = try? JSONSerialization.jsonObject(with: Data(contentsOf: beside)) as? [String: String]
            let entry = (known ?? [:]).merging(["path": path]) { $1 }
            let line = try JSONSerialization.data(
                withJSONObject: entry, options: [.sortedKeys, .withoutEscapingSlashes])
            return String(decoding: line, as: UTF8.self) + "\n"
        }.joined()
    }
}
