import Foundation

/// The bytes of a whole file.
enum FileBytes {
    /// Why a file cannot be read.
    enum Failure: Error, Hashable {
        case unreadable(reason: String)
        case tooLong(bytes: Int)
        case cancelled

        /// What is wrong, in one line.
        var reason: String {
            switch self {
            case .unreadable(let reason): reason
            case .tooLong(let bytes): CaptureRejection.tooLong(bytes: bytes).description
            case .cancelled: "was not read to its end"
            }
        }
    }

    /// Everything in the file at `path`, or on standard input for `-`; refuses more than `limit` bytes without reading
    /// them all. Cancelling the task ends the wait for a writer at the other end of a pipe.
    static func read(_ path: FilePath, limit: Int) throws(Failure) -> [UInt8] {
        let file = path.text == "-" ? dup(STDIN_FILENO) : path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard file >= 0 else { throw .unreadable(reason: InputFiles.lastError) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(reason: InputFiles.lastError) }
        let isWhole = status.st_mode & S_IFMT == S_IFREG
        let size = isWhole ? Int(status.st_size) : 0
        guard size <= limit else { throw .tooLong(bytes: size) }
        return try read(file, expecting: size, limit: limit, waits: !isWhole)
    }

    /// Waits until there is something to read in `file`.
    private static func waitForBytes(_ file: Int32) throws(Failure) {
        var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, 100) == 0 {
            if Task.isCancelled { throw .cancelled }
        }
    }

    private static func read(
        _ file: Int32, expecting size: Int, limit: Int, waits: Bool
    ) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(size, 4_096))
        var count = 0
        while true {
            if count == bytes.count {
                guard count <= limit else { throw .tooLong(bytes: count) }
                bytes.append(contentsOf: repeatElement(0, count: max(65_536, count)))
            }
            if waits { try waitForBytes(file) }
            let got = bytes.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
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
