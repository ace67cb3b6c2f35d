import Synchronization

/// How many bytes there are to be read, counted while they are.
final class InputTotal: Sendable {
    private let counted = Mutex<Int?>(nil)
    private let task = Mutex<Task<Void, Never>?>(nil)

    /// The sizes of all files; `nil` while they are being counted, or when one of them has none.
    var bytes: Int? { counted.withLock { $0 } }

    /// Begins to count `files`.
    func count(_ files: InputFiles) {
        let counting = Task.detached(priority: .background) {
            var total = 0
            for input in files {
                guard case .file(let path, let size) = input else { continue }
                if Task.isCancelled || path.text == "-" { return }
                total += size
            }
            self.counted.withLock { $0 = total }
        }
        task.withLock { $0 = counting }
    }

    /// Stops counting.
    func end() {
        task.withLock { $0?.cancel() }
    }
}
