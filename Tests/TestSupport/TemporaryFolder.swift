import Foundation

/// A new folder, which is removed with the value.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let url: URL

    /// An empty folder.
    package init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "newsarchive-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The path of `name` in the folder.
    package func path(_ name: String) -> String { url.appending(path: name).path }

    /// The names of what is in the folder, sorted.
    package func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    }
}
