import Foundation
import Synchronization

/// Does something when the user presses Ctrl-C or the system asks the program to end, instead of ending at once.
final class Interruption {
    private let sources: [any DispatchSourceSignal]
    private let state = State()

    /// The number of the signal that came last; `nil` when none has.
    var received: Int32? { state.number.withLock { $0 } }

    private final class State: Sendable {
        let number = Mutex<Int32?>(nil)
        let body = Mutex<(@Sendable (Int32) -> Void)?>(nil)
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
        state.body.withLock { $0 = body }
        sources = [SIGINT, SIGTERM].map { [state] number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                state.number.withLock { $0 = number }
                state.body.withLock { $0 }?(number)
            }
            source.resume()
            return source
        }
    }

    /// Signals end the program at once again. What the body held is let go.
    func end() {
        state.body.withLock { $0 = nil }
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
