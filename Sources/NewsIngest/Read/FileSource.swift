import Foundation

/// The bytes of a file, a pipe or standard input. Cancelling the task ends the wait for a writer at the other end of a
/// pipe.
final class FileSource: SeekableSource {
    private let file: Int32
    private let limit: UnpackLimit?
    private let isRegular: Bool
    let size: Int
    var offset = 0

    /// The file at `path`, standard input for `-`; what is read counts for `limit`.
    init(_ path: FilePath, limit: UnpackLimit? = nil) throws(ByteSourceFailure) {
        let file = path.text == "-" ? dup(STDIN_FILENO) : path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard file >= 0 else { throw .damaged(InputFiles.lastError) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            let reason = InputFiles.lastError
            close(file)
            throw .damaged(reason)
        }
        self.file = file
        self.limit = limit
        // Standard input may be a file of which something was read already.
        isRegular = status.st_mode & S_IFMT == S_IFREG && path.text != "-"
        size = isRegular ? Int(status.st_size) : 0
    }

    deinit {
        close(file)
    }

    var seekable: (any SeekableSource)? { isRegular ? self : nil }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ByteSourceFailure) -> Int {
        while true {
            if !isRegular { try waitForBytes() }
            let count =
                isRegular
                ? pread(file, buffer.baseAddress, buffer.count, off_t(offset))
                : Foundation.read(file, buffer.baseAddress, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .damaged(InputFiles.lastError) }
            limit?.consumed += count
            offset += count
            return count
        }
    }

    /// Waits until there is something to read.
    private func waitForBytes() throws(ByteSourceFailure) {
        var request = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        while poll(&request, 1, 100) == 0 {
            if Task.isCancelled { throw .cancelled }
        }
    }
}
