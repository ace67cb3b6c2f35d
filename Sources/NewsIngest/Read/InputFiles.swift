import Foundation

/// The files that an ingest was asked to read: those named, and those in the folders named, in the order of their
/// names.
///
/// Folders are walked one at a time; only the names of the folders on the way to the current file are held. Links to
/// folders met inside a folder are not followed, so a walk always ends.
struct InputFiles: Sequence, IteratorProtocol {
    enum Input: Hashable, Sendable {
        /// A file to read; its size in bytes where it is known.
        case file(FilePath, size: Int)
        /// A file met in a folder that is no article by its kind.
        case skipped(FilePath)
        /// A path that cannot be read, and why.
        case unreadable(FilePath, reason: String)
    }

    private var named: [String]
    private var folders: [Folder] = []
    private let ownFiles: [String]

    private struct Folder {
        let path: FilePath
        var names: [FileName]  // in descending order: the next one is the last
    }

    /// The inputs in `paths`; `ownFiles`, such as the archive and the manifest, are skipped when met in a folder.
    init(_ paths: [String], ownFiles: [String] = []) {
        named = paths.reversed()
        self.ownFiles = ownFiles
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
            if let input = input(at: folder.path.appending(name), name: name) { return input }
        }
        guard let path = named.popLast() else { return nil }
        return input(at: FilePath(path), name: nil) ?? next()
    }

    /// The input at `path`; `nil` for a folder, which is opened. `name` is given for what was met in a folder.
    private mutating func input(at path: FilePath, name: FileName?) -> Input? {
        if path.text == "-" && name == nil { return .file(path, size: 0) }
        var status = stat()
        guard path.withCString({ stat($0, &status) }) == 0 else {
            return .unreadable(path, reason: Self.lastError)
        }
        let isHidden = name?.bytes.first == UInt8(ascii: ".")
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            return name != nil && (isHidden || Self.isLink(path)) ? .skipped(path) : open(path)
        case S_IFREG:
            if let name, isHidden || Self.isSkippedKind(name) || isOwnFile(path, name) { return .skipped(path) }
            return .file(path, size: Int(status.st_size))
        default:
            return name == nil ? .file(path, size: 0) : .skipped(path)
        }
    }

    private mutating func open(_ path: FilePath) -> Input? {
        guard let folder = path.withCString({ opendir($0) }) else {
            return .unreadable(path, reason: Self.lastError)
        }
        defer { closedir(folder) }
        var names: [FileName] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8) && name != Array("..".utf8) { names.append(FileName(bytes: name)) }
        }
        folders.append(Folder(path: path, names: names.sorted(by: >)))
        return nil
    }

    /// Paths are made comparable only for files that have the name of one of ours.
    private func isOwnFile(_ path: FilePath, _ name: FileName) -> Bool {
        guard let name = name.text else { return false }
        return ownFiles.contains { own in
            own.hasSuffix(name) && Self.resolved(own) == Self.resolved(path.text)
        }
    }

    private static func resolved(_ path: String) -> String {
        guard let name = realpath(path, nil) else { return standardized(path) }
        defer { free(name) }
        return String(cString: name)
    }

    private static func isLink(_ path: FilePath) -> Bool {
        var status = stat()
        return path.withCString { lstat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    static var lastError: String { "cannot be read: " + String(cString: strerror(errno)) }

    /// Files that are no articles by their kind: media, styles, programs by their endings, and what systems leave behind.
    static func isSkippedKind(_ name: FileName) -> Bool {
        guard let dot = name.bytes.lastIndex(of: UInt8(ascii: ".")) else { return false }
        let ending = String(decoding: name.bytes[(dot + 1)...], as: UTF8.self).lowercased()
        return skippedEndings.contains(ending) || name.text == "Thumbs.db" || name.text == "desktop.ini"
    }

    private static let skippedEndings: Set<String> = [
        "avi", "bmp", "class", "css", "db", "db-shm", "db-wal", "dll", "eot", "exe", "flac", "flv", "gif", "heic",
        "ico",
        "jpeg", "jpg", "js", "m4a", "m4v", "map", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "o", "oga", "ogg", "ogv",
        "otf", "png", "pyc", "so", "svg", "swf", "tif", "tiff", "ttf", "wav", "webm", "webp", "wmv", "woff", "woff2",
    ]
}
