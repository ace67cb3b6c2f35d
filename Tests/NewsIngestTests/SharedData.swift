import Foundation

/// Data to develop with, which is kept beside the repository, not in it.
enum SharedData {
    /// The folder `shared` beside the repository, or beside the folder that the repository is in.
    static let folder: URL = {
        let package = Fixture.folder.deletingLastPathComponent().deletingLastPathComponent()
        let beside = package.deletingLastPathComponent().appending(path: "shared")
        guard !FileManager.default.fileExists(atPath: beside.path()) else { return beside }
        return package.deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    }()
}
