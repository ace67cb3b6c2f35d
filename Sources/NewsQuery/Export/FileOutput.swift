import Foundation

/// A file that appears whole or not at all: it is written beside its place and renamed when it is complete.
public final class FileOutput: @unchecked Sendable {  // `discard` may be called from a signal's queue
    /// Why a file cannot be written, in one line.
    public struct Failure: Error, CustomStringConvertible {
        /// What is wrong, where, and what to do, in one line.
        public let description: String
        /// Whether nobody reads what is written any more, which is no reason to complain.
        public let isClosedPipe: Bool

        init(_ path: String) {
            isClosedPipe = errno == EPIPE
            let isFull = errno == ENOSPC || errno == EDQUOT
            let advice = isFull ? "make room and run again" : "check the folder and its permissions"
            description = "\(path) cannot be written: \(String(cString: strerror(errno))); \(advice)"
        }
    }

    private let path: String
    private let temporaryPath: String?
    private var file: Int32

    /// Opens a file beside `path`, or `path` itself when it is a device or a pipe. A link stays a link.
    public init(_ path: String) throws(Failure) {
        var status = stat()
        let isThere = stat(path, &status) == 0
        guard !isThere || status.st_mode & S_IFMT != S_IFDIR else {
            errno = EISDIR
            throw Failure(path)
        }
        if isThere, status.st_mode & S_IFMT != S_IFREG {
            self.path = path
            temporaryPath = nil
            file = open(path, O_WRONLY | O_CLOEXEC)
            guard file >= 0 else { throw Failure(path) }
            return
        }
        self.path = isThere ? Self.resolved(path) ?? path : path
        var template = Array((self.path + ".XXXXXX").utf8CString)
        file = mkstemp(&template)
        guard file >= 0 else { throw Failure(path) }
        temporaryPath = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? path
        }
        let mask = umask(0)
        umask(mask)
        fchmod(file, isThere ? status.st_mode & 0o777 : 0o666 & ~mask)
    }

    /// Whether both paths lead to one existing file.
    public static func isSameFile(_ path: String, _ other: String) -> Bool {
        resolved(path).map { $0 == resolved(other) } ?? false
    }

    private static func resolved(_ path: String) -> String? {
        guard let name = realpath(path, nil) else { return nil }
        defer { free(name) }
        return String(cString: name)
    }

    deinit {
        guard file >= 0 else { return }
        Foundation.close(file)
        discard()
    }

    /// Appends `bytes`.
    public func write(_ bytes: [UInt8]) throws {
        try Self.write(bytes, to: file, path: path)
    }

    /// Puts the file in its place.
    public func finish() throws {
        guard fsync(file) == 0 || errno == EINVAL || errno == EROFS else { throw Failure(path) }
        let isClosed = Foundation.close(file) == 0
        file = -1
        guard let temporaryPath else { return }
        guard isClosed, rename(temporaryPath, path) == 0 else {
            let failure = Failure(path)
            unlink(temporaryPath)
            throw failure
        }
    }

    /// Leaves nothing behind; for a program that is about to end.
    public func discard() {
        if let temporaryPath { unlink(temporaryPath) }
    }

    /// Writes all of `bytes` to the open file `file`; `path` names it in an error.
    public static func write(_ bytes: [UInt8], to file: Int32, path: String) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw Failure(path) }
            rest = rest.dropFirst(written)
        }
    }

    /// Waits until the reader of a pipe has taken all that was written to `file`, for `seconds` at the most; anything else
    /// than a pipe has taken it already.
    ///
    /// - Throws: `Failure` when the reader went away before.
    public static func awaitReader(of file: Int32, path: String, seconds: Double) throws {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return }
        let deadline = ContinuousClock.now + .seconds(seconds)
        var unread: Int32 = 0
        while ioctl(file, UInt(FIONREAD), &unread) == 0, unread > 0, ContinuousClock.now < deadline {
            var state = pollfd(fd: file, events: 0, revents: 0)
            guard poll(&state, 1, 5) == 0 || Int32(state.revents) & Int32(POLLERR) == 0 else {
                errno = EPIPE
                throw Failure(path)
            }
        }
    }
}
