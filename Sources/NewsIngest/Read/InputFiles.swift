import Foundation

/// The files that an ingest was asked to read: those named, and those in the folders named, in the order of their
/// names.
///
/// Folders are walked one at a time; only the names of the folders on the way to the current file are held. Links to
/// folders met inside a folder are not followed, so a walk always ends.
struct InputFiles: Sequence, IteratorProtocol {
    enum Input: Hashable, Sendable {
        /// A file to read; its size in bytes where it is known.
        case file(path: String, size: Int)
        /// A file met in a folder that is no article by its kind.
        case skipped(path: String)
        /// A path that cannot be read, and why.
        case unreadable(path: String, reason: String)
    }

    private var named: [String]
    private var folders: [Folder] = []

    private struct Folder {
        let path: String
        var names: [String]  // in descending order: the next one is the last
    }

    private let ownFiles: Set<String>

    /// The inputs in `paths`; `ownFiles`, such as the archive and the manifest, are skipped when met in a folder.
    init(_ paths: [String], ownFiles: [String] = []) {
        named = paths.reversed()
        self.ownFiles = Set(ownFiles.map(Self.standardized))
    }

    /// `path` made absolute, without `.` and `..`, so that two ways to write it are one.
    static func standardized(_ path: String) -> String {
        URL(fileURLWithPath: path).standardized.path
    }

    mutating func next() -> Input? {
        while let folder = folders.last {
            guard let name = folder.names.last else {
                folders.removeLast()
                continue
            }
            folders[folders.count - 1].names.removeLast()
            let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
            if let input = input(at: path, name: name) { return input }
        }
        guard let path = named.popLast() else { return nil }
        return input(at: path, name: nil) ?? next()
    }

    /// The input at `path`; `nil` for a folder, which is opened. `name` is given for what was met in a folder.
    private mutating func input(at path: String, name: String?) -> Input? {
        if path == "-" && name == nil { return .file(path: path, size: 0) }
        var status = stat()
        guard stat(path, &status) == 0 else { return .unreadable(path: path, reason: Self.lastError) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            if let name, name.hasPrefix(".") || Self.isLink(path) { return .skipped(path: path) }
            return open(path)
        case S_IFREG:
            if let name, Self.isSkippedKind(name) || ownFiles.contains(Self.standardized(path)) {
                return .skipped(path: path)
            }
            return .file(path: path, size: Int(status.st_size))
        default:
            return name == nil ? .file(path: path, size: 0) : .skipped(path: path)
        }
    }

    private mutating func open(_ path: String) -> Input? {
        guard let folder = opendir(path) else { return .unreadable(path: path, reason: Self.lastError) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        folders.append(Folder(path: path, names: names.sorted(by: >)))
        return nil
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    static var lastError: String { "cannot be read: " + String(cString: strerror(errno)) }

    /// Files that are no articles by their kind: hidden ones, and media, styles, programs by their endings.
    static func isSkippedKind(_ name: String) -> Bool {
        if name.hasPrefix(".") || name == "Thumbs.db" || name == "desktop.ini" { return true }
        guard let dot = name.lastIndex(of: ".") else { return false }
        return skippedEndings.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let skippedEndings: Set<String> = [
        "avi", "bmp", "class", "css", "db", "db-shm", "db-wal", "dll", "eot", "exe", "flac", "flv", "gif", "heic",
        "ico",
        "jpeg", "jpg", "js", "m4a", "m4v", "map", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "o", "oga", "ogg", "ogv",
        "otf", "png", "pyc", "so", "svg", "swf", "tif", "tiff", "ttf", "wav", "webm", "webp", "wmv", "woff", "woff2",
    ]
}
