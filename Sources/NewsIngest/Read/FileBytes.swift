import Foundation

/// The bytes of a whole file.
enum FileBytes {
    /// Why a file cannot be read.
    enum Failure: Error, Hashable {
        case unreadable(reason: String)
        case tooLong(bytes: Int)

        /// What is wrong, in one line.
        var reason: String {
            switch self {
            case .unreadable(let reason): reason
            case .tooLong(let bytes): CaptureRejection.tooLong(bytes: bytes).description
            }
        }
    }

    /// Everything in the file at `path`, or on standard input for `-`; refuses more than `limit` bytes without reading
    /// them all.
    static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(reason: InputFiles.lastError) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(reason: InputFiles.lastError) }
        let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
        guard size <= limit else { throw .tooLong(bytes: size) }
        return try read(file, expecting: size, limit: limit)
    }

    private static func read(_ file: Int32, expecting size: Int, limit: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(size, 4_096))
        var count = 0
        while true {
            if count == bytes.count {
                guard count <= limit else { throw .tooLong(bytes: count) }
                bytes.append(contentsOf: repeatElement(0, count: max(65_536, count)))
            }
            let got = bytes.withUnsafeMutableBytes { Foundation.read(file, $0.baseAddress?.advanced(by: count), $0.count - count) }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable(reason: InputFiles.lastError) }
            guard got > 0 else { break }
            count += got
        }
        guard count <= limit else { throw .tooLong(bytes: count) }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
