import Foundation
import Synchronization

/// Does something when the user presses Ctrl-C or the system asks the program to end, instead of ending at once.
final class Interruption {
    private let sources: [any DispatchSourceSignal]
    private let last = Last()

    /// The number of the signal that came last; `nil` when none has.
    var received: Int32? { last.number.withLock { $0 } }

    private final class Last: Sendable {
        let number = Mutex<Int32?>(nil)
    }

    /// Calls `body` and then ends the program with status 130 or 143.
    convenience init(beforeExit body: @escaping @Sendable () -> Void) {
        self.init { number in
            body()
            _exit(128 + number)
        }
    }

    /// Calls `body` with the signal's number each time one comes.
    init(_ body: @escaping @Sendable (Int32) -> Void) {
        sources = [SIGINT, SIGTERM].map { [last] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                last.number.withLock { $0 = number }
                body(number)
            }
            source.resume()
            return source
        }
    }

    /// Signals end the program at once again.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
